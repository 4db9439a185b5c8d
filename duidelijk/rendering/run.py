"""What one command did, as the formats for other programs show it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from duidelijk.addresses import is_url
from duidelijk.fingerprints import fingerprints
from duidelijk.model import SEVERITIES, Finding, Result, Rule, Verdict
from duidelijk.rendering.words import quoted

NAME = "duidelijk"
HOME = "https://github.com/gemeente-dronten/duidelijk"
"""Where the project lives (publiccode.yml)."""
REFUSED = "Deze tekst mag nog niet naar buiten."
GATE, UNREAD = "publicatie", "niet-gelezen"
"""Stand where others have the id of a rule: for a text that is stopped, and for one that couldn't be read."""
_NAMELESS = "tekst.txt"


@dataclass(frozen=True, slots=True)
class Run:
    """Texts that were checked, and what else a format says.

    ``errors``: (source, message) of each text that couldn't be read. ``verdicts``: one per result, None
    where nothing was judged. ``version`` of the program. ``base``: the folder that paths are shown from;
    empty to leave them as they are.
    """

    results: Sequence[Result]
    rules: Sequence[Rule]
    errors: Sequence[tuple[str, str]] = ()
    verdicts: Sequence[Verdict] | None = None
    version: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding with its rule, the name that stays (fingerprints.py), and whether it stops the text."""

    finding: Finding
    rule: Rule
    name: str
    stops: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A checked text: the path to show, what was found, and what the gate said of it, if it did."""

    path: str
    result: Result
    notes: tuple[Note, ...]
    verdict: Verdict | None


def texts(run: Run) -> Iterator[Text]:
    """The texts in their order, each with its findings in text order."""
    by_id = {rule.id: rule for rule in run.rules}
    whole = {rule.id for rule in run.rules if rule.checklist}
    verdicts = run.verdicts if run.verdicts is not None else [None] * len(run.results)
    for result, verdict in zip(run.results, verdicts, strict=True):
        stopping = set(verdict.stopping) if verdict and not verdict.passed else set()
        names = fingerprints(result, whole=whole)
        notes = tuple(
            Note(finding, by_id[finding.rule], name, finding in stopping)
            for finding, name in zip(result.findings, names, strict=True)
        )
        yield Text(shown_path(result.document.source, run.base), result, notes, verdict)


def gravest_first(notes: Sequence[Note]) -> list[Note]:
    """What stops the text first, then by severity; for the rest in text order."""
    return sorted(notes, key=lambda n: (not n.stops, -SEVERITIES.index(n.finding.severity)))


def shown_path(source: str, base: str) -> str:
    """The path from ``base`` on, with ``/``; a URL, or a path outside ``base``, as it is."""
    if not source:
        return _NAMELESS
    if is_url(source):
        return source
    path = PurePath(source)
    if base and path.is_absolute() and path.is_relative_to(base):
        path = path.relative_to(base)
    return posixpath.normpath(path.as_posix())


def has_lines(result: Result) -> bool:
    """Whether places in the source are lines; in a Word document they are paragraphs."""
    return result.document.source_map.source is not None


def said(note: Note, result: Result) -> str:
    """The message, which names the words and the paragraph where no line can."""
    if has_lines(result):
        return note.finding.message
    return f"Alinea {note.finding.place.line}: {in_full(note)}"


def in_full(note: Note) -> str:
    """The message with the words that it is about, where it doesn't name them and isn't about all words."""
    words, message = quoted(note.finding), note.finding.message
    if note.rule.checklist or words.casefold() in message.casefold():
        return message
    return f"“{words}” – {message}"


def spot(note: Note, result: Result) -> str:
    """Where a finding is, in words: ``regel 12``, ``alinea 4`` in a Word document."""
    return f"{'regel' if has_lines(result) else 'alinea'} {note.finding.place.line}"


def refused(text: Text) -> str:
    """Why the text may not be published yet, in one paragraph; empty where it may, or nothing was judged."""
    if text.verdict is None or text.verdict.passed:
        return ""
    return " ".join((REFUSED, *text.verdict.reasons))


def rule_page(rule: Rule) -> str:
    """The address of the page about a rule."""
    return f"{HOME}/blob/HEAD/docs/regels/{rule.id}.md"
