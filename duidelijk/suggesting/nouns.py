"""Listed noun → another noun in its place, with the article and the adjectives that go with it.

What isn't certain gives nothing: another number for a subject, an article for a noun that has none, a
preposition that the other noun doesn't take.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duidelijk.language.matching import Match
from duidelijk.language.noun_forms import Noun
from duidelijk.suggesting import agreement
from duidelijk.suggesting.alternatives import Alternative, parsed
from duidelijk.suggesting.change import Change, changed
from duidelijk.suggesting.phrases import (
    FIXED,
    Phrase,
    has_relative,
    in_brackets,
    is_certainly_object,
    is_governed,
    phrase_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

_PICKY = frozenset({"op", "over", "aan", "tegen", "tussen", "tot", "naar", "jegens", "om"})
_CLOSE = frozenset({"van", "om", "die", "dat", "tot", "op", "over", "jegens"})
_WITHOUT_ARTICLE = frozenset({"per", "zonder", "als", "geen"})
_READER = frozenset({"u", "uw", "uzelf"})
_OTHERS = frozenset({"zijn", "haar", "hun", "mijn", "ons", "onze"})
_RELATIVES = {"de": "die", "het": "dat"}


def noun_change(doc: Doc, match: Match, alternatives: Sequence[str], explained: bool) -> Change:
    """The phrase of a listed noun with each alternative that fits; ``explained``: the term behind it in brackets."""
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
    if in_brackets(phrase) or _is_name(phrase):
        return False
    if not explained:
        return True
    taken = after is not None and (after.text in "([‘“'\"" or after.tag_.startswith(("TW", "SPEC", "N|eigen")))
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
    if alternative is None or not _goes_before(phrase, alternative, match):
        return {}
    named = {*text.split()} <= {*match.entry.term.split()}
    behind = f" ({_as_written(phrase)})" if explained and not named else ""
    if alternative.noun is None:
        return _with_pronoun(phrase, alternative, behind)
    noun = _in_number(phrase, alternative)
    if noun is None:
        return {}
    edits = _article(phrase, alternative, noun, text)
    if edits is None:
        return {}
    words = alternative.text(noun, agreement.takes_e(noun.article, noun.plural, phrase.definite))
    edits |= dict.fromkeys(range(phrase.first, phrase.last + 1), "")
    edits[phrase.last] = edits.pop(-1, "") + words + behind
    return edits | _relative(phrase, noun) | _preposition(phrase, match)


def _as_written(phrase: Phrase) -> str:
    """The term as it stands, in small letters where only the start of the sentence gave it a capital."""
    text = phrase.doc[phrase.first : phrase.last + 1].text
    opens = phrase.start == phrase.head.sent.start and text[:1].isupper() and text[1:].islower()
    return text[0].lower() + text[1:] if opens else text


def _in_number(phrase: Phrase, alternative: Alternative) -> Noun | None:
    """The noun in the number of the phrase, or in another where no verb depends on it."""
    noun = alternative.noun
    assert noun is not None
    if alternative.joined == "en" and not phrase.plural:
        noun = replace(noun, plural=True, plural_form=noun.form)
    if noun.plural == phrase.plural:
        return noun
    same = noun.in_number(phrase.plural)
    if same is not None and phrase.plural and not noun.plural:
        return same if alternative.fits_plural else None
    other = noun if noun.plural or noun.kind in {"stof"} else None
    if other is None or has_relative(phrase) or not is_certainly_object(phrase):
        return None
    return other


def _goes_before(phrase: Phrase, alternative: Alternative, match: Match) -> bool:
    """Whether what follows the noun in the text can follow this one."""
    after, tail = phrase.after, alternative.tail
    if phrase.adjectives and (alternative.adjectives or alternative.joined or alternative.heavy):
        return False
    if _strays(phrase, match) or _shares_article(phrase):
        return False
    if phrase.possessive and alternative.clausal and not _is_readers(phrase, alternative):
        return False
    if _READER & {*tail.split()} and not _speaks_to_reader(phrase):
        return False
    new = _new_preposition(phrase, match)
    if after is None or new == "-":
        return after is None
    if tail:
        attached = after.tag_.startswith("VZ|init") and after.head.head == phrase.head
        return not (attached or after.lower_ in _CLOSE or after.tag_.startswith("TW"))
    if new is None and after.tag_.startswith("VZ") and after.lower_ in _PICKY and alternative.noun is not None:
        free = after.head.head != phrase.head and after.lower_ not in _CLOSE
        return free or _is_date(after) or after.lower_ in alternative.noun.prepositions
    return True


def _strays(phrase: Phrase, match: Match) -> bool:
    """Whether a preposition that must change stands further on: *een toelichting geven op het plan*."""
    olds = {pair.split(">")[0] for pair in match.context.words("voorzetsel")} - {"van"}
    later = phrase.doc[phrase.last + 2 : phrase.head.sent.end]
    return any(t.lower_ in olds and t.head.head in {phrase.head, phrase.head.head} for t in later)


def _shares_article(phrase: Phrase) -> bool:
    """*ons college en management*: the noun shares an article that may not go with another."""
    joined = phrase.article is None and phrase.head.dep_ == "conj" and not phrase.plural
    return joined and any(t.lower_ in agreement.GENDERED for t in phrase.head.head.children)


def _is_readers(phrase: Phrase, alternative: Alternative) -> bool:
    article = phrase.article
    return article is not None and article.lower_ == "uw" and bool(_READER & {*alternative.tail.split()})


def _speaks_to_reader(phrase: Phrase) -> bool:
    """Whether *u* is the reader of the text, and the thing isn't someone else's."""
    words = {t.lower_ for t in phrase.doc}
    other = phrase.article is not None and phrase.article.lower_ in _OTHERS
    return bool(words & _READER) and not words & {"je", "jij", "jouw", "jullie"} and not other


def _article(phrase: Phrase, alternative: Alternative, noun: Noun, text: str) -> dict[int, str] | None:
    """What the article and the adjectives become (under -1 an article that is added); None if it can't be."""
    counted = noun.kind == ""
    if phrase.article is None:
        added = _added_article(phrase, alternative, noun)
        return None if added is None else _adjectives(phrase, noun, {-1: added})
    form = phrase.article.lower_
    if _is_readers(phrase, alternative):
        form = "de" if noun.article == "de" or noun.plural else "het"
    if not _takes(phrase, alternative, noun, form):
        return None
    new = agreement.determiner(form, noun.article, noun.plural, counted, phrase.plural)
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
        plain = form in {"de", "het", "dit", "deze"} and noun.kind == "inf" and not phrase.adjectives
        return plain or (alternative.amount and form == "een" and not phrase.adjectives)
    if alternative.joined and not indefinite:
        return (
            noun.plural
            or agreement.determiner("de", noun.article, False, True, False) == form
            or form in agreement.POSSESSIVE - {"ons", "onze"}
        )
    return not (alternative.joined and noun.plural and indefinite)


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
        form = agreement.adjective(token, ending)
        if form is None:
            return None
        if form != token.lower_:
            edits[token.i] = form
    return edits


def _relative(phrase: Phrase, noun: Noun) -> dict[int, str]:
    """*het schrijven dat* → *de brief die*."""
    at = phrase.last + 1
    doc = phrase.doc
    if at < len(doc) and doc[at].text == ",":
        at += 1
    word = doc[at] if at < len(doc) else None
    if word is None or phrase.plural or word.lower_ not in {"die", "dat"}:
        return {}
    was_het = phrase.article is not None and phrase.article.lower_ in {"het", "dit", "dat", "ons"}
    if noun.article == "de" and word.lower_ == "dat" and (was_het or word.tag_.startswith("VNW|betr")):
        return {word.i: "die"}
    if noun.article == "het" and word.lower_ == "die" and "|betr" in word.tag_:
        return {word.i: "dat"}
    return {}


def _new_preposition(phrase: Phrase, match: Match) -> str | None:
    """What comes in the place of the preposition behind the term (``voorzetsel:op>over``); None to keep it.

    ``-`` says that no other noun can stand there, an empty text that the preposition goes.
    """
    after = phrase.after
    pairs = dict(pair.split(">") for pair in match.context.words("voorzetsel"))
    return pairs.get(after.lower_) if after is not None and _belongs(phrase, after) else None


def _belongs(phrase: Phrase, preposition: Token) -> bool:
    """Whether a preposition stands between the noun and what goes with it, and not before a date."""
    noun = preposition.head
    return noun.head == phrase.head or (noun.i > preposition.i and noun.dep_ == "obl" and not _is_date(preposition))


def _is_date(preposition: Token) -> bool:
    after = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else None
    return after is not None and (after.tag_.startswith("TW|hoofd") or after.lower_.endswith("dag"))


def _preposition(phrase: Phrase, match: Match) -> dict[int, str]:
    new = _new_preposition(phrase, match)
    return {} if new is None or phrase.after is None else {phrase.after.i: new}


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
