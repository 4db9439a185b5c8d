"""What stands behind a listed noun, and whether it can stand behind another: prepositions, clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.matching import Match
from duidelijk.language.noun_forms import Noun
from duidelijk.suggesting.alternatives import Alternative
from duidelijk.suggesting.articles import READER, is_repeated
from duidelijk.suggesting.phrases import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_PICKY = frozenset({"op", "over", "aan", "tegen", "tussen", "tot", "naar", "jegens", "om"})
_CLOSE = frozenset({"van", "om", "die", "dat", "tot", "op", "over", "jegens"})
_GIVING = frozenset({"geven", "krijgen", "vragen", "ontvangen", "willen", "sturen"})
_FAMILIAR = frozenset({"je", "jij", "jouw", "jullie"})
_OTHERS = frozenset({"zijn", "haar", "hun", "mijn", "ons", "onze"})


def fits(phrase: Phrase, alternative: Alternative, match: Match) -> bool:
    """Whether what follows the noun in the text can follow this alternative."""
    if _strays(phrase, match) or not _goes_with_reader(phrase, alternative):
        return False
    after, new = phrase.after, _new_preposition(phrase, match)
    if after is None or new == "-":
        return after is None
    if alternative.tail:
        return _can_end(phrase, alternative, after)
    if new is not None or alternative.noun is None or not _is_picky(after):
        return True
    free = after.head.head != phrase.head and after.lower_ not in _CLOSE
    return free or _is_date(after) or after.lower_ in alternative.noun.prepositions


def _is_picky(after: Token) -> bool:
    """A preposition that goes with some nouns and not with others: *uitleg over*, *reactie op*."""
    return after.tag_.startswith("VZ|init") and after.dep_ != "compound:prt" and after.lower_ in _PICKY


def _can_end(phrase: Phrase, alternative: Alternative, after: Token) -> bool:
    """Whether this word can stand behind the last words of an alternative."""
    if alternative.open_ended:
        return not after.text[0].isdigit()
    attached = after.tag_.startswith("VZ|init") and after.head.head == phrase.head
    return not (attached or after.lower_ in _CLOSE or after.text[0].isdigit())


def _goes_with_reader(phrase: Phrase, alternative: Alternative) -> bool:
    """Whether *u* in the alternative is the reader of the text, and the thing isn't someone else's."""
    own = is_repeated(phrase, alternative)
    if phrase.possessive and alternative.clausal and not own:
        return False
    if not READER & {*alternative.tail.split()}:
        return True
    words = {t.lower_ for t in phrase.doc}
    other = phrase.article is not None and phrase.article.lower_ in _OTHERS
    return bool(words & READER) and not words & _FAMILIAR and not other


def _strays(phrase: Phrase, match: Match) -> bool:
    """Whether a preposition that must change stands further on: *een toelichting geven op het plan*."""
    olds = {pair.split(">")[0] for pair in match.context.words("voorzetsel")} - {"van"}
    verb = phrase.head.head
    about = {phrase.head, verb} if verb.lemma_ in _GIVING else {phrase.head}
    later = phrase.doc[phrase.last + 2 : phrase.head.sent.end]
    return any(t.lower_ in olds and t.head.head in about and not _is_date(t) for t in later)


def relative(phrase: Phrase, noun: Noun) -> dict[int, str]:
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
    return noun.head == phrase.head or (
        noun.i > preposition.i and noun.dep_ == "obl" and not _is_date(preposition)
    )


def _is_date(preposition: Token) -> bool:
    after = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else None
    return after is not None and (
        after.tag_.startswith("TW|hoofd") or after.lower_.endswith(("dag", "dagen", "week"))
    )


def preposition(phrase: Phrase, match: Match) -> dict[int, str]:
    """The preposition behind the term, where another goes with the alternatives."""
    new = _new_preposition(phrase, match)
    return {} if new is None or phrase.after is None else {phrase.after.i: new}
