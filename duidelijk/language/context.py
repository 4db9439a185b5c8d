"""The little language of a word list's ``context`` column: when an ambiguous term counts.

Conditions are separated by ``;`` and must all hold (wordlists/README.md lists them). Words are compared
in lower case with the form and the lemma; ``komma`` stands for a comma, ``begin`` for a sentence's start.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from duidelijk.model import Entry

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FLAGS = frozenset({"pos", "zinsbouw", "ruil", "veilig", "midden", "lidwoord", "bedrijvend", "los", "bijzin"})
LISTS = frozenset(
    {"na", "niet-na", "voor", "niet-voor", "na-pos", "niet-na-pos", "voor-pos", "niet-voor-pos"}
    | {"met", "niet-met", "deel", "vormen", "uitgelegd-door", "gat", "voorzetsel"}
    | {"ruil", "ruil-met", "ruil-niet-met", "zich", "samen"}
)
_KIN: Mapping[str, frozenset[str]] = {
    "VERB": frozenset({"VERB", "AUX"}),
    "NOUN": frozenset({"NOUN", "PROPN"}),
    "ADJ": frozenset({"ADJ", "ADV", "VERB"}),
    "PRON": frozenset({"PRON", "DET"}),
}


@dataclass(frozen=True, slots=True)
class Context:
    """The conditions of one entry: flags, and lists of words by name."""

    flags: frozenset[str]
    lists: Mapping[str, frozenset[str]]

    def words(self, name: str) -> frozenset[str]:
        """The words of a list condition; none when it isn't there."""
        return self.lists.get(name, frozenset())


@cache
def parse(text: str) -> Context:
    """The conditions in a cell; raises ValueError naming the one that isn't known."""
    flags: set[str] = set()
    lists: dict[str, frozenset[str]] = {}
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        name, colon, words = (piece.strip() for piece in part.partition(":"))
        if colon and name in LISTS:
            lists[name] = frozenset("," if w.strip() == "komma" else w.strip() for w in words.split(","))
        elif not colon and name in FLAGS:
            flags.add(name)
        else:
            raise ValueError(
                f"de voorwaarde {part!r} bestaat niet; kies uit: {', '.join(sorted(FLAGS | LISTS))}"
            )
    return Context(frozenset(flags), lists)


def holds(context: Context, entry: Entry, doc: Doc, tokens: Sequence[int]) -> bool:
    """Whether the conditions hold for the term whose words stand at ``tokens``, in text order."""
    first, last = tokens[0], tokens[-1]
    if "pos" in context.flags and doc[last].pos_ not in _KIN.get(entry.pos, {entry.pos}):
        return False
    if not context.lists:
        return True
    before = _neighbour(doc, first, -1)
    after = _neighbour(doc, last, 1)
    return _side(context, "na", before) and _side(context, "voor", after) and _company(context, doc, tokens)


def _neighbour(doc: Doc, at: int, step: int) -> Token | None:
    """The token beside ``at`` in the same sentence."""
    at += step
    if not 0 <= at < len(doc) or doc[max(at, at - step)].is_sent_start:
        return None
    return doc[at]


def _side(context: Context, name: str, token: Token | None) -> bool:
    for suffix, found in (("", _names(token)), ("-pos", {token.pos_} if token else set())):
        wanted, unwanted = context.words(name + suffix), context.words(f"niet-{name}{suffix}")
        if (wanted and wanted.isdisjoint(found)) or not unwanted.isdisjoint(found):
            return False
    return True


def _names(token: Token | None) -> set[str]:
    return {token.lower_, token.lemma_.lower()} if token is not None else {"begin"}


def _company(context: Context, doc: Doc, tokens: Sequence[int]) -> bool:
    wanted, unwanted = context.words("met"), context.words("niet-met")
    if not wanted and not unwanted:
        return True
    others = {n for t in doc[tokens[0]].sent if t.i not in tokens for n in _names(t)}
    return (not wanted or among(wanted, others)) and not among(unwanted, others)


def among(listed: frozenset[str], words: set[str]) -> bool:
    """Whether one of the words is listed, as it is or by its end (``*avond``)."""
    if not listed.isdisjoint(words):
        return True
    ends = tuple(word[1:] for word in listed if word.startswith("*"))
    return bool(ends) and any(word.endswith(ends) for word in words)
