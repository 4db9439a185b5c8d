"""Letters that ask something of the reader and don't say before when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.asking import (
    Forms,
    asking_forms,
    by_form,
    is_instruction,
    is_question,
    listed,
    sorts,
    words_of,
)
from duidelijk.language.clauses import is_finite
from duidelijk.language.letter_body import body, text_of
from duidelijk.model import PROSE, Hit, Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Passage, Sentence

_THEN = re.compile(r"\W*(?:\w+ ){0,3}dan\b", re.IGNORECASE)
_HAVE = frozenset({"heb", "hebt", "heeft", "hebben"})


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """A sentence with its block; ``aside``: the heading above it says that it isn't for every reader."""

    passage: Passage
    sentence: Sentence
    text: str
    aside: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Regular expressions, see ``request_term``."""

    term: re.Pattern[str]
    optional: re.Pattern[str]
    ours: re.Pattern[str]
    aside: re.Pattern[str]
    timeless: re.Pattern[str]
    billed: re.Pattern[str]


def request_term(
    analysis: Analysis,
    *,
    verbs: Lexicon,
    term: str,
    optional: str,
    ours: str,
    aside: str,
    timeless: str,
    billed: str,
) -> Iterator[Hit]:
    """The first sentence that asks something of the reader for which the letter names no date or term.

    ``verbs``: what a reader is asked to do, in sorts. Regular expressions: ``term`` is a date or term;
    ``optional``: only who wants it needs to do this; ``ours``: what the sender will do, so that the term is
    not the reader's; ``aside``: a paragraph or heading that asks nothing of every reader; ``timeless``: a
    request that needs no date; ``billed``: the date comes later, with the bill. The date may stand in the
    sentence itself, in the one before or after it (for an item also around the list), or in any sentence
    about the same sort of thing.
    """
    patterns = _Patterns(*(_compiled(each) for each in (term, optional, ours, aside, timeless, billed)))
    forms = by_form(verbs)
    asking = {id(sentence) for sentence, _ in analysis.with_form(asking_forms(verbs))}
    said = list(_said(analysis, patterns)) if asking else []
    missing: dict[str, _Said] = {}
    for at, each in enumerate(said):
        if id(each.sentence) not in asking or each.aside or patterns.timeless.search(each.text):
            continue
        wanted = set(sorts(each.sentence, forms))
        if wanted and not _is_optional(said, at, patterns) and not _has_term(said, at, patterns):
            for sort in sorted(wanted):
                missing.setdefault(sort, each)
    dated = _dated(analysis, said, forms, _nouns(verbs), patterns) if missing else frozenset()
    for each in [each for sort, each in missing.items() if sort not in dated][:1]:
        yield Hit(each.sentence.start, each.sentence.end, {"kind": analysis.document.genre})


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _said(analysis: Analysis, patterns: _Patterns) -> Iterator[_Said]:
    aside = False
    for passage in body(analysis, ("heading", *PROSE)):
        text = passage.clean.text
        about = False
        if passage.block.kind == "heading":
            asked = passage.sentences[-1] if passage.sentences else None
            aside = _found(patterns.aside, text) or (asked is not None and _is_condition(asked))
        for sentence in passage.sentences:
            about = about or _found(patterns.aside, text_of(sentence))
            if sentence.units:
                apart = aside and passage.block.kind != "heading"
                yield _Said(passage, sentence, text_of(sentence), apart or about)


def _found(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


def _is_condition(sentence: Sentence) -> bool:
    """A question that begins with its verb: *Heeft u vragen?*"""
    words = words_of(sentence)
    return bool(words) and is_finite(words[0]) and is_question(sentence)


def _is_optional(said: Sequence[_Said], at: int, patterns: _Patterns) -> bool:
    """Whether only some readers need to do it: *als*, *Bel dan*, *Heeft u vragen? Bel ons*."""
    text = said[at].text
    before = said[at - 1] if at else None
    after = said[at + 1] if at + 1 < len(said) else None
    if patterns.optional.search(text) or _THEN.match(text):
        return True
    if is_question(said[at].sentence):
        return after is not None and _answers(after)
    return before is not None and _is_condition(before.sentence)


def _answers(said: _Said) -> bool:
    """Whether a sentence says what to do if the answer is yes."""
    return _THEN.match(said.text) is not None or is_instruction(words_of(said.sentence))


def _has_term(said: Sequence[_Said], at: int, patterns: _Patterns) -> bool:
    first, last = at, at
    while first > 0 and said[first].passage.block.kind == "item":
        first -= 1
    while last + 1 < len(said) and said[last].passage.block.kind == "item":
        last += 1
    around = said[max(min(first, at - 1), 0) : max(last, at + 1) + 1]
    if _found(patterns.term, said[at].text) or any(_found(patterns.billed, s.text) for s in around):
        return True
    return any(_is_dated(s, patterns) for s in around if s is not said[at])


def _is_dated(said: _Said, patterns: _Patterns) -> bool:
    """Whether a sentence gives the reader a term: it tells neither of the past nor of the sender's plans."""
    return (
        _found(patterns.term, said.text)
        and not patterns.ours.search(said.text)
        and not _is_past(said.sentence)
    )


def _is_past(sentence: Sentence) -> bool:
    verbs = [t for t in sentence.span if t.tag_.startswith("WW")]
    if any(t.tag_.startswith("WW|pv|verl") for t in verbs):
        return True
    return any(t.lower_ in _HAVE for t in verbs) and any(t.tag_.startswith("WW|vd|vrij") for t in verbs)


def _nouns(verbs: Lexicon) -> Mapping[str, str]:
    """The sort of thing that a noun tells a sentence is about."""
    return {noun: row["soort"] for row in verbs.rows.values() for noun in row["naamwoorden"].split()}


def _dated(
    analysis: Analysis, said: Sequence[_Said], forms: Forms, nouns: Mapping[str, str], patterns: _Patterns
) -> frozenset[str]:
    """The sorts of things about which a sentence, or the subject, gives a term."""
    heads = (p for p in analysis.everything if p.block.kind in {"subject", "heading"})
    above = (_Said(p, s, s.span.text, False) for p in heads for s in p.sentences if s.units)
    found: set[str] = set()
    for each in (*above, *said):
        if not patterns.aside.search(each.text) and _is_dated(each, patterns):
            words = words_of(each.sentence)
            found.update(row.sort for _, row in listed(words, forms))
            found.update(nouns[t.lower_] for t in words if t.lower_ in nouns)
    return frozenset(found)
