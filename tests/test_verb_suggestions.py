"""A listed verb gives way to a plain one in its form and in Dutch order; silent where that isn't certain.

The sentences are in gold/verb_suggestions.tsv; here are the parts of an alternative, and what a list may say.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk import Checker
from duidelijk.language.context import parse
from duidelijk.language.tabular import rows, word_list
from duidelijk.suggesting.new_verbs import new_verb

TABLE = [cells for _, cells in rows(Path(__file__).parent / "gold" / "verb_suggestions.tsv")[1:]]
RULES = {"formeel-woord", "jargon", "vreemd-woord", "beeldspraak", "vaag-woord", "voorzetseluitdrukking"}
LISTS = ("formeel", "jargon", "vreemd", "beeldspraak")
VERBS = [
    (name, entry)
    for name in LISTS
    for entry in word_list(name).entries
    if entry.pos == "VERB" and entry.state != "mag" and not entry.term.endswith(" te")
]


@pytest.mark.parametrize(("before", "marked", "after"), TABLE)
def test_verb_gives_way_in_its_form_and_place(checker: Checker, before: str, marked: str, after: str) -> None:
    found = [
        finding
        for finding in checker.check_text(before).findings
        if finding.rule in RULES and before[finding.marks[0][0] : finding.marks[-1][1]] == marked
    ]
    assert len(found) == 1
    (finding,) = found
    if after == "-":
        assert finding.expected == ()
    else:
        assert before[: finding.start] + str(finding.expected[0]) + before[finding.end :] == after


PARTS = [
    ("terugsturen", ("", "", "terugsturen", "", "", "")),
    ("het eens zijn met", ("het", "eens", "zijn", "", "", "met")),
    ("zich houden aan", ("zich", "", "houden", "", "", "aan")),
    ("laten weten", ("", "", "laten", "weten", "", "")),
    ("niet door laten gaan", ("", "niet", "laten", "doorgaan", "", "")),
    ("er samen hard aan werken", ("er", "samen hard aan", "werken", "", "", "")),
    ("ermee stoppen", ("er", "mee", "stoppen", "", "", "")),
    ("te maken krijgen", ("", "te maken", "krijgen", "", "", "")),
    ("doen wat er gevraagd wordt", ("", "", "doen", "", "wat er gevraagd wordt", "")),
    ("het probleem niet noemen", ("", "het probleem niet", "noemen", "", "", "")),
    ("de kosten betalen", ("", "de kosten", "betalen", "", "", "")),
    ("recht hebben (op)", ("", "recht", "hebben", "", "", "op")),
]  # fmt: skip


@pytest.mark.parametrize(("alternative", "parts"), PARTS)
def test_parts_of_an_alternative(alternative: str, parts: tuple[str, ...]) -> None:
    new = new_verb(alternative)
    assert new is not None
    assert (new.light, new.before, new.name, new.behind, new.tail, new.preposition) == parts
    assert new.optional is alternative.endswith(")")


def test_every_alternative_has_a_verb_of_which_the_forms_are_known() -> None:
    wrong = [
        f"{name} {entry.term}: {text}"
        for name, entry in VERBS
        for text in entry.alternatives
        if new_verb(text) is None and text != "wilt u"
    ]
    assert wrong == []


def test_what_a_list_lets_in_is_an_alternative_of_the_row() -> None:
    wrong = [
        f"{name} {entry.term}: {text}"
        for name, entry in VERBS
        for text in parse(entry.context).words("ruil")
        if text not in entry.alternatives
    ]
    assert wrong == []


def test_what_takes_the_place_of_a_passive_has_a_known_verb() -> None:
    wrong = [
        f"{name} {entry.term}: {text}"
        for name, entry in VERBS
        for text in parse(entry.context).words("samen")
        if new_verb(text) is None
    ]
    assert wrong == []
