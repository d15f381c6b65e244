"""What a picture shows is there exactly once in the data, and can be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.support import calls, unknown
from scripts.compiling.compile import Compiled
from scripts.compiling.pages import PageFile
from scripts.model.claim import Claim
from scripts.model.page import MacroCall
from scripts.problems import Place, Problem
from scripts.rendering.figures import FigureError
from scripts.rendering.pictures.shares import of_hundred, share_of
from scripts.rendering.pictures.sizes import sizes_in

_MARKS = ("outcome", "arm", "timepoint")


def check(compiled: Compiled) -> Iterator[Problem]:
    """Problems `figure`, `unknown-claim`, `unknown-plot` and `empty-drawing`."""
    for file in compiled.files:
        yield from _plots(compiled, file)
        yield from _anatomy(compiled, file)
    for file, call, place in calls(compiled):
        if call.name == "outcome_plot":
            plots = [plot.id for plot in file.page.front.plots]
            yield from unknown(compiled, "plot", call.args[:1], plots, place, call.name)
        elif call.name == "anatomy_drawing" and not file.page.front.anatomy:
            yield place.problem(call.name, "empty-drawing", "no labels", "anatomy in the page's front matter")
        else:
            yield from _call(compiled, call, place)


def _plots(compiled: Compiled, file: PageFile) -> Iterator[Problem]:
    """Every row of a plot selects one share of people."""
    for position, plot in enumerate(file.page.front.plots):
        for number, group in enumerate(plot.groups):
            for line, row in enumerate(group.rows):
                place = file.raw.front.place("plots", position, "groups", number, "rows", line)
                key = f"plots.{plot.id}"
                yield from unknown(compiled, "claim", [row.claim], compiled.knowledge.claims, place, key)
                if claim := compiled.knowledge.claims.get(row.claim):
                    yield from _share(claim, (group.outcome, row.arm, row.timepoint), place, key)


def _share(claim: Claim, marks: tuple[str | None, str | None, str | None], place: Place, key: str) -> Iterator[Problem]:
    try:
        share_of(claim, *marks)
    except FigureError as error:
        yield place.problem(f"{key}.{claim.id}", "figure", error.found, error.choices)


def _anatomy(compiled: Compiled, file: PageFile) -> Iterator[Problem]:
    for position, label in enumerate(file.page.front.anatomy):
        place = file.raw.front.place("anatomy", position)
        key = f"anatomy.{label.spot}"
        yield from unknown(compiled, "claim", label.claims, compiled.knowledge.claims, place, key)


def _call(compiled: Compiled, call: MacroCall, place: Place) -> Iterator[Problem]:
    """A pictograph has one share that a hundred people can show; a drawing of dilators has sizes."""
    named = [claim for name in call.args if (claim := compiled.knowledge.claims.get(str(name)))]
    try:
        for claim in named if call.name == "dilator_sizes" else ():
            sizes_in(claim)
        for claim in named[:1] if call.name == "pictograph" else ():
            outcome, arm, timepoint = (_text(call, name) for name in _MARKS)
            against = _text(call, "against")
            for group in (arm, against) if against else (arm,):
                of_hundred(share_of(claim, outcome, group, timepoint))
    except FigureError as error:
        yield place.problem(call.name, "figure", error.found, error.choices)


def _text(call: MacroCall, name: str) -> str | None:
    return str(call.options[name]) if name in call.options else None
