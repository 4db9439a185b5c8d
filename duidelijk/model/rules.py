"""What the rule book is made of: rules, their examples and word lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from duidelijk.model.texts import BlockKind, Genre, Severity


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
