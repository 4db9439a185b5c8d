"""Listed term → the words that can stand in its place as they are, or that a message can only name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.inflection import verb_forms, with_e
from duidelijk.language.matching import Match
from duidelijk.language.patterns import INFLECTED
from duidelijk.language.te_infinitive import obligation, te_infinitive
from duidelijk.model import Entry, Lexicon
from duidelijk.suggesting.editing import text_with
from duidelijk.suggesting.infinitives import bare, joined_infinitives

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

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


def named(entry: Entry) -> tuple[str, ...]:
    """The alternatives that a message names: the first three without a blank to fill in."""
    return tuple(text for text in entry.alternatives if "[" not in text)[:3]


def placeholders(entry: Entry) -> tuple[str, ...]:
    """Alternatives with a blank such as ``[datum]``: the writer must choose."""
    return tuple(text for text in entry.alternatives if "[" in text)


def reach(doc: Doc, match: Match) -> int:
    """The index of the last word that a replacement covers."""
    if match.entry.term.endswith(" te"):
        found = te_infinitive(doc, match.tokens[-2])
        if found:
            more = [each.infinitive for each in joined_infinitives(doc, found)]
            return max((*more, match.tokens[-1] if found.particle is None else found.infinitive))
    return match.tokens[-1]


def fitting(doc: Doc, match: Match) -> tuple[str, ...]:
    """Alternatives that replace exactly the match and give right Dutch."""
    entry, flags = match.entry, match.context.flags
    if "zinsbouw" in flags:
        return ()
    if entry.term.endswith(" te"):
        return _obliged(doc, match.tokens[-2], entry)
    whole = tuple(text for text in entry.alternatives if "…" not in text and "[" not in text)
    if entry.pos not in INFLECTED:
        return whole
    if "ruil" not in flags or len(match.tokens) > 1:
        return ()
    token = doc[match.tokens[0]]
    if entry.pos == "VERB":
        return tuple(filter(None, (_same_form(token, entry.term, text) for text in whole)))
    if token.lower_ == entry.term or "veilig" in flags:
        return whole
    return tuple(map(with_e, whole)) if entry.pos == "ADJ" and token.lower_ == with_e(entry.term) else ()


def _obliged(doc: Doc, verb: int, entry: Entry) -> tuple[str, ...]:
    """The words up to the last infinitive, with another verb and without *te*."""
    found = te_infinitive(doc, verb)
    more = tuple(joined_infinitives(doc, found)) if found else ()
    texts = obligation(doc, verb, entry.alternatives)
    if not found or not more or not texts:
        return texts
    changes = {**bare(doc, (found, *more)), verb: texts[0].split(" ")[0]}
    return (text_with(doc[verb : more[-1].infinitive + 1], changes),)


def _same_form(token: Token, verb: str, other: str) -> str:
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


def taken_apart(parts: tuple[str, ...], deeds: Lexicon) -> str:
    """How to begin without a compound of these parts: *formulier om … aan te vragen*, *systeem voor …*.

    ``deeds`` (naamwoord, werkwoord) tells which noun is a deed.
    """
    *others, head = parts
    verb = deeds.rows.get(others[-1], {}).get("werkwoord", "")
    return f"{head} om … {verb_forms(verb).te_infinitive}" if verb else f"{head} voor …"
