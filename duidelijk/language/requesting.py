"""Sentence → what it asks of the reader: *Stuur … op*, *Wilt u … betalen?*, *Wij verzoeken u … te sturen*.

Where the parse is doubtful, forms and order speak before tags and labels: *u* is the subject of *moet* when
it stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from duidelijk.language.asking import (
    THIRD,
    YOU,
    Request,
    Said,
    asks,
    begins_late,
    by_form,
    group,
    is_instruction,
    listed,
    opening_forms,
    said_of,
    sort_of_nouns,
)
from duidelijk.language.begging import begs_for, may_beg, sorts_of_nouns
from duidelijk.language.duties import MUST, WOULD, must, must_be, would
from duidelijk.language.unlisted import NO_TASK, OBJECTS, OTHER, is_condition, sort_unlisted

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence
    from duidelijk.model import Lexicon

_WORK = "herstellen"
"""Of this sort *moet verwijderd zijn* is a rule, not something that remains to be done."""

_PURPOSE = frozenset({"afspraak", "om", "terug"})
_PLEASE = frozenset({"alstublieft", "a.u.b."})
_US = frozenset({"ons", "mij", "me", "naar"})
_NEAR = 4
_THINGS = frozenset({"uw", "je", "de", "het", "deze", "dit", "een"})


def candidates(analysis: Analysis, verbs: Lexicon) -> list[Sentence]:
    """The sentences that may ask something, in text order: most have no such word."""
    found = {id(s): s for s in analysis.sentences() if _begins_with_verb(s)}
    cues, begging = _cues(), group("vragend")
    for sentence, token in analysis.with_form(_words(verbs)):
        form = token.lower_
        cue = form in cues and form not in WOULD and (form not in begging or may_beg(token))
        if cue or _opens(sentence, token):
            found[id(sentence)] = sentence
    return sorted(found.values(), key=lambda s: (s.block.start, s.span.start))


@cache
def _cues() -> frozenset[str]:
    return WOULD | MUST | group("vragend") | group("gevraagd") | group("nodig") | group("beleefd")


@cache
def _words(verbs: Lexicon) -> frozenset[str]:
    return opening_forms(verbs) | _cues()


def _begins_with_verb(sentence: Sentence) -> bool:
    """Whether it begins with a verb and its object, or what may be one: *Vaar uw boot weg*."""
    span = sentence.span
    if len(span) < _NEAR - 1 or (second := span[1].lower_) not in OBJECTS:
        return False
    tag = span[0].tag_
    return tag.startswith("WW|pv") or (second == "uw" and tag.startswith(("N|", "SPEC|")))


def _opens(sentence: Sentence, token: Token) -> bool:
    """Whether a word begins its sentence, or stands behind *u*, *Let op:* or *Stap 2:*."""
    at = token.i - sentence.span.start
    if at == 1 and token.nbor(-1).lower_ in YOU:
        return True
    return at == 0 or (at <= _NEAR and begins_late(sentence))


def sorts(sentence: Sentence, verbs: Lexicon) -> Iterator[str]:
    """The sorts of things that a sentence asks of the reader, by the list; OTHER for another verb."""
    said = said_of(sentence)
    if not said.words:
        return
    begs = begs_for(said)
    rows = list(listed(said, by_form(verbs)))
    found = [row.sort for at, row in rows if row.sort != NO_TASK and _asks(said, at, row, begs)]
    if found:
        yield from found
        return
    yield from sorts_of_nouns(said, verbs, OTHER)
    if begs:
        yield OTHER
    elif (sort := sort_unlisted(said, verbs, {at for at, _ in rows})) is not None:
        yield sort


@cache
def words_about(verbs: Lexicon, wanted: frozenset[str]) -> frozenset[str]:
    """The forms and nouns that go with these sorts of requests."""
    forms = {form for form, rows in by_form(verbs).items() if any(row.sort in wanted for row in rows)}
    return frozenset(forms | {noun for noun, sort in sort_of_nouns(verbs).items() if sort in wanted})


def topics(sentence: Sentence, verbs: Lexicon) -> set[str]:
    """The sorts of requests that a sentence is about, by its verbs and nouns."""
    said, nouns = said_of(sentence), sort_of_nouns(verbs)
    named = {nouns[form] for form in said.all & nouns.keys()}
    return (named | {row.sort for _, row in listed(said, by_form(verbs))}) - {NO_TASK}


def _asks(said: Said, at: int, row: Request, begs: bool) -> bool:
    form = said.forms[at]
    if form in row.infinitives:
        return begs or would(said) or must(said, at)
    if form == row.participle and form != row.stem and form not in row.finite:
        return must_be(said, at, done=row.sort != _WORK)
    return _commands(said, at, row) or _needed(said, at)


def _commands(said: Said, at: int, row: Request) -> bool:
    """*Stuur het op*, *Stuurt u het op.*, *U stuurt het op*, and the second of two instructions."""
    form = said.forms[at]
    after = said.forms[at + 1] if at + 1 < len(said.forms) else ""
    if said.denied(at + 1, at + 3) or (row.free == "ja" and said.all.isdisjoint(_PLEASE)):
        return False
    if row.free == "doel" and said.all.isdisjoint(_PURPOSE):
        return False
    if row.free == "voorwerp" and after not in _THINGS and said.all.isdisjoint(_PURPOSE):
        return False
    if at == 0 and after in YOU and (form in row.finite or asks(said.words)):
        return not is_condition(said) and (not asks(said.words) or not said.all.isdisjoint(_US))
    if asks(said.words):
        return False
    if at == 1 and form in row.finite and said.forms[0] in YOU:
        return _tells(said, row)
    joined = at > 0 and said.forms[at - 1] == "en" and is_instruction(said.words)
    return (at == 0 or joined) and form == row.stem and after not in THIRD


def _tells(said: Said, row: Request) -> bool:
    """*U stuurt het contract terug*, *U voldoet dit bedrag*; not *U betaalt € 20 per maand*."""
    if row.sort == "betalen":
        return "bedrag" in said.all and "per" not in said.all
    return row.sort == "sturen" and (bool(row.part) or not said.all.isdisjoint(_US))


def _needed(said: Said, at: int) -> bool:
    """*Het is belangrijk dat u reageert*."""
    return not said.all.isdisjoint(group("nodig")) and any(
        a == "dat" and b in YOU for a, b in pairwise(said.forms[: at + 1])
    )
