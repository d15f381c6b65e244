"""The site and its data are one: the data give back the knowledge, and a page is made anew from nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import markdown
import pytest
import yaml
from pydantic import ValidationError

from scripts.artefacts.api.read import knowledge_from
from scripts.model.collections import FOLDER
from scripts.model.knowledge import Knowledge
from scripts.rendering.registry import MACROS
from scripts.rendering.view import View
from tests.site.support import Site
from tests.support import ROOT

PARTS = (
    "sources", "claims", "topics", "red_flags", "protocols", "document", "terms", "disagreements", "pathways", "uses",
    "references", "histories",
)  # fmt: skip
# The self-test is not published, so what shows or counts its questions can't be made from the data; nor can lists of
# what a build wrote.
LEFT_OUT = ("self_test(", 'count("self-test")', "downloads(", "#versions-list")


class _Tags(yaml.SafeLoader):
    """Passes over what only the generator reads."""


_Tags.add_multi_constructor("", lambda loader, suffix, node: None)
CONFIGURATION = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Tags)  # noqa: S506 - a safe loader


@pytest.fixture(scope="module")
def again(site: Site) -> Knowledge:
    return knowledge_from(site.folder / FOLDER)


@pytest.fixture(scope="module")
def texts(site: Site) -> dict[str, str]:
    items = json.loads((site.folder / FOLDER / "pages.json").read_text(encoding="utf-8"))["items"]
    return {item["id"]: item["text"] for item in items}


def rebuilt(knowledge: Knowledge, page: str, text: str) -> str:
    """The words of a page, by its macros and then by Markdown, as a generator would make them."""
    view = View(knowledge, knowledge.pages[page])
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)  # noqa: S701 - Markdown is made
    environment.globals.update({name: bound(function, view) for name, function in MACROS.items()})
    extensions: dict[str, Any] = {}
    for entry in CONFIGURATION["markdown_extensions"]:
        extensions |= entry if isinstance(entry, dict) else {entry: {}}
    names = ["toc", "tables", "fenced_code", *extensions]
    words = environment.from_string(text).render()
    made: str = markdown.markdown(words, extensions=list(dict.fromkeys(names)), extension_configs=extensions)
    return made


def bound(function: Callable[..., object], view: View) -> Callable[..., str]:
    return lambda *args, **options: str(function(view, *args, **options))


@pytest.mark.parametrize("part", PARTS)
def test_the_data_give_back_the_knowledge(site: Site, again: Knowledge, part: str) -> None:
    assert getattr(again, part) == getattr(site.knowledge, part)


def test_the_data_give_back_every_address(site: Site, again: Knowledge) -> None:
    assert again.homes == {thing: place for thing, place in site.knowledge.homes.items() if thing[0] != "question"}


def test_every_page_made_from_the_data_alone_is_the_site_s_own(
    site: Site, again: Knowledge, texts: dict[str, str]
) -> None:
    made = 0
    for page in site.knowledge.pages.values():
        if any(call in texts[page.id] for call in LEFT_OUT):
            continue
        own = (site.folder / page.url / "index.html").read_text(encoding="utf-8")
        assert rebuilt(again, page.id, texts[page.id]) in own, page.path
        made += 1
    assert made > 50


def test_a_word_that_differs_in_the_data_differs_on_the_page(
    site: Site, again: Knowledge, texts: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "v1"
    folder.mkdir()
    for path in (site.folder / FOLDER).glob("*.json"):
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(text.replace("Single centre, no control group.", "Changed."), encoding="utf-8")
    other = knowledge_from(folder)
    name = "ledger-outcomes"
    assert rebuilt(other, name, texts[name]) != rebuilt(again, name, texts[name])


def test_data_of_another_shape_are_refused(site: Site, tmp_path: Path) -> None:
    for path in (site.folder / FOLDER).glob("*.json"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace('"caveat": "Single', '"doubt": "Single'), encoding="utf-8")
    with pytest.raises(ValidationError, match="caveat"):
        knowledge_from(tmp_path)
