"""The organisation's own word lists: what they add to the lists of the house or change in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from duidelijk.errors import ConfigError
from duidelijk.model import Entry, WordList
from duidelijk.own_rows import OwnWord, house_terms, key_of, words_in

_MEANING = frozenset({"state", "alternatives", "explanation"})
"""Columns that say whether a word may be used."""
_FITTING = frozenset({"veilig", "ruil"})
"""Conditions that say something of the house's own alternative."""


def read_own(paths: Iterable[Path]) -> tuple[OwnWord, ...]:
    """The rows of all files; of two files that name the same term the last one counts.

    Raises ConfigError with every mistake, each with its file and row.
    """
    found: dict[str, OwnWord] = {}
    errors: list[str] = []
    for path in paths:
        for word in words_in(path, errors):
            found[word.key] = word
    if errors:
        raise ConfigError("\n".join(errors))
    return tuple(found.values())


def with_own(terms: WordList, own: Sequence[OwnWord]) -> WordList:
    """A list of the house with what the rows change in it, and add to it."""
    by_key = {word.key: word for word in own}
    entries = [_changed(entry, by_key.get(key_of(entry.term))) for entry in terms.entries]
    mine = [(key, word) for key, word in by_key.items() if word.list == terms.name]
    added = [word.entry for key, word in mine if key not in house_terms()]
    if not added and entries == list(terms.entries):
        return terms
    return WordList(terms.name, (*entries, *added))


def _changed(entry: Entry, own: OwnWord | None) -> Entry:
    """The entry as the row has it."""
    if own is None:
        return entry
    new, given = own.entry, own.given
    conditions = new.context if "context" in given else entry.context
    if "alternatives" in given:
        parts = [part.strip() for part in conditions.split(";")]
        conditions = "; ".join(part for part in parts if part and part not in _FITTING)
    return replace(
        entry,
        state=new.state if given & _MEANING else entry.state,
        context=conditions,
        alternatives=new.alternatives if "alternatives" in given else entry.alternatives,
        explanation=new.explanation or entry.explanation,
        weight=new.weight if "weight" in given else entry.weight,
        source=new.source,
        own=True,
    )
