"""The same, through the generator itself: a hostile word in every file of evidence changes words and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from scripts.artefacts.site import run_generator
from tests.markup import Element, parse, said
from tests.rendering.hostile import HOSTILE
from tests.support import SMALL, small_project, with_engine

# In sentences, since a pathway for patients has none that are long.
PLAIN, SAID = "QQ", " ".join(". ".join(HOSTILE).split())
PAGES = [
    "techniques", "red-flags", "glossary", "ledger", "sources", "red-flag-evidence", "disagreements", "trace",
    "decide", "help",
]  # fmt: skip
WORDS = {
    "claims/outcomes.yml": ("statement", "caveat"), "claims/safety.yml": ("statement", "caveat"),
    "red-flags.yml": ("sign", "action"), "protocols/adult-home.yml": ("who",),
    "glossary.yml": ("term", "plain"), "disagreements.yml": ("question", "reading"), "sources.json": ("title",),
}  # fmt: skip


def files_with(text: str) -> dict[str, str]:
    """The evidence of the small knowledge base, with `text` at the end of its sentences."""
    files = {}
    for name, keys in WORDS.items():
        items = yaml.safe_load((SMALL / "docs/evidence" / name).read_text(encoding="utf-8"))
        for item in items:
            item.update({key: f"{item[key]} {text}" for key in keys})
        write = json.dumps if name.endswith(".json") else yaml.safe_dump
        files[f"docs/evidence/{name}"] = write(items)
    return files


def built(folder: Path, text: str) -> dict[str, Element]:
    """The articles of the small site whose evidence says `text`, by page."""
    run_generator(with_engine(small_project(folder, files_with(text))), folder / "out")
    paths = {path.parent.name: path for path in (folder / "out").rglob("index.html")}
    return {name: parse(path.read_text(encoding="utf-8")).one("article.md-typeset") for name, path in paths.items()}


def bare(article: Element) -> Element:
    """An article without its references, in which the citation processor sets quotation marks and links."""
    for reference in article.all(".reference__text"):
        assert {element.tag for element in reference.walk()} <= {"div", "a", "span"}
        reference.children = []
    return article


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Element], dict[str, Element]]:
    return built(tmp_path_factory.mktemp("plain"), PLAIN), built(tmp_path_factory.mktemp("hostile"), SAID)


@pytest.mark.parametrize("name", PAGES)
def test_hostile_words_change_the_words_of_a_page_and_nothing_else(
    sites: tuple[dict[str, Element], dict[str, Element]], name: str
) -> None:
    plain, hostile = (bare(site[name]) for site in sites)
    assert [element.tag for element in hostile.walk()] == [element.tag for element in plain.walk()]
    for found, expected in zip(hostile.walk(), plain.walk(), strict=True):
        assert found.attrs == {key: said(value.replace(PLAIN, SAID)) for key, value in expected.attrs.items()}
    assert hostile.text == said(plain.text.replace(PLAIN, SAID))
