"""What a listed term looks like to a reader, and what to write in its place."""

from __future__ import annotations

from collections.abc import Iterable

from duidelijk.model import Entry, Rule, WordList

_SIGNS = str.maketrans("", "", "~[]")
_MOST = 3


def spelled(term: str) -> str:
    """The term as a reader sees it, without the signs of the list."""
    return term.translate(_SIGNS)


def named(entry: Entry) -> tuple[str, ...]:
    """The alternatives that a message names: the first three without a blank to fill in."""
    return tuple(text for text in entry.alternatives if "[" not in text)[:_MOST]


def instead(rules: Iterable[Rule]) -> dict[tuple[str, str], tuple[str, ...]]:
    """By rule id and term, as findings name it: what to write; nothing for a term to explain."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for rule in rules:
        terms = rule.params.get("terms")
        for entry in terms.entries if isinstance(terms, WordList) else ():
            key = rule.id, spelled(entry.term)
            options = named(entry) if entry.state == "vervang" else ()
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *options)))[:_MOST]
    return found
