"""Sentence → its words, its main verb and its subordinate clauses, with the places where it may be cut.

Order speaks before labels: a finite verb that closes no subordinate clause is the verb of a main clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, SUBJECTS, finite_verb, helpers, is_finite, is_verb
from duidelijk.language.silence import is_quoted
from duidelijk.language.subordination import SUBORDINATING, Clause, subordinate_clauses

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

Words = tuple["Token", ...]
OPENERS = frozenset(
    "of om die dat waar waaraan waarbij waardoor waarin waarmee waarna waarnaar waarom waaronder waarop "
    "waarover waarvan waarvoor waaruit waartegen waartoe hoe hoeveel wanneer mits tenzij indien zodra nadat "
    "voordat totdat doordat zodat hoewel terwijl sinds zolang omdat opdat aangezien naarmate als".split()
)
_MARKS = frozenset({".", "!", "?", ":", ";", "…"})
_SURE = frozenset(
    "dat omdat zodat doordat terwijl hoewel tenzij indien zodra voordat nadat totdat aangezien".split()
)
_FRONTED = frozenset("als indien wanneer omdat doordat hoewel aangezien".split())
_LABEL = 4
_LOOSE = ("N|", "ADJ", "VZ", "TW", "SPEC", "WW|vd")
"""What may stand right behind *als* without a verb to come: *als geheel*."""
_PLURAL = frozenset({"zijn", "gaan", "staan", "doen", "zien", "slaan"})


@dataclass(frozen=True)
class Outline:
    """``words``: without the mark at the end; ``main``: the finite verb of the (first) main clause."""

    sentence: Sentence
    words: Words
    mark: str
    main: Token
    clauses: tuple[Clause, ...]

    @cached_property
    def aside(self) -> frozenset[int]:
        """The words between brackets, quotation marks or dashes, with the marks."""
        text, found, depth, dash = self.sentence.clean.text, set[int](), 0, False
        for token in self.words:
            depth += token.text in {"(", "["}
            dashed = token.text in {"–", "—", "-"} and bool(token.whitespace_)
            dash = dash != dashed
            if depth > 0 or dash or dashed or is_quoted(text, token.idx, token.idx + len(token)):
                found.add(token.i)
            depth -= token.text in {")", "]"}
        return frozenset(found)

    @property
    def first(self) -> Token:
        """The first word."""
        return self.words[0]

    def is_whole(self, end: int) -> bool:
        """Whether the main verb has what it helps before this place (*heeft … geschat*)."""
        return self.main.dep_ not in HELPING or self.main.head.i < end

    def closes(self, words: Words) -> bool:
        """Whether each clause that a subordinator opens among these words has its finite verb among them."""
        inside = {t.i for t in words}
        for token in words:
            if token.tag_.startswith("VG|onder") and token.dep_ == "mark" and token.lower_ in _SURE:
                clause = self.opened_by(token)
                if clause is None or clause.finite is None or clause.finite.i not in inside:
                    return False
        return True

    def part(self, words: Words) -> Outline:
        """The outline of the first words, as a sentence of their own."""
        clauses = tuple(c for c in self.clauses if c.opener in words and c.finite in {None, *words})
        return replace(self, words=words, mark=".", clauses=clauses)

    def between(self, start: int, end: int) -> Words:
        """The words from token ``start`` up to token ``end``, without marks at the ends."""
        return bare(t for t in self.words if start <= t.i < end)

    def opened_by(self, token: Token) -> Clause | None:
        """The subordinate clause that this word opens."""
        return next((c for c in self.clauses if c.opener == token), None)


def _is_attribute(verb: Token) -> bool:
    """*een door u gemaakte en …*: a participle before a noun that the tagger takes for a past tense."""
    form = verb.lower_
    return "|verl" in verb.tag_ and form.startswith("ge") and form.endswith("e") and verb.i > verb.sent.start


def outline_of(sentence: Sentence) -> Outline | None:
    """The outline of a statement or an order; None for a question or where the main verb is in doubt."""
    words = tuple(t for t in sentence.span if not t.is_space)
    words, mark = _without_label(words), ""
    while words and words[-1].text in _MARKS:
        words, mark = words[:-1], words[-1].text + mark
    if len(words) < 2 or any(t.text in {"?", "!", "…"} for t in words) or mark not in {"", ".", "!", ":"}:
        return None
    clauses = subordinate_clauses(sentence, [t for t in words if _may_open(t)])
    if words[0].lower_ in {"als", "indien"} and words[1].lower_ == "blijkt":
        clauses.insert(0, Clause(words[0], words[1]))
    if any(_is_left_open(t, clauses) for t in words):
        return None
    main = _behind_clause(words) or _main(sentence, main_verbs(words, clauses))
    if main is not None and _is_attribute(main):
        return None
    return Outline(sentence, words, mark, main, tuple(clauses)) if main is not None else None


def _behind_clause(words: Words) -> Token | None:
    """*Bent u …, dan kunt u*, *Als u …, kunt u*: the verb behind the comma, whatever the labels say."""
    if not (is_finite(words[0]) or words[0].lower_ in _FRONTED):
        return None
    for token in words[3:-2]:
        verb = token.nbor() if token.lower_ == "dan" else token
        if token.nbor(-1).text == "," and is_finite(verb):
            then = verb != token
            subject = verb.nbor().lower_ in {"u", "wij", "we", "ik"} and words[0].lower_ in _FRONTED
            if then or subject:
                return verb
    return None


def _main(sentence: Sentence, verbs: Sequence[Token]) -> Token | None:
    """The first of the main verbs, if that is where the labels see the main clause as well."""
    if not verbs:
        return None
    first, root = verbs[0], sentence.span.root
    sure = first == finite_verb(root) or root in {first, first.head} or first.head.dep_ == "parataxis"
    return first if sure else None


def _is_left_open(token: Token, clauses: Iterable[Clause]) -> bool:
    """A subordinator without its verb: then what goes together is in doubt."""
    return (
        token.lower_ in _SURE
        and token.tag_.startswith("VG|onder")
        and all(c.opener != token for c in clauses)
    )


def _without_label(words: Words) -> Words:
    """*Antwoord: de gemeente …* without the word before the colon."""
    colon = next((n for n, t in enumerate(words[:_LABEL]) if t.text == ":"), 0)
    return words[colon + 1 :] if colon else words


def _may_open(token: Token) -> bool:
    """Not *dan* in *langer dan vier weken*: with *als* and *dan* the label must show a verb."""
    if token.lower_ == "dan" or (token.lower_ == "als" and token.nbor().tag_.startswith(_LOOSE)):
        return token.dep_ == "mark" and (is_verb(token.head) or bool(helpers(token.head)))
    if token.lower_ in {"die", "dat"} and _points_back(token):
        return False
    if (
        token.lower_ == "of"
        and token.i + 1 < token.sent.end
        and token.nbor().lower_ in {"als", "omdat", "wanneer", "indien"}
    ):
        return False
    return token.tag_.startswith(SUBORDINATING) or token.lower_ in OPENERS


def _points_back(token: Token) -> bool:
    """*maar die hebben wij*, *want dat mag u*: verb and subject right behind a pronoun; *telt dat mee*."""
    doc, at = token.doc, token.i
    if at + 1 < len(doc) and doc[at + 1].lower_ in {"van", "dan"}:
        return True
    if at and "|aanw" in token.tag_ and is_finite(doc[at - 1]):
        return True
    if (
        at
        and doc[at - 1].lower_ in {"omdat", "zodat", "als", "doordat", "tenzij", "wanneer"}
        and token.dep_ in SUBJECTS
    ):
        return True
    if at < 1 or at + 2 >= len(doc) or doc[at - 1].lower_ not in {"maar", "en", "want", "dus", ";"}:
        return False
    return is_finite(doc[at + 1]) and doc[at + 2].lower_ in {"wij", "we", "u", "ik", "je", "niet"}


def main_verbs(words: Sequence[Token], clauses: Iterable[Clause]) -> list[Token]:
    """The finite verbs that close no subordinate clause and aren't joined to one that does."""
    closing = {c.finite.i for c in clauses if c.finite is not None}
    finite = (t for t in words if is_finite(t) and t.i not in closing and not _is_infinitive(t))
    return [t for t in finite if not is_joined_to(t, closing)]


def _is_infinitive(verb: Token) -> bool:
    """*Wil je beeld inzetten*: a plural by its tag that hangs at a finite verb before it."""
    return (
        verb.dep_ == "xcomp" and verb.lower_.endswith("en") and verb.head.i < verb.i and is_finite(verb.head)
    )


def is_joined_to(verb: Token, closing: set[int]) -> bool:
    """*als u alleen woont en geen auto hebt*: the second verb of a subordinate clause."""
    predicate = verb.head if verb.dep_ in HELPING else verb
    seen = 0
    while predicate.dep_ == "conj" and seen < 6:
        predicate, seen = predicate.head, seen + 1
        finite = finite_verb(predicate)
        if finite is not None and finite.i in closing and finite.i < verb.i:
            return True
    return False


def bare(words: Iterable[Token]) -> Words:
    """Without commas and such at either end."""
    kept = list(words)
    while kept and kept[-1].text in {",", ";", ":", "–", "-"}:
        kept.pop()
    while kept and kept[0].text in {",", ";", ":", "–", "-"}:
        kept.pop(0)
    return tuple(kept)


def is_plural_form(verb: Token) -> bool:
    """*nemen*, *zijn*, *gingen*; the tagger may take the plural for an infinitive."""
    return (
        "|mv" in verb.tag_
        or (verb.lower_.endswith("en") and "|ev" not in verb.tag_)
        or verb.lower_ in _PLURAL
    )


def counted(outline: Outline, words: Sequence[Token]) -> int:
    """How many words a reader counts among these."""
    if not words:
        return 0
    inside = {t.i for t in words}
    return sum(start in inside for start, _ in outline.sentence.units)
