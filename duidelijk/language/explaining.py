"""Whether a text explains a difficult term: beside it, in the next sentence, or earlier on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duidelijk.language.analysis import Sentence

_MEANS = re.compile(
    r"\b(?:dit|dat)\s+(?:(?:wij|we|je|u)\s+)?(?:betekent|houdt\s+in|heet|heten|wil\s+zeggen|noem(?:en|t)?\b|"
    r"(?:is|zijn)\s+(?:een|de|het|uw|onze|als|wanneer|wat|iemand|iets|geld|hulp|kosten|mensen)\b|"
    r"wordt\s+(?:ook\s+)?(?:wel\s+)?\S+\s+genoemd)|"
    r"\b(?:betekent|houdt\s+in)\s+(?:dit|dat)\b|\b(?:hiermee|daarmee)\s+bedoel|"
    r"\bzo\s+(?:heet|heten|noem(?:en|t)?)\b|\bnoem(?:en|t)\s+(?:(?:wij|we)\s+)?(?:dit|dat)\b|"
    r"\bmet\s+andere\s+woorden\b|\bin\s+gewone\s+taal\b|\bd\.w\.z\.",
    re.IGNORECASE,
)
_ARTICLE = r"(?:(?:een|de|het|uw)\s+)?"
_OPENS = re.compile(rf"\W*{_ARTICLE}$", re.IGNORECASE)
_DEFINITION = re.compile(
    r"(?:\s+(?:betekent|betekenen):|\s+(?:is|zijn|betekent|betekenen|houdt\s+in|wil\s+zeggen))\s+"
    r"(?:een|de|het|uw|dat|als|geld|hulp|iets|iemand|wat|wanneer|toestemming)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(rf"\bwat\s+(?:is|zijn|betekent|betekenen|houdt)\s+{_ARTICLE}$", re.IGNORECASE)
_WITH = re.compile(rf"\b(?:met|onder)\s+(?:(?:het\s+woord|de\s+term)\s+)?{_ARTICLE}$", re.IGNORECASE)
_MEANT = re.compile(r"\s+(?:bedoel|versta)|\s+wordt\s.{3,80}\b(?:bedoeld|verstaan)\b", re.IGNORECASE)
_COLON = re.compile(
    r":\s*\S+\s+\S+\s+\S+|(?:\s+\w+)?:\s*(?:u|wij|dat|dit|iemand)\s+\S+\s+\S+"
    r"|\s+[–—-]\s+(?:een|de|het|uw|dat|iemand)\s+\S+"
)
_CALLED = re.compile(r"\bgenoemd\b|\boftewel\b|\bofwel\b|\bheet\b|\bheten\b|\bnoemen\b", re.IGNORECASE)
_APPOSED = re.compile(
    r"[\w’']{0,3}\s*,\s+(?:(?:dat|dit)\s+(?:is|zijn|betekent|heet)|dat\s+wil\s+zeggen|met\s+andere\s+woorden)\b",
    re.IGNORECASE,
)
_NO_GLOSS = re.compile(r"^\s*(?:zie|artikel|art\.|bijlage|lees)\b", re.IGNORECASE)
_ASIDE = 15
_ARTICLE_FIRST = re.compile(r"(?:een|de|het|uw)\s+", re.IGNORECASE)


def is_explained(sentence: Sentence, start: int, end: int, following: Sentence | None) -> bool:
    """Whether the term at ``start:end`` (in the clean text of its block) is explained on the spot."""
    text = sentence.clean.text
    first, last = sentence.span.start_char, sentence.span.end_char
    here = text[first:start] + " " + text[end:last]
    return (
        _in_brackets(text, start, first)
        or _glossed(text[end:last])
        or bool(_APPOSED.match(text[end:last]))
        or bool(_CALLED.search(here))
        or _means(text[first:last])
        or (following is not None and _goes_on(text_of(following), text[start:end]))
        or _defines(text[first:start], text[end:last])
    )


def _means(text: str) -> bool:
    return bool(_MEANS.search(text))


def _goes_on(text: str, term: str) -> bool:
    """Whether the next sentence explains: *Dat is …*, or *Een* term *is …*"""
    again = re.match(rf"\W*{_ARTICLE}{re.escape(term)}", text, re.IGNORECASE)
    return _means(text) or bool(again and _DEFINITION.match(text, again.end()))


def _in_brackets(text: str, start: int, first: int) -> bool:
    """The term itself stands in brackets behind the plain words."""
    before = text[first:start]
    opened = before.rfind("(")
    plain = before[:opened].strip()
    return opened > before.rfind(")") and start - first - opened < _ASIDE and len(plain) > 2


def _glossed(after: str) -> bool:
    """Plain words in brackets follow the term, or *: that is*."""
    found = re.match(r"[\w’']{0,3}\s*\(([^)]{4,})\)", after)
    if not found or _NO_GLOSS.match(found[1]):
        return False
    return bool(re.search(r"\b[a-zà-ÿ]{3,}\b", found[1]))


def _defines(before: str, after: str) -> bool:
    """*Een peildatum is …*, *Wat is een peildatum?*, *Met een peildatum bedoelen wij …*, *Peildatum: …*"""
    return bool(
        (_OPENS.match(before) and _DEFINITION.match(after))
        or _QUESTION.search(before)
        or (_WITH.search(before) and _MEANT.match(after))
        or _COLON.match(after)
    )


def says(sentences: Iterable[Sentence | None], phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands in one of the sentences."""
    texts = [text_of(s).lower() for s in sentences if s is not None]
    return any(phrase in text for phrase in phrases for text in texts)


def says_explanation(text: str, explanation: str) -> bool:
    """Whether a text holds the explanation of a list, whatever article it begins with."""
    return core(explanation) in text.lower()


def core(explanation: str) -> str:
    """An explanation as it may stand in a text: without its first article and its full stop."""
    article = _ARTICLE_FIRST.match(explanation)
    return explanation[article.end() if article else 0 :].rstrip(".").lower()


def beside(sentences: Sequence[Sentence], at: int) -> tuple[Sentence | None, Sentence | None]:
    """The sentences before and after the one at ``at``."""
    before = sentences[at - 1] if at else None
    return before, sentences[at + 1] if at + 1 < len(sentences) else None


def text_of(sentence: Sentence) -> str:
    """The clean text of a sentence."""
    return sentence.clean.text[sentence.span.start_char : sentence.span.end_char]
