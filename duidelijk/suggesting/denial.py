"""A clause with *te* → the same with *niet* or *geen* in its place: *hier geen vuur maken*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.suggesting.editing import Changes

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.suggesting.infinitives import TeClause

_EARLY = frozenset({
    "hier", "daar", "er", "dan", "nu", "meer", "ook", "dit", "dat", "deze", "die", "het", "zich", "u",
    "je", "ons", "mij", "hem", "haar", "hen", "zelf", "alsnog", "meteen", "direct", "daarvoor",
    "hiervoor", "daarna", "daarmee", "hiermee",
})  # fmt: skip
_REPEATING = frozenset({
    "opnieuw", "weer", "eerst", "nogmaals", "altijd", "steeds", "zelf", "zomaar", "vooraf", "apart",
})  # fmt: skip
_COUNTING = frozenset({
    "alle", "elk", "elke", "iedere", "ieder", "iets", "iemand", "meer", "minder", "beide", "enkele",
    "iedereen", "al", "niet", "geen", "niets",
})  # fmt: skip
_OBJECTS = frozenset({"obj", "xcomp", "iobj"})
_UNKNOWN = ("N|soort|mv", "N|soort|ev")
_DETERMINERS = ("LID", "VNW", "TW")


def denied(clause: TeClause, changes: Changes, longer: str = "") -> dict[int, str] | None:
    """The same changes with *niet* or *geen* in its place; None where that isn't certain.

    ``longer``: *meer* or *langer*, which goes with it.
    """
    words = clause.middle
    if len(clause.infinitives) > 1 or any(t.lower_ in _COUNTING or t.text == "," for t in words):
        return None
    verbs = [t for t in clause.doc[clause.group : clause.end + 3] if t.tag_.startswith(("WW|inf", "WW|vd"))]
    objects = [t for t in words if t.head in verbs and t.dep_ in _OBJECTS and t.tag_.startswith(_UNKNOWN)]
    objects = [t for t in objects if not any(c.dep_ == "case" for c in t.children)]
    again = next((t.i for t in words if t.lower_ in _REPEATING), None)
    unknown = next((found for noun in objects if (found := _as_none(noun, clause, longer))), None)
    if again is None and unknown is not None:
        return {**changes, **unknown}
    at = again if again is not None else _place(words, verbs, objects)
    at = clause.group if at is None else at
    denial = f"niet {longer}".strip()
    return {**changes, at: f"{denial} {changes.get(at, clause.doc[at].text)}".strip()}


def _as_none(noun: Token, clause: TeClause, longer: str) -> dict[int, str] | None:
    """*geen* for a noun that isn't known: *een vuur*, *honden*, *zware vuilniszakken*, *geen pas meer*."""
    words = sorted((t for t in noun.subtree if t.i >= clause.start), key=lambda t: t.i)
    first = words[1] if words[0] == clause.opener else words[0]
    behind = {noun.i: f"{noun.text} meer"} if longer else {}
    if first.lower_ == "een" and first.tag_.startswith("LID"):
        return {**behind, first.i: "geen"}
    described = any(t.dep_ in {"det", "nmod:poss", "nummod", "case"} for t in noun.children)
    if described or first.tag_.startswith(_DETERMINERS):
        return None
    return {**behind, first.i: f"geen {behind.get(first.i, first.text)}"}


def _place(words: list[Token], verbs: list[Token], objects: list[Token]) -> int | None:
    """The word before which *niet* goes: behind what is known or says when, before what says how or where."""
    last = max((t.i for noun in objects for t in noun.subtree), default=-1)
    for token in words:
        top = token
        while top.head not in verbs and top.head != top:
            top = top.head
        early = top == token and token.lower_ in _EARLY
        if token.i > last and not early and not _is_known(top):
            return token.i
    return None


def _is_known(top: Token) -> bool:
    """*de weg*, *dit jaar*: a noun or pronoun without a preposition."""
    bare = not any(t.dep_ == "case" for t in top.children)
    return bare and top.dep_ in {"obj", "iobj", "nsubj", "obl"} and top.tag_.startswith(("N|", "VNW", "SPEC"))
