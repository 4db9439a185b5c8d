"""Formulas that command or threaten, exclamation marks behind a command, and a heap of duties."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.checks.set_phrases import phrases_hit
from duidelijk.language.formula_pairs import found_pairs
from duidelijk.language.formulas import Found, found_formulas, per_sentence
from duidelijk.language.silence import is_cited
from duidelijk.model import PROSE, Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_MARKS = frozenset({"!", "!!", "!!!", "?!"})
_COMMAND = "WW|pv|tgw|ev"
_NEAR = 2
_GRAVE = 2.0
_REACH, _FARTHEST = 8, 12


def threatening_tone(
    analysis: Analysis,
    *,
    phrases: Lexicon,
    sets: Lexicon,
    duties: Lexicon,
    words: Lexicon,
    pairs: tuple[str, ...] = (),
    readers: tuple[str, ...] = (),
    threats: tuple[str, ...] = (),
    friendly: str = "(?!)",
    harsh: str = "(?!)",
    least: int = 4,
    window: int = 200,
    close: int = 60,
) -> Iterator[Hit]:
    """The formulas of ``phrases``, else two of ``words`` whose families are one of ``pairs``, else the ``!``
    behind a command, a duty or hard words; and the duty that makes ``least`` of them.

    A sentence speaks once, and so does a threat that goes on in the next one. Hard are a word of ``threats``
    and what fits ``harsh``; a sentence that fits ``friendly`` is an invitation (both regular expressions).

    ``duties``: word → *met*, words of which one must follow (*mag* … *niet*), and *behalve*, none of which
    may be beside it. In prose ``least`` of them make a heap within ``window`` words where each has one of
    ``readers`` beside it (*u moet*), else within ``close`` words.
    """
    said: set[tuple[int, int]] = set()
    for found in _phrases(analysis, phrases, words, sets, pairs):
        span = found[0].sentence.span
        said |= {(id(span.doc), span.start), (id(span.doc), span.end)}
        yield phrases_hit(found)
    for sentence, mark in analysis.with_form(_MARKS):
        if (id(sentence.span.doc), sentence.span.start) not in said and _ends(sentence, mark):
            text = sentence.span.text
            heavy = any(t.lower_ in threats or _is_duty(t, duties) for t in sentence.span)
            hard = heavy or _fits(harsh, text) or _is_command(sentence)
            if hard and not _fits(friendly, text) and not is_cited(sentence, mark):
                yield Hit(*sentence.range(mark, mark), {"kind": "uitroep", "alternatives": (".",)}, _GRAVE)
    yield from _heaps(analysis.within(PROSE), duties, readers, least, window, close)


def _fits(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _phrases(
    analysis: Analysis, phrases: Lexicon, words: Lexicon, sets: Lexicon, pairs: tuple[str, ...]
) -> Iterator[list[Found]]:
    """The formulas of each sentence, and the pairs of words of a sentence without a formula."""
    said: set[int] = set()
    for found in per_sentence(found_formulas(analysis, phrases, sets)):
        said.add(id(found[0].sentence))
        yield found
    for pair in found_pairs(analysis, words, sets, pairs):
        if id(pair[0].sentence) not in said:
            yield list(pair)


def _ends(sentence: Sentence, mark: Token) -> bool:
    return mark.i + 1 >= sentence.span.end or mark.nbor(1).text in {"”", "’", '"', ")"}


def _is_command(sentence: Sentence) -> bool:
    """A main verb in the imperative: no subject, and the first word of its clause."""
    for token in sentence.span:
        if token.tag_ == _COMMAND and token.dep_ in {"ROOT", "parataxis", "conj"}:
            after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
            first = token.i == sentence.span.start or not token.nbor(-1).text.isalpha()
            if first and after not in {"u", "ik", "hij", "zij", "ze", "er", "wij", "men"}:
                return True
    return False


def _is_duty(token: Token, duties: Lexicon) -> bool:
    """Whether this word says what must be done or may not."""
    row = duties.rows.get(token.lower_)
    if row is None:
        return False
    needed, unless = row["met"].split(), row["behalve"].split()
    after = token.doc[token.i + 1 : min(token.i + _REACH, token.sent.end)]
    fits = not needed or any(t.lower_ in needed for t in after)
    return fits and _near(token).isdisjoint(unless) and not _in_aside(token)


def _in_aside(token: Token) -> bool:
    """*of u een afspraak moet maken*: the verb of a clause with a subordinator, relative or asking word."""
    for before in reversed(token.doc[max(token.sent.start, token.i - _FARTHEST) : token.i]):
        if before.is_punct or before.tag_.startswith("WW|pv"):
            return False
        if before.tag_.startswith(("VG|onder", "VNW|betr", "VNW|vb")):
            return True
    return False


def _near(token: Token) -> set[str]:
    sentence = token.sent
    first, last = max(sentence.start, token.i - _NEAR), min(token.i + _NEAR + 1, sentence.end)
    return {t.lower_ for t in token.doc[first:last]}


def _heaps(
    analysis: Analysis, duties: Lexicon, readers: tuple[str, ...], least: int, window: int, close: int
) -> Iterator[Hit]:
    found = [
        (s, t)
        for s, t in analysis.with_form(duties.rows)
        if _is_duty(t, duties) and not is_cited(s, t) and not s.span.text.rstrip().endswith("?")
    ]
    if len(found) < least:
        return
    counted = _counted(analysis)
    all_of_them: deque[int] = deque(maxlen=least)
    of_reader: deque[int] = deque(maxlen=least)
    for sentence, token in found:
        at = counted[id(sentence)] + sum(end < token.i for _, end in sentence.units)
        all_of_them.append(at)
        if _is_of_reader(token, readers):
            of_reader.append(at)
        if _fit(of_reader, window) or _fit(all_of_them, close):
            of_reader.clear()
            all_of_them.clear()
            yield Hit(*sentence.range(token, token), {"kind": "plichten", "least": least}, _GRAVE)


def _is_of_reader(token: Token, readers: tuple[str, ...]) -> bool:
    """*U moet* and *moet u* in a main clause; not *of u een afspraak moet maken*."""
    sentence = token.sent
    before = token.doc[max(sentence.start, token.i - 2) : token.i]
    after = token.nbor(1).lower_ if token.i + 1 < sentence.end else ""
    opens = len(before) < 2 or before[0].is_punct or before[0].tag_.startswith("VG|neven")
    return after in readers or (opens and any(t.lower_ in readers for t in before))


def _fit(places: deque[int], window: int) -> bool:
    """Whether there are as many as can be kept, within so many words."""
    return len(places) == places.maxlen and places[-1] - places[0] <= window


def _counted(analysis: Analysis) -> dict[int, int]:
    """The number of words before each sentence."""
    counted, total = {}, 0
    for sentence in analysis.sentences():
        counted[id(sentence)] = total
        total += len(sentence.units)
    return counted
