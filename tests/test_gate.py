"""The gate: what a text must meet, what stops it, and how it is published all the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from duidelijk import Checker
from duidelijk.config import Config, GateSettings, OwnLimits, PathSettings, limits_for, load_config
from duidelijk.errors import ConfigError, GateError
from duidelijk.gate import TOO_SHORT, judge, known_reason, overridden
from duidelijk.model import Finding, Gain, Limits, Result
from tests.results import finding, result

TITLES = {"w": "Formeel woord", "z": "Lange zin", "o": "Kopje"}
TEXT = "Wij doen dat reeds. Wij doen dat thans. Kop"
SHORT = "Wij doen dat reeds."


def graded(value: float | None, *findings: Finding, gains: tuple[Gain, ...] = ()) -> Result:
    made = result(TEXT, findings)
    return replace(made, grade=replace(made.grade, value=value, gains=gains))


def fout(start: int = 13, rule: str = "w") -> Finding:
    return finding(TEXT, rule, start, start + 5)


def tip(start: int, rule: str = "z") -> Finding:
    return finding(TEXT, rule, start, start + 5, severity="tip")


# --- The limits


@pytest.mark.parametrize(
    ("found", "limits", "reasons"),
    [
        (graded(7.0), Limits(), ()),
        (graded(6.9), Limits(), ("Het cijfer is 6,9. Dat moet minstens 7,0 zijn.",)),
        (graded(1.0, fout()), Limits(min_grade=None), ()),
        (graded(8.0, fout()), Limits(), ()),
        (graded(8.0, fout()), Limits(max_fout=1), ()),
        (graded(8.0, fout()), Limits(max_fout=0), ("Er staat 1 fout in. Er mag geen fout in staan.",)),
        (
            graded(8.0, fout(13), fout(33)),
            Limits(max_fout=1),
            ("Er staan 2 fouten in. Het mag er hoogstens 1 zijn.",),
        ),
        (graded(8.0, tip(13), tip(33)), Limits(max_fout=0), ()),
        (
            graded(8.0, tip(13), tip(33)),
            Limits(block=("z", "o")),
            ("Dit mag niet in de tekst staan: Lange zin (2×).",),
        ),
        (
            graded(5.0, fout(), tip(33)),
            Limits(max_fout=0, block=("z",)),
            (
                "Het cijfer is 5,0. Dat moet minstens 7,0 zijn.",
                "Er staat 1 fout in. Er mag geen fout in staan.",
                "Dit mag niet in de tekst staan: Lange zin.",
            ),
        ),
    ],
)
def test_every_limit_that_is_not_met_is_a_reason(
    found: Result, limits: Limits, reasons: tuple[str, ...]
) -> None:
    verdict = judge(found, limits, titles=TITLES)
    assert (verdict.passed, verdict.reasons) == (not reasons, reasons)
    assert bool(verdict.stopping) <= bool(reasons)


def test_a_text_without_a_grade_is_judged_by_its_findings_and_that_is_said() -> None:
    verdict = judge(graded(None, fout()), Limits(), titles=TITLES)
    assert verdict.passed and verdict.remarks == (TOO_SHORT,)
    stopped = judge(graded(None, fout()), Limits(max_fout=0), titles=TITLES)
    assert not stopped.passed and stopped.remarks == (TOO_SHORT,)


def test_what_stops_a_text_stands_in_text_order_and_once() -> None:
    late, early = fout(33), fout(13)
    verdict = judge(graded(8.0, late, early), Limits(max_fout=0, block=("w",)), titles=TITLES)
    assert verdict.stopping == (early, late)


def test_a_low_grade_is_stopped_by_the_findings_that_cost_most() -> None:
    gains = (Gain("w", 1, 2.5, 7.5), Gain("z", 1, 1.0, 8.5))
    verdict = judge(graded(5.0, fout(), tip(33), gains=gains), Limits(), titles=TITLES)
    assert [each.rule for each in verdict.stopping] == ["w"], "with that mended it has a 7"


# --- Published all the same


def test_a_reason_lets_a_text_through_and_hides_nothing() -> None:
    stopped = judge(graded(5.0), Limits(), titles=TITLES)
    verdict = overridden(stopped, "spoedbericht", ("spoedbericht", "citaat"))
    assert (verdict.passed, verdict.override, verdict.reasons) == (True, "spoedbericht", stopped.reasons)


def test_a_text_that_passes_needs_no_reason() -> None:
    verdict = overridden(judge(graded(8.0), Limits(), titles=TITLES), "citaat", ("citaat",))
    assert verdict.passed and verdict.override == ""


@pytest.mark.parametrize("given", ["Wettelijke tekst", "  wettelijke   tekst ", "WETTELIJKE TEKST"])
def test_a_reason_is_known_however_it_is_written(given: str) -> None:
    assert known_reason(given, ("citaat", "wettelijke tekst")) == "wettelijke tekst"


@pytest.mark.parametrize(
    ("allowed", "message"),
    [
        (("spoedbericht", "citaat"), "Deze reden is niet bekend. Kies uit: ‘spoedbericht’, ‘citaat’."),
        ((), "In duidelijk.toml staan geen redenen. Een tekst mag dus niet toch naar buiten."),
    ],
)
@pytest.mark.parametrize("given", ["zomaar", "", "spoed", "\x1b[31mcitaat"])
def test_another_reason_is_refused_with_the_known_ones(
    given: str, allowed: tuple[str, ...], message: str
) -> None:
    with pytest.raises(GateError) as error:
        known_reason(given, allowed)
    assert str(error.value) == message


# --- The settings

SETTINGS = """[gate]
min_grade = 6
max_fout = 10
block = ["jargon"]

[gate.besluit]
min_grade = 5.5

[[path]]
glob = "wonen/**"
max_fout = 3
block = []

[[path]]
glob = "wonen/huur/**"
min_grade = 8
"""


def settings(folder: Path, text: str) -> Config:
    path = folder / "duidelijk.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


@pytest.mark.parametrize(
    ("source", "genre", "expected"),
    [
        ("a.md", "web", Limits(6, 10, ("jargon",))),
        ("a.md", "besluit", Limits(5.5, 10, ("jargon",))),
        ("wonen/a.md", "web", Limits(6, 3, ())),
        ("wonen/a.md", "besluit", Limits(5.5, 3, ())),
        ("wonen/huur/a.md", "besluit", Limits(8, 3, ())),
    ],
)
def test_a_path_goes_before_a_genre_and_a_genre_before_the_rest(
    tmp_path: Path, source: str, genre: str, expected: Limits
) -> None:
    assert limits_for(settings(tmp_path, SETTINGS), str(tmp_path / source), genre) == expected  # type: ignore[arg-type]


def test_without_settings_a_7_is_enough() -> None:
    assert limits_for(Config(), "a.md", "web") == Limits(7.0, None, ())


def test_what_a_command_asks_goes_before_all_settings(tmp_path: Path) -> None:
    config = settings(tmp_path, SETTINGS)
    given = replace(config, gate=replace(config.gate, given=OwnLimits(min_grade=9)))
    assert limits_for(given, str(tmp_path / "wonen/huur/a.md"), "web") == Limits(9, 3, ())


def test_the_baseline_and_the_reasons_come_from_the_file(tmp_path: Path) -> None:
    config = settings(tmp_path, '[gate]\nbaseline = "basis/web.json"\nreasons = ["storing"]\n')
    assert config.gate == GateSettings(baseline=tmp_path / "basis/web.json", reasons=("storing",))
    assert settings(tmp_path, "").gate.reasons == ("spoedbericht", "wettelijke tekst", "citaat", "anders")
    assert settings(tmp_path, "[gate]\nreasons = []\n").gate.reasons == ()


MISTAKES = [
    ("[gate]\nmin_grad = 7\n", "duidelijk.toml:2: onbekende sleutel 'min_grad'; bekend: min_grade,"),
    ("[gate]\nmin_grade = 11\n", "duidelijk.toml:2: 'min_grade' moet een getal zijn van 1 tot en met 10."),
    ("[gate]\nmin_grade = '7'\n", "duidelijk.toml:2: 'min_grade' moet een getal zijn"),
    ("[gate]\nmin_grade = nan\n", "duidelijk.toml:2: 'min_grade' moet een getal zijn"),
    ("[gate]\nmax_fout = -1\n", "duidelijk.toml:2: 'max_fout' moet een heel getal zijn"),
    ("[gate]\nmax_fout = 1.5\n", "duidelijk.toml:2: 'max_fout' moet een heel getal zijn"),
    ("[gate]\nmax_fout = true\n", "duidelijk.toml:2: 'max_fout' moet een heel getal zijn"),
    ("[gate]\nblock = 'jargon'\n", "duidelijk.toml:2: 'block' moet een lijst van teksten zijn"),
    ("[gate]\nbaseline = 3\n", "duidelijk.toml:2: 'baseline' moet een tekst"),
    ("[gate]\nreasons = 'citaat'\n", "duidelijk.toml:2: 'reasons' moet een lijst van teksten zijn"),
    ("[gate.folder]\nmin_grade = 7\n", "duidelijk.toml:1: onbekende sleutel 'folder'"),
    ("[gate]\nbrief = 7\n", "duidelijk.toml:2: schrijf dit als een tabel: [brief]."),
    (
        "[gate]\nmin_grade = 7\n\n[gate.brief]\nmax_fout = 2\nmin_grade = 0\n",
        "duidelijk.toml:6: 'min_grade' moet een getal zijn",
    ),
    (
        "[[path]]\nglob = 'a'\nmin_grade = 7\n\n[[path]]\nglob = 'b'\nmin_grade = 0\n",
        "duidelijk.toml:7: 'min_grade' moet een getal zijn",
    ),
    ("[gate.brief]\nbaseline = 'x'\n", "duidelijk.toml:2: onbekende sleutel 'baseline'"),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_a_mistake_is_named_with_its_own_line(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(ConfigError) as error:
        settings(tmp_path, text)
    assert expected in str(error.value)


@pytest.mark.parametrize(
    "config",
    [
        Config(gate=GateSettings(limits=OwnLimits(block=("lange-zn",)))),
        Config(gate=GateSettings(genres={"brief": OwnLimits(block=("lange-zn",))})),
        Config(paths=(PathSettings("a", limits=OwnLimits(block=("lange-zn",))),)),
    ],
)
def test_a_rule_that_does_not_exist_cannot_block(config: Config) -> None:
    with pytest.raises(ConfigError, match="bij 'block' een regel die niet bestaat: lange-zn"):
        Checker(config)


# --- The front door


def test_the_front_door_judges_by_its_settings(checker: Checker) -> None:
    found = checker.check_text(SHORT)
    assert checker.judge(found).passed
    strict = GateSettings(limits=OwnLimits(max_fout=0))
    before, checker.config = checker.config, Config(gate=strict)
    try:
        stopped, through = checker.judge(found), checker.judge(found, reason="citaat")
        with pytest.raises(GateError):
            checker.judge(found, reason="zomaar")
    finally:
        checker.config = before
    assert stopped.reasons == ("Er staat 1 fout in. Er mag geen fout in staan.",)
    assert [each.actual for each in stopped.stopping] == ["reeds"]
    assert (through.passed, through.override, through.reasons) == (True, "citaat", stopped.reasons)
