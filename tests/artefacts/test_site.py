"""Building: a faultless site takes the place of the old one as a whole; with any fault, the old one stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.artefacts.errors import BuildError
from scripts.artefacts.site import build_site, publish
from scripts.project import Project
from tests.support import edited, small_project, with_engine, write_files

HOME = "docs/index.md"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The small knowledge base with a site that was built before."""
    project = with_engine(small_project(tmp_path))
    write_files(project, {"site/index.html": "the old site", "site/old/index.html": "an old page"})
    return project


def site_of(project: Project) -> dict[str, str]:
    return {project.name(path): path.read_text(encoding="utf-8") for path in project.site.rglob("*.html")}


UNKNOWN = "docs/index.md:18: count: unknown-count: 'term', expected the id of a count (perhaps 'terms')"
OLD = {"site/index.html": "the old site", "site/old/index.html": "an old page"}


def test_a_build_puts_the_new_site_in_place_of_the_old(project: Project) -> None:
    assert build_site(project) == project.site
    built = site_of(project)
    assert "Where to begin" in built["site/index.html"]
    assert "site/old/index.html" not in built
    assert list((project.root / "build").iterdir()) == []


def test_a_build_that_the_generator_refuses_says_why_and_keeps_the_old_site(project: Project) -> None:
    write_files(project, {"mkdocs.yml": edited("mkdocs.yml", "name: material", "name: nowhere")})
    with pytest.raises(BuildError) as error:
        build_site(project)
    assert str(error.value) == (
        "mkdocs failed\n\nAborted with a configuration error!\n"
        "ERROR   -  Config value 'theme': Unrecognised theme name: 'nowhere'. "
        "The available installed themes are: mkdocs, readthedocs, material"
    )
    assert site_of(project) == OLD


def test_a_build_whose_evidence_has_problems_names_them_and_keeps_the_old_site(project: Project) -> None:
    write_files(project, {HOME: edited(HOME, 'count("claims")', 'count("term")')})
    with pytest.raises(BuildError) as error:
        build_site(project)
    assert str(error.value).startswith("mkdocs failed\n")
    assert UNKNOWN in str(error.value).split("\n")
    assert site_of(project) == OLD


def test_a_site_with_a_fault_is_not_published(project: Project) -> None:
    write_files(project, {HOME: edited(HOME, "Begin with", '<a href="nowhere/">Begin</a> with')})
    with pytest.raises(BuildError) as error:
        build_site(project)
    assert re.sub(r":\d+:", ":N:", str(error.value)) == (
        "1 problem(s) in the built site\n"
        "site/index.html:N: nowhere/: broken-link: no file nowhere, expected a page or file that exists"
    )
    assert site_of(project) == OLD


def test_the_first_site_is_published_where_there_is_none(tmp_path: Path) -> None:
    fresh, site = tmp_path / "build" / "site", tmp_path / "site"
    fresh.mkdir(parents=True)
    (fresh / "index.html").write_text("new", encoding="utf-8")
    publish(fresh, site)
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert not fresh.exists()


def test_what_a_broken_off_build_left_behind_is_in_nobody_s_way(tmp_path: Path) -> None:
    project = Project(tmp_path)
    write_files(project, {**OLD, "build/site/index.html": "new", "build/site-before/index.html": "older"})
    publish(tmp_path / "build" / "site", project.site)
    assert site_of(project) == {"site/index.html": "new"}
    assert list((tmp_path / "build").iterdir()) == []


def test_a_new_site_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path: Path) -> None:
    project = Project(tmp_path)
    write_files(project, OLD)
    (tmp_path / "build").mkdir()
    with pytest.raises(FileNotFoundError):
        publish(tmp_path / "build" / "site", project.site)
    assert site_of(project) == OLD
