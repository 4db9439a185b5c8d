"""Listed verbs and conjunctions → the same sentence with an alternative, in its form and in Dutch order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.context import among
from duidelijk.language.matching import Match
from duidelijk.suggesting import obliging
from duidelijk.suggesting.conjunctions import reordered
from duidelijk.suggesting.new_verbs import new_verb
from duidelijk.suggesting.term_verbs import TermVerb, term_verb
from duidelijk.suggesting.verb_forms_in import voice
from duidelijk.suggesting.verb_merges import merged
from duidelijk.suggesting.verb_modals import MODALS, with_modal, with_presence
from duidelijk.suggesting.verb_swaps import swapped
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from duidelijk.language.analysis import Sentence


_LIGHT = frozenset({"geven", "doen", "krijgen", "hebben", "zijn", "maken"})
"""Verbs that say too little as a noun: *het geven van*."""


def rewrites(seen: tuple[Sentence, Match], style: Style) -> Iterator[Rewrite]:
    """The sentence with each alternative that may take the term's place, the best first."""
    sentence, match = seen
    if obliging.speaks_of(match.entry):
        if _may(sentence, match):
            yield from obliging.rewrites(sentence, match, style)
        return
    if match.entry.pos == "VERB" and not match.entry.term.endswith(" te") and _may(sentence, match):
        yield from _verbs(sentence, match, style)
    if match.entry.pos == "SCONJ" and "zinsbouw" in match.context.flags:
        yield from reordered(sentence, match, style)


def _may(sentence: Sentence, match: Match) -> bool:
    """Whether the list lets an alternative take the term's place in this sentence."""
    context = match.context
    if "zinsbouw" in context.flags or (match.entry.state == "leg-uit" and not match.entry.alternatives):
        return False
    words = {name for t in sentence.span if t.i not in match.tokens for name in (t.lower_, t.lemma_.lower())}
    wanted = context.words("ruil-met")
    return not among(context.words("ruil-niet-met"), words) and (not wanted or among(wanted, words))


def _verbs(sentence: Sentence, match: Match, style: Style) -> Iterator[Rewrite]:
    term = term_verb(sentence.span.doc, match)
    if term is None:
        return
    joint = match.context.words("samen")
    if joint and term.kind == "participle" and voice(term) == "passive":
        new = new_verb(next(iter(joint)))
        found = merged(term, new, style) if new is not None else None
        if found is not None:
            yield found
            return
    if not (joint and term.kind == "participle" and term.entry.term == term.verb.lower_):
        yield from _each(term, style)


def _each(term: TermVerb, style: Style) -> Iterator[Rewrite]:
    allowed = term.context.words("ruil")
    for text in term.entry.alternatives:
        if not allowed or text in allowed:
            found = _with(text, term, style)
            if found is not None and found.text:
                yield found


def _with(text: str, term: TermVerb, style: Style) -> Rewrite | None:
    """The sentence with one alternative."""
    if text == "er zijn":
        return with_presence(term, style)
    new = new_verb(text)
    if new is None or (term.kind == "nominal" and text in _LIGHT):
        return None
    if text in MODALS:
        found = with_modal(term, new, style)
        if found is not None or term.matched:
            return found
    return swapped(term, new, style)
