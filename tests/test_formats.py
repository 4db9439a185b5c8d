"""The formats for other programs: valid, safe with any name or text, and clear about what stops a text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk import Checker
from duidelijk.model import Verdict
from duidelijk.rendering.formats import FORMATS, render
from duidelijk.rendering.github import summary
from duidelijk.rendering.run import HOME, Run, shown_path, texts
from tests.formats import (
    FOUND,
    READERS,
    STOPPED,
    TEXT,
    named,
    run,
    valid_commands,
    without_lines,
)
from tests.results import finding, result

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted(
    each for each in (ROOT / "examples").iterdir() if each.suffix in {".md", ".txt", ".html", ".docx"}
)
ERRORS = (("weg/brief.doc", "weg/brief.doc: Dit bestand is niet te lezen."),)


@pytest.fixture(scope="module")
def examples(checker: Checker) -> Run:
    """A run of the gate over all examples, one of which couldn't be read."""
    results = [checker.check_file(path) for path in EXAMPLES]
    verdicts = [checker.judge(each) for each in results]
    return Run(results, checker.rulebook.rules, ERRORS, verdicts, "1.0.0", str(ROOT))


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_over_all_examples_follows_the_schema(form: str, examples: Run) -> None:
    READERS[form](render(form, examples))


@pytest.mark.parametrize("form", FORMATS)
def test_a_check_without_a_gate_follows_the_schema(form: str, examples: Run) -> None:
    READERS[form](render(form, replace(examples, verdicts=None, errors=())))


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_over_nothing_follows_the_schema(form: str) -> None:
    READERS[form](render(form, Run((), (), (), (), "1.0.0")))


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_run_gives_the_same_bytes(form: str, examples: Run) -> None:
    assert render(form, examples) == render(form, examples)


@pytest.mark.parametrize("form", FORMATS)
def test_a_text_without_findings_gives_none(form: str) -> None:
    found = READERS[form](render(form, run(result("Alles is goed."))))
    assert "reeds" not in str(found)


HOSTILE = [
    "a\nb.txt",
    "a\r\n::error::b.txt",
    "100%.txt",
    "a,b:c=d.txt",
    "<script>&\"'.txt",
    "]]>.txt",
    "a\x00\x07\x1b[31m\x7f\x85.txt",
    "\ud800.txt",
    "\ufffe\uffff.txt",
    "een spatie en é.txt",
    "../buiten.txt",
    "-",
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", HOSTILE)
def test_any_file_name_can_be_shown(form: str, name: str) -> None:
    shown = render(form, run(named(FOUND, name), errors=((name, f"{name}: kapot"),), verdicts=[STOPPED]))
    READERS[form](shown.encode("utf-8", "replace").decode())


@settings(deadline=None, max_examples=40)
@given(form=st.sampled_from(FORMATS), words=st.text(min_size=1, max_size=40), name=st.text(max_size=20))
def test_any_text_can_be_shown(form: str, words: str, name: str) -> None:
    found = result(words, (finding(words, "w", 0, len(words)),))
    message = replace(found.findings[0], message=words)
    verdict = Verdict(False, (words,), (message,), remarks=(words,))
    shown = run(named(replace(found, findings=(message,)), name), errors=((name, words),), verdicts=[verdict])
    READERS[form](render(form, shown))
    summary(shown)


def test_github_is_given_one_command_per_line_whatever_the_name() -> None:
    found = valid_commands(render("github", run(named(FOUND, "a\n::error::b,c:d.txt"))))
    assert {each.properties["file"] for each in found} == {"a\n::error::b,c:d.txt"}


@pytest.mark.parametrize("form", ["junit", "checkstyle"])
def test_what_xml_forbids_becomes_a_replacement_character(form: str) -> None:
    root = ElementTree.fromstring(render(form, run(named(FOUND, "a\x00\x1b\nb.txt"))))
    assert "a\ufffd\ufffd\nb.txt" in {value for each in root.iter() for value in each.attrib.values()}


@pytest.mark.parametrize(
    ("source", "base", "expected"),
    [
        ("a/b.txt", "/werk", "a/b.txt"),
        ("./a/b.txt", "/werk", "a/b.txt"),
        ("/werk/a/b.txt", "/werk", "a/b.txt"),
        ("/ander/b.txt", "/werk", "/ander/b.txt"),
        ("/werkplek/b.txt", "/werk", "/werkplek/b.txt"),
        ("../b.txt", "/werk", "../b.txt"),
        ("https://gemeente.test/a//b?x=1", "/werk", "https://gemeente.test/a//b?x=1"),
        ("brief.html", "", "brief.html"),
        ("", "", "tekst.txt"),
    ],
)
def test_a_path_is_shown_from_the_folder_where_one_works(source: str, base: str, expected: str) -> None:
    assert shown_path(source, base) == expected


# What stops a text


def by_severity(form: str, shown: Any) -> list[str]:
    """How grave each finding is in this format, in its order."""
    if form == "gitlab":
        return [each["severity"] for each in shown]
    if form == "rdjson":
        return [each["severity"] for each in shown["diagnostics"]]
    if form == "github":
        return [each.level for each in shown]
    return [each.get("severity") for each in shown.iter("error")]


@pytest.mark.parametrize(
    ("form", "checked", "stopped", "passed"),
    [
        (
            "gitlab",
            ["major", "minor", "info", "major"],
            ["blocker", "major", "blocker", "info", "major"],
            ["major", "minor", "info", "major"],
        ),
        (
            "rdjson",
            ["ERROR", "WARNING", "INFO", "ERROR"],
            ["ERROR", "ERROR", "ERROR", "INFO", "ERROR"],
            ["ERROR", "WARNING", "INFO", "ERROR"],
        ),
        (
            "checkstyle",
            ["error", "warning", "info", "error"],
            ["error", "error", "error", "info", "error"],
            ["error", "warning", "info", "error"],
        ),
        (
            "github",
            ["error", "error", "warning", "notice"],
            ["error", "error", "warning", "warning", "notice"],
            ["warning", "warning", "warning", "notice"],
        ),
    ],
)
def test_what_stops_a_text_is_the_gravest(
    form: str, checked: list[str], stopped: list[str], passed: list[str]
) -> None:
    for verdicts, expected in ((None, checked), ([STOPPED], stopped), ([Verdict(True, ())], passed)):
        assert by_severity(form, READERS[form](render(form, run(verdicts=verdicts)))) == expected


@pytest.mark.parametrize("form", FORMATS)
def test_why_a_text_is_stopped_is_said(form: str) -> None:
    assert STOPPED.reasons[0] in render(form, run(verdicts=[STOPPED]))


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in {"sarif", "junit"}])
def test_a_text_that_is_published_all_the_same_is_no_error(form: str) -> None:
    overridden = replace(STOPPED, passed=True, override="spoedbericht")
    assert render(form, run(verdicts=[overridden])) == render(form, run(verdicts=[Verdict(True, ())]))


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_could_not_be_read_is_said(form: str) -> None:
    shown = render(form, run(errors=ERRORS))
    assert "Dit bestand is niet te lezen." in shown and "weg/brief.doc" in shown


# GitHub


def test_github_gets_the_gravest_first() -> None:
    clear = named(result(TEXT, FOUND.findings[2:3]), "goed.txt")
    found = valid_commands(
        render("github", run(clear, FOUND, errors=ERRORS, verdicts=[Verdict(True, ()), STOPPED]))
    )
    assert [(each.level, each.properties["file"]) for each in found] == [
        ("error", "weg/brief.doc"),
        ("error", "brief.txt"),
        ("error", "brief.txt"),
        ("warning", "brief.txt"),
        ("warning", "brief.txt"),
        ("notice", "goed.txt"),
        ("notice", "brief.txt"),
    ]  # fmt: skip


def test_github_gets_columns_of_words_on_one_line_and_lines_of_more() -> None:
    text = "Het is ten\nbehoeve van é🏛 reeds u."
    found = result(text, (finding(text, "w", 7, 22), finding(text, "w", 26, 31)))
    one, other = valid_commands(render("github", run(found)))
    assert one.properties == {"file": "brief.txt", "line": "1", "endLine": "2", "title": "W"}
    assert (other.properties["col"], other.properties["endColumn"]) == ("17", "21")


def test_the_summary_of_a_job_shows_all_texts_and_what_stops() -> None:
    found = summary(run(verdicts=[STOPPED], errors=ERRORS))
    assert "| brief.txt | 6,4 | nog niet | 2 fouten, 1 waarschuwing en 1 tip |" in found
    assert "**Niet gelezen:** weg/brief.doc: Dit bestand is niet te lezen." in found
    assert "- **houdt tegen** waarschuwing, regel 2: “Indien" in found


def test_the_summary_is_no_place_for_markup_of_a_text() -> None:
    text = "<img src=x> | [link](x) *vet*"
    found = summary(run(named(result(text, (finding(text, "w", 0, len(text)),)), "a|b.txt")))
    assert "a\\|b.txt" in found and "\\<img src=x\\> \\| \\[link\\](x) \\*vet\\*" in found


# JUnit


def cases(run: Run) -> list[tuple[str, list[str]]]:
    root = READERS["junit"](render("junit", run))
    return [(case.get("name"), [each.tag for each in case]) for case in root.iter("testcase")]


def test_junit_has_a_test_per_text_that_fails_when_it_is_stopped() -> None:
    found = run(FOUND, named(FOUND, "goed.txt"), verdicts=[STOPPED, Verdict(True, ())], errors=ERRORS)
    assert cases(found) == [
        ("brief.txt", ["failure", "system-out"]),
        ("goed.txt", ["system-out"]),
        ("weg/brief.doc", ["error"]),
    ]
    suite = READERS["junit"](render("junit", found))[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "1")


def test_junit_never_fails_where_nothing_was_judged() -> None:
    assert cases(run()) == [("brief.txt", ["system-out"])]


def test_junit_says_that_a_text_is_published_all_the_same() -> None:
    overridden = replace(STOPPED, passed=True, override="spoedbericht")
    assert "Toch naar buiten: spoedbericht." in render("junit", run(verdicts=[overridden]))


# Word documents, which have no lines


@pytest.mark.parametrize("form", ["github", "gitlab", "rdjson", "checkstyle", "sarif"])
def test_a_finding_in_a_word_document_names_the_paragraph_and_no_line(form: str) -> None:
    shown = render(form, run(replace(FOUND, document=without_lines(FOUND.document))))
    READERS[form](shown)
    assert "Alinea 2: " in shown
    assert not any(each in shown for each in ('line="2"', "line=2", '"line": 2', '"begin": 2', "startLine"))


# Fingerprints


def names(form: str, run: Run) -> list[str]:
    shown = READERS[form](render(form, run))
    if form == "gitlab":
        return [each["fingerprint"] for each in shown]
    return [each["partialFingerprints"]["primaryLocationLineHash"] for each in shown["runs"][0]["results"]]


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_names_stay_when_lines_come_in_above(form: str) -> None:
    text = f"Nieuw.\n\n{TEXT}"
    moved = [
        replace(each, start=each.start + 8, end=each.end + 8, marks=((each.start + 8, each.end + 8),))
        for each in FOUND.findings
    ]
    assert names(form, run(result(text, tuple(moved)))) == names(form, run())


def test_no_two_findings_of_a_text_have_one_name(examples: Run) -> None:
    for text in texts(examples):
        found = [note.name for note in text.notes]
        assert len({*found}) == len(found)
    shown = names("gitlab", examples)
    assert len({*shown}) == len(shown)


def test_gitlab_tells_the_same_words_in_two_files_apart() -> None:
    found = names("gitlab", run(FOUND, named(FOUND, "ander.txt"), verdicts=[STOPPED, STOPPED]))
    assert len({*found}) == len(found)


def test_the_page_about_the_forms_names_them_all() -> None:
    page = (ROOT / "docs" / "vormen.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\| `(\w+)` \| [^|]+ \| `duidelijk check", page, re.MULTILINE)
    assert shown == ["terminal", "html", "json", *FORMATS]


def test_the_address_of_the_project_is_the_public_one() -> None:
    assert f'url: "{HOME}.git"' in (ROOT / "publiccode.yml").read_text(encoding="utf-8")


def test_every_rule_has_the_page_that_is_linked(checker: Checker) -> None:
    shown = json.loads(render("sarif", Run((), checker.rulebook.rules)))
    for rule in shown["runs"][0]["tool"]["driver"]["rules"]:
        assert (ROOT / rule["helpUri"].removeprefix(f"{HOME}/blob/HEAD/")).is_file()
