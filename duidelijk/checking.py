"""Rules × Analysis → findings: apply, word, drop suppressed and doubled, sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from duidelijk import checks
from duidelijk.language.analysis import Analysis
from duidelijk.model import SEVERITIES, Document, Finding, Hit, Rule, Severity, Suppression
from duidelijk.reading.source_map import place_of
from duidelijk.suggesting import rewrites, suggestions
from duidelijk.suggesting.wording import Style

_PHRASES = frozenset({"nominal-style"})


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, with its rule, the hit behind it, the listed term and the words it marks."""

    finding: Finding
    rule: Rule
    hit: Hit
    term: str
    marked: str


def find(
    rules: Iterable[Rule], analysis: Analysis, suppressions: tuple[Suppression, ...] = ()
) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
    """All findings in text order, each phenomenon once, and the suppressions that silenced nothing.

    Their suggestions are those that a check gives itself; proving.py adds the others.
    """
    found, unused = look(rules, analysis, suppressions)
    return tuple(each.finding for each in found), unused


def look(
    rules: Iterable[Rule], analysis: Analysis, suppressions: tuple[Suppression, ...] = ()
) -> tuple[tuple[Found, ...], tuple[Suppression, ...]]:
    """The findings of ``find``, each with what lies behind it."""
    genre = analysis.document.genre
    spoken = [rule for rule in rules if genre in rule.genres]
    within = {scope: analysis.within(scope) for scope in {rule.scope for rule in spoken}}
    found = [each for rule in spoken for each in _apply(rule, within[rule.scope])]
    kept, unused = _suppress(found, suppressions)
    return tuple(sorted(_once(kept), key=lambda f: place(f.finding))), unused


def place(finding: Finding) -> tuple[int, int, str]:
    """What findings are sorted by."""
    return finding.start, finding.end, finding.rule


def _apply(rule: Rule, analysis: Analysis) -> Iterator[Found]:
    check = checks.find(rule.check)
    assert check is not None, rule.check
    for hit in check(analysis, **rule.params):
        severity = _severity(rule, hit)
        if severity:
            finding = _finding(rule, severity, hit, analysis.document)
            start, end = finding.marks[0][0], finding.marks[-1][1]
            marked = analysis.document.text[start:end]
            yield Found(finding, rule, hit, str(hit.detail.get("term", marked)), marked)


def _severity(rule: Rule, hit: Hit) -> Severity | None:
    reached = [severity for least, severity in rule.severity.items() if hit.value >= least]
    return reached[-1] if reached else None


def _finding(rule: Rule, severity: Severity, hit: Hit, document: Document) -> Finding:
    actual = document.text[hit.start : hit.end]
    return Finding(
        rule=rule.id,
        severity=severity,
        start=hit.start,
        end=hit.end,
        actual=actual,
        marks=hit.marks or ((hit.start, hit.end),),
        expected=suggestions(hit, actual),
        choices=tuple(hit.detail.get("choices", ())),
        message=_message(rule, hit, actual),
        why=rule.why,
        place=place_of(document.source_map, hit.start),
        term=str(hit.detail.get("listed", "")),
    )


def _message(rule: Rule, hit: Hit, actual: str) -> str:
    template = rule.message.get(hit.detail.get("kind", "")) or next(iter(rule.message.values()))
    return template.format_map({k: spoken(v) for k, v in hit.detail.items()} | {"actual": actual})


def spoken(value: Any) -> str:
    """A value as it is said in a Dutch sentence: ``‘over’ of ‘voor’``, ``2,5``."""
    if isinstance(value, tuple):
        quoted = [f"‘{part}’" for part in value]
        return " of ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
    if isinstance(value, float):
        return f"{value:.1f}".replace(".", ",")
    return str(value)


def _once(found: list[Found]) -> Iterator[Found]:
    """One finding of words that several rules speak about.

    A rule is silent where one that it yields to speaks. Of two word rules the longer one speaks, then the
    more helpful one. Between a word rule and one about nouns that do a verb's work, a ready suggestion wins,
    else the longer one: it says more.
    """
    found = list(_unyielding(found))
    words = list(_apart(sorted((f for f in found if f.rule.category == "woorden"), key=_helpfulness)))
    phrases = [f for f in found if f.rule.check in _PHRASES]
    contested = _marks(words) & _marks(phrases)
    yield from _apart(sorted((*words, *phrases), key=lambda f: (-_is_ready(f, contested), *_helpfulness(f))))
    yield from (f for f in found if f.rule.category != "woorden" and f.rule.check not in _PHRASES)


def _is_ready(found: Found, contested: set[int]) -> bool:
    """Whether it has a suggestion; where words and phrases contest a mark, also one still to be worded."""
    if found.finding.expected or contested.isdisjoint(_marked(found)):
        return bool(found.finding.expected)
    return any(True for _ in rewrites(found.rule.check, found.hit, Style()))


def _unyielding(found: list[Found]) -> Iterator[Found]:
    """The findings whose words no rule marks that theirs yields to."""
    awaited = {id for each in found for id in each.rule.yields}
    marked: dict[str, set[int]] = {}
    for each in found:
        if each.rule.id in awaited:
            marked.setdefault(each.rule.id, set()).update(_marked(each))
    for each in found:
        others = [marked[id] for id in each.rule.yields if id in marked]
        if not others or all(other.isdisjoint(_marked(each)) for other in others):
            yield each


def _marks(found: Iterable[Found]) -> set[int]:
    return {i for each in found for i in _marked(each)}


def _marked(found: Found) -> set[int]:
    return {i for start, end in found.finding.marks for i in range(start, end)}


def _apart(ranked: Iterable[Found]) -> Iterator[Found]:
    """The findings, best first, that mark nothing a better one has marked."""
    taken: set[int] = set()
    for each in ranked:
        marked = _marked(each)
        if taken.isdisjoint(marked):
            taken |= marked
            yield each


def _helpfulness(found: Found) -> tuple[int, int, int, str]:
    finding = found.finding
    length = sum(end - start for start, end in finding.marks)
    return -length, -bool(finding.expected), -SEVERITIES.index(finding.severity), finding.rule


def _suppress(
    found: list[Found], suppressions: tuple[Suppression, ...]
) -> tuple[list[Found], tuple[Suppression, ...]]:
    """What no suppression silences, and the suppressions that silenced nothing."""
    if not suppressions:
        return found, ()
    kept: list[Found] = []
    used: set[Suppression] = set()
    for each in found:
        silencers = [s for s in suppressions if _silences(s, each)]
        used.update(silencers)
        if not silencers:
            kept.append(each)
    return kept, tuple(s for s in suppressions if s not in used)


def _silences(suppression: Suppression, found: Found) -> bool:
    if not suppression.start <= found.finding.start < suppression.end:
        return False
    if suppression.word:
        return suppression.word.casefold() in {found.term.casefold(), found.marked.casefold()}
    return suppression.rule in {"*", found.rule.id}
