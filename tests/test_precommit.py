"""The hook for git, tried with the real pre-commit tool on a small site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
UNCLEAR = """# Besluit

Naar aanleiding van de door u ingediende aanvraag delen wij u mede dat ten aanzien van het in behandeling nemen
daarvan is gebleken dat de benodigde bescheiden niet, dan wel niet volledig, zijn overgelegd, hetgeen ertoe leidt dat
de aanvraag ingevolge de vigerende regelgeving niet in behandeling kan worden genomen. Derhalve wordt u in de
gelegenheid gesteld het verzuim te herstellen, bij gebreke waarvan tot buitenbehandelingstelling zal worden overgegaan.
"""
CLEAR = """# Uw aanvraag

U vroeg ons om een vergunning voor een dakkapel. Wij missen nog een tekening van uw huis. Wilt u die voor 1 mei naar ons
sturen? Dan kijken wij verder naar uw aanvraag. Krijgen wij de tekening niet op tijd? Dan stoppen wij met uw aanvraag.
Heeft u vragen? Bel ons dan op 14 0321.
"""


def run(site: Path, *command: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    env = {**clean, "PRE_COMMIT_HOME": str(site.parent / "cache"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(command, cwd=site, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("git") or not (PROJECT / ".git").exists():
        pytest.skip("dit heeft git nodig, en een project dat uit git komt")
    site = tmp_path_factory.mktemp("werk") / "site"
    site.mkdir()
    (site / "onduidelijk.md").write_text(UNCLEAR, encoding="utf-8")
    (site / "duidelijk.md").write_text(CLEAR, encoding="utf-8")
    (site / "plaatje.svg").write_text("<svg/>", encoding="utf-8")
    for command in (["init", "-q"], ["add", "."]):
        assert run(site, "git", *command).returncode == 0
    return site


def tried(site: Path, name: str) -> subprocess.CompletedProcess[str]:
    return run(
        site, sys.executable, "-m", "pre_commit", "try-repo", str(PROJECT), "duidelijk", "--files", name
    )


def test_an_unclear_page_is_stopped(site: Path) -> None:
    done = tried(site, "onduidelijk.md")
    assert done.returncode == 1 and "onduidelijk.md: Het cijfer is" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["duidelijk.md", "plaatje.svg"])
def test_a_clear_page_and_other_files_pass(site: Path, name: str) -> None:
    done = tried(site, name)
    assert done.returncode == 0, done.stdout + done.stderr
