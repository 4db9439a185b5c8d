"""The examples in a rule file: texts with marked words, which are its tests and its documentation."""

from __future__ import annotations

import re

from duidelijk.model import GENRES, PROFILES, Example
from duidelijk.nodes import Node, NodeReader

LEAST_EXAMPLES = 5
FORMATS = ("text", "html", "md")
_EXAMPLE = ("bad", "good", "suggests", "because", "genre", "profile", "format")
_MARK = re.compile(r"\\\[\[|\[\[|\]\]")


def read_examples(reader: NodeReader) -> tuple[Example, ...]:
    """The examples of the rule being read; too few of one kind is a mistake."""
    node = reader.node.get("examples")
    if node is None:
        return ()
    for item in node.children:
        reader.known(item, _EXAMPLE)
    examples = tuple(_example(reader, item) for item in node.children)
    bad = sum(bool(e.marks) for e in examples)
    if examples and (bad < LEAST_EXAMPLES or len(examples) - bad < LEAST_EXAMPLES):
        found = f"{bad} foute en {len(examples) - bad} goede voorbeelden"
        reader.fault(node, f"{found}; van elk zijn er minstens {LEAST_EXAMPLES} nodig", key=True)
    return examples


def _example(reader: NodeReader, item: Node) -> Example:
    sides = [key for key in ("bad", "good") if item.get(key) is not None]
    text, marks = marked(str(item[sides[0]].plain) if sides else "")
    if len(sides) != 1 or bool(marks) != (sides == ["bad"]):
        reader.fault(item, "een voorbeeld is fout (bad) en heeft [[haken]], of goed (good) en heeft ze niet")
    for key, known in (("genre", GENRES), ("profile", PROFILES), ("format", FORMATS)):
        if at := item.get(key):
            reader.choice(at, key, at.plain, known)
    plain = {key: child.plain for key, child in item.items()}
    return Example(
        text,
        marks,
        suggests=tuple(map(str, plain.get("suggests", ()))),
        because=str(plain.get("because", "")),
        genre=plain.get("genre"),
        profile=plain.get("profile", PROFILES[0]),
        format=plain.get("format", FORMATS[0]),
    )


def marked(raw: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    r"""The text without its ``[[marks]]``, and where they were; ``\[[`` is a literal ``[[``."""
    text, marks, start, done = "", [], -1, 0
    for sign in _MARK.finditer(raw):
        wanted = start >= 0 if sign[0] == "]]" else start < 0
        if sign[0] != "\\[[" and not wanted:
            continue
        text, done = text + raw[done : sign.start()], sign.end()
        if sign[0] == "[[":
            start = len(text)
        elif sign[0] == "]]":
            marks.append((start, len(text)))
            start = -1
        else:
            text += "[["
    return text + raw[done:], tuple(marks)
