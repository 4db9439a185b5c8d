"""The rule book for people: a list, and one rule explained."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from duidelijk.model import Example, Rule
from duidelijk.rendering.words import enumeration

_WIDTH = 80


def listing(rules: Sequence[Rule]) -> str:
    """All rules by category: id, title and severity."""
    lines: list[str] = []
    for category in dict.fromkeys(rule.category for rule in rules):
        lines += [category, *(_line(rule) for rule in rules if rule.category == category), ""]
    return "\n".join(lines)


def _line(rule: Rule) -> str:
    return f"  {rule.id:<24} {rule.title:<32} {severities(rule)}"


_NUMBERED = 3
"""Up to here a threshold is a grade of certainty or of a word list, which tells a reader nothing."""


def severities(rule: Rule) -> str:
    """The severities a rule can give, in words: ``tip, waarschuwing vanaf 21 of fout vanaf 31``."""
    steps = rule.severity.items()
    parts = [f"{name} vanaf {least:g}" if least > _NUMBERED else name for least, name in steps]
    return enumeration(parts, "of")


def explanation(rule: Rule) -> str:
    """One rule: title, reason, source, and its examples with the marked words between ``[ ]``."""
    bad = [e for e in rule.examples if e.marks]
    good = [e for e in rule.examples if not e.marks]
    lines = [f"{rule.title} [{rule.id}]", "", *_wrap(rule.why), ""]
    lines += _wrap(f"Ernst: {severities(rule)}.")
    if rule.source:
        lines += _wrap(f"Bron: {rule.source.rstrip('.')}.")
    lines += ["", "Dit meldt de regel:", *(line for e in bad for line in _example(e))]
    lines += ["", "Dit meldt de regel niet:", *(line for e in good for line in _example(e))]
    return "\n".join(lines) + "\n"


def _example(example: Example) -> list[str]:
    because = f" ({example.because.rstrip('.')})" if example.because else ""
    suggests = "".join(f" → {text}" for text in example.suggests)
    text = " ".join(f"{_marked(example)}{because}{suggests}".split())
    return textwrap.wrap(text, _WIDTH, initial_indent="- ", subsequent_indent="  ")


def _marked(example: Example) -> str:
    text = example.text
    for start, end in sorted(example.marks, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def _wrap(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH)
