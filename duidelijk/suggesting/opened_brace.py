"""A brace around many words → the same with some of them behind it: *heeft … gekozen voor een kleiner plan*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from duidelijk.language.attributes import with_phrase
from duidelijk.language.clauses import is_noun, is_verb, words_between
from duidelijk.language.frames import Frame, Part, frame_of, head_of
from duidelijk.suggesting import relative_clause
from duidelijk.suggesting.constituents import (
    asked,
    attribute_of,
    has_clause,
    is_bare,
    is_definite,
    is_indefinite,
    is_phrase,
    is_result,
    is_time,
    relative_of,
    selects,
    whole_parts,
)
from duidelijk.suggesting.wording import Rewrite, Style, inner, joined, opened, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

Seen = tuple["Sentence", str, "Token", "Token"]
_MOST = 6
"""How many words a brace may hold afterwards."""

_MOST_ASKED = 8
"""The same where what goes behind the verb is what that verb asks for: *praten over*."""

_SHORTEST, _LONGEST = 3, 14
_MOST_CASES = 2
_STAY = frozenset({"alleen", "pas", "enkel", "ook"})
_HELD = frozenset(
    {"niet", "zelfs", "al", "nog", "juist", "vooral", "slechts", "hooguit", "maximaal", "minstens"}
    | {
        "ongeveer",
        "bijna",
        "eens",
        "meestal",
        "vaak",
        "soms",
        "altijd",
        "wel",
        "mede",
        "name",
        "zo",
        "steeds",
        "geen",
        "nooit",
        "meer",
        "minder",
        "als",
    }
)
_LOOSE = frozenset(
    {"na", "volgens", "tijdens", "sinds", "vanaf", "via", "dankzij", "wegens", "vanwege", "ondanks", "binnen"}
    | {"gedurende", "namens"}
)
_UNMOVED = frozenset({"door", "per", "ten", "van", "om", "omstreeks", "rond", "te"})
_MANNER = frozenset({"manier", "manieren", "wijze", "wijzen"})
_ASIDE = _LOOSE | {"naar", "zonder"}
_PRONOUNS = frozenset({"wij", "we", "u", "ik"})
_CLAUSES = frozenset({"omdat", "zodat", "als", "om", "voordat", "nadat", "zodra", "zolang"})


@dataclass(frozen=True, slots=True, eq=False)
class _Move:
    """What goes behind the verbs; ``stays``: the word of focus before it, that stays before them."""

    words: Part
    stays: Part = ()
    before: str = ""
    parts: int = 1
    asked: bool = False


def rewrites(seen: Seen, style: Style) -> Iterator[Rewrite]:
    """The clause with its longest loose part behind the verbs, else with its object in front."""
    sentence, kind, first, second = seen
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
    odd = any(
        t.tag_.startswith("VG") or (t.tag_.startswith("WW|pv") and t != frame.finite) for t in frame.verbs
    )
    if odd or any(len(p) == 1 and p[0].tag_.startswith("VZ") for p in frame.middle):
        return False
    inside = {t.i for p in frame.middle for t in p}
    gap = range(frame.middle[0][0].i, frame.verbs[0].i)
    return all(i in inside for i in gap) and not any(t.text in '()–;:"“”‘’' for t in chain(*frame.middle))


def _opened(frame: Frame, sentence: Sentence, gap: int) -> Iterator[Rewrite]:
    gap -= frame.middle[0][0].tag_.startswith("VNW|pers")
    for move in _moves(frame, sentence):
        left = gap - _count(sentence, move.words)
        if left <= (_MOST_ASKED if move.asked else _MOST) and not _clashes(frame.verbs[-1], move):
            yield _moved(frame, move)
            return
    yield from _fronted(frame, sentence, gap)


def _clashes(verb: Token, move: _Move) -> bool:
    """*haalt op op maandag*, *neemt mee met de bus*"""
    return (verb.lower_, move.words[0].lower_) == ("mee", "met") or verb.lower_ == move.words[0].lower_


def _count(sentence: Sentence, part: Part) -> int:
    """How many words a part has, a date or a name being one."""
    doc = part[0].doc
    return words_between(sentence, doc[part[0].i - 1], doc[min(part[-1].i + 1, len(doc) - 1)])


def _moves(frame: Frame, sentence: Sentence) -> Iterator[_Move]:
    """What may go behind the verbs, best first."""
    if frame.after and not _is_aside(frame.after):
        return
    parts = whole_parts(frame)
    last = parts[-1]
    clause = relative_of(last)
    if clause and not frame.after:
        yield _Move(clause)
    if last[0].lower_ in asked(frame) and not has_clause(last) and len(last) >= _SHORTEST:
        yield _Move(last, asked=True)
    found = [m for n in range(len(parts)) for m in _phrases(frame, parts, n)]
    yield from sorted(found, key=lambda m: (m.parts, -_count(sentence, m.words)))
    if not any(is_result(frame, t) for t in last[1:] if is_phrase((t,))):
        yield from (_Move(p) for p in attribute_of(last))
    yield from (_Move(p, before="aan ") for p in parts if _is_receiver(p))


def _is_aside(after: tuple[Part, ...]) -> bool:
    """Whether all that stands behind the verbs is one clause of time, reason or purpose."""
    return len(after) == 1 and after[0][0].lower_ in _CLAUSES and head_of(after[0]).dep_ == "advcl"


def _phrases(frame: Frame, parts: list[Part], at: int) -> Iterator[_Move]:
    """A prepositional phrase that the verb can do without right before it, and the same with the next one."""
    part, before = parts[at], parts[at - 1] if at else ()
    stays: Part = ()
    if part[0].lower_ in _STAY and len(part) > _SHORTEST:
        stays, part = part[:1], part[1:]
    elif len(before) == 1 and before[0].lower_ in _STAY:
        stays = before
    if not stays and before and (before[-1].lower_ in _HELD or _may_own(before, part)):
        return
    words: Part = ()
    for number, each in enumerate((part, *parts[at + 1 : at + 2]), 1):
        if not _is_movable(frame, each, each[-1] == parts[-1][-1] and not stays):
            return
        words = (*words, *each)
        if _SHORTEST + (not is_time(words)) <= len(words) <= _LONGEST and not _is_cut(parts, words):
            yield _Move(words, stays, parts=number)


def _is_movable(frame: Frame, part: Part, beside: bool) -> bool:
    case, head = part[0], head_of(part)
    if not is_phrase(part) or (is_bare(part) and not is_time(part)) or has_clause(part) or _ends_bare(part):
        return False
    cases = [t for t in part if t.tag_.startswith("VZ") and t.lower_ != "van"]
    if len(cases) > _MOST_CASES or any(t.tag_.startswith("WW|inf") for t in part):
        return False
    if head.dep_ in {"xcomp", "obl:agent"} or case.lower_ in _UNMOVED or head.lower_ in _MANNER:
        return False
    return not (beside and is_result(frame, case) and not is_time(part))


def _ends_bare(part: Part) -> bool:
    """*in de vakantie bij voorkeur*: the last phrase belongs to the verb."""
    case, noun = part[-2], part[-1]
    alone = noun.tag_.startswith(("N|soort|ev", "WW|inf"))
    bare = case.tag_.startswith("VZ") and case.lower_ != "van" and alone
    return bare and len(part) > 2 and not is_time((case, noun)) and not selects(part[-3], case.lower_)


def _is_cut(parts: list[Part], words: Part) -> bool:
    """*binnen zes weken | na de datum*: the next phrase counts from this one."""
    after = next((p for p in parts if p[0].i == words[-1].i + 1), ())
    return (
        bool(after)
        and is_phrase(after)
        and after[0].lower_ in {"na", "voor", "vóór", "vanaf"}
        and is_time(words)
    )


def _may_own(before: Part, part: Part) -> bool:
    """Whether the phrase may describe the noun before it, and that noun is a known thing."""
    if not any(map(is_noun, before)):
        return False
    if is_time(before) and is_phrase(part):
        return True
    if part[0].lower_ in _LOOSE or is_time(part):
        return False
    return not (is_noun(head_of(before)) and is_indefinite(before))


def _is_receiver(part: Part) -> bool:
    """*alle eigenaren van een woning*: who gets something."""
    head = head_of(part)
    return head.dep_ == "iobj" and is_noun(head) and len(part) > _SHORTEST and not has_clause(part)


def _moved(frame: Frame, move: _Move) -> Rewrite:
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
    if found and gap - _count(sentence, found) <= _MOST:
        rest = [text_of(p) for p in parts if p != found]
        text = joined(opened(text_of(found)), frame.finite.text, inner(frame.front[0]), *rest)
        yield Rewrite(frame.front[0], frame.middle[-1][-1], text)


def _known_object(parts: list[Part]) -> Part:
    """The object, if it is certain where it ends."""
    for at, part in enumerate(parts):
        head, after = head_of(part), parts[at + 1] if at + 1 < len(parts) else ()
        if is_definite(part) and is_noun(head) and head.dep_ == "obj":
            held = at and parts[at - 1][-1].lower_ in _HELD
            aside = bool(after) and (
                is_time(after) or after[0].lower_ in _ASIDE or after[-1].lower_ == "orde"
            )
            open_end = bool(after) and is_phrase(after) and not aside
            timed = any(is_time((t,)) or t.lower_ in _MANNER for t in part[2:])
            return () if held or open_end or timed or has_clause(part) or _ends_bare(part) else part
    return ()


def _start(sentence: Sentence) -> int:
    return next((t.i for t in sentence.span if not t.is_punct and not t.is_space), -1)
