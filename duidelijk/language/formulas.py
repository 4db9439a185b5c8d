"""Finds set phrases with blanks (*~vertrouwen erop … geïnformeerd*) in the sentences of an Analysis.

How a phrase is written (wordlists/grammatica/formule-woorden.tsv says the same for editors): ``a/b`` one of
these, ``(a)`` may be left out, ``~sturen`` any form of a verb, ``@wij`` any word of that set, ``in_orde``
words that stay together, ``…`` up to six words, ``…12`` up to twelve, ``^`` the start of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from duidelijk.language.analysis import by_sentence
from duidelijk.language.frequency import zipf
from duidelijk.language.inflection import verb_forms, with_e
from duidelijk.language.silence import is_quoted
from duidelijk.model import Lexicon

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Sentence

_GAP = 6
_LITTLE = 3
_BETWEEN = r"[,)”’\"]*\s+[(“‘\"]*"
_WORD = r"[^\s;:,()?!]+(?:[,:]\d[^\s;:,()?!]*)*"
_START = r"^[^\w]*"


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """One phrase: its pattern, the words by which it is looked for, and words of which one must stand in the
    sentence, for each of its places.

    The sentence must fit ``company`` and not ``unless``, where they aren't empty. Patterns are compiled when
    they are first needed: few phrases stand in one text.
    """

    term: str
    pattern: str
    anchors: frozenset[str]
    needed: tuple[frozenset[str], ...]
    company: str
    unless: str


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A phrase in a sentence: its place in the clean text of the block, and what the list says of it."""

    sentence: Sentence
    start: int
    end: int
    row: Mapping[str, str]

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.sentence.clean.text[self.start : self.end]

    @property
    def range(self) -> tuple[int, int]:
        """The same place in the document."""
        return self.sentence.clean.range(self.start, self.end)


def per_sentence(found: Iterable[Found]) -> Iterator[list[Found]]:
    """The phrases of each sentence together, for phrases in text order."""
    for _, together in groupby(found, key=lambda f: id(f.sentence)):
        yield list(together)


def found_formulas(
    analysis: Analysis,
    formulas: Lexicon,
    sets: Lexicon,
    stands: Callable[[Sentence, Mapping[str, str]], bool] = lambda sentence, row: True,
) -> Iterator[Found]:
    """The phrases in text order, of overlapping ones the longest; none between quotation marks.

    ``stands``: whether a phrase with this row counts in this sentence.

    Columns of ``formulas``: the phrase; ``met``: one of these words must stand in the sentence too;
    ``behalve``: none of these may. Columns of ``sets``: the name of a set, and its ``woorden``.
    """
    by_anchor = _by_anchor(formulas, sets)
    for sentence, tokens in by_sentence(analysis.with_form(by_anchor)):
        forms = {token.lower_ for token in sentence.span}
        near = {f.term: f for token in tokens for f in by_anchor[token.lower_]}
        fitting = (f for f in near.values() if not any(map(forms.isdisjoint, f.needed)))
        yield from _longest(
            [found for f in fitting for found in _found(sentence, f, formulas.rows[f.term], stands)]
        )


def _found(
    sentence: Sentence,
    formula: Formula,
    row: Mapping[str, str],
    stands: Callable[[Sentence, Mapping[str, str]], bool],
) -> list[Found]:
    if not stands(sentence, row):
        return []
    return [Found(sentence, *place, row) for place in _places(sentence, formula)]


def _places(sentence: Sentence, formula: Formula) -> list[tuple[int, int]]:
    whole, start = sentence.clean.text, sentence.span.start_char
    text = whole[start : sentence.span.end_char]
    places = [
        (start + m.start("all"), start + m.end("all")) for m in _compiled(formula.pattern).finditer(text)
    ]
    if not places or not _says(formula.company, text) or (formula.unless and _says(formula.unless, text)):
        return []
    return [place for place in places if not is_quoted(whole, *place)]


def _says(pattern: str, text: str) -> bool:
    return _compiled(pattern).search(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _longest(found: list[Found]) -> Iterator[Found]:
    kept: list[Found] = []
    for each in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    yield from sorted(kept, key=lambda f: f.start)


@cache
def _by_anchor(formulas: Lexicon, sets: Lexicon) -> Mapping[str, tuple[Formula, ...]]:
    words = {name: row["woorden"].split("/") for name, row in sets.rows.items()}
    found: dict[str, list[Formula]] = {}
    for term, row in formulas.rows.items():
        formula = _formula(term, row.get("met", ""), row.get("behalve", ""), words)
        for anchor in formula.anchors:
            found.setdefault(anchor, []).append(formula)
    return {anchor: tuple(listed) for anchor, listed in found.items()}


def _formula(term: str, company: str, unless: str, sets: Mapping[str, list[str]]) -> Formula:
    """Raises KeyError for a set that isn't there, ValueError for a phrase without a word of its own."""
    parts: list[str] = []
    needed: list[list[str]] = []
    start = ""
    for piece in term.split():
        optional = piece.startswith("(")
        if piece == "^":
            start = _START
        elif piece.startswith("…"):
            parts.append(rf"(?:{_BETWEEN}{_WORD}){{0,{piece[1:] or _GAP}}}?")
        else:
            forms = _forms(piece.strip("()"), sets)
            needed += [] if optional else [forms]
            parts.append(_piece(forms, optional, leads=len(needed) == (not optional)))
    pattern = rf"{start}(?P<all>(?<!\w){''.join(parts)})"
    telling = [frozenset(min(form.split(), key=_commonness) for form in each) for each in needed]
    anchors = min(telling, key=_often)
    return Formula(term, pattern, anchors, tuple(telling), _any(company, sets), _any(unless, sets))


def _commonness(word: str) -> float:
    """How often a word may be expected; little words (*u*, *wij*) more than elsewhere."""
    return float(10 ** (zipf(word) + (len(word) <= _LITTLE)))


def _often(words: frozenset[str]) -> float:
    return sum(map(_commonness, words))


def _piece(forms: list[str], optional: bool, leads: bool) -> str:
    """The pattern of one place; white space before it, or behind it as long as nothing has been needed."""
    choice = rf"(?:{'|'.join(map(_spaced, sorted(forms, key=len, reverse=True)))})(?!\w)"
    if leads:
        return f"(?:{choice}{_BETWEEN})?" if optional else choice
    return f"(?:{_BETWEEN}{choice})?" if optional else f"{_BETWEEN}{choice}"


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _any(words: str, sets: Mapping[str, list[str]]) -> str:
    """The pattern of any of these words or signs, nothing for none."""
    if not words:
        return ""
    whole = [
        rf"\b{_spaced(form)}\b" if form[0].isalpha() else re.escape(form) for form in _forms(words, sets)
    ]
    return "|".join(whole)


def _forms(piece: str, sets: Mapping[str, list[str]]) -> list[str]:
    """Every form that may stand in one place, in lower case."""
    found: list[str] = []
    for each in piece.split("/"):
        if each.startswith("@"):
            found += (form for word in sets[each[1:]] for form in _forms(word, sets))
        elif each.startswith("~"):
            found += _verb(each[1:])
        else:
            found.append(each.replace("_", " "))
    return list(dict.fromkeys(found))


def _verb(infinitive: str) -> list[str]:
    verb = verb_forms(infinitive)
    finite = (
        verb.present_1,
        verb.present_3,
        verb.present_plural[len(verb.particle) :],
        verb.past_singular,
        verb.past_plural,
    )
    whole = {verb.infinitive, verb.participle, verb.present_participle, with_e(verb.present_participle)}
    return sorted({*whole, *map(verb.joined, finite), verb.te_infinitive} - {""})
