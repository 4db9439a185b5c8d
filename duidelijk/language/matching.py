"""Finds the terms of a word list in a Doc: by form and by lemma, in several words, with gaps.

What is looked up per word is two hashes; the rest happens only where one is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.strings import get_string_id
from spacy.symbols import ADJ, ADP, DET, NUM

from duidelijk.language.context import Context, holds
from duidelijk.language.index import Rows, index_of
from duidelijk.language.lookup import lookup
from duidelijk.language.patterns import BARRIERS, HELPERS, Pattern, Slot
from duidelijk.language.te_infinitive import te_infinitive
from duidelijk.model import Entry, WordList

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from duidelijk.language.analysis import Analysis, Passage

_CLASS, _STARTS = 2, 3
"""Where a row says of which class a word is, and that a sentence starts."""
_OF_A_NOUN = frozenset({DET, ADJ, ADP, NUM})
_ALLOWED = frozenset(map(get_string_id, ("geen", "om")))
_AFTER_PARTICLE = frozenset({"PUNCT", "ADP", "SCONJ", "CCONJ", "VERB", "AUX", "SPACE"})


@dataclass(frozen=True, slots=True)
class Match:
    """A term in a Doc: its entry and the indices of its words."""

    entry: Entry
    context: Context
    tokens: tuple[int, ...]


def all_matches(analysis: Analysis, terms: WordList) -> Iterator[tuple[Passage, Match]]:
    """The terms in all passages in text order, each with its passage; of overlapping ones the longest."""
    known = lookup(terms).patterns(analysis.index.starts)
    for number, spots in analysis.near_terms(known.keys()):
        passage = analysis.everything[number]
        for match in _matches(passage.doc, analysis.index.rows[number], known, spots):
            yield passage, match


def matches(doc: Doc, terms: WordList) -> list[Match]:
    """The terms in one Doc in text order, of overlapping ones the longest."""
    index = index_of([doc])
    known = lookup(terms).patterns(index.starts)
    return _matches(doc, index.rows[0], known, range(len(doc)))


def _matches(
    doc: Doc, rows: Rows, known: Mapping[int, Sequence[Pattern]], spots: Iterable[int]
) -> list[Match]:
    """``spots``: the only words worth a look."""
    found: list[Match] = []
    for i in spots:
        lower, lemma = rows[i][:2]
        if lower in known or lemma in known:
            here = dict.fromkeys((*known.get(lower, ()), *known.get(lemma, ())))
            found += _at(doc, rows, i, here)
    return _longest(found)


def _longest(found: list[Match]) -> list[Match]:
    taken: set[int] = set()
    kept: list[Match] = []
    for match in sorted(found, key=_rank):
        if taken.isdisjoint(match.tokens):
            taken.update(match.tokens)
            kept.append(match)
    return sorted(kept, key=lambda m: m.tokens)


def _rank(match: Match) -> tuple[int, int, tuple[int, ...], str, str]:
    """Which of two overlapping terms speaks; the order in which a list was opened doesn't matter."""
    entry = match.entry
    return -len(match.tokens), -entry.weight, match.tokens, entry.term, entry.context


def _at(doc: Doc, rows: Rows, i: int, here: Iterable[Pattern]) -> Iterator[Match]:
    for pattern in here:
        tokens = _tokens(doc, rows, i, pattern)
        if tokens and holds(pattern.context, pattern.entry, doc, tokens):
            yield Match(pattern.entry, pattern.context, tokens)


def _tokens(doc: Doc, rows: Rows, i: int, pattern: Pattern) -> tuple[int, ...]:
    """The indices of the words when the pattern has its anchor at ``i``, else nothing."""
    slots, anchor = pattern.slots, pattern.anchor
    if not _fits(rows[i], slots[anchor]) or (slots[anchor].bare and i and _is_of_noun(rows[i - 1])):
        return ()
    tokens = [i]
    for k in range(anchor, 0, -1):
        at = _before(rows, tokens[0], slots[k].gap, slots[k - 1])
        if at is None:
            return ()
        tokens.insert(0, at)
    for slot in slots[anchor + 1 :]:
        at = _after(doc, rows, tokens[-1], slot)
        if at is None:
            return ()
        tokens.append(at)
    return _with_te(doc, tokens) if pattern.te else tuple(tokens)


def _is_of_noun(row: list[int]) -> bool:
    """Whether a word before a noun makes it a thing: *de uitvoering*, not *geen*, *om uitvoering*."""
    return row[_CLASS] in _OF_A_NOUN and row[0] not in _ALLOWED


def _with_te(doc: Doc, tokens: list[int]) -> tuple[int, ...]:
    found = te_infinitive(doc, tokens[-1])
    return (*tokens, found.te) if found else ()


def _fits(row: list[int], slot: Slot) -> bool:
    return row[0] in slot.forms or (row[1] in slot.lemmas and row[2] not in slot.foreign)


def _before(rows: Rows, at: int, gap: int, slot: Slot) -> int | None:
    """The nearest word before ``at`` that fits, in the same sentence."""
    for i in range(at - 1, max(-1, at - gap - 2), -1):
        if rows[i + 1][_STARTS] == 1:
            return None
        if _fits(rows[i], slot):
            return i
    return None


def _after(doc: Doc, rows: Rows, at: int, slot: Slot) -> int | None:
    """The nearest word behind ``at`` that fits, in the same sentence."""
    left = slot.gap
    for i in range(at + 1, len(rows)):
        if rows[i][_STARTS] == 1:
            return None
        if _fits(rows[i], slot) and (not slot.loose or _is_loose(doc, i)):
            return i
        if not slot.helped or rows[i][0] not in HELPERS:
            if not left or (slot.helped and rows[i][0] in BARRIERS):
                return None
            left -= 1
    return None


def _is_loose(doc: Doc, at: int) -> bool:
    """Whether the word at ``at`` can be a particle: nothing stands behind it that it could govern."""
    if doc[at].dep_ == "compound:prt" or at + 1 == len(doc) or doc[at + 1].is_sent_start:
        return True
    return doc[at + 1].is_punct or doc[at + 1].pos_ in _AFTER_PARTICLE
