"""The macros that pages may call: names that clash with nothing, each documented for those who write pages."""

from __future__ import annotations

import inspect

import jinja2
import pytest
import yaml

from scripts.model.page import FrontMatter
from scripts.rendering.registry import MACROS
from tests.support import ROOT

# What the generators put into every page's template by themselves.
TAKEN = {
    "config", "context", "env", "environment", "extra", "files", "filters", "filters_builtin", "fix_url", "git",
    "macros", "macros_info", "navigation", "now", "page", "plugin",
}  # fmt: skip


def test_no_macro_has_the_name_of_a_key_of_front_matter() -> None:
    # The keys of a page's front matter are variables of its template, and would hide a macro of the same name.
    assert set(MACROS) & set(FrontMatter.model_fields) == set()


def test_no_macro_has_a_name_that_is_taken() -> None:
    configuration = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    taken = TAKEN | set(configuration["extra"]) | set(jinja2.Environment(autoescape=True).globals)
    assert set(MACROS) & taken == set()


def test_no_key_of_front_matter_hides_what_the_generators_put_there() -> None:
    assert set(FrontMatter.model_fields) & TAKEN == set()


@pytest.mark.parametrize("name", sorted(MACROS))
def test_a_macro_is_explained_in_the_guide_for_contributors(name: str) -> None:
    assert f"{name}(" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(MACROS))
def test_a_macro_takes_the_page_first_and_says_in_a_sentence_what_it_writes(name: str) -> None:
    assert next(iter(inspect.signature(MACROS[name]).parameters)) == "view"
    assert (inspect.getdoc(MACROS[name]) or "").partition("\n")[0].endswith(".")
