"""The workflows keep to what they need: pinned actions, few powers, an end; two independent tools find nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support import ROOT

FOLDER = ROOT / ".github" / "workflows"
PATHS = sorted(FOLDER.glob("*.yml"))
_PINNED = re.compile(r"^ *(?:- )?uses: ([\w./-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+$")
# What the actions take, from their own action.yml.
INPUTS = {
    "actions/checkout": {"persist-credentials", "ref", "fetch-depth"},
    "actions/setup-python": {"python-version", "cache"},
    "actions/upload-artifact": {"name", "path", "if-no-files-found", "retention-days", "include-hidden-files"},
    "actions/configure-pages": {"token", "enablement"},
    "actions/upload-pages-artifact": {"name", "path", "retention-days", "include-hidden-files"},
    "actions/deploy-pages": {"token", "timeout", "artifact_name"},
    "actions/attest-build-provenance": {"subject-path", "subject-digest", "subject-name", "subject-checksums"},
}
# The only powers beyond reading that any job has.
MAY_WRITE = {("deploy", "build"): {"id-token", "attestations"}, ("deploy", "deploy"): {"pages", "id-token"}}


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def read(path: Path) -> dict[str, Any]:
    # Version 1.1 of YAML takes `on` for a truth.
    return {str(key).replace("True", "on"): value for key, value in yaml.safe_load(path.read_text("utf-8")).items()}


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in read(path)["jobs"].values():
        yield from job.get("steps", ())


def test_every_action_is_held_to_a_commit_and_says_its_version(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if re.match(r" *(- )?uses:", line)]
    assert [line for line in lines if not _PINNED.match(line) and "uses: ./.github/workflows/" not in line] == []


def test_one_action_has_one_version_everywhere() -> None:
    found = {_PINNED.match(line) for path in PATHS for line in path.read_text(encoding="utf-8").splitlines()}
    pairs = {(match[1], match[2]) for match in found if match}
    assert len(pairs) == len({name for name, _ in pairs})
    assert {name for name, _ in pairs} <= set(INPUTS)


def test_an_action_gets_only_what_it_takes(path: Path) -> None:
    for step in steps(path):
        if "uses" in step:
            assert set(step.get("with", {})) <= INPUTS[step["uses"].partition("@")[0]]


def test_nothing_may_be_done_but_what_each_job_names(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        written = {power for power, level in job["permissions"].items() if level != "read"}
        assert written == MAY_WRITE.get((path.stem, name), set())


def test_every_workflow_waits_for_itself_and_every_job_comes_to_an_end(path: Path) -> None:
    workflow = read(path)
    assert "group" in workflow["concurrency"]
    for job in workflow["jobs"].values():
        assert "timeout-minutes" in job or "uses" in job  # a called workflow has its own


def test_no_secret_and_no_stranger_s_text_reaches_a_command(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert not [step for step in steps(path) if "${{" in step.get("run", "")]
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_what_is_published_was_tested_in_the_same_run() -> None:
    jobs = read(FOLDER / "deploy.yml")["jobs"]
    assert jobs["test"]["uses"] == "./.github/workflows/ci.yml"
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("test", "build")
    ran = {step.get("run") for step in steps(FOLDER / "ci.yml")}
    assert {"make check", "make test", "make site"} <= ran


def test_what_is_uploaded_has_its_hidden_files(path: Path) -> None:
    for step in steps(path):  # without this, /.well-known/security.txt would silently stay behind
        if "upload" in step.get("uses", ""):
            assert step["with"]["include-hidden-files"] is True


def test_every_make_target_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for step in steps(path):
        assert set(re.findall(r"\bmake (?:-C \S+ )?([a-z-]+)$", step.get("run", ""), re.MULTILINE)) <= targets


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", PATHS), ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"])],
    ids=["workflows", "dependabot"],
)
def test_the_form_is_that_of_the_public_schema(schema: str, files: list[Path]) -> None:
    program = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run([program, "--builtin-schema", schema, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_an_auditor_of_workflows_finds_nothing() -> None:
    program = Path(sys.executable).with_name("zizmor")
    line = [str(program), "--offline", "--no-progress", "--quiet", str(FOLDER.parent)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
