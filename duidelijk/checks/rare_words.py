"""Words that few readers meet, and that no list speaks about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from duidelijk.language.difficulty import base_words, ease
from duidelijk.language.explaining import is_explained
from duidelijk.language.lookup import lookup
from duidelijk.language.silence import is_own
from duidelijk.language.tabular import terms_in
from duidelijk.model import Hit, WordList

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
_SHORTEST = 4
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def rare_words(analysis: Analysis, *, listed: tuple[WordList, ...], least: float = 3.0) -> Iterator[Hit]:
    """Nouns, verbs and adjectives that are less common than Zipf ``least``, at their first use in the text.

    The value says how much less. Silent: what stands in one of the lists ``listed``, names, codes,
    quotations, foreign passages, and what the text explains.
    """
    known = terms_in(listed)
    for lemma, spots in analysis.lemmas():
        if len(lemma) < _SHORTEST or lemma in known or ease(lemma, lemma).zipf >= least:
            continue
        if not known.isdisjoint(base_words(lemma)):
            continue
        for sentence, token in analysis.words_at(spots):
            rarity = least - ease(token.lower_, lemma).zipf
            if token.pos_ in _CONTENT and rarity > 0 and token.lower_ not in known and _is_word(token):
                if _is_unexplained(sentence, token) and not _is_form(token, listed, analysis.index.starts):
                    start, end = sentence.range(token, token)
                    yield Hit(start, end, {"term": lemma}, value=round(rarity, 2))
                break


def _is_word(token: Token) -> bool:
    """Letters, with hyphens at most; not *WOZ*, *A4* or an unknown name that opens a sentence."""
    letters = _LETTERS.fullmatch(token.text) and not token.is_upper
    return bool(letters) and not (token.is_sent_start and not ease(token.lower_, token.lemma_.lower()).zipf)


def _is_form(token: Token, lists: tuple[WordList, ...], starts: AbstractSet[str]) -> bool:
    """Whether it's a form of a listed word whose lemma the pipeline doesn't know: *opgeplust*."""
    found = (lookup(terms).patterns(starts).get(token.lower, ()) for terms in lists)
    return any(" " not in pattern.entry.term for patterns in found for pattern in patterns)


def _is_unexplained(sentence: Sentence, token: Token) -> bool:
    """Whether it's the writer's own word, and not explained."""
    explained = is_explained(sentence, token.idx, token.idx + len(token), None)
    return not explained and is_own(sentence, token)
