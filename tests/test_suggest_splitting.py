"""A long sentence → two sentences, a question, or a list; and the sentences that must stay as they are.

The tables stand in tests/gold/suggest_splitting.tsv and tests/gold/suggest_splitting_silent.tsv.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from duidelijk import Checker
    from duidelijk.model import Suggestion

GOLD = Path(__file__).parent / "gold"
RULES = {"lange-zin", "bijzinnen", "lange-aanloop", "opsomming-in-zin"}


def table(name: str) -> list[tuple[str, str]]:
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    _, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(sentence, other.replace("\\n", "\n")) for sentence, other in rows]


def suggested(checker: Checker, text: str) -> list[Suggestion]:
    findings = [f for f in checker.check_text(text).findings if f.rule in RULES]
    assert findings, text
    return [each for finding in findings for each in finding.expected]


@pytest.mark.parametrize(("sentence", "wanted"), table("suggest_splitting.tsv"))
def test_a_long_sentence_gets_this_suggestion_first(checker: Checker, sentence: str, wanted: str) -> None:
    assert str(next(iter(suggested(checker, sentence)), "")) == wanted


@pytest.mark.parametrize(("sentence", "because"), table("suggest_splitting_silent.tsv"))
def test_no_suggestion_where_it_might_be_wrong(checker: Checker, sentence: str, because: str) -> None:
    assert [str(each) for each in suggested(checker, sentence)] == [], because


def test_the_tables_hold_enough_of_both() -> None:
    assert len(table("suggest_splitting.tsv")) >= 80
    assert len(table("suggest_splitting_silent.tsv")) >= 35


@pytest.mark.parametrize(
    ("sentence", "safe"),
    [
        (
            "De gemeente heeft het plan goedgekeurd; de bouw begint in het voorjaar en duurt ongeveer "
            "anderhalf jaar tot de zomer.",
            True,
        ),
        (
            "U kunt uw mening geven over het plan tot 1 mei en wij verwerken alle reacties in een verslag voor "
            "de raad.",
            True,
        ),
        (
            "De wijkagent praat elke week met de bewoners en houdt in de gaten wat er in de straten rond het "
            "plein gebeurt.",
            False,
        ),
        (
            "Als u verhuist naar een andere gemeente, moet u uw nieuwe adres binnen vijf dagen aan die gemeente "
            "doorgeven.",
            False,
        ),
    ],
)
def test_only_new_marks_and_capitals_are_safe(checker: Checker, sentence: str, safe: bool) -> None:
    assert suggested(checker, sentence)[0].safe is safe


def test_a_list_amid_a_paragraph_ends_before_the_next_sentence(checker: Checker) -> None:
    text = (
        "Fijn dat u komt. Wij kijken daarbij naar uw inkomen, uw vermogen, de samenstelling van uw gezin en de "
        "hoogte van uw huur. Daarna beslissen wij."
    )
    suggestion = str(suggested(checker, text)[0])
    assert suggestion.startswith("Wij kijken daarbij naar:\n- uw inkomen\n")
    assert suggestion.endswith("- de hoogte van uw huur\n\n")


def test_no_list_within_an_item_of_a_list(checker: Checker) -> None:
    item = (
        "- Stuur ons een kopie van uw paspoort, de laatste drie loonstroken, een overzicht van uw schulden en "
        "het huurcontract.\n"
    )
    findings = checker.check_text("Doe dit:\n\n" + item + item).findings
    assert all(not f.expected for f in findings if f.rule == "opsomming-in-zin")


def test_a_short_sentence_is_left_alone(checker: Checker) -> None:
    findings = checker.check_text("U kunt bellen, maar u kunt ook mailen.").findings
    assert not [f for f in findings if f.rule in RULES]
