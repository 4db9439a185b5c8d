"""Suggestions into a text, round after round, until nothing new comes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from duidelijk import writing
from duidelijk.model import Edit, Finding, Fixed, Page, Refusal, Replaced, Suggestion

MOST_ROUNDS, _MOST_GROWTH = 10, 2
"""A text that still changes after so many rounds, or gets so many times as long, never comes to rest."""
_ENDLESS = "dan komt er steeds een nieuw voorstel"

Check = Callable[[bytes], Page]
Pick = Callable[[Finding], Suggestion | None]
Choice = tuple[Finding, Suggestion]


def safe(finding: Finding) -> Suggestion | None:
    """The first suggestion that keeps words, order and meaning."""
    return next((each for each in finding.expected if each.safe), None)


def best(finding: Finding) -> Suggestion | None:
    """The first suggestion."""
    return next(iter(finding.expected), None)


def fixed(page: Page, check: Check, pick: Pick) -> Fixed:
    """The file with every suggestion that ``pick`` picks; fixing the outcome again changes nothing.

    ``check`` reads and checks the bytes of a new version. A round makes all edits that don't overlap. Where
    the rounds go round in a circle, the text stays as it was when it came there; rules with which it never
    comes to rest are left out.
    """
    been: list[tuple[Page, tuple[Replaced, ...]]] = [(page, ())]
    for _ in range(MOST_ROUNDS):
        now, replaced = been[-1]
        data, made, refused = _round(now, pick)
        if not made:
            return Fixed(page, now, replaced, refused)
        after = check(data)
        again = next((each for each in been if _text(each[0]) == _text(after)), None)
        if again:
            return Fixed(page, *again, tuple(Refusal(_edit(each), _ENDLESS) for each in made))
        if len(_text(after)) > _MOST_GROWTH * len(_text(page)):
            break
        been.append((after, (*replaced, *map(_replaced, made))))
    restless = {finding.rule for finding, _ in made}
    return fixed(page, check, lambda finding: None if finding.rule in restless else pick(finding))


def _text(page: Page) -> str:
    return page.result.document.text


def _edit(choice: Choice) -> Edit:
    finding, suggestion = choice
    return Edit(finding.start, finding.end, suggestion.text)


def _replaced(choice: Choice) -> Replaced:
    finding, suggestion = choice
    return Replaced(finding.rule, finding.actual, suggestion.text)


def _round(page: Page, pick: Pick) -> tuple[bytes, list[Choice], tuple[Refusal, ...]]:
    """The file after one round, what was made in it, and what the file can't have."""
    writer = writing.opened(page.data, page.result.document)
    open_ = [(f, s) for f in page.result.findings if (s := pick(f))]
    refused: dict[Edit, Refusal] = {}
    while True:
        made = _apart(choice for choice in open_ if _edit(choice) not in refused)
        data, new = writing.write(writer, [_edit(choice) for choice in made])
        if not new:
            return data, made, tuple(refused.values())
        refused.update((each.edit, each) for each in new)


def _apart(choices: Iterable[Choice]) -> list[Choice]:
    """Choices that don't overlap, in text order; a short one goes before a long one."""
    kept: list[Choice] = []
    taken: list[tuple[int, int]] = []
    for choice in sorted(choices, key=lambda c: (c[0].end - c[0].start, c[0].start)):
        start, end = choice[0].start, choice[0].end
        at = bisect_left(taken, (start, end))
        if (at == 0 or taken[at - 1][1] <= start) and (at == len(taken) or end <= taken[at][0]):
            taken.insert(at, (start, end))
            kept.append(choice)
    return sorted(kept, key=lambda c: c[0].start)
