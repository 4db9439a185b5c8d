"""Result + limits → Verdict: may it be published?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from duidelijk.errors import GateError
from duidelijk.model import Finding, Limits, Result, Verdict

TOO_SHORT = "De tekst is te kort voor een cijfer. Alleen de meldingen tellen."


def judge(result: Result, limits: Limits, *, titles: Mapping[str, str]) -> Verdict:
    """Whether the text meets the limits; ``titles`` of rules by id.

    A text that is too short has no grade: then only the limits on findings hold, and a remark says so.
    """
    grade = result.grade.value
    graves = [each for each in result.findings if each.severity == "fout"]
    blocked = [each for each in result.findings if each.rule in limits.block]
    reasons: list[str] = []
    stopping: list[Finding] = []
    if grade is not None and limits.min_grade is not None and grade < limits.min_grade:
        reasons.append(f"Het cijfer is {_number(grade)}. Dat moet minstens {_number(limits.min_grade)} zijn.")
        stopping += lowering(result, limits.min_grade)
    if limits.max_fout is not None and len(graves) > limits.max_fout:
        reasons.append(_too_many(len(graves), limits.max_fout))
        stopping += graves
    if blocked:
        reasons.append(f"Dit mag niet in de tekst staan: {_named(blocked, titles)}.")
        stopping += blocked
    remarks = (TOO_SHORT,) if grade is None else ()
    return Verdict(not reasons, tuple(reasons), _in_order(stopping), remarks=remarks)


def lowering(result: Result, wanted: float) -> Iterator[Finding]:
    """The findings that lower the grade most: of as few rules as bring it to ``wanted``, if any do."""
    rules: set[str] = set()
    for gain in result.grade.gains:
        rules.add(gain.rule)
        if round(gain.after, 1) >= wanted:
            break
    yield from (each for each in result.findings if each.rule in rules)


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
