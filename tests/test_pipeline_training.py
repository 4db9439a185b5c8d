"""The recipe: gold files are checked, schemes made alike, sentences disturbed without breaking the tree."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import spacy

from duidelijk.language.lemmas import lemma_of
from training.docs import make_doc
from training.gold import read_gold, read_table, validate
from training.harmony import harmonized
from training.lemma_table import make_table
from training.mixing import Source, disturbed, mixed, ranged
from training.sentences import Sentence, spelled_lemma

GOLD = Path(__file__).parents[1] / "training" / "gold"
CALL = """# text = Bel ons op.
# phenomenon = imperative
Bel\topbellen\tWW|pv|tgw|ev\t0\troot
ons\tons\tVNW|pr|pron|obl|vol|1|mv\t1\tobj
op\top\tVZ|fin\t1\tcompound:prt\tSpaceAfter=No
.\t.\tLET\t1\tpunct
"""


def gold(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "zinnen.txt"
    path.write_text(text, encoding="utf8")
    return path


def sentence(tmp_path: Path) -> Sentence:
    (found,) = read_gold(gold(tmp_path, CALL))
    return found


def test_gold_sentence_is_read(tmp_path: Path) -> None:
    found = sentence(tmp_path)
    assert (found.text, found.phenomenon) == ("Bel ons op.", "imperative")
    assert (found.upos[0], found.heads) == ("VERB", (0, 0, 0, 0))


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("VZ|fin", "VZ|eind", ":5: unknown XPOS 'VZ|eind'"),
        ("compound:prt", "prt", ":5: unknown deprel 'prt'"),
        ("opbellen", "op_bellen", ":3: lemma with underscore"),
        ("0\troot", "1\troot", ":3: head 0 and root go together"),
        ("Bel ons op.\n", "Bel ons op\n", ":1: text is 'Bel ons op', words give 'Bel ons op.'"),
        ("\t1\tobj", "\t9\tobj", ":4: bad head '9'"),
        ("ons\tons\tVNW|pr|pron|obl|vol|1|mv\t1", "ons\tons\tVNW|pr|pron|obl|vol|1|mv\t2", "cycle at word 2"),
        ("\t1\tpunct", "", ":6: expected 5 or 6 columns"),
    ],
)
def test_mistakes_are_named_with_their_line(tmp_path: Path, old: str, new: str, mistake: str) -> None:
    path = gold(tmp_path, CALL.replace(old, new))
    assert any(mistake in line for line in validate(path, read_table()))
    with pytest.raises(ValueError, match="zinnen"):
        list(read_gold(path))


@pytest.mark.parametrize(
    "path", sorted(GOLD.glob("*/*.txt")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_gold_files_have_no_mistakes(path: Path) -> None:
    assert list(validate(path, read_table())) == []


def test_adverbs_at_nominals_are_amod() -> None:
    also = Sentence(
        words=("Ook", "wij", "bellen", "vaak"),
        spaces=(True, True, True, False),
        lemmas=("ook", "wij", "bellen", "vaak"),
        upos=("ADV", "PRON", "VERB", "ADV"),
        xpos=("BW", "VNW|pers|pron|nomin|vol|1|mv", "WW|pv|tgw|mv", "BW"),
        feats=("", "", "", ""),
        heads=(1, 2, 2, 2),
        deps=("advmod", "nsubj", "root", "advmod"),
    )
    assert harmonized(also).deps == ("amod", "nsubj", "root", "advmod")
    predicate = replace(also, deps=("advmod", "root", "cop", "advmod"), heads=(1, 1, 1, 1))
    assert harmonized(predicate).deps == predicate.deps


def test_a_number_becomes_a_range_with_its_own_head(tmp_path: Path) -> None:
    text = "# text = Dat was in 1950.\n" + "".join(
        f"{row}\n"
        for row in (
            "Dat\tdat\tVNW|aanw|pron|stan|vol|3o|ev\t4\tnsubj",
            "was\tzijn\tWW|pv|verl|ev\t4\tcop",
            "in\tin\tVZ|init\t4\tcase",
            "1950\t1950\tTW|hoofd|vrij\t0\troot\tSpaceAfter=No",
            ".\t.\tLET\t4\tpunct",
        )
    )
    (year,) = read_gold(gold(tmp_path, text))
    assert ranged(year, Random(1)) == year  # the root is left alone
    year = replace(year, deps=("nsubj", "root", "case", "obl", "punct"), heads=(1, 1, 3, 1, 1))
    found = ranged(year, Random(1))
    assert found.words[4] == "-"
    assert found.deps == ("nsubj", "root", "case", "obl", "fixed", "fixed", "punct")
    assert found.heads == (1, 1, 3, 1, 3, 3, 1)


def test_disturbed_sentences_stay_whole(tmp_path: Path) -> None:
    random = Random(3)
    vocab = spacy.blank("nl").vocab
    for _ in range(300):
        found = disturbed(sentence(tmp_path), random)
        assert found.lemmas[:3] == ("opbellen", "ons", "op")
        assert make_doc(vocab, [found])[2].head.i == 0


def test_the_same_seed_gives_the_same_stream(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    sources = [Source((sentence(tmp_path),) * 20), Source((sentence(tmp_path),), share=2.5, ordered=False)]
    one, two = mixed(sources, 7), mixed(sources, 7)
    for _ in range(3):
        first, second = ([eg.reference.text for eg in epoch(nlp)] for epoch in (one, two))
        assert first == second
        assert sum(text.lower().count("bel ons") for text in first) in (22, 23)


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("levensjaar", "leven_jaar", "levensjaar"),
        ("gebiedsdelen", "gebied_deel", "gebiedsdeel"),
        ("Verzekeringsmaatschappijen", "verzekering_maatschappij", "verzekeringsmaatschappij"),
        ("huizen", "huis", "huis"),
    ],
)
def test_compounds_keep_their_linking_letters(form: str, lemma: str, expected: str) -> None:
    assert spelled_lemma(form, lemma) == expected


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("belde", "WW|pv|verl|ev", "bellen"),
        ("afgebeld", "WW|vd|vrij|zonder", "afbellen"),
        ("spelde", "WW|pv|verl|ev", "spellen"),
        ("De", "LID|bep|stan|rest", "de"),
    ],
)
def test_the_table_learns_endings(form: str, tag: str, expected: str) -> None:
    seen = [
        ("belde", "WW|pv|verl|ev", "bellen"),
        ("meldde", "WW|pv|verl|ev", "melden"),
        ("opgebeld", "WW|vd|vrij|zonder", "opbellen"),
        ("afgemeld", "WW|vd|vrij|zonder", "afmelden"),
        ("gebeld", "WW|vd|vrij|zonder", "bellen"),
        ("de", "LID|bep|stan|rest", "de"),
        ("De", "LID|bep|stan|rest", "de"),
    ]
    assert lemma_of(make_table(seen), form, tag, starts=False) == expected
