"""The article and the adjectives of a noun phrase → those that go with another noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.addressing import SENDER
from duidelijk.language.noun_forms import Noun
from duidelijk.suggesting import agreement
from duidelijk.suggesting.alternatives import Alternative
from duidelijk.suggesting.phrases import Phrase, is_governed

if TYPE_CHECKING:
    from spacy.tokens import Token

ADDED = -1
"""Under this index stands an article that the phrase gets before its noun."""
READER = frozenset({"u", "uw", "uzelf"})
_OWNERS = {"uw": READER, "ons": SENDER, "onze": SENDER}
_DEFINITE = frozenset({"de", "het", "dit", "deze"})
_WITHOUT_ARTICLE = frozenset({"per", "zonder", "als", "geen"})


def article_and_adjectives(phrase: Phrase, alternative: Alternative, noun: Noun) -> dict[int, str] | None:
    """What the article and the adjectives become, an added article under ``ADDED``; None if it can't be."""
    if phrase.article is None:
        added = _added_article(phrase, alternative, noun)
        return None if added is None else _adjectives(phrase, noun, {ADDED: added})
    form = phrase.article.lower_
    if is_repeated(phrase, alternative):
        form = "de" if noun.article == "de" or noun.plural else "het"
    if not _takes(phrase, alternative, noun, form):
        return None
    new = agreement.determiner(form, noun.article, noun.plural, noun.counted)
    if alternative.own_article:
        new = alternative.own_article
    if new is None:
        return None
    return _adjectives(phrase, noun, {} if new == phrase.article.lower_ else {phrase.article.i: new})


def _takes(phrase: Phrase, alternative: Alternative, noun: Noun, form: str) -> bool:
    """Whether the alternative can stand behind this article."""
    indefinite = form in agreement.INDEFINITE
    if alternative.own_article:
        return form in {"de", "het"} and not phrase.adjectives and alternative.own_article == "het"
    if alternative.superlative:
        return not indefinite
    if alternative.amount or noun.kind == "inf":
        return not phrase.adjectives and form in (_DEFINITE if noun.kind == "inf" else {"een"})
    if alternative.joined and not noun.plural:
        return indefinite or form in {noun.article, *agreement.POSSESSIVE} - {"ons", "onze"}
    return not (alternative.joined and indefinite)


def _added_article(phrase: Phrase, alternative: Alternative, noun: Noun) -> str | None:
    """The article that a noun without one gets; empty where it takes none, None where that isn't certain."""
    if alternative.own_article:
        return None if phrase.adjectives or phrase.plural else alternative.own_article + " "
    if alternative.superlative:
        return None
    van = phrase.after is not None and phrase.after.lower_ == "van"
    if noun.kind == "inf":
        if phrase.adjectives:
            return None
        return "het " if van or alternative.tail.startswith(" van") else ""
    if noun.plural or noun.kind or alternative.amount or _stands_without_article(phrase):
        return ""
    if van and is_governed(phrase) and not phrase.adjectives:
        return f"{noun.article} "
    return None


def _stands_without_article(phrase: Phrase) -> bool:
    """*per rijwiel*, or words that aren't a sentence (a heading)."""
    before = phrase.before
    bare = before is not None and before.lower_ in _WITHOUT_ARTICLE
    counted = any(t.tag_.startswith("TW|hoofd") for t in phrase.adjectives)
    return bare or counted or not any("WW|pv" in t.tag_ for t in phrase.head.sent)


def _adjectives(phrase: Phrase, noun: Noun, edits: dict[int, str]) -> dict[int, str] | None:
    ending = agreement.takes_e(noun.article, noun.plural, phrase.definite)
    for token in phrase.adjectives:
        if _is_adverb(token):
            continue
        form = agreement.adjective(token, ending)
        if form is None:
            return None
        if form != token.lower_:
            edits[token.i] = form
    return edits


def _is_adverb(token: Token) -> bool:
    """*goed* in *een goed gedocumenteerd schrijven*: it goes with the adjective behind it."""
    after = token.nbor(1)
    if token.lower_.endswith("e") or not after.tag_.startswith(("ADJ", "WW|vd")):
        return False
    return after.tag_.startswith("WW|vd") or after.lower_.endswith("e")


def is_repeated(phrase: Phrase, alternative: Alternative) -> bool:
    """Whether the alternative says itself whose it is: *uw* before *bedrag dat u moet betalen*."""
    owner = _OWNERS.get(phrase.article.lower_, frozenset()) if phrase.article is not None else frozenset()
    return not owner.isdisjoint(alternative.tail.split())
