"""Results as text for a terminal of 80 columns, with colours only when asked."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence

from duidelijk.model import Finding, Result
from duidelijk.rendering.words import (
    LEAST_GAIN,
    counts_line,
    enumeration,
    grade_line,
    number,
    printable,
    promise,
    quoted,
    struggling_line,
    unused_line,
    words_line,
    worthwhile,
)

WIDTH = 80
_INDENT = " " * 8
_COLOURS: Mapping[str, str] = {"fout": "31;1", "waarschuwing": "33", "tip": "36", "bold": "1", "dim": "2"}

Paint = Callable[[str, str], str]


def render(result: Result, titles: Mapping[str, str], *, color: bool = False) -> str:
    """One document: grade, findings with their place, what to change first; ``titles`` of rules by id."""
    paint = painter(color)
    lines = [paint(printable(result.document.source), "bold"), *wrapped(_summary(result), ""), ""]
    explained: set[str] = set()
    for finding in result.findings:
        lines += _finding(finding, titles, paint)
        if finding.rule not in explained:
            lines += [paint(line, "dim") for line in wrapped(finding.why, _INDENT)]
            explained.add(finding.rule)
        lines.append("")
    lines += _closing(result, titles)
    return "\n".join(lines).rstrip("\n") + "\n"


def painter(color: bool) -> Paint:
    """What gives a text a style (a severity, ``bold`` or ``dim``), or leaves it as it is."""
    if color:
        return lambda text, style: f"\x1b[{_COLOURS[style]}m{text}\x1b[0m"
    return lambda text, _: text


def _summary(result: Result) -> str:
    found = f"Gevonden: {counts_line(result.findings)}"
    return f"{grade_line(result.grade)}. {words_line(result.measures)}. {found}."


def _finding(finding: Finding, titles: Mapping[str, str], paint: Paint) -> list[str]:
    place = f"{finding.place.line}:{finding.place.column}"
    head = f"{place:<7} {paint(finding.severity, finding.severity)}  {titles[finding.rule]} [{finding.rule}]"
    lines = [head, *wrapped(f"“{quoted(finding)}”", _INDENT), *wrapped(printable(finding.message), _INDENT)]
    if finding.expected:
        options = enumeration([f"“{printable(each.text)}”" for each in finding.expected], "of")
        lines += [line for row in f"→ {options}".split("\n") for line in wrapped(row, _INDENT)]
    if finding.choices:
        lines += wrapped(f"Kies: {enumeration(list(finding.choices), 'of')}", _INDENT)
    for answer in finding.answers[:1]:
        lines += wrapped(f"Met ‘{answer.choice}’: “{printable(answer.text)}”", _INDENT)
    return lines


def _closing(result: Result, titles: Mapping[str, str]) -> list[str]:
    grade = result.grade
    lines: list[str] = []
    if gains := worthwhile(grade):
        lines += [f"{promise(grade)}:"]
        for place, gain in enumerate(gains, 1):
            lines.append(f"  {place}. {titles[gain.rule]} ({gain.findings}×): dan een {number(gain.after)}")
    if grade.value is not None:
        off = [f"{part} {number(-points)}" for part, points in grade.parts.items() if points <= -LEAST_GAIN]
        lines += wrapped(f"Dit kost punten (afgerond): {enumeration(off)}.", "") if off else []
        lines += wrapped(f"{line}.", "") if (line := struggling_line(grade)) else []
    inline = [each for each in result.unused_suppressions if each.place]
    lines += [line for each in inline for line in wrapped(f"Let op: {unused_line(each, titles)}.", "")]
    return [*lines, ""] if lines else []


def wrapped(text: str, indent: str) -> list[str]:
    """The lines of a text of at most 80 columns, each after ``indent``."""
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def by_department(results: Sequence[Result], titles: Mapping[str, str]) -> str:
    """A small table: per department its texts, words, mean grade and most frequent findings."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(result.document.department or "(onbekend)", []).append(result)
    lines = [f"{'Afdeling':<24} {'teksten':>7} {'woorden':>8} {'cijfer':>6}  Meest gevonden"]
    for name in sorted(groups):
        lines.append(_department(name, groups[name], titles))
    return "\n".join(lines) + "\n"


def _department(name: str, results: list[Result], titles: Mapping[str, str]) -> str:
    grades = [r.grade.value for r in results if r.grade.value is not None]
    mean = sum(grades) / len(grades) if grades else None
    words = sum(r.measures.words for r in results)
    counts: dict[str, int] = {}
    for finding in (f for r in results for f in r.findings):
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    most = sorted(counts, key=lambda rule: (-counts[rule], rule))[:2]
    frequent = ", ".join(f"{titles[rule].lower()} ({counts[rule]}×)" for rule in most) or "–"
    short = textwrap.shorten(printable(name), 24, placeholder="…")
    return f"{short:<24} {len(results):>7} {words:>8} {number(mean):>6}  {frequent}"
