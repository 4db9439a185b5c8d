"""Where sentences of letters begin and end: punctuation alone, and with the whole pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.util import is_package

from duidelijk.language.boundaries import NAME
from duidelijk.language.pipeline import EMBEDDED, load_pipeline
from duidelijk.language.tokenizing import abbreviations, extend_tokenizer, merge_spaced

GOLD = Path(__file__).parent / "gold" / "sentences.txt"
CASES = [line for line in GOLD.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]

TOKENS = [
    ("Uw brief d.d. 3 maart jl. ligt bij dhr. Smit.", "Uw brief d.d. 3 maart jl. ligt bij dhr. Smit ."),
    ("Bel i.v.m. uw zaak.", "Bel i.v.m. uw zaak ."),
    ("I.v.m. Pasen dicht.", "I.v.m. Pasen dicht ."),
    ("Dat past het best.", "Dat past het best ."),
    ("Wij helpen u.", "Wij helpen u ."),
    ("Kijk op www.dronten.nl.", "Kijk op www.dronten.nl ."),
    ("(Kijk op dronten.nl/afval?wijk=3.)", "( Kijk op dronten.nl/afval?wijk=3 . )"),
    ("Mail info@dronten.nl, of bel.", "Mail info@dronten.nl , of bel ."),
    ("Bel 14 0321.", "Bel 14 0321 ."),
    ("Zaak Z-24-1234 en 2024-00123.", "Zaak Z-24-1234 en 2024-00123 ."),
    ("U krijgt € 1.250,-.", "U krijgt € 1.250,- ."),
    ("Kom om 9.00 uur.", "Kom om 9.00 uur ."),
    ("De 1e keer is het 3° en 5%.", "De 1e keer is het 3° en 5% ."),
    ("Een hok van 12m² of 3 m².", "Een hok van 12m² of 3 m² ."),
    ("De foto’s en auto's van ’s ochtends", "De foto’s en auto's van ’s ochtends"),
    ("Een (her)beoordeling van uw bewijsstuk(ken).", "Een (her)beoordeling van uw bewijsstuk(ken) ."),
    ("Log in met DigiD.", "Log in met DigiD ."),
    ("U woont op 12A.", "U woont op 12A ."),
    ("(zie punt 8):", "( zie punt 8 ) :"),
    ("In ’24 of t/m 2025.", "In ’24 of t/m 2025 ."),
]
JOINED = [
    ("Beste {{naam}}, dit is uw bedrag: [[bedrag]].", ["{{naam}}", "[[bedrag]]"]),
    ("Op «adres» woont {{ naam van de bewoner }}.", ["«adres»", "{{ naam van de bewoner }}"]),
    ("Betaal op NL91 ABNA 0417 1643 00.", ["NL91 ABNA 0417 1643 00"]),
    ("Betaal op NL91ABNA0417164300.", ["NL91ABNA0417164300"]),
]


@pytest.fixture(scope="module")
def plain() -> Language:
    """Tokens and punctuation only: no trained part decides here."""
    nlp = spacy.blank("nl")
    extend_tokenizer(nlp)
    nlp.add_pipe(NAME)
    return nlp


@pytest.fixture(scope="module", params=["nl_duidelijk", "nl_core_news_md"])
def whole(request: pytest.FixtureRequest) -> Language:
    """Everything a check gets, by the pipeline of the house and by the one others use."""
    if request.param != EMBEDDED and not is_package(request.param):
        pytest.skip(f"{request.param} is not installed")
    return load_pipeline(request.param)


def text_of(case: str) -> str:
    return case.replace(" | ", " ").replace("⏎ ", "⏎").replace("⏎", "\n")


def sentences_of(case: str) -> list[str]:
    return [part.replace("⏎", "\n").strip() for part in case.split(" | ")]


def test_there_are_at_least_150_cases_and_none_twice() -> None:
    assert len(CASES) >= 150
    assert len(set(CASES)) == len(CASES)


@pytest.mark.parametrize("case", CASES)
def test_punctuation_decides(plain: Language, case: str) -> None:
    assert [sentence.text.strip() for sentence in plain(text_of(case)).sents] == sentences_of(case)


def test_the_whole_pipeline_keeps_these_sentences(whole: Language) -> None:
    docs = whole.pipe([text_of(case) for case in CASES])
    found = [" | ".join(sentence.text.strip() for sentence in doc.sents) for doc in docs]
    assert found == [" | ".join(sentences_of(case)) for case in CASES]


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_left_to_the_parser(plain: Language, case: str) -> None:
    assert all(token.is_sent_start is not None for token in plain(text_of(case)))


@pytest.mark.parametrize(("text", "tokens"), TOKENS)
def test_tokens(plain: Language, text: str, tokens: str) -> None:
    assert " ".join(token.text for token in plain(text)) == tokens


@pytest.mark.parametrize(("text", "fields"), JOINED)
def test_a_field_or_account_number_is_one_token(plain: Language, text: str, fields: list[str]) -> None:
    doc = plain(text)
    assert doc.text == text
    assert set(fields) <= {token.text for token in doc}


@pytest.mark.parametrize("abbreviation", sorted(abbreviations()))
def test_an_abbreviation_is_one_token(plain: Language, abbreviation: str) -> None:
    assert abbreviation in [token.text for token in plain(f"Zie {abbreviation} hier")]


def test_extending_twice_changes_nothing(plain: Language) -> None:
    once = spacy.blank("nl")
    extend_tokenizer(once)
    before = once.tokenizer.to_bytes()
    extend_tokenizer(once)
    assert once.tokenizer.to_bytes() == before


def test_a_saved_tokenizer_stays_extended(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    extend_tokenizer(nlp)
    nlp.to_disk(tmp_path)
    text = "Wij helpen u. Bel mw. De Groot (zie punt 8): foto’s en (her)keuring."
    assert [t.text for t in spacy.load(tmp_path)(text)] == [t.text for t in nlp(text)]


def test_a_long_stretch_without_full_stops_is_left_to_the_parser(plain: Language) -> None:
    doc = plain("wij sturen u een brief daarin staat wat u moet doen u moet bellen met de gemeente " * 3)
    assert doc[0].is_sent_start is True
    assert all(token.is_sent_start is None for token in doc[1:])


def test_a_text_without_any_full_stop_comes_to_an_end(plain: Language) -> None:
    lengths = [len(sentence) for sentence in plain("die " * 1200).sents]
    assert lengths == [500, 500, 200]


def test_a_small_letter_after_a_full_stop_is_left_to_the_parser(plain: Language) -> None:
    doc = plain("Stuur de brief op. wij bellen u.")
    assert [token.text for token in doc if token.is_sent_start is None] == ["wij"]


def test_merging_leaves_text_without_fields_alone(plain: Language) -> None:
    doc = plain.make_doc("Een (gewone) zin [met haken] en {niets}.")
    length = len(doc)
    merge_spaced(doc)
    assert len(doc) == length - 2, "only {niets} becomes one token"


@pytest.mark.parametrize(
    ("text", "sentences"), [("", []), ("\n", []), ("Ja", ["Ja"]), (".", ["."]), (" Ja.", ["Ja."])]
)
def test_tiny_texts(whole: Language, text: str, sentences: list[str]) -> None:
    assert [s.text.strip() for s in whole(text).sents if s.text.strip()] == sentences
