"""Sentence → articles and nouns with a phrase between them. UD labels, tags of CGN."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_ATTRIBUTE = ("WW|vd|prenom", "WW|od|prenom")
_ATTRIBUTIVE = frozenset({"acl", "amod"})
_PAST = "WW|pv|verl|ev"
_JOINING = frozenset({"en", "of", ","})
_BEFORE_ATTRIBUTE = ("N|", "VNW", "SPEC", "TW", "BW", "ADJ|vrij")
_PHRASE = frozenset({"obl", "obl:agent", "obl:arg", "obj", "nmod"})
_DETERMINER = ("LID", "VNW|bez", "VNW|aanw|det")


def long_attributes(analysis: Analysis) -> Iterator[tuple[Sentence, Token, Token]]:
    """Sentence, article and noun of every ‘de [door u op tijd] betaalde rekening’; a noun may come twice."""
    for sentence, token in analysis.with_label(_ATTRIBUTIVE):
        if pair := _by_attribute(token):
            yield sentence, *pair
    for sentence, token in (*analysis.with_tag(*_DETERMINER), *analysis.with_form({"het"})):
        if pair := with_phrase(sentence, token):
            yield sentence, *pair


def _by_attribute(attribute: Token) -> tuple[Token, Token] | None:
    """From the attribute that carries the phrase: its noun, and the article before all its words.

    The parser may hang that article under a word of the phrase (*de vorig jaar toegekende toeslag*).
    """
    noun = attribute.head
    if attribute.dep_ not in _ATTRIBUTIVE or attribute.i > noun.i or not is_noun(noun):
        return None
    if not any(t.dep_ in _PHRASE for t in attribute.lefts):
        return None
    first = attribute.left_edge
    before = first.doc[first.i - 1] if first.i > first.sent.start else first
    return next(((t, noun) for t in (before, first) if t.tag_.startswith(_DETERMINER)), None)


def with_phrase(sentence: Sentence, token: Token) -> tuple[Token, Token] | None:
    """An article with a preposition right behind it is sign enough; no label is asked for.

    *Het* may be tagged as a pronoun: then it needs a neuter noun, and no other article may own that noun.
    *Aangevoerde* may be tagged as a past tense, but no finite verb has a place there. Of joined attributes
    the last one counts.
    """
    article = token.tag_.startswith(_DETERMINER)
    end = sentence.span.end
    if not (article or token.lower_ == "het") or token.i + 1 >= end:
        return None
    if not token.nbor().tag_.startswith("VZ|init"):
        return None
    for attribute in token.doc[token.i + 3 : end - 1]:
        past = attribute.tag_.startswith(_PAST) and attribute.lower_.endswith(("de", "te"))
        if (attribute.tag_.startswith("WW|pv") and not past) or attribute.text in ":;.":
            return None
        carries = past or attribute.tag_.startswith(_ATTRIBUTE)
        if carries and attribute.nbor().lower_ in _JOINING:
            continue
        if carries and attribute.nbor(-1).tag_.startswith(_BEFORE_ATTRIBUTE):
            following = token.doc[attribute.i + 1 : min(attribute.i + 4, end)]
            noun = next((t for t in following if is_noun(t)), None)
            return (token, noun) if noun is not None and (article or _is_own(token, noun)) else None
    return None


def _is_own(het: Token, noun: Token) -> bool:
    """Whether *het* can be the article of this noun (*nam het op 3 mei ingediende voorstel aan*)."""
    owners = (t for t in het.doc[het.i + 1 : noun.i] if t.tag_.startswith(_DETERMINER))
    return "|onz|" in noun.tag_ and not any(t.nbor().tag_.startswith("VZ") for t in owners)
