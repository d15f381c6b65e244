"""The copies of another knowledge base, smaller and with a name of its own; also when its sources fill two pages."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from scripts.artefacts.copies.copies import write_copies, write_offline
from scripts.artefacts.policy import protect
from scripts.artefacts.private import write_private_links
from scripts.artefacts.site import run_generator
from scripts.artefacts.verify import verify
from scripts.compiling.compile import knowledge_of
from tests.artefacts.test_copies_epub import check
from tests.support import edited, small_project, with_engine

ADDRESS = "https://example.org/small/"
LIST, CALL = "docs/evidence/sources.md", "{{ source_list() }}"
SPLIT = {
    LIST: edited(LIST, CALL, '{{ source_list("m") }}'),
    "docs/evidence/sources-2.md": edited(LIST, CALL, '{{ source_list("", "l") }}').replace("id: sources", "id: more"),
    "mkdocs.yml": edited("mkdocs.yml", "evidence/sources.md\n", "evidence/sources.md\n      - evidence/sources-2.md\n"),
}


@pytest.mark.parametrize("files", [{}, SPLIT], ids=["one-list", "two-lists"])
def test_its_copies_are_whole_and_named_after_it(files: dict[str, str], tmp_path: Path) -> None:
    project, site = with_engine(small_project(tmp_path / "project", files)), tmp_path / "site"
    run_generator(project, site)
    knowledge = knowledge_of(project.root)
    write_private_links(knowledge, site)
    written = write_copies(knowledge, project, "small", site, ADDRESS)
    protect(site)
    written += write_offline(knowledge, project, "small", site, ADDRESS)
    assert [item.name for item in written] == [
        "small.epub", "small-text.html", "small-offline.zip",
    ]  # fmt: skip
    assert all((site / "downloads" / item.name).stat().st_size == item.bytes for item in (written[0], written[2]))
    assert check(str(site / "downloads" / written[0].name)) == []
    text = (site / "downloads" / written[1].name).read_text(encoding="utf-8")
    assert 'href="#s1"' in text
    assert 'id="s1"' in text
    with zipfile.ZipFile(site / "downloads" / written[2].name) as package:
        package.extractall(tmp_path / "folder")
    assert list(verify(tmp_path / "folder/small-offline")) == []
    assert [problem for problem in verify(site) if "downloads/" in str(problem)] == []
