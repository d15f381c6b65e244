"""Reading a built page: where its ids, links and headings stand, and what a reader reads."""

from __future__ import annotations

from pathlib import Path

from scripts.artefacts.html import read_built_page

PAGE = """<!doctype html>
<link rel="stylesheet" href="site.css">
<nav><h2 id="menu">Menu</h2></nav>
<article><p id="a">Before</p>
<h1 id="b">Title <em>one</em> &amp; two</h1>
<p>Words<br>and <a href="x/">more</a></p><script src="s.js">const hidden = 1;</script>
<article id="c"><h2>Inner</h2></article>
<p>After</p></article> <footer>Foot</footer>
"""


def test_a_built_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    page = read_built_page(tmp_path / "index.html")
    assert page.ids == [("menu", 3), ("a", 4), ("b", 5), ("c", 7)]
    assert page.links == [("site.css", 2), ("x/", 6), ("s.js", 6)]
    assert page.sections == [("h1", "Title one & two", ["Words", "and", "more"]), ("h2", "Inner", ["After"])]
    assert " ".join("".join(page.article).split()) == "Before Title one & two Wordsand more Inner After"
