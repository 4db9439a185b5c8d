"""Text → the amounts and long numbers in it; a number → what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.model import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST = 3
_LONG = range(5, 10)
_BETWEEN = frozenset({"of", "tot", "à"})
_LARGE = frozenset({"miljoen", "miljard"})
_DESCRIBING = ("ADJ|prenom", "WW|vd|prenom", "WW|od|prenom", "ADJ|nom", "VNW|onbep|grad|stan|prenom")
_MONEY = re.compile(
    r"(?<![\w.,:/-])(?P<sign>€\s?|(?i:euro?)\s)?"
    r"(?P<figures>\d{1,3}(?:\.\d{3})+|\d+)(?P<cents>[,.](?:--|[-–—=]+)|,\d\d)?"
    r"(?P<behind>\s?(?:(?:euro|EUR|Euro)\b|€))?(?![\w/:–-]|[.,]\d)"
)
_ZEGGE = re.compile(r"\bzegge:?\s+(?:en\s+schrijve:?\s+)?[^\d().;]{3,70}?\beuro\b", re.IGNORECASE)
_MONEY_SIGNS = re.compile(r"€|\d{5}|[,.][-–=]|EUR|Eur|euro")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that could be written more plainly.

    ``kind``: lang (five figures or more without a point), centen, euro (*EUR*) or zegge. ``behind``:
    *euro* stands behind it.
    """

    start: int
    end: int
    kind: str
    figures: str
    cents: str
    is_money: bool
    behind: bool


def amounts(text: str) -> Iterator[Amount]:
    """The long numbers and the amounts with needless signs, in text order."""
    if not _MONEY_SIGNS.search(text):
        return
    for found in _MONEY.finditer(text):
        kind = _kind(found)
        if kind:
            sign, cents = found["sign"] or "", (found["cents"] or "")[1:]
            behind = (found["behind"] or "").strip() not in ("", "€") and not sign
            money = bool(sign or found["behind"] or _has_dash(cents))
            yield Amount(*found.span(), kind, found["figures"], cents, money, behind)
    for found in _ZEGGE.finditer(text):
        yield Amount(*found.span(), "zegge", "", "", True, False)


def _kind(found: re.Match[str]) -> str:
    figures, cents = found["figures"], (found["cents"] or "")[1:]
    money = found["sign"] or found["behind"] or _has_dash(cents)
    if figures[0] != "0" and "." not in figures and len(figures) in _LONG:
        return "lang" if money or not cents else ""
    if not money:
        return ""
    if cents and (cents == "00" or not cents.isdigit()):
        return "centen"
    sign, behind = (found["sign"] or "").strip(), (found["behind"] or "").strip()
    return "euro" if sign[:2] in {"EU", "Eu"} or behind in {"EUR", "€"} else ""


def _has_dash(cents: str) -> bool:
    """*75,-* is money without a sign too."""
    return bool(cents) and not cents.isdigit()


def is_spelled_amount(text: str, at: int) -> bool:
    """Whether a place stands within *zegge: honderd euro*."""
    return any(found.start() <= at < found.end() for found in _ZEGGE.finditer(text))


def noun_counted(number: Token) -> Token | None:
    """The noun that a number counts: behind it, with at most adjectives between."""
    doc, end = number.doc, number.sent.end
    behind = number.i + 1
    if behind + 2 < end and doc[behind].lower_ == "of" and doc[behind + 1].lower_ in {"meer", "minder"}:
        behind += 2
    for at in range(behind, min(behind + 1 + _FARTHEST, end)):
        tag = doc[at].tag_
        if tag.startswith(("N|", "SPEC|afk")):
            return None if _is_title(number, doc[at]) else doc[at]
        if not tag.startswith(_DESCRIBING):
            return doc[at - 1] if at > behind and _is_person(doc[at - 1]) else None
    return None


def noun_before(number: Token) -> Token | None:
    """The noun that a number counts behind *of*: *een week of zes*."""
    doc, at = number.doc, number.i
    if at - 3 < number.sent.start or doc[at - 1].lower_ != "of" or doc[at - 3].lower_ != "een":
        return None
    return doc[at - 2] if doc[at - 2].tag_.startswith("N|soort|ev") else None


def _is_person(word: Token) -> bool:
    """*dertig jongeren*: an adjective as a noun."""
    return "|nom|" in word.tag_ and word.lower_.endswith("en")


def _is_title(number: Token, noun: Token) -> bool:
    """*Twee Kastelen*: a name."""
    return noun.text.istitle() and number.text.istitle()


def money_behind(noun: Token) -> Token | None:
    """The last word of an amount that a number begins: *euro*, or that of *miljoen euro*."""
    if noun.lower_ in _LARGE and noun.i + 1 < noun.sent.end:
        noun = noun.nbor()
    return noun if noun.lower_ == "euro" else None


def is_counted(number: Token) -> bool:
    """Whether a number in figures counts something."""
    return noun_counted(number) is not None


def repeated(number: Token) -> Token:
    """The last word of *drie (3)*; the number itself where no figures repeat it."""
    doc, at = number.doc, number.i
    if (
        at + 3 < number.sent.end
        and doc[at + 1].text == "("
        and doc[at + 2].is_digit
        and doc[at + 3].text == ")"
    ):
        return doc[at + 3]
    return number


def joined_number(number: Token, numbers: Lexicon) -> tuple[Token, Token]:
    """The first and last word of *twee of drie*; the number itself where it stands alone."""
    doc, at, sentence = number.doc, number.i, number.sent
    if at - 2 >= sentence.start and _joins(doc[at - 1]) and _is_small(doc[at - 2], numbers):
        return doc[at - 2], number
    if at + 2 < sentence.end and _joins(doc[at + 1]) and _is_small(doc[at + 2], numbers):
        return number, doc[at + 2]
    return number, number


def _joins(word: Token) -> bool:
    """*of* and *tot*; *en* only behind *tussen*: *tussen (de) twintig en dertig*."""
    if word.lower_ != "en":
        return word.lower_ in _BETWEEN
    return any(t.lower_ == "tussen" for t in word.doc[max(word.sent.start, word.i - 3) : word.i])


def _is_small(word: Token, numbers: Lexicon) -> bool:
    return word.lower_ in numbers.rows or word.lower_ in {"een", "één"}


def is_part_of(text: str, number: Token, phrases: Lexicon) -> bool:
    """Whether the number stands in one of these expressions."""
    longest = max(map(len, phrases.rows), default=0)
    start = max(0, number.idx - longest)
    near = text[start : number.idx + longest].lower()
    at = number.idx - start
    return any(
        found <= at < found + len(phrase)
        for phrase in phrases.rows
        if number.lower_ in phrase and (found := near.find(phrase, max(0, at - len(phrase)))) >= 0
    )
