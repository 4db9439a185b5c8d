"""SARIF: where files stand, what a rule says, and what the gate found."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from duidelijk import Checker
from duidelijk.rendering.run import Run
from duidelijk.rendering.sarif import render, uri_of
from tests.formats import FOUND, STOPPED, named, run


def log_of(found: Run) -> Any:
    return json.loads(render(found))["runs"][0]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("brieven/een brief.html", "brieven/een%20brief.html"),
        ("100%.txt", "100%25.txt"),
        ("wat?#nu.txt", "wat%3F%23nu.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("a\nb.txt", "a%0Ab.txt"),
        ("<é>.txt", "%3C%C3%A9%3E.txt"),
        ("a\\b.txt", "a%5Cb.txt"),
        ("../buiten.txt", "../buiten.txt"),
        ("/tmp/een brief.txt", "file:///tmp/een%20brief.txt"),
        ("C:/brieven/een brief.txt", "file:///C:/brieven/een%20brief.txt"),
        ("https://gemeente.test/wonen/?a=1&b=%20#x", "https://gemeente.test/wonen/?a=1&b=%20#x"),
        ("https://gemeente.test/één", "https://gemeente.test/%C3%A9%C3%A9n"),
    ],
)
def test_a_path_is_a_uri(path: str, uri: str) -> None:
    assert uri_of(path) == uri


@pytest.mark.parametrize(
    ("source", "root"), [("a/b.txt", True), ("/elders/b.txt", False), ("https://gemeente.test/a", False)]
)
def test_only_a_path_within_the_folder_is_relative_to_it(source: str, root: bool) -> None:
    found = log_of(run(named(FOUND, source), base="/werk"))
    place = found["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert ("uriBaseId" in place) is root
    assert "uri" not in found["originalUriBaseIds"]["%SRCROOT%"]


def test_a_rule_says_why_and_shows_what_is_found_and_what_is_not(checker: Checker) -> None:
    rules = log_of(Run((), checker.rulebook.rules))["tool"]["driver"]["rules"]
    rule = next(each for each in rules if each["id"] == "formeel-woord")
    assert rule["shortDescription"]["text"] == "Formeel woord"
    assert "**Dit meldt de regel:**" in rule["help"]["markdown"]
    assert "Dit meldt de regel niet:" in rule["help"]["text"] and "**" not in rule["help"]["text"]


def test_a_result_keeps_the_level_of_its_rule_and_says_what_it_stops() -> None:
    found = [
        (each["level"], each["properties"]["blocking"]) for each in log_of(run(verdicts=[STOPPED]))["results"]
    ]
    assert found == [("error", False), ("warning", True), ("note", False), ("error", False)]


@pytest.mark.parametrize(
    "verdict",
    [STOPPED, replace(STOPPED, passed=True, override="spoedbericht")],
    ids=["stopped", "overridden"],
)
def test_a_file_says_what_the_gate_found(verdict: Any) -> None:
    found = log_of(run(verdicts=[verdict]))["artifacts"][0]["properties"]
    assert found == {
        "grade": 6.4,
        "level": "B2",
        "verdict": {
            "passed": verdict.passed,
            "reasons": list(verdict.reasons),
            "override": verdict.override,
        },
    }


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp1252", "windows-1252"), ("", None)],
)
def test_a_file_says_its_encoding_where_it_is_known(encoding: str, shown: str | None) -> None:
    source_map = replace(FOUND.document.source_map, encoding=encoding)
    found = replace(FOUND, document=replace(FOUND.document, source_map=source_map))
    assert log_of(run(found))["artifacts"][0].get("encoding") == shown


def test_a_file_that_could_not_be_read_makes_the_run_a_failure() -> None:
    found = log_of(run(errors=(("weg.txt", "weg.txt: Dit bestand bestaat niet."),)))["invocations"][0]
    assert found["executionSuccessful"] is False
    note = found["toolExecutionNotifications"][0]
    assert note["message"]["text"] == "weg.txt: Dit bestand bestaat niet."
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "weg.txt"
    assert log_of(run())["invocations"] == [{"executionSuccessful": True}]
