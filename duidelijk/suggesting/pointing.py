"""*het bovengenoemde plan* → *dit plan*: a pointing word in the form that goes with the noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.matching import Match
from duidelijk.suggesting.agreement import POSSESSIVE
from duidelijk.suggesting.change import Change, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

_PAIRS = {"deze": "dit", "dit": "deze", "die": "dat", "dat": "die"}
_BEFORE = ("N|soort", "ADJ|prenom", "TW|hoofd|prenom", "WW|vd|prenom", "WW|od|prenom")
_MODIFIERS = ("ADJ|prenom", "TW|hoofd|prenom", "WW|vd|prenom", "WW|od|prenom")


def is_pointing(alternatives: Sequence[str]) -> bool:
    """Whether the alternatives of a term are *deze*, *dit*, *die*, *dat* or *zulke*."""
    return any(text in _PAIRS or text == "zulke" for text in alternatives)


def pointing_change(doc: Doc, match: Match, alternatives: Sequence[str]) -> Change:
    """The term, with an article before it, as the pointing word that fits the noun; nothing when unsure."""
    first, last = match.tokens[0], match.tokens[-1]
    nothing = Change(first, last)
    noun = _noun_behind(doc, last)
    if "zulke" in alternatives:
        return _such(doc, first, last, noun)
    before = doc[first - 1] if first > doc[first].sent.start else None
    if noun is None or (before is not None and _blocks(before)):
        return nothing
    article = before if before is not None and before.lower_ in {"de", "het"} else None
    neuter = _is_neuter(doc[last], noun, article)
    if neuter is None:
        return nothing
    edits = dict.fromkeys(range(first, last), "") | ({article.i: ""} if article is not None else {})
    wanted = next(text for text in alternatives if text in _PAIRS)
    near = wanted in {"deze", "dit"}
    word = ("dit" if near else "dat") if neuter else ("deze" if near else "die")
    return changed(doc, article.i if article is not None else first, last, [{**edits, last: word}])


def _such(doc: Doc, first: int, last: int, noun: Token | None) -> Change:
    """*een dergelijk plan* → *zo'n plan*, *dergelijke plannen* → *zulke plannen*."""
    before = doc[first - 1] if first > doc[first].sent.start else None
    if noun is None or first != last:
        return Change(first, last)
    if before is not None and before.lower_ == "een":
        return changed(doc, before.i, last, [{before.i: "", last: "zo'n"}])
    free = before is None or before.tag_.startswith(("VZ|init", "VG", "LET", "WW"))
    plural = noun.tag_.startswith("N|soort|mv") and doc[last].lower_.endswith("e")
    return changed(doc, first, last, [{last: "zulke"}]) if free and plural else Change(first, last)


def _noun_behind(doc: Doc, last: int) -> Token | None:
    """The noun right behind the term, or behind adjectives and numbers."""
    at = last + 1
    while at < len(doc) and doc[at].tag_.startswith(_MODIFIERS):
        at += 1
    found = doc[at] if at < len(doc) else None
    return (
        found
        if found is not None and found.tag_.startswith("N|soort") and found.sent == doc[last].sent
        else None
    )


def _blocks(before: Token) -> bool:
    """*uw bovengenoemde brief*, *een dergelijk …*, *alle bovengenoemde …*, *zoals genoemd*."""
    other = before.lower_ in POSSESSIVE | {
        "een",
        "geen",
        "alle",
        "deze",
        "dit",
        "die",
        "dat",
        "zoals",
        "als",
        "al",
    }
    return other or before.tag_.startswith(("BW", "TW", "ADJ|prenom", "WW|vd|prenom", "N|eigen"))


def _is_neuter(term: Token, noun: Token, article: Token | None) -> bool | None:
    """Whether the noun takes *dit*: by its article, else by its number, ending and gender; None if unsure."""
    if article is not None:
        return article.lower_ == "het"
    if "|mv|" in noun.tag_ or noun.tag_.endswith("|mv"):
        return False
    bare = not term.lower_.endswith("e")
    neuter = "|onz" in noun.tag_
    return neuter if bare == neuter else None
