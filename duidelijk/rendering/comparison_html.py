"""A Comparison as one self-contained page: both texts side by side, printable, without script or network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from duidelijk.model import Comparison, Finding, Result, Rule
from duidelijk.rendering.comparison import (
    by_rule,
    gained,
    numbers,
    parts,
    remarks,
    short,
    unchanged,
    verdict,
)
from duidelijk.rendering.html import Label, Note, environment, grouped
from duidelijk.rendering.marking import page_blocks
from duidelijk.rendering.words import PARTS, TOO_SHORT, level_line, printable

_SIGNS: Mapping[str, str] = {"opgelost": "✓", "nieuw": "+"}
_KEPT = Label("gebleven")


def render(comparison: Comparison, rules: Sequence[Rule]) -> str:
    """The page; the text content of ``#oud`` and ``#nieuw`` is the text of the two documents."""
    by_id = {rule.id: rule for rule in rules}
    before, after = comparison.before, comparison.after
    solved = _notes(comparison.solved, "opgelost", 0, by_id)
    added = _notes(comparison.added, "nieuw", len(solved), by_id)
    kept = [pair for pair in comparison.kept if not by_id[pair[0].rule].checklist]
    return (
        environment()
        .get_template("comparison.html.j2")
        .render(
            before=before,
            after=after,
            names=(_name(before), _name(after)),
            texts=(
                _text(before, solved, [old for old, _ in kept]),
                _text(after, added, [new for _, new in kept]),
            ),
            level_line=level_line,
            too_short=TOO_SHORT,
            verdict=verdict(comparison),
            unchanged=unchanged(comparison),
            gained=gained(comparison),
            remarks=list(remarks(comparison)),
            numbers=numbers(comparison),
            parts=[(*row, PARTS[row[0]]) for row in parts(comparison)],
            solved=_groups(comparison.solved, solved, by_id),
            solved_count=len(solved),
            added=added,
            kept_count=len(comparison.kept),
            short=short,
        )
    )


def _name(result: Result) -> str:
    return printable(Path(result.document.source).name or "Tekst")


def _notes(findings: Sequence[Finding], what: str, after: int, rules: Mapping[str, Rule]) -> list[Note]:
    """The findings as the page shows them, numbered from ``after``: each number is on the page once."""
    return [
        Note(after + i, f"{_SIGNS[what]}{i}", what, rules[each.rule].title, each, rules[each.rule].checklist)
        for i, each in enumerate(findings, 1)
    ]


def _text(result: Result, notes: Sequence[Note], kept: Sequence[Finding]) -> tuple[object, object]:
    """The blocks of one of the texts, and the label of each mark in it; kept findings have no label."""
    labels = {
        note.number: Label(
            note.category,
            note.category,
            note.label,
            note.number,
            f"{note.category.capitalize()}: {note.title}",
        )
        for note in notes
    }
    marks = [(note.number, note.finding.marks) for note in notes]
    marks += [(-i, finding.marks) for i, finding in enumerate(kept, 1)]
    labels |= {-i: _KEPT for i in range(1, len(kept) + 1)}
    return grouped(page_blocks(result.document, marks)), labels


def _groups(
    findings: Sequence[Finding], notes: Sequence[Note], rules: Mapping[str, Rule]
) -> list[tuple[Rule, list[Note]]]:
    """What was solved, by rule."""
    by_place = {id(note.finding): note for note in notes}
    return [(rules[rule], [by_place[id(each)] for each in group]) for rule, group in by_rule(findings)]
