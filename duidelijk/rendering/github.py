"""A run as commands that GitHub Actions turns into annotations, and as the summary of a job.

Columns are UTF-16 units, the last one included. GitHub shows few annotations per step, so the gravest come
first. Sources: docs.github.com, workflow commands for GitHub Actions; actions/toolkit, command.ts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from duidelijk.model import Severity
from duidelijk.rendering.positions import Ruler, region, ruler
from duidelijk.rendering.rule_pages import plain
from duidelijk.rendering.run import (
    REFUSED,
    Note,
    Run,
    Text,
    gravest_first,
    in_full,
    refused,
    said,
    shown_path,
    spot,
    texts,
)
from duidelijk.rendering.words import counts_line, number

_LEVELS: Mapping[Severity, str] = {"fout": "error", "waarschuwing": "warning", "tip": "notice"}
_RANKS = ("error", "warning", "notice")
_MOST_LISTED = 20
"""So many findings of a text stand in a summary: GitHub takes no more than a megabyte."""

Command = tuple[str, str]
"""A level and the whole line."""


def render(run: Run) -> str:
    """A command per finding; with a gate, only what stops a text is an error."""
    commands = [_command("error", {"file": shown_path(s, run.base)}, message) for s, message in run.errors]
    shown = list(texts(run))
    commands += [
        _command("error", {"file": text.path, "title": REFUSED}, refused(text))
        for text in shown
        if refused(text)
    ]
    commands += [each for text in shown for each in _findings(text)]
    return "".join(f"{line}\n" for _, line in sorted(commands, key=lambda each: _RANKS.index(each[0])))


def _findings(text: Text) -> Iterator[Command]:
    measure = ruler(text.result.document, "utf-16")
    for note in gravest_first(text.notes):
        properties = {"file": text.path, **_place(note, measure), "title": note.rule.title}
        yield _command(_level(text, note), properties, said(note, text.result))


def _level(text: Text, note: Note) -> str:
    level = _LEVELS[note.finding.severity]
    return "error" if note.stops else "warning" if text.verdict and level == "error" else level


def _place(note: Note, measure: Ruler | None) -> dict[str, str]:
    """The lines, and the columns where these are one line: GitHub takes none for more."""
    if measure is None:
        return {}
    place = region(measure, note.finding.start, note.finding.end)
    lines = {"line": str(place.line), "endLine": str(place.end_line)}
    if place.line != place.end_line:
        return lines
    return {
        **lines,
        "col": str(place.column),
        "endColumn": str(max(place.end_column - 1, place.column)),
    }


def _command(level: str, properties: Mapping[str, str], message: str) -> Command:
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return level, f"::{level} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(run: Run) -> str:
    """The run as Markdown for the page of a job: a table of all texts, and below it what to change.

    For the file that ``GITHUB_STEP_SUMMARY`` names.
    """
    shown = list(texts(run))
    lines = ["## Duidelijke taal", ""]
    if shown:
        lines += ["| Tekst | Cijfer | Naar buiten? | Meldingen |", "| --- | --- | --- | --- |"]
        lines += [_row(text) for text in shown]
    lines += [f"\n**Niet gelezen:** {_line(message)}" for _, message in run.errors]
    for text in shown:
        if text.notes:
            lines += ["", *_section(text)]
    return "\n".join(lines) + "\n"


def _row(text: Text) -> str:
    found = [note.finding for note in text.notes]
    grade = number(text.result.grade.value)
    return f"| {_line(text.path)} | {grade} | {_verdict(text)} | {counts_line(found)} |"


def _verdict(text: Text) -> str:
    if text.verdict is None:
        return "–"
    if text.verdict.override:
        return f"toch: {_line(text.verdict.override)}"
    return "ja" if text.verdict.passed else "nog niet"


def _section(text: Text) -> Iterator[str]:
    yield f"### {_line(text.path)}"
    yield ""
    if why := refused(text):
        yield _line(why)
        yield ""
    ranked = gravest_first(text.notes)
    for note in ranked[:_MOST_LISTED]:
        stop = "**houdt tegen** " if note.stops else ""
        yield f"- {stop}{note.finding.severity}, {spot(note, text.result)}: {_line(in_full(note))}"
    if len(ranked) > _MOST_LISTED:
        yield f"- en nog {len(ranked) - _MOST_LISTED}"


def _line(text: str) -> str:
    return plain(" ".join(text.split()))
