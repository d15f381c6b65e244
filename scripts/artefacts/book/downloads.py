"""Every PDF of the site, written into its downloads: made from the knowledge and the pages alone."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pikepdf

from scripts.artefacts.book.book import BOOK, CLINICIANS, LARGE, PATIENTS, Plan, source_of
from scripts.artefacts.book.engine import FORM, STANDARDS, pdf_of
from scripts.artefacts.book.facts import Facts, facts_of
from scripts.artefacts.book.fillable import diary, questions
from scripts.artefacts.book.finish import finished
from scripts.artefacts.book.forms import filled
from scripts.artefacts.book.kept import kept
from scripts.artefacts.book.sheets import PAPERS, sheets
from scripts.artefacts.settings import navigation
from scripts.artefacts.written import Written
from scripts.model.knowledge import Knowledge
from scripts.model.vocabulary import Audience
from scripts.project import Project

FOLDER = "downloads"
LIST = "pdfs.json"
DIARY_PAGE, QUESTIONS_PAGE = "at-home-adults", "questions"  # the pages to which the forms lead


@dataclass(frozen=True)
class Job:
    """A PDF to write: under `names`, of which the last lasts; `fields`: it is a form."""

    names: tuple[str, ...]
    audience: Audience
    source: Callable[[], str]
    fields: bool = False


def write_book(knowledge: Knowledge, project: Project, site: Path, address: str) -> list[Written]:
    """Write every PDF below `site`, with a list of them; `address` is where the site is published."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    facts = facts_of(knowledge, project, address)
    cache = project.cache / "pdfs"
    written = [item for job in jobs(knowledge, project, facts) for item in _write(job, facts, folder, cache)]
    listed = json.dumps([asdict(item) for item in written], indent=1, ensure_ascii=False)
    (folder / LIST).write_text(listed + "\n", encoding="utf-8")
    return written


def jobs(knowledge: Knowledge, project: Project, facts: Facts) -> Iterator[Job]:
    """Everything to write: the book, the guides, the forms and the handouts."""
    pages = navigation(project)

    def chapters(plan: Plan) -> Callable[[], str]:
        return lambda: source_of(plan, knowledge, project, facts, pages)

    dated = f"anal-dilation-book-{facts.version}-{facts.day.isoformat()}.pdf"
    yield Job((dated, "book.pdf"), Audience.EVERYONE, chapters(BOOK))
    yield Job(("patients-guide.pdf",), Audience.PATIENTS, chapters(PATIENTS))
    yield Job(("patients-guide-large-print.pdf",), Audience.PATIENTS, chapters(LARGE))
    yield Job(("clinicians-reference.pdf",), Audience.CLINICIANS, chapters(CLINICIANS))
    if DIARY_PAGE in knowledge.pages:
        yield Job(("diary.pdf",), Audience.PATIENTS, lambda: diary(knowledge, facts, DIARY_PAGE), fields=True)
    asked = lambda: questions(knowledge, project, facts, QUESTIONS_PAGE)  # noqa: E731 - as the others
    if QUESTIONS_PAGE in knowledge.pages:
        yield Job(("questions-to-ask.pdf",), Audience.PATIENTS, asked, fields=True)
    for page, paper, source in sheets(knowledge, project, facts):
        yield Job((f"handout-{page.id}-{paper}.pdf",), Audience.PATIENTS, lambda source=source: source)  # type: ignore[misc]


def made(job: Job, facts: Facts) -> bytes:
    """The bytes of a PDF."""
    if job.fields:
        return filled(pdf_of(job.source(), facts.timestamp, FORM))
    return finished(pdf_of(job.source(), facts.timestamp, STANDARDS))


def _write(job: Job, facts: Facts, folder: Path, cache: Path) -> Iterator[Written]:
    source = job.source()
    from_source = replace(job, source=lambda: source)
    content = kept(cache, f"{facts.timestamp} {job.fields}\n{source}", lambda: made(from_source, facts))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages, title = len(pdf.pages), str(pdf.docinfo["/Title"])
    for name in job.names:
        (folder / name).write_bytes(content)
        paper = next((f" ({words})" for key, words in PAPERS.items() if name.endswith(f"-{key}.pdf")), "")
        yield Written(name, f"{title}{paper}", job.audience.value, pages, len(content))
