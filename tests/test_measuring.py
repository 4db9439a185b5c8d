"""What is counted: LiNT-II and the other measures of reading ease, against sums by hand and its own rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk import Checker
from duidelijk.language import lint_words
from duidelijk.measuring import leesindex_a, lint
from duidelijk.model import Measures


def measures(checker: Checker, text: str) -> Measures:
    return checker.check_text(text).measures


# --- LiNT-II ---


def test_the_formula_is_that_of_the_package() -> None:
    # 100 - (-4.20782 + 17.283729 * 4.5 - 1.624415 * 5 - 2.536780 * 3.5 + 16.001231 * 0.5)
    assert lint.score(4.5, 5, 3.5, 0.5) == pytest.approx(35.43, abs=0.01)


@pytest.mark.parametrize(
    ("features", "wanted"), [((7.0, 1, 1, 1.0), 0.0), ((1.4, 30, 12, 0.0), 100.0)], ids=["easiest", "hardest"]
)
def test_the_score_stays_between_0_and_100(features: tuple[float, ...], wanted: float) -> None:
    assert lint.score(*features) == wanted


@pytest.mark.parametrize("missing", range(4))
def test_without_one_of_its_features_there_is_no_score(missing: int) -> None:
    features = [4.5, 5.0, 3.5, 0.5]
    assert lint.score(*(None if n == missing else value for n, value in enumerate(features))) is None


@pytest.mark.parametrize(
    ("score", "level"), [(0, 1), (33.9, 1), (34, 2), (45.9, 2), (46, 3), (57.9, 3), (58, 4), (100, 4)]
)
def test_the_bounds_of_a_level_belong_to_the_harder_one(score: float, level: int) -> None:
    assert lint.level(score) == level


@pytest.mark.parametrize(
    ("text", "words_between"),
    [
        ("De hond slaapt.", 0),
        ("De kleine hond slaapt.", 1),
        ("De man die gisteren in het park liep, slaapt.", 6),
    ],
)
def test_the_longest_dependency_counts_the_words_between(
    checker: Checker, text: str, words_between: int
) -> None:
    assert measures(checker, text).lint_dependency_length == words_between


@pytest.mark.parametrize(
    ("text", "per_clause"),
    [
        ("De hond slaapt.", 2.0),
        ("De hond slaapt en de kat eet.", 2.0),
        ("De kleine bruine hond slaapt.", 4.0),
    ],
)
def test_content_words_are_counted_per_finite_verb(checker: Checker, text: str, per_clause: float) -> None:
    assert measures(checker, text).lint_content_words_per_clause == per_clause


@pytest.mark.parametrize(
    ("text", "share"),
    [("De hond ligt op de stoel.", 1.0), ("De vrijheid is een recht.", 0.0), ("De hond heeft rechten.", 0.5)],
)
def test_concrete_nouns_are_those_one_can_see_or_touch(checker: Checker, text: str, share: float) -> None:
    assert measures(checker, text).lint_concrete_share == share


@pytest.mark.parametrize(
    ("form", "lemma", "kind", "head"),
    [
        ("hond", "hond", "c", ""),
        ("vrijheid", "vrijheid", "a", ""),
        ("parkeervergunningen", "parkeervergunning", "a", "vergunning"),
        ("huis", "huis", "c", ""),
        ("stadhuis", "stadhuis", "c", "huis"),
    ],
)
def test_a_noun_is_known_by_its_form_or_its_lemma(form: str, lemma: str, kind: str, head: str) -> None:
    assert lint_words.noun_class(form, lemma) == (kind, head)


@pytest.mark.parametrize("word", ["qqqq", "", "zzzzz", "'", "a b"])
def test_a_word_that_is_on_no_list_is_unknown(word: str) -> None:
    assert lint_words.noun_class(word, word) is None
    assert lint_words.subtlex_zipf(word) == lint_words.FEWEST


def test_the_first_and_last_lines_of_a_list_are_found() -> None:
    for name in ("naamwoorden", "ondertitels"):
        lines = lint_words._table(name).decode().splitlines()
        assert lines == sorted(lines, key=lambda line: line.split("\t")[0].encode())
        for line in (lines[0], lines[1], lines[-1], *lines[:: len(lines) // 200]):
            word, _, rest = line.partition("\t")
            assert lint_words._line(name, word.encode()) == rest


def test_a_common_word_counts_as_common() -> None:
    assert lint_words.subtlex_zipf("huis") > 5.5 > 4 > lint_words.subtlex_zipf("welstand")


# --- Leesindex A, Flesch-Douma, LIX ---


def test_leesindex_a_is_brouwers_formula() -> None:
    # 195 - 2/3 * 150 syllables per 100 words - 2 * 12 words per sentence
    assert leesindex_a(12, 1.5) == pytest.approx(71.0)


def test_lix_is_sentence_length_and_the_share_of_long_words(checker: Checker) -> None:
    # 5 words in one sentence, one of them with more than 6 letters
    assert measures(checker, "Wij sturen u een herinnering.").lix == pytest.approx(5 + 100 * 1 / 5)


def test_an_easier_text_is_easier_by_every_measure(checker: Checker) -> None:
    easy = measures(checker, "De hond slaapt in het huis. U mag de boom kappen. Wij helpen u graag.")
    hard = measures(
        checker,
        "De omgevingsvergunning voor het vellen van de houtopstand wordt verleend onder de opschortende "
        "voorwaarde dat de herplantplicht, waarvan de modaliteiten in de bijlage zijn opgenomen, is nagekomen.",
    )
    for name in ("lint", "lix", "words_per_sentence", "length_as_read", "abstract_per_100_words"):
        assert getattr(easy, name) < getattr(hard, name), name
    for name in ("flesch_douma", "leesindex_a", "word_frequency", "lint_word_frequency"):
        assert getattr(easy, name) > getattr(hard, name), name


# --- what is left out ---


def test_loose_list_items_make_sentences_no_shorter_but_are_words_of_the_text(
    checker: Checker, tmp_path: Path
) -> None:
    path = tmp_path / "tekst.md"
    path.write_text(
        "Wij sturen u deze brief over uw huis.\n\n- een pasfoto\n- uw paspoort\n", encoding="utf-8"
    )
    found = checker.check_file(path).measures
    assert (found.words, found.sentences, found.words_per_sentence) == (12, 3, 4)
    assert (found.counted_words, found.counted_words_per_sentence, found.length_as_read) == (8, 8, 8)


def test_a_repeated_sentence_counts_once_but_for_the_number_of_words(checker: Checker) -> None:
    once = measures(checker, "De hond slaapt. Wij betalen de rekening.")
    again = measures(checker, "De hond slaapt. Wij betalen de rekening. De hond slaapt.")
    assert (once.counted_words, again.counted_words, again.words) == (7, 7, 10)
    assert again.lint == once.lint


@pytest.mark.parametrize(
    ("one", "other"),
    [("U betaalt € 5 per dag.", "U betaalt € 80 per dag."), ("Wij halen de auto’s op.", "Wij halen de foto’s op.")],
)  # fmt: skip
def test_a_sentence_with_another_number_or_word_is_no_repetition(
    checker: Checker, one: str, other: str
) -> None:
    found = measures(checker, f"{one} {other}")
    assert found.counted_words == found.words


@pytest.mark.parametrize(
    "more",
    ["\n\n> Ingevolge het bepaalde is zulks niet toegestaan.", "\n\n| Jaar | Bedrag |\n| --- | --- |\n| 2026 | € 4 |"],
    ids=["quotation", "table"],
)  # fmt: skip
def test_quotations_and_tables_are_not_counted(checker: Checker, tmp_path, more: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "tekst.md"
    path.write_text(f"De hond slaapt in het huis.{more}", encoding="utf-8")
    assert checker.check_file(path).measures.counted_words == 6


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Wij sturen u de brief. Omdat u verhuisd bent.", 9),
        ("Wij sturen u de brief. Zonder foto.", 7),
        ("Wij sturen u de brief. Waarom?", 5),
    ],
    ids=["subordinate clause", "no verb", "a question stands by itself"],
)
def test_a_loose_piece_makes_no_sentence_shorter(checker: Checker, text: str, length: int) -> None:
    found = measures(checker, text).length_as_read
    assert found is not None and found <= length
    assert (found == length) == ("?" not in text)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("De kosten (zie de bijlage bij deze brief) zijn hoog.", 1),
        ("De kosten (leges) zijn hoog.", 0),
        ("Neem een VOG (bewijs van goed gedrag) mee.", 0),
        ("U betaalt 5% en/of de kosten.", 2),
        ("Wij zijn open van 9.00 - 17.00 uur.", 0),
        ("Kijk op https://www.dronten.nl/afval/pas.", 0),
        ("Wij zijn dicht op 1/2/2026.", 0),
        ("- Neem uw paspoort mee.", 0),
    ],
)
def test_marks_that_break_up_a_sentence(checker: Checker, text: str, marks: int) -> None:
    found = measures(checker, text)
    assert found.marks_per_100_words is not None
    assert found.marks_per_100_words * found.counted_words / 100 == pytest.approx(marks)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Wij sturen u de brief.", 0),
        ("Wij sturen u de.", 0),
        ("Wij sturen de en de.", 1),
        ("Wij sturen de en de. Wij lezen een.", 2),
        ("Wij doen de was en zetten de kan op tafel.", 0),
        ("De een wil dit en de ander wil dat.", 0),
        ("U krijgt een kleine, rode pas.", 0),
        ("Een van de bewoners belt.", 0),
    ],
)
def test_articles_without_a_noun_are_gaps_but_one_may_be(checker: Checker, text: str, gaps: int) -> None:
    found = measures(checker, text)
    assert found.gaps_per_100_words is not None
    assert found.gaps_per_100_words * found.counted_words / 100 == pytest.approx(gaps)
