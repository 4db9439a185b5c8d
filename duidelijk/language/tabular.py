"""Reads the lists of the house: tab-separated, UTF-8, a header line, ``#`` for remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from duidelijk.errors import RulebookError
from duidelijk.model import Entry, Lexicon, WordList
from duidelijk.resources import folder

_COLUMNS = ("term", "pos", "context", "alternatives", "state", "weight", "explanation", "source")
_STATES = ("vervang", "leg-uit", "mag")
_SHORTEST_PART = 5


def rows(path: Path) -> list[tuple[int, list[str]]]:
    """Line number and cells of every line that isn't a remark or empty; the header comes first."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        raise RulebookError(f"{path.name}: deze lijst bestaat niet") from None
    lines = enumerate(text.splitlines(), 1)
    return [(n, line.split("\t")) for n, line in lines if line.strip() and not line.startswith("#")]


def lexicon(name: str, root: Path | None = None) -> Lexicon:
    """The list ``wordlists/<name>.tsv`` by its first column; all errors at once."""
    return _lexicon(name, root or folder("wordlists"))


@cache
def _lexicon(name: str, root: Path) -> Lexicon:
    (_, header), *body = rows(root / f"{name}.tsv") or [(1, [""])]
    errors = [
        f"wordlists/{name}.tsv:{n}: {len(cells)} kolommen; het moeten er {len(header)} zijn"
        for n, cells in body
        if len(cells) != len(header)
    ]
    if errors:
        raise RulebookError("\n".join(errors))
    found = {cells[0]: MappingProxyType(dict(zip(header[1:], cells[1:], strict=True))) for _, cells in body}
    return Lexicon(name, MappingProxyType(found))


@cache
def classes(name: str) -> Mapping[str, str]:
    """The word class (second column) of every word (first column) of the list ``wordlists/<name>.tsv``."""
    _, *body = rows(folder("wordlists") / f"{name}.tsv")
    return {cells[0]: cells[1] for _, cells in body}


def word_list(name: str, root: Path | None = None) -> WordList:
    """The word list ``wordlists/<name>.tsv``, or all lists of the folder ``<name>``; all errors at once."""
    return _word_list(name, root or folder("wordlists"))


@cache
def terms_in(lists: tuple[WordList, ...]) -> frozenset[str]:
    """All terms of these lists, in small letters."""
    return frozenset(entry.term.lower() for each in lists for entry in each.entries)


@cache
def _word_list(name: str, root: Path) -> WordList:
    errors: list[str] = []
    files = sorted((root / name).glob("*.tsv")) or [root / f"{name}.tsv"]
    entries = [entry for path in files for entry in _entries(path, path.relative_to(root).as_posix(), errors)]
    if errors:
        raise RulebookError("\n".join(errors))
    return WordList(name, tuple(entries))


def _entries(path: Path, name: str, errors: list[str]) -> Iterator[Entry]:
    header, *body = rows(path) or [(1, [""])]
    field = path.stem if "/" in name else ""
    if tuple(header[1]) != _COLUMNS:
        errors.append(f"wordlists/{name}:{header[0]}: de eerste regel moet zijn: {' '.join(_COLUMNS)}")
        return
    for n, cells in body:
        if entry := _entry(f"wordlists/{name}:{n}", cells, field, errors):
            yield entry


def _entry(where: str, cells: list[str], field: str, errors: list[str]) -> Entry | None:
    if len(cells) != len(_COLUMNS):
        errors.append(f"{where}: {len(cells)} kolommen; het moeten er {len(_COLUMNS)} zijn")
        return None
    term, pos, context, alternatives, state, weight, explanation, source = (c.strip() for c in cells)
    if not term:
        errors.append(f"{where}: de term is leeg")
    if state not in _STATES:
        errors.append(f"{where}: de state {state!r} bestaat niet; kies uit: {', '.join(_STATES)}")
        return None
    if weight not in {"1", "2", "3"}:
        errors.append(f"{where}: het gewicht (weight) moet 1, 2 of 3 zijn, en niet {weight!r}")
        return None
    options = tuple(part.strip() for part in alternatives.split("|") if part.strip())
    return Entry(term, pos, context, options, state, int(weight), explanation, source, field)  # type: ignore[arg-type]


def ends_in(word: str, rows: Mapping[str, object]) -> bool:
    """Whether the rows have the word, or the last part of a compound (*personeelstekort*)."""
    endings = (word[at:] for at in range(3, len(word) - _SHORTEST_PART + 1))
    return word in rows or any(ending in rows for ending in endings)
