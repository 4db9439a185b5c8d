"""Sentence → does it tell the reader what a letter means for them?

Forms and order speak before labels: a subject is *u* or *wij* beside its verb, or what the parser says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.language.asking import SENDER, YOU, is_instruction, is_question, words_of
from duidelijk.language.clauses import clause_of, verb_lemma
from duidelijk.language.letter_body import text_of
from duidelijk.language.verb_subjects import (
    YOUR,
    beside,
    is_background,
    is_reader,
    is_readers,
    is_sender,
    subjects_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence
    from duidelijk.model import Lexicon

_PERFECT = frozenset({"heb", "hebt", "heeft", "hebben"})
_IS = frozenset({"is", "zijn", "bent", "ben"})
_PASSIVE = frozenset({"wordt", "worden"})
_BECOMES = frozenset({"wordt", "worden", "gaat", "gaan", "zal", "zullen", "komt", "komen"})
_MODALS = frozenset({"kunnen", "willen", "gaan", "moeten", "zullen", "mogen"})
_CAN = frozenset({"kan", "kunnen", "mag", "mogen", "wil", "willen"})
_MAY = frozenset({"kan", "mag", "gaat", "lukt", "komt", "klopt"})
_POINTS = frozenset({"dat", "dit", "die", "deze"})
_YOURS = YOU | YOUR | {"jou"}
_DECIDED = frozenset({"besluiten", "besloten"})
_WOULD = frozenset({"wilt", "wil", "kunt", "kun", "zou"})
_DENIES = frozenset({"niet", "geen"})
_LETTER = re.compile(
    r"\bu\b.{0,12}\b(?:deze|dit|een) (?:brief|mail|e-mail|bericht)\b|\bu (?:\w+ ){0,2}informatie\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[^\s:]+\s*:\s*")
_DIGIT = re.compile(r"\d")
_FAR = 25


@dataclass(frozen=True, slots=True)
class Cues:
    """Words by their role, nouns that speak like *wij*, and patterns (see the check ``core_message``)."""

    words: Mapping[str, frozenset[str]]
    senders: frozenset[str]
    date: re.Pattern[str]
    optional: re.Pattern[str]
    news: re.Pattern[str]
    stale: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """The words of a sentence that count, their forms, and the text up to there."""

    words: Sequence[Token]
    forms: frozenset[str]
    text: str
    finite: Sequence[Token]
    participles: Sequence[Token]


@cache
def roles(cues: Lexicon) -> Mapping[str, frozenset[str]]:
    """The words of the list by each role they have."""
    found: dict[str, set[str]] = {}
    for word, cells in cues.rows.items():
        for role in cells["rol"].split():
            found.setdefault(role, set()).add(word)
    return {role: frozenset(words) for role, words in found.items()}


def opening_tells(sentences: Sequence[Sentence], cues: Cues, first: int) -> bool:
    """Whether there is news in the first words of these sentences; an answer counts after what was asked."""
    left, asked, aside = first, False, False
    for sentence in sentences:
        if left <= 0:
            return False
        last = sentence.units[min(left, len(sentence.units)) - 1][1]
        said = _said([t for t in words_of(sentence) if t.i <= last], sentence)
        if not aside and said.words and (_tells(said, sentence, cues) or (asked and _answers(said, cues))):
            return True
        left -= len(sentence.units)
        asked = asked or any(_is_past(t, said) and is_reader(t) for t in said.finite)
        aside = is_question(sentence) and cues.optional.search(text_of(sentence)) is not None
    return False


def subject_tells(sentence: Sentence, cues: Cues) -> bool:
    """Whether a subject line or title says what the letter means, in a sentence or with one word."""
    text = text_of(sentence)
    label = _LABEL.match(text)
    skipped = sentence.span[0].idx + (label.end() if label else 0)
    said = _said([t for t in words_of(sentence) if t.idx >= skipped], sentence)
    return bool(said.words) and (
        _names_news(said, cues) or cues.date.search(text) is not None or _tells(said, sentence, cues)
    )


def _names_news(said: _Said, cues: Cues) -> bool:
    """*Afwijzing*, *uw aanvraag is afgewezen*; not *aanvraag verlenging*."""
    asked = False
    for token in said.words:
        asked = asked or token.lower_ in cues.words["vraag"]
        if token.lower_ in cues.words["onderwerp"] and (not asked or token.lower_ in cues.words["besluit"]):
            return True
    return False


def _said(words: Sequence[Token], sentence: Sentence) -> _Said:
    text = sentence.clean.text[words[0].idx : words[-1].idx + len(words[-1])] if words else ""
    verbs = [(t, tag) for t in words if (tag := t.tag_).startswith("WW")]
    finite = [t for t, tag in verbs if tag.startswith("WW|pv")]
    return _Said(
        words,
        frozenset(t.lower_ for t in words),
        text,
        finite,
        [t for t, tag in verbs if tag.startswith("WW|vd|vrij")],
    )


def _tells(said: _Said, sentence: Sentence, cues: Cues) -> bool:
    if cues.optional.search(text_of(sentence)):
        return False
    if cues.news.search(said.text) or (is_instruction(said.words) and said.words[0].lower_ != "zie"):
        return True
    if cues.stale.search(said.text):
        return False
    if is_question(sentence):
        asks = len(said.words) > 2 and said.words[1].lower_ in YOU
        return asks and (said.words[0].lower_ in _WOULD or "mee" in said.forms)
    dated = cues.date.search(said.text) is not None
    return any(_verb_tells(verb, said, dated, cues) for verb in said.finite if "verl" not in verb.tag_)


def _is_past(verb: Token, said: _Said) -> bool:
    """*U vroeg*, *u heeft … aangevraagd*."""
    return "verl" in verb.tag_ or (verb.lower_ in _PERFECT and _participle(verb, said) is not None)


def _answers(said: _Said, cues: Cues) -> bool:
    """What the sender does, or *dat kan niet*, after what the reader asked."""
    for verb in (t for t in said.finite if "verl" not in t.tag_ and not is_background(t)):
        acts = verb.lower_ not in _PERFECT | _IS and is_sender(verb, cues.senders)
        if acts and _main_lemma(verb, said) not in cues.words["achtergrond"]:
            return True
        if verb.lower_ in _MAY and said.words[0].lower_ in _POINTS | {"helaas"}:
            return True
        if verb.lower_ in _MAY and any(t.lower_ in _POINTS for t in beside(verb)):
            return True
    return False


def _verb_tells(verb: Token, said: _Said, dated: bool, cues: Cues) -> bool:
    if is_background(verb):
        return False
    if is_reader(verb):
        return _reader_gets(verb, said, cues)
    if is_sender(verb, cues.senders):
        return _sender_does(verb, said, dated, cues)
    if is_readers(verb):
        return _happens(verb, said, dated, cues)
    return _comes(verb, said, dated, cues)


def _comes(verb: Token, said: _Said, dated: bool, cues: Cues) -> bool:
    """*De brug is op 3 mei dicht*, *de vergunning wordt u verleend*; not what is over."""
    form, participle = verb.lower_, _participle(verb, said)
    if participle is None:
        return dated and form not in _PERFECT
    if form in _PASSIVE:
        return (dated or not said.forms.isdisjoint(_YOURS)) and participle.lower_ not in cues.words["eerder"]
    if form in _IS and participle.lower_ in cues.words["onderwerp"] and not _DIGIT.search(said.text):
        return True
    closed = participle.lower_ in cues.words["toestand"]
    return dated and form not in _PERFECT and (closed or form not in _IS)


def _reader_gets(verb: Token, said: _Said, cues: Cues) -> bool:
    """*U krijgt, u moet, u voldoet niet*; not *u kunt lezen*, *u ontvangt deze brief*."""
    if not _DENIES.isdisjoint(said.forms) and not _is_past(verb, said):
        return True
    if verb.lower_ not in cues.words["lezer"] or _LETTER.search(said.text):
        return False
    verbs = [verb_lemma(t) for t in said.words if t.i > verb.i and t.tag_.startswith("WW|inf")]
    return not verbs or any(lemma not in cues.words["lezen"] for lemma in verbs)


def _sender_does(verb: Token, said: _Said, dated: bool, cues: Cues) -> bool:
    """*Wij hebben besloten*, *wij verlagen uw uitkering*, *wij beginnen op 3 mei*."""
    if _LETTER.search(said.text):
        return False
    yours = not said.forms.isdisjoint(_YOURS)
    participle = _participle(verb, said)
    if verb.lower_ in _PERFECT | _IS and participle is not None:
        form = participle.lower_
        return form in _DECIDED or (yours and form not in cues.words["eerder"])
    if verb.lower_ in _CAN and yours and not _DENIES.isdisjoint(said.forms):
        return True
    lemma = _main_lemma(verb, said)
    if lemma in cues.words["besluit"]:
        return True
    speaks = any(t.lower_ in SENDER for t in (*beside(verb), *subjects_of(verb)))
    return lemma not in cues.words["achtergrond"] and (speaks or yours or dated)


def _main_lemma(verb: Token, said: _Said) -> str:
    if verb.lemma_.lower() not in _MODALS:
        return verb_lemma(verb)
    governed = [t for t in said.words if t.i > verb.i and t.tag_.startswith("WW|inf")]
    return verb_lemma(governed[-1]) if governed else verb_lemma(verb)


def _happens(verb: Token, said: _Said, dated: bool, cues: Cues) -> bool:
    """*Uw pas verloopt*; not *uw brief is ontvangen*, and *uw wijk is* only where it changes."""
    participle = _participle(verb, said)
    if participle is not None and participle.lower_ in cues.words["eerder"]:
        return False
    place = any(s.lower_ in cues.words["plaats"] for s in subjects_of(verb))
    return not place or dated or verb.lower_ in _BECOMES


def _participle(verb: Token, said: _Said) -> Token | None:
    """The participle of a helper: of its clause, else the last one before the clause ends."""
    if not said.participles:
        return None
    head = clause_of(verb)
    if head.tag_.startswith("WW|vd"):
        return head
    near = [t for t in said.participles if abs(t.i - verb.i) < _FAR]
    return near[-1] if near else None
