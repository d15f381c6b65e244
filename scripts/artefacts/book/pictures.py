"""Pictures: drawn from the same rows as on the site, each with all its figures in words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.artefacts.book.leaf import Leaf
from scripts.artefacts.book.tables import WEAK, who
from scripts.artefacts.book.typst import Markup, call, join, plain, words
from scripts.model.care import Protocol
from scripts.rendering.figures import number, value_text
from scripts.rendering.pictures.forest import SHAPES, Row
from scripts.rendering.pictures.forest import rows_of as plot_rows
from scripts.rendering.pictures.pictograph import Side
from scripts.rendering.pictures.shares import share_of
from scripts.rendering.pictures.sizes import BAR, WIDTH, placed, sizes_in
from scripts.rendering.pictures.spans import Span
from scripts.rendering.pictures.timeline import Line, Part, laid_out
from scripts.rendering.registry import MACROS
from scripts.rendering.tables import rows_of
from scripts.rendering.view import View

_SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
_NAME = re.compile(r'aria-label="([^"]*)"')
_APART = "Not comparable across rows: different people, follow-up and definitions."


def outcome_plot(leaf: Leaf, name: str) -> Markup:
    """Shares of people with their intervals, below each other on one scale."""
    plot = leaf.page.plot(name)
    if plot is None:
        raise KeyError(f"the page {leaf.page.id!r} has no plot {name!r}")
    groups = [(words(group.label), [_plot_row(leaf, row) for row in plot_rows(leaf, group)]) for group in plot.groups]
    shown = {row.claim.design for group in plot.groups for row in plot_rows(leaf, group)}
    key = [(SHAPES.get(design, "cross"), words(design.words)) for design in type(next(iter(shown))) if design in shown]
    return call("outcome-plot", words(plot.caption), words(_APART), key, groups)


def _plot_row(leaf: Leaf, row: Row) -> dict[str, object]:
    facts = f"{row.people}; {row.measure.timepoint or 'time not given'}; {row.claim.design.words}."
    note = f" {row.row.note}" if row.row.note else ""
    return {
        "who": join([words(row.row.label), leaf.marker([row.claim])]),
        "value": row.measure.value,
        "bounds": row.bounds,
        "ours": row.ours,
        "shape": row.shape,
        "facts": join([call("strong", words(row.figure)), words(f"; {facts}{note}")]),
    }


def pictograph(
    leaf: Leaf,
    claim: str,
    *,
    text: str,
    label: str,
    outcome: str | None = None,
    arm: str | None = None,
    timepoint: str | None = None,
    against: str | None = None,
    against_label: str = "",
    note: str | None = None,
) -> Markup:
    """A share as a hundred people, and beside it the same in another arm."""
    found = leaf.knowledge.claims[claim]
    sides = [Side(label, share_of(found, outcome, arm, timepoint))]
    if against is not None:
        sides.append(Side(against_label or against, share_of(found, outcome, against, timepoint)))
    told = [(words(side.label), side.people, words(f"{side.said} {text}."), words(_exactly(side))) for side in sides]
    key = join([words(f"Each circle is a person. A full circle: {text}. A ring: not."), leaf.marker([found])])
    return call("pictograph", told, key, words(note or found.caveat))


def _exactly(side: Side) -> str:
    when = side.measure.timepoint or "time not given"
    return f"{value_text(side.measure)}; counted: {side.count}; 95 % interval: {side.interval}; {when}"


def dilator_sizes(leaf: Leaf, *claims: str) -> Markup:
    """The widths that claims give, to true scale, with who says so."""
    shown = [(claim, sizes_in(claim)) for claim in leaf.shown(claims)]
    circles, height = placed(sorted({size for _, sizes in shown for size in sizes}))
    drawn = [(circle.size, circle.x, circle.y, words(circle.name)) for circle in circles]
    names = ", ".join(circle.name for circle in circles)
    rows = [
        [join([words(", ".join(f"{number(size)} mm" for size in sizes)), leaf.marker([claim])]),
         words(f"{claim.design.words}; {claim.population.words}"), words(claim.caveat)]
        for claim, sizes in shown
    ]  # fmt: skip
    heads = [words(text) for text in ("Widths", "Said by, about", "Caveat")]
    drawing = call("sizes", drawn, WIDTH, height, BAR, alt=f"A bar of {BAR} mm, and circles of {names}")
    return join([drawing, call("data-table", heads, rows, [20, 30, 60])], "\n\n")


def protocol_timeline(leaf: Leaf, kind: str) -> Markup:
    """The home protocols of one kind in time."""
    laid = laid_out(rows_of(leaf, kind))
    parts = [_part(leaf, part) for part in laid["parts"]]
    unplaced = [join([_who(leaf, row), words(f" {_said(said)}")]) for row, said in laid["unplaced"]]
    silent = [_who(leaf, row) for row in laid["silent"]]
    title = f"{kind.replace('-', ' ').capitalize()} protocols in time, as far as their words can be placed"
    return call("timeline", words(title), parts, unplaced, silent)


def _part(leaf: Leaf, part: Part) -> tuple[Markup, float, list[float], list[object]]:
    lines = [(_who(leaf, line.row), list(_bars(line)), words(_said(line.said))) for line in part.lines]
    return words(part.title), part.scale.high, part.scale.ticks, list(lines)


def _bars(line: Line) -> Iterator[dict[str, object]]:
    for kind, spans in (("bar", line.bars), ("point", line.points)):
        yield from (_bar(kind, span) for span in spans)


def _bar(kind: str, span: Span) -> dict[str, object]:
    return {"kind": kind, "low": span.low, "high": span.high, "later": bool(span.part), "more": span.more}


def _who(leaf: Leaf, row: Protocol) -> Markup:
    warning = [WEAK] if row.weak else []
    warning += ["Not independent"] if row.derived_from or row.derivation else []
    return join([who(leaf, row), words(f" ({'; '.join(warning)})" if warning else "")])


def _said(said: list[tuple[str, str]]) -> str:
    return "; ".join(f"{title}: {text}" for title, text in said)


def anatomy_drawing(leaf: Leaf) -> Markup:
    """The site's own drawing, and the list that explains its numbers."""
    drawn = str(MACROS["anatomy_drawing"](View(leaf.knowledge, leaf.page)))
    drawings = [(svg, plain(found[1])) for svg in _SVG.findall(drawn) if (found := _NAME.search(svg))]
    labels = [join([words(label.text), leaf.marker(leaf.shown(label.claims))]) for label in leaf.page.front.anatomy]
    subject = "bottom (anus)" if leaf.page.for_patients else "anal canal"
    title = words(f"The {subject}, cut through from side to side and seen from the front")
    return call("anatomy", title, drawings, labels)
