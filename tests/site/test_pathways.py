"""A decision pathway is one thing with several faces: the list, the drawings, the words, and the data for programs."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import pytest

from scripts.model.pathway import Pathway
from tests.markup import Element, said
from tests.site.support import Site, links, resolved

Edges = dict[str, set[str]]  # question to the nodes that it leads to


@pytest.fixture(scope="session")
def data(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site.folder / "decide/pathways.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(params=["which-care", "which-technique"])
def pathway(site: Site, request: pytest.FixtureRequest) -> Pathway:
    return site.knowledge.pathways[request.param]


def article(site: Site, pathway: Pathway) -> Element:
    return site.articles[site.knowledge.pages[pathway.page].url]


def compiled(pathway: Pathway) -> Edges:
    return {item.id: {option.to for option in item.answers} for item in pathway.questions.values()}


def nodes(article: Element, kind: str) -> dict[str, Element]:
    return {e.attrs["id"]: e for e in article.all("section") if e.attrs.get("data-node") == kind}


def listed(article: Element) -> dict[str, list[tuple[str, str]]]:
    """The answers of each question with the address that each leads to, as the list without a script has them."""
    options = {name: e.all("a.node__option") for name, e in nodes(article, "question").items()}
    return {name: [(link.text, link.attrs["href"].removeprefix("#")) for link in e] for name, e in options.items()}


def test_there_are_no_other_pathways(site: Site) -> None:
    assert set(site.knowledge.pathways) == {"which-care", "which-technique"}


def test_the_list_holds_every_question_with_its_answers_and_every_card(site: Site, pathway: Pathway) -> None:
    page = article(site, pathway)
    wanted = {item.id: [(said(o.label), o.to) for o in item.answers] for item in pathway.questions.values()}
    assert listed(page) == wanted
    assert list(nodes(page, "card")) == list(pathway.dispositions)


def test_the_list_is_numbered_in_the_order_in_which_it_is_read(site: Site, pathway: Pathway) -> None:
    page = article(site, pathway)
    questions = list(nodes(page, "question"))
    for place, name in enumerate(questions, 1):
        heading = nodes(page, "question")[name].one("h3.node__title")
        assert heading.text == f"Question {place}: {said(pathway.questions[name].text)}"
        later = [target for _, target in listed(page)[name] if target in questions]
        assert all(questions.index(target) >= place for target in later)


def test_each_answer_says_where_it_goes_on_paper(site: Site, pathway: Pathway) -> None:
    for element in nodes(article(site, pathway), "question").values():
        for link, goto in zip(element.all("a.node__option"), element.all("span.node__goto"), strict=True):
            target = link.attrs["href"].removeprefix("#")
            kind = "question" if target in pathway.questions else "card"
            assert goto.text == f"go to {kind} {pathway.marks[target]}"


@pytest.mark.parametrize("size", ["narrow", "wide"])
def test_a_drawing_shows_the_same_steps(site: Site, pathway: Pathway, size: str) -> None:
    drawing = article(site, pathway).one(f"svg.drawing__svg--{size}")
    groups = [group for group in drawing.all("g") if "data-question" in group.attrs]
    drawn = {g.attrs["data-question"]: {e.attrs["data-to"] for e in g.all("a") if "data-to" in e.attrs} for g in groups}
    assert drawn == compiled(pathway)
    for group in groups:
        text = said(group.text)
        question = pathway.questions[group.attrs["data-question"]]
        assert said(question.text) in text
        for target in drawn[question.id]:
            card = pathway.dispositions.get(target)
            mark = pathway.marks[target]
            assert (f"{mark}. {said(card.title)}" if card else f"go to {mark}") in text


def test_no_text_of_a_drawing_leaves_its_box(site: Site, pathway: Pathway) -> None:
    for drawing in article(site, pathway).all("svg.drawing__svg"):
        width = float(drawing.attrs["viewbox"].split()[2])
        for box in drawing.all("rect.drawing__box"):
            assert float(box.attrs["x"]) + float(box.attrs["width"]) <= width
        for text in drawing.all("tspan"):
            assert 0 <= float(text.attrs["x"]) < width


def test_the_words_under_a_drawing_say_the_same(site: Site, pathway: Pathway) -> None:
    words = article(site, pathway).one("details.drawing__words")
    items = [item for item in words.all("li") if "data-question" in item.attrs]
    told = {i.attrs["data-question"]: {e.attrs["data-to"] for e in i.all("li") if "data-to" in e.attrs} for i in items}
    assert told == compiled(pathway)


def test_the_data_hold_the_same_steps(pathway: Pathway, data: dict[str, Any]) -> None:
    found = next(item for item in data["pathways"] if item["id"] == pathway.id)
    assert {q["id"]: {answer["to"] for answer in q["answers"]} for q in found["questions"]} == compiled(pathway)
    assert [card["id"] for card in found["cards"]] == list(pathway.dispositions)
    assert found["start"] == pathway.head.start


def test_the_data_fit_their_schema(site: Site, data: dict[str, Any]) -> None:
    schema = json.loads((site.folder / "decide/pathways.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    broken = copy.deepcopy(data)
    del broken["pathways"][0]["questions"][0]["answers"][1:]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_an_address_in_the_data_leads_to_the_step(site: Site, data: dict[str, Any]) -> None:
    for pathway in data["pathways"]:
        for node in (*pathway["questions"], *pathway["cards"]):
            url, anchor = resolved("", node["url"])
            assert anchor == node["id"]
            assert site.anchors[url][anchor].tag == "section"
        for card in pathway["cards"]:
            for page in card["pages"]:
                url, anchor = resolved("", page)
                assert anchor in site.anchors[url] if anchor else url in site.articles


def test_an_emergency_links_to_the_emergency_page_only(site: Site, pathway: Pathway) -> None:
    page = site.knowledge.pages[pathway.page]
    target = site.knowledge.pages[pathway.head.emergency_page].url
    emergencies = [e for e in nodes(article(site, pathway), "card").values() if e.attrs["data-urgency"] == "emergency"]
    assert emergencies
    for card in emergencies:
        assert [resolved(page.url, link) for link in links(card)] == [(target, "")]


def test_a_card_says_how_urgent_it_is_in_its_heading(site: Site, pathway: Pathway) -> None:
    for name, card in nodes(article(site, pathway), "card").items():
        end = pathway.dispositions[name]
        heading = card.one("h3.care-card__heading")
        assert heading.text == f"Card {pathway.marks[name]}: {end.urgency.words}. {said(end.title)}"


def test_a_card_after_signs_says_what_to_do_for_each(site: Site, pathway: Pathway) -> None:
    for question in pathway.questions.values():
        for name in question.signs:
            flag = site.knowledge.red_flags[name]
            card = nodes(article(site, pathway), "card")[question.yes_to or ""]
            assert said(flag.sign) in card.text
            assert said(flag.action) in card.text
            assert said(flag.sign) in nodes(article(site, pathway), "question")[question.id].text


def test_a_page_that_owns_or_is_named_by_a_step_leads_to_it(site: Site, pathway: Pathway) -> None:
    for node in pathway.nodes:
        pages = {pathway.owners[node.id], *(name.partition("#")[0] for name in getattr(node, "pages", ()))}
        for name in pages - {pathway.page}:
            page = site.knowledge.pages[name]
            place = site.articles[page.url].one("nav.decision-place")
            assert (site.knowledge.pages[pathway.page].url, node.id) in [resolved(page.url, a) for a in links(place)]
