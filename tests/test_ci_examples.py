"""The examples for build servers: their commands are run as they stand there."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.programs import PROJECT
from tests.test_precommit import NEW, UNCLEAR

FILES = {"github": ("duidelijk.sarif",), "gitlab": ("gl-code-quality-report.json", "duidelijk.xml")}


def example(name: str) -> dict[Any, Any]:
    return yaml.safe_load((PROJECT / "examples" / "ci" / f"{name}.yml").read_text(encoding="utf-8"))


def commands(name: str) -> list[str]:
    if name == "gitlab":
        return example(name)["duidelijk"]["script"]
    steps = example(name)["jobs"]["duidelijk"]["steps"]
    return [step["run"] for step in steps if step.get("run", "").startswith("duidelijk ")]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    """A site with one page, and ``duidelijk`` on the path."""
    (tmp_path / "content").mkdir()
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "duidelijk"
    program.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m duidelijk.cli "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    yield tmp_path


def run(site: Path, command: str, **more: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(site / "bin"), os.environ["PATH"]))
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(PROJECT), "DUIDELIJK_REASON": "", **more}
    return subprocess.run(
        command, shell=True, cwd=site, env=env, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.skipif(os.name == "nt", reason="a build server runs these in a shell of Linux")
@pytest.mark.parametrize("name", FILES)
def test_the_commands_stop_what_got_worse_and_write_what_the_server_shows(site: Path, name: str) -> None:
    (command,) = commands(name)
    page = site / "content" / "pagina.md"
    page.write_text(UNCLEAR, encoding="utf-8")
    assert run(site, "duidelijk baseline content").returncode == 0
    page.write_text(UNCLEAR + NEW, encoding="utf-8")
    done = run(site, command)
    assert done.returncode == 1 and "Er is 1 fout bij gekomen: Formeel woord." in done.stdout
    for file in FILES[name]:
        assert "Er is 1 fout bij gekomen" in (site / file).read_text(encoding="utf-8")
    assert run(site, command, DUIDELIJK_REASON="spoedbericht").returncode == 0


def test_what_the_server_shows_is_what_the_commands_write() -> None:
    upload = example("github")["jobs"]["duidelijk"]["steps"][-1]
    assert upload["with"]["sarif_file"] in FILES["github"]
    assert tuple(example("gitlab")["duidelijk"]["artifacts"]["reports"].values()) == FILES["gitlab"]
    for name, files in FILES.items():
        assert all(file in commands(name)[0] for file in files)


def test_the_server_looks_when_a_text_a_setting_or_the_baseline_changes() -> None:
    wanted = {"content/**", "duidelijk.toml", "duidelijk-basis.json"}
    assert set(example("github")[True]["pull_request"]["paths"]) == wanted  # YAML 1.1 reads ``on`` as true
    changes = example("gitlab")["duidelijk"]["rules"][0]["changes"]
    assert {each.removesuffix("/*") for each in changes} == wanted
