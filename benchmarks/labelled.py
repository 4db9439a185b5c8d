"""How right the rules are on sentences and letters that were labelled by hand before the rules were made.

Run from the project folder: ``python -m benchmarks.labelled [--set a] [--show]``; takes half a minute.

``tests/gold/rulebook_sentences.tsv``: a text, the rules that must fire with the words they must touch
(``rule=words | rule=words``), and the rules for which it is a look-alike. ``tests/gold/letters.tsv``: the
same for whole letters and pages, where the words may be left out.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from duidelijk import Checker
from duidelijk.model import Finding

GOLD = Path(__file__).parent.parent / "tests" / "gold"
LETTER_RULES = frozenset(
    "tussenkopjes lijst kernboodschap actie-en-termijn contactgegevens lengte lange-alinea linktekst vragen "
    "lezer-niet-aangesproken standaardzin dreigende-toon wetsartikel hoofdletters aanspreekvorm".split()
)


SENTENCE_RULES = frozenset(
    "bijzinnen lange-aanloop hulpwerkwoorden toekomende-tijd haakjes opsomming-in-zin te-infinitief men-vorm "
    "voorzetselketen lijdende-vorm dubbele-ontkenning naamwoordstijl tangconstructie".split()
)
TONE_RULES = frozenset(
    "lezer-niet-aangesproken dreigende-toon negatieve-toon standaardzin wetsartikel vage-tijd datum-notatie "
    "getal-notatie cijferreeks hoofdletters vragen aanspreekvorm".split()
)
WORD_RULES = frozenset(
    "formeel-woord jargon vreemd-woord moeilijk-woord voorzetseluitdrukking verwijswoord afkorting "
    "lang-woord beeldspraak vaag-woord".split()
)
INSTEAD = {
    **dict.fromkeys(WORD_RULES, WORD_RULES | {"standaardzin", "datum-notatie", "vage-tijd", "lijdende-vorm"}),
    "dubbele-ontkenning": frozenset({"negatieve-toon"}),
    "lange-aanloop": frozenset({"tangconstructie", "standaardzin"}),
    "lijdende-vorm": frozenset({"men-vorm"}),
    "naamwoordstijl": frozenset({"formeel-woord", "jargon"}),
}
"""Rules that may speak instead about the same words: one phenomenon gives one finding."""
JUDGED = {
    "c": SENTENCE_RULES,
    "d": TONE_RULES,
    "e": SENTENCE_RULES,
    "f": TONE_RULES,
    "g": WORD_RULES,
    "h": WORD_RULES,
}
"""The rules for which every text of a set was labelled; of other sets all that speak of loose sentences."""


@dataclass(frozen=True)
class Case:
    """A labelled text under its name: ``labels`` are (rule, words it must touch, empty = anywhere).

    ``silent``: the rules it is a look-alike for; ``judged``: those that all texts like it were labelled for.
    """

    part: str
    name: str
    labels: tuple[tuple[str, str], ...]
    silent: frozenset[str]
    judged: frozenset[str]
    findings: tuple[Finding, ...]
    text: str


@dataclass
class Score:
    """The counts of one rule: ``grave`` = of severity fout or waarschuwing; texts go with each mistake."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    grave_right: int = 0
    grave_wrong: list[str] = field(default_factory=list)
    found: int = 0
    missed: list[str] = field(default_factory=list)
    quiet: int = 0
    loud: list[str] = field(default_factory=list)


def sentences(checker: Checker, part: str = "") -> Iterator[Case]:
    """The labelled sentences, checked."""
    for cells in rows(GOLD / "rulebook_sentences.tsv"):
        if part in ("", cells[0]):
            findings = checker.check_text(cells[2]).findings
            judged = JUDGED.get(cells[0], SENTENCE_RULES | TONE_RULES | {"lange-zin"})
            labels, silent = labels_in(cells[3], "|"), _names(cells[4])
            yield Case(cells[0], cells[2], labels, silent, judged, findings, cells[2])


def letters(checker: Checker, part: str = "") -> Iterator[Case]:
    """The labelled letters and pages, checked; only what the rules for whole texts say counts."""
    for cells in rows(GOLD / "letters.tsv"):
        if part in ("", cells[0]):
            result = checker.check_file(GOLD / "letters" / cells[1], genre=cells[2])  # type: ignore[arg-type]
            labels, silent = labels_in(cells[3], ","), _names(cells[4])
            text = result.document.text
            yield Case(cells[0], cells[1], labels, silent, LETTER_RULES, result.findings, text)


def rows(path: Path) -> Iterator[list[str]]:
    """The cells of every line with a label."""
    lines = path.read_text(encoding="utf-8").splitlines()
    width = len(lines[0].split("\t"))
    for line in lines[1:]:
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (width - len(cells))


def labels_in(cell: str, separator: str) -> tuple[tuple[str, str], ...]:
    """The labels in a cell: (rule, words it must touch)."""
    parts = (part.strip().partition("=") for part in cell.split(separator) if part.strip())
    return tuple((rule.strip(), words.strip()) for rule, _, words in parts)


def _names(cell: str) -> frozenset[str]:
    return frozenset(filter(None, (name.strip() for name in cell.split(","))))


def touches(finding: Finding, rule: str, words: str, text: str) -> bool:
    """Whether a finding is one of this rule on these words."""
    if finding.rule != rule:
        return False
    at = text.find(words) if words else -1
    spans = (finding.marks, ((finding.start, finding.end),))
    return at < 0 or any(start < at + len(words) and at < end for each in spans for start, end in each)


def scores(cases: list[Case], *, per_text: bool) -> dict[str, Score]:
    """The score of each rule; ``per_text``: a rule counts once in a text, wherever it speaks."""
    table: dict[str, Score] = defaultdict(Score)
    for case in cases:
        _add(table, case, per_text)
    return dict(sorted(table.items()))


def _add(table: dict[str, Score], case: Case, per_text: bool) -> None:
    said: set[str] = set()
    for finding in case.findings:
        if finding.rule not in case.judged or (per_text and finding.rule in said):
            continue
        said.add(finding.rule)
        score = table[finding.rule]
        labels = [
            (finding.rule, words)
            for rule, words in case.labels
            if finding.rule in {rule} | INSTEAD.get(rule, frozenset())
        ]
        right = bool(labels) if per_text else any(touches(finding, *label, case.text) for label in labels)
        note = f"{case.name}   [{finding.severity}: {finding.actual}]"
        score.right, score.grave_right = (
            score.right + right,
            score.grave_right + (right and finding.severity != "tip"),
        )
        if not right:
            score.wrong.append(note)
            if finding.severity != "tip":
                score.grave_wrong.append(note)
    for rule, words in case.labels:
        speaking = {rule} | INSTEAD.get(rule, frozenset())
        place = "" if per_text else words
        found = any(touches(f, each, place, case.text) for f in case.findings for each in speaking)
        table[rule].found += found
        if not found:
            table[rule].missed.append(f"{case.name}   [{words}]")
    for rule in case.silent:
        loud = [f for f in case.findings if f.rule == rule]
        table[rule].quiet += not loud
        table[rule].loud += [f"{case.name}   [{f.severity}: {f.actual}]" for f in loud[:1]]


def share(good: int, bad: int) -> str:
    """A share as text, with the numbers behind it."""
    return f"{good / (good + bad):.2f} ({good}/{good + bad})" if good + bad else "–"


def report(table: dict[str, Score], *, show: bool) -> None:
    """Prints a line per rule, and its mistakes when asked."""
    print(f"{'regel':<26}{'precisie grof':>17}{'precisie alle':>17}{'gevonden':>17}{'stil':>17}")
    for rule, score in table.items():
        columns = (
            share(score.grave_right, len(score.grave_wrong)),
            share(score.right, len(score.wrong)),
            share(score.found, len(score.missed)),
            share(score.quiet, len(score.loud)),
        )
        print(f"{rule:<26}" + "".join(f"{column:>17}" for column in columns))
        if show:
            for name in ("wrong", "missed", "loud"):
                for text in getattr(score, name):
                    print(f"    {name}: {text}")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--set", default="", dest="part")
    options.add_argument("--show", action="store_true")
    options.add_argument("--rule", default="")
    chosen = options.parse_args()
    checker = Checker()
    for cases, per_text in ((sentences(checker, chosen.part), False), (letters(checker, chosen.part), True)):
        table = scores(list(cases), per_text=per_text)
        rules = chosen.rule.split(",") if chosen.rule else list(table)
        report({rule: table[rule] for rule in rules if rule in table}, show=chosen.show)
        print()


if __name__ == "__main__":
    main()
