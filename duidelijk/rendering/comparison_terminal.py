"""A Comparison as text for a terminal of 80 columns, with colours only when asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from duidelijk.model import Comparison, Finding
from duidelijk.rendering.comparison import (
    by_rule,
    kept_line,
    numbers,
    parts,
    quoted,
    remarks,
    short,
    unchanged,
    verdict,
)
from duidelijk.rendering.terminal import Paint, painter, wrapped
from duidelijk.rendering.words import enumeration, printable

_HANG = " " * 4
_PLACE = " " * 8


def render(comparison: Comparison, titles: Mapping[str, str], *, color: bool = False) -> str:
    """The grades, the parts of the grade, what was solved and what came in; ``titles`` of rules by id."""
    paint = painter(color)
    lines = [
        *_names(comparison, paint),
        paint(verdict(comparison), "bold"),
        *(line for remark in remarks(comparison) for line in wrapped(f"Let op: {remark}", "")),
        "",
    ]
    for name, text in numbers(comparison):
        lines += wrapped(f"{name}: {text}", "")
    if not unchanged(comparison):
        lines += [*_table(comparison, paint), *_solved(comparison, titles, paint)]
        lines += _added(comparison, titles, paint)
    lines += ["", f"{paint('Gebleven:', 'bold')} {kept_line(comparison)}"]
    return "\n".join(lines) + "\n"


def _names(comparison: Comparison, paint: Paint) -> Iterator[str]:
    for label, result in (("Oud:  ", comparison.before), ("Nieuw:", comparison.after)):
        yield f"{label} {paint(printable(result.document.source), 'bold')}"
    yield ""


def _table(comparison: Comparison, paint: Paint) -> Iterator[str]:
    if rows := parts(comparison):
        yield ""
        yield paint(f"{'Punten eraf voor':<18}{'oud':>6}{'nieuw':>8}{'cijfer':>9}", "bold")
        for name, old, new, change in rows:
            yield f"{name:<18}{old:>6}{new:>8}{change:>9}"


def _solved(comparison: Comparison, titles: Mapping[str, str], paint: Paint) -> Iterator[str]:
    yield ""
    yield paint(f"Opgelost ({len(comparison.solved)})", "bold")
    for rule, findings in by_rule(comparison.solved):
        count = f" ({len(findings)}×)" if len(findings) > 1 else ""
        head, *rest = wrapped(f"{titles[rule]}{count}: {enumeration(quoted(findings))}", "  ")
        yield head
        yield from wrapped(" ".join(line.strip() for line in rest), _HANG)


def _added(comparison: Comparison, titles: Mapping[str, str], paint: Paint) -> Iterator[str]:
    yield ""
    yield paint(f"Nieuw ({len(comparison.added)})", "bold")
    for finding in comparison.added:
        yield _head(finding, titles, paint)
        yield from wrapped(f"“{short(finding)}”", _PLACE)
        yield from wrapped(printable(finding.message), _PLACE)


def _head(finding: Finding, titles: Mapping[str, str], paint: Paint) -> str:
    place = f"{finding.place.line}:{finding.place.column}"
    return f"{place:<7} {paint(finding.severity, finding.severity)}  {titles[finding.rule]}"
