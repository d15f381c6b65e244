"""The policy lets a page load the site's own files and run its own scripts, and stands before everything else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from scripts.artefacts.errors import BuildError
from scripts.artefacts.policy import policy_of, protect

HEAD = '<!doctype html><html><head><title>A</title><meta charset="utf-8">{}</head><body>{}</body></html>'


def digest(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


def directives(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (part.split() for part in policy.split("; "))}


def pages(site: Path, **contents: str) -> None:
    for name, content in contents.items():
        (site / f"{name}.html").write_text(content, encoding="utf-8")


def test_nothing_is_allowed_that_is_not_needed() -> None:
    assert directives(policy_of([])) == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def test_the_scripts_of_all_pages_are_allowed_on_each_and_data_are_none(tmp_path: Path) -> None:
    one, two = 'x = "é & <b>";\n', "y()"
    data = '<script type="application/json">{"a": 1}</script><script type="application/ld+json">{}</script>'
    pages(
        tmp_path,
        a=HEAD.format(f"<script>{one}</script>", data),
        b=HEAD.format("", f'<script type="module">{two}</script>'),
    )
    policy = protect(tmp_path)
    assert set(directives(policy)["script-src"]) == {"'self'", digest(one), digest(two)}
    for path in tmp_path.iterdir():
        before, _, after = path.read_text(encoding="utf-8").partition('<meta http-equiv="Content-Security-Policy"')
        assert before.endswith('<meta charset="utf-8">')
        assert after.startswith(f' content="{policy}"><meta name="referrer" content="no-referrer">')


def test_the_style_of_a_page_that_is_a_whole_file_is_allowed_by_its_digest(tmp_path: Path) -> None:
    style = "p > b { color: red }\n"
    pages(tmp_path, a=HEAD.format(f"<style>{style}</style>", ""), b=HEAD.format("", ""))
    policy = directives(protect(tmp_path))
    assert policy["style-src"] == ["'self'", digest(style)]
    assert policy["script-src"] == ["'self'"]


def test_a_script_of_a_file_needs_no_digest(tmp_path: Path) -> None:
    pages(tmp_path, a=HEAD.format('<script src="a.js"></script>', '<script src="b.js" type="module"></script>'))
    assert directives(protect(tmp_path))["script-src"] == ["'self'"]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<p style="color: red">', "p style"),
        ('<p onclick="x()">', "p onclick"),
        ('<svg><path style="fill: red"/></svg>', "path style"),
    ],
)
def test_what_the_policy_would_silently_block_stops_the_build(tmp_path: Path, body: str, fault: str) -> None:
    pages(tmp_path, a=HEAD.format("", body))
    with pytest.raises(BuildError) as error:
        protect(tmp_path)
    expected = f"{tmp_path.as_posix()}/a.html: {fault}: not allowed by the policy; use a file of assets/"
    assert str(error.value) == expected


def test_a_page_without_a_place_for_it_stops_the_build(tmp_path: Path) -> None:
    pages(tmp_path, a="<title>A</title>")
    with pytest.raises(BuildError) as error:
        protect(tmp_path)
    assert str(error.value) == f"{tmp_path.as_posix()}/a.html: no <meta charset> after which the policy could stand"
