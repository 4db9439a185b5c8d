"""A run as Checkstyle XML, which many build servers read. Columns are UTF-16 units, as in Java.

What is about a file as a whole stands at line 0, and so does everything in a Word document, which has no
lines; its messages name the paragraph. Source: com.puppycrawl.tools.checkstyle.XMLLogger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from duidelijk.model import Severity
from duidelijk.rendering.positions import Ruler, region, ruler
from duidelijk.rendering.run import (
    GATE,
    NAME,
    UNREAD,
    Note,
    Run,
    Text,
    in_full,
    refused,
    said,
    shown_path,
    texts,
)
from duidelijk.rendering.xml_words import HEAD, attributes

_SEVERITIES: Mapping[Severity, str] = {"fout": "error", "waarschuwing": "warning", "tip": "info"}


def render(run: Run) -> str:
    """A ``file`` for each text, also one without findings; what stops a text is an error."""
    files = [_file(text.path, _errors(text)) for text in texts(run)]
    files += [
        _file(shown_path(source, run.base), [_about_file(message, UNREAD)]) for source, message in run.errors
    ]
    return f"{HEAD}<checkstyle{attributes(version=run.version)}>\n{''.join(files)}</checkstyle>\n"


def _file(path: str, errors: Iterable[str]) -> str:
    return f"<file{attributes(name=path)}>\n{''.join(errors)}</file>\n"


def _errors(text: Text) -> list[str]:
    why = refused(text)
    measure = ruler(text.result.document, "utf-16")
    found = [_error(text, note, measure) for note in text.notes]
    return [_about_file(why, GATE), *found] if why else found


def _error(text: Text, note: Note, measure: Ruler | None) -> str:
    place = region(measure, note.finding.start, note.finding.end) if measure else None
    where = {"line": place.line, "column": place.column} if place else {"line": 0}
    about = attributes(
        **where,
        severity="error" if note.stops else _SEVERITIES[note.finding.severity],
        message=in_full(note) if measure else said(note, text.result),
        source=f"{NAME}.{note.rule.id}",
    )
    return f"<error{about}/>\n"


def _about_file(message: str, source: str) -> str:
    return f"<error{attributes(line=0, severity='error', message=message, source=f'{NAME}.{source}')}/>\n"
