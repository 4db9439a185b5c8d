"""A request and what stands around it → is it meant for every reader, and does it have a date or term?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.asking import is_instruction, is_question, words_of
from duidelijk.language.clauses import is_finite
from duidelijk.language.letter_body import body, text_of
from duidelijk.language.requesting import topics
from duidelijk.model import PROSE

if TYPE_CHECKING:
    from duidelijk.language.analysis import Analysis, Passage, Sentence
    from duidelijk.model import Lexicon

_THEN = re.compile(r"\W*(?:\w+ ){0,3}dan\b(?! (?:ook|wel)\b)")
_OUR_TURN = re.compile(r"\W*(?:dan (?:\w+ )?(?:wij|we|ik)|(?:wij|we|ik) (?:\w+ )?dan)\b")
_IS_CHOICE = re.compile(r"\W*(?:dat kan|(?:u|je) (?:kunt|kan|mag)|(?:kies|klik|geef) (?:dan|hier))\b")
_YOU_NEXT = re.compile(r"\b(?:u|je|uw|jouw)\b")
_SINCE = re.compile(r"\bvan (?:\w+ )?\d[\w. ]*$")
_GOES_ON = re.compile(r"\W*(?:of|en|ook|dat (?:kan|mag|is)|doe|u|je|dan)\b")
_OURS = re.compile(r"\b(?:ons|mij|me|alsnog|ontbrekende|volgende|onderstaande|bijgevoegde|terug\w*)\b")
_OFFERS = re.compile(r"\b(?:u|je) (?:kunt|kan|mag)\b|\b(?:kunt|kan|mag) (?:u|je)\b")
_TAKES_UP = re.compile(
    r"\b(?:daarvoor|hiervoor|daartoe|hiertoe|daarmee|daarbij)\b"
    r"|^\w+ (?:hem|ze|het (?:met|bij|via|op|aan|door))\b"
)
_DIGIT = re.compile(r"\d")
_NEAR_DAY = re.compile(r"week|weken|dag|maand|komende|volgende|morgen|meteen|direct|\b(?:bij|tijdens)\b")
_HAVE = frozenset({"heb", "hebt", "heeft", "hebben"})
_ARE = frozenset({"is", "zijn", "bent"})


@dataclass(frozen=True, slots=True)
class Patterns:
    """Regular expressions for text in lower case, see the check ``request_term``."""

    term: re.Pattern[str]
    deadline: re.Pattern[str]
    optional: re.Pattern[str]
    ours: re.Pattern[str]
    aside: re.Pattern[str]
    conditions: re.Pattern[str]
    timeless: re.Pattern[str]
    billed: re.Pattern[str]
    all: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence of the body with its block, the heading above it and its text in lower case."""

    passage: Passage
    sentence: Sentence
    heading: Passage | None
    text: str

    @property
    def kind(self) -> str:
        """The kind of its block."""
        return self.passage.block.kind


def lines_of(analysis: Analysis) -> list[Line]:
    """The sentences of the body, in text order."""
    found: list[Line] = []
    heading: Passage | None = None
    for passage in body(analysis, ("heading", *PROSE)):
        if passage.block.kind == "heading":
            heading = passage
        found += [Line(passage, s, heading, text_of(s).lower()) for s in passage.sentences if s.units]
    return found


def is_free(line: Line, patterns: Patterns) -> bool:
    """Whether a sentence says itself that it's an offer, a condition or a rule without an end."""
    found = patterns.optional.search(line.text) or patterns.timeless.search(line.text)
    return found is not None or _THEN.match(line.text) is not None


def is_for_all(lines: Sequence[Line], at: int, patterns: Patterns) -> bool:
    """Whether what stands around it leaves it to every reader; it's no way to object."""
    return not (_is_optional(lines, at) or _is_aside(lines, at, patterns))


def _is_optional(lines: Sequence[Line], at: int) -> bool:
    """Whether only some readers need to do it: *Heeft u vragen? Bel ons*."""
    line = lines[at]
    if is_question(line.sentence):
        below = lines[at + 1 : at + 5]
        after = next((each for each in below if not is_question(each.sentence)), None)
        return after is not None and after.kind != "item" and _answers(line, after)
    taken = _TAKES_UP.search(line.text) is not None
    for before in reversed(lines[:at]):
        if before.passage is not line.passage and (before is not lines[at - 1] or line.kind != "paragraph"):
            return False
        if _is_condition(before.sentence) and not _OURS.search(before.text):
            return True
        if _OFFERS.search(before.text) and taken:
            return True
        taken = taken or _TAKES_UP.search(before.text) is not None
        if not (is_instruction(words_of(before.sentence)) or _GOES_ON.match(before.text)):
            return False
    return False


def _answers(asked: Line, after: Line) -> bool:
    """Whether a sentence says what to do if the answer is yes; not how the sender goes on."""
    if _IS_CHOICE.match(after.text):
        return not _OURS.search(asked.text)
    if _THEN.match(after.text):
        polite = words_of(asked.sentence)[0].lower_ in {"kunt", "kun", "kan", "zou", "zoudt", "mogen", "mag"}
        theirs = _OUR_TURN.match(after.text) or (polite and not _YOU_NEXT.search(after.text))
        return not (theirs and (polite or _OURS.search(asked.text)))
    return is_instruction(words_of(after.sentence)) and not _OURS.search(asked.text)


def _is_condition(sentence: Sentence) -> bool:
    """A question that begins with its verb: *Heeft u vragen?*"""
    words = words_of(sentence)
    return bool(words) and is_question(sentence) and is_finite(words[0])


def _is_aside(lines: Sequence[Line], at: int, patterns: Patterns) -> bool:
    """Whether the text is about objecting or about the rules of a permit."""
    line = lines[at]
    if line.heading is not None and line.heading.sentences:
        title = line.heading.clean.text.lower()
        asked = line.heading.sentences[-1]
        if patterns.aside.search(title) or patterns.conditions.search(title) or _is_condition(asked):
            return True
    first = _first_of(lines, at)
    above = _lead(lines, first)
    if any(patterns.conditions.search(each.text) for each in (*lines[first:at], *above)):
        return True
    listed = line.kind == "item" or (first > 0 and lines[first - 1].kind == "item")
    start = _first_of(lines, lines.index(above[0])) if listed and above else first
    return any(patterns.aside.search(each.text) for each in lines[start : at + 1])


def _first_of(lines: Sequence[Line], at: int) -> int:
    """Where the paragraph of a line begins."""
    while at and lines[at - 1].passage is lines[at].passage:
        at -= 1
    return at


def _lead(lines: Sequence[Line], first: int) -> list[Line]:
    """The sentence above a paragraph, or above the list that this is part of or that ends above this."""
    while first and lines[first - 1].kind == "item":
        first -= 1
    return [lines[first - 1]] if first else []


def has_term(lines: Sequence[Line], at: int, wanted: set[str], patterns: Patterns, verbs: Lexicon) -> bool:
    """Whether a date or term stands in the sentence, beside it, around its list or at the head of its part.

    In another paragraph beside it a date of something else than is ``wanted`` doesn't count.
    """
    line = lines[at]
    around = _around(lines, at)
    if patterns.term.search(line.text) or any(patterns.billed.search(each.text) for each in around):
        return True
    if line.heading is not None and patterns.term.search(line.heading.clean.text.lower()):
        return True
    if any(each is not line and _is_near(each, line, wanted, patterns, verbs) for each in around):
        return True
    if _follows_dated(lines, at, patterns):
        return True
    same = (each for each in lines[max(at - 8, 0) : at + 8] if each.passage is line.passage)
    return any(has_last_day(each, patterns) and is_dated(each, patterns) for each in same)


def _is_near(each: Line, line: Line, wanted: set[str], patterns: Patterns, verbs: Lexicon) -> bool:
    """Whether a sentence beside a request gives it a term; behind its paragraph only a last day does."""
    if not is_dated(each, patterns):
        return False
    if each.passage is line.passage or line.kind == "item":
        return True
    if each.sentence.start > line.sentence.start and not (
        has_last_day(each, patterns) or patterns.all.search(each.text)
    ):
        return False
    about = topics(each.sentence, verbs)
    return not about or not about.isdisjoint(wanted)


def _follows_dated(lines: Sequence[Line], at: int, patterns: Patterns) -> bool:
    """Whether a row of instructions begins with a date: *Op 3 mei komt de monteur. Ruim op. Zet klaar.*"""
    for before in reversed(lines[:at]):
        if before.passage is not lines[at].passage:
            return False
        if is_dated(before, patterns):
            return True
        if not is_instruction(words_of(before.sentence)):
            return False
    return False


def _around(lines: Sequence[Line], at: int) -> Sequence[Line]:
    first, last = at, at
    while first > 0 and lines[first].kind == "item":
        first -= 1
    while last + 1 < len(lines) and lines[last + (last == at)].kind == "item":
        last += 1
    return lines[max(min(first, at - 1), 0) : max(last, at + 1) + 1]


def has_last_day(line: Line, patterns: Patterns) -> bool:
    """Whether a sentence names a last day; not how long something lasts: *van 1 tot en met 4 juni*."""
    return any(not _SINCE.search(line.text[: m.start()]) for m in patterns.deadline.finditer(line.text))


def is_dated(line: Line, patterns: Patterns) -> bool:
    """Whether a sentence gives the reader a term: it tells neither of the past nor of the sender's plans."""
    text = line.text
    if not (_DIGIT.search(text) or patterns.deadline.search(text) or _NEAR_DAY.search(text)):
        return False
    if not patterns.term.search(text) or patterns.aside.search(text):
        return False
    if patterns.deadline.search(text) and patterns.all.search(text):
        return True
    return not patterns.ours.search(text) and not _is_past(line.sentence)


def _is_past(sentence: Sentence) -> bool:
    verbs = [t for t in sentence.span if t.tag_.startswith("WW")]
    if any(t.tag_.startswith("WW|pv|verl") for t in verbs):
        return True
    helped = any(is_finite(t) and (t.lower_ in _HAVE or t.lower_ in _ARE) for t in verbs)
    return helped and any(t.tag_.startswith("WW|vd|vrij") for t in verbs)


def heads(analysis: Analysis) -> Iterator[Line]:
    """The subject line and the headings."""
    for passage in analysis.everything:
        if passage.block.kind in {"subject", "heading"}:
            yield from (Line(passage, s, None, text_of(s).lower()) for s in passage.sentences if s.units)
