"""Terms of a list in a text: forms, gaps, both orders of a verb, and the conditions of an ambiguous word."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from duidelijk.language import context
from duidelijk.language.matching import matches
from duidelijk.language.silence import is_quoted
from duidelijk.model import Entry, WordList


@pytest.fixture(scope="module")
def words_only() -> Language:
    """A pipeline that only knows words and sentences, so that spelling alone decides."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("sentencizer")
    return nlp


def listed(term: str, pos: str, conditions: str = "") -> WordList:
    return WordList("test", (Entry(term, pos, conditions, ("iets anders",), "vervang", 2, "", "test"),))


def found(nlp: Language, text: str, terms: WordList) -> list[str]:
    doc = nlp(text)
    return [" ".join(doc[i].text for i in match.tokens) for match in matches(doc, terms)]


@pytest.mark.parametrize(
    ("term", "pos", "conditions", "text", "expected"),
    [
        ("indien", "SCONJ", "", "Indien u komt, belt u.", ["Indien"]),
        ("beschikking", "NOUN", "", "Twee beschikkingen liggen klaar.", ["beschikkingen"]),
        ("retourneren", "VERB", "", "Het boek is geretourneerd.", ["geretourneerd"]),
        ("kosteloos", "ADJ", "", "De kosteloze pas.", ["kosteloze"]),
        ("aanvangen", "VERB", "deel:aan", "De les vangt vroeg aan.", ["vangt aan"]),
        ("aanvangen", "VERB", "deel:aan", "De les is aangevangen.", ["aangevangen"]),
        ("aanvangen", "VERB", "deel:aan", "Om vroeg aan te vangen.", ["aan te vangen"]),
        ("ter hand stellen", "VERB", "", "Hij stelt u de sleutel ter hand en gaat.", ["stelt ter hand"]),
        ("ter hand stellen", "VERB", "", "Om u de sleutel ter hand te stellen.", ["ter hand te stellen"]),
        ("ter hand stellen", "VERB", "", "De sleutel is u ter hand gesteld.", ["ter hand gesteld"]),
        ("in acht nemen", "VERB", "", "Wat in acht moet worden genomen.", ["in acht genomen"]),
        ("in acht nemen", "VERB", "", "Wij zijn er in acht dagen en nemen foto's.", []),
        ("de knoop doorhakken", "VERB", "deel:door", "Het college hakt de knoop door.", ["hakt de knoop door"]),
        ("de knoop doorhakken", "VERB", "deel:door", "De knoop is doorgehakt.", ["De knoop doorgehakt"]),
        ("de knoop doorhakken", "VERB", "deel:door", "Om de knoop door te hakken.", ["de knoop door te hakken"]),
        ("de knoop doorhakken", "VERB", "deel:door; gat:8", "De knoop wordt in mei doorgehakt.", ["De knoop doorgehakt"]),
        ("de knoop doorhakken", "VERB", "deel:door; gat:8", "Hak de knoop snel door.", ["Hak de knoop door"]),
        ("de knoop doorhakken", "VERB", "deel:door", "Hij maakt de knoop door de draad los.", []),
        ("[zijn] licht opsteken", "VERB", "deel:op", "Zij stak haar licht op.", ["stak haar licht op"]),
        ("[zijn] licht opsteken", "VERB", "deel:op", "Zij deed het licht op zolder aan.", []),
        ("stip op de horizon", "NOUN", "", "Wij zetten stippen op de horizon.", ["stippen op de horizon"]),
        ("~doen … toekomen", "VERB", "", "Wij doen u een brief toekomen.", ["doen toekomen"]),
        ("dienen te", "VERB", "", "U dient morgen te betalen.", ["dient te"]),
        ("dienen te", "VERB", "", "Dit dient om te betalen.", []),
        ("dienen te", "VERB", "", "U dient een klacht in door te bellen.", []),
        ("welke", "PRON", "na:komma", "De pas, welke stuk is.", ["welke"]),
        ("welke", "PRON", "na:komma", "Ik weet welke het is.", []),
        ("daar", "SCONJ", "na:begin; voor:de", "Daar de zon schijnt.", ["Daar"]),
        ("daar", "SCONJ", "na:begin; voor:de", "Hij woont daar de hele zomer.", []),
        ("voldoen", "VERB", "met:rekening", "U voldoet de rekening.", ["voldoet"]),
        ("voldoen", "VERB", "met:rekening", "U voldoet aan de eis. Hier is de rekening.", []),
        ("uitrollen", "VERB", "niet-met:tapijt", "Zij wilde het tapijt uitrollen.", []),
    ],
)  # fmt: skip
def test_term_is_found_or_left_alone(
    words_only: Language, term: str, pos: str, conditions: str, text: str, expected: list[str]
) -> None:
    assert found(words_only, text, listed(term, pos, conditions)) == expected


@pytest.mark.parametrize(("tag", "expected"), [("NOUN", []), ("VERB", ["behoefte"])])
def test_lemma_does_not_make_a_noun_a_form_of_a_verb(
    words_only: Language, tag: str, expected: list[str]
) -> None:
    doc = words_only("U heeft behoefte aan hulp.")
    doc[2].lemma_, doc[2].pos_ = "behoeven", tag
    assert [doc[m.tokens[0]].text for m in matches(doc, listed("behoeven", "VERB"))] == expected


def test_longest_of_overlapping_terms_is_found(words_only: Language) -> None:
    terms = WordList(
        "test", (*listed("heden", "ADV").entries, *listed("met ingang van heden", "ADV").entries)
    )
    assert found(words_only, "Met ingang van heden zijn wij open.", terms) == ["Met ingang van heden"]


@pytest.mark.parametrize("cell", ["vor:te", "veilig:ja", "na", "onzin"])
def test_unknown_condition_is_named(cell: str) -> None:
    with pytest.raises(ValueError, match=cell.split(":")[0]):
        context.parse(cell)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Hij zei: “Indien nodig.”", True),
        ("Hij zei: 'Indien nodig.'", True),
        ('Hij zei: "Indien nodig."', True),
        ("'s Avonds, Indien nodig, en 's nachts.", False),
        ("De foto's, Indien nodig, en de auto's.", False),
        ("Indien nodig komt er een ‘expert’.", False),
    ],
)
def test_quotations_are_told_from_apostrophes(text: str, quoted: bool) -> None:
    start = text.index("Indien")
    assert is_quoted(text, start, start + len("Indien")) is quoted
