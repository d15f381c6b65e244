"""The macros as a generator calls them: by name, from a template, once for every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest

from scripts.macros import define_env
from scripts.rendering.registry import MACROS
from tests.markup import Element, parse


class Generator:
    """What both generators do with macros: put them into a template, and render a page with it."""

    conf: Mapping[str, Any] = {}

    def __init__(self) -> None:
        self.macros: dict[str, Callable[..., str]] = {}
        define_env(self)

    def macro(self, function: Callable[..., str], name: str) -> object:
        self.macros[name] = function
        return function

    def page(self, name: str, text: str) -> Element:
        environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)  # noqa: S701 - as theirs
        environment.globals.update(self.macros)
        return parse(environment.from_string(text).render(page=SimpleNamespace(meta={"id": name})))


@pytest.fixture(scope="module")
def generator() -> Generator:
    return Generator()


def test_every_macro_of_the_registry_can_be_called(generator: Generator) -> None:
    assert set(generator.macros) == set(MACROS)


def test_markers_count_on_within_a_page_and_anew_on_the_next(generator: Generator) -> None:
    text = '{{ cite("out-cad-healing") }} {{ cite("cmp-cochrane-controlled-dilation") }} {{ references() }}'
    for name in ("techniques", "indications", "techniques"):
        page = generator.page(name, text)
        assert [mark.text for mark in page.all("sup.cite")] == ["[1]", "[2]"]
        assert [mark.attrs["id"] for mark in page.all("sup.cite")] == ["cite-1", "cite-2"]
        assert len(page.all("li.reference")) == 2


def test_a_macro_takes_its_options_by_name_whatever_their_name(generator: Generator) -> None:
    some = generator.page("red-flags", '{{ red_flags(applies_to="adult", context="home-treatment") }}')
    every = generator.page("red-flags", '{{ red_flags(applies_to="adult") }}')
    assert 0 < len(some.all(".care-card__sign")) < len(every.all(".care-card__sign"))


def test_addresses_start_at_the_page_that_calls(generator: Generator) -> None:
    addresses = {
        name: generator.page(name, '{{ link("glossary") }}').one("a").attrs["href"]
        for name in ("home", "red-flags", "ledger-outcomes")
    }
    assert addresses == {
        "home": "patients/glossary/", "red-flags": "../glossary/", "ledger-outcomes": "../../../patients/glossary/",
    }  # fmt: skip


def test_a_wrong_argument_stops_the_page(generator: Generator) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'urgent'"):
        generator.page("red-flags", '{{ red_flags(urgent="yes") }}')
