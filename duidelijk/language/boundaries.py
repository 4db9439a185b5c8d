"""Sentence boundaries of Dutch letters: punctuation decides, the parser only where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy
from spacy.language import Language

from duidelijk.language.tokenizing import abbreviations, merge_spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME = "duidelijk_boundaries"
LONGEST_LINE = 30  # tokens without a full stop at the end that are still one sentence: a heading, a list item
LONGEST_SENTENCE = 100
LONGEST_STRETCH = 500  # nobody writes so many tokens without a full stop; rules would take minutes for it
LONGEST_ASIDE = 60  # tokens between quotation marks or brackets

Decision = bool | Literal["parser"] | None  # None: nothing seen yet that starts a sentence here

_MARK = re.compile(r"[.?!]{1,3}|…")
_CLOSING = frozenset("\"'”’»)]}“") | {"''"}
_PAIRS = {",,": "''", "(": ")", "[": "]", "“": "”", "„": "”“", "‘": "’", "«": "»", '"': '"', "'": "'"}
_OPENING = frozenset(_PAIRS) | {"¿"}
_BULLETS = frozenset("-–—•*·▪◦●○■□→✓☐")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.-?)+")
_COUNTER = re.compile(r"\d{1,2}|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4}")
_NAME_PARTS = frozenset(["aan", "de", "den", "der", "het", "in", "op", "te", "ten", "ter", "van"])
_ENDING = frozenset(".?!…:") | frozenset("\"'”’»)]}“")
_VALUES = {True: 1, False: -1, None: 0}  # of SENT_START in spaCy's arrays
_GOES_ON = frozenset(",;:/")


@Language.component(NAME)
def mark_boundaries(doc: Doc) -> Doc:
    """The doc with its template fields joined and `is_sent_start` set; stands before the parser.

    `nlp.add_pipe("duidelijk_boundaries", first=True)`. True or False where punctuation decides. None, so the
    parser may decide, before a capital on a new line, before a small letter after a full stop, and in
    stretches that go on for more than `LONGEST_LINE` tokens without a full stop.
    """
    merge_spaced(doc)
    values = [_VALUES[start] for start in sentence_starts(doc)]
    return doc.from_array(["SENT_START"], numpy.array(values, dtype="int64").astype("uint64"))  # type: ignore[arg-type]


def sentence_starts(doc: Doc) -> list[bool | None]:
    """For each token: does a sentence start here? None where the parser may decide."""
    decisions: list[Decision] = [None] * len(doc)
    previous = -1
    quiet = False  # nothing before this token can end a sentence
    for i, token in enumerate(doc):
        text = token.text
        if text.isspace():
            decisions[i], quiet = i == 0, False
            continue
        if not quiet:
            decisions[i] = True if previous < 0 else _decide(doc, decisions, previous, token)
        quiet = text[-1] not in _ENDING
        previous = i
    _join_asides(doc, decisions)
    _fill(doc, decisions)
    return [None if d == "parser" else d for d in decisions]  # type: ignore[misc]


def _decide(doc: Doc, decisions: list[Decision], previous: int, token: Token) -> Decision:
    """The decision for a token after the token at `previous`, from the text alone."""
    before = doc[_mark_before(doc, previous)]
    gap = doc[previous + 1 : token.i].text + doc[previous].whitespace_
    if "\n" in gap:
        return _after_newline(doc[previous], before, token, gap)
    if not _can_start(token):
        return False if before.text[-1:] == "." and len(before) > 1 else None
    if not _MARK.fullmatch(before.text):
        return _after_dotted(before, token) if before.text[-1] == "." and len(before) > 1 else None
    if _is_counter(doc, decisions, before):
        return False
    if not _starts_small(token) or _starts_item(token):
        return True
    spaced = bool(gap) and before.i == previous and before.text in (".", "?", "!")
    return "parser" if spaced and before.i and len(doc[before.i - 1]) > 1 else False


def _after_newline(last: Token, before: Token, token: Token, gap: str) -> Decision:
    if gap.count("\n") > 1 or token.text in _BULLETS or last.text == ":":
        return True
    if _starts_small(token) or not _can_start(token):
        return False
    return True if _MARK.fullmatch(before.text) else "parser"


def _after_dotted(before: Token, token: Token) -> Decision:
    """After an abbreviation or initials: a sentence only where both sides allow it."""
    ending = abbreviations().get(before.text)
    if ending == "ja":
        return token.text[0] in _OPENING or token.text[:1].isupper()
    if ending == "nee" or not (token.is_title and token.is_stop):
        return False
    if ending == "soms" or token.lower_ not in _NAME_PARTS or not _INITIALS.fullmatch(before.text):
        return True
    after = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    return after[:1].isdigit() or (after.islower() and after.isalpha() and after not in _NAME_PARTS)


def _mark_before(doc: Doc, index: int) -> int:
    """The token before closing quotation marks and brackets: `.` in `hij kwam.”)`."""
    while index and _closes(doc, index):
        index -= 1
    return index


def _closes(doc: Doc, index: int) -> bool:
    """Does a quotation mark or bracket close here? Spaces tell; where they don't, the marks before it."""
    text = doc[index].text
    if text not in _CLOSING or not index:
        return False
    if text == "''" or not doc[index - 1].whitespace_:
        return True
    loose = text == '"' and bool(doc[index].whitespace_ or index + 1 == len(doc))
    return loose and sum(token.text == '"' for token in doc[:index]) % 2 == 1


def _can_start(token: Token) -> bool:
    text = token.text
    if _closes(token.doc, token.i):
        return False
    return text[0].isalnum() or text in _OPENING or text in _BULLETS or text[0] in "€{[«<$'’`§#@+"


def _starts_small(token: Token) -> bool:
    """Does the first word, after an apostrophe (`'s Avonds`), start with a small letter?"""
    if token.text[0] in "'’`" and len(token) < 4 and token.i + 1 < len(token.doc):
        token = token.nbor()
    return token.text[:1].islower() and not token.text[1:2].isupper()  # eHerkenning


def _starts_item(token: Token) -> bool:
    return len(token) == 1 and token.i + 1 < len(token.doc) and token.nbor().text in (".", ")")


def _is_counter(doc: Doc, decisions: list[Decision], mark: Token) -> bool:
    """Is this the full stop of `2.` or `a.` before the first word of a list item?"""
    counted = mark.i > 0 and mark.text == "." and _COUNTER.fullmatch(doc[mark.i - 1].text) is not None
    return counted and decisions[mark.i - 1] is True


def _asides(doc: Doc) -> Iterator[tuple[int, int]]:
    """First and last token of each stretch between quotation marks or brackets, on one line."""
    at = 0
    while at < len(doc):
        end = _closing_of(doc, at)
        if end:
            yield at, end
        at = (end or at) + 1


def _closing_of(doc: Doc, opening: int) -> int | None:
    closing = _PAIRS.get(doc[opening].text)
    if not closing or (opening and not doc[opening - 1].whitespace_ and not doc[opening - 1].is_punct):
        return None
    for token in doc[opening + 1 : opening + LONGEST_ASIDE]:
        if "\n" in token.text:
            return None
        if token.text in closing:
            return token.i
    return None


def _join_asides(doc: Doc, decisions: list[Decision]) -> None:
    """No boundary within quotation marks or brackets where the sentence goes on behind them."""
    for first, last in _asides(doc):
        if True not in decisions[first + 1 : last + 1] or last + 1 == len(doc):
            continue
        after = doc[last + 1]
        inside = decisions[first] is not True and doc[first - 1].text != ":" and _MARK.fullmatch(after.text)
        if after.text in _GOES_ON or (after.is_alpha and after.is_lower) or inside:
            decisions[first + 1 : last + 2] = [False] * (last + 1 - first)


def _fill(doc: Doc, decisions: list[Decision]) -> None:
    """What is undecided becomes False in every stretch that ends in a mark or is short."""
    starts = [i for i, decision in enumerate(decisions) if decision is True]
    for start, end in pairwise([*starts, len(doc)]):
        last = end - 1
        while last > start and doc[last].is_space:
            last -= 1
        closed = doc[_mark_before(doc, last)].text[-1] in ".?!…:"
        if end - start <= (LONGEST_SENTENCE if closed else LONGEST_LINE):
            decisions[start:end] = [False if d is None else d for d in decisions[start:end]]
        for at in range(start + LONGEST_STRETCH, end, LONGEST_STRETCH):
            decisions[at] = decisions[at] if doc[at].is_space else True
