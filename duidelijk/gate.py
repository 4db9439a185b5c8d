"""Result + limits → Verdict: may it be published?"""

from __future__ import annotations

from duidelijk.model import Result, Verdict


def judge(result: Result, *, min_grade: float) -> Verdict:
    """Whether the grade is at least ``min_grade``; a text too short for a grade passes."""
    grade = result.grade.value
    if grade is None or grade >= min_grade:
        return Verdict(True, ())
    got, wanted = (f"{value:.1f}".replace(".", ",") for value in (grade, min_grade))
    return Verdict(False, (f"Het cijfer is {got}. Dat moet minstens {wanted} zijn.",))
