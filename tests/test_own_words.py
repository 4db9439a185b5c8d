"""The organisation's own words, as an advisor keeps them in Excel: added, changed, turned off; every mistake told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from duidelijk import Checker
from duidelijk.config import load_config
from duidelijk.errors import ConfigError, ReadError
from duidelijk.own_rows import OwnWord, as_table
from duidelijk.own_words import read_own
from duidelijk.reading.tables import read_table

HEADER = ("woord", "alternatief", "uitleg", "status")
Rows = Sequence[Sequence[object]]


def workbook(path: Path, *rows: Sequence[object], title: str = "Blad1", before: Rows = ()) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    if before:
        sheet.title = "Uitleg"
        for row in before:
            sheet.append(list(row))
        sheet = book.create_sheet(title)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def findings(folder: Path, own: str, text: str) -> list[tuple[str, str]]:
    """Rule and message of what is found with a list in this folder."""
    (folder / "duidelijk.toml").write_text(f'[words]\nlists = ["{own}"]\n', encoding="utf-8")
    checker = Checker(load_config(folder / "duidelijk.toml"))
    return [(f.rule, f.message) for f in checker.check_text(text).findings]


def rules(folder: Path, own: str, text: str) -> list[str]:
    return [rule for rule, _ in findings(folder, own, text)]


def words(path: Path) -> dict[str, OwnWord]:
    return {word.entry.term: word for word in read_own([path])}


def test_new_word_is_found_in_all_its_forms(tmp_path: Path) -> None:
    workbook(tmp_path / "w.xlsx", HEADER, ("zorgloket", "wijkteam", "", ""))
    ((rule, message),) = findings(tmp_path, "w.xlsx", "De zorgloketten zijn vandaag dicht.")
    assert rule == "jargon"
    assert "‘wijkteam’" in message


def test_new_explanation_is_asked_for_until_the_text_gives_it(tmp_path: Path) -> None:
    workbook(
        tmp_path / "w.xlsx", HEADER, ("dorpscoach", "", "Een dorpscoach helpt u met vragen over geld.", "")
    )
    assert rules(tmp_path, "w.xlsx", "De dorpscoach komt bij u langs.") == ["jargon"]
    assert rules(tmp_path, "w.xlsx", "De dorpscoach komt bij u langs. Dat is iemand die u helpt.") == []


def test_separable_verb_is_found_in_both_orders(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;alternatief\naanslingeren;starten\n")
    assert "jargon" in rules(tmp_path, "w.csv", "Wij slingeren het overleg aan.")
    assert "jargon" in rules(tmp_path, "w.csv", "Het overleg is aangeslingerd.")


@pytest.mark.parametrize("status", ["mag", "Mag", "toegestaan", "uit", "niet melden"])
def test_word_of_the_house_can_be_allowed(tmp_path: Path, status: str) -> None:
    text = "Wij retourneren uw pas."
    csv(tmp_path / "leeg.csv", "woord;status\nbloempot;mag\n")
    assert rules(tmp_path, "leeg.csv", text) == ["formeel-woord"]
    csv(tmp_path / "w.csv", f"woord;status\nretourneren;{status}\n")
    assert rules(tmp_path, "w.csv", text) == []


def test_allowed_word_is_not_called_hard_either(tmp_path: Path) -> None:
    text = "De steen ligt naast het palimpsest."
    csv(tmp_path / "leeg.csv", "woord;status\nbloempot;mag\n")
    assert rules(tmp_path, "leeg.csv", text) == ["moeilijk-woord"]
    csv(tmp_path / "w.csv", "woord;status\npalimpsest;mag\n")
    assert rules(tmp_path, "w.csv", text) == []


@pytest.mark.parametrize(
    ("row", "said"), [("opplussen;aanvullen;;tip;werkwoord", ["jargon"]), ("opplussen;;mag;;werkwoord", [])]
)
def test_form_of_a_made_verb_is_not_called_hard(tmp_path: Path, row: str, said: list[str]) -> None:
    csv(tmp_path / "w.csv", f"woord;alternatief;status;gewicht;woordsoort\n{row}\n")
    text = "Uw geld is opgeplust. Uw bijdrage is ook opgeplust. Wij hebben het opgeplust."
    assert rules(tmp_path, "w.csv", text) == said


def test_allowed_abbreviation_is_silent_and_a_new_one_is_explained(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;alternatief;status\nODFV;;mag\nKVO;klein vrolijk overleg;leg uit\n")
    ((rule, message),) = findings(tmp_path, "w.csv", "De ODFV belt u over het KVO.")
    assert rule == "afkorting"
    assert "klein vrolijk overleg" in message


def test_alternative_of_the_house_can_be_replaced(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;alternatief;gewicht\nindien;wanneer;tip\n")
    ((_, message),) = findings(tmp_path, "w.csv", "Indien u komt, belt u ons.")
    assert "‘wanneer’" in message and "‘als’" not in message


def test_explanation_of_the_house_can_be_replaced(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;uitleg\nleges;Leges is geld dat u aan de balie betaalt.\n")
    ((_, message),) = findings(tmp_path, "w.csv", "Voor uw rijbewijs moet u leges meenemen.")
    assert "Leges is geld dat u aan de balie betaalt." in message


def test_weight_of_the_house_can_be_changed_alone(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;gewicht\nindien;tip\n")
    (tmp_path / "duidelijk.toml").write_text('[words]\nlists = ["w.csv"]\n', encoding="utf-8")
    (found,) = (
        Checker(load_config(tmp_path / "duidelijk.toml")).check_text("Indien u komt, belt u ons.").findings
    )
    assert found.severity == "tip" and [str(text) for text in found.expected] == ["Als"]


@pytest.mark.parametrize(
    ("row", "text", "rule"),
    [
        ("zorgloket;balie", "U gaat naar het Zorgloket.", "jargon"),
        ("Zorgloket;balie", "U gaat naar het zorgloket.", "jargon"),
        ("RegioTaxi;taxi", "Bel de RegioTaxi.", "jargon"),
        ("sociaal wijkteam;wijkteam", "De sociale wijkteams bellen u.", "jargon"),
        ("Huis van de Wijk;buurthuis", "Kom naar het Huis van de Wijk.", "jargon"),
        ("wijk-GGD'er;verpleger", "De wijk-GGD’er belt u.", "jargon"),
        ("opplussen;verhogen;werkwoord", "Wij plussen het bedrag op.", "jargon"),
        ("opplussen;verhogen;werkwoord", "Het bedrag is opgeplust.", "jargon"),
    ],
)
def test_own_word_is_found_as_people_write_it(tmp_path: Path, row: str, text: str, rule: str) -> None:
    csv(tmp_path / "w.csv", f"woord;alternatief;woordsoort\n{row}\n")
    assert rule in rules(tmp_path, "w.csv", text)


def test_own_word_is_not_called_jargon(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;alternatief\nZorgloket;wijkteam\n")
    ((_, message),) = findings(tmp_path, "w.csv", "Het Zorgloket is open.")
    assert message == "Schrijf liever ‘wijkteam’ dan ‘Zorgloket’."


def test_own_explanation_of_an_abbreviation_is_given_and_is_enough(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;uitleg\nQRT;Het QRT is een team dat snel bij u komt.\n")
    ((_, message),) = findings(tmp_path, "w.csv", "Bel dan het QRT.")
    assert "Het QRT is een team dat snel bij u komt." in message
    assert rules(tmp_path, "w.csv", "Bel dan het QRT. Het QRT is een team dat snel bij u komt.") == []


def test_own_explanation_may_begin_with_another_article(tmp_path: Path) -> None:
    csv(tmp_path / "w.csv", "woord;uitleg\ndorpscoach;Een dorpscoach helpt u met vragen over geld.\n")
    text = "Bel de dorpscoach. De dorpscoach helpt u met vragen over geld."
    assert rules(tmp_path, "w.csv", text) == []


def test_condition_of_the_house_stays_unless_the_list_says_always(tmp_path: Path) -> None:
    text = "Als u de pijp afkoppelt, krijgt u geld."
    csv(tmp_path / "w.csv", "woord;alternatief\nafkoppelen;losmaken\n")
    assert rules(tmp_path, "w.csv", text) == []
    csv(tmp_path / "w.csv", "woord;alternatief;context\nafkoppelen;losmaken;altijd\n")
    assert rules(tmp_path, "w.csv", text) == ["jargon"]


def test_last_list_that_names_a_word_counts(tmp_path: Path) -> None:
    first = csv(tmp_path / "a.csv", "woord;alternatief\nzorgloket;wijkteam\n")
    last = csv(tmp_path / "b.csv", "woord;alternatief\nzorgloket;balie\n")
    assert [word.entry.alternatives for word in read_own([first, last])] == [("balie",)]


HEADERS = [
    ("woord", "alternatief"),
    ("Woord", "Schrijf liever"),
    ("TERM", "Alternatieven"),
    ("moeilijk woord", "Beter"),
    (" Schrijf niet: ", "Gewoon woord"),
]


@pytest.mark.parametrize("header", HEADERS)
def test_columns_may_have_the_names_that_an_advisor_gives_them(
    tmp_path: Path, header: tuple[str, str]
) -> None:
    path = workbook(tmp_path / "w.xlsx", (*header, "opmerking"), ("zorgloket", "balie", "van Anna"))
    assert words(path)["zorgloket"].entry.alternatives == ("balie",)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("woord;alternatief\nzorgloket;balie\n", "utf-8"),
        ("woord;alternatief\r\nzorgloket;balie\r\n", "utf-8-sig"),
        ("woord,alternatief\nzorgloket,balie\n", "utf-8"),
        ("woord\talternatief\nzorgloket\tbalie\n", "utf-8"),
        ('"woord";"alternatief"\n"zorgloket";"balie"\n', "utf-8"),
        ("\n\nwoord;alternatief\n\nzorgloket;balie\n;\n", "utf-8"),
        ("woord;alternatief\nzorgloket;balie\ncafé;kroeg\n", "cp1252"),
    ],
)
def test_csv_of_every_office_program_is_read(tmp_path: Path, text: str, encoding: str) -> None:
    path = csv(tmp_path / "w.csv", text, encoding)
    assert words(path)["zorgloket"].entry.alternatives == ("balie",)


def test_sheet_with_words_may_stand_behind_another(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "w.xlsx", HEADER, ("zorgloket", "balie"), title="Woorden", before=[("Lees dit",)]
    )
    assert list(words(path)) == ["zorgloket"]


def test_alternatives_may_stand_below_each_other_in_a_cell(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "w.xlsx", HEADER, ("zorgloket", "balie\nwijkteam"), ("pandkaart", "kaart; plattegrond")
    )
    assert words(path)["zorgloket"].entry.alternatives == ("balie", "wijkteam")
    assert words(path)["pandkaart"].entry.alternatives == ("kaart", "plattegrond")


@pytest.mark.parametrize(
    ("term", "pos"),
    [
        ("retourneren", "VERB"),
        ("zorgloket", "NOUN"),
        ("uitvoerig", "ADJ"),
        ("derhalve", "X"),
        ("in bezit nemen", "VERB"),
        ("met het oog op", "X"),
        ("dienen te", "VERB"),
        ("o.g.v.", "X"),
    ],
)
def test_word_class_is_found_when_the_list_does_not_give_it(tmp_path: Path, term: str, pos: str) -> None:
    path = csv(tmp_path / "w.csv", f"woord;alternatief\n{term};iets\n")
    assert words(path)[term].entry.pos == pos


MISTAKES = [
    ("woord;alternatief\n;balie\n", "w.csv:2: op deze regel staat geen woord"),
    (
        "woord;alternatief\nzorgloket;\n",
        "w.csv:2: vul bij ‘zorgloket’ een alternatief, een uitleg of een status in",
    ),
    (
        "woord;status\nzorgloket;misschien\n",
        "w.csv:2: ‘misschien’ kan niet bij ‘status’. Kies uit: vervang, leg uit, mag.",
    ),
    ("woord;status\nzorgloket;mags\n", "w.csv:2: ‘mags’ kan niet bij ‘status’. Bedoelt u ‘mag’? Kies uit:"),
    ("woord;alternatif\na;b\n", "w.csv:1: wij kennen geen kolom ‘alternatif’. Bedoelt u ‘alternatief’?"),
    ("woord;alternatief\na;b;c;d\n", "w.csv:2: deze regel heeft meer cellen dan er kolommen zijn"),
    ("woord;status\nzorgloket;vervang\n", "w.csv:2: vul bij ‘zorgloket’ een alternatief of een uitleg in"),
    (
        "woord;alternatief;gewicht\na b;c;5\n",
        "w.csv:2: ‘5’ kan niet bij ‘gewicht’. Kies uit: tip, waarschuwing, fout.",
    ),
    ("woord;alternatief;woordsoort\na b;c;zelfst\n", "w.csv:2: ‘zelfst’ kan niet bij ‘woordsoort’"),
    ("woord;alternatief;lijst\na b;c;rare\n", "w.csv:2: ‘rare’ kan niet bij ‘lijst’"),
    ("woord;alternatief;context\na b;c;nergens\n", "w.csv:2: de voorwaarde 'nergens' bestaat niet"),
    ("woord;alternatief\nloket;balie\nLoket;hok\n", "w.csv:3: ‘Loket’ staat ook op regel 2"),
    (
        "woord;alternatief;kleur\na b;c;rood\n",
        "w.csv:1: wij kennen geen kolom ‘kleur’. Kies uit: woord, alternatief",
    ),
    ("woord;woord;alternatief\na;b;c\n", "w.csv:1: de kolom ‘woord’ staat er twee keer"),
    ("alternatief;uitleg\nbalie;Een balie.\n", "w.csv:1: er is geen kolom ‘woord’"),
    ("woord;alternatief\n!!;balie\n", "w.csv:2: ‘!!’ is geen woord"),
    ("", "w.csv: deze lijst is leeg"),
    ("\x00\x01\x02\x03" * 100, "w.csv: Dit bestand bevat geen gewone tekst"),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_mistake_is_told_with_file_and_row(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as told:
        read_own([csv(tmp_path / "w.csv", text)])
    assert said in str(told.value)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    path = csv(tmp_path / "w.csv", "woord;status\na;fijn\nb;fout\nc;mag\n;mag\n")
    with pytest.raises(ConfigError) as told:
        read_own([path])
    assert [line.split(": ")[0] for line in str(told.value).splitlines()] == ["w.csv:2", "w.csv:3", "w.csv:5"]


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"", b"not a zip"])
def test_broken_workbook_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "w.xlsx"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=r"Excel-bestand is beschadigd.*\.xlsx"):
        read_table(path)


@pytest.mark.parametrize("name", ["w.xls", "w.ods", "w.docx", "w"])
def test_other_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(ReadError, match="Kies ‘Opslaan als’"):
        read_table(tmp_path / name)


def test_list_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "duidelijk.toml"
    path.write_text('[words]\nlists = ["weg.xlsx"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"duidelijk\.toml:2: de woordenlijst 'weg\.xlsx' bestaat niet"):
        load_config(path)


def test_version_of_the_rule_book_changes_with_the_words_not_with_the_place(tmp_path: Path) -> None:
    versions = []
    for folder, word in (("a", "zorgloket"), ("b", "zorgloket"), ("c", "zorgbalie")):
        (tmp_path / folder).mkdir()
        csv(tmp_path / folder / "w.csv", f"woord;alternatief\n{word};balie\n")
        toml = tmp_path / folder / "duidelijk.toml"
        toml.write_text('[words]\nlists = ["w.csv"]\n', encoding="utf-8")
        versions.append(Checker(load_config(toml)).rulebook.version)
    assert versions[0] == versions[1] != versions[2]
    assert Checker().rulebook.version not in versions


def test_written_list_says_the_same_as_the_one_it_came_from(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "w.xlsx",
        ("woord", "alternatief", "uitleg", "status", "gewicht", "lijst"),
        ("zorgloket", "balie | wijkteam", "", "", "fout", "vaktaal"),
        ("leges", "", "", "mag", "", ""),
        ("retourneren", "", "", "uit", "", ""),
    )
    own = read_own([path])
    (tmp_path / "w.tsv").write_text(as_table(own), encoding="utf-8")
    again = read_own([tmp_path / "w.tsv"])
    assert [(w.entry.term, w.entry.alternatives, w.entry.state, w.list, w.entry.weight) for w in again] == [
        (w.entry.term, w.entry.alternatives, w.entry.state, w.list, w.entry.weight) for w in own
    ]


def test_list_in_the_documentation_works(tmp_path: Path) -> None:
    example = Path(__file__).parent.parent / "docs" / "eigen-woorden.xlsx"
    (tmp_path / "w.xlsx").write_bytes(example.read_bytes())
    text = "Het zorgloket en de dorpscoach bellen u. Over het BOD en uw zienswijze leest u meer."
    assert rules(tmp_path, "w.xlsx", text) == ["jargon", "jargon", "afkorting"]
