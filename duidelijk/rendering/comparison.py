"""Wording that all renderings of a comparison share: the verdict, the numbers, and findings by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from duidelijk.model import Comparison, Finding, Genre, Grade, Result
from duidelijk.rendering.words import TOO_SHORT, number, printable

_LITTLE = 0.5
"""A grade that differs by fewer points is called *iets* different."""
_LONGEST = 60
_GENRES: Mapping[Genre, str] = {
    "brief": "een brief",
    "web": "een webtekst",
    "mail": "een mail",
    "besluit": "een besluit",
    "onbekend": "een gewone tekst",
}


def unchanged(comparison: Comparison) -> bool:
    """Whether the words, the findings and the grade are the same; white space doesn't count."""
    before, after = comparison.before, comparison.after
    return (
        before.document.text.split() == after.document.text.split()
        and not comparison.solved
        and not comparison.added
        and before.grade.value == after.grade.value
    )


def verdict(comparison: Comparison) -> str:
    """Which of the two is clearer, in one sentence: ``De nieuwe tekst is duidelijker.``"""
    if unchanged(comparison):
        return "Er is niets veranderd."
    before, after = comparison.before.grade, comparison.after.grade
    if (gained := _gained(before.value, after.value)) is None:
        return _no_grade(before, after)
    if not gained:
        return "De nieuwe tekst is even duidelijk als de oude."
    how = "iets " if abs(gained) < _LITTLE else ""
    return f"De nieuwe tekst is {how}{'duidelijker' if gained > 0 else 'minder duidelijk'}."


def _no_grade(before: Grade, after: Grade) -> str:
    none = [(name, grade) for name, grade in (("oude", before), ("nieuwe", after)) if grade.value is None]
    if len(none) > 1:
        return "Beide teksten zijn te kort voor een cijfer."
    name, grade = none[0]
    return f"De {name} tekst {'heeft geen zinnen' if grade.score is None else f'is {TOO_SHORT}'}."


def grade_change(before: Grade, after: Grade) -> str:
    """``van 4,3 naar 7,5 (+3,2)``; ``eerst geen cijfer, nu een 7,5``."""
    if before.value is None or after.value is None:
        old, new = (f"een {number(v)}" if v else "geen cijfer" for v in (before.value, after.value))
        return f"eerst {old}, nu {new}" if old != new else new
    gained = _gained(before.value, after.value)
    change = f" ({signed(gained)})" if gained else ""
    return f"{from_to(number(before.value), number(after.value))}{change}"


def level_change(before: Grade, after: Grade) -> str:
    """``van C1 naar B1 (schatting)``; empty where one of them has no level."""
    if not before.level or not after.level:
        return ""
    return f"{from_to(before.level, after.level)} (schatting)"


def numbers(comparison: Comparison) -> list[tuple[str, str, str]]:
    """What was counted in the old text and in the new one: ``("Woorden", "160", "137")``."""
    before, after = comparison.before, comparison.after
    old, new = before.measures, after.measures
    return [
        ("Woorden", str(old.words), str(new.words)),
        ("Zinnen", str(old.sentences), str(new.sentences)),
        ("Woorden per zin", number(old.words_per_sentence), number(new.words_per_sentence)),
        ("Meldingen", str(len(before.findings)), str(len(after.findings))),
    ]


def _gained(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else round(after - before, 1)


def gained(comparison: Comparison) -> str:
    """How many points the grade rose or fell: ``+3,2``; empty where there is no grade."""
    value = _gained(comparison.before.grade.value, comparison.after.grade.value)
    return "" if value is None else signed(value) if value else "0,0"


def signed(value: float | None) -> str:
    """A change with its sign: ``+3,2``, ``−0,4``."""
    shown = number(abs(value or 0))
    return shown if shown == "0,0" else f"{'+' if (value or 0) > 0 else '−'}{shown}"


def from_to(before: str, after: str) -> str:
    """``van 160 naar 137``."""
    return f"van {before} naar {after}" if before != after else f"net als eerst {after}"


def parts(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    """For each part of the grade: name, points off the old text and the new one, and what the grade gains.

    Only where both texts have a grade.
    """
    before, after = comparison.before.grade, comparison.after.grade
    if before.value is None or after.value is None:
        return []
    rows = [(name, -before.parts.get(name, 0), -points) for name, points in after.parts.items()]
    return [
        (name, number(old), number(new), signed(round(old, 1) - round(new, 1))) for name, old, new in rows
    ]


def by_rule(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """The findings of each rule, most first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.rule, []).append(finding)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def quoted(findings: Sequence[Finding]) -> list[str]:
    """Their words, each once, with how often: ``“circa” (2×)``."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for finding in findings:
        words = short(finding)
        shown.setdefault(words.casefold(), words)
        counts[words.casefold()] += 1
    return [f"“{shown[key]}”" + (f" ({count}×)" if count > 1 else "") for key, count in counts.items()]


def short(finding: Finding) -> str:
    """The words of a finding on one line, cut where they are long."""
    text = " ".join(printable(finding.actual).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def kept_line(comparison: Comparison) -> str:
    """How many findings stayed: ``5 meldingen``."""
    count = len(comparison.kept)
    return "1 melding" if count == 1 else f"{count} meldingen"


def remarks(comparison: Comparison) -> Iterator[str]:
    """What a reader must know to judge the numbers: the texts were taken for different kinds of text."""
    old, new = _genre(comparison.before), _genre(comparison.after)
    if old != new:
        yield (
            f"Het programma behandelt de oude tekst als {old} en de nieuwe als {new}. Daarvoor gelden niet "
            "precies dezelfde regels. Kies zelf een soort met --genre."
        )


def _genre(result: Result) -> str:
    return _GENRES[result.document.genre]
