"""Cards for other sites: whole, without a script, allowed in frames, and each with the way back."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from scripts.artefacts.embed.write import POLICY
from scripts.artefacts.headers import card_headers
from scripts.compiling.compile import knowledge_of
from scripts.model.care import RedFlag
from scripts.model.claim import Claim
from scripts.model.vocabulary import BasisKind
from tests.markup import Element, parse, said
from tests.site.support import Site
from tests.support import ROOT

KNOWLEDGE = knowledge_of(ROOT)
THINGS: list[tuple[str, Claim | RedFlag]] = [
    *(("claims", claim) for claim in KNOWLEDGE.claims.values()),
    *(("red-flags", flag) for flag in KNOWLEDGE.red_flags.values()),
]
SVG = "{http://www.w3.org/2000/svg}"


def page_of(site: Site, folder: str, thing: Claim | RedFlag) -> Element:
    return parse((site.folder / f"embed/{folder}/{thing.id}.html").read_text(encoding="utf-8"))


def picture_of(site: Site, folder: str, thing: Claim | RedFlag) -> ElementTree.Element:
    return ElementTree.parse(site.folder / f"embed/{folder}/{thing.id}.svg").getroot()  # noqa: S314 - our own


def drawn(picture: ElementTree.Element) -> str:
    """The words of a picture in order, without the breaks of lines."""
    return re.sub(r"\s", "", "".join(text.text or "" for text in picture.iter(f"{SVG}text")))


def must_say(thing: Claim | RedFlag) -> list[str]:
    """What a card must not leave out."""
    if isinstance(thing, RedFlag):
        ours = ["our own precaution"] if thing.basis_kind is BasisKind.PRECAUTION else []
        return [thing.sign, thing.action, thing.urgency.words, thing.timeframe, *ours]
    beside = [name for group in KNOWLEDGE.together if thing.id in group for name in group]
    others = [KNOWLEDGE.claims[name] for name in beside]
    held = ["Held for clinical review"] if thing.held else []
    inferred = [thing.inference] if thing.inference else []
    return [
        thing.statement, thing.caveat, *held, *inferred, *(other.statement for other in others),
        *(other.caveat for other in others), *(KNOWLEDGE.sources[name].short for name in thing.sources),
    ]  # fmt: skip


def test_there_is_a_card_of_every_claim_and_every_red_flag(site: Site) -> None:
    found = sorted(path.relative_to(site.folder / "embed").as_posix() for path in (site.folder / "embed").glob("*/*"))
    names = [f"{folder}/{thing.id}.{ending}" for folder, thing in THINGS for ending in ("html", "svg")]
    assert [name for name in found if name.endswith((".html", ".svg"))] == sorted(names)


def test_a_card_says_all_that_qualifies_what_it_says(site: Site) -> None:
    for folder, thing in THINGS:
        words = page_of(site, folder, thing).one("body").text
        letters = drawn(picture_of(site, folder, thing))
        for text in [*must_say(thing), "no clinician has signed it off", "Version 0.1.0", "CC BY 4.0"]:
            assert said(text) in words, thing.id
            assert re.sub(r"\s", "", text) in letters, thing.id


def test_a_card_leads_back_to_the_thing_itself_in_a_window_of_its_own(site: Site) -> None:
    for folder, thing in THINGS:
        (link,) = page_of(site, folder, thing).all("a")
        kind = "claim" if folder == "claims" else "red flag"
        home = site.knowledge.homes[kind, thing.id]
        url, anchor = urldefrag(link.attrs["href"].removeprefix("https://example.org/anal-dilation/"))
        assert (url, anchor) == (site.knowledge.pages[home.page].url, home.anchor)
        assert anchor in site.anchors[url]
        assert (link.attrs["target"], link.attrs["rel"]) == ("_blank", "noopener")
        assert re.sub(r"\s", "", link.attrs["href"]) in drawn(picture_of(site, folder, thing))


def test_a_card_asks_for_nothing_and_runs_nothing(site: Site) -> None:
    for folder, thing in THINGS:
        document = page_of(site, folder, thing)
        metas = document.one("head").all("meta")
        assert metas[1].attrs == {"http-equiv": "Content-Security-Policy", "content": POLICY}
        assert {"name": "robots", "content": "noindex"} in [meta.attrs for meta in metas]
        assert [e for e in document.walk() if e.tag in ("script", "img", "iframe", "form", "object")] == []
        assert {e.attrs["href"] for e in document.all("link") if e.attrs["rel"] != "canonical"} == {"data:,"}
        picture = picture_of(site, folder, thing)
        assert {e.tag.removeprefix(SVG) for e in picture.iter()} == {"svg", "title", "desc", "style", "rect", "text"}


def test_a_picture_has_a_name_and_is_as_wide_as_it_should_be(site: Site) -> None:
    for folder, thing in THINGS:
        picture = picture_of(site, folder, thing)
        assert picture.attrib["width"] == "320"
        assert picture.attrib["role"] == "img"
        assert (picture.findtext(f"{SVG}title") or "").strip()
        (first, *_), last = [text.text for text in picture.iter(f"{SVG}text")], list(picture.iter(f"{SVG}text"))[-1]
        assert first
        assert int(last.attrib["y"]) < int(picture.attrib["height"])


def test_cards_are_light(site: Site) -> None:
    assert max(path.stat().st_size for path in (site.folder / "embed").glob("*/*.html")) < 6_000


def test_nothing_but_cards_may_be_framed(site: Site) -> None:
    rules = rules_of(site.folder / "_headers")
    assert rules["/embed/*"] == card_headers()
    assert rules["/embed/*"]["Content-Security-Policy"] == f"{POLICY}; frame-ancestors *"
    for name in ("/*", "/embed/*"):
        assert "X-Frame-Options" not in rules[name], "hosts would join it with the rule for all"
    tops = {path.name for path in site.folder.iterdir()} - {"_headers", "embed"}
    framed = {name for name, rule in rules.items() if rule.get("X-Frame-Options") == "DENY"}
    assert framed == {"/", *(f"/{name}/*" if (site.folder / name).is_dir() else f"/{name}" for name in tops)}
    assert all(rules[name]["Content-Security-Policy"].endswith("frame-ancestors 'none'") for name in framed)


def rules_of(path: Path) -> dict[str, dict[str, str]]:
    """The rules of a `_headers` file: place to the headers that all its rules for that place say."""
    rules: dict[str, dict[str, str]] = {}
    place = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            place = line
        else:
            name, _, value = line.strip().partition(": ")
            assert name not in rules.get(place, {})
            rules.setdefault(place, {})[name] = value
    return rules


def test_scripts_of_other_sites_may_read_the_data_and_no_page(site: Site) -> None:
    rules = rules_of(site.folder / "_headers")
    shared = {name for name, rule in rules.items() if rule.get("Access-Control-Allow-Origin") == "*"}
    assert shared == {"/api/*", "/cite/*"}


@pytest.mark.parametrize("name", ["nginx-places.conf", "Caddyfile"])
def test_the_configuration_of_a_server_says_the_same_of_cards(name: str) -> None:
    text = (ROOT / "deploy" / name).read_text(encoding="utf-8")
    for value in card_headers().values():
        assert text.count(f'"{value}"') == 1, f"put {value!r} into deploy/{name}"
    assert "/embed/(claims|red-flags)/" in text
    assert "/(api|cite)/" in text
