"""A second knowledge base: made in an empty folder, it passes its checks, builds, and says nothing of this subject."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from scripts.__main__ import main
from scripts.project import Project
from scripts.start import new_knowledge_base
from tests.artefacts.pdfs import pages as pages_of
from tests.support import ROOT, problems_of

OURS = re.compile(r"dilat|fissur|\banal\b|\banus\b|\bbottom \(", re.IGNORECASE)
TEXT = {".html", ".json", ".js", ".css", ".xml", ".txt", ".csv", ".svg", ".bib", ".ris", ".xhtml", ".opf", ".ncx"}


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The second knowledge base, built as a person would: in its own folder, by its own engine."""
    folder = tmp_path_factory.mktemp("second") / "kb"
    project = Project(folder)
    new_knowledge_base(Project(ROOT), project)
    for command in ("check", "build"):
        line = [sys.executable, "-m", "scripts", command]
        done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return project


def test_it_passes_every_check(second: Project) -> None:
    assert problems_of(second) == []


def test_each_of_its_pages_says_that_no_clinician_signed_it_off_and_none_is_missing(second: Project) -> None:
    pages = sorted(second.docs.rglob("*.md"))
    for path in pages:
        name = path.relative_to(second.docs).with_suffix("")
        folder = name.parent if name.name == "index" else name
        page = html.parse(second.site / folder / "index.html").getroot()
        assert "No clinician has signed it off" in page.text_content(), name
        assert page.xpath("count(//h1)") == 1, name
    assert len(pages) == 16
    home = html.parse(second.site / "index.html").getroot()
    assert "All of this is made up" in home.text_content()


def test_its_pathway_leads_by_links_alone_from_the_first_question_to_each_card(second: Project) -> None:
    page = html.parse(second.site / "patients" / "decide" / "index.html").getroot()
    (pathway,) = page.xpath("//*[@data-pathway='which-care']")
    reached, waiting = set(), [pathway.get("data-start")]
    while waiting:
        (node,) = pathway.xpath("section[@id=$name]", name=(name := waiting.pop()))
        reached.add(name)
        waiting += {link.removeprefix("#") for link in node.xpath(".//a[@class='node__option']/@href")} - reached
    assert reached == set(pathway.xpath("section/@id"))
    assert set(pathway.xpath("section[@data-node='card']/@id")) == {"now", "week", "learn", "look", "home-visit"}


def test_its_search_data_and_book_are_its_own(second: Project) -> None:
    assert "blue itch" in (second.site / "api" / "v1" / "terms.json").read_text("utf-8")
    assert any("blue itch" in path.read_text("utf-8") for path in (second.site / "assets" / "search").glob("*.js"))
    with pikepdf.open(second.site / "downloads" / "book.pdf") as book:
        assert str(book.docinfo["/Title"]) == "An example knowledge base"
        assert len(book.pages) > 10


def test_nothing_that_it_publishes_is_about_this_subject(second: Project) -> None:
    found = [(name, match[0]) for name, text in texts(second.site) if (match := OURS.search(text))]
    assert found == []


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The text of every file of a site, of what lies in its archives, and of its PDFs."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix in TEXT:
            yield path.name, path.read_text("utf-8")
        elif path.suffix == ".pdf":
            yield path.name, "\n".join(pages_of(path))
        elif path.suffix in (".zip", ".epub"):
            with zipfile.ZipFile(path) as archive:
                yield from (
                    (f"{path.name}/{name}", archive.read(name).decode())
                    for name in archive.namelist()
                    if Path(name).suffix in TEXT
                )


def test_a_newer_engine_replaces_the_copy_and_leaves_the_content_alone(tmp_path: Path) -> None:
    folder = tmp_path / "kb"
    assert main(["new", "kb", str(folder)]) == 0
    (folder / "scripts" / "project.py").write_text("an old engine")
    configuration = folder / "mkdocs.yml"
    kept = configuration.read_text("utf-8")
    configuration.write_text(kept.replace("  - assets/print.css\n", "").replace("An example knowledge base", "Mine"))
    (folder / "docs" / "index.md").write_text("mine")
    assert main(["new", "engine", str(folder)]) == 0
    assert (folder / "scripts" / "project.py").read_text("utf-8") == (ROOT / "scripts" / "project.py").read_text(
        "utf-8"
    )
    assert configuration.read_text("utf-8") == kept.replace("An example knowledge base", "Mine")
    assert (folder / "docs" / "index.md").read_text("utf-8") == "mine"


def test_the_second_can_make_a_third(second: Project, tmp_path: Path) -> None:
    line = [sys.executable, "-m", "scripts", "new", "kb", str(tmp_path / "third")]
    assert subprocess.run(line, cwd=second.root, check=False).returncode == 0
    assert problems_of(Project(tmp_path / "third")) == []


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["new", "kb", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{tmp_path}: not empty (notes.txt), expected a new or empty folder\n"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_folder_inside_the_project_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    inside = ROOT / "second"
    assert main(["new", "kb", str(inside)]) == 1
    assert capsys.readouterr().err == f"{inside}: inside this project, expected a folder outside {ROOT}\n"
    assert not inside.exists()


def test_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "file"
    path.write_text("mine")
    assert main(["new", "kb", str(path)]) == 1
    assert capsys.readouterr().err == f"{path}: a file, expected a new or empty folder\n"
    assert path.read_text("utf-8") == "mine"


def test_an_engine_is_put_only_where_one_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "engine", str(tmp_path)]) == 1
    expected = "not a second knowledge base, expected a folder that `new kb` made"
    assert capsys.readouterr().err == f"{tmp_path}: {expected}\n"
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    assert main(["new", "engine", str(tmp_path)]) == 1
    expected = "0 parts of the engine, expected 1 between its two lines"
    assert capsys.readouterr().err == f"{tmp_path / 'mkdocs.yml'}: {expected}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]
