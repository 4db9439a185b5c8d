"""Forms of the words that our alternatives use, against forms that were written down by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk.language.adjective_forms import comparative, inflected, is_adjective, superlative, without_e
from duidelijk.language.inflection import verb_forms
from duidelijk.language.noun_forms import NOUNS, noun, plural_of
from duidelijk.language.tabular import lexicon, rows, word_list
from duidelijk.suggesting.alternatives import parsed

GOLD = Path(__file__).parent / "gold" / "forms.tsv"
ROWS = [cells for _, cells in rows(GOLD)[1:]]
NONE = "-"


def of(kind: str) -> list[list[str]]:
    return [[word, *forms.split()] for soort, word, forms in ROWS if soort == kind]


def test_there_are_enough_forms() -> None:
    assert sum(form != NONE for _, _, forms in ROWS for form in forms.split()) >= 400


@pytest.mark.parametrize("row", of("werkwoord"), ids=lambda row: row[0])
def test_verb(row: list[str]) -> None:
    word, *forms = row
    verb = verb_forms(word)
    assert [verb.present_3, verb.past_singular, verb.past_plural, verb.participle] == forms


@pytest.mark.parametrize("row", of("naamwoord"), ids=lambda row: row[0])
def test_noun(row: list[str]) -> None:
    word, article, plural = row
    found = noun(word)
    assert found is not None
    many = found.in_number(True)
    assert (found.article, many.form if many else NONE) == (article, plural)


@pytest.mark.parametrize("row", of("bijvoeglijk"), ids=lambda row: row[0])
def test_adjective(row: list[str]) -> None:
    word, *forms = row
    found = [inflected(word), comparative(word), superlative(word)]
    assert [mine for mine, wanted in zip(found, forms, strict=True) if wanted != NONE] == [
        wanted for wanted in forms if wanted != NONE
    ]


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("grote", "groot"), ("oude", "oud"), ("hoge", "hoog"), ("brede", "breed"), ("lieve", "lief"),
        ("boze", "boos"), ("dikke", "dik"), ("officiële", "officieel"), ("openbare", "openbaar"),
        ("volgende", "volgend"), ("ondertekende", "ondertekend"), ("nadere", "nader"), ("open", "open"),
    ],
)  # fmt: skip
def test_takes_the_ending_off(word: str, base: str) -> None:
    assert without_e(word) == base


def test_keeps_a_word_that_it_does_not_know() -> None:
    assert without_e("xqzrple") == ""
    assert noun("xqzrpl") is None


@pytest.mark.parametrize(
    ("word", "article", "plural"),
    [("huurbedrag", "het", "huurbedragen"), ("parkeerregel", "de", "parkeerregels")],
)
def test_compound_is_like_its_last_part(word: str, article: str, plural: str) -> None:
    found = noun(word)
    assert found is not None
    assert (found.article, found.plural_form) == (article, plural)


def test_infinitive_is_a_noun_without_plural() -> None:
    found = noun("opsturen")
    assert found is not None
    assert (found.article, found.kind, found.in_number(True)) == ("het", "inf", None)


@pytest.mark.parametrize("row", lexicon(NOUNS).rows.items(), ids=lambda row: row[0])
def test_line_of_a_noun_is_needed_and_well_formed(row: tuple[str, dict[str, str]]) -> None:
    word, cells = row
    assert cells["lidwoord"] in {"de", "het"}
    assert cells["soort"] in {"", "stof", "mv", "beide"}
    assert cells["meervoud"] != plural_of(word)


PLACES = {
    "voor", "zonder-lidwoord", "met-lidwoord", "achter", "gezegde", "werkwoord", "graad", "vergrotend", "deel",
}  # fmt: skip


def test_places_of_adjectives_are_known() -> None:
    listed = lexicon("grammatica/bijvoeglijke-naamwoorden").rows
    assert {place for row in listed.values() for place in row["plaats"].split()} == PLACES


def test_most_alternatives_for_a_noun_have_a_known_noun() -> None:
    lists = ("formeel", "jargon", "vreemd", "beeldspraak")
    found = [
        parsed(text) is not None
        for name in lists
        for entry in word_list(name).entries
        if entry.pos == "NOUN" and entry.state != "mag"
        for text in entry.alternatives
        if "[" not in text and "…" not in text
    ]
    assert sum(found) / len(found) > 0.95


def test_knows_adjectives_with_their_ending() -> None:
    assert is_adjective("korte")
    assert is_adjective("groot")
    assert not is_adjective("tafel")
