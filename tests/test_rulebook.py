"""The rule book is read strictly: every mistake with file and line, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk.errors import RulebookError
from duidelijk.rule_examples import marked
from duidelijk.rulebook import load

GOOD = """title: Lange zin
check: sentence-length
severity: {16: tip, 21: waarschuwing}
scope: [paragraph]
message: "Deze zin heeft {words} woorden."
why: Dat onthoudt niemand.
source: Een gids
examples:
""" + "".join(f'  - bad: "[[Fout {i}.]]"\n  - good: "Goed {i}."\n' for i in range(5))


def rules_folder(tmp_path: Path, text: str, name: str = "zinnen/lange-zin.yaml") -> Path:
    path = tmp_path / "rules" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path / "rules"


def faults(tmp_path: Path, text: str, name: str = "zinnen/lange-zin.yaml") -> str:
    with pytest.raises(RulebookError) as error:
        load(rules_folder(tmp_path, text, name), tmp_path)
    return str(error.value)


def test_a_good_rule_takes_its_id_and_category_from_its_place(tmp_path: Path) -> None:
    (rule,) = load(rules_folder(tmp_path, GOOD), tmp_path).rules
    assert (rule.id, rule.category) == ("lange-zin", "zinnen")
    assert dict(rule.severity) == {16.0: "tip", 21.0: "waarschuwing"}
    assert rule.examples[0].text == "Fout 0." and rule.examples[0].marks == ((0, 7),)


MISTAKES = [
    (
        "scope: [paragraph]",
        "scop: [paragraph]",
        "rules/zinnen/lange-zin.yaml:4: onbekende sleutel 'scop'; bekend: title,",
    ),
    (
        "scope: [paragraph]",
        "scope: [alinea]",
        "rules/zinnen/lange-zin.yaml:4: 'alinea' kan niet bij 'scope'; kies uit:",
    ),
    (
        "check: sentence-length",
        "check: lengte",
        "rules/zinnen/lange-zin.yaml:2: de controle 'lengte' bestaat niet",
    ),
    (
        "check: sentence-length",
        "check: ../../os",
        "rules/zinnen/lange-zin.yaml:2: de controle '../../os' bestaat niet",
    ),
    ("why: Dat onthoudt niemand.\n", "", "rules/zinnen/lange-zin.yaml:1: de sleutel 'why' ontbreekt"),
    (
        "16: tip",
        "16: ramp",
        "rules/zinnen/lange-zin.yaml:3: deze ernst bestaat niet; kies uit: tip, waarschuwing, fout",
    ),
    ("title: Lange zin", "title: [Lange, zin]", "rules/zinnen/lange-zin.yaml:1: 'title' moet een tekst zijn"),
    (
        "title: Lange zin",
        "title: Lange zin\ntitle: Nog een",
        "rules/zinnen/lange-zin.yaml:2: de sleutel 'title' staat er twee keer",
    ),
    (
        '"[[Fout 0.]]"',
        '"Fout 0."',
        "rules/zinnen/lange-zin.yaml:9: een voorbeeld is fout (bad) en heeft [[haken]]",
    ),
    (
        '- bad: "[[Fout 0.]]"',
        '- good: "Fout 0."',
        "4 foute en 6 goede voorbeelden; van elk zijn er minstens 5 nodig",
    ),
    ("source: Een gids", "source: [", "rules/zinnen/lange-zin.yaml:"),
]


@pytest.mark.parametrize(("old", "new", "expected"), MISTAKES)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    assert expected in faults(tmp_path, GOOD.replace(old, new))


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    wrong = (
        GOOD.replace("scope:", "scop:")
        .replace("16: tip", "16: ramp")
        .replace("why: Dat onthoudt niemand.\n", "")
    )
    assert len(faults(tmp_path, wrong).splitlines()) == 3


def test_a_rule_in_an_unknown_folder_is_a_mistake(tmp_path: Path) -> None:
    assert "de map 'diversen' bestaat niet" in faults(tmp_path, GOOD, "diversen/lange-zin.yaml")


def test_an_id_used_in_two_folders_is_a_mistake(tmp_path: Path) -> None:
    rules_folder(tmp_path, GOOD, "toon/lange-zin.yaml")
    assert "deze regel staat in twee mappen" in faults(tmp_path, GOOD)


def test_an_empty_folder_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    with pytest.raises(RulebookError, match="hier staan geen regels"):
        load(tmp_path / "rules", tmp_path)


@pytest.mark.parametrize(
    ("raw", "text", "marks"),
    [
        ("niets", "niets", ()),
        ("een [[fout]] hier", "een fout hier", ((4, 8),)),
        ("[[a]] en [[b]]", "a en b", ((0, 1), (5, 6))),
        (r"een \[[veld]] blijft", "een [[veld]] blijft", ()),
        ("[[\\[[veld]] dit]]", "[[veld dit]]", ((0, 6),)),
    ],
)
def test_marks_in_examples(raw: str, text: str, marks: tuple[tuple[int, int], ...]) -> None:
    assert marked(raw) == (text, marks)


def test_the_version_changes_with_a_rule_and_not_with_line_ends(tmp_path: Path) -> None:
    one = load(rules_folder(tmp_path / "a", GOOD), tmp_path).version
    same = load(rules_folder(tmp_path / "b", GOOD.replace("\n", "\r\n")), tmp_path).version
    other = load(rules_folder(tmp_path / "c", GOOD.replace("niemand", "iemand")), tmp_path).version
    assert one == same != other
