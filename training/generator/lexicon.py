"""The lexicon of the generator: nouns, verbs and further words, from the tables beside this module."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from duidelijk.language.inflection import VerbForms, verb_forms

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Noun:
    """A noun; `plural` is empty if it isn't used."""

    form: str
    article: str
    plural: str
    classes: tuple[str, ...]


@dataclass(frozen=True)
class Verb:
    """A verb with what fits it. `subject`: c citizen, o organisation, x both, or a letter of `SUBJECTS`."""

    forms: VerbForms
    kind: str
    subject: str
    objects: tuple[str, ...]
    flags: str
    preposition: str
    complement: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """An adverb, adjective or name with its tag."""

    form: str
    tag: str
    lemma: str


def _rows(name: str) -> list[Mapping[str, str]]:
    with (_HERE / name).open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@cache
def nouns() -> Mapping[str, tuple[Noun, ...]]:
    """Class → nouns."""
    found: dict[str, list[Noun]] = {}
    for row in _rows("nouns.tsv"):
        classes = tuple(row["classes"].split(","))
        for name in classes:
            found.setdefault(name, []).append(Noun(row["noun"], row["article"], row["plural"], classes))
    return {name: tuple(items) for name, items in found.items()}


@cache
def verbs(kind: str) -> tuple[Verb, ...]:
    """The verbs of a kind: `trans`, `intr` or `refl`."""
    return tuple(_verb(row) for row in _rows("verbs.tsv") if row["kind"] == kind)


def _verb(row: Mapping[str, str]) -> Verb:
    preposition, _, classes = row["complement"].partition(":")
    return Verb(
        forms=verb_forms(row["verb"]),
        kind=row["kind"],
        subject=row["subject"],
        objects=tuple(filter(None, row["object"].split(","))),
        flags=row["flags"],
        preposition=preposition,
        complement=tuple(filter(None, classes.split(","))),
    )


@cache
def verb_entry(infinitive: str) -> Verb:
    """A verb that isn't in the table, without objects of its own."""
    return Verb(verb_forms(infinitive), "other", "x", (), "", "", ())


@cache
def words(kind: str) -> tuple[Entry, ...]:
    """The further words of a kind, as `words.tsv` names it."""
    return tuple(
        Entry(row["form"], row["tag"], row["lemma"] or row["form"])
        for row in _rows("words.tsv")
        if row["kind"] == kind
    )
