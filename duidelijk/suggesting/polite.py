"""*je* and its kin → *u*, *uw*, *uzelf* or *zich*, with the verb of which it is the subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from duidelijk.language.agreement import for_reader
from duidelijk.language.clauses import SUBJECTS
from duidelijk.suggesting.clause_words import after, before, sharing, verb_after, verb_before
from duidelijk.suggesting.editing import Changes
from duidelijk.suggesting.roles import role_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALWAYS: Mapping[str, str] = {"jouw": "uw", "jou": "u", "jezelf": "uzelf", "jijzelf": "uzelf"}
_CHANGING = frozenset({"kan", "zal", "wil", "hebt", "heeft"})
_OBJECTS = frozenset({"obj", "iobj", "obl", "obl:arg", "obl:agent", "nmod"})


def polite(token: Token, have: str) -> Changes | None:
    """What changes with this word; None where it isn't certain what it is."""
    if token.lower_ in _ALWAYS:
        return {token.i: _ALWAYS[token.lower_]}
    if token.lower_ == "jullie":
        return _plural(token, have)
    if token.lower_ == "jij":
        return _subject(token, have)
    role = role_of(token)
    if role == "subject":
        return _subject(token, have)
    if role == "itself":
        previous = before(token)
        return {token.i: "u" if previous is not None and previous.tag_.startswith("VZ") else "zich"}
    return {token.i: "uw" if role == "owner" else "u"} if role is not None else None


def _plural(token: Token, have: str) -> Changes | None:
    """*jullie*, where its label says what it is."""
    following = after(token)
    if token.dep_ in SUBJECTS:
        return _subject(token, have)
    if (
        token.dep_ == "nmod:poss"
        and following is not None
        and following.tag_.startswith(("N|", "ADJ|prenom", "SPEC"))
    ):
        return {token.i: "uw"}
    sure = token.dep_ in _OBJECTS and (verb_before(token) is not None or _has_case(token))
    return {token.i: "u"} if sure else None


def _has_case(token: Token) -> bool:
    previous = before(token)
    return previous is not None and previous.tag_.startswith("VZ")


def _subject(token: Token, have: str) -> Changes | None:
    verb = verb_before(token)
    if verb is not None:
        form = for_reader(verb, "u", inverted=True, have=have)
        return None if form is None else {verb.i: form, token.i: "u"}
    verb = verb_after(token)
    if verb is None:
        return {token.i: "u"}
    forms = {}
    for each in (verb, *sharing(token, verb)):
        if token.lower_ == "jullie" or (each.lower_ in _CHANGING and _changes(token, each)):
            form = for_reader(each, "u", inverted=False, have=have)
            if form is None:
                return None
            forms[each.i] = form
    return {token.i: "u", **forms}


def _changes(token: Token, verb: Token) -> bool:
    """Not a past tense, nor *die je kan helpen*, where *je* may be the object."""
    previous = before(token)
    relative = previous is not None and previous.tag_.startswith("VNW|betr")
    return "|verl" not in verb.tag_ and not (relative and verb.lower_ in {"kan", "wil", "zal"})
