"""The book holds every page and every claim, leads by page numbers that are right, and begins with the red flags."""

from __future__ import annotations

import json
import re
from dataclasses import asdict

import pytest

from scripts.artefacts.book.downloads import jobs, made
from scripts.artefacts.book.facts import facts_of, spelled
from scripts.artefacts.book.typst import words
from scripts.project import Project
from tests.artefacts.pdfs import ADDRESS, Answer, Entry, Pdfs, outline, pages, paper_pathway, squeezed
from tests.support import ROOT

PATHWAYS = ["which-care", "which-technique"]
Printed = tuple[int, dict[str, list[Answer]], dict[str, int]]
TEXT_PAGES = 25_000  # bytes that a page of a document of many pages may need on average


@pytest.fixture(scope="session")
def texts(pdfs: Pdfs) -> list[str]:
    return pages(pdfs.book)


@pytest.fixture(scope="session")
def entries(pdfs: Pdfs) -> list[Entry]:
    return outline(pdfs.book)


def chapter(entries: list[Entry], title: str) -> Entry:
    return next(entry for entry in entries if entry.level == 2 and entry.title == title)


def shown(text: str) -> str:
    """A text as it is printed: without what no font has, quotation marks and spaces as anything."""
    return re.sub(r"[\s\"'“”‘’\N{WORD JOINER}]+", "", words(text).replace("\\", ""))


def test_every_page_of_the_site_is_a_chapter_with_its_address(
    pdfs: Pdfs, entries: list[Entry], texts: list[str]
) -> None:
    chapters = [entry for entry in entries if entry.level == 2]
    assert sorted(entry.title for entry in chapters) == sorted(p.front.title for p in pdfs.knowledge.pages.values())
    by_title = {page.front.title: page for page in pdfs.knowledge.pages.values()}
    for entry in chapters:
        address = f"{ADDRESS}{by_title[entry.title].url}".removeprefix("https://")
        assert squeezed(address) in squeezed(texts[entry.page - 1])


def test_the_outline_has_three_levels_in_order(entries: list[Entry]) -> None:
    assert {entry.level for entry in entries} == {1, 2, 3}
    assert [entry.page for entry in entries] == sorted(entry.page for entry in entries)


def test_every_section_of_the_second_level_is_in_the_outline(pdfs: Pdfs, entries: list[Entry]) -> None:
    found = sum(entry.level == 3 for entry in entries)
    assert found >= sum(item.level == 2 for page in pdfs.knowledge.pages.values() for item in page.sections)


def test_every_claim_stands_in_the_ledger_once(pdfs: Pdfs, texts: list[str], entries: list[Entry]) -> None:
    start = next(entry.page for entry in entries if entry.title == "The ledger of claims")
    end = next(entry.page for entry in entries if entry.level == 1 and entry.page > start)
    ledger = "\n".join(texts[start - 1 : end])
    found = re.findall(r"^E(\d+)\s+([a-z0-9-]+)", ledger, re.MULTILINE)
    listed = [name for names in pdfs.knowledge.topics.values() for name in names]
    # Columns are not read in order everywhere, and a long id may be broken in two.
    assert sorted(int(number) for number, _ in found) == list(range(1, len(listed) + 1))
    assert all(listed[int(number) - 1].startswith(part) for number, part in found)
    text = shown(ledger)
    missing = [name for name in listed if shown(pdfs.knowledge.claims[name].caveat) not in text]
    assert len(missing) < len(listed) / 10, missing  # the rest are broken by the foot of a page


def test_the_red_flags_come_before_any_other_chapter(pdfs: Pdfs, entries: list[Entry], texts: list[str]) -> None:
    first = next(entry for entry in entries if entry.level == 2)
    assert first.title == pdfs.knowledge.pages["red-flags"].front.title
    second = [entry for entry in entries if entry.level == 2][1]
    text = shown("".join(texts[first.page - 1 : second.page - 1]))
    assert not [flag.id for flag in pdfs.knowledge.red_flags.values() if shown(flag.sign) not in text]


@pytest.fixture(scope="session")
def printed(pdfs: Pdfs, entries: list[Entry], texts: list[str]) -> dict[str, Printed]:
    """The pathways as they stand on paper, each with the page on which its chapter begins."""
    found = {}
    for name in PATHWAYS:
        start = chapter(entries, pdfs.knowledge.pages[pdfs.knowledge.pathways[name].page].front.title).page
        end = next((entry.page for entry in entries if entry.level <= 2 and entry.page > start), len(texts) + 1)
        found[name] = (start, *paper_pathway(texts[start - 1 : end - 1]))
    return found


@pytest.mark.parametrize("name", PATHWAYS)
def test_the_pathway_on_paper_is_the_pathway(pdfs: Pdfs, printed: dict[str, Printed], name: str) -> None:
    pathway = pdfs.knowledge.pathways[name]
    _, answers, stands = printed[name]
    assert set(stands) == set(pathway.marks.values())
    assert set(answers) == {pathway.marks[question] for question in pathway.questions}
    for question in pathway.questions.values():
        found = answers[pathway.marks[question.id]]
        assert [answer.to for answer in found] == [pathway.marks[option.to] for option in question.answers]
        for answer, option in zip(found, question.answers, strict=True):
            assert shown(answer.before).endswith(shown(option.label))


@pytest.mark.parametrize("name", PATHWAYS)
def test_an_answer_on_paper_names_the_page_of_its_question_or_card(printed: dict[str, Printed], name: str) -> None:
    start, answers, stands = printed[name]
    named = {(answer.to, answer.page) for found in answers.values() for answer in found}
    assert named == {(mark, start + stands[mark]) for mark, _ in named}


@pytest.mark.parametrize("name", PATHWAYS)
def test_walking_the_paper_ends_where_the_pathway_ends(pdfs: Pdfs, printed: dict[str, Printed], name: str) -> None:
    pathway = pdfs.knowledge.pathways[name]
    _, answers, _ = printed[name]
    ends: dict[str, frozenset[str]] = {}

    def ends_from(mark: str) -> frozenset[str]:
        if mark not in answers:
            return frozenset([mark])
        if mark not in ends:
            ends[mark] = frozenset().union(*(ends_from(answer.to) for answer in answers[mark]))
        return ends[mark]

    assert ends_from("1") == {pathway.marks[card] for card in pathway.dispositions}


def test_cross_references_name_the_right_page(pdfs: Pdfs, entries: list[Entry], texts: list[str]) -> None:
    evidence = next(entry.page for entry in entries if entry.title == "The evidence")
    text = squeezed("".join(texts[: evidence - 1]))  # from there on, titles also name the pages of sections
    checked = 0
    for page in pdfs.knowledge.pages.values():
        title = page.front.title
        named = {int(number) for number in re.findall(rf"{re.escape(squeezed(title))}\(page(\d+)\)", text)}
        assert named <= {chapter(entries, title).page}, title
        checked += len(named)
    assert checked > len(pdfs.knowledge.pages) / 2


def test_the_contents_name_the_right_pages(entries: list[Entry], texts: list[str]) -> None:
    contents = squeezed("".join(texts[1:6])).replace(".", "")
    for entry in entries:
        if entry.level == 2:
            assert f"{squeezed(entry.title)}{entry.page}".replace(".", "") in contents


def test_each_page_says_its_version_and_when_to_check_it(pdfs: Pdfs, texts: list[str]) -> None:
    facts = facts_of(pdfs.knowledge, Project(ROOT), ADDRESS)
    mark = f"Version {facts.version}"
    without = [number for number, text in enumerate(texts, 1) if mark not in text or "Check by" not in text]
    assert without == []
    assert spelled(facts.due) in texts[0]


def test_the_list_names_what_was_written(pdfs: Pdfs) -> None:
    assert json.loads((pdfs.folder / "pdfs.json").read_text("utf-8")) == [asdict(item) for item in pdfs.written]
    assert {item.name for item in pdfs.written} == {path.name for path in pdfs.folder.glob("*.pdf")}
    for item in pdfs.written:
        assert (pdfs.folder / item.name).stat().st_size == item.bytes


def test_a_page_needs_no_more_than_its_share_of_bytes(pdfs: Pdfs) -> None:
    # A short one pays for its fonts with few pages.
    assert not [item.name for item in pdfs.written if item.bytes > max(60_000, TEXT_PAGES * (item.pages or 0))]


@pytest.mark.parametrize("name", ["book.pdf", "diary.pdf", "handout-red-flags-a4.pdf"])
def test_a_second_build_gives_the_same_bytes(pdfs: Pdfs, name: str) -> None:
    project = Project(ROOT)
    facts = facts_of(pdfs.knowledge, project, ADDRESS)
    job = next(job for job in jobs(pdfs.knowledge, project, facts) if name in job.names)
    assert made(job, facts) == (pdfs.folder / name).read_bytes()
