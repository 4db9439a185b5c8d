"""A run as JUnit XML: one test per text, which fails where the text may not be published yet.

Source: the schema of Jenkins' xUnit plug-in, junit-10.xsd.
"""

from __future__ import annotations

from collections.abc import Iterable

from duidelijk.rendering.run import (
    NAME,
    REFUSED,
    UNREAD,
    Note,
    Run,
    Text,
    gravest_first,
    in_full,
    refused,
    shown_path,
    spot,
    texts,
)
from duidelijk.rendering.words import grade_line
from duidelijk.rendering.xml_words import HEAD, attributes, content


def render(run: Run) -> str:
    """All texts; one that couldn't be read is an error. What was found in a text stands in its output."""
    shown = list(texts(run))
    counts = attributes(
        tests=len(shown) + len(run.errors),
        failures=sum(1 for text in shown if refused(text)),
        errors=len(run.errors),
    )
    cases = [_case(text) for text in shown]
    cases += [_unread(shown_path(source, run.base), message) for source, message in run.errors]
    inside = "".join(cases)
    suite = f"<testsuite{attributes(name=NAME)}{counts}>\n{inside}</testsuite>\n"
    return f"{HEAD}<testsuites{attributes(name=NAME)}{counts}>\n{suite}</testsuites>\n"


def _case(text: Text) -> str:
    ranked = gravest_first(text.notes)
    failure = ""
    if why := refused(text):
        stopping = _lines(text, [note for note in ranked if note.stops])
        head = attributes(message=why, type=REFUSED)
        failure = f"<failure{head}>{content(stopping)}</failure>\n"
    output = f"<system-out>{content(_output(text, ranked))}</system-out>\n"
    return f"<testcase{attributes(name=text.path, classname=NAME)}>\n{failure}{output}</testcase>\n"


def _output(text: Text, ranked: Iterable[Note]) -> str:
    head = f"{grade_line(text.result.grade)}."
    if text.verdict and text.verdict.override:
        head += f" Toch naar buiten: {text.verdict.override}. {' '.join(text.verdict.reasons)}"
    return f"{head}\n{_lines(text, ranked)}"


def _lines(text: Text, notes: Iterable[Note]) -> str:
    return "".join(
        f"{spot(note, text.result)}: {note.finding.severity}: {in_full(note)} [{note.rule.id}]\n"
        for note in notes
    )


def _unread(path: str, message: str) -> str:
    error = f"<error{attributes(message=message, type=UNREAD)}/>\n"
    return f"<testcase{attributes(name=path, classname=NAME)}>\n{error}</testcase>\n"
