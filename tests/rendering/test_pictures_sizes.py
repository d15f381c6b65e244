"""Dilators are drawn at the widths that claims give, in millimetres, with a bar to check the print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scripts.model.knowledge import Knowledge
from scripts.rendering.figures import FigureError
from scripts.rendering.pictures.sizes import WIDTH, sizes_in
from tests.markup import Element
from tests.rendering.pictures import cells
from tests.rendering.support import PATIENTS, changed, shown, view_of


def saying(small: Knowledge, statement: str) -> Knowledge:
    claim = changed(small.claims["home-size"], statement=statement)
    return replace(small, claims={**small.claims, "home-size": claim})


@pytest.mark.parametrize(
    ("statement", "sizes"),
    [
        ("Three in turn: 20, 23 and 27 mm in diameter.", [20, 23, 27]),
        ("Sold in five, listed as 18/20, 23/27 and 30 mm, with a disc.", [18, 20, 23, 27, 30]),
        ("Glass dilators from 14 mm.", [14]), ("From 18.1 to 25.7 mm.", [25.7]), ("First 12 mm, then 8 mm.", [8, 12]),
    ],
)  # fmt: skip
def test_the_widths_are_the_numbers_that_the_statement_gives_in_mm(
    small: Knowledge, statement: str, sizes: list[float]
) -> None:
    assert sizes_in(saying(small, statement).claims["home-size"]) == sizes


@pytest.mark.parametrize("statement", ["A pressure of 30 mmHg.", "No size.", "Hegar 12.", "3 cm."])
def test_a_claim_without_a_width_in_mm_is_an_error(small: Knowledge, statement: str) -> None:
    with pytest.raises(FigureError, match="no width in home-size"):
        sizes_in(saying(small, statement).claims["home-size"])


def drawing(small: Knowledge, statement: str) -> Element:
    return shown(view_of(saying(small, statement)), "dilator_sizes", "home-size")


def test_a_millimetre_of_the_drawing_is_a_millimetre_on_paper(small: Knowledge) -> None:
    tree = drawing(small, "Three: 20, 23 and 27 mm.")
    svg = tree.one("svg").attrs
    left, top, wide, high = map(float, svg["viewbox"].split())
    assert (left, top, f"{wide:g}mm") == (0, 0, svg["width"])
    assert float(svg["height"].removesuffix("mm")) == high
    assert [float(circle.attrs["r"]) * 2 for circle in tree.all("circle")] == [20, 23, 27]
    assert tree.one("path.sizes__bar").attrs["d"] == "M1 1V5M1 3H51M51 1V5"
    assert "50 mm" in tree.one("svg").text


def test_circles_lie_apart_and_inside_the_drawing(small: Knowledge) -> None:
    tree = drawing(small, "Sizes of 6, 8, 14, 18/20, 23/27 and 30 mm, and of 35 mm.")
    height = float(tree.one("svg").attrs["height"].removesuffix("mm"))
    circles = [tuple(float(circle.attrs[key]) for key in ("cx", "cy", "r")) for circle in tree.all("circle")]
    for number, (x, y, r) in enumerate(circles):
        assert r < x <= WIDTH - r
        assert 6 < y - r < y + r < height
        assert all((x - a) ** 2 + (y - b) ** 2 > (r + c) ** 2 for a, b, c in circles[:number])


def test_each_width_is_drawn_once_named_in_words_and_in_the_table(small: Knowledge) -> None:
    view = view_of(small)
    tree = shown(view, "dilator_sizes", "home-size", "limit", "home-size")
    assert [circle.attrs["data-mm"] for circle in tree.all("circle")] == ["12", "35"]
    assert tree.one("svg").attrs["aria-label"] == "A bar of 50 mm, and circles of 12 mm, 35 mm"
    assert [row[""] for row in cells(tree, "sizes-table")][:2] == ["12 mm [1]", "35 mm [2] held for review"]
    assert cells(tree, "sizes-table")[1]["Caveat"] == "A technique, not a limit for use at home."


def test_it_says_how_to_print_and_how_to_check(small: Knowledge) -> None:
    text = shown(view_of(small), "dilator_sizes", "home-size").one("p.picture__warning").text
    assert "Not to scale on a screen: print at 100 % and check the bar." in text
    assert "True size only if the bar measures 50 mm." in text
    assert text.endswith("None of these is advice on a size.")


def test_patients_see_no_width_that_is_held_for_review(small: Knowledge) -> None:
    tree = shown(view_of(small, PATIENTS), "dilator_sizes", "home-size", "limit")
    assert [circle.attrs["data-mm"] for circle in tree.all("circle")] == ["12"]
