"""Findings → matches as LanguageTool's clients read them.

The fields are those of class RuleMatchesAsJsonSerializer in LanguageTool's source. Such clients show one
match at a time, so matches don't overlap: a wide finding is marked where it's free of smaller ones, and its
suggestion comes as soon as those are solved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from duidelijk.model import Finding, Rule
from duidelijk.rendering.positions import counter
from duidelijk.rendering.run import rule_page
from duidelijk.source_places import source_range
from duidelijk.web.lt_request import Asked, Wanted

CATEGORY = {"id": "STYLE", "name": "Duidelijke taal"}
_MOST = 10
_AROUND = 40

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding and where it's marked; ``whole``: there where its suggestions can be put in."""

    finding: Finding
    start: int
    end: int
    whole: bool


def matches(
    wanted: Iterable[Finding], asked: Asked, rules: Mapping[str, Rule], sentences: Sequence[Span]
) -> list[dict[str, Any]]:
    """One match for each finding, in text order; offsets in UTF-16 code units of the text with markup."""
    units, texts = counter(asked.whole, "utf-16"), counter(asked.text, "utf-16")
    found = []
    for shown in apart(wanted, asked.text):
        first, last = source_range(asked.segments, shown.start, shown.end)
        start, end = units(first), units(last)
        found.append(
            {
                "message": shown.finding.message,
                "shortMessage": rules[shown.finding.rule].title,
                "replacements": [{"value": each.text} for each in _replacements(shown)],
                "offset": start,
                "length": end - start,
                "context": _context(asked.text, shown, texts),
                "sentence": _sentence(asked.text, shown, sentences),
                "type": {"typeName": "Hint"},
                "rule": described(rules[shown.finding.rule]),
                "ignoreForIncompleteSentence": False,
                "contextForSureMatch": 0,
            }
        )
    return found


def is_wanted(finding: Finding, rule: Rule, wanted: Wanted) -> bool:
    """Whether the client asks for it: tips only at level picky, or by name."""
    categories = {CATEGORY["id"].lower(), rule.category}
    named = rule.id in wanted.rules or bool(categories & wanted.categories)
    if rule.id in wanted.no_rules or (categories & wanted.no_categories and rule.id not in wanted.rules):
        return False
    return named or (not wanted.only and (wanted.picky or finding.severity != "tip"))


def described(rule: Rule) -> dict[str, Any]:
    """The rule as a match tells it."""
    return {
        "id": rule.id,
        "description": rule.title,
        "issueType": "style",
        "urls": [{"value": rule_page(rule)}],
        "category": CATEGORY,
        "isPremium": False,
    }


def apart(findings: Iterable[Finding], text: str) -> list[Shown]:
    """Where each finding is marked, in text order, the smallest ones first served."""
    taken: list[Span] = []
    shown: list[Shown] = []
    for each in sorted(findings, key=lambda f: (f.end - f.start, f.start)):
        start, end = _free(each, taken, text)
        if end > start:
            shown.append(Shown(each, start, end, (start, end) == (each.start, each.end)))
            taken.append((start, end))
    return sorted(shown, key=lambda s: (s.start, s.end))


def _free(finding: Finding, taken: Sequence[Span], text: str) -> Span:
    """The whole finding, else one of its marks, else the first words of it, that no other mark touches."""
    within = [span for span in taken if span[0] < finding.end and span[1] > finding.start]
    for start, end in ((finding.start, finding.end), *finding.marks):
        if not any(a < end and b > start for a, b in within):
            return start, end
    at = finding.start
    for start, end in (*sorted(within), (finding.end, finding.end)):
        if any(map(str.isalnum, text[at:start])):
            return _trimmed(text, at, start)
        at = max(at, end)
    return finding.start, finding.end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _replacements(shown: Shown) -> Sequence[Any]:
    return shown.finding.expected[:_MOST] if shown.whole else ()


def _context(text: str, shown: Shown, units: Any) -> dict[str, Any]:
    """Some words around the mark, on one line."""
    first, last = max(shown.start - _AROUND, 0), min(shown.end + _AROUND, len(text))
    before, after = "..." if first else "", "..." if last < len(text) else ""
    words = before + "".join(" " if char.isspace() else char for char in text[first:last]) + after
    offset = len(before) + units(shown.start) - units(first)
    return {"text": words, "offset": offset, "length": units(shown.end) - units(shown.start)}


def _sentence(text: str, shown: Shown, sentences: Sequence[Span]) -> str:
    """The sentence that the mark begins in."""
    return next((text[start:end] for start, end in sentences if start <= shown.start < end), "")
