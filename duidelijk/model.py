"""The nouns of the house: frozen values, no behaviour.

Every offset is a half-open range of code points in ``Document.text``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["tip", "waarschuwing", "fout"]
Genre = Literal["brief", "web", "mail", "besluit", "onbekend"]
BlockKind = Literal[
    "heading", "paragraph", "item", "cell", "address", "reference", "subject",
    "salutation", "closing", "signature", "quote", "header", "footer",
]  # fmt: skip

SEVERITIES: tuple[Severity, ...] = ("tip", "waarschuwing", "fout")
GENRES: tuple[Genre, ...] = ("brief", "web", "mail", "besluit", "onbekend")
BLOCK_KINDS: tuple[BlockKind, ...] = (
    "heading", "paragraph", "item", "cell", "address", "reference", "subject",
    "salutation", "closing", "signature", "quote", "header", "footer",
)  # fmt: skip
PROFILES: tuple[str, ...] = ("standaard", "streng")
PROSE: tuple[BlockKind, ...] = ("paragraph", "item", "quote")
"""Blocks whose sentences count in sentence statistics."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and where it stood in the source; of equal length, or as a whole (an entity)."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The way back from text offsets to the source: sorted segments, and the offset of every source line.

    For text formats the source is the decoded file; for .docx each paragraph is one line.
    """

    segments: tuple[Segment, ...]
    line_starts: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column in the source, both counted from 1, in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one kind; ``level`` is the depth of a heading or list item (1 = top), else 0."""

    kind: BlockKind
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """The words of a link and what it points to."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Suppression:
    """Silences a rule (``*`` = every rule), or a word, between two offsets.

    ``place`` is where the remark stands in the source, None for one in duidelijk.toml.
    """

    rule: str
    start: int
    end: int
    place: Place | None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its blocks, as a reader found it."""

    source: str
    title: str
    genre: Genre
    department: str | None
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    source_map: SourceMap
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A tested example of a rule: ``marks`` are the spans that must be found; none means silence.

    ``format``: the text is a file of that kind, and the marks are in its source.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    suggests: tuple[str, ...] = ()
    because: str = ""
    genre: Genre | None = None
    profile: str = "standaard"
    format: Literal["text", "html", "md"] = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of a word list (see wordlists/README.md for the columns).

    ``field``: the trade it's from; ``own``: an organisation added it.
    """

    term: str
    pos: str
    context: str
    alternatives: tuple[str, ...]
    state: Literal["vervang", "leg-uit", "mag"]
    weight: int
    explanation: str
    source: str
    field: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class WordList:
    """A word list in file order."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """A list the grammar needs: first column → the other columns by name."""

    name: str
    rows: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the rule book; ``severity`` maps the least value of a hit to a severity.

    ``yields``: ids of rules that speak instead of this one about the same words. ``checklist``: it judges
    the text as a whole. ``settings``: what each of its settings means, in Dutch.
    """

    id: str
    category: str
    title: str
    check: str
    severity: Mapping[float, Severity]
    scope: tuple[BlockKind, ...]
    genres: tuple[Genre, ...]
    message: Mapping[str, str]
    why: str
    source: str
    params: Mapping[str, Any]
    examples: tuple[Example, ...]
    yields: tuple[str, ...] = ()
    checklist: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What is known about a word: the entries for it, each with its rule, and what it's made of.

    ``zipf``: 0–8, higher = more common; None for several words. ``rare``: few readers meet it.
    """

    word: str
    entries: tuple[tuple[Rule, Entry], ...]
    zipf: float | None
    parts: tuple[str, ...]
    rare: bool = False


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
    text. Neither is applied unless the writer chooses it.
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """May it be published, and if not, why not (Dutch sentences)."""

    passed: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for ``document.text[start:end]``; an insertion where the two are the same."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An edit that can't be made in this file; ``reason`` is a Dutch clause that follows *want*."""

    edit: Edit
    reason: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """A suggestion that was followed: the rule, the words that stood there and those in their place."""

    rule: str
    actual: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A file at one moment: its bytes, what was found in it, and where its sentences stand."""

    data: bytes
    result: Result
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file before and after; ``refused``: suggestions that were wanted, but that the file can't have."""

    before: Page
    after: Page
    replaced: tuple[Replaced, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; ``changed`` where a suggestion changes it."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A finding in its sentence: as that stands now, and as each suggestion would make it.

    ``suggestions`` and ``after`` go together; ``reason``: why the file can't have any, else empty.
    ``question``: they are answers that only the writer can choose between.
    """

    finding: Finding
    before: tuple[Part, ...]
    suggestions: tuple[Suggestion, ...]
    after: tuple[tuple[Part, ...], ...]
    reason: str = ""
    question: bool = False
