"""References to articles of law in running text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.around import in_brackets, sentence_of
from duidelijk.language.laws import Reference, may_be_dated, references
from duidelijk.language.silence import is_quoted
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Passage

_TIP, _PLAIN, _HEAVY = 1.0, 2.0, 3.0
_ARTICLES = frozenset(
    "artikel artikelen art art. artt artt. hoofdstuk afdeling titel paragraaf bijlage lid leden § volzin"
    "".split()
)


@dataclass(frozen=True, slots=True)
class _Settings:
    laws: Lexicon
    reasons: Lexicon
    other_sources: tuple[str, ...]
    closing: tuple[str, ...]


def law_reference(
    analysis: Analysis,
    *,
    laws: Lexicon,
    reasons: Lexicon,
    other_sources: tuple[str, ...] = (),
    closing: tuple[str, ...] = (),
    law_titles: tuple[str, ...] = (),
    annex_titles: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """Every article of law with its number, and every law with its year or that ``reasons`` introduce.

    Value: 3 for the name of a law with a part of an article, 1 in a last sentence that opens with words of
    ``closing`` (*Dit staat in …*), else 2. Silent: between brackets, in a quotation, in an annex or under a
    heading with a word of ``law_titles``, and in what has a word of ``other_sources`` near (a newspaper).
    """
    settings = _Settings(laws, reasons, other_sources, closing)
    telling = set(map(id, analysis.passages_with(_ARTICLES | _telling(reasons))))
    passages = [p for p in analysis.passages if id(p) in telling or may_be_dated(p.clean.text)]
    apart = _sections(analysis, law_titles, annex_titles) if passages else []
    for passage in passages:
        if not _is_apart(apart, passage.block.start):
            yield from _hits(passage, settings)


@cache
def _telling(reasons: Lexicon) -> frozenset[str]:
    """The longest word of each reason: without it, it can't be there."""
    return frozenset(max(words.split(), key=len) for words in reasons.rows)


def _sections(
    analysis: Analysis, law_titles: tuple[str, ...], annex_titles: tuple[str, ...]
) -> list[tuple[int, bool]]:
    """Where each section begins, and whether it is about the law or an annex; nothing ends an annex.

    A line like *Bijlage: wetsartikelen* begins an annex when prose stands before it.
    """
    found: list[tuple[int, bool]] = []
    law_level, annex, prose = 0, False, False
    for block in analysis.document.blocks:
        prose = prose or block.kind == "paragraph"
        if block.kind != "heading" and not (block.kind == "reference" and prose):
            continue
        title = analysis.document.text[block.start : block.end].lower()
        annex = annex or _has(title, annex_titles)
        if block.kind == "heading":
            law_level = _law_level(law_level, block.level, _has(title, law_titles))
        found.append((block.start, annex or law_level > 0))
    return found


def _law_level(now: int, level: int, about_law: bool) -> int:
    """The level of the heading about the law that a heading stands below or is itself; 0 for none."""
    if about_law:
        return now or max(level, 1)
    return 0 if level <= now else now


def _has(title: str, words: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", title) for word in words)


def _is_apart(sections: list[tuple[int, bool]], start: int) -> bool:
    at = bisect_right(sections, start, key=lambda section: section[0]) - 1
    return at >= 0 and sections[at][1]


def _hits(passage: Passage, settings: _Settings) -> Iterator[Hit]:
    text = passage.clean.text
    for found in references(passage.doc, text, settings.laws, settings.reasons):
        if in_brackets(text, found.start, found.end) or is_quoted(text, found.start, found.end):
            continue
        if _is_other(passage, found, settings.other_sources):
            continue
        value = _value(passage, found, settings)
        kind = "bron" if value == _TIP else "wet" if found.reason or found.dated else "artikel"
        yield Hit(*passage.clean.range(found.start, found.end), {"kind": kind}, value)


def _is_other(passage: Passage, found: Reference, others: tuple[str, ...]) -> bool:
    """An article in a newspaper, a shop or a contract."""
    if found.law:
        return False
    sentence = sentence_of(passage, found.start)
    words = {t.lower_ for t in sentence.span} if sentence else set()
    return found.source in others or bool(words & set(others))


def _value(passage: Passage, found: Reference, settings: _Settings) -> float:
    sentence = sentence_of(passage, found.start)
    at_end = sentence is not None and sentence is passage.sentences[-1]
    if sentence and at_end and sentence.span.text.lower().startswith(settings.closing):
        return _TIP
    if found.reason:
        return float(settings.reasons.rows[found.reason]["zwaarte"])
    return _HEAVY if found.law and found.parts else _PLAIN
