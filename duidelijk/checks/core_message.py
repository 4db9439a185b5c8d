"""Letters that don't begin with what they mean for the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.letter_body import body, sentences_of
from duidelijk.language.news import Cues, opening_tells, roles, subject_tells
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Sentence


def core_message(
    analysis: Analysis,
    *,
    cues: Lexicon,
    senders: tuple[str, ...],
    date: str,
    optional: str,
    news: str,
    stale: str,
    first: int = 50,
) -> Iterator[Hit]:
    """The first sentence of a letter, where neither the first ``first`` words nor the subject line has news.

    News for the reader is: what *u* gets, must or can do; a decision; a request or invitation; what happens
    to something of the reader's; what the sender does for the reader or on a date. No news: what happened
    before, what a law says, what the letter is about. ``cues``: words by their role; ``senders``: nouns that
    speak like *wij*. Regular expressions: ``date`` is a day to come; ``optional``: a sentence about questions
    and contact; ``news``: phrases that are enough by themselves; ``stale``: a sentence without news.
    """
    sentences = sentences_of(body(analysis))
    if not sentences:
        return
    known = _cues(cues, senders, date, optional, news, stale)
    if not opening_tells(sentences, known, first) and not any(
        subject_tells(each, known) for each in _heads(analysis, sentences[0].start)
    ):
        words = sum(len(sentence.units) for sentence in sentences)
        detail = {"kind": analysis.document.genre, "first": min(first, words)}
        yield Hit(sentences[0].start, sentences[0].end, detail)


@cache
def _cues(cues: Lexicon, senders: tuple[str, ...], *patterns: str) -> Cues:
    return Cues(roles(cues), frozenset(senders), *(re.compile(each, re.IGNORECASE) for each in patterns))


def _heads(analysis: Analysis, before: int) -> Sequence[Sentence]:
    """The subject line, and the headings above the first sentence."""
    heads = (p for p in analysis.everything if p.block.kind in {"subject", "heading"})
    return sentences_of([p for p in heads if p.block.start < before])
