"""Lemmas: of known forms, compounds and unseen forms; a capital at the start of a sentence is not kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from duidelijk.language.lemmas import DutchLemmatizer, LemmaTable, edited, lemma_class, lemma_of
from duidelijk.language.pipeline import load_pipeline

TABLE = LemmaTable(
    forms={"N|soort|mv": {"huizen": "huis"}, "WW|vd": {"gestuurd": "sturen"}, "LID": {"de": "de"}},
    endings={"WW|pv|verl": {"": "|0:", "de": "|2:en", "kte": "|2:en"}, "WW|vd": {"d": "g|1:en"}},
    particles=("terug", "op"),
    joined=frozenset({"vaststellen"}),
)
FINITE, PLURAL, PARTICIPLE = "WW|pv|verl|ev", "N|soort|mv|basis", "WW|vd|vrij|zonder"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("WW|pv|tgw|met-t", "WW|pv|tgw"),
        ("WW|vd|prenom|met-e", "WW|vd"),
        ("N|soort|ev|dim|onz|stan", "N|soort|ev|dim"),
        ("ADJ|prenom|comp|met-e|stan", "ADJ|comp"),
        ("ADJ|vrij|basis|zonder", "ADJ|basis"),
        ("LID|bep|stan|rest", "LID"),
    ],
)
def test_part_of_the_tag_decides(tag: str, expected: str) -> None:
    assert lemma_class(tag) == expected


@pytest.mark.parametrize(
    ("form", "edit", "expected"),
    [
        ("meldde", "|2:en", "melden"),
        ("gebeld", "g|1:len", "bellen"),
        ("opgebeld", "g|1:len", "opbellen"),
        ("geïnd", "g|1:nen", "innen"),
        ("beloofd", "g|1:en", None),
        ("de", "|2:en", None),
    ],
)
def test_edits(form: str, edit: str, expected: str | None) -> None:
    assert edited(form, edit, TABLE.particles) == expected


@pytest.mark.parametrize(
    ("form", "tag", "starts", "expected"),
    [
        ("huizen", PLURAL, False, "huis"),
        ("Huizen", PLURAL, True, "huis"),
        ("bejaardenhuizen", PLURAL, False, "bejaardenhuis"),
        ("teruggestuurd", PARTICIPLE, False, "terugsturen"),
        ("blafte", FINITE, False, "blafte"),
        ("werkte", FINITE, False, "werken"),
        ("De", "LID|bep|stan|rest", True, "de"),
        ("Dronten", "N|eigen|ev|basis|onz|stan", True, "Dronten"),
        ("UWV", "N|soort|ev|basis|onz|stan", False, "UWV"),
        ("3e", "TW|rang|prenom|stan", False, "3"),
    ],
)
def test_lemma_of_a_form(form: str, tag: str, starts: bool, expected: str) -> None:
    assert lemma_of(TABLE, form, tag, starts=starts) == expected


def particle_doc(nlp: Language, particle: str, tag: str, verb: str) -> Doc:
    words = [verb, "het", particle]
    tags = ["WW|pv|tgw|ev", "VNW|pers|pron|stan|red|3|ev|onz", tag]
    return Doc(nlp.vocab, words=words, tags=tags, heads=[0, 0, 0], deps=["ROOT", "obj", "compound:prt"])


@pytest.mark.parametrize(
    ("verb", "particle", "tag", "expected"),
    [
        ("stuur", "terug", "BW", "terugsturen"),
        ("stuur", "op", "VZ|fin", "opsturen"),
        ("stel", "vast", "ADJ|vrij|basis|zonder", "vaststellen"),
        ("stel", "beschikbaar", "ADJ|vrij|basis|zonder", "stellen"),
        ("laat", "zien", "WW|inf|vrij|zonder", "laten"),
    ],
)
def test_a_particle_joins_the_verb(nlp: Language, verb: str, particle: str, tag: str, expected: str) -> None:
    forms = {"WW|pv|tgw": {"stuur": "sturen", "stel": "stellen", "laat": "laten"}}
    lemmatizer = DutchLemmatizer(nlp.vocab, "lemmatizer")
    lemmatizer.use(LemmaTable(forms=forms, joined=TABLE.joined))
    assert lemmatizer(particle_doc(nlp, particle, tag, verb))[0].lemma_ == expected


def test_the_table_survives_the_disk(nlp: Language, tmp_path: Path) -> None:
    lemmatizer = DutchLemmatizer(nlp.vocab, "lemmatizer")
    lemmatizer.use(TABLE)
    lemmatizer.to_disk(tmp_path)
    assert DutchLemmatizer(nlp.vocab, "lemmatizer").from_disk(tmp_path).table == TABLE


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("liep", "WW|pv|verl|ev", "lopen"),
        ("besloten", "WW|vd|vrij|zonder", "besluiten"),
        ("aangevraagd", "WW|vd|vrij|zonder", "aanvragen"),
        ("afgewezen", "WW|vd|vrij|zonder", "afwijzen"),
        ("faxte", "WW|pv|verl|ev", "faxen"),
        ("whatsappte", "WW|pv|verl|ev", "whatsappen"),
        ("formuliertje", "N|soort|ev|dim|onz|stan", "formulier"),
        ("formulieren", "N|soort|mv|basis", "formulier"),
        ("parkeervergunningen", "N|soort|mv|basis", "parkeervergunning"),
        ("inkomensgegevens", "N|soort|mv|basis", "inkomensgegeven"),
        ("duidelijkere", "ADJ|prenom|comp|met-e|stan", "duidelijk"),
        ("Nederlandse", "ADJ|prenom|basis|met-e|stan", "Nederlands"),
    ],
)
def test_the_embedded_table_knows_regular_and_irregular_forms(
    nlp: Language, form: str, tag: str, lemma: str
) -> None:
    table = nlp.get_pipe("lemmatizer").table  # type: ignore[attr-defined]
    assert lemma_of(table, form, tag, starts=False) == lemma


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Wij bellen u morgen op.", "bellen", "opbellen"),
        ("Daarom wijzen wij uw aanvraag af.", "wijzen", "afwijzen"),
        ("Formulieren vindt u op de website.", "Formulieren", "formulier"),
        ("De gemeente heeft het besluit genomen.", "genomen", "nemen"),
    ],
)
def test_lemmas_in_a_sentence(nlp: Language, text: str, word: str, lemma: str) -> None:
    (token,) = [t for t in nlp(text) if t.text == word]
    assert token.lemma_ == lemma
