"""Constituents before the verb → those that may stand behind it, best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_name, is_noun, is_verb, words_between
from duidelijk.language.constituents import Part, head_of
from duidelijk.language.frames import Frame
from duidelijk.suggesting.constituents import (
    asked,
    attribute_of,
    has_clause,
    is_bare,
    is_indefinite,
    is_phrase,
    is_result,
    is_time,
    relative_of,
    selects,
    whole_parts,
)

if TYPE_CHECKING:
    from duidelijk.language.analysis import Sentence

_SHORTEST, _LONGEST = 3, 14
_MOST_CASES = 2
_STAY = frozenset({"alleen", "pas", "enkel", "ook"})
HELD = frozenset(
    "niet zelfs al nog juist vooral slechts hooguit maximaal minstens ongeveer bijna eens meestal vaak soms "
    "ál alle altijd wel mede name zo steeds geen nooit meer minder als".split()
)
"""Words that speak of what stands right behind them."""

LOOSE = frozenset("na tijdens sinds vanaf via dankzij wegens vanwege ondanks binnen gedurende namens".split())
"""Prepositions whose phrase hardly ever describes a noun."""

_COMPLEX = frozenset(
    {"op basis van", "op grond van", "in verband met", "naar aanleiding van", "met behulp van"}
    | {
        "in opdracht van",
        "in overleg met",
        "in afwijking van",
        "aan de hand",
        "met ingang van",
        "als gevolg van",
    }
    | {"in het kader", "in samenwerking met"}
)
_UNMOVED = frozenset({"volgens", "blijkens", "door", "per", "ten", "van", "om", "omstreeks", "rond", "te"})
MANNER = frozenset({"manier", "manieren", "wijze", "wijzen"})
_CLAUSES = frozenset({"omdat", "zodat", "als", "om", "voordat", "nadat", "zodra", "zolang"})


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """What goes behind the verbs; ``stays``: the word of focus before it, that stays before them."""

    words: Part
    stays: Part = ()
    before: str = ""
    parts: int = 1
    asked: bool = False


def count(sentence: Sentence, part: Part) -> int:
    """How many words a part has, a date or a name being one."""
    doc = part[0].doc
    return words_between(sentence, doc[part[0].i - 1], doc[min(part[-1].i + 1, len(doc) - 1)])


def moves(frame: Frame, sentence: Sentence) -> Iterator[Move]:
    """What may go behind the verbs, best first; not what may be one with them (*in het leven roepen*)."""
    for move in _moves(frame, sentence):
        short = len(move.words) <= _SHORTEST and is_phrase(move.words) and not is_time(move.words)
        if move.asked or not (short and move.words[-1].i + 1 == frame.verbs[0].i and is_noun(move.words[-1])):
            yield move


def _moves(frame: Frame, sentence: Sentence) -> Iterator[Move]:
    shared = any(t.dep_ == "conj" and is_verb(t) for t in frame.predicate.children)
    if shared or (frame.after and not _is_aside(frame.after)):
        return
    parts = whole_parts(frame)
    last = parts[-1]
    clause = relative_of(last)
    if clause and not frame.after:
        yield Move(clause)
    if last[0].lower_ in asked(frame) and not has_clause(last) and len(last) >= _SHORTEST:
        yield Move(last, asked=True)
    found = [m for n in range(len(parts)) for m in _phrases(frame, parts, n)]
    yield from sorted(found, key=lambda m: (m.parts, -count(sentence, m.words)))
    if not any(is_result(frame, t) for t in last[1:] if is_phrase((t,))):
        yield from (Move(p) for p in attribute_of(last))
    yield from (Move(p, before="aan ") for p in parts if _is_receiver(p))


def _is_aside(after: tuple[Part, ...]) -> bool:
    """Whether all that stands behind the verbs is one clause of time, reason or purpose."""
    return len(after) == 1 and after[0][0].lower_ in _CLAUSES and head_of(after[0]).dep_ == "advcl"


def _phrases(frame: Frame, parts: list[Part], at: int) -> Iterator[Move]:
    """A prepositional phrase that the verb can do without right before it, and the same with the next one."""
    part, before = parts[at], parts[at - 1] if at else ()
    stays: Part = ()
    if part[0].lower_ in _STAY and len(part) > _SHORTEST:
        stays, part = part[:1], part[1:]
    elif len(before) == 1 and before[0].lower_ in _STAY:
        stays = before
    if not stays and before and (before[-1].lower_ in HELD or _may_own(before, part)):
        return
    if stays and stays[0].lower_ == "ook" and part[-1] != parts[-1][-1]:
        return
    words: Part = ()
    for number, each in enumerate((part, *parts[at + 1 : at + 2]), 1):
        if not _is_movable(frame, each, each[-1] == parts[-1][-1] and not stays):
            return
        words = (*words, *each)
        if _SHORTEST + (not is_time(words)) <= len(words) <= _LONGEST and not _is_cut(frame, parts, words):
            yield Move(words, stays, parts=number)


def _is_movable(frame: Frame, part: Part, beside: bool) -> bool:
    case, head = part[0], head_of(part)
    if not is_phrase(part) or (is_bare(part) and not is_time(part) and not is_loose(part)):
        return False
    cases = [t for t in part if t.tag_.startswith("VZ") and t.lower_ != "van"]
    if has_clause(part) or len(cases) > _MOST_CASES or not _is_whole(part):
        return False
    if head.dep_ in {"xcomp", "obl:agent"} or case.lower_ in _UNMOVED or head.lower_ in MANNER:
        return False
    return not (beside and is_result(frame, case) and not is_time(part))


def is_loose(part: Part) -> bool:
    """Whether it hardly ever describes the noun before it: *na …*, *op basis van …*."""
    start = " ".join(t.lower_ for t in part[:3])
    return part[0].lower_ in LOOSE or start in _COMPLEX or (is_time(part) and part[0].lower_ != "tot")


def _is_whole(part: Part) -> bool:
    """Whether it ends in its noun, and no noun stands right behind another (*in mei | overlast*)."""
    last = part[-1]
    ends = last.tag_.startswith(("N|", "SPEC", "VNW|p", "TW|hoofd", "VNW|aanw")) or last.text.isdigit()
    doubled = any(
        a.tag_.startswith("N|soort") and (b.tag_.startswith("N|soort") or (is_name(b) and is_time((a,))))
        for a, b in pairwise(part)
        if a.lower_ != "maand"
    )
    deed = any(t.tag_.startswith("WW|inf") for t in part)
    return ends and not doubled and not deed and not ends_bare(part)


def ends_bare(part: Part) -> bool:
    """*in de vakantie bij voorkeur*: the last phrase belongs to the verb."""
    case, noun = part[-2], part[-1]
    alone = noun.tag_.startswith(("N|soort|ev", "WW|inf"))
    bare = case.tag_.startswith("VZ") and case.lower_ != "van" and alone
    return bare and len(part) > 2 and not is_time((case, noun)) and not selects(part[-3], case.lower_)


def _is_cut(frame: Frame, parts: list[Part], words: Part) -> bool:
    """Whether the next phrase may belong to this one: *binnen zes weken | na de datum*."""
    after = next((p for p in parts if p[0].i == words[-1].i + 1), ())
    if not after or not is_phrase(after):
        return False
    case = after[0].lower_
    if is_time(words):
        return is_time(after) or case in {"na", "voor", "vóór", "vanaf", "tot", "op"}
    verbs = is_bare(after) or is_result(frame, after[0]) or case in asked(frame) or case in {"naar", "zonder"}
    return not (verbs or is_loose(after))


def _may_own(before: Part, part: Part) -> bool:
    """Whether the phrase may describe the noun before it, and that noun is a known thing."""
    if not any(map(is_noun, before)):
        return False
    if (is_time(before) and is_phrase(part)) or part[0].lower_ == "tot":
        return True
    if is_loose(part):
        return False
    return not (is_noun(head_of(before)) and is_indefinite(before))


def _is_receiver(part: Part) -> bool:
    """*alle eigenaren van een woning*: who gets something."""
    head = head_of(part)
    return head.dep_ == "iobj" and is_noun(head) and len(part) > _SHORTEST and not has_clause(part)
