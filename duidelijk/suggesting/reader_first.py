"""Sentences that begin at the sender → the reader first: *Wilt u …?*, *U krijgt van ons …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.suggesting.asking_reader import question
from duidelijk.suggesting.receiving import received
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_PAST = frozenset(
    {"heb", "hebben", "heeft", "had", "hadden", "verzochten", "werd", "is", "bent", "moet", "moeten"}
)
_URGENT = frozenset({"dringend", "klem"})


def rewrites(seen: tuple[Sentence, tuple[Token, ...], str], style: Style) -> Iterator[Rewrite]:
    """The sentence as a question, or with what the reader gets, at most one."""
    sentence, words, better = seen
    forms = {t.lower_ for t in words}
    if better == "u krijgt":
        found = received(sentence, words, style)
    elif better == "wilt u" and forms.isdisjoint(_PAST) and not _is_urgent(words):
        found = question(sentence, _asking(words), next((f for f in ("u", "je", "jullie") if f in forms), ""))
    else:
        return
    if found is not None:
        yield found


def _asking(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the first word of what is asked: *verzoeken je het*."""
    last = words[-1]
    return words[:-1] if last.tag_.startswith(("LID", "VNW|aanw")) and words[-2].lower_ == "je" else words


def _is_urgent(words: tuple[Token, ...]) -> bool:
    """*dringend*, which a question would lose; also right behind the words."""
    near = words[0].doc[words[0].i : min(words[-1].i + 4, words[-1].sent.end)]
    return any(t.lower_ in _URGENT for t in near)
