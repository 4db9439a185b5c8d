"""What is remembered of a text: numbers only, never the text itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from duidelijk.model.results import Grade, Measures, Pipeline
from duidelijk.model.texts import Genre

NO_DEPARTMENT = "Zonder afdeling"
"""What stands for the department of a text that has none."""

PeriodKind = Literal["month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Ruler:
    """What a text was measured with; grades by different rulers can't be compared.

    ``program``: major and minor version of duidelijk. ``settings``: a digest of the rules that are off and
    the words that are allowed; empty when there are none.
    """

    program: str
    rulebook_version: str
    pipeline: Pipeline
    profile: str
    settings: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a rule spoke in a text; ``points``: what mending that would bring, 0 where it isn't known."""

    findings: int
    points: float


@dataclass(frozen=True, slots=True)
class Record:
    """The numbers of one version of a document.

    ``document``, ``version``: keyed hashes (16 bytes) of its identity and of its text. ``dated``: the date
    was stated, not just that of the day. ``rules``: by id; ``terms``: findings by rule id and listed term.
    """

    document: bytes
    version: bytes
    department: str
    genre: Genre
    template: str
    date: date
    dated: bool
    grade: Grade
    measures: Measures
    rules: Mapping[str, Tally]
    terms: Mapping[tuple[str, str], int]
    ruler: Ruler


@dataclass(frozen=True, slots=True)
class Period:
    """A month, quarter or year: from ``start`` up to, not including, ``end``."""

    kind: PeriodKind
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Cell:
    """The texts of one department, genre and template in a period, measured with one ruler.

    Of each document the latest version. ``graded``: those with a grade; ``score_sum`` and ``score_squares``:
    sums over them of the score and its square; ``at_eight``: those with an 8 or higher. ``revised``:
    documents with an earlier version in the period, ``revised_points``: how many points those rose together.
    """

    department: str
    genre: Genre
    template: str
    ruler: Ruler
    texts: int
    graded: int
    score_sum: float
    score_squares: float
    at_eight: int
    words: int
    sentences: int
    revised: int = 0
    revised_points: float = 0.0


@dataclass(frozen=True, slots=True)
class Count:
    """How often a rule (``term`` empty) or a listed term was found in a department's texts of one template.

    ``texts``: in how many; ``points``: what mending it would bring, over those texts together; ``readers``:
    the readers of those texts together; ``reader_points``: points times readers, summed over the texts.
    Without reach every text has one reader.
    """

    department: str
    template: str
    rule: str
    term: str
    texts: int
    findings: int
    points: float
    readers: float
    reader_points: float


@dataclass(frozen=True, slots=True)
class Override:
    """How many texts of a department and genre were published all the same, for this reason."""

    department: str
    genre: Genre
    reason: str
    texts: int = 1


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is in an archive; ``departments``: documents by name; ``totals``: months with forgotten texts.

    ``overrides``: texts that were published all the same, by reason.
    """

    documents: int
    versions: int
    first: date | None
    last: date | None
    departments: dict[str, int]
    totals: int
    forgotten_before: str | None
    rulers: int
    overrides: Mapping[str, int] = field(default_factory=dict)
