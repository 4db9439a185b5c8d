"""The modules for WordPress, Drupal and TYPO3: they are run with PHP, against the few parts of each system that they use.

What these systems do with the outcome is not tested here: a rejected save, a violation, a field that stays hidden.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import relay, services
from tests.relay import Relay
from tests.wagtail_sites import CLEAR, ROOT, UNCLEAR

EXAMPLES = ROOT / "examples" / "cms"
PLACES = {
    "wordpress": EXAMPLES / "wordpress" / "duidelijk.php",
    "drupal": EXAMPLES / "drupal" / "duidelijk",
    "typo3": EXAMPLES / "typo3" / "duidelijk",
}
EDITORS = {
    "WordPress, block editor": ("wordpress", {"editor": "block"}),
    "WordPress, classic editor": ("wordpress", {"editor": "classic"}),
    "Drupal": ("drupal", {}),
    "TYPO3": ("typo3", {}),
}
FAILURES = {
    "not there": None,
    "hangs up": relay.hangs_up,
    "says nothing": relay.waits,
    "is broken": relay.answers(500, b"oeps"),
    "knows no such token": relay.answers(401, b"{}"),
    "sends elsewhere": relay.answers(307, b"", Location="/x"),
    "talks rubbish": relay.answers(200, b"<html>"),
    "talks nonsense": relay.answers(200, b"[1]"),
    "says it otherwise": relay.answers(200, b'{"publiceerbaar": "nee"}'),
}
every_editor = pytest.mark.parametrize("editor", EDITORS)


@pytest.fixture(scope="module")
def php() -> str:
    return shutil.which("php") or pytest.skip(f"php is {services.INSTALL}")


@pytest.fixture(scope="module")
def server(server_url: str) -> Iterator[Relay]:
    between = Relay(server_url)
    between.open()
    yield between
    between.close()


@pytest.fixture
def publish(php: str, server: Relay) -> Any:
    def published(editor: str, text: str, **changes: Any) -> dict[str, Any]:
        system, how = EDITORS[editor]
        usual = {"mode": "tegenhouden", "status": "publish", "was": "draft", "reason": "", "autosave": False}
        given = {**usual, "url": server.url, "plugin": str(PLACES[system]), "text": text, **how, **changes}
        command = [
            php,
            "-d",
            "error_log=/dev/stderr",
            ROOT / "tests" / "php" / f"{system}.php",
            json.dumps(given),
        ]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return {**json.loads(done.stdout), "stderr": done.stderr}

    return published


@every_editor
def test_an_unclear_page_is_held_back_and_says_why(editor: str, publish: Any) -> None:
    outcome = publish(editor, UNCLEAR)
    assert outcome["stopped"]
    assert "Dat moet minstens 7,0 zijn." in outcome["words"]
    assert "“Indien”: ‘indien’ klinkt formeel." in outcome["words"]


@every_editor
def test_a_clear_page_goes_out(editor: str, publish: Any) -> None:
    outcome = publish(editor, CLEAR)
    assert (outcome["stopped"], outcome["words"]) == (False, "")


@every_editor
def test_with_a_reason_an_unclear_page_goes_out(editor: str, publish: Any, server: Relay) -> None:
    assert not publish(editor, UNCLEAR, reason="citaat")["stopped"]
    assert server.asked[-1]["reden"] == "citaat"


@every_editor
def test_a_reason_that_is_not_in_the_list_is_no_reason(editor: str, publish: Any, server: Relay) -> None:
    assert publish(editor, UNCLEAR, reason="zomaar")["stopped"]
    assert "reden" not in server.asked[-1]


@every_editor
def test_with_advice_only_an_unclear_page_goes_out_with_a_tip(editor: str, publish: Any) -> None:
    outcome = publish(editor, UNCLEAR, mode="adviseren")
    assert not outcome["stopped"]
    assert outcome["words"].startswith("Deze pagina kan duidelijker.")


@every_editor
def test_a_draft_is_not_checked(editor: str, publish: Any, server: Relay) -> None:
    asked = len(server.asked)
    assert not publish(editor, UNCLEAR, status="draft")["stopped"]
    assert len(server.asked) == asked


@pytest.mark.parametrize("failure", FAILURES)
@every_editor
def test_a_server_that_fails_does_not_stop_a_page(
    editor: str, failure: str, publish: Any, server: Relay
) -> None:
    with server.misbehaving(FAILURES[failure]):
        outcome = publish(editor, UNCLEAR)
    assert not outcome["stopped"]
    assert outcome["words"].startswith("De tekst is niet gecontroleerd")
    log = outcome["stderr"] + " ".join(outcome.get("log", ()))
    assert "not checked" in log.lower()
    assert "reisdocument" not in log


@every_editor
def test_what_the_server_gets(editor: str, publish: Any, server: Relay) -> None:
    publish(editor, CLEAR)
    asked = server.asked[-1]
    assert asked["html"].startswith("<main><h1>Titel</h1>")
    assert CLEAR in asked["html"]
    assert (asked["bron"], asked["soort"]) == ("https://voorbeeld.nl/7/", "web")
    assert server.tokens[-1] == "Bearer geheim"


def test_wordpress_keeps_a_new_text_beside_the_page_that_visitors_see(publish: Any) -> None:
    outcome = publish("WordPress, classic editor", UNCLEAR, was="publish", old="Oud.")
    assert (outcome["saved"]["post_status"], outcome["saved"]["post_content"]) == ("publish", "Oud.")
    assert outcome["kept"] == UNCLEAR


def test_wordpress_keeps_a_new_page_as_a_draft(publish: Any) -> None:
    saved = publish("WordPress, classic editor", UNCLEAR)["saved"]
    assert (saved["post_status"], saved["post_content"]) == ("draft", UNCLEAR)


@pytest.mark.parametrize("changes", [{"autosave": True}, {"was": "publish", "old": UNCLEAR}])
def test_wordpress_does_not_ask_about_an_autosave_or_the_same_text(
    changes: dict[str, Any], publish: Any, server: Relay
) -> None:
    asked = len(server.asked)
    assert not publish("WordPress, block editor", UNCLEAR, **changes)["stopped"]
    assert len(server.asked) == asked


@pytest.mark.parametrize(
    "file",
    sorted(path.relative_to(EXAMPLES) for path in EXAMPLES.rglob("*") if path.suffix in (".php", ".module")),
    ids=str,
)
def test_every_file_is_valid_php(file: Path, php: str) -> None:
    done = subprocess.run([php, "-l", EXAMPLES / file], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
