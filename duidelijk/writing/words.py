"""An edit → the words that really change, so that all else stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from duidelijk.model import Edit

_JOINERS = "\u00ad\u200b-\u200d\u2060\u0300-\u036f"
_BREAK = r"\n+[ \t]*[-–•*][ \t]+|\n[ \t]*\n\s*"
_TOKEN = re.compile(rf"{_BREAK}|\s+|[\w{_JOINERS}]+|.", re.DOTALL)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060]")
BREAK = re.compile(_BREAK)
"""Where a suggestion begins a new item of a list, or a new paragraph."""
_WRAP = re.compile(r"[^\S\n]*\n\s*")
_WORD = re.compile(r"\w+")


def word_count(text: str) -> int:
    """How many words stand there."""
    return len(_WORD.findall(text))


def changes(text: str, edit: Edit) -> tuple[Edit, ...]:
    """The smallest edits that make ``edit``: whole words; white space stays as it is between words that stay.

    One that only changes white space is itself.
    """
    new = _unwrapped(edit.text)
    if not new:
        return tuple(_removal(text, edit))
    found = tuple(c for c in _changes(text, edit, new) if text[c.start : c.end] != c.text)
    if found or text[edit.start : edit.end] == edit.text:
        return found
    return (Edit(edit.start, edit.end, new),)


def _unwrapped(text: str) -> str:
    """The text with its items and paragraphs, but without lines that only end because they are full."""
    parts, breaks = BREAK.split(text), [*BREAK.findall(text), ""]
    return "".join(_WRAP.sub(" ", part) + end for part, end in zip(parts, breaks, strict=True))


def _removal(text: str, edit: Edit) -> Iterator[Edit]:
    """Nothing in the place of the words; of two spaces around them one goes too."""
    start, end = edit.start, edit.end
    if text[end : end + 1] == " " and (start == 0 or text[start - 1].isspace()):
        end += 1
    if start < end:
        yield Edit(start, end, "")


def _changes(text: str, edit: Edit, words: str) -> Iterator[Edit]:
    old, new = _TOKEN.findall(text[edit.start : edit.end]), _TOKEN.findall(words)
    places = [edit.start]
    for token in old:
        places.append(places[-1] + len(token))
    matcher = SequenceMatcher(None, list(map(_old_key, old)), list(map(_key, new)), autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "equal":
            yield Edit(places[a], places[b], "".join(new[c:d]))
            continue
        for at, token in zip(range(a, b), new[c:d], strict=True):
            if not token.isspace() and _INVISIBLE.sub("", old[at]) != token and not BREAK.match(token):
                yield Edit(places[at], places[at + 1], token)


def _old_key(token: str) -> str:
    return " " if token.isspace() else _key(token)


def _key(token: str) -> str:
    """What two tokens that count as the same share: capitals and the kind of white space don't matter."""
    if BREAK.match(token):
        return "\n\n" if token.isspace() else "\n-"
    return " " if token.isspace() else _INVISIBLE.sub("", token).casefold()
