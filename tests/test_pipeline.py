"""The embedded pipeline: it loads, has the labels of other Dutch pipelines, and gives the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from duidelijk.errors import PipelineError
from duidelijk.language.pipeline import EMBEDDED, load_pipeline, pipeline_version

LETTER = (
    "Wij hebben uw brief ontvangen. Uw aanvraag wordt door de gemeente beoordeeld. "
    "Belt u ons op als u vragen heeft? Stuur het formulier terug."
)
SHARED_LABELS = (
    "acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound:prt conj cop csubj det "
    "fixed flat iobj mark nmod nmod:poss nsubj nsubj:pass nummod obj obl obl:agent parataxis punct ROOT xcomp"
)
SHARED_TAGS = (
    "N|soort|ev|basis|zijd|stan N|soort|mv|basis LID|bep|stan|rest VZ|init VZ|fin LET BW WW|pv|tgw|ev "
    "WW|pv|tgw|met-t WW|pv|verl|ev WW|inf|vrij|zonder WW|vd|vrij|zonder WW|vd|prenom|met-e VG|onder VG|neven"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def test_embedded_pipeline_says_name_and_version(nlp: Language) -> None:
    name, version = pipeline_version(nlp)
    assert name == "nl_duidelijk"
    assert version.count(".") == 2


def test_folder_is_a_pipeline_too(nlp: Language) -> None:
    folder = Path(spacy.__file__).parent  # not a pipeline
    with pytest.raises(PipelineError, match="kan niet worden geladen"):
        load_pipeline(str(folder))
    embedded = Path(__file__).parents[1] / "duidelijk" / "language" / EMBEDDED
    assert load_pipeline(str(embedded)).pipe_names == nlp.pipe_names


def test_spacy_alone_loads_the_folder() -> None:
    embedded = Path(__file__).parents[1] / "duidelijk" / "language" / EMBEDDED
    assert [t.text for t in spacy.load(embedded)("Bel ons.")] == ["Bel", "ons", "."]


@pytest.mark.parametrize("name", ["nl_core_news_onbekend", "nl_core_news_xxl"])
def test_missing_pipeline_gives_the_install_command(name: str) -> None:
    with pytest.raises(PipelineError, match=f"python -m spacy download {name}") as caught:
        load_pipeline(name)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("name", ["./modellen/nl", "modellen/nl"])
def test_missing_folder_is_named(name: str) -> None:
    with pytest.raises(PipelineError, match="bestaat niet"):
        load_pipeline(name)


def test_needless_components_are_not_loaded(tmp_path: Path) -> None:
    other = spacy.blank("nl")
    other.add_pipe("entity_ruler")
    other.add_pipe("sentencizer")
    other.to_disk(tmp_path)
    names = load_pipeline(str(tmp_path)).component_names
    assert "entity_ruler" not in names
    assert "sentencizer" in names


def test_boundaries_of_letters_are_added_to_any_pipeline(tmp_path: Path) -> None:
    spacy.blank("nl").to_disk(tmp_path)
    doc = load_pipeline(str(tmp_path))("Dat kan t/m 1 mei a.s. op het stadhuis. Bel dan 14 0321.")
    assert [s.text for s in doc.sents] == ["Dat kan t/m 1 mei a.s. op het stadhuis.", "Bel dan 14 0321."]


@pytest.mark.parametrize("label", SHARED_LABELS.split())
def test_dependency_labels_are_the_usual_ones(nlp: Language, label: str) -> None:
    assert label in nlp.get_pipe("parser").labels  # type: ignore[attr-defined]


@pytest.mark.parametrize("tag", SHARED_TAGS.split())
def test_tags_are_written_the_usual_way(nlp: Language, tag: str) -> None:
    assert tag in nlp.get_pipe("tagger").labels  # type: ignore[attr-defined]


@pytest.mark.parametrize("label", SHARED_LABELS.split())
def test_nl_core_news_md_has_the_same_labels(label: str) -> None:
    if not spacy.util.is_package("nl_core_news_md"):
        pytest.skip("nl_core_news_md is not installed")
    assert label in load_pipeline("nl_core_news_md").get_pipe("parser").labels  # type: ignore[attr-defined]


def test_every_word_gets_every_annotation(nlp: Language) -> None:
    doc = nlp(LETTER)
    assert [s.text for s in doc.sents][1] == "Uw aanvraag wordt door de gemeente beoordeeld."
    assert all(t.tag_ and t.pos_ and t.lemma_ and t.dep_ for t in doc)


def test_same_text_same_answer(nlp: Language) -> None:
    first, second, fresh = nlp(LETTER), nlp(LETTER), load_pipeline()(LETTER)
    (piped,) = nlp.pipe([LETTER])
    assert first.to_json() == second.to_json() == fresh.to_json() == piped.to_json()


@pytest.mark.parametrize(
    ("text", "word", "tag", "dep"),
    [
        ("De aanvraag wordt door de gemeente beoordeeld.", "wordt", "WW|pv|tgw|met-t", "aux:pass"),
        (
            "De aanvraag wordt door de gemeente beoordeeld.",
            "aanvraag",
            "N|soort|ev|basis|zijd|stan",
            "nsubj:pass",
        ),
        (
            "De aanvraag wordt door de gemeente beoordeeld.",
            "gemeente",
            "N|soort|ev|basis|zijd|stan",
            "obl:agent",
        ),
        ("Wij sturen de brief terug.", "Wij", "VNW|pers|pron|nomin|vol|1|mv", "nsubj"),
        ("Wij bellen u morgen op.", "op", "VZ|fin", "compound:prt"),
        ("Het college is groot.", "is", "WW|pv|tgw|ev", "cop"),
    ],
)
def test_plain_sentences_are_parsed(nlp: Language, text: str, word: str, tag: str, dep: str) -> None:
    (token,) = [t for t in nlp(text) if t.text == word]
    assert (token.tag_, token.dep_) == (tag, dep)
