"""What the gate says in a terminal: per text why it is stopped, by which words, and what helps most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duidelijk.model import SEVERITIES, Finding, Result, Verdict
from duidelijk.rendering.terminal import Paint, painter, wrapped
from duidelijk.rendering.words import enumeration, number, printable, promise, quoted, worthwhile

_MOST = 8
"""So many findings of a text are shown, the gravest: it's no use to read them all here."""
_INDENT = "  "
_OUTCOMES = (
    (("mag", "mogen"), "naar buiten"),
    (("mag", "mogen"), "toch naar buiten"),
    (("is", "zijn"), "nog niet duidelijk genoeg"),
    (("kon", "konden"), "niet worden gelezen"),
)
"""What came of some texts: the verb for one and for more, and the rest."""


def render(
    judged: Sequence[tuple[Result, Verdict]],
    titles: Mapping[str, str],
    *,
    reasons: Sequence[str],
    committing: bool = False,
    color: bool = False,
) -> str:
    """The texts that are stopped, or published all the same, and how to go on; nothing when all pass.

    ``titles`` of rules by id; ``reasons``: those that may be given for publishing all the same;
    ``committing``: the writer didn't give the command, but a commit in git did.
    """
    paint = painter(color)
    told = [(result, verdict) for result, verdict in judged if verdict.reasons]
    lines = [line for result, verdict in told for line in _text(result, verdict, titles, paint)]
    if not all(verdict.passed for _, verdict in told):
        lines += _advice(reasons, committing=committing)
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _text(result: Result, verdict: Verdict, titles: Mapping[str, str], paint: Paint) -> Iterator[str]:
    name = printable(" ".join(result.document.source.split()))
    for reason in verdict.reasons:
        yield f"{paint(name, 'bold')}: {reason}"
    if verdict.override:
        yield f"{_INDENT}Deze tekst mag toch naar buiten. Reden: {printable(verdict.override)}."
        yield ""
        return
    for finding in _gravest(verdict.stopping):
        yield from _finding(finding, titles, paint)
    more = len(verdict.stopping) - _MOST
    if more > 0:
        yield f"{_INDENT}… en nog {more} {'melding' if more == 1 else 'meldingen'}"
    yield from _gains(result, titles)
    yield ""


def _gravest(findings: Sequence[Finding]) -> list[Finding]:
    """The first of the gravest findings, in text order."""
    ranked = sorted(findings, key=lambda each: -SEVERITIES.index(each.severity))[:_MOST]
    return sorted(ranked, key=lambda each: (each.start, each.end, each.rule))


def _finding(finding: Finding, titles: Mapping[str, str], paint: Paint) -> Iterator[str]:
    place = f"{finding.place.line}:{finding.place.column}"
    severity = paint(finding.severity, finding.severity)
    yield f"{_INDENT}{place:<7} {severity}  {titles.get(finding.rule, finding.rule)} [{finding.rule}]"
    instead = f" → “{printable(str(finding.expected[0]))}”" if finding.expected else ""
    yield from wrapped(" ".join(f"“{quoted(finding)}”{instead}".split()), _INDENT + " " * 8)


def _gains(result: Result, titles: Mapping[str, str]) -> Iterator[str]:
    gains = worthwhile(result.grade)
    if gains:
        yield f"{_INDENT}{promise(result.grade)}:"
    for place, gain in enumerate(gains, 1):
        title = titles.get(gain.rule, gain.rule)
        yield f"{_INDENT}  {place}. {title} ({gain.findings}×): dan een {number(gain.after)}"


def _advice(reasons: Sequence[str], *, committing: bool) -> Iterator[str]:
    yield from wrapped("Bekijk alle meldingen en de uitleg met: duidelijk check. Pas de tekst dan aan.", "")
    if reasons:
        shown = enumeration([f"‘{printable(each)}’" for each in reasons], "of")
        in_git = (
            f"Zet een reden voor de opdracht: DUIDELIJK_REASON='{printable(reasons[0])}' git commit. Kies uit"
        )
        how = in_git if committing else "Geef met --reason een reden"
        yield from wrapped(f"Moet de tekst nu toch naar buiten? {how}: {shown}.", "")


def closing(verdicts: Sequence[Verdict], unread: int) -> str:
    """How many texts may be published, and how many not: one line; empty for no texts."""
    counts = (
        sum(verdict.passed and not verdict.override for verdict in verdicts),
        sum(bool(verdict.override) for verdict in verdicts),
        sum(not verdict.passed for verdict in verdicts),
        unread,
    )
    total = sum(counts)
    parts = [
        f"{'De tekst' if total == 1 else number} {verbs[number > 1]} {what}"
        for number, (verbs, what) in zip(counts, _OUTCOMES, strict=True)
        if number
    ]
    return (
        f"{enumeration(parts)}." if total == 1 else f"{total} teksten: {enumeration(parts)}." if parts else ""
    )
