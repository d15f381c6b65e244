"""Every figure exists in its claim exactly once, and its claim is cited in the same paragraph, item or row."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import calls
from scripts.compiling.compile import Compiled
from scripts.compiling.pages import PageFile
from scripts.model.page import MacroCall
from scripts.model.vocabulary import Form
from scripts.problems import Problem
from scripts.rendering.figures import FigureError, figure_text


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `figure` and `uncited-figure`."""
    for file, call, place in calls(compiled):
        claim = compiled.knowledge.claims.get(str(call.args[0])) if call.name == "figure" and call.args else None
        if claim is None or call.options.get("form", "value") not in list(Form):
            continue
        try:
            figure_text(claim, *call.args[1:], **_options(call))  # type: ignore[arg-type]
        except FigureError as error:
            yield place.problem(f"figure.{claim.id}", "figure", error.found, error.choices)
        except TypeError:  # wrong arguments: the rule on macro calls says so
            continue
        if not _cited(file, call, claim.id):
            found = "a figure without its citation"
            yield place.problem(f"figure.{claim.id}", "uncited-figure", found, f'cite("{claim.id}") beside it')
    yield from _comparisons(compiled)


def _options(call: MacroCall) -> dict[str, object]:
    options = dict(call.options)
    if "form" in options:
        options["form"] = Form(str(options["form"]))
    return options


def _cited(file: PageFile, call: MacroCall, claim: str) -> bool:
    beside = (other for other in file.page.calls if other.block == call.block)
    return any(other.name in ("cite", "claim") and claim in other.args for other in beside)


def _comparisons(compiled: Compiled) -> Iterator[Problem]:
    for file in compiled.files:
        rows = file.page.front.comparison.rows if file.page.front.comparison else ()
        for position, row in enumerate(rows):
            for name, cell in row.cells.items():
                place = file.raw.front.place("comparison", "rows", position, "cells", name)
                for item in cell.figures:
                    claim = compiled.knowledge.claims.get(item.claim)
                    try:
                        if claim:
                            figure_text(claim, item.phrase, item.outcome, item.arm, item.timepoint, item.form)
                    except FigureError as error:
                        yield place.problem(f"comparison.{row.id}.{name}", "figure", error.found, error.choices)
                    if item.claim not in cell.claims:
                        found = f"a figure of '{item.claim}' without its citation"
                        yield place.problem(f"comparison.{row.id}.{name}", "uncited-figure", found, "it in claims")
