"""The numbers of the anatomical drawing are those of its list, each with its claims, and each points somewhere."""

from __future__ import annotations

from scripts.model.knowledge import Knowledge
from scripts.model.vocabulary import Spot
from tests.markup import Element
from tests.rendering.pictures import with_front
from tests.rendering.support import shown, view_of

LABELS: list[dict[str, object]] = [
    {"spot": spot.value, "text": f"Words on {spot}.", "claims": ["healing"]} for spot in Spot
]


def drawing(small: Knowledge, labels: list[dict[str, object]]) -> Element:
    return shown(view_of(with_front(small, anatomy=labels)), "anatomy_drawing")


def test_every_label_has_its_number_in_the_drawing_and_its_place_in_the_list(small: Knowledge) -> None:
    tree = drawing(small, LABELS)
    numbers = {e.attrs["data-spot"]: e.text for e in tree.all("text.anatomy__number")}
    listed = {item.attrs["data-spot"]: str(n) for n, item in enumerate(tree.one("ol").all("li"), 1)}
    assert numbers == listed == {spot.value: str(n) for n, spot in enumerate(Spot, 1)}
    assert tree.one("ol").all("li")[0].text == "Words on join. [1]"


def test_a_spot_that_no_label_names_is_not_pointed_at(small: Knowledge) -> None:
    tree = drawing(small, LABELS[2:4])
    assert [e.text for e in tree.all("text.anatomy__number")] == ["1", "2"]
    assert len(tree.all("svg")) == 1
    assert not tree.all("path.anatomy__dentate")


def test_every_number_lies_inside_its_drawing_and_has_a_leader(small: Knowledge) -> None:
    for svg in drawing(small, LABELS).all("svg"):
        _, _, wide, high = map(float, svg.attrs["viewbox"].split())
        discs = svg.all("circle.anatomy__disc")
        assert all(11 <= float(e.attrs["cx"]) <= wide - 11 and 11 <= float(e.attrs["cy"]) <= high - 11 for e in discs)
        assert len(svg.all("path.anatomy__leader")) >= len(discs)


def test_the_drawings_have_names_and_the_table_says_the_same(small: Knowledge) -> None:
    tree = drawing(small, LABELS)
    assert all(svg.attrs["role"] == "img" and "list below" in svg.attrs["aria-label"] for svg in tree.all("svg"))
    rows = tree.one("table.anatomy-table").one("tbody").all("tr")
    assert [row.all("td")[0].text for row in rows] == [str(label["text"]) for label in LABELS]
    assert {row.one("a").text for row in rows} == {small.claims["healing"].statement}


def test_labels_cite_their_claims_in_order(small: Knowledge) -> None:
    view = view_of(with_front(small, anatomy=[{**LABELS[0], "claims": ["healing", "bleeding"]}, LABELS[1]]))
    shown(view, "anatomy_drawing")
    assert view.citations.marks == [("healing", "bleeding"), ("healing",)]
