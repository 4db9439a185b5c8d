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
    DENIES,
    THIRD,
    YOU,
    Request,
    Said,
    asks,
    begins_late,
    by_form,
    is_instruction,
    listed,
    opening_forms,
    said_of,
    sort_of_nouns,
)
from duidelijk.language.begging import BEGGED, BEGS, SPEAKS, begs_for, may_beg, sorts_of_nouns
from duidelijk.language.clauses import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence
    from duidelijk.model import Lexicon

OTHER = "overig"
"""The sort of a request with a verb that isn't listed."""

_WORK = "herstellen"
"""Of this sort *moet verwijderd zijn* is a rule, not something that remains to be done."""

_WOULD = frozenset({"wilt", "wil", "zou", "zoudt", "kunt", "kun", "kan"})
_MUST = frozenset({"moet", "moeten", "dient", "dienen", "behoort", "behoren", "verplicht", "gehouden"})
_BARE_MUST = frozenset({"moet", "moeten"})
_ARE = frozenset({"bent", "ben"})
_NEEDED = frozenset({"belangrijk", "nodig", "noodzakelijk", "vereist", "bedoeling", "verwachten", "verwacht"})
_PURPOSE = frozenset({"afspraak", "om", "terug"})
_PLEASE = frozenset({"alstublieft", "a.u.b."})
_US = frozenset({"ons", "mij", "me", "naar"})
_CUES = _WOULD | _MUST | BEGS | BEGGED | _NEEDED | SPEAKS
_ALONE = BEGS | BEGGED | SPEAKS
"""Words that may ask something without a verb of the list."""
_NEAR = 4


def candidates(analysis: Analysis, verbs: Lexicon) -> list[Sentence]:
    """The sentences that may ask something, in text order: most have no such word."""
    found: dict[int, Sentence] = {}
    with_verb: set[int] = set()
    opening = opening_forms(verbs)
    for sentence, token in analysis.with_form(_words(verbs)):
        with_verb.add(id(sentence))
        if token.lower_ in opening and _opens(sentence, token):
            found[id(sentence)] = sentence
    for sentence, token in analysis.with_form(_CUES):
        form = token.lower_
        if (form in _WOULD and not _opens(sentence, token)) or (form in BEGS and not may_beg(token)):
            continue
        if id(sentence) in with_verb or form in _ALONE:
            found[id(sentence)] = sentence
    return sorted(found.values(), key=lambda s: (s.block.start, s.span.start))


@cache
def _words(verbs: Lexicon) -> frozenset[str]:
    return frozenset(by_form(verbs)) | sort_of_nouns(verbs).keys()


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
    found = False
    for at, row in listed(said, by_form(verbs)):
        if _asks(said, at, row, begs):
            found = True
            yield row.sort
    if not found:
        yield from sorts_of_nouns(said, verbs, OTHER)
        if begs:
            yield OTHER


@cache
def words_about(verbs: Lexicon, wanted: frozenset[str]) -> frozenset[str]:
    """The forms and nouns that go with these sorts of requests."""
    forms = {form for form, rows in by_form(verbs).items() if any(row.sort in wanted for row in rows)}
    return frozenset(forms | {noun for noun, sort in sort_of_nouns(verbs).items() if sort in wanted})


def topics(sentence: Sentence, verbs: Lexicon) -> set[str]:
    """The sorts of requests that a sentence is about, by its verbs and nouns."""
    said, nouns = said_of(sentence), sort_of_nouns(verbs)
    named = {nouns[form] for form in said.all & nouns.keys()}
    return named | {row.sort for _, row in listed(said, by_form(verbs))}


def _asks(said: Said, at: int, row: Request, begs: bool) -> bool:
    form = said.forms[at]
    if form in row.infinitives:
        return begs or _would(said) or _must(said, at)
    if form == row.participle and form != row.stem and form not in row.finite:
        return _must_be(said, at, row)
    return _commands(said, at, row) or _needed(said, at)


def _commands(said: Said, at: int, row: Request) -> bool:
    """*Stuur het op*, *Stuurt u het op.*, *U stuurt het op*, and the second of two instructions."""
    form = said.forms[at]
    after = said.forms[at + 1] if at + 1 < len(said.forms) else ""
    if said.denied(at + 1, at + 3) or (row.free == "ja" and said.all.isdisjoint(_PLEASE)):
        return False
    if row.free == "doel" and said.all.isdisjoint(_PURPOSE):
        return False
    if at == 0 and after in YOU and (form in row.finite or asks(said.words)):
        return not _is_condition(said) and (not asks(said.words) or not said.all.isdisjoint(_US))
    if asks(said.words):
        return False
    if at == 1 and form in row.finite and said.forms[0] in YOU and row.sort == "sturen":
        return bool(row.part) or not said.all.isdisjoint(_US)
    joined = at > 0 and said.forms[at - 1] == "en" and is_instruction(said.words)
    return (at == 0 or joined) and form == row.stem and after not in THIRD


def _is_condition(said: Said) -> bool:
    """*Betaalt u later, dan krijgt u een boete*: a verb or *dan* behind a comma."""
    apart = (b for a, b in pairwise(said.words) if b.i > a.i + 1)
    return "dan" in said.all or any(map(is_finite, apart))


def _would(said: Said) -> bool:
    """*Wilt u … opsturen?*; not *Wilt u …, bel dan*."""
    asked = len(said.forms) > 2 and said.forms[0] in _WOULD and said.forms[1] in YOU
    return asked and said.all.isdisjoint(DENIES | {"dan"})


def _must(said: Said, at: int) -> bool:
    """*U moet … opsturen*, *moet u*, *bent u verplicht … op te sturen*, *dat u nog moet betalen*."""
    before = [i for i in range(at) if said.forms[i] in _MUST]
    place = before[-1] if before else at + 1
    if place >= len(said.forms) or said.forms[place] not in _MUST or asks(said.words):
        return False
    to = said.forms[at - 1] == "te"
    if to == (said.forms[place] in _BARE_MUST) or said.denied(min(place, at), at):
        return False
    return not YOU.isdisjoint(said.near(place)) or _is_subject(said, place)


def _is_subject(said: Said, place: int) -> bool:
    """Whether *u* is the subject of a verb further on: behind *dat*, or before *bent verplicht*."""
    if said.forms[place] in {"verplicht", "gehouden"}:
        return any({a, b} & _ARE and {a, b} & YOU for a, b in pairwise(said.forms))
    return any(a == "dat" and b in YOU for a, b in pairwise(said.forms[:place]))


def _must_be(said: Said, at: int, row: Request) -> bool:
    """*De stukken dienen te worden ingeleverd*; not where somebody else must do it."""
    if said.all.isdisjoint(_MUST) or said.denied(0, at):
        return False
    if "worden" not in said.all and ("zijn" not in said.all or row.sort == _WORK):
        return False
    doer = said.forms.index("door") if "door" in said.all else -1
    return doer < 0 or (doer + 1 < len(said.forms) and said.forms[doer + 1] in YOU)


def _needed(said: Said, at: int) -> bool:
    """*Het is belangrijk dat u reageert*."""
    return not said.all.isdisjoint(_NEEDED) and any(
        a == "dat" and b in YOU for a, b in pairwise(said.forms[: at + 1])
    )
