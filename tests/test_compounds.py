"""Compounds: which words are cut, and where; which are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk.language.compounds import LONGEST, parts_of, split
from duidelijk.language.difficulty import KNOWN, ease

GOLD = Path(__file__).parent / "gold" / "compounds.tsv"
LEAST_SPLIT, LEAST_RIGHT = 0.95, 0.95


def long_compounds() -> list[tuple[str, tuple[str, ...]]]:
    """Compounds of three parts or more, with their parts."""
    rows = [line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines()[1:]]
    return [(word, tuple(parts.replace("é", "e").split("_"))) for word, parts in rows]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("gemeentehuis", ("gemeente", "huis")),
        ("verkeersbesluit", ("verkeer", "besluit")),
        ("hondenbelasting", ("hond", "belasting")),
        ("zonnescherm", ("zon", "scherm")),
        ("kinderkaartje", ("kind", "kaart")),
        ("parkeerkaart", ("parkeer", "kaart")),
        ("snelweg", ("snel", "weg")),
        ("woz-waarde", ("woz", "waarde")),
        ("bewaartermijnen", ("bewaar", "termijn")),
        ("bestemmingsplanwijziging", ("bestemming", "plan", "wijziging")),
        ("parkeervergunningaanvraagformulier", ("parkeer", "vergunning", "aanvraag", "formulier")),
        ("hemelwaterafvoersysteem", ("hemel", "water", "afvoer", "systeem")),
    ],
)
def test_compound_is_cut_into_known_words(word: str, parts: tuple[str, ...]) -> None:
    assert parts_of(word) == parts


@pytest.mark.parametrize(
    "word",
    [
        "vergunning",
        "aanvraag",
        "uitkering",
        "bewoner",
        "verantwoordelijkheid",
        "rapportering",
        "goedkoper",
        "maatschappelijk",
        "voorstel",
        "bakker",
        "wonen",
        "Dronten",
        "kat",
        "",
        "-",
        "----------",
        "a" * (LONGEST + 1),
    ],
)
def test_word_of_one_part_stays_whole(word: str) -> None:
    assert parts_of(word) == (word,)


def test_parts_stand_in_the_word_one_after_the_other() -> None:
    for word, _ in long_compounds():
        at = 0
        for part in split(word):
            at = word.find(part.text[:2], at)
            assert at >= 0, word


def test_long_compounds_are_cut() -> None:
    words = long_compounds()
    assert len(words) >= 150
    whole = [word for word, _ in words if len(parts_of(word)) < 2]
    assert len(whole) <= (1 - LEAST_SPLIT) * len(words), whole


def test_cuts_stand_where_they_should() -> None:
    """A part may be coarser (*rijbewijs* is a word that everyone knows), never cut elsewhere."""
    words = long_compounds()
    wrong = [(w, got) for w, parts in words if "".join(got := parts_of(w)) not in {"".join(parts), w}]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(words), wrong


@pytest.mark.parametrize("word", ["kliko", "dakkapel", "paspoort", "rolstoel", "lantaarnpaal"])
def test_everyday_word_is_easy_though_seldom_written(word: str) -> None:
    assert ease(word, word).zipf >= min(KNOWN, 4.0)


@pytest.mark.parametrize(
    ("easier", "harder"),
    [
        ("fiets", "rijwiel"),
        ("terugsturen", "retourneren"),
        ("verschil", "discrepantie"),
        ("afvalpas", "forensenheffing"),
        ("vinder", "exegeet"),
        ("onbereikbaar", "onverkwikkelijk"),
    ],
)
def test_plain_word_is_easier(easier: str, harder: str) -> None:
    assert ease(easier, easier).zipf > ease(harder, harder).zipf


def test_compound_is_as_easy_as_its_hardest_side() -> None:
    hard = ease("forensenheffing", "forensenheffing")
    assert hard.parts == ("forens", "heffing")
    assert hard.zipf <= ease("heffing", "heffing").zipf


def test_inflected_form_is_as_easy_as_its_lemma() -> None:
    assert ease("vernietigde", "vernietigen").zipf == ease("vernietigen", "vernietigen").zipf
