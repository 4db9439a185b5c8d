"""What the gate asks of a text, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from duidelijk.model.results import Finding


@dataclass(frozen=True, slots=True)
class Limits:
    """What a text must meet before it may be published; None: no limit.

    ``min_grade``: the least grade (1–10). ``max_fout``: the most findings of that severity. ``block``: ids of
    rules that may find nothing.
    """

    min_grade: float | None = 7.0
    max_fout: int | None = None
    block: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """May it be published, and if not, why not (Dutch sentences).

    ``stopping``: the findings that stop it, in text order; for a grade that is too low those that lower it
    most. ``override``: the reason for publishing all the same; then it passes and the reasons stay.
    ``remarks``: Dutch sentences about what the gate could not weigh.
    """

    passed: bool
    reasons: tuple[str, ...]
    stopping: tuple[Finding, ...] = ()
    override: str = ""
    remarks: tuple[str, ...] = ()
