"""Listed verb → the form of another verb that *token* has, where that is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.inflection import verb_forms, with_e

if TYPE_CHECKING:
    from spacy.tokens import Token

_HELPERS = frozenset(
    {
        "heb",
        "hebt",
        "heeft",
        "hebben",
        "had",
        "hadden",
        "is",
        "ben",
        "bent",
        "zijn",
        "was",
        "waren",
        "geweest",
    }
    | {"word", "wordt", "worden", "werd", "werden", "geworden"}
)
_SLOTS = (
    "infinitive",
    "present_1",
    "present_3",
    "present_plural",
    "past_singular",
    "past_plural",
    "participle",
)


def same_form(token: Token, verb: str, other: str) -> str:
    """The form of ``other`` that ``token`` has of ``verb``; empty when that isn't certain."""
    old, new = verb_forms(verb), verb_forms(other)
    slots = [name for name in _SLOTS if getattr(old, name) == token.lower_]
    attributive = with_e(old.participle or verb)
    if token.lower_ == attributive != old.participle and not _is_finite(token):
        return ""
    if {"present_1", "present_3"} <= {*slots}:
        slots.remove("present_3" if _near(token) & {"ik", "je", "jij"} else "present_1")
    if len({getattr(new, name) for name in slots}) > 1:
        slots = [name for name in slots if (name == "participle") is _is_participle(token)]
    found = {getattr(new, name) for name in slots}
    return found.pop() if len(found) == 1 else ""


def _is_finite(token: Token) -> bool:
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return "|pv|" in token.tag_ and (after is None or after.pos_ != "NOUN")


def _is_participle(token: Token) -> bool | None:
    """Whether *verstrekt* is a participle (with a helper verb, and tagged so); None if unsure."""
    helped = any(t.lower_ in _HELPERS for t in token.sent)
    if helped:
        return True if "|vd|" in token.tag_ else None
    before = token.doc[token.i - 1].lower_ if token.i > token.sent.start else ""
    return None if before in {"", "als", "zoals", "mits", "tenzij", "indien"} else False


def _near(token: Token) -> set[str]:
    return {t.lower_ for t in token.doc[max(0, token.i - 1) : token.i + 2]}
