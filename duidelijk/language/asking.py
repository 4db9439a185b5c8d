"""The list of requests, and sentence → is it a question, does it begin with an instruction?

Where the parse is doubtful, forms and order speak before tags: an instruction begins with a stem of the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.letter_body import text_of
from duidelijk.language.tabular import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence
    from duidelijk.model import Lexicon

YOU = frozenset({"u", "je", "jij", "jullie"})
SENDER = frozenset({"wij", "we", "ik"})
THIRD = SENDER | {"hij", "zij", "ze", "men", "iemand"}
DENIES = frozenset({"niet", "geen", "nooit", "liever"})
_LEADING = frozenset({"alstublieft", "a.u.b.", "s.v.p.", "stap", "actie", "en", "let", "op"})


@dataclass(frozen=True, slots=True)
class Request:
    """A line of the list of requests; ``part`` is the particle, or a word that goes with the verb.

    ``finite``: the forms with the subject in front of them (*u terugstuurt*); ``free``: when an imperative is
    no more than an offer: ja, or doel where it doesn't say what for.
    """

    stem: str
    finite: frozenset[str]
    infinitives: frozenset[str]
    part: str
    participle: str
    sort: str
    free: str


Forms = Mapping[str, tuple[Request, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A sentence in words: without marks and what comes before the sentence itself."""

    words: Sequence[Token]
    forms: Sequence[str]
    all: frozenset[str]

    def near(self, at: int) -> frozenset[str]:
        """The forms beside a word."""
        return frozenset((*self.forms[max(at - 1, 0) : at], *self.forms[at + 1 : at + 2]))

    def denied(self, first: int, end: int) -> bool:
        """Whether *niet* or *geen* is among these words."""
        return not DENIES.isdisjoint(self.forms[first:end])


def said_of(sentence: Sentence) -> Said:
    """The words of a sentence with their forms."""
    words = words_of(sentence)
    forms = [t.lower_ for t in words]
    return Said(words, forms, frozenset(forms))


@cache
def group(name: str) -> frozenset[str]:
    """A group of words that tell a request, by its name in the list."""
    return frozenset(lexicon("grammatica/verzoekwoorden").rows[name]["woorden"].split("/"))


@cache
def by_form(verbs: Lexicon) -> Forms:
    """The lines of a list of requests by every form of their verb."""
    found: dict[str, list[Request]] = {}
    for name, cells in verbs.rows.items():
        row = _request(name, cells)
        for form in filter(None, {row.stem, row.participle, *row.finite, *row.infinitives}):
            found.setdefault(form, []).append(row)
    return {form: tuple(rows) for form, rows in found.items()}


def _request(name: str, cells: Mapping[str, str]) -> Request:
    stem, part = cells["stam"], cells["deel"]
    finite = {polite(stem)} if stem else set()
    if part and name.startswith(part) and stem:
        finite |= {part + stem, part + polite(stem)}
    whole = frozenset({name, cells["heel"]})
    participle = cells["deelwoord"].split(" ")[-1]
    return Request(stem, frozenset(finite), whole, part, participle, cells["soort"], cells["vrij"])


@cache
def opening_forms(verbs: Lexicon) -> frozenset[str]:
    """The forms with which an instruction begins: *stuur*, *stuurt*."""
    rows = (row for rows in by_form(verbs).values() for row in rows if row.stem)
    return frozenset(form for row in rows for form in (row.stem, *row.finite))


@cache
def sort_of_nouns(verbs: Lexicon) -> Mapping[str, str]:
    """The sort of request that a sentence with one of these nouns is about."""
    return {noun: row["soort"] for row in verbs.rows.values() for noun in row["naamwoorden"].split()}


def polite(stem: str) -> str:
    """The form with *u* behind it: *stuur* → *stuurt*, *meld* → *meldt*, *zet* → *zet*."""
    return stem if stem.endswith("t") else f"{stem}t"


def words_of(sentence: Sentence) -> list[Token]:
    """The words of a sentence, without marks, numbers in front and *Let op:*."""
    words = [t for t in sentence.span if not (t.is_punct or t.is_space)]
    first = next((i for i, t in enumerate(words) if t.lower_ not in _LEADING and not t.like_num), 0)
    return words[first:] if first else words


def begins_late(sentence: Sentence) -> bool:
    """Whether something stands in front of the sentence itself: *Let op*, *Stap 2*."""
    first = sentence.span[0]
    return first.is_punct or first.like_num or first.lower_ in _LEADING


def is_question(sentence: Sentence) -> bool:
    """Whether a sentence ends with a question mark."""
    return text_of(sentence).rstrip().endswith("?")


def is_instruction(words: Sequence[Token]) -> bool:
    """Whether a sentence begins with an imperative: a finite verb with no subject right behind it.

    Of *Meld u aan* and *Zet u schrap* only the first is sure; a question is no instruction.
    """
    if len(words) < 2 or not is_finite(words[0]) or "verl" in words[0].tag_ or asks(words):
        return False
    after = words[1].lower_
    if after in YOU:
        return not words[0].lower_.endswith("t")
    return after not in THIRD


def asks(words: Sequence[Token]) -> bool:
    """Whether a question mark stands behind these words."""
    last = words[-1]
    return last.i + 1 < len(last.doc) and last.doc[last.i + 1].text == "?"


def listed(said: Said, verbs: Forms) -> Iterator[tuple[int, Request]]:
    """Where the verbs of the list stand, each with the line whose particle it has."""
    for at, form in enumerate(said.forms):
        for row in verbs.get(form, ()):
            if _fits(said.words, said.forms, at, row):
                yield at, row


def _fits(words: Sequence[Token], forms: Sequence[str], at: int, row: Request) -> bool:
    form = forms[at]
    if form == row.participle and not (row.stem == form or form in row.finite | row.infinitives):
        return True
    if row.part and form.startswith(row.part) and len(form) > len(row.part) + 2:
        return True
    if form in row.infinitives:
        split = at >= 2 and forms[at - 1] == "te" and _is_loose(words[at - 2])
        if split and (forms[at - 2] == row.part or not row.part):
            return forms[at - 2] == row.part
        own = (f == row.part and not _is_loose(t) for f, t in zip(forms, words, strict=True))
        return not row.part or any(own)
    if row.part:
        return any(f == row.part and _ends_part(words, i) for i, f in enumerate(forms) if i > at)
    return not any(t.tag_.startswith("VZ|fin") for t in words[at + 1 :])


def _is_loose(token: Token) -> bool:
    """A particle, or another preposition."""
    return token.tag_.startswith("VZ")


def _ends_part(words: Sequence[Token], at: int) -> bool:
    """Whether a particle isn't the preposition *aan*: it stands at the end, or before another clause."""
    if words[at].lower_ != "aan" or words[at].tag_.startswith("VZ|fin") or at + 1 == len(words):
        return True
    return words[at + 1].i > words[at].i + 1 or words[at + 1].tag_.startswith(("VG", "VNW|vb", "VZ"))
