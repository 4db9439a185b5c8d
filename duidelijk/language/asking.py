"""Sentence → what it asks of the reader: *Stuur … op*, *Wilt u … betalen?*, *Wij verzoeken u … te sturen*.

Where the parse is doubtful, forms and order speak before tags: an instruction begins with a stem of the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.letter_body import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence
    from duidelijk.model import Lexicon

YOU = frozenset({"u", "je", "jij", "jullie"})
SENDER = frozenset({"wij", "we", "ik"})
_THIRD = SENDER | {"hij", "zij", "ze", "men", "iemand"}
_WOULD = frozenset({"wilt", "wil", "zou", "zoudt", "kunt", "kun", "kan"})
_MUST = frozenset({"moet", "moeten", "dient", "dienen", "behoort", "behoren"})
_BEGS = frozenset({"verzoek", "verzoeken", "vraag", "vragen"})
_BEGGED = frozenset({"verzocht", "gevraagd"})
_BECOMES = frozenset({"wordt", "word", "worden"})
_LIKES = frozenset({"ontvang", "ontvangen", "zie", "zien", "hoor", "horen", "verneem", "vernemen"})
_NEEDED = frozenset({"belangrijk", "nodig", "noodzakelijk", "vereist"})
_DENIES = frozenset({"niet", "geen", "nooit", "liever"})
_LEADING = frozenset({"alstublieft", "a.u.b.", "s.v.p.", "stap", "actie", "en", "let", "op"})


@dataclass(frozen=True, slots=True)
class Request:
    """A line of the list of requests; ``part`` is the particle, or a word that goes with the verb."""

    stem: str
    infinitives: frozenset[str]
    part: str
    participle: str
    sort: str


Forms = Mapping[str, tuple[Request, ...]]
OTHER = "overig"
"""The sort of a request with a verb that isn't listed."""


@cache
def asking_forms(verbs: Lexicon) -> frozenset[str]:
    """The forms of which a sentence needs one to ask something; most sentences have none."""
    return frozenset(by_form(verbs)) | _BEGS | _BEGGED | _LIKES | {"gelieve", "nodig"}


@cache
def by_form(verbs: Lexicon) -> Forms:
    """The lines of a list of requests by every form of their verb."""
    found: dict[str, list[Request]] = {}
    for name, cells in verbs.rows.items():
        whole = frozenset({name, cells["heel"]})
        row = Request(cells["stam"], whole, cells["deel"], cells["deelwoord"].split(" ")[-1], cells["soort"])
        for form in filter(None, {row.stem, polite(row.stem), row.participle, *whole}):
            found.setdefault(form, []).append(row)
    return {form: tuple(rows) for form, rows in found.items()}


def polite(stem: str) -> str:
    """The form with *u* behind it: *stuur* → *stuurt*, *meld* → *meldt*, *zet* → *zet*."""
    return stem if stem.endswith("t") else f"{stem}t"


def words_of(sentence: Sentence) -> list[Token]:
    """The words of a sentence, without marks, numbers in front and *Let op:*."""
    words = [t for t in sentence.span if not t.is_punct and not t.is_space]
    first = next((i for i, t in enumerate(words) if t.lower_ not in _LEADING and not t.like_num), 0)
    return words[first:]


def is_question(sentence: Sentence) -> bool:
    """Whether a sentence ends with a question mark."""
    return text_of(sentence).rstrip().endswith("?")


def is_instruction(words: Sequence[Token]) -> bool:
    """Whether a sentence begins with an imperative: a finite verb with no subject right behind it.

    Of *Meld u aan* and *Zet u schrap* only the first is sure; a question is no instruction.
    """
    if len(words) < 2 or not is_finite(words[0]) or "verl" in words[0].tag_ or _ends(words, "?"):
        return False
    after = words[1].lower_
    if after in YOU:
        return not words[0].lower_.endswith("t")
    return after not in _THIRD


def sorts(sentence: Sentence, verbs: Forms) -> Iterator[str]:
    """The sorts of things that a sentence asks of the reader, by the list; OTHER for another verb."""
    words = words_of(sentence)
    if not words:
        return
    forms = {t.lower_ for t in words}
    begs = _begs(words, forms)
    found = False
    for token, row in listed(words, verbs):
        form = token.lower_
        if form in row.infinitives:
            asks = begs or _would(words, forms) or _must(words, forms, token) or _needed(words)
        elif form == row.participle and form not in {row.stem, polite(row.stem)}:
            asks = _must_be(words, forms)
        else:
            asks = _commands(words, token, row) or _needed(words)
        if asks:
            found = True
            yield row.sort
    if not found and begs:
        yield OTHER


def listed(words: Sequence[Token], verbs: Forms) -> Iterator[tuple[Token, Request]]:
    """The verbs of the list, each with the line whose particle it has."""
    for at, token in enumerate(words):
        for row in verbs.get(token.lower_, ()):
            if _fits(words, at, row):
                yield token, row


def _fits(words: Sequence[Token], at: int, row: Request) -> bool:
    form = words[at].lower_
    if form == row.participle:
        return " " not in row.participle
    if form in row.infinitives:
        if row.part and form.startswith(row.part):
            return True
        split = at >= 2 and words[at - 1].lower_ == "te" and _is_loose(words[at - 2])
        before = words[at - 2].lower_ if split else ""
        if row.part and not split:
            return any(t.lower_ == row.part and not _is_loose(t) for t in words)
        return before == row.part
    behind = words[at + 1 :]
    if row.part:
        return any(t.lower_ == row.part for t in behind)
    return not any(t.tag_.startswith("VZ|fin") for t in behind)


def _is_loose(token: Token) -> bool:
    """A particle, or another preposition."""
    return token.tag_.startswith("VZ")


def _commands(words: Sequence[Token], token: Token, row: Request) -> bool:
    """*Stuur het op*, *Stuurt u het op.*, and the second of two instructions."""
    at = words.index(token)
    after = words[at + 1].lower_ if at + 1 < len(words) else ""
    if at == 0 and token.lower_ == polite(row.stem) and after in YOU:
        return not _ends(words, "?")
    if not _DENIES.isdisjoint(t.lower_ for t in words[at + 1 : at + 3]):
        return False
    opens = at == 0 or (words[at - 1].lower_ == "en" and is_instruction(words))
    return opens and token.lower_ == row.stem and after not in _THIRD and not _ends(words, "?")


def _would(words: Sequence[Token], forms: set[str]) -> bool:
    """*Wilt u … opsturen?*"""
    asked = len(words) > 2 and words[0].lower_ in _WOULD and words[1].lower_ in YOU
    return asked and forms.isdisjoint(_DENIES)


def _begs(words: Sequence[Token], forms: set[str]) -> bool:
    """*Wij verzoeken u … te*, *U wordt verzocht*, *Gelieve*, *Wij ontvangen graag*."""
    if words[0].lower_ == "gelieve":
        return True
    if not forms.isdisjoint(SENDER):
        if {"nodig", "hebben"} <= forms and not forms.isdisjoint({"u", "uw"}) and forms.isdisjoint(_DENIES):
            return True
        if not forms.isdisjoint(_BEGS) and not forms.isdisjoint(YOU) and _has_infinitive(words):
            return True
        if "graag" in forms and not forms.isdisjoint(_LIKES):
            return any(t.lower_ in _LIKES and is_finite(t) for t in words)
    return bool(forms & YOU and forms & _BEGGED and forms & _BECOMES)


def _has_infinitive(words: Sequence[Token]) -> bool:
    return any(t.lower_ == "te" for t in words)


def _must(words: Sequence[Token], forms: set[str], verb: Token) -> bool:
    """*U moet … opsturen*, *moet u*."""
    if forms.isdisjoint(_MUST) or forms.isdisjoint(YOU):
        return False
    at = next(i for i, t in enumerate(words) if t.lower_ in _MUST)
    near = [t.lower_ for t in words[max(at - 1, 0) : at + 2]]
    other = words[at].lower_.startswith("moet") and words[words.index(verb) - 1].lower_ == "te"
    return not YOU.isdisjoint(near) and not other and not _ends(words, "?") and "niet" not in forms


def _needed(words: Sequence[Token]) -> bool:
    """*Het is belangrijk dat u reageert*."""
    lowers = [t.lower_ for t in words]
    return any(
        a in _NEEDED and b == "dat" and c in YOU
        for a, b, c in zip(lowers, lowers[1:], lowers[2:], strict=False)
    )


def _must_be(words: Sequence[Token], forms: set[str]) -> bool:
    """*De stukken dienen te worden ingeleverd*; not where somebody else must do it."""
    if forms.isdisjoint(_MUST) or "worden" not in forms or "niet" in forms:
        return False
    doer = next((i for i, t in enumerate(words) if t.lower_ == "door"), None)
    return doer is None or (doer + 1 < len(words) and words[doer + 1].lower_ in YOU)


def _ends(words: Sequence[Token], mark: str) -> bool:
    last = words[-1]
    return last.i + 1 < len(last.doc) and last.doc[last.i + 1].text == mark
