"""What following suggestions gives: edits, pages and proposals."""

from __future__ import annotations

from dataclasses import dataclass

from duidelijk.model.results import Finding, Result, Suggestion


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
