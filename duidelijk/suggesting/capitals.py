"""Words in capitals → the same words in small letters, where it is certain which capitals stay."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from duidelijk.language.frequency import zipf

if TYPE_CHECKING:
    from spacy.tokens import Token

_EVERYDAY = 5.0
_NAMES = ("N|eigen", "SPEC|")


def in_small_letters(first: Token, last: Token, kept: Collection[str], least_common: float) -> str:
    """The words from first to last with only the capitals they need; empty where a name may be among them.

    ``kept``: what stays in capitals. A word less common than ``least_common`` may be a name.
    """
    pieces: list[str] = []
    for token in first.doc[first.i : last.i + 1]:
        word = token.text
        if word in kept:
            pieces.append(word + token.whitespace_)
        elif token.is_alpha and not _is_ordinary(token, least_common):
            return ""
        else:
            pieces.append(word.lower() + token.whitespace_)
    text = "".join(pieces).rstrip()
    return _capitalised(text) if first.is_sent_start or first.i == 0 else text


def _is_ordinary(token: Token, least_common: float) -> bool:
    common = zipf(token.lower_)
    return common >= (_EVERYDAY if token.tag_.startswith(_NAMES) else least_common)


def _capitalised(text: str) -> str:
    return "IJ" + text[2:] if text.startswith("ij") else text[0].upper() + text[1:]
