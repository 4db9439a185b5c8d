"""One Result as one self-contained page: printable, accessible, without script or network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from duidelijk.model import SEVERITIES, Finding, Result, Rule, Verdict
from duidelijk.rendering.marking import PageBlock, page_blocks
from duidelijk.rendering.words import (
    PARTS,
    counts_line,
    grade_line,
    level_line,
    number,
    printable,
    promise,
    struggling_line,
    unused_line,
    words_line,
    worthwhile,
)

if TYPE_CHECKING:
    from jinja2 import Environment

LETTERS = {"woorden": "W", "zinnen": "Z", "opbouw": "O", "toon": "T"}
_NAMES = {"woorden": "Woorden", "zinnen": "Zinnen", "opbouw": "Opbouw", "toon": "Toon"}
_CONTROL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x01-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the page shows it: its number, the label in the text (``W3``) and its rule's title.

    ``whole``: it is about the text as a whole, and stands on the checklist.
    """

    number: int
    label: str
    category: str
    title: str
    finding: Finding
    whole: bool


@dataclass(frozen=True, slots=True)
class Label:
    """How a mark in the text looks: the class of the underlined words, and the label behind them.

    ``text``: empty for no label; ``target``: the number of the card it leads to; ``spoken``: what a screen
    reader says.
    """

    mark: str
    style: str = ""
    text: str = ""
    target: int = 0
    spoken: str = ""


def render(result: Result, rules: Sequence[Rule], verdict: Verdict | None = None) -> str:
    """The page; the text content of its element ``#tekst`` is the document's text.

    ``verdict``: of the gate, for a page that says whether the text may be published.
    """
    by_id = {rule.id: rule for rule in rules}
    notes = [_note(i, finding, by_id[finding.rule]) for i, finding in enumerate(result.findings, 1)]
    marks = [(note.number, note.finding.marks) for note in notes]
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            result=result,
            verdict=verdict,
            title=printable(result.document.title or Path(result.document.source).name or "Tekst"),
            groups=grouped(page_blocks(result.document, marks)),
            notes=notes,
            labels={note.number: _label(note) for note in notes},
            checklist=[note for note in notes if note.whole],
            main_notes=[note for note in notes if not note.whole and note.finding.severity != "tip"],
            tips=[note for note in notes if not note.whole and note.finding.severity == "tip"],
            table=_table(notes),
            severities=tuple(reversed(SEVERITIES)),
            gains=[(by_id[gain.rule].title, gain) for gain in worthwhile(result.grade)],
            promise=promise(result.grade),
            parts=[(PARTS[part], part, -points) for part, points in result.grade.parts.items()],
            struggling=struggling_line(result.grade),
            grade_line=grade_line(result.grade),
            level_line=level_line(result.grade),
            words_line=words_line(result.measures),
            counts_line=counts_line(result.findings),
            unused=[unused_line(each, by_id) for each in result.unused_suppressions if each.place],
            letters=LETTERS,
            names=_NAMES,
        )
    )


def _note(place: int, finding: Finding, rule: Rule) -> Note:
    label = f"{LETTERS[rule.category]}{place}"
    return Note(place, label, rule.category, rule.title, finding, rule.checklist)


def _label(note: Note) -> Label:
    mark = f"{note.category} {note.finding.severity}"
    return Label(mark, note.category, note.label, note.number, f"Melding {note.label}: {note.title}")


def grouped(blocks: list[PageBlock]) -> list[tuple[str, list[PageBlock]]]:
    """Neighbouring list items and table cells together; the rest one by one."""
    groups = groupby(enumerate(blocks), lambda p: p[1].kind if p[1].kind in {"item", "cell"} else str(p[0]))
    return [(key if key in {"item", "cell"} else "", [block for _, block in each]) for key, each in groups]


def _table(notes: Sequence[Note]) -> list[tuple[str, list[int]]]:
    """Per category: how many findings of each severity, gravest first."""
    counts = Counter((note.category, note.finding.severity) for note in notes)
    return [(category, [counts[category, s] for s in reversed(SEVERITIES)]) for category in LETTERS]


@cache
def environment() -> Environment:
    """What fills in the templates of pages."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"verbatim": _verbatim, "number": number, "plain": printable}
    return made


def _verbatim(text: str) -> str:
    """The text as HTML that reads back as exactly this text; NUL becomes a replacement character.

    Characters that turn the writing direction are shown by their code and kept from doing it.
    """
    from markupsafe import Markup, escape

    safe = str(escape(text.replace("\0", "\N{REPLACEMENT CHARACTER}"))).replace("\r", "&#13;")
    return Markup(_CONTROL.sub(_shown, safe))


def _shown(match: re.Match[str]) -> str:
    return f'<span class="teken" data-code="U+{ord(match[0]):04X}">{match[0]}</span>'
