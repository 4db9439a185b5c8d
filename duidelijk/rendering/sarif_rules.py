"""The rule book as SARIF shows it: per rule its name, its reason, examples and where to read more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from duidelijk.model import SEVERITIES, Example, Rule, Severity
from duidelijk.rendering.rule_pages import bold, plain
from duidelijk.rendering.run import rule_page

LEVELS: Mapping[Severity, str] = {"fout": "error", "waarschuwing": "warning", "tip": "note"}
_PROBLEMS: Mapping[Severity, str] = {"fout": "error", "waarschuwing": "warning", "tip": "recommendation"}
"""The words of GitHub's code scanning for the same."""
_TAG = "duidelijke taal"


def descriptors(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """A ``reportingDescriptor`` for each rule, in their order."""
    return [_descriptor(rule) for rule in rules]


def _descriptor(rule: Rule) -> dict[str, Any]:
    gravest: Severity = max(rule.severity.values(), key=SEVERITIES.index, default="tip")
    return {
        "id": rule.id,
        **_name(rule),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": _help(rule),
        "helpUri": rule_page(rule),
        "defaultConfiguration": {"level": LEVELS[gravest]},
        "properties": {
            "category": rule.category,
            "tags": [_TAG, rule.category],
            "problem.severity": _PROBLEMS[gravest],
        },
    }


def _name(rule: Rule) -> dict[str, str]:
    """The title as one word; none where that would be the id again, which SARIF doesn't want."""
    name = "".join(part[:1].upper() + part[1:] for part in re.findall(r"\w+", rule.title))
    return {"name": name} if name.casefold() != rule.id.casefold() else {}


def _help(rule: Rule) -> dict[str, str]:
    """Why, and a short example of each kind, as text and as Markdown."""
    bad = _shortest(each for each in rule.examples if each.marks)
    good = _shortest(each for each in rule.examples if not each.marks)
    text, markdown = [rule.why], [plain(rule.why)]
    for head, example in (("Dit meldt de regel", bad), ("Dit meldt de regel niet", good)):
        if example:
            text.append(f"{head}: {_spaced(example.text)}{_because(example)}")
            markdown.append(f"**{head}:** {_spaced(bold(example))}{plain(_because(example))}")
    markdown.append(f"[Meer over deze regel]({rule_page(rule)})")
    return {"text": "\n\n".join(text), "markdown": "\n\n".join(markdown)}


def _shortest(examples: Iterable[Example]) -> Example | None:
    """The shortest example that is one line of text, if there is one."""
    short = [each for each in examples if each.format == "text" and "\n" not in each.text.strip()]
    return min(short, key=lambda each: len(each.text), default=None)


def _because(example: Example) -> str:
    return f" ({example.because.rstrip('.')})" if example.because else ""


def _spaced(text: str) -> str:
    return " ".join(text.split())
