"""A suggestion that another program makes in the source gives the text that the writer was shown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from duidelijk import Checker
from duidelijk.model import Edit, Result, Suggestion
from duidelijk.reading import read_bytes
from duidelijk.rendering import rdjson, sarif
from duidelijk.rendering.positions import Region
from duidelijk.rendering.replacing import exact
from duidelijk.rendering.run import Run
from duidelijk.rulebook import load
from duidelijk.writing import edited
from tests.formats import run
from tests.results import finding, result
from tests.test_positions import AFTER, BEFORE, cut
from tests.test_reading_docx import p, r, word

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(each for each in (ROOT / "examples").iterdir() if each.suffix in {".md", ".txt", ".html"})


def of_rdjson(place: dict[str, Any]) -> Region:
    return Region(*place["start"].values(), *place["end"].values())


def found_in(data: bytes, name: str, words: str, suggestion: str) -> Result:
    """A result with one finding, on these words of the file."""
    document = read_bytes(data, name)
    start = document.text.index(words)
    made = finding(document.text, "w", start, start + len(words))
    made = replace(made, expected=(Suggestion(suggestion, True),))
    return replace(result(document.text, (made,)), document=document)


def replaced(data: bytes, place: Region, text: str) -> bytes:
    """The file with other words at a place counted in bytes."""
    lines = data.splitlines(keepends=True)
    first = sum(map(len, lines[: place.line - 1])) + place.column - 1
    last = sum(map(len, lines[: place.end_line - 1])) + place.end_column - 1
    return data[:first] + text.encode() + data[last:]


def run_of(results: list[Result]) -> Run:
    return Run(results, load().rules, version="1.0.0", base=str(ROOT))


@pytest.fixture(scope="module")
def checked(checker: Checker) -> list[Result]:
    return [checker.check_file(path) for path in SOURCES]


def test_the_range_of_every_finding_in_the_examples_holds_its_words(checked: list[Result]) -> None:
    log = json.loads(sarif.render(run_of(checked)))
    results = log["runs"][0]["results"]
    wanted = [(path, each) for path, found in zip(SOURCES, checked, strict=True) for each in found.findings]
    for (path, remark), shown in zip(wanted, results, strict=True):
        place = shown["locations"][0]["physicalLocation"]["region"]
        at = Region(*(place[key] for key in ("startLine", "startColumn", "endLine", "endColumn")))
        assert cut(path.read_bytes(), at, "utf-16") == place["snippet"]["text"]
        bare = json.dumps(place["snippet"]["text"].split())
        assert all(word in bare for word in remark.actual.split()[:1] if word.isalpha())


def test_every_suggestion_in_the_examples_can_be_made_in_the_file(checked: list[Result]) -> None:
    """Made by its range in bytes, it gives the text that the writer was shown, and nothing else changes."""
    made = 0
    for path, found in zip(SOURCES, checked, strict=True):
        diagnostics = json.loads(rdjson.render(run_of([found])))["diagnostics"]
        for remark, shown in zip(found.findings, diagnostics, strict=True):
            for suggestion in shown.get("suggestions", ()):
                new = replaced(path.read_bytes(), of_rdjson(suggestion["range"]), suggestion["text"])
                wanted = edited(found.document.text, [Edit(remark.start, remark.end, suggestion["text"])])
                assert read_bytes(new, str(path)).text.split() == wanted.split()
                made += 1
    assert made > 50


@pytest.mark.parametrize(
    ("name", "written", "words"),
    [
        ("a.txt", "ten behoeve van", "ten behoeve van"),
        ("a.txt", "ten\r\nbehoeve\r\nvan", "ten\r\nbehoeve\r\nvan"),
        ("a.txt", "R&D *nu*", "R&D *nu*"),
        ("a.html", "<p>financi&euml;le", "financiële"),
        ("a.html", "<p>ten\n  behoeve van", "ten behoeve van"),
        ("a.html", "<b>reeds</b>", "reeds"),
        ("a.md", "**reeds**", "reeds"),
        ("a.md", "R&amp;D", "R&D"),
    ],
)
def test_words_that_stand_together_in_the_source_can_be_replaced(name: str, written: str, words: str) -> None:
    data = f"{BEFORE} {written} {AFTER}".encode()
    found = found_in(data, name, words, "nu")
    assert exact(found, found.findings[0]) == ("nu",)
    suggestion = json.loads(rdjson.render(run(found)))["diagnostics"][0]["suggestions"][0]
    new = replaced(data, of_rdjson(suggestion["range"]), suggestion["text"])
    assert read_bytes(new, name).text.split() == found.document.text.replace(words, "nu").split()


@pytest.mark.parametrize(
    ("name", "written", "words"),
    [
        ("a.html", "ten <b>behoeve</b> van", "ten behoeve van"),
        ("a.html", "ree<i>ds</i>", "reeds"),
        ("a.html", "ten<!-- x --> behoeve", "ten behoeve"),
        ("a.md", "ten *behoeve* van", "ten behoeve van"),
        ("a.md", "[ten](https://a.test) behoeve", "ten behoeve"),
    ],
)
def test_words_with_markup_between_them_are_left_to_the_writer(name: str, written: str, words: str) -> None:
    found = found_in(f"{BEFORE} {written} {AFTER}".encode(), name, words, "nu")
    assert exact(found, found.findings[0]) == ()


@pytest.mark.parametrize("suggestion", ["R&D", "<b>", "*nu*", "[datum]", "dit:\n- een\n- twee", "a|b", "`x`"])
def test_a_suggestion_that_could_be_markup_is_left_to_the_writer(suggestion: str) -> None:
    found = found_in(f"{BEFORE} reeds {AFTER}".encode(), "a.md", "reeds", suggestion)
    assert exact(found, found.findings[0]) == ()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", word(p(r(f"{BEFORE} reeds {AFTER}")))),
        ("a.txt", f"{BEFORE} reeds één {AFTER}".encode("cp1252")),
    ],
)
def test_a_file_that_is_no_utf_8_text_gets_no_suggestions(name: str, data: bytes) -> None:
    found = found_in(data, name, "reeds", "al")
    assert exact(found, found.findings[0]) == ()


def test_a_fix_in_sarif_is_the_same_as_in_rdjson() -> None:
    data = b"\xef\xbb\xbf" + f"É🏛 {BEFORE} reeds {AFTER}".encode()
    found = found_in(data, "a.txt", "reeds", "al")
    fix = json.loads(sarif.render(run(found)))["runs"][0]["results"][0]["fixes"][0]
    change = fix["artifactChanges"][0]["replacements"][0]
    assert (fix["description"]["text"], change["insertedContent"]["text"]) == ("Schrijf ‘al’.", "al")
    assert cut(data, Region(*change["deletedRegion"].values()), "utf-16") == "reeds"
    suggestion = json.loads(rdjson.render(run(found)))["diagnostics"][0]["suggestions"][0]
    assert cut(data, of_rdjson(suggestion["range"]), "utf-8") == "reeds"
