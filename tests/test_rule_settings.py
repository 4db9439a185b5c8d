"""What an organisation changes in a rule without Python: duidelijk.toml, and the strict profile."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copyfile

import pytest

from duidelijk import Checker
from duidelijk.config import load_config
from duidelijk.errors import ConfigError
from duidelijk.model import Rule
from duidelijk.rulebook import adjusted, load

WALK = "U kunt uw oude fiets op maandag en dinsdag gratis naar het terrein achter de grote loods brengen."


def book(folder: Path, text: str, profile: str = "standaard") -> dict[str, Rule]:
    path = folder / "duidelijk.toml"
    path.write_text(text, encoding="utf-8")
    return {rule.id: rule for rule in adjusted(load_config(path).rules, profile=profile).rules}


def test_a_setting_changes_only_what_it_names(tmp_path: Path) -> None:
    own = book(tmp_path, '[rules.lange-zin]\nleast = 12\nseverity = {12 = "tip", 30 = "fout"}\n')
    before = {rule.id: rule for rule in load().rules}
    assert own["lange-zin"].params["least"] == 12
    assert dict(own["lange-zin"].severity) == {12.0: "tip", 30.0: "fout"}
    assert own["lange-zin"].message == before["lange-zin"].message
    assert {id for id in own if own[id] != before[id]} == {"lange-zin"}


def test_one_severity_holds_for_every_finding(tmp_path: Path) -> None:
    own = book(tmp_path, '[rules.tangconstructie]\nseverity = "tip"\n')
    assert set(own["tangconstructie"].severity.values()) == {"tip"}


def test_a_message_may_be_changed_for_one_kind_or_for_all(tmp_path: Path) -> None:
    one = book(tmp_path, '[rules.lijdende-vorm.message]\nonbekend = "Wie doet {verbs}?"\n')["lijdende-vorm"]
    every = book(tmp_path, '[rules.lijdende-vorm]\nmessage = "Zeg wie {verbs} doet."\n')["lijdende-vorm"]
    assert one.message["onbekend"] == "Wie doet {verbs}?"
    assert one.message["doener"].startswith("Dit is een lijdende zin")
    assert set(every.message.values()) == {"Zeg wie {verbs} doet."}


MISTAKES = [
    ("[rules.lange-zinnen]\nleast = 3\n", "duidelijk.toml:1: de regel 'lange-zinnen' bestaat niet"),
    ("[rules.lange-zin]\n\nlest = 3\n", "duidelijk.toml:3: onbekende sleutel 'lest'; bekend: severity,"),
    ("[rules.lange-zin]\nleast = 'veel'\n", "duidelijk.toml:2: 'least' moet een heel getal zijn"),
    ("[rules.lange-zin]\nseverity = 'ramp'\n", "duidelijk.toml:2: deze ernst bestaat niet; kies uit: tip,"),
    ("[rules.lange-zin]\nseverity = {veel = 'tip'}\n", "duidelijk.toml:2: deze ernst bestaat niet"),
    (
        "[rules.lange-alinea]\nmessage = 'Knip na {zinnen} zinnen.'\n",
        "duidelijk.toml:2: deze melding kan {zinnen} niet invullen; kies uit: actual,",
    ),
    (
        "[rules.lange-zin]\nmessage = 'Te { lang.'\n",
        "duidelijk.toml:2: in deze melding klopt een accolade niet",
    ),
    (
        "[rules.lijdende-vorm.message]\nniemand = 'Wie?'\n",
        "duidelijk.toml:2: de melding 'niemand' bestaat niet; kies uit: doener, onbekend",
    ),
    ("[rules.lange-zin]\ntitle = 'Anders'\n", "duidelijk.toml:2: onbekende sleutel 'title'"),
    (
        "[rules.formeel-woord]\nterms = 'eigen-lijst'\n",
        "duidelijk.toml:2: de lijst wordlists/eigen-lijst.tsv bestaat niet",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(ConfigError) as error:
        book(tmp_path, text)
    assert expected in str(error.value)


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        book(tmp_path, "[rules.lange-zin]\nleast = 'veel'\n[rules.weg]\nleast = 1\n")
    assert len(str(error.value).splitlines()) == 2


def test_own_settings_make_another_version_of_the_rule_book(tmp_path: Path) -> None:
    path = tmp_path / "duidelijk.toml"
    path.write_text("[rules.lange-zin]\nleast = 12\n", encoding="utf-8")
    assert adjusted(load_config(path).rules).version != load().version == adjusted({}).version


def test_the_strict_profile_never_asks_for_less_than_the_standard_one() -> None:
    strict = {rule.id: rule for rule in load(profile="streng").rules}
    assert set(strict) == {rule.id for rule in load().rules}
    assert any(rule != strict[rule.id] for rule in load().rules)
    for rule in load().rules:
        assert min(strict[rule.id].severity) <= min(rule.severity), rule.id


def test_a_setting_counts_before_the_profile(tmp_path: Path) -> None:
    own = book(tmp_path, "[rules.lange-zin]\nleast = 9\n", profile="streng")
    assert own["lange-zin"].params["least"] == 9


def test_a_changed_limit_changes_what_is_found(tmp_path: Path) -> None:
    path = tmp_path / "duidelijk.toml"
    path.write_text(
        '[rules.lange-zin]\nseverity = {15 = "fout"}\nmessage = "{words} is veel."\n', encoding="utf-8"
    )
    (found,) = [f for f in Checker(load_config(path)).check_text(WALK).findings if f.rule == "lange-zin"]
    assert (found.severity, found.message) == ("fout", "18 is veel.")


DOCS = Path(__file__).parent.parent
WRITTEN = [
    (page, number, text)
    for page in ("docs/aanpassen.md", "docs/woorden.md", "README.md")
    for number, text in enumerate(
        re.findall(r"```toml\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.S)
    )
]


@pytest.mark.parametrize(("page", "number", "text"), WRITTEN)
def test_what_the_documentation_shows_can_be_copied(
    tmp_path: Path, page: str, number: int, text: str
) -> None:
    path = tmp_path / "duidelijk.toml"
    path.write_text(text, encoding="utf-8")
    for name in re.findall(r'"(\w+\.(?:xlsx|csv))"', text):
        copyfile(DOCS / "docs" / "eigen-woorden.xlsx", tmp_path / name)
    config = load_config(path)
    assert adjusted(config.rules, profile=config.profile).rules
    assert [list.exists() for list in config.lists] == [True] * len(config.lists)
