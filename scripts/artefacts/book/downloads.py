"""Every PDF of the site, written into its downloads: made from the knowledge and the pages alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf

from scripts.artefacts.book.book import Plan, Plans, source_of
from scripts.artefacts.book.engine import FORM, STANDARDS, pdf_of
from scripts.artefacts.book.facts import Facts, facts_of
from scripts.artefacts.book.fillable import diary, questions
from scripts.artefacts.book.finish import finished
from scripts.artefacts.book.forms import filled
from scripts.artefacts.book.kept import kept
from scripts.artefacts.book.sheets import PAPERS, handout, sheets
from scripts.artefacts.naming import copies_of
from scripts.artefacts.settings import navigation
from scripts.artefacts.written import FOLDER, Written
from scripts.model.knowledge import Knowledge
from scripts.model.vocabulary import Audience
from scripts.project import Project


@dataclass(frozen=True)
class Job:
    """A PDF to write: under `names`, of which the last lasts; `fields`: it is a form.

    `called` stands before its title in lists.
    """

    names: tuple[str, ...]
    audience: Audience
    source: Callable[[], str]
    fields: bool = False
    called: str = ""


def write_book(knowledge: Knowledge, project: Project, site: Path, address: str) -> list[Written]:
    """Write every PDF below `site`, whose address is `address`; raises BuildError where the settings are wrong."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    facts = facts_of(knowledge, project, address)
    cache = project.cache / "pdfs"
    return [item for job in jobs(knowledge, project, facts) for item in _write(job, facts, folder, cache)]


def jobs(knowledge: Knowledge, project: Project, facts: Facts) -> Iterator[Job]:
    """Everything to write: the book, the guides, the forms and the handouts."""
    pages, copies = navigation(project), copies_of(project, knowledge)
    plans = Plans(copies)

    def chapters(plan: Plan) -> Callable[[], str]:
        return lambda: source_of(plan, knowledge, project, facts, pages)

    dated = f"{copies.name}-book-{facts.version}-{facts.day.isoformat()}.pdf"
    yield Job((dated, "book.pdf"), Audience.EVERYONE, chapters(plans.book), called="The whole book: ")
    yield Job(("patients-guide.pdf",), Audience.PATIENTS, chapters(plans.patients()))
    yield Job(("patients-guide-large-print.pdf",), Audience.PATIENTS, chapters(plans.large))
    yield Job(("clinicians-reference.pdf",), Audience.CLINICIANS, chapters(plans.clinicians))
    if kept_diary := copies.diary:
        yield Job(("diary.pdf",), Audience.PATIENTS, lambda: diary(knowledge, facts, kept_diary), fields=True)
    if asked := copies.questions:
        source = lambda: questions(knowledge, project, facts, asked)  # noqa: E731 - as the others
        yield Job(("questions-to-ask.pdf",), Audience.PATIENTS, source, fields=True)
    for page, paper, text in sheets(knowledge, project, facts):
        yield Job((handout(page.id, paper),), Audience.PATIENTS, lambda text=text: text)  # type: ignore[misc]


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
        this = f" ({facts.version})" if name != job.names[-1] else ""
        form = ", to fill in" if job.fields else ""
        yield Written(name, f"{job.called}{title}{form}{paper}{this}", job.audience.value, pages, len(content))
