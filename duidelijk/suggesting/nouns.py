"""Listed noun → another noun in its place, with the article and the adjectives that go with it.

What isn't certain gives nothing: another number for a subject, an article for a noun that has none, a
preposition that the other noun doesn't take.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.matching import Match
from duidelijk.language.noun_forms import Noun
from duidelijk.suggesting import agreement, following
from duidelijk.suggesting.alternatives import Alternative, parsed
from duidelijk.suggesting.articles import ADDED, article_and_adjectives
from duidelijk.suggesting.change import Change, changed
from duidelijk.suggesting.number import verb_in_number
from duidelijk.suggesting.phrases import (
    FIXED,
    Phrase,
    has_relative,
    in_brackets,
    is_certainly_object,
    phrase_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

_PEOPLE = frozenset({"mensen", "buren", "anderen", "ouderen"})
_PERSON = ("er", "e", "or", "eur", "aar")
"""More people can't stand for one: not *buren* for *een omwonende*."""
_LIGHT = frozenset({"andere", "ander", "nieuwe", "nieuw", "eigen"})
"""Adjectives that may stand before any other words."""


def noun_change(doc: Doc, match: Match, alternatives: Sequence[str], explained: bool) -> Change:
    """The phrase of a listed noun with each alternative that fits.

    ``explained``: the term stays behind it in brackets.
    """
    phrase = phrase_of(doc, match.tokens, match.entry.term)
    if not _is_open(phrase, explained):
        return Change(match.tokens[0], match.tokens[-1])
    found = [_edits(phrase, text, match, explained) for text in alternatives]
    return changed(doc, match.tokens[0], match.tokens[-1], [edits for edits in found if edits])


def _is_open(phrase: Phrase, explained: bool) -> bool:
    """Whether another noun can stand here at all: not in *ter toelichting*, *Perceel A 12*."""
    before, after = phrase.before, phrase.after
    if phrase.clashes or (before is not None and before.lower_ in FIXED):
        return False
    if after is not None and after.idx == phrase.head.idx + len(phrase.head) and not after.is_punct:
        return False
    if in_brackets(phrase) or _is_name(phrase) or _shares_article(phrase):
        return False
    if not explained:
        return True
    taken = after is not None and (
        after.text in "([‘“'\"" or after.tag_.startswith(("TW", "SPEC", "N|eigen"))
    )
    return not taken


def _is_name(phrase: Phrase) -> bool:
    """*het Besluit administratieve bepalingen*: the words follow a capital without a comma."""
    before = phrase.before
    if before is None or phrase.article is not None or not before.is_title:
        return False
    return before.i > phrase.head.sent.start and before.tag_.startswith(("N|", "SPEC"))


def _edits(phrase: Phrase, text: str, match: Match, explained: bool) -> dict[int, str]:
    """What each word of the phrase becomes with this alternative; nothing when it doesn't fit."""
    alternative = parsed(text)
    if alternative is None or _crowds(phrase, alternative) or not following.fits(phrase, alternative, match):
        return {}
    named = {*text.split()} <= {*match.entry.term.split()}
    behind = f" ({_as_written(phrase)})" if explained and not named else ""
    if alternative.noun is None:
        return _with_pronoun(phrase, alternative, behind)
    noun = _in_number(phrase, alternative)
    if noun is None:
        return {}
    edits = article_and_adjectives(phrase, alternative, noun)
    if edits is None:
        return {}
    words = alternative.text(noun, agreement.takes_e(noun.article, noun.plural, phrase.definite))
    edits |= dict.fromkeys(range(phrase.first, phrase.last + 1), "")
    edits[phrase.last] = edits.pop(ADDED, "") + words + behind
    several = noun.plural or alternative.joined == "en"
    if several != phrase.plural and not is_certainly_object(phrase):
        edits |= verb_in_number(phrase, several)
    return edits | following.relative(phrase, noun) | following.preposition(phrase, match)


def _crowds(phrase: Phrase, alternative: Alternative) -> bool:
    """Whether the adjectives in the text don't go with those, or with the length, of the alternative."""
    other = [t for t in phrase.adjectives if t.lower_ not in _LIGHT and not t.tag_.startswith("TW")]
    return bool(other) and bool(alternative.adjectives or alternative.joined or alternative.heavy)


def _as_written(phrase: Phrase) -> str:
    """The term as it stands, in small letters where only the start of the sentence gave it a capital."""
    text = phrase.doc[phrase.first : phrase.last + 1].text
    opens = phrase.start == phrase.head.sent.start and text[:1].isupper() and text[1:].islower()
    return text[0].lower() + text[1:] if opens else text


def _in_number(phrase: Phrase, alternative: Alternative) -> Noun | None:
    """The noun in the number of the phrase, or in another where no verb depends on it."""
    noun = alternative.noun
    assert noun is not None
    if alternative.joined == "en" and not noun.plural:
        return noun if phrase.plural or _is_free(phrase, True) else None
    if noun.plural == phrase.plural:
        return noun
    same = noun.in_number(phrase.plural)
    if same is not None and phrase.plural:
        return same if alternative.fits_plural else None
    if not noun.plural and noun.kind != "stof":
        return None
    if any(t.lower_ in agreement.PLURAL or t.tag_.startswith("TW|hoofd") for t in phrase.adjectives):
        return None
    one = noun.form in _PEOPLE and phrase.head.lower_.endswith(_PERSON)
    return noun if not one and not has_relative(phrase) and _is_free(phrase, noun.plural) else None


def _is_free(phrase: Phrase, plural: bool) -> bool:
    """Whether the phrase may get this number: no verb goes with it, or one that can change too."""
    return is_certainly_object(phrase) or bool(verb_in_number(phrase, plural))


def _with_pronoun(phrase: Phrase, alternative: Alternative, behind: str) -> dict[int, str]:
    """*een crediteur* → *iemand aan wie u geld moet betalen*."""
    article = phrase.article
    if phrase.plural or phrase.adjectives or (article is not None and article.lower_ != "een"):
        return {}
    if article is None and alternative.pronoun != "iets":
        return {}
    edits = dict.fromkeys(range(phrase.first, phrase.last + 1), "")
    edits[phrase.last] = alternative.pronoun + alternative.tail + behind
    return edits | ({article.i: ""} if article is not None else {})


def _shares_article(phrase: Phrase) -> bool:
    """*ons college en management*: the noun shares an article that may not go with another."""
    joined = phrase.article is None and phrase.head.dep_ == "conj" and not phrase.plural
    return joined and any(t.lower_ in agreement.GENDERED for t in phrase.head.head.children)
