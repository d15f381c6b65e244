"""Every figure on the real site is the one of its claim, as the site's own engine and as another reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from scripts.model.page import MacroCall, Page
from scripts.model.vocabulary import Form
from scripts.rendering.figures import figure_text, number
from tests.markup import Element, said
from tests.site.support import Site, raw


def figures(site: Site) -> Iterator[tuple[Page, MacroCall, str]]:
    """Every figure of every page: what the page asks for, and what stands there."""
    for page, article in site.pages():
        calls = [call for call in page.calls if call.name == "figure"]
        for call, span in zip(calls, article.all("span.figure"), strict=True):
            yield page, call, span.text


@pytest.fixture(scope="module")
def claims() -> dict[str, dict[str, Any]]:
    return {claim["id"]: claim for claim in raw("claims/*.yml")}


def test_every_figure_is_what_its_claim_gives(site: Site) -> None:
    seen = 0
    for page, call, text in figures(site):
        claim = site.knowledge.claims[str(call.args[0])]
        options = {**call.options, "form": Form(str(call.options.get("form", "value")))}
        assert text == said(figure_text(claim, *call.args[1:], **options)), (page.path, call.line)  # type: ignore[arg-type]
        seen += 1
    assert seen > 300


def measure_of(claim: dict[str, Any], call: MacroCall) -> dict[str, Any]:
    marks = {key: value for key, value in call.options.items() if key not in ("form", "per")}
    (found,) = (m for m in claim["measures"] if all(m.get(key) == value for key, value in marks.items()))
    measure: dict[str, Any] = found
    return measure


def numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?\d+(?:\.\d+)?", text.replace("−", "-"))]


def test_every_figure_holds_the_numbers_of_the_data_and_no_others(site: Site, claims: dict[str, Any]) -> None:
    for page, call, text in figures(site):
        claim = claims[str(call.args[0])]
        if len(call.args) > 1:
            assert text == call.args[1], (page.path, call.line)
            assert text in said(claim["statement"]), (page.path, call.line)
            continue
        measure = measure_of(claim, call)
        expected = {"value": value, "natural": natural, "count": count, "interval": interval}
        form = str(call.options.get("form", "value"))
        if form == "timepoint":
            assert text == measure["timepoint"], (page.path, call.line)
            continue
        assert expected[form](measure, numbers(text.replace("scale 0 to 10", ""))), (page.path, call.line, text)
        shares = measure.get("unit") == "%" and not text.startswith(("none of", "all of"))
        assert shares == ("%" in text.replace("95 % CI", "")), (page.path, call.line, text)


def value(measure: dict[str, Any], found: list[float]) -> bool:
    return found == [measure["value"]]


def natural(measure: dict[str, Any], found: list[float]) -> bool:
    if measure["value"] in (0, 100):
        return found == [measure["total"]]
    part, whole, share = found
    return share == measure["value"] and abs(100 * part / whole - share) <= min(2.5, 0.12 * share)


def count(measure: dict[str, Any], found: list[float]) -> bool:
    return found == [measure["events"], measure["total"], measure["value"]]


def interval(measure: dict[str, Any], found: list[float]) -> bool:
    if measure.get("ci"):
        return found == [measure["value"], 95, *measure["ci"]]
    counts = [measure["value"], measure["events"], measure["total"], 95]
    return found[:4] == counts and len(found) == 6 and found[4] - 0.75 <= measure["value"] <= found[5] + 0.75


def test_every_figure_of_a_comparison_stands_in_its_cell(site: Site) -> None:
    for page, article in site.pages():
        if page.front.comparison is None:
            continue
        criteria = page.front.comparison.criteria
        table = article.one("table.comparison")
        for row, shown in zip(page.front.comparison.rows, table.one("tbody").all("tr"), strict=True):
            texts = [cell.text for cell in shown.children if isinstance(cell, Element)][1:]
            for criterion, text in zip(criteria, texts, strict=True):
                cell = row.cells[criterion.id]
                for item in cell.figures:
                    claim = site.knowledge.claims[item.claim]
                    figure = figure_text(claim, item.phrase, item.outcome, item.arm, item.timepoint, item.form)
                    assert said(figure) in text, (page.path, row.id, criterion.id)
                assert ("No evidence found." in text) == cell.none_found, (page.path, row.id, criterion.id)


def test_every_figure_as_data_in_the_ledger_is_that_of_the_file(site: Site, claims: dict[str, Any]) -> None:
    for name, claim in claims.items():
        tables = site.home("claim", name).all("details.claim__measures")
        rows = tables[0].one("tbody").all("tr") if tables else []
        for measure, row in zip(claim.get("measures", []), rows, strict=True):
            cells = [cell.text for cell in row.children if isinstance(cell, Element)]
            assert cells[0] == measure["outcome"], name
            assert cells[1].startswith(said(measure["arm"])), name
            assert number(measure["value"]) in cells[2].split(), (name, cells)
            assert numbers(cells[3]) == [measure[key] for key in ("events", "total") if key in measure], name
            assert numbers(cells[4]) == measure.get("ci", []), name
