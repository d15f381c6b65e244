"""The forms: a diary of what was prescribed and what happened, and the questions to ask with room for answers."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.artefacts.book.care import box
from scripts.artefacts.book.chapters import questions_of
from scripts.artefacts.book.facts import Facts, code, edition_info
from scripts.artefacts.book.leaf import Edition, leaf_of
from scripts.artefacts.book.typst import Markup, arguments, call, join, words
from scripts.artefacts.naming import Diary
from scripts.model.knowledge import Address, Knowledge
from scripts.project import Project

_LINES = (10, 24)  # lines of the diary on its first side, and on its second
_NOTE = (
    "A record of what your clinician prescribed and of what happened. It gives no advice: "
    "the plan is your clinician's, and this sheet changes nothing in it."
)


def diary(knowledge: Knowledge, facts: Facts, settings: Diary) -> str:
    """The diary as Typst source."""
    edition = Edition(knowledge, facts.site, frozenset(), noted=False)
    prescribed = [(line.id, (words(line.label), line.hint)) for line in settings.prescribed]
    columns = [
        {"name": it.id, "title": words(it.label), "tip": it.hint, "kind": it.kind.value, "width": it.width}
        for it in settings.columns
    ]  # fmt: skip
    body = [
        call("subheading", 2, words("What was prescribed")), call("fields", prescribed),
        call("subheading", 2, words("What happened")), call("diary", columns, 1, _LINES[0]),
        call("pagebreak"), box(leaf_of(edition, settings.page), level=2),
        call("subheading", 2, words("What happened, continued")), call("diary", columns, _LINES[0] + 1, sum(_LINES)),
    ]  # fmt: skip
    return _form(edition, facts, settings.page, settings.title, _NOTE, body)


def questions(knowledge: Knowledge, project: Project, facts: Facts, page: str) -> str:
    """The questions of `page`, each with a box to tick and room for an answer, as Typst source."""
    edition = Edition(knowledge, facts.site, frozenset(), noted=False)
    front = knowledge.pages[page].front
    body = list(_asked(edition, project, page))
    note = "Tick those that matter to you; nobody needs to ask them all."
    return _form(edition, facts, page, front.title, note, body)


def _asked(edition: Edition, project: Project, page: str) -> Iterator[Markup]:
    number = 0
    for title, asked in questions_of(edition, project, page):
        yield call("subheading", 2, title)
        for item in asked:
            number += 1
            yield call("ask", number, item)


def _form(edition: Edition, facts: Facts, page: str, title: str, note: str, body: list[Markup]) -> str:
    address = edition.url(Address(page))
    info = edition_info(facts, title, note)
    head = {"title": words(title), "note": words(note), "address": address, "qr": code(address)}
    start = f'#import "form.typ": *\n#show: sheet.with({arguments({"info": info})})\n'
    return start + join([call("form-head", head, box(leaf_of(edition, page), level=2)), *body], "\n\n")
