"""Every line of every word list: well-formed, no doubles, alternatives that are plainer than the term."""

from __future__ import annotations

from collections import Counter

import pytest

from duidelijk.language.context import parse
from duidelijk.language.frequency import zipf
from duidelijk.language.tabular import word_list
from duidelijk.model import Entry

LISTS = {"formeel": 450, "jargon": 200, "voorzetsel": 70, "afkortingen": 120, "vage-tijd": 40}
CLASSES = {"ADJ", "ADP", "ADV", "CCONJ", "DET", "NOUN", "PRON", "SCONJ", "VERB", "X"}
REASON = "zeldzamer alternatief: "
ENTRIES = [(name, entry) for name in LISTS for entry in word_list(name).entries]
SPEAKING = [(name, entry) for name, entry in ENTRIES if entry.state != "mag"]
PLAIN = {
    entry.term.lower()
    for _, entry in SPEAKING
    if not {"na", "voor", "met"} & parse(entry.context).lists.keys()
}
"""Terms that are flagged wherever they stand."""


def ids(pairs: list[tuple[str, Entry]]) -> list[str]:
    return [f"{name}:{entry.term}" for name, entry in pairs]


@pytest.mark.parametrize(("name", "least"), LISTS.items())
def test_list_is_long_enough(name: str, least: int) -> None:
    assert len(word_list(name).entries) >= least


def test_no_entry_twice() -> None:
    keys = Counter((entry.term.replace("~", ""), entry.pos, entry.context) for _, entry in ENTRIES)
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_term_in_two_lists() -> None:
    lists: dict[str, set[str]] = {}
    for name, entry in SPEAKING:
        lists.setdefault(entry.term.replace("~", ""), set()).add(name)
    assert {term: names for term, names in lists.items() if len(names) > 1} == {}


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=ids(ENTRIES))
def test_line_is_well_formed(name: str, entry: Entry) -> None:
    parse(entry.context)
    conditions = [part.partition(":")[0].strip() for part in entry.context.split(";")]
    assert len(set(conditions)) == len(conditions), "of two conditions of a kind only the last counts"
    assert entry.pos in CLASSES
    assert entry.source
    assert entry.term == " ".join(entry.term.split())
    assert len(set(entry.alternatives)) == len(entry.alternatives)
    assert entry.state == "mag" or entry.alternatives or entry.explanation
    if name == "jargon":
        assert entry.explanation[0].isupper() and entry.explanation[-1] == "."
        assert len(entry.explanation.split()) <= 20


@pytest.mark.parametrize(("name", "entry"), SPEAKING, ids=ids(SPEAKING))
def test_no_alternative_is_flagged_itself(name: str, entry: Entry) -> None:
    if name == "afkortingen" and entry.state == "leg-uit":
        return  # what it stands for is a name, and can't be chosen
    for alternative in entry.alternatives:
        assert not [term for term in PLAIN if f" {term} " in f" {alternative.lower()} "], alternative


@pytest.mark.parametrize(("name", "entry"), SPEAKING, ids=ids(SPEAKING))
def test_alternative_is_as_common_as_the_term(name: str, entry: Entry) -> None:
    """A single word against a single word; a list may give a reason in its last column."""
    if REASON in entry.source or " " in entry.term or name == "afkortingen":
        return
    for alternative in entry.alternatives:
        if " " not in alternative and "[" not in alternative:
            assert zipf(alternative.lower()) >= zipf(entry.term.lower()), alternative
