"""What the gate asks of a text, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from duidelijk.model.results import Finding
from duidelijk.model.texts import Severity


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


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the baseline holds of one document: no text, only numbers and short hashes.

    ``document``: the path from the folder of the settings, or the URL. ``grade``: None when it was too short.
    ``text``: a hash of the whole text. ``ruler``: a hash of what it was measured with. ``findings``: by rule
    and hash of the own words, how grave and how many.
    """

    document: str
    grade: float | None
    text: str
    ruler: str
    findings: Mapping[tuple[str, str], tuple[Severity, int]]


@dataclass(frozen=True, slots=True)
class Since:
    """What became of a text since it was recorded.

    ``new``: the findings that came in, in text order; ``solved``: how many went, by rule and hash.
    ``unchanged``: the text is the same; ``same_ruler``: it was measured in the same way.
    """

    before: Recorded
    new: tuple[Finding, ...]
    solved: Mapping[tuple[str, str], int]
    unchanged: bool
    same_ruler: bool
