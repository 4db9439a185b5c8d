"""Every line of every word list: well-formed, no doubles, alternatives that are plainer than the term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from duidelijk import Checker
from duidelijk.language.context import parse
from duidelijk.language.frequency import zipf
from duidelijk.language.lemmas import embedded_table
from duidelijk.language.lookup import lookup
from duidelijk.language.patterns import patterns_of
from duidelijk.language.tabular import lexicon, word_list
from duidelijk.language.wordforms import possible_forms, starts_in
from duidelijk.model import Entry

LISTS = {
    "formeel": 1000,
    "jargon": 1800,
    "vreemd": 450,
    "voorzetsel": 250,
    "verwijswoord": 110,
    "afkortingen": 800,
    "beeldspraak": 400,
    "vaag": 60,
    "vage-tijd": 40,
}
FIELDS = {"recht", "belasting", "sociaal", "zorg", "jeugd", "ruimte", "ict", "bestuur"}
CLASSES = {"ADJ", "ADP", "ADV", "CCONJ", "DET", "NOUN", "PRON", "SCONJ", "VERB", "X"}
REASON = "zeldzamer alternatief: "
ENTRIES = [(name, entry) for name in LISTS for entry in word_list(name).entries]
SPEAKING = [(name, entry) for name, entry in ENTRIES if entry.state != "mag"]
REPLACED = [(name, entry) for name, entry in SPEAKING if entry.alternatives and name != "afkortingen"]
LIGHT_ONES = {"verwijswoord", "vaag"}
"""Of these lists, an entry of weight 1 is at most a tip, and still better than an abbreviation or a dead word."""
PLAIN = {
    entry.term.lower()
    for name, entry in SPEAKING
    if not {"na", "voor", "met", "na-pos", "voor-pos"} & parse(entry.context).lists.keys()
    and not (entry.weight == 1 and (name in LIGHT_ONES or entry.state == "leg-uit"))
}
"""Terms that are flagged wherever they stand; not those that may stay, and that most readers know."""
_KNOWN = {"NOUN": ("N|soort|ev", "N|soort|mv", "N|soort|ev|dim"), "VERB": ("WW|inf",), "ADJ": ("ADJ|basis", "WW|vd", "WW|od")}  # fmt: skip


MAY_BE = {"NOUN": {"NOUN", "VERB", "ADJ"}, "VERB": {"VERB"}, "ADJ": {"ADJ"}}
"""An infinitive or adjective can stand in the place of a noun: *het meedoen*, *anderen*."""


def faults(found: Iterator[str]) -> None:
    """Fails with all of them: a list is mended in one go."""
    wrong = [*found]
    assert not wrong, "\n".join(wrong)


def test_fields_of_jargon() -> None:
    assert {entry.field for entry in word_list("jargon").entries} == FIELDS


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


def test_everyday_words_are_on_no_other_list() -> None:
    speaking = {entry.term.lower() for _, entry in SPEAKING}
    assert sorted(speaking & lexicon("bekend").rows.keys()) == []


@pytest.mark.parametrize("name", LISTS)
def test_lines_are_well_formed(name: str) -> None:
    faults(fault for entry in word_list(name).entries for fault in _malformed(name, entry))


def _malformed(name: str, entry: Entry) -> Iterator[str]:
    term = entry.term
    try:
        parse(entry.context)
    except ValueError as problem:
        yield f"{term}: {problem}"
    conditions = [part.partition(":")[0].strip() for part in entry.context.split(";")]
    if len(set(conditions)) < len(conditions):
        yield f"{term}: van twee voorwaarden van een soort telt alleen de laatste"
    if entry.pos not in CLASSES:
        yield f"{term}: woordsoort {entry.pos}"
    if not entry.source or term != " ".join(term.split()):
        yield f"{term}: geen bron, of spaties te veel"
    if len(set(entry.alternatives)) < len(entry.alternatives):
        yield f"{term}: een alternatief staat er twee keer"
    if entry.state != "mag" and not (entry.alternatives or entry.explanation):
        yield f"{term}: geen alternatief en geen uitleg"
    if name == "jargon" and not entry.explanation:
        yield f"{term}: geen uitleg"
    if entry.explanation and not _is_sentence(entry.explanation):
        yield f"{term}: {entry.explanation}"


def _is_sentence(text: str) -> bool:
    """A capital (or a quotation mark, or a figure), a full stop, at most twenty words."""
    begins = text[0].isupper() or text[0].isdigit() or text[0] in "‘'€"
    return begins and text[-1] in ".?" and len(text.split()) <= 20


@pytest.mark.parametrize("name", LISTS)
def test_no_alternative_is_flagged_itself(name: str) -> None:
    faults(
        f"{entry.term}: {alternative} ({', '.join(found)})"
        for entry in word_list(name).entries
        if entry.state == "vervang" or (entry.state == "leg-uit" and name != "afkortingen")
        for alternative in entry.alternatives
        if (found := sorted(_flagged(alternative.lower())))
    )


def _flagged(text: str) -> set[str]:
    """The plain terms of which the words stand in a text one after the other."""
    words = text.split()
    runs = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    return PLAIN & set(runs)


@pytest.mark.parametrize("name", [name for name in LISTS if name != "afkortingen"])
def test_alternative_is_as_common_as_the_term(name: str) -> None:
    """A single word against a single word; a list may give a reason in its last column."""
    faults(
        f"{entry.term} {zipf(entry.term.lower())}: {alternative} {zipf(alternative.lower())}"
        for entry in word_list(name).entries
        if entry.state != "mag" and " " not in entry.term and REASON not in entry.source
        for alternative in entry.alternatives
        if " " not in alternative
        and "[" not in alternative
        and zipf(alternative.lower()) < zipf(entry.term.lower())
    )


@cache
def classes(word: str) -> frozenset[str]:
    """The classes in which the pipeline's own table knows a word."""
    forms = embedded_table().forms
    return frozenset(
        pos for pos, kinds in _KNOWN.items() if any(word in forms.get(kind, {}) for kind in kinds)
    )


@pytest.mark.parametrize("name", [name for name in LISTS if name != "afkortingen"])
def test_parts_of_speech_agree(name: str) -> None:
    """A noun for a noun, an infinitive for a verb, an adjective for an adjective, where the word is known."""
    faults(
        f"{entry.term} {entry.pos}: {alternative} {sorted(known)}"
        for entry in word_list(name).entries
        if entry.pos in _KNOWN and entry.state == "vervang" and " " not in entry.term
        if "zinsbouw" not in entry.context
        for alternative in entry.alternatives
        if " " not in alternative and (known := classes(alternative)) and not known & MAY_BE[entry.pos]
    )


FRAMES = {
    "VERB": "Wij willen dit {}.",
    "VERB+": "Wij willen {} de kosten.",
    "NOUN": "Het gaat over {}.",
    "ADJ": "Dit is {}.",
}


def _frame(pos: str, alternative: str) -> str:
    """A sentence with room for the alternative; what ends in a preposition needs something behind it."""
    *_, last = alternative.split()
    return FRAMES["VERB+" if pos == "VERB" and last in embedded_table().forms["VZ"] else pos]


@pytest.mark.parametrize("name", [name for name in LISTS if name != "afkortingen"])
def test_alternatives_of_several_words_parse(checker: Checker, name: str) -> None:
    """In a sentence with room for the term, a phrase for a verb has an infinitive, one for a noun a noun."""
    wanted = {"VERB": {"VERB", "AUX"}, "NOUN": {"NOUN", "PROPN", "PRON", "VERB", "ADJ"}}
    listed = [
        (entry, alternative)
        for entry in word_list(name).entries
        if entry.pos in wanted and entry.state == "vervang" and not entry.term.endswith(" te")
        for alternative in entry.alternatives
        if " " in alternative and "[" not in alternative and "…" not in alternative
    ]
    docs = checker._nlp.pipe([_frame(e.pos, a).format(a) for e, a in listed], batch_size=256)
    faults(
        f"{entry.term} {entry.pos}: {alternative}"
        for (entry, alternative), doc in zip(listed, docs, strict=True)
        if not wanted[entry.pos] & {t.pos_ for t in doc[2:] if t.text in alternative.split()}
        and not any(entry.pos in classes(word) for word in alternative.split())
    )


@pytest.mark.parametrize("name", [name for name in LISTS if name != "afkortingen"])
def test_text_that_holds_a_term_opens_its_line(name: str) -> None:
    """A list is worked out only as far as the first letters of a text ask; no form may fall outside that."""
    faults(
        f"{entry.term}: {form}"
        for entry in word_list(name).entries
        for form in _telling_forms(entry)
        if not _opens(name, entry, form)
    )


def _telling_forms(entry: Entry) -> set[str]:
    """The forms of single words in all their inflection; the other terms are found by a fixed word."""
    if " " in entry.term or "deel:" in entry.context:
        return set()
    listed = parse(entry.context).words("vormen")
    return set(listed) or set(possible_forms(entry.term.replace("~", ""), entry.pos))


def _opens(name: str, entry: Entry, form: str) -> bool:
    known = lookup(word_list(name)).patterns(starts_in({form}))
    keys = {key for pattern in patterns_of(entry) for key in pattern.slots[pattern.anchor].forms}
    return any(pattern.entry == entry for key in keys for pattern in known.get(key, ()))
