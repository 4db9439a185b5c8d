"""A row of an organisation's own word list → the term that it makes; every mistake with its file and row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from duidelijk.errors import ReadError
from duidelijk.language import context
from duidelijk.language.inflection import particle_of
from duidelijk.language.tabular import word_list
from duidelijk.language.word_class import guessed_particle, word_class
from duidelijk.model import Entry
from duidelijk.reading.tables import read_table

LISTS = ("formeel", "jargon", "vreemd", "voorzetsel", "verwijswoord", "afkortingen", "beeldspraak", "vaag")
"""The lists that a row may add to, by the names in `wordlists/`."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "term": ("woord", "term", "woorden", "moeilijk woord", "uitdrukking", "schrijf niet", "niet"),
    "alternatives": ("alternatief", "alternatieven", "schrijf liever", "liever", "beter", "gewoon woord",
                     "vervanging", "alternatives"),
    "explanation": ("uitleg", "betekenis", "omschrijving", "explanation"),
    "state": ("status", "staat", "state"),
    "weight": ("gewicht", "ernst", "weight"),
    "pos": ("woordsoort", "soort woord", "pos"),
    "context": ("context", "voorwaarde", "voorwaarden"),
    "list": ("lijst", "regel"),
    "remark": ("opmerking", "opmerkingen", "bron", "source", "datum", "door"),
}  # fmt: skip
"""What a column means, and the names that an advisor may give it."""
_STATES: Mapping[str, str] = {
    "vervang": "vervang", "leg uit": "leg-uit", "mag": "mag", "vervangen": "vervang", "uitleggen": "leg-uit",
    "mag met uitleg": "leg-uit", "toegestaan": "mag", "uit": "mag", "niet melden": "mag",
}  # fmt: skip
_WEIGHTS: Mapping[str, str] = {"tip": "1", "waarschuwing": "2", "fout": "3", "1": "1", "2": "2", "3": "3"}
_CLASSES: Mapping[str, str] = {
    "werkwoord": "VERB", "naamwoord": "NOUN", "bijvoeglijk naamwoord": "ADJ", "bijwoord": "ADV",
    "voorzetsel": "ADP", "voegwoord": "SCONJ", "voornaamwoord": "PRON", "afkorting": "X", "uitdrukking": "X",
    "zelfstandig naamwoord": "NOUN",
    **{tag.lower(): tag for tag in "ADJ ADP ADV CCONJ DET NOUN PRON SCONJ VERB X".split()},
}  # fmt: skip
_LIST_OF: Mapping[str, str] = {
    "vaktaal": "jargon", "formeel woord": "formeel", "vreemd woord": "vreemd", "beeldspraak": "beeldspraak",
    "afkorting": "afkortingen", "vaag woord": "vaag", "verwijswoord": "verwijswoord",
    "voorzetseluitdrukking": "voorzetsel", **{name: name for name in LISTS},
}  # fmt: skip
_SHOWN: Mapping[str, int] = {"state": 3, "weight": 3, "pos": 9, "list": 8}
"""How many of the names for a cell are shown to someone who wrote another."""
_ALWAYS = "altijd"
"""In column *context*: also where the house has conditions for the word."""
_ABBREVIATION = re.compile(r"[A-Z&]{2,}|(?:\w{1,3}\.){2,}|[a-z]+\.|\w*[A-Z]{2,}\w*")
_BETWEEN = re.compile(r"\s*[|;]\s*")


@dataclass(frozen=True, slots=True)
class OwnWord:
    """One row: the entry that it makes, and where it stands (``woorden.xlsx:7``).

    ``given`` names the columns that are filled in; ``list`` is where a new term goes; ``key``: what two rows
    about the same term share; ``remark``: what the organisation wants to remember.
    """

    entry: Entry
    list: str
    given: frozenset[str]
    where: str
    key: str
    remark: str = ""


def key_of(term: str) -> str:
    """What stands for a term: in small letters, but for an abbreviation."""
    bare = term.replace("~", "")
    if bare.islower() and "." not in bare:
        return bare
    return bare if _ABBREVIATION.fullmatch(bare) else bare.lower()


@cache
def house_terms() -> frozenset[str]:
    """The terms of all lists of the house that a row may add to or change."""
    return frozenset(key_of(entry.term) for name in LISTS for entry in word_list(name).entries)


def words_in(path: Path, errors: list[str]) -> Iterator[OwnWord]:
    """The rows of one file, first of all the one with the names of the columns."""
    try:
        rows = read_table(path)
    except ReadError as problem:
        errors.append(f"{path.name}: {problem}")
        return
    if not rows:
        errors.append(f"{path.name}: deze lijst is leeg. Zet op de eerste regel: woord, alternatief, uitleg.")
        return
    (at, header), *body = rows
    names = _columns(path.name, at, header, errors)
    if "term" not in names:
        return
    seen: dict[str, int] = {}
    for number, cells in body:
        if any(cells[len(names) :]):
            errors.append(f"{path.name}:{number}: deze regel heeft meer cellen dan er kolommen zijn.")
        named = [(name, cell) for name, cell in zip(names, cells, strict=False) if name and cell]
        filled = {**dict(named), "remark": "; ".join(cell for name, cell in named if name == "remark")}
        word = _word(filled, f"{path.name}:{number}", errors)
        if word is None:
            continue
        if word.key in seen:
            errors.append(f"{word.where}: ‘{word.entry.term}’ staat ook op regel {seen[word.key]}.")
        seen[word.key] = number
        yield word


def _columns(file: str, row: int, header: list[str], errors: list[str]) -> list[str]:
    """What each column means; empty for one without a name."""
    meanings = {name: meaning for meaning, names in COLUMNS.items() for name in names}
    found = [_plain(cell) for cell in header]
    for name in filter(None, found):
        if name not in meanings:
            known = ", ".join(names[0] for names in COLUMNS.values())
            errors.append(
                f"{file}:{row}: wij kennen geen kolom ‘{name}’. {_meant(name, meanings)}Kies uit: {known}."
            )
    named = [meanings.get(name, "") for name in found]
    if "term" not in named:
        errors.append(
            f"{file}:{row}: er is geen kolom ‘woord’. Zet de namen van de kolommen op de eerste regel."
        )
    doubled = {name for name in named if name and name != "remark" and named.count(name) > 1}
    errors += [f"{file}:{row}: de kolom ‘{COLUMNS[name][0]}’ staat er twee keer." for name in sorted(doubled)]
    return named


def _plain(cell: str) -> str:
    return " ".join(re.sub(r"[-_?:*.!]", " ", cell).lower().split())


def _word(filled: Mapping[str, str], where: str, errors: list[str]) -> OwnWord | None:
    """The word of a row; what's wrong with it goes to ``errors``."""
    before = len(errors)
    term = filled.get("term", "").strip()
    if not term:
        errors.append(f"{where}: op deze regel staat geen woord. Vul het in, of maak de regel leeg.")
        return None
    if not re.search(r"\w", term):
        errors.append(f"{where}: ‘{term}’ is geen woord.")
    alternatives = tuple(
        filter(None, (part.strip() for part in _BETWEEN.split(filled.get("alternatives", ""))))
    )
    explanation = filled.get("explanation", "")
    state = _state(filled, term, bool(alternatives), where, errors)
    weight = int(_one_of(filled, "weight", _WEIGHTS, where, errors) or 2)
    short = bool(_ABBREVIATION.fullmatch(term))
    pos = _one_of(filled, "pos", _CLASSES, where, errors) or ("X" if short else word_class(term))
    named = _one_of(filled, "list", _LIST_OF, where, errors)
    terms = named or ("afkortingen" if short else "jargon")
    written = filled.get("context", "")
    conditions = _separable(term, pos) if written in {"", _ALWAYS} else written
    try:
        context.parse(conditions)
    except ValueError as problem:
        errors.append(f"{where}: {problem}.")
    if len(errors) > before:
        return None
    entry = Entry(
        term,
        pos,
        conditions,
        alternatives,
        state,  # type: ignore[arg-type]
        weight,
        explanation,
        where,
        own=True,
    )
    given = frozenset(name for name, cell in filled.items() if cell)
    return OwnWord(entry, terms, given, where, key_of(entry.term), filled.get("remark", ""))


def _state(filled: Mapping[str, str], term: str, replaced: bool, where: str, errors: list[str]) -> str:
    """The state that the row gives, or that its other cells ask for; ``replaced``: it has an alternative."""
    explained = bool(filled.get("explanation"))
    given = _one_of(filled, "state", _STATES, where, errors)
    changes = {"weight", "context"} & filled.keys() and key_of(term) in house_terms()
    if not ("state" in filled or replaced or explained or changes):
        errors.append(f"{where}: vul bij ‘{term}’ een alternatief, een uitleg of een status in.")
    if given in {"vervang", "leg-uit"} and not (replaced or explained):
        errors.append(f"{where}: vul bij ‘{term}’ een alternatief of een uitleg in.")
    return given or ("leg-uit" if explained and not replaced else "vervang")


def _separable(term: str, pos: str) -> str:
    """The condition of a verb with a separable part, also of one that no list knows: *opplussen*."""
    verb = term.lower().split()[-1]
    if pos != "VERB":
        return ""
    particle = particle_of(verb) or guessed_particle(verb)
    return f"deel:{particle}" if particle else ""


def _one_of(
    filled: Mapping[str, str], column: str, known: Mapping[str, str], where: str, errors: list[str]
) -> str:
    """What a cell means; empty when there is nothing in it."""
    cell = _plain(filled.get(column, ""))
    if not cell or cell in known:
        return known.get(cell, "")
    choices = ", ".join([*known][: _SHOWN[column]])
    name = COLUMNS[column][0]
    errors.append(f"{where}: ‘{cell}’ kan niet bij ‘{name}’. {_meant(cell, known)}Kies uit: {choices}.")
    return ""


def _meant(written: str, known: Iterable[str]) -> str:
    near = get_close_matches(written, known, 1, 0.7)
    return f"Bedoelt u ‘{near[0]}’? " if near else ""


def as_table(own: Sequence[OwnWord]) -> str:
    """The rows as a list with tabs, with the first name of each column."""
    lines = ["\t".join(names[0] for names in COLUMNS.values())]
    lines += ["\t".join(_cells(word)[name] for name in COLUMNS) for word in own]
    return "\n".join(lines) + "\n"


def _cells(word: OwnWord) -> dict[str, str]:
    entry = word.entry
    return {
        "term": entry.term,
        "alternatives": " | ".join(entry.alternatives),
        "explanation": entry.explanation,
        "state": entry.state if "state" in word.given else "",
        "weight": str(entry.weight) if "weight" in word.given else "",
        "pos": entry.pos if "pos" in word.given else "",
        "context": (entry.context or _ALWAYS) if "context" in word.given else "",
        "list": word.list if "list" in word.given else "",
        "remark": word.remark,
    }
