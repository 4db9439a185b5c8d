"""Abbreviations that not everyone knows and the text doesn't introduce."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.abbreviating import (
    HYPHENED,
    Candidate,
    after_number,
    candidates,
    goes_on,
    introduced_at,
    is_code,
)
from duidelijk.language.context import parse
from duidelijk.language.explaining import says_explanation
from duidelijk.language.frequency import zipf
from duidelijk.language.silence import is_quoted
from duidelijk.listed import named
from duidelijk.model import Entry, Hit, WordList
from duidelijk.suggesting.in_full import in_full

_DATED = "d.d."
"""*van* behind a noun; as the first word it isn't certain what the date belongs to."""

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from duidelijk.language.analysis import Analysis, Passage

UNLISTED = 2
EVERYDAY = 5.0


def abbreviations(analysis: Analysis, *, terms: WordList) -> Iterator[Hit]:
    """Listed abbreviations (value: weight), and dotted or capital ones that no list knows (value: 2).

    Silent: entries with state ``mag``; what the text gives in full, there and from there on. One that must
    be explained speaks at its first use only.
    """
    known = _by_form(terms)
    bare = set(map(id, analysis.passages_with(_lower(terms))))
    text = "\n".join(passage.clean.text for passage in analysis.passages)
    offset = 0
    told: set[str] = set()
    for passage in analysis.passages:
        own = passage.clean.text
        listed = _bare(passage, terms) if id(passage) in bare else ()
        for start, end, kind in sorted({*candidates(own), *listed, *_hyphened(own, known)}):
            entry = _entry(own, kind, start, end, known)
            if entry is None and kind == "short":
                end -= 1
                entry = _entry(own, "capitals" if own[start:end].isupper() else "word", start, end, known)
            if entry is None or entry.state == "mag" or entry.term in told or is_quoted(own, start, end):
                continue
            if entry.state == "leg-uit":
                told.add(entry.term)
            if not _introduced(text, own[start:end], entry, offset + start):
                yield _hit(passage, start, end, entry)
        offset += len(own) + 1


def _bare(passage: Passage, terms: WordList) -> Iterator[Candidate]:
    """Listed abbreviations without a mark of their own: *svp*, *pgb*, *Wmo*."""
    forms = _forms(terms)
    for token in passage.doc:
        if token.text in forms and token.is_alpha:
            yield token.idx, token.idx + len(token), "word"


def _hyphened(text: str, known: Mapping[str, Entry]) -> Iterator[Candidate]:
    """Listed abbreviations before a hyphen: *pgb-houder*."""
    if "-" in text:
        yield from ((*part.span(), "word") for part in HYPHENED.finditer(text) if part[0] in known)


@cache
def _forms(terms: WordList) -> frozenset[str]:
    forms = {entry.term for entry in terms.entries if entry.state != "mag"}
    return frozenset(forms | {form.capitalize() for form in forms if form.islower()})


@cache
def _lower(terms: WordList) -> frozenset[str]:
    return frozenset(form.lower() for form in _forms(terms))


@cache
def _by_form(terms: WordList) -> Mapping[str, Entry]:
    return {entry.term: entry for entry in terms.entries}


def _entry(text: str, kind: str, start: int, end: int, known: Mapping[str, Entry]) -> Entry | None:
    """The entry of a candidate, a made one for an abbreviation that isn't listed; None for a plain word."""
    form = text[start:end]
    if kind == "capitals":
        if is_code(text, start, end):
            return None
        return known.get(form) or (None if zipf(form.lower()) >= EVERYDAY else _unlisted(form))
    if kind == "word":
        code = form.isupper() and is_code(text, start, end)
        return None if code else known.get(form) or known.get(form.lower())
    lower = () if form.isupper() else (form.lower(), form.lower() + ".")
    entry = next(filter(None, map(known.get, (form, *lower))), None)
    if entry and not _holds(entry, text, start, end):
        return None
    if entry is None and kind == "dotted" and form.islower():
        return _unlisted(form)
    return entry


def _holds(entry: Entry, text: str, start: int, end: int) -> bool:
    """Whether the sentence goes on where it must, and no number stands before *min.* (minutes)."""
    context = parse(entry.context)
    counted = "NUM" in context.words("niet-na-pos") and after_number(text, start)
    return not counted and ("midden" not in context.flags or goes_on(text, end))


def _unlisted(form: str) -> Entry:
    return Entry(form, "X", "", (), "leg-uit", UNLISTED, "", "")


def _introduced(text: str, form: str, entry: Entry, at: int) -> bool:
    """Whether the text gives it in full before, or has the list's own explanation anywhere."""
    if entry.explanation and says_explanation(text, entry.explanation):
        return True
    full = entry.alternatives[0] if entry.alternatives and entry.state == "leg-uit" else ""
    found = introduced_at(text, form, full)
    return found is not None and found <= at


def _hit(passage: Passage, start: int, end: int, entry: Entry) -> Hit:
    """The hit; a full stop that also ends the sentence stays outside it."""
    text = passage.clean.text
    if text[end - 1] == "." and any(sentence.span.end_char == end for sentence in passage.sentences):
        end -= 1
    first, last = passage.clean.range(start, end)
    flags = parse(entry.context).flags
    fits = entry.state == "vervang" and "zinsbouw" not in flags and text[end : end + 1] not in {"-", "'", "’"}
    instead = named(entry)
    opens = any(sentence.span.start_char == start for sentence in passage.sentences)
    capitals = text[start:end].isupper() and not opens
    law = any(name.lower().startswith("wet ") or name.endswith("wet") for name in entry.alternatives)
    loose = entry.state == "leg-uit" and not (law and _before_noun(passage.doc, end))
    named_in_full = in_full(entry, text, start, end, opens) if loose else ()
    fits = fits and not (opens and entry.term == _DATED)
    detail = {
        "kind": _kind(entry, instead),
        "term": entry.term,
        "listed": entry.term if entry.source else "",
        "instead": instead,
        "explanation": entry.explanation,
        "alternatives": tuple(a for a in instead if "…" not in a) if fits else named_in_full,
        "own_capitals": capitals or bool(named_in_full),
        "safe": "veilig" in flags,
    }
    return Hit(first, last, detail, value=entry.weight)


def _before_noun(doc: Doc, end: int) -> bool:
    """Whether a noun stands right behind it: *een Wmo voorziening*."""
    after = next((token for token in doc if token.idx > end - 1), None)
    return after is not None and after.tag_.startswith("N|soort")


def _kind(entry: Entry, instead: tuple[str, ...]) -> str:
    if entry.state == "leg-uit" and entry.explanation:
        return "leg-uit-met-uitleg" if instead else "uitleg"
    return entry.state if instead else "onbekend"
