"""Terms of a word list, where they are the writer's own words and not explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from duidelijk.language.clauses import joined_part
from duidelijk.language.explaining import beside, core, is_explained, says
from duidelijk.language.matching import Match, all_matches
from duidelijk.language.silence import is_silent
from duidelijk.listed import named, spelled
from duidelijk.model import Entry, Hit, WordList
from duidelijk.suggesting.terms import placeholders, replacement

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from duidelijk.language.analysis import Analysis, Sentence


_LIGHT, _FEW = 1, 3
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{1,4}-[a-z]")


def listed_terms(
    analysis: Analysis,
    *,
    terms: WordList,
    unless_explained: bool = False,
    unless: str = "",
    light_per_100: float = 0.0,
) -> Iterator[Hit]:
    """Every term of the list, with its weight as value; a term of weight 1 at its first use in the text.

    ``unless_explained``: not where the text explains it, nor after that. ``unless``: not where this regular
    expression is found in the same part of the sentence, between joined clauses. ``light_per_100``: terms of
    weight 1 speak only in a text with so many of them per 100 words, and three at least.
    """
    hits = _hits(analysis, terms, unless_explained, unless)
    yield from _dense(list(hits), analysis, light_per_100) if light_per_100 else _light_once(hits)


def _light_once(hits: Iterator[Hit]) -> Iterator[Hit]:
    """The hits; a tip about a word is given once."""
    told: set[str] = set()
    for hit in hits:
        term = str(hit.detail["term"])
        if hit.value > _LIGHT or term not in told:
            yield hit
        told.add(term)


def _dense(hits: list[Hit], analysis: Analysis, per_100: float) -> Iterator[Hit]:
    """The hits, without the light ones where there are few of them."""
    light = sum(hit.value <= _LIGHT for hit in hits)
    words = sum(len(sentence.units) for sentence in analysis.sentences())
    many = light >= max(_FEW, per_100 * words / 100)
    yield from (hit for hit in hits if many or hit.value > _LIGHT)


def _hits(analysis: Analysis, terms: WordList, unless_explained: bool, unless: str) -> Iterator[Hit]:
    sentences = list(analysis.sentences()) if unless_explained else []
    explained: set[str] = set()
    for passage, match in all_matches(analysis, terms):
        first, last = match.tokens[0], match.tokens[-1]
        sentence = passage.sentence_at(first)
        if match.entry.state == "mag" or sentence is None:
            continue
        if is_silent(passage.clean.text, passage.doc, first, last, named=_is_named(match, passage.doc)):
            continue
        if unless and re.search(unless, joined_part(sentence, first), re.IGNORECASE):
            continue
        if not (unless_explained and _explained(sentences, sentence, match, explained)):
            yield _hit(sentence, match)


def _is_named(match: Match, doc: Doc) -> bool:
    """Whether the term may be a name: *Omgevingswet*, *Raad van Beroep*, *WOZ-waarde*, an own word."""
    entry = match.entry
    if entry.own:
        return True
    several = entry.pos == "NOUN" and len(match.tokens) > 1
    return several or not entry.term.islower() or bool(_ACRONYM.match(doc[match.tokens[0]].text))


def _explained(sentences: Sequence[Sentence], sentence: Sentence, match: Match, known: set[str]) -> bool:
    """Whether the term is explained here or before; a term that must be explained speaks once.

    Who knows what *bezwaar maken* is, knows *bezwaar*.
    """
    if any(f" {match.entry.term} " in f" {term} " for term in known):
        return True
    if match.entry.state == "leg-uit":
        known.add(match.entry.term)
    at = next(i for i, s in enumerate(sentences) if s is sentence)
    before, after = beside(sentences, at)
    doc = sentence.span.doc
    start, last = doc[match.tokens[0]].idx, doc[match.tokens[-1]]
    phrases = match.context.words("uitgelegd-door") | _own_explanation(match.entry)
    if is_explained(sentence, start, last.idx + len(last), after) or says((before, sentence, after), phrases):
        known.add(match.entry.term)
        return True
    return False


def _own_explanation(entry: Entry) -> frozenset[str]:
    """The explanation of the list itself, as a writer may have pasted it."""
    return frozenset({core(entry.explanation)} - {""})


def _hit(sentence: Sentence, match: Match) -> Hit:
    doc, entry = sentence.span.doc, match.entry
    change = replacement(doc, match)
    start, end = sentence.range(doc[change.first], doc[change.last])
    instead = named(entry)
    return Hit(
        start,
        end,
        {
            "kind": _kind(entry, instead),
            "term": spelled(entry.term),
            "listed": spelled(entry.term),
            "instead": instead,
            "explanation": entry.explanation,
            "alternatives": change.texts,
            "choices": placeholders(entry),
            "own_capitals": _keeps_capital(doc, match),
            "safe": "veilig" in match.context.flags,
        },
        value=entry.weight,
        marks=sentence.ranges(doc[i] for i in match.tokens),
        seen=(sentence, match),
    )


def _keeps_capital(doc: Doc, match: Match) -> bool:
    """*de Wmo-consulent*: the capital is of an abbreviation, not of the sentence."""
    first = doc[match.tokens[0]]
    return not first.is_sent_start and _ACRONYM.match(first.text) is not None


def _kind(entry: Entry, instead: tuple[str, ...]) -> str:
    if entry.state == "leg-uit" or not instead:
        return "leg-uit-of-vervang" if instead else "leg-uit"
    return "eigen" if entry.own else "vervang"
