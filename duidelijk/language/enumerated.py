"""An enumeration → its items, the words before it and behind it, and the word that closes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.outline import Words, bare

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_CLOSERS = frozenset({"en", "of", "alsmede", "alsook", "evenals", "en/of"})
_ASKING = ("VNW|vb", "VG|onder")
_SIGNS = frozenset("abcdefgh") | frozenset("123456789") | {"i", "ii", "iii", "iv"}


@dataclass(frozen=True, slots=True, eq=False)
class Enumeration:
    """``kind``: what the items are (*naamwoord*, *werkwoord*, or their first word); ``closer``: *en* or *of*.

    ``colon``: the words before it end in one. ``ends_block``: nothing follows in its paragraph.
    """

    lead: Words
    items: tuple[Words, ...]
    tail: Words
    closer: str
    kind: str
    colon: bool
    ends_block: bool


def enumeration_of(sentence: Sentence, first: Token, last: Token, how: str, parts: int) -> Enumeration | None:
    """The enumeration from ``first`` to ``last``; ``how`` its items are set apart (see inline-list)."""
    words = [t for t in sentence.span if not t.is_space]
    while words and words[-1].text in {".", "!", ":"}:
        words.pop()
    inside = [t for t in words if first.i <= t.i <= last.i]
    before, tail = [t for t in words if t.i < first.i], bare(t for t in words if t.i > last.i)
    split = {"nummers": _by_number, "puntkomma": _by_semicolon}.get(how, _by_comma)
    items, closer = split(inside)
    joined = bool(items) and any(t.lower_ in _CLOSERS for t in items[0])
    if (
        len(items) not in {parts, parts - joined}
        or len(items) < 2
        or (tail and tail[0].lower_ in _CLOSERS)
        or sentence.span.text.rstrip().endswith("?")
    ):
        return None
    colon = bool(before) and before[-1].text == ":"
    rest = sentence.span.doc[sentence.span.end :]
    return Enumeration(
        bare(before), tuple(items), tail, closer, _kind(items), colon, all(t.is_space for t in rest)
    )


def _by_comma(inside: list[Token]) -> tuple[list[Words], str]:
    """Between commas, and at the only *en* or *of* behind the last."""
    pieces = [list(p) for p in _pieces(inside, {",", ";"})]
    last = pieces[-1]
    at = [n for n, t in enumerate(last) if t.lower_ in _CLOSERS and not t.tag_.startswith("VG|onder")]
    if not at or (at[0] > 0 and len(at) > 1):
        return [], ""
    closer = last[at[0]].lower_
    ends = [last[: at[0]], last[at[0] + 1 :]] if at[0] else [last[1:]]
    return [tuple(p) for p in (*pieces[:-1], *ends)], "of" if closer == "of" else "en"


def _by_semicolon(inside: list[Token]) -> tuple[list[Words], str]:
    pieces = [list(p) for p in _pieces(inside, {";"})]
    closer = "en"
    if pieces[-1] and pieces[-1][0].lower_ in {"en", "of"}:
        closer = pieces[-1].pop(0).lower_
    return [bare(p) for p in pieces], closer


def _by_number(inside: list[Token]) -> tuple[list[Words], str]:
    """Between *a)*, *b)* and *c)*, without commas and *en* before them."""
    items: list[Words] = []
    closer = "en"
    held: list[Token] = []
    for at, token in enumerate(inside):
        sign = token.lower_.rstrip(")") in _SIGNS and (token.text.endswith(")") or _closes(inside, at))
        if sign and held:
            closer = "of" if held[-1].lower_ == "of" else closer
            items.append(_item(held))
        held = [] if sign else [*held, token]
    return ([*items, _item(held)] if held else items), closer


def _closes(inside: list[Token], at: int) -> bool:
    return at + 1 < len(inside) and inside[at + 1].text == ")"


def _item(held: list[Token]) -> Words:
    words = bare(t for t in held if t.text not in {")", "("})
    return bare(words[:-1]) if words and words[-1].lower_ in _CLOSERS else words


def _pieces(words: list[Token], signs: set[str]) -> Iterator[Words]:
    held: list[Token] = []
    for token in words:
        if token.text in signs:
            yield tuple(held)
            held = []
        else:
            held.append(token)
    yield tuple(held)


def _kind(items: list[Words]) -> str:
    """What all items begin with, or whether verbs or nouns head them."""
    firsts = {item[0].lower_ for item in items if item}
    if len(firsts) == 1 and items[0][0].tag_.startswith(("VG|onder", "VZ")):
        return firsts.pop()
    asking = all(item and any(t.tag_.startswith(_ASKING) for t in item[:2]) for item in items)
    if asking:
        return "vraag"
    if any(item and is_finite(item[0]) for item in items):
        return "persoonsvorm"
    return "werkwoord" if all(map(_is_deed, items)) else "naamwoord"


def _is_deed(item: Words) -> bool:
    """*een penning ophalen bij de balie*: an infinitive, with at most a preposition and a noun behind it."""
    at = next((n for n, t in enumerate(item) if t.tag_.startswith(("WW|inf|vrij", "WW|pv|tgw|mv"))), None)
    if not at or item[at - 1].lower_ == "te":
        return False
    rest = [t for t in item[at + 1 :] if not t.tag_.startswith("WW|inf")]
    return not rest or rest[0].tag_.startswith("VZ|init")
