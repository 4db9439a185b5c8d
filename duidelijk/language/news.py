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
from duidelijk.language.clauses import SUBJECTS, clause_of, is_finite, verb_lemma
from duidelijk.language.letter_body import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence
    from duidelijk.model import Lexicon

_PERFECT = frozenset({"heb", "hebt", "heeft", "hebben"})
_IS = frozenset({"is", "zijn", "bent", "ben"})
_PASSIVE = frozenset({"wordt", "worden"})
_BECOMES = frozenset({"wordt", "worden", "gaat", "gaan", "zal", "zullen", "komt", "komen"})
_MODALS = frozenset({"kunnen", "willen", "gaan", "moeten", "zullen", "mogen"})
_MAY = frozenset({"kan", "mag", "gaat", "lukt"})
_YOURS = YOU | {"uw", "jouw", "jou"}
_DECIDED = frozenset({"besluiten", "besloten"})
_WOULD = frozenset({"wilt", "wil", "kunt", "kun", "zou"})
_UNDECIDED = frozenset({"of", "als", "indien", "wanneer", "omdat", "doordat", "toen", "aangezien"})
_BARE_LETTER = re.compile(r"\bu\b.{0,12}\b(?:deze|dit) (?:brief|mail|e-mail|bericht)\b", re.IGNORECASE)
_LABEL = re.compile(r"^[^\s:]+\s*:\s*")


@dataclass(frozen=True, slots=True)
class Cues:
    """Words by their role, nouns that speak like *wij*, and patterns (see the check ``core_message``)."""

    words: Mapping[str, frozenset[str]]
    senders: frozenset[str]
    date: re.Pattern[str]
    optional: re.Pattern[str]
    news: re.Pattern[str]


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
        words = [t for t in words_of(sentence) if t.i <= last]
        if not aside and (_tells(words, sentence, cues) or (asked and _answers(words, cues))):
            return True
        left -= len(sentence.units)
        asked = asked or any(_is_reader(t) and _is_past(t) for t in words if is_finite(t))
        aside = is_question(sentence) and _is_optional(sentence, cues)
    return False


def _is_optional(sentence: Sentence, cues: Cues) -> bool:
    return cues.optional.search(text_of(sentence)) is not None


def _is_past(verb: Token) -> bool:
    """*U vroeg*, *u heeft … aangevraagd*."""
    return "verl" in verb.tag_ or (verb.lower_ in _PERFECT and _participle(verb) is not None)


def _answers(words: Sequence[Token], cues: Cues) -> bool:
    """What the sender does, or *dat kan niet*, after what the reader asked."""
    for verb in (t for t in words if is_finite(t) and "verl" not in t.tag_ and not _is_background(t)):
        acts = _is_sender(verb, cues) and verb.lower_ not in _PERFECT | _IS
        if acts and _main_lemma(verb, words) not in cues.words["achtergrond"]:
            return True
        if verb.lower_ in _MAY and any(t.lower_ in {"dat", "dit"} for t in _beside(verb)):
            return True
    return False


def subject_tells(sentence: Sentence, cues: Cues) -> bool:
    """Whether a subject line or title says what the letter means, in a sentence or with one word."""
    text = text_of(sentence)
    label = _LABEL.match(text)
    skipped = sentence.span[0].idx + (label.end() if label else 0)
    words = [t for t in words_of(sentence) if t.idx >= skipped]
    if {t.lower_ for t in words} & cues.words["onderwerp"] or cues.date.search(text):
        return True
    return _tells(words, sentence, cues)


def _tells(words: Sequence[Token], sentence: Sentence, cues: Cues) -> bool:
    if not words or _is_optional(sentence, cues):
        return False
    doc = words[0].doc
    text = doc[words[0].i : words[-1].i + 1].text
    if cues.news.search(text) or (is_instruction(words) and words[0].lower_ != "zie"):
        return True
    if is_question(sentence):
        return len(words) > 2 and words[0].lower_ in _WOULD and words[1].lower_ in YOU
    verbs = [t for t in words if is_finite(t) and "verl" not in t.tag_]
    dated = cues.date.search(text) is not None
    return any(_verb_tells(verb, words, text, dated, cues) for verb in verbs)


def _verb_tells(verb: Token, words: Sequence[Token], text: str, dated: bool, cues: Cues) -> bool:
    if _is_background(verb):
        return False
    if _is_reader(verb):
        return _reader_gets(verb, words, text, cues)
    if _is_sender(verb, cues):
        return _sender_does(verb, words, dated, cues)
    if _is_readers(verb):
        return _happens(verb, dated, cues)
    return _comes(verb, words, dated, cues)


def _comes(verb: Token, words: Sequence[Token], dated: bool, cues: Cues) -> bool:
    """*De brug is op 3 mei dicht*, *de vergunning wordt u verleend*; not what is over."""
    form, participle = verb.lower_, _participle(verb)
    if participle is None:
        return dated and form not in _PERFECT
    if form in _PASSIVE:
        told = dated or any(t.lower_ == "u" for t in words)
        return told and participle.lower_ not in cues.words["eerder"]
    closed = participle.lower_ in cues.words["toestand"]
    return dated and form not in _PERFECT and (closed or form not in _IS)


def _is_background(verb: Token) -> bool:
    """Whether a relative word, or a subordinator like *omdat*, opens the clause of a verb."""
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.is_punct:
            return False
        if token.tag_.startswith(("VG|onder", "VNW|betr")) or token.lower_.startswith("waar"):
            return not token.tag_.startswith("VG|onder") or token.lower_ in _UNDECIDED
    return False


def _beside(verb: Token) -> list[Token]:
    doc = verb.doc
    return [doc[i] for i in (verb.i - 1, verb.i + 1) if verb.sent.start <= i < verb.sent.end]


def _subjects(verb: Token) -> list[Token]:
    """The subject by label, of the verb or of what it helps."""
    return [t for v in {verb, clause_of(verb)} for t in v.children if t.dep_ in SUBJECTS]


def _is_reader(verb: Token) -> bool:
    return any(t.lower_ in YOU for t in (*_beside(verb), *_subjects(verb)) if "obl" not in t.tag_)


def _reader_gets(verb: Token, words: Sequence[Token], text: str, cues: Cues) -> bool:
    """*U krijgt, u moet, u kunt*; not *u kunt lezen*, *u ontvangt deze brief*."""
    if verb.lower_ not in cues.words["lezer"] or _BARE_LETTER.search(text):
        return False
    verbs = [verb_lemma(t) for t in words if t.tag_.startswith("WW|inf") and t.i > verb.i]
    return not verbs or any(lemma not in cues.words["achtergrond"] for lemma in verbs)


def _is_sender(verb: Token, cues: Cues) -> bool:
    near = {t.lower_ for t in _beside(verb)}
    return bool(near & (SENDER | cues.senders)) or any(
        t.lower_ in SENDER | cues.senders for t in _subjects(verb)
    )


def _sender_does(verb: Token, words: Sequence[Token], dated: bool, cues: Cues) -> bool:
    """*Wij hebben besloten*, *wij verlagen uw uitkering*, *wij beginnen op 3 mei*."""
    yours = any(t.lower_ in _YOURS for t in words)
    participle = _participle(verb)
    if verb.lower_ in _PERFECT | _IS and participle is not None:
        form = participle.lower_
        return form in _DECIDED or (yours and form in cues.words["besluit"])
    lemma = _main_lemma(verb, words)
    if lemma in cues.words["besluit"]:
        return True
    speaks = any(t.lower_ in SENDER for t in (*_beside(verb), *_subjects(verb)))
    return lemma not in cues.words["achtergrond"] and (speaks or yours or dated)


def _main_lemma(verb: Token, words: Sequence[Token]) -> str:
    if verb.lemma_.lower() not in _MODALS:
        return verb_lemma(verb)
    governed = [t for t in words if t.tag_.startswith("WW|inf") and t.i > verb.i]
    return verb_lemma(governed[-1]) if governed else verb_lemma(verb)


def _is_readers(verb: Token) -> bool:
    """*Uw aanvraag is*, also where the parser finds no subject."""
    if any(t.lower_ in {"uw", "jouw"} for s in _subjects(verb) for t in s.lefts):
        return True
    start = verb.sent.start
    return verb.doc[start].lower_ in {"uw", "jouw"} and verb.i == start + 2


def _happens(verb: Token, dated: bool, cues: Cues) -> bool:
    """*Uw pas verloopt*; not *uw brief is ontvangen*, and *uw wijk is* only where it changes."""
    participle = _participle(verb)
    if participle is not None and participle.lower_ in cues.words["eerder"]:
        return False
    place = any(s.lower_ in cues.words["plaats"] for s in _subjects(verb))
    return not place or dated or verb.lower_ in _BECOMES


def _participle(verb: Token) -> Token | None:
    """The participle of a helper: of its clause, else the last one before the clause ends."""
    head = clause_of(verb)
    if head.tag_.startswith("WW|vd"):
        return head
    found = [t for t in verb.sent if t.tag_.startswith("WW|vd|vrij") and abs(t.i - verb.i) < 25]
    return found[-1] if found else None
