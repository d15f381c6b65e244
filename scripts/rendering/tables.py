"""Things side by side: home protocols, and the techniques of a page's comparison."""

from __future__ import annotations

from markupsafe import Markup

from scripts.model.care import Protocol
from scripts.model.page import Cell
from scripts.rendering.escape import inline
from scripts.rendering.figures import figure_text
from scripts.rendering.view import View

# The columns of a protocol table, in the order in which a person would ask.
COLUMNS = {
    "indication": "For",
    "route": "Route",
    "start": "Start",
    "start_after": "Start",
    "sizes_mm": "Sizes (mm)",
    "minutes_per_session": "Minutes a session",
    "passes_and_dwell": "Passes and time in place",
    "times_per_day": "Times a day",
    "sessions_per_week": "Sessions a week",
    "size_step": "Step up",
    "progression": "Step up",
    "goal_size_rule": "Goal size",
    "duration_weeks": "Weeks in all",
    "taper": "Tapering off",
    "review_after_weeks": "Seen again (weeks)",
    "lubricant": "Lubricant",
    "position": "Position",
    "depth": "Depth",
    "cleaning": "Cleaning",
    "stop_if": "Limit or stop",
}


def protocols(view: View, kind: str, *names: str) -> Markup:
    """The home protocols of one kind, or the named ones of them, as a table; patients see only rows open to them."""
    rows = rows_of(view, kind, *names)
    fields = [name for name in COLUMNS if any(getattr(row, name) for row in rows)]
    columns = {name: COLUMNS[name] for name in fields}
    return view.template("protocols.html", kind=kind, rows=rows, columns=columns, copies=copies_of(view, rows))


def rows_of(view: View, kind: str, *names: str) -> list[Protocol]:
    """The rows of one kind, or the named ones of them, that the page may show."""
    rows = [row for row in view.knowledge.protocols[kind] if not names or row.id in names]
    if view.page.for_patients:
        rows = [row for row in rows if row.open_to_patients(view.knowledge.claims)]
    return rows


def copies_of(view: View, rows: list[Protocol]) -> dict[str, list[str]]:
    """For each row that copies another's text, whom it copies, in words."""
    names = {row.id: row.who for row in rows}
    return {
        row.id: [names.get(source) or view.knowledge.sources[source].short for source in row.derived_from]
        for row in rows
    }


def compare(view: View, name: str) -> Markup:
    """The comparison in the page's own front matter as a table, with "no evidence found" said where so."""
    comparison = view.page.front.comparison
    if comparison is None or comparison.id != name:
        raise KeyError(f"the page {view.page.id!r} has no comparison {name!r}")
    return view.template("comparison.html", comparison=comparison, figures=figures_of)


def figures_of(view: View, cell: Cell) -> list[Markup]:
    """The figures of a cell in words, each with its label where it has one."""
    found = []
    for item in cell.figures:
        claim = view.knowledge.claims[item.claim]
        text = figure_text(claim, item.phrase, item.outcome, item.arm, item.timepoint, item.form)
        found.append(inline(f"{item.label}: {text}" if item.label else text))
    return found
