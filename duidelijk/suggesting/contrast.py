"""*De weg is echter dicht* → *Maar de weg is dicht*: the word for a contrast comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.frequency import zipf
from duidelijk.suggesting.change import Change

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CONTRASTS = frozenset({"echter", "evenwel", "daarentegen"})
"""Words in the middle of a sentence that mean *maar*."""
_FIRST = "Maar"
_OTHER_CLAUSE = ("LET", "VG", "VNW|betr")
_NAMES = ("N|eigen", "SPEC")
_GRAMMAR = ("LID", "VNW", "VZ", "BW", "TW")
_COMMON = 4.3


def contrast_change(doc: Doc, at: int) -> Change:
    """The words from the start of the sentence to the one at ``at``; nothing where another clause begins."""
    sentence = doc[at].sent
    start = sentence.start
    if at == start:
        return _opening(doc, at)
    before = doc[start:at]
    verbs = sum(map(is_finite, before))
    if verbs != 1 or any(token.tag_.startswith(_OTHER_CLAUSE) for token in before):
        return Change(at, at)
    opener = _in_sentence(doc[start])
    if not opener:
        return Change(at, at)
    return Change(start, at, (f"{_FIRST} {opener}{before.text[len(doc[start]) :]}",))


def _opening(doc: Doc, at: int) -> Change:
    """*Echter, de weg is dicht*; not *Echter is de weg dicht*, where the words change place."""
    end = at + 1 if at + 1 < len(doc) and doc[at + 1].text == "," else at
    after = doc[end + 1] if end + 1 < len(doc) else None
    if after is None or after.sent != doc[at].sent or is_finite(after):
        return Change(at, at)
    return Change(at, end, (_FIRST,))


def _in_sentence(token: Token) -> str:
    """The first word of a sentence as it is written further on; empty where it may be a name."""
    plain = token.text[1:].islower() or token.text == "U"
    if token.tag_.startswith(_NAMES) or not plain:
        return token.text
    return token.lower_ if token.tag_.startswith(_GRAMMAR) or zipf(token.lower_) >= _COMMON else ""
