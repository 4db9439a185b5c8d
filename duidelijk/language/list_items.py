"""The lists of a document, and what form an item has: sentence, instruction, infinitive or loose words.

Where tags are doubtful an item has no form: only what is certain can clash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from duidelijk.language.asking import is_instruction
from duidelijk.language.clauses import HELPING, SUBJECTS, is_finite
from duidelijk.language.letter_body import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Passage
    from duidelijk.model import Block

Form = Literal["zin", "opdracht", "infinitief", "woorden"]

_LABEL = re.compile(r"[^\s:]+(?:\s+[^\s:]+){0,3}\s*:\s+\S")
_SUBJECTS = frozenset("u je jij jullie wij we ik hij zij ze het er dit dat deze men".split())
_ASKING = ("VNW|vb", "VG|onder")
_OPENS = ("VNW|betr", *_ASKING)
_ASKS = frozenset("waarom waar wanneer hoe wie wat welke welk of dat als indien".split())
_NOMINAL = ("N|", "SPEC|", "ADJ|")
_LONGEST_SUBJECT, _LONGEST_LOOSE = 7, 5


@dataclass(frozen=True, slots=True, eq=False)
class BulletList:
    """The items that stand together; ``defines``: they are the meaning of the term above them."""

    items: tuple[Passage, ...]
    defines: bool

    @property
    def top(self) -> tuple[Passage, ...]:
        """The items of the list itself, without those of a list within it."""
        return tuple(p for p in self.items if p.block.level <= self.items[0].block.level)


def lists_of(analysis: Analysis) -> list[BulletList]:
    """The lists of a document, in text order; of an item in two paragraphs only the first counts."""
    passages = {p.block.start: p for p in analysis.everything if p.sentences}
    blocks = [b for b in analysis.document.blocks if b.kind != "item" or b.start in passages]
    found: list[BulletList] = []
    first = 0
    for at in range(len(blocks) + 1):
        if at < len(blocks) and blocks[at].kind == "item":
            continue
        if at > first:
            items = _without_explanations([passages[b.start] for b in blocks[first:at]])
            found.append(BulletList(items, _defines(blocks, first, at)))
        first = at + 1
    return found


def _without_explanations(items: Sequence[Passage]) -> tuple[Passage, ...]:
    """The items but for those that explain the one above: a sentence below most of the loose words."""
    ended = [p.clean.text.rstrip().endswith(".") for p in items]
    open_ended = [p.clean.text.rstrip()[-1:].isalnum() or p.clean.text.rstrip().endswith(")") for p in items]
    below = {i for i in range(1, len(items)) if ended[i] and open_ended[i - 1]}
    many = len(below) >= 2 and 3 * len(below) > len(items)
    pairs = many and all(i in below for i in range(len(items)) if ended[i])
    return tuple(p for i, p in enumerate(items) if not (pairs and i in below))


def _defines(blocks: Sequence[Block], first: int, end: int) -> bool:
    """Whether a heading stands above the items, and another list with its heading touches this one."""
    kinds = "".join({"heading": "h", "item": "i"}.get(b.kind, ".") for b in blocks)
    return kinds[:first].endswith("h") and (kinds[:first].endswith("ih") or kinds[end:].startswith("hi"))


def is_labelled(item: Passage) -> bool:
    """Whether an item begins with what it is about: *Wanneer: 3 mei*."""
    return _LABEL.match(item.clean.text) is not None


def form_of(item: Passage) -> Form | None:
    """The form of the first sentence of an item; None where that isn't clear, as in a question."""
    text = text_of(item.sentences[0]).rstrip()
    words = _outside_brackets(item.sentences[0].span)
    if not words or text.endswith("?"):
        return None
    finished = text.endswith((".", "!", ".)")) or words[0].text[:1].isupper()
    main = _main_verb(words) if finished else None
    if main:
        return "zin"
    if words[0].lower_ in _ASKS and not (main is None and len(words) > 1 and is_finite(words[1])):
        return None
    verb = next((i for i, t in enumerate(words) if is_finite(t) or t.tag_.startswith("VNW|betr")), None)
    if verb == 0:
        return "opdracht" if is_instruction(words) else None
    if _is_infinitive(words, verb):
        return "infinitief"
    if verb is not None and is_finite(words[verb]):
        return "zin" if _is_subject(words, verb) else None
    return "woorden" if _is_loose(words[:verb], text) else None


def _main_verb(words: Sequence[Token]) -> int | None:
    """Where the verb of the main clause stands: behind those of its subordinate clauses, and not at the end.

    *Als er brieven zijn, moeten die mee*; not *kinderen die thuis wonen en werken*. A verb in front may be a
    noun that the tagger mistook: that is no answer here.
    """
    opened = 0
    for at, token in enumerate(words):
        if (token.tag_.startswith(_OPENS) or token.lower_[:4] == "waar") and not (
            at == 0 and len(words) > 1 and is_finite(words[1])
        ):
            opened += 1
        elif is_finite(token) and opened:
            opened -= 1
        elif is_finite(token):
            return at if 0 < at < len(words) - 1 and _has_subject(words, at) else None
    return None


def _has_subject(words: Sequence[Token], verb: int) -> bool:
    """Whether the clause of this verb has a subject, and in front of the verb one part of a sentence."""
    head = words[verb] if words[verb].dep_ not in HELPING else words[verb].head
    return _is_subject(words, verb) or any(t.dep_ in SUBJECTS and t.head == head for t in words)


def _outside_brackets(span: Iterable[Token]) -> list[Token]:
    depth, kept = 0, []
    for token in span:
        depth += (token.text in "([") - (token.text in ")]")
        if depth <= 0 and not token.is_punct and not token.is_space and token.text not in ")]":
            kept.append(token)
    return kept


def _is_subject(words: Sequence[Token], verb: int) -> bool:
    """Whether all before the verb is a subject (*u*, or *uw* with its noun), and the verb isn't last."""
    if verb == len(words) - 1:
        return False
    if words[0].lower_ in _SUBJECTS:
        return verb == 1 or not words[0].tag_.startswith("VNW|pers")
    introduced = words[0].tag_.startswith(("LID", "VNW|bez", "VNW|onbep", "VNW|aanw", "TW"))
    return introduced and verb <= _LONGEST_SUBJECT and words[verb - 1].tag_.startswith(("N|", "SPEC|"))


def _is_infinitive(words: Sequence[Token], verb: int | None) -> bool:
    """*het formulier invullen*; the tagger takes the infinitive for a plural in *de buren waarschuwen*."""
    last = words[-1]
    if len(words) < 2 or words[-2].lower_ == "te" or words[0].lower_ in _SUBJECTS:
        return False
    plural = verb == len(words) - 1 and last.tag_.startswith("WW|pv|tgw|mv")
    return plural or (verb is None and last.tag_.startswith("WW|inf|vrij"))


def _is_loose(words: Sequence[Token], text: str) -> bool:
    """Whether these are a noun with its words and no verb; not where the tagger may have missed the verb."""
    if not any(t.tag_.startswith(("N|", "SPEC|")) for t in words):
        return False
    verbal = any(t.tag_.startswith(("WW|pv", "WW|inf|vrij", "WW|vd|vrij", "VZ|fin", *_ASKING)) for t in words)
    uninflected = words[0].tag_.startswith(("N|", "SPEC|")) or (
        words[0].tag_.startswith("ADJ") and not words[0].lower_.endswith("e")
    )
    bare = len(words) > 1 and uninflected and words[1].tag_.startswith(_NOMINAL)
    return not verbal and not bare and (not text.endswith(".") or len(words) <= _LONGEST_LOOSE)
