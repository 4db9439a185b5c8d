"""A brace around many words → the same with some of them behind it: *heeft … gekozen voor een plan*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from duidelijk.language.attributes import with_phrase
from duidelijk.language.clauses import clause_of, finite_verb, is_noun, is_verb, words_between
from duidelijk.language.constituents import Part, head_of
from duidelijk.language.frames import Frame, frame_of
from duidelijk.suggesting import relative_clause
from duidelijk.suggesting.brace_moves import HELD, LOOSE, MANNER, Move, count, ends_bare, moves
from duidelijk.suggesting.constituents import has_clause, is_definite, is_phrase, is_time, whole_parts
from duidelijk.suggesting.wording import Rewrite, Style, inner, joined, opened, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

Seen = tuple["Sentence", str, "Token", "Token"]
_MOST = 6
"""How many words a brace may hold afterwards."""

_MOST_ASKED = 8
"""The same where what goes behind the verb is what that verb asks for: *praten over*."""

_ASIDE = LOOSE | {"naar", "zonder"}
_PRONOUNS = frozenset({"wij", "we", "u", "ik"})


def rewrites(seen: Seen, style: Style) -> Iterator[Rewrite]:
    """The clause with its longest loose part behind the verbs, else with its object in front."""
    sentence, kind, first, second = seen
    if kind == "lidwoord" and clause_of(second).dep_ == "acl:relcl":
        return
    if kind == "lidwoord":
        yield from relative_clause.rewrites(first, second, style)
        return
    frame = _frame(kind, first, second)
    if frame is None or not _is_plain(frame):
        return
    heavy = [found for t in chain(*frame.middle) if (found := with_phrase(sentence, t)) is not None]
    for article, noun in heavy:
        yield from relative_clause.rewrites(article, noun, style)
    if not heavy:
        yield from _opened(frame, sentence, words_between(sentence, first, frame.verbs[0]))


def _frame(kind: str, first: Token, second: Token) -> Frame | None:
    """The fields of the main clause that the brace holds together."""
    if kind not in {"hulpwerkwoord", "deel"}:
        return None
    for predicate in dict.fromkeys((second, second.head, first, first.head)):
        frame = frame_of(predicate) if is_verb(predicate) else None
        if frame is not None and frame.finite == first and second in frame.verbs:
            loose = any(t.tag_.startswith("VZ|fin") and t != frame.verbs[-1] for t in frame.verbs)
            return None if loose else frame
    return None


def _is_plain(frame: Frame) -> bool:
    """Whether nothing but constituents stands between the verbs."""
    if frame.kind not in {"main", "verb-first"} or not frame.middle:
        return False
    shares = any(t.dep_ == "conj" and is_verb(t) and finite_verb(t) is None for t in frame.predicate.children)
    odd = shares or any(
        t.tag_.startswith("VG") or (t.tag_.startswith("WW|pv") and t != frame.finite) for t in frame.verbs
    )
    if odd or any(len(p) == 1 and p[0].tag_.startswith("VZ") for p in frame.middle):
        return False
    inside = {t.i for p in frame.middle for t in p}
    gap = range(frame.middle[0][0].i, frame.verbs[0].i)
    return all(i in inside for i in gap) and not any(t.text in '()–;:"“”‘’' for t in chain(*frame.middle))


def _opened(frame: Frame, sentence: Sentence, gap: int) -> Iterator[Rewrite]:
    gap -= frame.middle[0][0].tag_.startswith("VNW|pers")
    for move in moves(frame, sentence):
        left = gap - count(sentence, move.words)
        if left <= (_MOST_ASKED if move.asked else _MOST) and not _clashes(frame.verbs[-1], move):
            yield _moved(frame, move)
            return
    yield from _fronted(frame, sentence, gap)


def _clashes(verb: Token, move: Move) -> bool:
    """*haalt op op maandag*, *neemt mee met de bus*"""
    return (verb.lower_, move.words[0].lower_) == ("mee", "met") or verb.lower_ == move.words[0].lower_


def _moved(frame: Frame, move: Move) -> Rewrite:
    gone = {t.i for t in (*move.words, *move.stays)}
    kept = text_of(t for t in chain(*frame.middle) if t.i not in gone)
    text = joined(kept, text_of(move.stays), text_of(frame.verbs), move.before + text_of(move.words))
    return Rewrite(frame.middle[0][0], frame.verbs[-1], text)


def _fronted(frame: Frame, sentence: Sentence, gap: int) -> Iterator[Rewrite]:
    """*Uw verzoek om … hebben wij gisteren ontvangen*: a known object in front of the verb."""
    if frame.kind != "main" or frame.finite is None or text_of(frame.front).lower() not in _PRONOUNS:
        return
    shared = any(t.dep_ == "conj" for t in frame.predicate.children)
    if shared or frame.subject != frame.front or frame.front[0].i != _start(sentence):
        return
    parts = whole_parts(frame)
    found = _known_object(parts)
    if found and gap - count(sentence, found) <= _MOST:
        rest = [text_of(p) for p in parts if p != found]
        text = joined(opened(text_of(found)), frame.finite.text, inner(frame.front[0]), *rest)
        yield Rewrite(frame.front[0], frame.middle[-1][-1], text)


def _known_object(parts: list[Part]) -> Part:
    """The object, if it is certain where it ends."""
    for before, part, after in zip(((), *parts), parts, (*parts[1:], ()), strict=False):
        head = head_of(part)
        if not (is_definite(part) and is_noun(head) and head.dep_ == "obj"):
            continue
        held = bool(before) and before[-1].lower_ in HELD
        timed = any(is_time((t,)) or t.lower_ in MANNER for t in part[2:])
        unclear = _may_belong(after) or timed or has_clause(part) or ends_bare(part)
        return () if held or unclear else part
    return ()


def _may_belong(after: Part) -> bool:
    """Whether the next part may describe the object: *uw brief | over de hond*, not *| op 3 maart*."""
    if not after or not is_phrase(after) or is_time(after):
        return False
    return after[0].lower_ not in _ASIDE and after[-1].lower_ != "orde"


def _start(sentence: Sentence) -> int:
    return next((t.i for t in sentence.span if not t.is_punct and not t.is_space), -1)
