"""The example site in Wagtail, made and run for a test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.relay import free_port

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "wagtail"
CLEAR = (
    "Heeft u snel een paspoort nodig? Bel ons dan voor 14.00 uur: 14 0321. Dan is uw paspoort vaak de volgende dag al "
    "klaar. U betaalt dan € 59 extra. Neem uw oude paspoort mee. Neem ook een nieuwe foto mee. U kunt pinnen aan de balie."
)
UNCLEAR = (
    "Indien u op korte termijn over een reisdocument dient te beschikken, bestaat de mogelijkheid om gebruik te maken van "
    "de spoedprocedure. Bij de aanvraag dienen de navolgende bescheiden te worden overgelegd. De leges dienen bij de "
    "aanvraag te worden voldaan. Niet-afgehaalde documenten worden na het verstrijken van een termijn vernietigd."
)
PATIENCE = 60  # seconds before a server that does not come up is a failure


def make_wagtail_site(folder: Path) -> Path:
    """A copy of the example in this folder, with its database; skips where Wagtail is missing."""
    pytest.importorskip("wagtail", reason="wagtail is not installed")
    site = folder / "site"
    shutil.copytree(
        EXAMPLE, site, ignore=shutil.ignore_patterns("db.sqlite3", "__pycache__", "media", ".venv")
    )
    for command in ("migrate", "voorbeeldsite"):
        manage(site, command)
    return site


@contextmanager
def wagtail_site(site: Path, **settings: str) -> Iterator[str]:
    """The URL of the example while it runs, with these settings."""
    url = _url()
    command = [
        sys.executable,
        "manage.py",
        "runserver",
        "--noreload",
        "--insecure",
        url.removeprefix("http://"),
    ]
    with _running(command, site, settings, f"{url}/"):
        yield url


def manage(site: Path, *command: str, **settings: str) -> str:
    """What a command of the example prints."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=site, env=_environment(settings), capture_output=True, text=True
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def _running(command: list[str], folder: Path, settings: dict[str, str], ready: str) -> Iterator[None]:
    log = folder / f"{Path(command[1]).stem}.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(settings), stdout=output, stderr=output
        )
    try:
        _await(process, ready, log)
        yield
    finally:
        process.terminate()
        process.wait(30)


def _await(process: subprocess.Popen[bytes], ready: str, log: Path) -> None:
    for _ in range(PATIENCE * 10):
        try:
            if httpx.get(ready).status_code == 200:
                return
        except httpx.HTTPError:
            if process.poll() is not None:
                break
        time.sleep(0.1)
    raise RuntimeError(f"{ready} did not start:\n{log.read_text('utf-8', 'replace')}")


def _environment(settings: dict[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DUIDELIJK_", "DJANGO_"))}
    return {**kept, "NO_PROXY": "127.0.0.1", "PYTHONUNBUFFERED": "1", **settings}


def _url() -> str:
    return f"http://127.0.0.1:{free_port()}"
