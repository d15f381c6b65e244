"""Published addresses go on leading somewhere: pages and parts are renamed, moved, split and withdrawn in a copy.

Each change is first caught by the check, then forwarded, and then followed in the built pages.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.artefacts.html import read_built_page
from scripts.artefacts.redirects import forwardings
from scripts.artefacts.site import make_site
from scripts.artefacts.verify import verify
from scripts.compiling.compile import compile_project
from scripts.compiling.lasting import write_addresses
from scripts.compiling.record import write_record
from scripts.project import Project
from tests.conftest import TODAY
from tests.support import edited, problems_of, small_project, with_engine, write_files

T, SAFETY, NAV = "docs/clinicians/techniques.md", "docs/evidence/claims/safety.yml", "mkdocs.yml"
OUTCOMES = """\
---
id: outcomes
title: Outcomes
description: What was found.
audience: everyone
reviewed: 2026-11-22
review_due: 2027-11-22
---
# Outcomes {: #outcomes-top }

## What was counted {: #counted }

{{ ledger("outcomes") }}
"""
FORWARDS = """\
- {from: clinicians/techniques/, to: clinicians/ways/}
- {from: 'clinicians/techniques/#home', to: 'clinicians/ways/#at-home'}
- {from: 'evidence/ledger/#outcomes', to: 'evidence/outcomes/#counted'}
- {from: 'evidence/ledger/#healing', to: 'evidence/outcomes/#healing'}
- {from: 'evidence/ledger/#recurrence', to: 'evidence/outcomes/#recurrence'}
- {from: 'evidence/ledger/#limit', withdrawn: 2026-11-23, because: its trial was retracted,
   see: 'evidence/ledger/#home-size'}
- {from: clinicians/extra/, withdrawn: 2026-11-23, because: nobody could check it, see: clinicians/ways/}
"""
EXTRA = OUTCOMES.replace("outcomes", "extra").replace("Outcomes", "Extra").replace('{{ ledger("extra") }}', "Words.")
PUBLISHED = "docs/evidence/addresses.yml:"
GONE = "expected it there, or an entry in docs/evidence/forwards.yml of where it is, or why it was withdrawn"


def released(folder: Path) -> Project:
    """The small knowledge base with everything in it published."""
    nav = edited(
        NAV, "      - clinicians/techniques.md\n", "      - clinicians/techniques.md\n      - clinicians/extra.md\n"
    )
    project = small_project(folder, {"docs/clinicians/extra.md": EXTRA, NAV: nav})
    write_addresses(project, compile_project(project).knowledge, "1.0.0", datetime.date(2026, 11, 22))
    return project


def turned(project: Project, name: str, changes: Mapping[str, str]) -> None:
    path = project.root / name
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def rearrange(project: Project) -> None:
    """Move a page and rename a part of it, split the ledger, and withdraw a claim and a page."""
    (project.root / T).rename(project.docs / "clinicians/ways.md")
    (project.docs / "clinicians/extra.md").unlink()
    write_files(project, {"docs/evidence/outcomes.md": OUTCOMES})
    ways = {"{: #home }": "{: #at-home }", "section: home": "section: at-home"}
    turned(project, "docs/clinicians/ways.md", {**ways, '{{ claim("limit") }}': "Words.", "[limit]": "[home-size]"})
    turned(project, "docs/evidence/ledger.md", {'## Outcomes {: #outcomes }\n\n{{ ledger("outcomes") }}\n\n': ""})
    ledger, other = "      - evidence/ledger.md\n", "      - evidence/outcomes.md\n"
    moved = {"clinicians/techniques.md": "clinicians/ways.md", "      - clinicians/extra.md\n": ""}
    turned(project, NAV, {**moved, ledger: ledger + other})
    for name in ("disagreements.yml", "protocols/adult-home.yml"):
        turned(project, f"docs/evidence/{name}", {"[limit]": "[home-size]"})
    claims = (project.root / SAFETY).read_text(encoding="utf-8")
    (project.root / SAFETY).write_text(claims.partition("- id: limit")[0], encoding="utf-8")
    write_record(project, compile_project(project).knowledge)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return released(tmp_path_factory.mktemp("moved"))


@pytest.fixture(scope="module")
def caught(project: Project) -> list[str]:
    """What the check says of everything that changed, before anything is forwarded."""
    assert problems_of(project) == []
    rearrange(project)
    return problems_of(project)


@pytest.fixture(scope="module")
def built(project: Project, caught: list[str]) -> Path:
    """The site, once everything is forwarded."""
    write_files(project, {"docs/evidence/forwards.yml": FORWARDS})
    with_engine(project)
    site = project.root / "built"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", TODAY)
        make_site(project, site)
    return site


def words(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text(encoding="utf-8")


def test_the_check_catches_each_change(caught: list[str]) -> None:
    assert [re.sub(rf"^{PUBLISHED}\d+: ", "", message) for message in caught] == [
        f"clinicians/extra/: vanished-address: no page 'extra' any more (published with 1.0.0), {GONE}",
        "clinicians/techniques/: moved-address: page 'techniques' (published with 1.0.0) is now at "
        f"'clinicians/ways/', {GONE}",
        "evidence/ledger/#healing: moved-address: claim 'healing' (published with 1.0.0) is now at "
        f"'evidence/outcomes/#healing', {GONE}",
        f"evidence/ledger/#limit: vanished-address: no claim 'limit' any more (published with 1.0.0), {GONE}",
        "evidence/ledger/#recurrence: moved-address: claim 'recurrence' (published with 1.0.0) is now at "
        f"'evidence/outcomes/#recurrence', {GONE}",
        "evidence/ledger/#outcomes: vanished-address: no section 'ledger#outcomes' any more (published with 1.0.0), "
        f"{GONE}",
    ]


def test_what_is_forwarded_is_no_problem(project: Project, built: Path) -> None:
    assert problems_of(project) == []
    assert list(verify(built)) == []


def test_a_page_that_moved_leads_on_with_and_without_a_script(built: Path) -> None:
    page = words(built, "clinicians/techniques")
    assert '<meta http-equiv="refresh" content="0; url=../ways/">' in page
    assert '<link rel="canonical" href="https://example.org/small/clinicians/ways/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'It is now at <a href="../ways/">Techniques</a>.' in page
    assert "Content-Security-Policy" in page
    assert "location.hash" in (built / "assets/moved.js").read_text(encoding="utf-8")
    assert dict(forwardings(built)) == {"clinicians/techniques/": "clinicians/ways/"}


def test_a_renamed_part_has_its_former_anchor_too(built: Path) -> None:
    assert re.search(r'<h2 id="at-home"><span id="home"></span>At home', words(built, "clinicians/ways"))


def test_a_part_on_another_page_is_said_to_be_there(built: Path) -> None:
    page = words(built, "evidence/ledger")
    for name, there in (("outcomes", "What was counted"), ("healing", "healing"), ("recurrence", "recurrence")):
        anchor = "counted" if name == "outcomes" else name
        assert (
            f'<p class="moved" id="{name}"><code>{name}</code> has moved to '
            f'<a href="../outcomes/#{anchor}">Outcomes: {there}</a>.</p>'
        ) in page
    assert page.index('class="moved"') > page.index('id="safety"')


def test_what_was_withdrawn_says_when_and_why(built: Path) -> None:
    page = words(built, "clinicians/extra")
    assert (
        'Withdrawn on 23 November 2026, because nobody could check it. See <a href="../ways/">Techniques</a>.' in page
    )
    assert "refresh" not in page
    assert (
        '<p class="moved" id="limit"><code>limit</code> was withdrawn on 23 November 2026, because its trial was '
        'retracted. See <a href="#home-size">Ledger: home-size</a>.</p>'
    ) in words(built, "evidence/ledger")


def test_former_addresses_are_in_no_list(built: Path) -> None:
    for name in ("sitemap.xml", "assets/search/patients.js", "assets/search/evidence.js"):
        text = (built / name).read_text(encoding="utf-8")
        assert not re.search(r"clinicians/(techniques|extra)/", text), name


def test_every_published_address_is_still_an_address(project: Project, built: Path) -> None:
    moved = dict(forwardings(built))
    seen = 0
    for publication in compile_project(project).knowledge.lasting.publications:
        for url, kind, name in publication.entries():
            ids = {anchor for anchor, _ in read_built_page(built / moved.get(url, url) / "index.html").ids}
            if kind != "page" and url != "clinicians/extra/":  # withdrawn with all of its sections
                assert name in ids, f"{url}#{name}"
                seen += 1
    assert seen > 50


def test_a_release_adds_the_new_addresses_and_keeps_the_old(project: Project, built: Path) -> None:
    old = project.addresses.read_text(encoding="utf-8")
    added = write_addresses(project, compile_project(project).knowledge, "1.1.0", datetime.date(2026, 11, 24))
    text = project.addresses.read_text(encoding="utf-8")
    assert text.startswith(old)
    assert "evidence/outcomes/:\n      claim:\n      - healing\n      - recurrence\n" in text.removeprefix(old)
    assert added > 8
    assert problems_of(project) == []
    histories = compile_project(project).knowledge.histories
    assert histories["healing"].since == "1.0.0"
