"""Listed term → the words that can stand in its place as they are, or that a message can only name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.inflection import verb_forms, with_e
from duidelijk.language.matching import Match
from duidelijk.language.patterns import INFLECTED
from duidelijk.language.te_infinitive import obligation, te_infinitive
from duidelijk.model import Entry, Lexicon
from duidelijk.suggesting.verbs import same_form

if TYPE_CHECKING:
    from spacy.tokens import Doc


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
        if found and found.particle is not None:
            return found.infinitive
    return match.tokens[-1]


def fitting(doc: Doc, match: Match) -> tuple[str, ...]:
    """Alternatives that replace exactly the match and give right Dutch."""
    entry, flags = match.entry, match.context.flags
    if "zinsbouw" in flags:
        return ()
    if entry.term.endswith(" te"):
        return obligation(doc, match.tokens[-2], entry.alternatives)
    whole = tuple(text for text in entry.alternatives if "…" not in text and "[" not in text)
    if entry.pos not in INFLECTED:
        return whole
    if "ruil" not in flags or len(match.tokens) > 1:
        return ()
    token = doc[match.tokens[0]]
    if entry.pos == "VERB":
        return tuple(filter(None, (same_form(token, entry.term, text) for text in whole)))
    if token.lower_ == entry.term or "veilig" in flags:
        return whole
    return tuple(map(with_e, whole)) if entry.pos == "ADJ" and token.lower_ == with_e(entry.term) else ()


def taken_apart(parts: tuple[str, ...], deeds: Lexicon) -> str:
    """How to begin without a compound of these parts: *formulier om … aan te vragen*, *systeem voor …*.

    ``deeds`` (naamwoord, werkwoord) tells which noun is a deed.
    """
    *others, head = parts
    verb = deeds.rows.get(others[-1], {}).get("werkwoord", "")
    return f"{head} om … {verb_forms(verb).te_infinitive}" if verb else f"{head} voor …"
