"""HTML source → tags, text and comments, each with its offsets in the source.

Reads what a browser reads, in one pass: the parser of the standard library takes quadratic time on
an unclosed tag or comment, and a reader must survive any file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5
from typing import Literal

RAW = frozenset({
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript",
})  # fmt: skip
"""Elements whose content is text up to their own end tag, whatever stands in it."""

_NAME = re.compile(r"[^\t\n\f\r />]+")
_BETWEEN = re.compile(r"[\t\n\f\r /]*+")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\t\n\f\r />][^\t\n\f\r />=]*+)"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+"
    r"(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\t\n\f\r >]*+)))?"
)
_COMMENT_END = re.compile(r"--!?>")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the source; ``name`` is the tag in small letters, or the words of a comment.

    A tag written as ``<…/>`` has an attribute without a name.
    """

    kind: Literal["open", "close", "text", "comment"]
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


def tokens(source: str) -> Iterator[Token]:
    """The pieces of ``source`` in order; doctypes, processing instructions and broken tags are left out."""
    at = text = 0
    while (at := source.find("<", at)) >= 0:
        found = _markup(source, at)
        if found is None:
            at += 1
            continue
        if at > text:
            yield Token("text", text, at)
        token, at = found
        if token is not None:
            yield token
            if token.kind == "open" and token.name in RAW:
                end = _raw_end(source, at, token.name)
                yield Token("text", at, end)
                at = end
        text = at
    if text < len(source):
        yield Token("text", text, len(source))


def _markup(source: str, at: int) -> tuple[Token | None, int] | None:
    """The tag or comment that begins at ``at`` and where it ends; None where ``<`` is only a sign."""
    following = source[at + 1 : at + 3]
    if following[:1].isascii() and following[:1].isalpha():
        return _tag(source, at, at + 1, "open")
    if following[:1] == "/" and following[1:].isascii() and following[1:].isalpha():
        return _tag(source, at, at + 2, "close")
    if source.startswith("<!--", at):
        return _comment(source, at)
    if following[:1] in ("!", "?") or (following[:1] == "/" and following != "/"):
        end = source.find(">", at)
        return None, len(source) if end < 0 else end + 1
    return None


def _comment(source: str, at: int) -> tuple[Token, int]:
    if source.startswith((">", "->"), at + 4):
        end = source.index(">", at) + 1
        return Token("comment", at, end), end
    found = _COMMENT_END.search(source, at + 4)
    inner, end = (found.start(), found.end()) if found else (len(source), len(source))
    return Token("comment", at, end, source[at + 4 : inner]), end


def _tag(source: str, start: int, at: int, kind: Literal["open", "close"]) -> tuple[Token | None, int]:
    name = _NAME.match(source, at)
    assert name is not None
    at = name.end()
    attributes: dict[str, str] = {}
    while True:
        at = _BETWEEN.match(source, at).end()  # type: ignore[union-attr]
        if at >= len(source):
            return None, at
        if source[at] == ">":
            if source[at - 1] == "/":
                attributes[""] = "/"
            return Token(kind, start, at + 1, name[0].lower(), attributes), at + 1
        found = _ATTRIBUTE.match(source, at)
        assert found is not None
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["name"].lower(), unescape(value) if "&" in value else value)
        at = found.end()


def _raw_end(source: str, at: int, name: str) -> int:
    found = re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE).search(source, at)
    return found.start() if found else len(source)


def character(reference: str) -> tuple[str, int]:
    """What ``&…;`` (semicolon optional) stands for, and how many characters of it that takes.

    A reference that doesn't exist is itself; of ``&ampx`` only ``&amp`` counts, as in a browser.
    """
    if reference.startswith("&#"):
        digits = reference[2:].rstrip(";").lstrip("xX0")
        return (unescape(reference) if len(digits) < 9 else "\ufffd"), len(reference)
    for length in range(len(reference), 2, -1):
        if (found := html5.get(reference[1:length])) is not None:
            return found, length
    return reference, len(reference)
