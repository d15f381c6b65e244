"""Data is shown as text, whatever it holds, after Markdown has read what the macros wrote."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.model.knowledge import Knowledge
from scripts.rendering.escape import block, inline
from scripts.rendering.view import View
from tests.markup import Element, parse, said
from tests.rendering.hostile import HOSTILE, TEXTS, filled
from tests.rendering.support import changed, view_of, with_things, written
from tests.support import ROOT, edited, problems_of, small_project

PLACES = {
    "paragraph": "Before {} after.", "heading": "## Before {} after {{: #here }}", "item": "- before {} after",
    "cell": "| a | b |\n| --- | --- |\n| before {} after | c |", "definition": "Term\n:   before {} after",
    "strong": "**before {} after**", "details": '??? note "Title"\n    before {} after',
    "admonition": '!!! note "Title"\n    before {} after', "start": "{} after", "alone": "{}", "end": "## Before {}",
}  # fmt: skip
INLINE = {"link": ["ledger"], "term": ["fissure"], "claim_link": ["healing"], "figure": ["said"]}
BLOCKS: dict[str, tuple[str, list[str], dict[str, object]]] = {
    "red_flags": ("red_flags", [], {}), "brief": ("red_flags", [], {"brief": True}),
    "care_card": ("care_card", ["heavy-bleeding"], {}), "compare": ("compare", ["techniques"], {}),
    "claim": ("claim", ["limit"], {}), "protocols": ("protocols", ["adult-home"], {}),
    "timeline": ("protocol_timeline", ["adult-home"], {}),
    "disagreement": ("disagreement", ["bleeding-urgency"], {}), "ledger": ("ledger", ["outcomes"], {}),
    **{name: (name, [], {}) for name in ("ledger_index", "source_list", "glossary", "trace", "red_flag_evidence")},
    **{name: (name, [], {}) for name in ("held_claims", "references", "see_also")},
}  # fmt: skip


def markdown_as_configured() -> markdown.Markdown:
    """Markdown with the extensions that the site uses."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    options = yaml.safe_load(text)["markdown_extensions"]
    names = [next(iter(option)) if isinstance(option, dict) else option for option in options]
    return markdown.Markdown(extensions=names)


MARKDOWN = markdown_as_configured()


def read(text: str) -> Element:
    """What a reader gets where a page holds `text`."""
    return parse(MARKDOWN.reset().convert(text))


def tags(tree: Element, but: str = "") -> list[str]:
    return [element.tag for element in tree.walk() if element.tag not in ("", but)]


def saying(small: Knowledge, text: str) -> Knowledge:
    """The small base with a claim that says `text` and nothing else."""
    claim = small.claims["healing"].model_copy(update={"id": "said", "statement": text})
    return with_things(small, claims=[claim])


def check_inline(view: View, macro: str, text: str) -> None:
    for place in PLACES.values():
        options = {"text": text} if macro == "link" else {}
        arguments = INLINE[macro] if macro == "link" else [*INLINE[macro], text]
        hostile = read(place.format(written(view, macro, *arguments, **options)))
        tag = "span" if macro == "figure" else "a"
        assert tags(hostile, but=tag) == tags(read(place.format("x")))
        assert hostile.one(tag).text == said(text)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("macro", INLINE)
def test_words_in_a_sentence_are_text_wherever_a_page_puts_them(small: Knowledge, macro: str, text: str) -> None:
    check_inline(view_of(saying(small, text)), macro, text)


@given(TEXTS, st.sampled_from(sorted(PLACES)))
@settings(max_examples=200)
def test_escaped_words_are_text_without_a_tag_around_them(text: str, place: str) -> None:
    plain, hostile = (read(PLACES[place].format(f"x {words}")) for words in ("QQ", inline(f"Q{text}")))
    for heading in (*plain.all("h2"), *hostile.all("h2")):
        heading.attrs.pop("id")  # made of the words, where a page gives none
    assert outline(hostile) == outline(plain)
    assert hostile.text == said(plain.text.replace("QQ", f"Q{text}"))


def test_a_block_is_unindented_set_apart_and_without_blank_lines() -> None:
    assert str(block("<div>\n\n    <p>a</p>\n  </div>\n")) == "\n\n<div>\n<p>a</p>\n</div>\n\n"


@given(TEXTS.filter(str.strip), st.sampled_from(["link", "term", "claim_link"]))
@settings(max_examples=100)
def test_any_words_in_a_sentence_are_text_wherever_a_page_puts_them(small: Knowledge, text: str, macro: str) -> None:
    check_inline(view_of(small), macro, text)


def test_a_source_s_name_in_a_marker_is_text(small: Knowledge) -> None:
    for name in HOSTILE:
        source = changed(small.sources["trial-2020"], author=[{"literal": name}])
        marker = written(view_of(with_things(small, sources=[source])), "cite", "healing")
        for place in PLACES.values():
            tree = read(place.format(marker))
            assert tags(tree.one("sup")) == ["sup", "a"]
            assert said(tree.one("sup").one("a").attrs["aria-label"]) == said(f"Source 1: {name}, 2020")


def page_of(knowledge: Knowledge, block: str, page: str) -> Element:
    view = view_of(knowledge, page)
    view.citations.mark([knowledge.claims["limit"], knowledge.claims["bleeding"]])
    macro, arguments, options = BLOCKS[block]
    text = written(view, macro, *arguments, **options)
    return read(f"# Title\n\nBefore.\n\n{text}\n\nAfter.\n\n## Next\n\n- item\n")


def outline(tree: Element, word: str = "", text: str = "") -> list[tuple[str, dict[str, str]]]:
    """Every element with its attributes, `word` in them replaced by `text`."""
    return [(e.tag, {k: said(v.replace(word, text) if word else v) for k, v in e.attrs.items()}) for e in tree.walk()]


def check_block(small: Knowledge, block: str, text: str) -> None:
    plain, hostile = "QQ", f"Q{text}Q"
    for page in ("techniques", "red-flags", "home"):
        expected = page_of(filled(small, plain), block, page)
        found = page_of(filled(small, hostile), block, page)
        assert outline(found) == outline(expected, plain, hostile)
        assert found.text == said(expected.text.replace(plain, hostile))


@pytest.mark.parametrize("block", BLOCKS)
def test_words_in_a_block_are_text(small: Knowledge, block: str) -> None:
    check_block(small, block, " ".join(HOSTILE))


@given(TEXTS, st.sampled_from(sorted(BLOCKS)))
@settings(max_examples=60)
def test_any_words_in_a_block_are_text(small: Knowledge, text: str, block: str) -> None:
    check_block(small, block, text)


@pytest.mark.parametrize("key", ["title: Home", "description: Where to begin."])
@pytest.mark.parametrize("text", ['a "b" c', "a < b", "a > b"])
def test_a_title_or_description_that_the_theme_would_not_escape_is_refused(tmp_path: Path, key: str, text: str) -> None:
    name = key.partition(":")[0]
    home = edited("docs/index.md", key, f"{name}: '{text}'")
    line = 3 if name == "title" else 4
    problem = f'docs/index.md:{line}: home.{name}: malformed: {text!r}, expected words without ", < or >'
    assert problem in problems_of(small_project(tmp_path, {"docs/index.md": home}))
