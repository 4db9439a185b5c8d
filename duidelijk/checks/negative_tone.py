"""Phrases that say what can't be, and sentences in which the reader did something wrong or didn't do it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from duidelijk.checks.set_phrases import set_phrases
from duidelijk.language.silence import is_cited
from duidelijk.model import BlockKind, Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_TOLD: tuple[BlockKind, ...] = ("paragraph", "quote")
"""Not the items of a list: there a deed is often a case (*als*)."""

_NEGATORS = frozenset({"niet", "geen", "nooit", "niemand"})
_ENDS = frozenset({",", ";", ":", "(", ")", "–", "-", "maar", "en"})


def negative_tone(
    analysis: Analysis,
    *,
    phrases: Lexicon,
    sets: Lexicon,
    wrong: tuple[str, ...] = (),
    innocent: tuple[str, ...] = (),
    conditions: tuple[str, ...] = (),
    helpers: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """The phrases of the list; and in other sentences a deed of the reader in the past, told with one of
    ``wrong`` (*niet*, *verkeerd*).

    The deed is a past tense, or a participle with one of ``helpers`` (*heeft*); not of a verb of ``innocent``
    (*krijgen*: what happens to the reader), nor in a question or a part of the sentence with one of
    ``conditions`` (*als*). The subject is a reader by its label, or else right beside the finite verb.
    """
    hits = list(set_phrases(analysis, phrases=phrases, sets=sets))
    pairs = list(_pairs(analysis)) if hits else []
    yield from (_with_pair(hit, pairs) for hit in hits)
    done: Sentence | None = None
    for sentence, token in analysis.within(_TOLD).with_form(wrong):
        if sentence is done or sentence.span.text.rstrip().endswith("?"):
            continue
        deed = _deed(_part(sentence, token), innocent, conditions, helpers)
        if deed and not is_cited(sentence, token):
            done = sentence
            first, last = min(*deed, token, key=_at), max(*deed, token, key=_at)
            start, end = sentence.range(sentence.span[0], sentence.span[-1])
            if not any(start < hit.end and hit.start < end for hit in hits):
                yield Hit(*sentence.range(first, last), {"kind": "verwijt"}, 1.0)


def _pairs(analysis: Analysis) -> Iterator[tuple[Sentence, str, Token, Token]]:
    """Each *zonder* or *tenzij* with the one negation of its sentence, in text order."""
    for sentence, token in analysis.with_form({"zonder", "tenzij"}):
        negators = [t for t in sentence.span if t.lower_ in _NEGATORS]
        if len(negators) == 1:
            one, two = sorted((token, negators[0]), key=_at)
            yield sentence, token.lower_, one, two


def _with_pair(hit: Hit, pairs: list[tuple[Sentence, str, Token, Token]]) -> Hit:
    """The hit with the pair of negations that it holds, for a suggestion with *alleen*."""
    for pair in pairs:
        word = pair[2] if pair[2].lower_ == pair[1] else pair[3]
        if hit.start <= pair[0].range(word, word)[0] < hit.end:
            return replace(hit, seen=pair)
    return hit


def _at(token: Token) -> int:
    return token.i


def _part(sentence: Sentence, token: Token) -> list[Token]:
    """The words around ``token`` up to a comma or the like."""
    doc, first, last = token.doc, token.i, token.i
    while first > sentence.span.start and doc[first - 1].lower_ not in _ENDS:
        first -= 1
    while last + 1 < sentence.span.end and doc[last + 1].lower_ not in _ENDS:
        last += 1
    return list(doc[first : last + 1])


def _deed(
    part: list[Token], innocent: tuple[str, ...], conditions: tuple[str, ...], helpers: tuple[str, ...]
) -> list[Token]:
    """The reader and the finite verb of a deed in the past, nothing where there is none."""
    reader = next((t for t in part if t.lower_ == "u" and t.dep_.startswith("nsubj")), None)
    if reader is None or any(t.lower_ in conditions for t in part):
        return []
    finite = [t for t in part if t.tag_.startswith("WW|pv") and reader.head in (t, t.head)]
    if len(finite) != 1:
        return []
    (verb,) = finite
    doers = [t for t in part if t.tag_.startswith("WW|vd") and t.lemma_ not in innocent]
    if verb.lower_ in helpers:
        return [reader, verb, doers[-1]] if doers else []
    past = verb.tag_.startswith("WW|pv|verl") and verb.lemma_ not in innocent
    return [reader, verb] if past else []
