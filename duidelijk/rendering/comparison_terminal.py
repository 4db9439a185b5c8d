"""A Comparison as text for a terminal of 80 columns, with colours only when asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duidelijk.model import Comparison, Finding, Rule
from duidelijk.rendering.comparison import (
    by_rule,
    from_to,
    grade_change,
    kept_line,
    level_change,
    numbers,
    parts,
    quoted,
    remarks,
    short,
    unchanged,
    verdict,
)
from duidelijk.rendering.terminal import Paint, painter, wrapped
from duidelijk.rendering.words import enumeration, grade_line, printable

_HANG = " " * 4
_PLACE = " " * 8


def render(comparison: Comparison, rules: Sequence[Rule], *, color: bool = False) -> str:
    """The grades, the parts of the grade, what was solved and what came in."""
    paint, by_id = painter(color), {rule.id: rule for rule in rules}
    lines = [*_names(comparison, paint), "", paint(verdict(comparison), "bold")]
    lines += [line for remark in remarks(comparison) for line in wrapped(f"Let op: {remark}", "")]
    if unchanged(comparison):
        lines += [f"{grade_line(comparison.after.grade)}."]
    else:
        lines += ["", *_numbers(comparison), *_table(comparison, paint)]
        lines += [*_solved(comparison, by_id, paint), *_added(comparison, by_id, paint)]
    lines += ["", f"{paint('Gebleven:', 'bold')} {kept_line(comparison)}"]
    return "\n".join(lines) + "\n"


def _names(comparison: Comparison, paint: Paint) -> Iterator[str]:
    for label, result in (("Oud:  ", comparison.before), ("Nieuw:", comparison.after)):
        yield f"{label} {paint(printable(result.document.source), 'bold')}"


def _numbers(comparison: Comparison) -> Iterator[str]:
    grades = comparison.before.grade, comparison.after.grade
    yield from wrapped(f"Cijfer: {grade_change(*grades)}", "")
    if level := level_change(*grades):
        yield f"Niveau: {level}"
    for name, old, new in numbers(comparison):
        yield f"{name}: {from_to(old, new)}"


def _table(comparison: Comparison, paint: Paint) -> Iterator[str]:
    if rows := parts(comparison):
        yield ""
        yield paint(f"{'Punten eraf':<18}{'oud':>6}{'nieuw':>8}{'winst':>9}", "bold")
        for name, old, new, change in rows:
            yield f"{name:<18}{old:>6}{new:>8}{change:>9}"


def _solved(comparison: Comparison, rules: Mapping[str, Rule], paint: Paint) -> Iterator[str]:
    yield ""
    yield paint(f"Opgelost ({len(comparison.solved)})", "bold")
    for rule, findings in by_rule(comparison.solved):
        count = f" ({len(findings)}×)" if len(findings) > 1 else ""
        words = "" if rules[rule].checklist else f": {enumeration(quoted(findings))}"
        head, *rest = wrapped(f"{rules[rule].title}{count}{words}", "  ")
        yield head
        yield from wrapped(" ".join(line.strip() for line in rest), _HANG)


def _added(comparison: Comparison, rules: Mapping[str, Rule], paint: Paint) -> Iterator[str]:
    yield ""
    yield paint(f"Nieuw ({len(comparison.added)})", "bold")
    for finding in comparison.added:
        rule = rules[finding.rule]
        yield _head(finding, rule, paint)
        if not rule.checklist:
            yield from wrapped(f"“{short(finding)}”", _PLACE)
        yield from wrapped(printable(finding.message), _PLACE)


def _head(finding: Finding, rule: Rule, paint: Paint) -> str:
    place = f"{finding.place.line}:{finding.place.column}"
    return f"{place:<7} {paint(finding.severity, finding.severity)}  {rule.title}"
