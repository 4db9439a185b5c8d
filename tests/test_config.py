"""Settings are read strictly, and hold for the files they name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from duidelijk import Checker
from duidelijk.config import (
    ArchiveSettings,
    Config,
    ReportSettings,
    config_for,
    find_config,
    limits_for,
    load_config,
    settings_for,
)
from duidelijk.errors import ConfigError

GOOD = """[language]
pipeline = "nl_core_news_md"

[rules]
off = ["lange-alinea"]

[words]
allow = ["zienswijze"]

[[path]]
glob = "brieven/belastingen/**"
genre = "brief"
department = "Belastingen"
off = ["jargon"]
"""


def written(folder: Path, text: str, name: str = "duidelijk.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_settings_come_from_the_file(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, GOOD))
    assert (config.pipeline, config.off, config.allow) == (
        "nl_core_news_md",
        ("lange-alinea",),
        ("zienswijze",),
    )


def test_what_the_file_does_not_say_stays_as_it_was(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, "[rules]\noff = []\n"))
    assert (config.pipeline, config.profile) == ("nl_duidelijk", "standaard")


def test_a_text_may_say_u_heeft(tmp_path: Path) -> None:
    assert Config().you_have == "u hebt"
    config = load_config(written(tmp_path, "[suggestions]\nu = 'u heeft'\n"))
    checker = Checker(config)
    (finding,) = checker.check_text("Heb je vragen? Uw coach helpt u graag.").findings
    assert [str(each) for each in finding.expected] == ["Heeft u"]


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_config(below).off == ("lange-alinea",)


def test_pyproject_counts_only_with_its_own_table(tmp_path: Path) -> None:
    written(tmp_path, "[project]\nname = 'x'\n", "pyproject.toml")
    assert find_config(tmp_path) == Config() or find_config(tmp_path).folder != tmp_path
    written(tmp_path, "[tool.duidelijk.rules]\noff = ['jargon']\n", "pyproject.toml")
    assert find_config(tmp_path).off == ("jargon",)


def test_a_path_adds_to_the_general_settings(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, GOOD))
    inside = settings_for(config, str(tmp_path / "brieven/belastingen/2026/aanslag.txt"))
    outside = settings_for(config, str(tmp_path / "brieven/wmo.txt"))
    assert (inside.department, inside.genre, inside.off) == (
        "Belastingen",
        "brief",
        ("lange-alinea", "jargon"),
    )
    assert (outside.department, outside.genre, outside.off) == (None, None, ("lange-alinea",))


PAGES = """[[path]]
url = "https://www.Dronten.nl/wonen/"
genre = "web"
department = "Ruimte"
template = "Product"
off = ["jargon"]
allow = ["leges"]

[[path]]
url = "https://www.dronten.nl/wonen/huren"
department = "Sociaal domein"

[[path]]
glob = "**"
department = "Bestanden"
"""


@pytest.mark.parametrize(
    ("address", "department"),
    [
        ("https://www.dronten.nl/wonen/", "Ruimte"),
        ("https://www.dronten.nl/wonen", "Ruimte"),
        ("https://www.dronten.nl/wonen?pagina=2", "Ruimte"),
        ("HTTPS://WWW.DRONTEN.NL/wonen/kopen", "Ruimte"),
        ("http://www.dronten.nl:80/wonen/kopen#top", "Ruimte"),
        ("https://www.dronten.nl:443/w%6Fnen/kopen", "Ruimte"),
        ("https://www.dronten.nl/wonen/../wonen/kopen", "Ruimte"),
        ("https://www.dronten.nl/wonen/huren/bezwaar", "Sociaal domein"),
        ("https://www.dronten.nl/wonen/hurenlijst", "Ruimte"),
        ("https://www.dronten.nl/wonen-in-dronten", None),
        ("https://www.dronten.nl/wonen/../belastingen", None),
        ("https://www.dronten.nl/Wonen/", None),
        ("https://www.dronten.nl/belastingen?terug=/wonen/", None),
        ("https://www.dronten.nl.example/wonen/", None),
        ("https://www.dronten.nl@example.nl/wonen/", None),
        ("https://www.dronten.nl:8443/wonen/", None),
        ("https://dronten.nl/wonen/", None),
        ("wonen/huren.html", "Bestanden"),
    ],
)
def test_a_web_page_belongs_to_the_beginning_of_its_address(
    tmp_path: Path, address: str, department: str | None
) -> None:
    assert settings_for(load_config(written(tmp_path, PAGES)), address).department == department


def test_limits_hold_for_web_pages(tmp_path: Path) -> None:
    text = PAGES.replace('template = "Product"', "min_grade = 8.0")
    config = load_config(written(tmp_path, text))
    pages = ("https://www.dronten.nl/wonen/kopen", "https://www.dronten.nl/belastingen")
    assert [limits_for(config, page, "web").min_grade for page in pages] == [8.0, 7.0]


def test_all_settings_of_a_path_hold_for_web_pages(tmp_path: Path) -> None:
    found = settings_for(load_config(written(tmp_path, PAGES)), "https://www.dronten.nl/wonen/huren")
    assert (found.genre, found.template, found.off, found.allow) == (
        "web",
        "Product",
        ("jargon",),
        ("leges",),
    )


MISTAKES = [
    ("[rules]\nof = []\n", "duidelijk.toml:2: onbekende sleutel 'of'; bekend: off, profile."),
    (
        "[regels]\n",
        "duidelijk.toml:1: onbekende sleutel 'regels'; bekend: language, rules, words, path, suggestions, archive, report, gate.",
    ),
    ("[rules]\noff = 'jargon'\n", "duidelijk.toml:2: 'off' moet een lijst van teksten zijn"),
    ("[rules]\nprofile = 'raar'\n", "onbekende waarde 'raar' voor 'profile'; bekend: standaard"),
    (
        "[suggestions]\nu = 'hebt u'\n",
        "duidelijk.toml:2: onbekende waarde 'hebt u' voor 'u'; bekend: u hebt, u heeft.",
    ),
    ("[suggestions]\nje = 'je'\n", "duidelijk.toml:2: onbekende sleutel 'je'; bekend: u."),
    ("[[path]]\ngenre = 'brief'\n", "bij [[path]] hoort een glob of een url, en niet allebei"),
    (
        "[[path]]\nglob = '**'\nurl = 'https://gemeente.nl/'\n",
        "duidelijk.toml:1: bij [[path]] hoort een glob of een url",
    ),
    *(
        (f"[[path]]\nurl = '{url}'\n", "duidelijk.toml:2: 'url' moet het begin van een webadres zijn")
        for url in (
            "www.gemeente.nl/wonen",
            "/wonen/",
            "ftp://gemeente.nl/",
            "https:///wonen",
            "https://gemeente.nl/*",
            "https://gemeente.nl/?pagina=1",
            "https://gemeente.nl/#top",
            "https://ik:geheim@gemeente.nl/",
            "https://gemeente.nl:poort/",
        )
    ),
    ("[path]\nglob = 'x'\n", "schrijf dit als [[path]], met dubbele haken"),
    ("rules = 3\n", "schrijf dit als een tabel: [rules]"),
    ("[rules\n", "duidelijk.toml:1: dit is geen geldige TOML"),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(ConfigError) as error:
        load_config(written(tmp_path, text))
    assert expected in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="bestaat niet"):
        load_config(tmp_path / "weg.toml")


def test_settings_are_looked_for_from_the_folder_of_the_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters, elsewhere = tmp_path / "brieven" / "zorg", tmp_path / "elders"
    letters.mkdir(parents=True)
    elsewhere.mkdir()
    written(letters.parent, GOOD)
    written(elsewhere, "[rules]\noff = ['jargon']\n")
    monkeypatch.chdir(elsewhere)
    assert config_for([str(letters / "a.txt"), "../brieven/b.txt"]).off == ("lange-alinea",)
    assert config_for([str(letters)]).folder == letters.parent
    assert config_for(["a.txt"]).off == config_for([]).off == ("jargon",)


def test_without_settings_near_the_texts_those_of_the_current_folder_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, texts = tmp_path / "hier", tmp_path / "teksten"
    here.mkdir()
    texts.mkdir()
    written(here, GOOD)
    monkeypatch.chdir(here)
    assert config_for(["../teksten/a.txt"]).off == ("lange-alinea",)


def test_a_closed_folder_has_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "dicht"
    closed.mkdir()
    real = os.stat

    def stat(path: Any, *rest: Any, **named: Any) -> os.stat_result:
        if str(path).startswith(f"{closed}{os.sep}"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *rest, **named)

    monkeypatch.setattr(os, "stat", stat)
    assert find_config(closed).off == ()


def test_the_archive_and_the_report_have_settings(tmp_path: Path) -> None:
    text = """
[archive]
url = "archief.db"
name = "site"
key_file = "geheim/sleutel.txt"
keep_months = 12

[report]
organisation = "Gemeente Dronten"
goal = 7.5
goal_year = 2028
residents = "inwoners.csv"
reach = ["paginas.csv", "brieven.csv"]

[[path]]
glob = "brieven/**"
template = "Aanslag"
"""
    config = load_config(written(tmp_path, text))
    assert config.archive == ArchiveSettings("archief.db", "site", tmp_path / "geheim/sleutel.txt", 12)
    assert config.report == ReportSettings(
        "Gemeente Dronten",
        7.5,
        2028,
        tmp_path / "inwoners.csv",
        (tmp_path / "paginas.csv", tmp_path / "brieven.csv"),
    )
    assert settings_for(config, str(tmp_path / "brieven/a.txt")).template == "Aanslag"


def test_one_file_of_readers_needs_no_list(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, "[report]\nreach = 'paginas.csv'\n"))
    assert config.report.reach == (tmp_path / "paginas.csv",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[archive]\nplace = 'a'\n",
            "duidelijk.toml:2: onbekende sleutel 'place'; bekend: url, name, key_file, keep_months.",
        ),
        ("[archive]\nkeep_months = -1\n", "'keep_months' moet een heel getal zijn van 0 tot en met 1200."),
        ("[archive]\nkeep_months = 1.5\n", "'keep_months' moet een heel getal zijn van 0 tot en met 1200."),
        ("[archive]\nkeep_months = true\n", "'keep_months' moet een heel getal zijn van 0 tot en met 1200."),
        ("[report]\ngoal = 11\n", "'goal' moet een getal zijn van 1 tot en met 10."),
        ("[report]\ngoal = 'acht'\n", "'goal' moet een getal zijn van 1 tot en met 10."),
        ("[report]\ngoal_year = 27\n", "'goal_year' moet een heel getal zijn van 2000 tot en met 2100."),
        ("[report]\nreach = 5\n", "'reach' moet een tekst tussen aanhalingstekens zijn."),
    ],
)
def test_a_wrong_setting_of_archive_or_report_is_told_with_its_line(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(ConfigError) as found:
        load_config(written(tmp_path, text))
    assert message in str(found.value)
    assert ":2: " in str(found.value)
