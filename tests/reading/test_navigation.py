"""The navigation is the pages that the generator's configuration names, each with its line."""

from __future__ import annotations

from scripts.problems import Problems
from scripts.reading.navigation import read_navigation

NESTED = """\
site_name: !ENV [NAME, "A base"]
nav:
  - index.md
  - Home: home.md
  - Part:
      - part/index.md
      - Deep:
          - part/deep.md
      - Elsewhere: https://example.org/
"""


def test_pages_are_found_at_every_depth_with_their_lines() -> None:
    problems = Problems()
    pages = read_navigation(NESTED, "mkdocs.yml", problems)
    assert {name: (place.path, place.line) for name, place in pages.items()} == {
        "index.md": ("mkdocs.yml", 3),
        "home.md": ("mkdocs.yml", 4),
        "part/index.md": ("mkdocs.yml", 6),
        "part/deep.md": ("mkdocs.yml", 8),
        "https://example.org/": ("mkdocs.yml", 9),
    }
    assert not len(problems)


def test_a_configuration_without_navigation_names_no_page() -> None:
    for text in ("", "site_name: x", "nav:", "- a list"):
        assert read_navigation(text, "mkdocs.yml", Problems()) == {}


def test_a_broken_configuration_is_a_problem() -> None:
    problems = Problems()
    assert read_navigation("nav: [a.md\nsite_name: x", "mkdocs.yml", problems) == {}
    assert str(problems) == ("mkdocs.yml:2: file: yaml-syntax: did not find expected ',' or ']', expected valid YAML")
