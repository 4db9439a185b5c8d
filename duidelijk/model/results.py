"""What checking gives: hits, findings, measures, grades and results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from duidelijk.model.texts import Document, Place, Severity, Suppression


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a check found its phenomenon, never what to say about it.

    ``detail`` fills the message; its ``kind`` chooses among a rule's messages and its
    ``alternatives`` (tuple of str) feed the suggestions. ``value`` is what severity thresholds look at.
    ``marks`` are the underlined parts of the span; none means the whole span. ``seen``: the sentence and
    what the check saw in it, for the room that words a replacement.
    """

    start: int
    end: int
    detail: Mapping[str, Any] = field(default_factory=dict)
    value: float = 0.0
    marks: tuple[tuple[int, int], ...] = ()
    seen: Any = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A replacement for exactly a finding's span; ``safe``: word for word, order and meaning kept."""

    text: str
    safe: bool = False

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Answer:
    """What the text from ``start`` to ``end`` becomes with this one of a finding's choices."""

    choice: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on one span; ``document.text[start:end] == actual``.

    ``choices``: answers to the question that the message asks; ``answers``: what some of them make of the
    text. Neither is applied unless the writer chooses it. ``term``: the listed term behind it, empty for a
    rule that reads no list.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    actual: str
    marks: tuple[tuple[int, int], ...]
    expected: tuple[Suggestion, ...]
    choices: tuple[str, ...]
    message: str
    why: str
    place: Place
    answers: tuple[Answer, ...] = ()
    term: str = ""


@dataclass(frozen=True, slots=True)
class Measures:
    """What was counted (direction and source of each number: duidelijk/measuring)."""

    words: int
    sentences: int
    words_per_sentence: float | None
    long_sentence_share: float | None
    flesch_douma: float | None
    word_frequency: float | None
    rare_word_share: float | None
    passive_share: float | None
    findings_per_100_words: float | None
    leesindex_a: float | None = None
    lix: float | None = None
    lint: float | None = None
    lint_level: int | None = None
    lint_word_frequency: float | None = None
    lint_dependency_length: float | None = None
    lint_content_words_per_clause: float | None = None
    lint_concrete_share: float | None = None
    counted_words: int = 0
    counted_words_per_sentence: float | None = None
    length_as_read: float | None = None
    commas_per_100_words: float | None = None
    marks_per_100_words: float | None = None
    loose_per_100_words: float | None = None
    gaps_per_100_words: float | None = None
    abstract_per_100_words: float | None = None
    passives_per_100_words: float | None = None
    personal_per_100_words: float | None = None


@dataclass(frozen=True, slots=True)
class Gain:
    """A change that raises the grade: mending all findings of a rule.

    ``points``: how much the score rises after the changes before it; ``after``: the score it reaches then.
    """

    rule: str
    findings: int
    points: float
    after: float


@dataclass(frozen=True, slots=True)
class Grade:
    """How clear a text is, higher = clearer.

    ``value``: 1.0–10.0, None under 40 words; ``score``: the unrounded number behind it. ``level``: an
    estimate ("B1"); ``share_struggling``: the share of adults who would have difficulty, by LiNT (0–1).
    ``parts``: the points that each part takes off (≤ 0), score = 10 + their sum. ``gains``: the three changes
    that raise it most, each after the ones before.
    """

    value: float | None
    score: float | None
    level: str | None
    share_struggling: float | None
    parts: Mapping[str, float]
    gains: tuple[Gain, ...]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Which language pipeline made an analysis."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Result:
    """Everything known about one checked document."""

    document: Document
    findings: tuple[Finding, ...]
    measures: Measures
    grade: Grade
    unused_suppressions: tuple[Suppression, ...]
    profile: str
    rulebook_version: str
    pipeline: Pipeline


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a text, and what became of the findings.

    ``solved``: only in the old one; ``added``: only in the new one; ``kept``: in both, as (old, new).
    """

    before: Result
    after: Result
    solved: tuple[Finding, ...]
    added: tuple[Finding, ...]
    kept: tuple[tuple[Finding, Finding], ...]
