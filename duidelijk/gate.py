"""Result + limits → Verdict: may it be published?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from duidelijk.errors import GateError
from duidelijk.model import Finding, Limits, Result, Since, Verdict

TOLERANCE = 0.3
"""How much lower than recorded a grade may be: an edit that makes nothing worse can cost some tenths."""
OTHER_TOLERANCE = 1.0
"""The same, where another rule book or language pipeline gave the grade."""
TOO_SHORT = "De tekst is te kort voor een cijfer. Alleen de meldingen tellen."
OTHER_RULER = (
    "De basis hoort bij andere regels of een ander taalmodel. Maak de basis opnieuw met: duidelijk baseline."
)

Stop = tuple[str, Sequence[Finding]]


def judge(
    result: Result, limits: Limits, *, titles: Mapping[str, str], since: Since | None = None
) -> Verdict:
    """Whether the text meets the limits; ``titles`` of rules by id.

    ``since``: what became of a text that was recorded; then only what got worse stops it. A text that is too
    short has no grade: then only the limits on findings hold, and a remark says so.
    """
    stops = tuple(_worse(result, limits, since, titles) if since else _against(result, limits, titles))
    remarks = [TOO_SHORT] if result.grade.value is None else []
    if since and not (since.same_ruler or since.unchanged):
        remarks.append(OTHER_RULER)
    return Verdict(
        passed=not stops,
        reasons=tuple(reason for reason, _ in stops),
        stopping=_in_order(finding for _, findings in stops for finding in findings),
        remarks=tuple(remarks),
    )


def _against(result: Result, limits: Limits, titles: Mapping[str, str]) -> Iterator[Stop]:
    """Each limit that the text doesn't meet: the reason, and the findings behind it."""
    grade, least = result.grade.value, limits.min_grade
    graves = _graves(result.findings)
    blocked = _blocked(result.findings, limits)
    if grade is not None and least is not None and grade < least:
        yield _too_low(grade, least), lowering(result, least)
    if limits.max_fout is not None and len(graves) > limits.max_fout:
        yield _too_many(len(graves), limits.max_fout), graves
    if blocked:
        yield f"Dit mag niet in de tekst staan: {_named(blocked, titles)}.", blocked


def _worse(result: Result, limits: Limits, since: Since, titles: Mapping[str, str]) -> Iterator[Stop]:
    """What got worse, and may not: the reason, and the findings behind it. A text that is the same passes."""
    if since.unchanged:
        return
    if floor := _floor(limits, since):
        before, grade = since.before.grade, result.grade.value
        if grade is not None and grade < floor:
            sunk = f"Het cijfer is gezakt van {_number(before)} naar {_number(grade)}." if before else ""
            yield sunk or _too_low(grade, floor), since.new or lowering(result, floor)
    graves = _graves(since.new)
    if graves and (limits.max_fout is None or len(_graves(result.findings)) > limits.max_fout):
        came = "Er is 1 fout bij gekomen" if len(graves) == 1 else f"Er zijn {len(graves)} fouten bij gekomen"
        yield f"{came}: {_named(graves, titles)}.", graves
    if blocked := _blocked(since.new, limits):
        yield f"Dit is erbij gekomen en mag niet in de tekst staan: {_named(blocked, titles)}.", blocked


def _floor(limits: Limits, since: Since) -> float | None:
    """The least grade of a text that was recorded: the limit, or what it clearly had when that was lower."""
    before, least = since.before.grade, limits.min_grade
    if before is None or least is None:
        return least
    tolerance = TOLERANCE if since.same_ruler else OTHER_TOLERANCE
    return min(least, round(before - tolerance, 1))


def _graves(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(each for each in findings if each.severity == "fout")


def _blocked(findings: Iterable[Finding], limits: Limits) -> tuple[Finding, ...]:
    return tuple(each for each in findings if each.rule in limits.block)


def lowering(result: Result, wanted: float) -> tuple[Finding, ...]:
    """The findings that lower the grade most: of as few rules as bring it to ``wanted``, if any do."""
    rules: set[str] = set()
    for gain in result.grade.gains:
        rules.add(gain.rule)
        if round(gain.after, 1) >= wanted:
            break
    return tuple(each for each in result.findings if each.rule in rules)


def overridden(verdict: Verdict, reason: str, allowed: Sequence[str]) -> Verdict:
    """The Verdict for publishing all the same for this reason; the same one when there is no need.

    Raises GateError for a reason that isn't allowed.
    """
    chosen = known_reason(reason, allowed)
    return verdict if verdict.passed else replace(verdict, passed=True, override=chosen)


def known_reason(reason: str, allowed: Sequence[str]) -> str:
    """The allowed reason that is meant, as the settings write it; raises GateError where there is none."""
    meant = " ".join(reason.casefold().split())
    for each in allowed:
        if " ".join(each.casefold().split()) == meant:
            return each
    if not allowed:
        raise GateError("In duidelijk.toml staan geen redenen. Een tekst mag dus niet toch naar buiten.")
    shown = ", ".join(f"‘{each}’" for each in allowed)
    raise GateError(f"Deze reden is niet bekend. Kies uit: {shown}.")


def _too_low(grade: float, least: float) -> str:
    return f"Het cijfer is {_number(grade)}. Dat moet minstens {_number(least)} zijn."


def _too_many(found: int, most: int) -> str:
    stand = "Er staat 1 fout in" if found == 1 else f"Er staan {found} fouten in"
    allowed = f"Het mogen er hoogstens {most} zijn" if most > 1 else "Het mag er hoogstens 1 zijn"
    return f"{stand}. {allowed if most else 'Er mag geen fout in staan'}."


def _named(findings: Iterable[Finding], titles: Mapping[str, str]) -> str:
    """The rules behind the findings: ``Lange zin (2×) en Jargon``."""
    counts = Counter(titles.get(each.rule, each.rule) for each in findings)
    parts = [f"{title} ({number}×)" if number > 1 else title for title, number in sorted(counts.items())]
    return " en ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in text order."""
    once = {(each.start, each.end, each.rule): each for each in findings}
    return tuple(once[key] for key in sorted(once))


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
