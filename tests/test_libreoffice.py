"""LibreOffice Writer marks our findings: its own proof-reading, with our server as its LanguageTool server."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.services import INSTALL

PYTHON = Path("/usr/bin/python3")
"""Debian's Python, which has ``uno``; ours need not be the same version."""
DRIVER = Path(__file__).with_name("writer_driver.py")
SETTING = '<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">{}</item>'
PROP = '<prop oor:name="{}" oor:op="fuse"><value>{}</value></prop>'
ITEMS = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'


def skip_without_writer() -> None:
    has_writer = shutil.which("soffice") and Path("/usr/lib/libreoffice/program/libswlo.so").exists()
    if not has_writer or not PYTHON.exists():
        pytest.skip(f"LibreOffice Writer is {INSTALL}")
    if subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode:
        pytest.skip(f"python3-uno is {INSTALL}")


@contextmanager
def libreoffice(base_url: str) -> Iterator[str]:
    """The pipe of a LibreOffice with a profile of its own, in which this is the LanguageTool server."""
    home = Path(tempfile.mkdtemp(prefix="duidelijk-writer-"))
    settings = home / "user" / "registrymodifications.xcu"
    settings.parent.mkdir()
    pairs = (("IsEnabled", "true"), ("BaseURL", base_url))
    settings.write_text(ITEMS.format("".join(SETTING.format(PROP.format(*pair)) for pair in pairs)))
    pipe = f"duidelijk{secrets.token_hex(4)}"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore", "--nologo",
         "--nodefault", f"--accept=pipe,name={pipe};urp;"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        yield pipe
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="module")
def writer(server_url: str) -> Iterator[str]:
    skip_without_writer()
    with libreoffice(f"{server_url}/v2") as pipe:
        yield pipe


def proofread(pipe: str, paragraphs: list[str]) -> list[list[dict[str, Any]]]:
    """What Writer marks in each paragraph: the words, what it says of them, and its suggestions."""
    done = subprocess.run(
        [PYTHON, DRIVER, pipe], input=json.dumps(paragraphs), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


MARKED = [
    ("Wij handelen conform de regels.", "conform", "volgens"),
    ("🏛️ Wij handelen conform de regels.", "conform", "volgens"),
    ("Bezwaar & beroep: 100% + meer. Wij handelen conform de regels.", "conform", "volgens"),
    ("De raad besloot dit. Wij handelen conform de regels.", "conform", "volgens"),
]


def test_writer_marks_the_words_and_shows_our_suggestions(writer: str) -> None:
    found = proofread(writer, [text for text, _, _ in MARKED])
    for (text, words, suggestion), errors in zip(MARKED, found, strict=True):
        assert any(each["words"] == words and suggestion in each["suggestions"] for each in errors), text


def test_writer_marks_nothing_in_a_clear_paragraph(writer: str) -> None:
    assert proofread(writer, ["De school is morgen dicht.", "", "U kunt ons bellen."]) == [[], [], []]
