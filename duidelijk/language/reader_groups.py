"""Sentence → the group that must do something in it (*elke inwoner moet*), where that can be the reader.

Found by form and order, and by the label of the group only where the verb stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.model import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_SHORTEST = 5
_FARTHEST = 25
_DESCRIBING = ("ADJ|", "WW|vd|prenom", "WW|od|prenom", "TW|", "VNW|bez")
_ARTICLES = frozenset({"de", "onze", "deze", "het", "een"})
_EACH = frozenset({"elke", "elk", "iedere", "ieder"})
_BEFORE = ("VG|", "LET")
_OBJECTS = frozenset({"obj", "iobj", "obl", "nmod"})
_LINKING = frozenset({"word", "wordt", "worden", "werd", "werden", "is", "zijn"})
_FROM = frozenset({"verwacht", "verlangd", "geëist", "gevraagd"})
_ADVERBS = frozenset({"dan", "daarom", "ook", "dus", "eveneens", "tevens", "alleen", "nu"})
_KIND_ONLY = "wie"


@dataclass(frozen=True, slots=True)
class Group:
    """The words of a group; ``everyone``: it has *elke*, *iedere* or *alle* before it."""

    sentence: Sentence
    first: Token
    noun: Token
    everyone: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What makes a group one: its words, the words before it, its verbs and participles (*verplicht*).

    ``duties``: verbs of *elke* + group only; ``musts``: of any group. ``open``: *wie* counts too.
    """

    groups: Lexicon
    everyone: frozenset[str]
    duties: frozenset[str]
    musts: frozenset[str]
    requests: frozenset[str]
    open: bool


def groups_that_must(analysis: Analysis, wanted: Wanted) -> Iterator[Group]:
    """The groups that are the subject of a duty, in the order of their verbs; each once."""
    seen: set[tuple[int, int]] = set()
    for sentence, word in analysis.with_form(wanted.duties | wanted.musts | wanted.requests):
        verb = word if word.lower_ not in wanted.requests else _helper(sentence, word)
        group = _subject(sentence, verb, word, wanted) if verb is not None else None
        if group and (sentence.start, group.noun.i) not in seen:
            seen.add((sentence.start, group.noun.i))
            yield group


def group_at(sentence: Sentence, at: int, wanted: Wanted) -> Group | None:
    """The group that begins with this token: an article or *elke*, at most two adjectives, the noun."""
    doc, end = sentence.span.doc, sentence.span.end
    if at >= end:
        return None
    first = doc[at]
    every = first.lower_ in wanted.everyone
    if every and first.lower_ in wanted.groups.rows and at + 1 < end and doc[at + 1].lower_ == "die":
        return Group(sentence, first, first, True)
    start = at + 1 if every or first.lower_ in _ARTICLES else at
    for i in range(start, min(start + 3, end)):
        kind = _kind(doc[i].lower_, wanted.groups)
        if kind and (doc[i].tag_.startswith(("N|", "VNW|", "SPEC")) or doc[i].lower_ in wanted.groups.rows):
            return _checked(Group(sentence, first, doc[i], every), kind, wanted)
        if not doc[i].tag_.startswith(_DESCRIBING):
            return None
    return None


def _checked(group: Group, kind: str, wanted: Wanted) -> Group | None:
    """The group, if it counts without *elke* too, or has what it needs behind it (*degene die*)."""
    noun = group.noun
    behind = noun.nbor().lower_ if noun.i + 1 < group.sentence.span.end else ""
    if kind == _KIND_ONLY:
        asked = group.sentence.span.text.rstrip().endswith("?")
        return group if wanted.open and not asked and group.first.i == noun.i else None
    if kind == "die":
        return group if behind in {"die", "met", "zonder"} else None
    if group.everyone or kind == "iedereen":
        return group
    return group if kind == "ja" and group.first.lower_ != "een" else None


@cache
def _endings(groups: Lexicon) -> dict[str, str]:
    return {word: row["los"] for word, row in groups.rows.items()}


def _kind(form: str, groups: Lexicon) -> str:
    """What the list says of a word, or of the word that a compound ends in; empty for another word."""
    known = _endings(groups)
    whole = known.get(form)
    if whole is not None:
        return "" if whole == "nooit" else whole
    for at in range(1, len(form) - _SHORTEST + 1):
        kind = known.get(form[at:])
        if kind is not None and kind in {"ja", "nee", "nooit"}:
            return "" if kind == "nooit" else kind
    return ""


def _helper(sentence: Sentence, participle: Token) -> Token | None:
    """*wordt* or *zijn* with a participle: the nearest one before it, or the one right behind it."""
    doc = sentence.span.doc
    after = doc[participle.i + 1] if participle.i + 1 < sentence.span.end else None
    if after is not None and after.lower_ in _LINKING and is_finite(after):
        return after
    before = doc[max(sentence.span.start, participle.i - _FARTHEST) : participle.i]
    return next((t for t in reversed(before) if t.lower_ in _LINKING), None)


def _subject(sentence: Sentence, verb: Token, word: Token, wanted: Wanted) -> Group | None:
    found = _behind(sentence, verb, wanted) or _before(sentence, verb, word, wanted)
    if found is None or not _agrees(found, verb):
        return None
    told = word.lower_ in wanted.musts or word.lower_ in wanted.requests
    return found if told or found.everyone else None


def _behind(sentence: Sentence, verb: Token, wanted: Wanted) -> Group | None:
    """*moeten alle bewoners*: the group behind the verb, when no other subject stands before it."""
    doc, at = sentence.span.doc, verb.i + 1
    while at < sentence.span.end and doc[at].lower_ in _ADVERBS:
        at += 1
    group = group_at(sentence, at, wanted)
    if group is None:
        return None
    before = doc[verb.i - 1].tag_ if verb.i > sentence.span.start else ""
    if before.startswith("VNW|pers") or "nomin" in before:
        return None
    return group if group.noun.dep_ not in _OBJECTS else None


def _before(sentence: Sentence, verb: Token, word: Token, wanted: Wanted) -> Group | None:
    """*bewoners van de Dreef moeten*, *dat ouders zelf moeten*: the first words of a clause."""
    doc, start = sentence.span.doc, sentence.span.start
    for at in range(max(start, verb.i - _FARTHEST), verb.i):
        opens = at == start or doc[at - 1].tag_.startswith(_BEFORE)
        asked = at > start and doc[at - 1].lower_ == "van" and word.lower_ in _FROM
        group = group_at(sentence, at, wanted) if opens or asked else None
        if group and group.noun.i < verb.i and _reaches(group.noun, verb):
            return group
    return None


def _reaches(noun: Token, verb: Token) -> bool:
    """Whether no verb of another clause stands between: only those of clauses about the noun may."""
    between = noun.doc[noun.i + 1 : verb.i]
    relative = noun.lower_ == _KIND_ONLY
    for token in between:
        relative = relative or token.tag_.startswith("VNW|betr")
        if is_finite(token) and not relative:
            return False
    return noun.lower_ != _KIND_ONLY or any(map(is_finite, between))


def _agrees(group: Group, verb: Token) -> bool:
    """*Elke ouder moet*, *ouders moeten*; not so in *van ouders wordt verwacht*."""
    if group.first.i > group.sentence.span.start and group.first.nbor(-1).lower_ == "van":
        return True
    plural = verb.lower_.endswith("en") or verb.lower_ == "zijn"
    if group.first.lower_ in _EACH or group.noun.lower_ in {"iedereen", "wie", "eenieder", "ieder"}:
        return not plural
    tag = group.noun.tag_
    several = "|mv|" in tag if tag.startswith("N|") else group.noun.lower_.endswith(("n", "s"))
    return several == plural
