"""One Result as plain data for an editor in a browser: what to say and where, in UTF-16 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from duidelijk.model import SEVERITIES, Edit, Finding, Result, Rule
from duidelijk.rendering.html import LETTERS
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

_QUOTED = 160


@dataclass(frozen=True, slots=True)
class Source:
    """The text in the editor, and the way to it from a Result's document.

    ``units``: an offset in the source → the same place as a browser counts. ``place``: a range of the
    document → that range in the source. ``rewrite``: an edit of the document → the edits of the source, or
    why there are none (a clause that follows *want*).
    """

    units: Callable[[int], int]
    place: Callable[[int, int], tuple[int, int]]
    rewrite: Callable[[Edit], Sequence[Edit] | str]


def data(result: Result, rules: Sequence[Rule], source: Source) -> dict[str, Any]:
    """What the page shows, as JSON-able values with Dutch keys; offsets are UTF-16 units of the source."""
    by_id = {rule.id: rule for rule in rules}
    whole = [f for f in result.findings if by_id[f.rule].checklist]
    rest = [f for f in result.findings if not by_id[f.rule].checklist]
    return {
        **_grade(result, by_id),
        "soort": result.document.genre,
        "titel": printable(result.document.title),
        "telling": {s: sum(f.severity == s for f in result.findings) for s in reversed(SEVERITIES)},
        "gevonden": counts_line(result.findings),
        "omvang": words_line(result.measures),
        "letOp": [unused_line(each, by_id) for each in result.unused_suppressions if each.place],
        "geheel": [_finding(each, by_id[each.rule], source) for each in whole],
        "bevindingen": [_finding(each, by_id[each.rule], source) for each in rest],
    }


def _grade(result: Result, rules: Mapping[str, Rule]) -> dict[str, Any]:
    grade = result.grade
    return {
        "cijfer": grade.value,
        "cijferTekst": number(grade.value) if grade.value is not None else "",
        "cijferRegel": grade_line(grade),
        "niveau": level_line(grade) if grade.value is not None else "",
        "moeite": struggling_line(grade),
        "belofte": promise(grade),
        "winst": [
            {"regel": g.rule, "titel": rules[g.rule].title, "keer": g.findings, "na": number(g.after)}
            for g in worthwhile(grade)
        ],
        "delen": [
            {"deel": part, "over": PARTS[part], "punten": number(-points)}
            for part, points in grade.parts.items()
        ]
        if grade.value is not None
        else [],
    }


def _range(source: Source, start: int, end: int) -> list[int]:
    """Where ``start:end`` of the document stands in the editor."""
    return [source.units(place) for place in source.place(start, end)]


def _edits(source: Source, edit: Edit) -> dict[str, Any]:
    """The changes in the editor that make the edit, or the reason that there are none."""
    found = source.rewrite(edit)
    if isinstance(found, str):
        return {"wijzigingen": [], "reden": found}
    return {"wijzigingen": [[source.units(e.start), source.units(e.end), e.text] for e in found]}


def _finding(finding: Finding, rule: Rule, source: Source) -> dict[str, Any]:
    start, end = _range(source, finding.start, finding.end)
    return {
        "regel": finding.rule,
        "groep": rule.category,
        "letter": LETTERS[rule.category],
        "titel": rule.title,
        "ernst": finding.severity,
        "van": start,
        "tot": end,
        "stukken": [_range(source, *mark) for mark in finding.marks],
        "citaat": printable(_short(finding.actual)),
        "melding": printable(finding.message),
        "waarom": finding.why,
        "voorstellen": [
            {"tekst": each.text, **_edits(source, Edit(finding.start, finding.end, each.text))}
            for each in finding.expected
        ],
        "keuzes": [printable(choice) for choice in finding.choices],
        "antwoorden": [
            {
                "keuze": each.choice,
                "tekst": each.text,
                **_edits(source, Edit(each.start, each.end, each.text)),
            }
            for each in finding.answers
        ],
    }


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1].rstrip()}…"
