"""What a macro shows is known before it is rendered; to patients it shows less."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.compiling.compile import compile_project
from scripts.compiling.shows import claims_of, filter_flags
from scripts.model.care import RedFlag
from scripts.model.knowledge import Address
from tests.broken import Case
from tests.support import small_project


@pytest.mark.parametrize(
    ("macro", "clinicians", "patients"),
    [
        ('cite("healing", "limit")', ["healing", "limit"], ["healing", "limit"]),
        ('claim("limit")', ["limit"], ["limit"]),
        ('figure("limit", "35 mm")', ["limit"], ["limit"]),
        ('claim_link("limit", "it")', [], []),
        ('disagreement("bleeding-urgency")', ["bleeding", "limit"], ["bleeding", "limit"]),
        ('protocols("adult-home")', ["home-size", "limit"], ["home-size"]),
        ('protocols("adult-home", "trial-2020")', ["limit"], []),
        ("red_flags()", ["bleeding", "bleeding"], ["bleeding", "bleeding"]),
        ('red_flags(urgency="soon")', ["bleeding"], ["bleeding"]),
        ('red_flags(applies_to="child")', ["bleeding"], ["bleeding"]),
        ("red_flags(brief=true)", [], []),
        ('care_card("small-bleeds")', ["bleeding"], ["bleeding"]),
        ("glossary()", ["bleeding"], ["bleeding"]),
        ('ledger("safety")', [], []),
        ("trace()", [], []),
        ('compare("techniques")', [], []),
    ],
)
@pytest.mark.parametrize("audience", ["clinicians", "patients"])
def test_a_macro_shows_these_claims(
    macro: str, clinicians: list[str], patients: list[str], audience: str, tmp_path: Path
) -> None:
    compiled = compile_project(Case("", [], note=f"{{{{ {macro} }}}}", audience=audience).build(tmp_path))
    page = compiled.knowledge.pages["note"]
    assert list(claims_of(page.calls[0], page, compiled.knowledge)) == {
        "clinicians": clinicians, "patients": patients,
    }[audience]  # fmt: skip


def test_a_red_flag_for_patients_does_not_show_the_held_claims_of_its_basis(tmp_path: Path) -> None:
    edit = {"docs/evidence/red-flags.yml": {"  action: Call 999 now.\n  basis: [bleeding]":
                                            "  action: Call 999 now.\n  basis: [limit, bleeding]"}}  # fmt: skip
    compiled = compile_project(Case("", [], edit=edit).build(tmp_path))
    page = compiled.knowledge.pages["red-flags"]
    assert list(claims_of(page.calls[0], page, compiled.knowledge)) == ["bleeding", "bleeding"]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, ["heavy-bleeding", "small-bleeds"]),
        ({"applies_to": "adult"}, ["heavy-bleeding", "small-bleeds"]),
        ({"applies_to": "child"}, ["heavy-bleeding"]),
        ({"urgency": "soon"}, ["small-bleeds"]),
        ({"context": "home-treatment"}, ["small-bleeds"]),
        ({"context": "after-procedure"}, []),
        ({"brief": True}, ["heavy-bleeding"]),
        ({"applies_to": "adult", "urgency": "emergency"}, ["heavy-bleeding"]),
    ],
)
def test_red_flags_are_kept_for_whom_how_urgent_and_when(
    filters: dict[str, object], names: list[str], tmp_path: Path
) -> None:
    flags = compile_project(small_project(tmp_path)).knowledge.red_flags
    kept: list[RedFlag] = filter_flags(flags.values(), **filters)
    assert [flag.id for flag in kept] == names


def test_a_claim_knows_every_section_that_uses_it_once(tmp_path: Path) -> None:
    uses = compile_project(small_project(tmp_path)).knowledge.uses
    assert uses == {
        "healing": (Address("techniques"), Address("techniques", "controlled")),
        "recurrence": (Address("techniques", "controlled"),),
        "limit": (
            Address("techniques"), Address("techniques", "controlled"), Address("techniques", "home"),
            Address("disagreements"),
        ),
        "home-size": (Address("techniques"), Address("techniques", "home"), Address("decide", "steps")),
        "bleeding": (
            Address("disagreements"), Address("decide", "steps"), Address("glossary", "terms"), Address("red-flags"),
            Address("red-flags", "bleeding"),
        ),
    }  # fmt: skip


def test_everything_has_a_home_on_the_page_that_lists_it(tmp_path: Path) -> None:
    homes = compile_project(small_project(tmp_path)).knowledge.homes
    assert homes["claim", "limit"] == Address("ledger", "limit")
    assert homes["source", "trial-2020"] == Address("sources", "trial-2020")
    assert homes["term", "fissure"] == Address("glossary", "fissure")
    assert homes["red flag", "small-bleeds"] == Address("red-flags", "small-bleeds")
    assert homes["red flag evidence", "small-bleeds"] == Address("red-flag-evidence", "small-bleeds")
    assert homes["protocol", "leaflet-2021"] == Address("techniques", "leaflet-2021")
    assert homes["disagreement", "bleeding-urgency"] == Address("disagreements", "bleeding-urgency")
    assert homes["statement", "A1"] == Address("trace", "A1")
    assert homes["page", "home"] == Address("home")


def test_the_page_that_shows_most_is_the_home_and_a_page_for_patients_comes_last(tmp_path: Path) -> None:
    note = '{{ protocols("adult-home") }}{{ source_list() }}{{ ledger("outcomes") }}{{ ledger("safety") }}{{ trace() }}'
    patients = compile_project(Case("", [], note=note, audience="patients").build(tmp_path / "p")).knowledge.homes
    assert patients["protocol", "leaflet-2021"] == Address("techniques", "leaflet-2021")
    assert patients["claim", "limit"] == Address("ledger", "limit")
    clinicians = compile_project(Case("", [], note=note).build(tmp_path / "c")).knowledge.homes
    assert clinicians["protocol", "leaflet-2021"] == Address("note", "leaflet-2021")
    assert clinicians["claim", "limit"] == Address("note", "limit")
