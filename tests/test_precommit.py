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
NEW = "\nIndien u vragen heeft, kunt u bellen.\n"
CONFIG = """repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: duidelijk
        files: ^content/
"""
SETTINGS = "[gate]\nmin_grade = 7\n"
Done = subprocess.CompletedProcess[str]


def run(folder: Path, *command: str | Path, **more: str) -> Done:
    """The command in this folder, with its own settings and caches of git and pre-commit."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "DUIDELIJK_"))}
    names = {f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = {**clean, **names, "GIT_CONFIG_GLOBAL": os.devnull, "PRE_COMMIT_COLOR": "never", **more}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def must(done: Done) -> str:
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the project as it is here now, changes that aren't committed included."""
    if not shutil.which("git") or not (PROJECT / ".git").exists():
        pytest.skip("dit heeft git nodig, en een project dat uit git komt")
    copy = tmp_path_factory.mktemp("hook") / "duidelijk"
    must(run(PROJECT, "git", "clone", "-q", PROJECT, copy))
    listed = must(run(PROJECT, "git", "ls-files", "-z", "--modified", "--others", "--exclude-standard"))
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, copy / name)
        else:
            (copy / name).unlink(missing_ok=True)
    must(run(copy, "git", "add", "--all"))
    must(run(copy, "git", "commit", "-q", "--allow-empty", "-m", "nu"))
    return copy


@pytest.fixture
def site(hook: Path, tmp_path: Path) -> Path:
    """A site in git whose pages go through the hook; what pre-commit installs is kept for the next test."""
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    rev = must(run(hook, "git", "rev-parse", "HEAD"))
    (site / ".pre-commit-config.yaml").write_text(CONFIG.format(repo=hook, rev=rev), encoding="utf-8")
    (site / "duidelijk.toml").write_text(SETTINGS, encoding="utf-8")
    must(run(site, "git", "init", "-q"))
    must(run(site, "git", "add", "."))
    must(run(site, "git", "commit", "-q", "-m", "begin"))
    must(run(site, sys.executable, "-m", "pre_commit", "install", PRE_COMMIT_HOME=str(hook.parent / "cache")))
    return site


def page(site: Path, text: str, name: str = "pagina.md") -> None:
    (site / "content" / name).write_text(text, encoding="utf-8")


def committed(site: Path, hook: Path, *options: str, **more: str) -> Done:
    """How committing all changes went; pre-commit decides, unless ``--no-verify``."""
    must(run(site, "git", "add", "."))
    cache = str(hook.parent / "cache")
    return run(site, "git", "commit", "-q", "-m", "pagina", *options, PRE_COMMIT_HOME=cache, **more)


def test_an_unclear_page_is_refused_and_the_improved_page_passes(site: Path, hook: Path) -> None:
    page(site, UNCLEAR)
    done = committed(site, hook)
    said = done.stdout + done.stderr
    assert done.returncode == 1 and "content/pagina.md: Het cijfer is" in said, said
    assert "fout  Lange zin [lange-zin]" in said
    assert "DUIDELIJK_REASON='spoedbericht' git commit." in " ".join(said.split()) and "--reason" not in said
    assert must(run(site, "git", "rev-list", "--count", "HEAD")) == "1"
    page(site, CLEAR)
    must(committed(site, hook))


def test_old_findings_in_the_baseline_pass_and_new_ones_stop(site: Path, hook: Path) -> None:
    page(site, UNCLEAR)
    command = (sys.executable, "-m", "duidelijk.cli", "baseline", "content")
    must(run(site, *command, PYTHONPATH=str(PROJECT)))
    must(committed(site, hook, "--no-verify"))
    page(site, f"# Nieuw\n\nDit is nieuw.\n\n{UNCLEAR}")
    must(committed(site, hook))
    page(site, UNCLEAR + NEW)
    done = committed(site, hook)
    assert done.returncode == 1 and "Er is 1 fout bij gekomen: Formeel woord." in done.stdout + done.stderr
    page(site, UNCLEAR, "tweede.md")
    page(site, UNCLEAR)
    assert committed(site, hook).returncode == 1, "a new page meets the full limits"


def test_a_reason_lets_a_page_through(site: Path, hook: Path) -> None:
    page(site, UNCLEAR)
    assert committed(site, hook, DUIDELIJK_REASON="zomaar").returncode == 1
    must(committed(site, hook, DUIDELIJK_REASON="spoedbericht"))


def test_what_is_no_page_passes(site: Path, hook: Path) -> None:
    page(site, "<svg/>", "plaatje.svg")
    (site / "README.md").write_text(UNCLEAR, encoding="utf-8")
    must(committed(site, hook))
