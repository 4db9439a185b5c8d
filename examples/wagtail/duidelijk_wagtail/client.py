"""Asks the server of duidelijk whether a text may be published. Never raises, never waits long.

A check of language must not stop a website: whatever goes wrong, the answer is "publishable", with a problem
that says why the text was not checked. Nothing of the text goes to the log.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import requests

from duidelijk_wagtail.conf import setting

log = logging.getLogger("duidelijk_wagtail")

TOO_LONG = "de controle duurde te lang"
UNREACHABLE = "de server voor de controle is niet bereikbaar"
UNREADABLE = "het antwoord van de server is niet te lezen"
REFUSED = "de server kent deze website niet: het token klopt niet"
BUSY = "de server heeft het te druk"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that can be clearer: the words, what is wrong, why, and what to write instead."""

    severity: str
    words: str
    message: str
    why: str
    suggestions: tuple[str, ...]
    stops: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the server says about a text, or the ``problem`` why it was not checked."""

    publishable: bool = True
    grade: float | None = None
    level: str = ""
    reasons: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    problem: str = ""


def check(html: str, *, source: str, department: str = "", reason: str = "") -> Outcome:
    """The outcome for a web page; ``reason``: why it is published although it is not clear."""
    body = {"html": html, "bron": source, "soort": "web"}
    body |= {key: value for key, value in {"afdeling": department, "reden": reason}.items() if value}
    answers: SimpleQueue[Outcome] = SimpleQueue()
    # In a thread of its own: a time-out of requests counts per read and leaves out the look-up of the name.
    Thread(target=lambda: answers.put(_ask(body)), daemon=True).start()
    try:
        outcome = answers.get(timeout=setting("TIMEOUT"))
    except Empty:
        outcome = Outcome(problem=TOO_LONG)
    if outcome.problem:
        log.warning("not checked: %s", outcome.problem)
    return outcome


def _ask(body: dict[str, str]) -> Outcome:
    token, limit = setting("TOKEN"), setting("TIMEOUT")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        response = requests.post(
            f"{setting('URL').rstrip('/')}/v1/controles",
            json=body, headers=headers, timeout=limit, allow_redirects=False,
        )  # fmt: skip
        return _read(response.json()) if response.status_code == 200 else Outcome(problem=_problem(response))
    except requests.Timeout:
        return Outcome(problem=TOO_LONG)
    except requests.JSONDecodeError:
        return Outcome(problem=UNREADABLE)
    except requests.RequestException:
        return Outcome(problem=UNREACHABLE)
    except Exception as error:  # whatever it is, the page must go on
        return Outcome(problem=f"{UNREADABLE} ({type(error).__name__})")


def _problem(response: requests.Response) -> str:
    known = {401: REFUSED, 403: REFUSED, 429: BUSY, 503: BUSY}
    return known.get(response.status_code, f"de server antwoordde met code {response.status_code}")


def _read(answer: dict[str, Any]) -> Outcome:
    """Raises when the answer is not what the server promises."""
    if not isinstance(answer["publiceerbaar"], bool):
        raise TypeError("publiceerbaar")
    grade = answer.get("cijfer")
    return Outcome(
        publishable=answer["publiceerbaar"],
        grade=None if grade is None else float(grade),
        level=answer.get("niveau") or "",
        reasons=tuple(map(str, answer.get("redenen", ()))),
        findings=tuple(map(_finding, answer.get("bevindingen", ()))),
    )


def _finding(found: dict[str, Any]) -> Finding:
    return Finding(
        severity=str(found.get("ernst", "")),
        words=str(found.get("tekst", "")),
        message=str(found["melding"]),
        why=str(found.get("waarom", "")),
        suggestions=tuple(map(str, found.get("suggesties", ()))),
        stops=bool(found.get("tegenhoudend", False)),
    )
