"""A built page, cut into its sections: the prose below each heading, without what stands elsewhere as well."""

from __future__ import annotations

from pathlib import Path

from scripts.artefacts.sections import BuiltSection, read_sections

PAGE = """\
<html><body><h1 id="menu">Menu</h1><article class="md-content__inner md-typeset"><p class="page-audience">For all</p>
{body}
<footer class="page-facts"><p>Last read</p></footer></article><p>after</p></body></html>
"""


def sections(folder: Path, body: str) -> list[tuple[str, str, str]]:
    path = folder / "index.html"
    path.write_text(PAGE.format(body=body), encoding="utf-8")
    return [(section.anchor, section.title, section.words) for section in read_sections(path)]


def test_a_heading_with_an_id_begins_a_section_with_the_words_below_it(tmp_path: Path) -> None:
    body = '<h1 id="top">The  title</h1><p>One <em>two</em>.</p><h2 id="next">Next</h2><ul><li>a</li><li>b</li></ul>'
    assert sections(tmp_path, body) == [("top", "The title", "One two."), ("next", "Next", "a b")]


def test_a_heading_has_the_id_of_the_section_that_holds_it(tmp_path: Path) -> None:
    body = (
        '<h1 id="top">T</h1><section class="node" id="who"><h3><span>Question 1</span><span>:</span> Who?</h3>It asks'
    )
    assert sections(tmp_path, f"{body}</section>") == [("top", "T", ""), ("who", "Question 1: Who?", "It asks")]


def test_a_heading_without_an_id_is_a_part_of_the_section_that_it_stands_in(tmp_path: Path) -> None:
    assert sections(tmp_path, '<h1 id="top">T</h1><p>a</p><h2>Bare</h2><p>b</p>') == [("top", "T", "a Bare b")]


def test_what_has_an_entry_of_its_own_or_is_no_prose_is_left_out(tmp_path: Path) -> None:
    silent = (
        '<sup class="cite">[1]</sup>', '<ol class="references"><li>Ref</li></ol>', "<nav><h2 id='see'>See</h2></nav>",
        '<section class="care-card"><h2 id="card">Get help</h2>Now</section>', "<script>run()</script>",
        '<article class="claim" id="c"><p>A claim</p></article>', '<dl class="glossary"><dt>word</dt></dl>',
        '<svg><text>drawn</text></svg>',
    )  # fmt: skip
    assert sections(tmp_path, f'<h1 id="top">T</h1>Before{"".join(silent)} after.') == [("top", "T", "Before after.")]


def test_the_card_of_a_pathway_is_prose(tmp_path: Path) -> None:
    body = '<h1 id="top">T</h1><section class="node node--card care-card" id="end"><h3>Card A</h3><p>Ask</p></section>'
    assert sections(tmp_path, body)[1] == ("end", "Card A", "Ask")


def test_a_page_without_an_article_has_no_sections(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text("<h1 id='a'>A</h1>", encoding="utf-8")
    assert read_sections(path) == []


def test_white_space_is_one_space() -> None:
    assert BuiltSection("a", 1, "b", ["one\n", " two", "three "]).words == "one twothree"
