"""Two versions of a text: what was solved, what came in, what stayed, and how that is shown."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from duidelijk import Checker
from duidelijk.aligning import NONE, aligned
from duidelijk.comparing import compare
from duidelijk.model import Comparison, Finding, Grade
from duidelijk.rendering import comparison_html, comparison_terminal
from duidelijk.rendering.comparison import signed, verdict
from tests.results import RULES, finding, result
from tests.test_cli import EXAMPLES, PROJECT, SCHEMA, duidelijk
from tests.test_page import HOSTILE, Page
from tests.test_properties import TEXTS, few

COMPARED = json.loads((PROJECT / "docs" / "schema-compare.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(
    COMPARED, registry=Registry().with_resource(SCHEMA["$id"], Resource.from_contents(SCHEMA))
)
WORDS = ("Indien", "dient te", "teneinde", "!!!")
LONG = 10
"""A sentence of so many words is long here."""
OLD = "Indien u belt, dient te komen wie dat wil. Wij zijn er.\n\nDe school is op maandag en dinsdag dicht.\n"


def findings(text: str) -> tuple[Finding, ...]:
    """A finding of rule w for each of the WORDS, and one of rule z for each long sentence."""
    known = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in WORDS)
    spans = [("w", *m.span()) for m in re.finditer(known, text, re.IGNORECASE)]
    sentences = re.finditer(r"[^.!\s][^.!]*[.!]?", text)
    spans += [("z", *m.span()) for m in sentences if len(m[0].split()) >= LONG]
    return tuple(finding(text, *span) for span in sorted(spans, key=lambda s: s[1:]))


def compared(old: str, new: str) -> Comparison:
    return compare(result(old, findings(old)), result(new, findings(new)))


def words(found: tuple[Finding, ...]) -> list[str]:
    """The words that were found; ``zin`` for a long sentence."""
    return ["zin" if each.rule == "z" else each.actual for each in found]


A, B, C = (
    "Indien u vragen heeft over de riolering, belt u ons.",
    "De straat is op maandag en dinsdag helemaal dicht voor auto's.",
    "Teneinde schade te voorkomen vragen wij u om uw fiets weg te halen.",
)
CASES = [
    pytest.param(OLD, OLD, [], [], ["Indien", "dient te"], id="nothing-changed"),
    pytest.param(OLD, OLD.replace(" ", "\n  "), [], [], ["Indien", "dient te"], id="only-white-space-changed"),
    pytest.param(OLD, OLD.replace("Indien", "INDIEN"), [], [], ["Indien", "dient te"], id="only-case-changed"),
    pytest.param(OLD, OLD.replace("Indien", "Als"), ["Indien"], [], ["dient te"], id="solved"),
    pytest.param(OLD.replace("Indien", "Als"), OLD, [], ["Indien"], ["dient te"], id="came-in"),
    pytest.param(f"{A}\n\n{B}\n\n{C}", f"{C}\n\n{B}\n\n{A}", [], [], ["Indien", "zin", "zin", "Teneinde", "zin"], id="moved-paragraphs"),
    pytest.param(f"{A}\n\n{B}\n\n{C}", f"{B}\n\n{C}\n\n{A.replace('Indien', 'Als')}", ["Indien"], [], ["zin", "zin", "Teneinde", "zin"], id="moved-and-edited"),
    pytest.param("Indien het kan. Indien het moet.", "Als het kan. Indien het moet.", ["Indien"], [], ["Indien"], id="twice-then-once"),
    pytest.param("Indien het kan.", "Indien het kan. Indien het moet.", [], ["Indien"], ["Indien"], id="once-then-twice"),
    pytest.param("Indien het kan. Indien het mag.", "Het kan, Indien u wilt.", ["Indien"], [], ["Indien"], id="twice-then-once-in-other-words"),
    pytest.param(
        f"Indien u belt, is dat prima. {B} Wij horen graag van u wat u vindt.",
        f"Als u belt, is dat prima. {B} Wij horen graag van u, indien u iets vindt.",
        ["Indien"], ["indien"], ["zin"], id="solved-here-and-new-there",
    ),
    pytest.param(B, B.replace("maandag en dinsdag", "maandag en op woensdag"), [], [], ["zin"], id="long-sentence-edited"),
    pytest.param(B, "Op maandag is de straat dicht. Op dinsdag ook.", ["zin"], [], [], id="long-sentence-split"),
    pytest.param(
        "Wij leggen de stoep nieuw aan en daarom kunt u er niet langs.",
        "Kom gerust eens kijken hoe het gaat met al het werk hier.",
        ["zin"], ["zin"], [], id="another-long-sentence",
    ),
    pytest.param("Kom langs!!!", "Kom nu langs!!!", [], [], ["!!!"], id="no-words-at-all"),
    pytest.param("", "", [], [], [], id="empty"),
    pytest.param("", "Indien het kan.", [], ["Indien"], [], id="empty-before"),
    pytest.param("Indien het kan.", "", ["Indien"], [], [], id="empty-after"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "solved", "added", "kept"), CASES)
def test_findings_are_solved_added_or_kept(
    old: str, new: str, solved: list[str], added: list[str], kept: list[str]
) -> None:
    found = compared(old, new)
    assert (words(found.solved), words(found.added)) == (solved, added)
    assert words(tuple(before for before, _ in found.kept)) == kept


def test_another_severity_is_no_change() -> None:
    old, new = (result(B, (finding(B, "z", 0, len(B), severity=each),)) for each in ("fout", "tip"))
    found = compare(old, new)
    assert [(one.severity, two.severity) for one, two in found.kept] == [("fout", "tip")]


def test_a_finding_about_the_whole_text_stays_though_no_word_does() -> None:
    old, new = result(A, (finding(A, "o", 0, 6),)), result(C, (finding(C, "o", 0, 8),))
    assert len(compare(old, new, whole={"o"}).kept) == 1
    assert len(compare(old, new).solved) == 1


@few
@given(old=TEXTS, new=TEXTS)
def test_every_finding_is_somewhere_exactly_once(old: str, new: str) -> None:
    found = compared(old, new)
    assert Counter(found.before.findings) == Counter((*found.solved, *(one for one, _ in found.kept)))
    assert Counter(found.after.findings) == Counter((*found.added, *(two for _, two in found.kept)))


@few
@given(old=TEXTS, new=TEXTS)
def test_a_token_is_aligned_with_one_equal_token(old: str, new: str) -> None:
    found = aligned(old, new)
    pairs = [(i, j) for i, j in enumerate(found.image) if j != NONE]
    assert all(found.old.texts[i] == found.new.texts[j] for i, j in pairs)
    assert len({j for _, j in pairs}) == len(pairs)
    assert aligned(old, old).image == tuple(range(len(found.old.texts)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(f"{A} {C} " * 900, f"{A} {C} ".replace("u ", "jij ") * 900, id="repeated"),
        pytest.param(f"{A} " * 2000, f"{C} " * 2000, id="nothing-in-common"),
        pytest.param("a b " * 10_000, "b a " * 10_000, id="two-words"),
        pytest.param(" ".join(map(str, range(20_000))), " ".join(map(str, range(20_000, 0, -1))), id="reversed"),
    ],
)  # fmt: skip
def test_in_texts_of_20000_words_every_finding_is_told_once(old: str, new: str) -> None:
    before, after = result(old, findings(old)), result(new, findings(new))
    found = compare(before, after)
    assert len(found.solved) + len(found.kept) == len(before.findings)
    assert len(found.added) + len(found.kept) == len(after.findings)


def graded(old: float | None, new: float | None) -> Comparison:
    """Two texts with these grades."""
    before, after = (
        replace(result(text), grade=Grade(value, value or 5.0, value and "B1", None, {"toon": -1.0}, ()))
        for text, value in (("Oud.", old), ("Nieuw.", new))
    )
    return compare(before, after)


@pytest.mark.parametrize(
    ("old", "new", "said", "line"),
    [
        (4.3, 7.5, "De nieuwe tekst is duidelijker.", "Cijfer: van 4,3 naar 7,5 (+3,2)"),
        (7.5, 7.8, "De nieuwe tekst is iets duidelijker.", "Cijfer: van 7,5 naar 7,8 (+0,3)"),
        (7.5, 4.3, "De nieuwe tekst is minder duidelijk.", "Cijfer: van 7,5 naar 4,3 (−3,2)"),
        (7.5, 7.4, "De nieuwe tekst is iets minder duidelijk.", "Cijfer: van 7,5 naar 7,4 (−0,1)"),
        (7.5, 7.5, "De nieuwe tekst is even duidelijk als de oude.", "Cijfer: net als eerst 7,5"),
        (None, 7.5, "De oude tekst is te kort voor een cijfer.", "Cijfer: eerst geen cijfer, nu een 7,5"),
        (7.5, None, "De nieuwe tekst is te kort voor een cijfer.", "Cijfer: eerst een 7,5, nu geen cijfer"),
        (None, None, "Beide teksten zijn te kort voor een cijfer.", "Cijfer: geen cijfer"),
    ],
)  # fmt: skip
def test_the_verdict_is_plain(old: float | None, new: float | None, said: str, line: str) -> None:
    shown = comparison_terminal.render(graded(old, new), RULES)
    assert verdict(graded(old, new)) == said and f"\n{said}\n" in shown and f"\n{line}" in shown
    assert ("\nPunten eraf " in shown) == (old is not None and new is not None)
    assert f"<h1>{said}</h1>" in comparison_html.render(graded(old, new), RULES)


@pytest.mark.parametrize(
    ("value", "shown"), [(3.2, "+3,2"), (-0.4, "−0,4"), (0.0, "0,0"), (-0.04, "0,0"), (None, "0,0")]
)
def test_a_change_has_its_sign(value: float | None, shown: str) -> None:
    assert signed(value) == shown


def test_the_terminal_shows_solved_by_rule_and_new_with_its_place() -> None:
    old = "Indien u belt. Indien u komt. Hij dient te gaan."
    shown = comparison_terminal.render(compared(old, "Als u belt. Als u komt.\n\nHij gaat teneinde."), RULES)
    assert "\nOpgelost (3)\n  W (3×): “Indien” (2×) en “dient te”\n" in shown
    assert "\nNieuw (1)\n3:10    fout  W\n        “teneinde”\n        Let op w.\n" in shown
    assert shown.endswith("\nGebleven: 0 meldingen\n") and "\x1b" not in shown


def test_texts_of_another_kind_are_mentioned() -> None:
    old, new = result("Een tekst."), result("Een tekst.")
    other = compare(old, replace(new, document=replace(new.document, genre="web")))
    shown = " ".join(comparison_terminal.render(other, RULES).split())
    assert "behandelt de oude tekst als een brief en de nieuwe als een webtekst" in shown
    assert "Let op" not in comparison_terminal.render(compare(old, new), RULES)


class Article(Page):
    """The text of one of the two articles."""

    def __init__(self, html: str, id: str) -> None:
        self.wanted = id
        super().__init__(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "article":
            attrs = [("id", "tekst" if found["id"] == self.wanted else "ander")]
        super().handle_starttag(tag, attrs)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_shown_as_text(text: str) -> None:
    old, new = result(text, (finding(text, "w", 0, min(4, len(text))),)), result(f"Indien. {text}")
    html = comparison_html.render(compare(old, new), RULES)
    assert Article(html, "oud").text == text and Article(html, "nieuw").text == f"Indien. {text}"
    tags = Article(html, "oud").tags
    assert not {"script", "img", "iframe"} & {tag for tag, _ in tags}
    assert not [a for _, attrs in tags for a in attrs if a.startswith("on")]


@few
@given(old=TEXTS, new=TEXTS)
def test_both_texts_are_on_the_page_and_every_link_has_a_target(old: str, new: str) -> None:
    html = comparison_html.render(compared(old, new), RULES)
    for id, text in (("oud", old), ("nieuw", new)):
        assert Article(html, id).text == text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_marks_tell_what_was_solved_what_is_new_and_what_stayed() -> None:
    new = "Als u belt, dient te komen wie wil, teneinde."
    html = comparison_html.render(compared("Indien u belt, dient te komen wie wil.", new), RULES)
    assert Article(html, "oud").marks == [("Indien", ("opgelost",)), ("dient te", ("gebleven",))]
    assert Article(html, "nieuw").marks == [("dient te", ("gebleven",)), ("teneinde", ("nieuw",))]
    labels = [attrs["aria-label"] for tag, attrs in Page(html).tags if tag == "a" and "aria-label" in attrs]
    assert labels == ["Opgelost: W", "Nieuw: W"]


def test_the_page_needs_nothing_from_elsewhere() -> None:
    html = comparison_html.render(compared(OLD, A), RULES)
    assert "http://" not in html and "https://" not in html and "<script" not in html and "url(" not in html
    assert "default-src 'none'" in html


def test_one_checker_compares_two_files(checker: Checker) -> None:
    old, new = (EXAMPLES / f"uitnodiging-speelplek-{side}.md" for side in ("voor", "na"))
    found = checker.compare_files(old, new)
    assert found.after.grade.value > found.before.grade.value
    assert "Teneinde" in words(found.solved) and len(found.added) <= 2
    assert verdict(checker.compare_files(old, old)) == "Er is niets veranderd."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "oud.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "nieuw.txt").write_text(OLD.replace("Indien", "Als"), encoding="utf-8")
    return tmp_path


def test_the_command_shows_what_was_solved(folder: Path) -> None:
    done = duidelijk("compare", "oud.txt", "nieuw.txt", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Oud:   oud.txt\nNieuw: nieuw.txt\n") and "“Indien”" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize("form", ["terminal", "html"])
def test_the_same_file_twice_is_no_change(folder: Path, form: str) -> None:
    done = duidelijk("compare", "oud.txt", "oud.txt", "--format", form, cwd=folder)
    assert done.returncode == 0 and "Er is niets veranderd." in done.stdout


@pytest.mark.parametrize("form", ["terminal", "html", "json"])
def test_the_same_input_gives_the_same_bytes(folder: Path, form: str) -> None:
    command = ("compare", "oud.txt", "nieuw.txt", "--format", form)
    one, two = (duidelijk(*command, cwd=folder, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert one and one == two


def test_json_follows_its_schema_and_its_offsets_are_right(folder: Path) -> None:
    for new in ("nieuw.txt", str(EXAMPLES / "wegwerkzaamheden-voor.txt")):
        done = duidelijk("compare", "oud.txt", new, "--format", "json", cwd=folder)
        data = json.loads(done.stdout)
        VALIDATOR.validate(data)
        assert (data["solved"] and data["kept"]) or new != "nieuw.txt"
        kept = data["kept"]
        for text, found in (
            (data["before"]["text"], [*data["solved"], *(each["before"] for each in kept)]),
            (data["after"]["text"], [*data["added"], *(each["after"] for each in kept)]),
        ):
            assert all(text[each["start"] : each["end"]] == each["actual"] for each in found)


@pytest.mark.parametrize("side", [0, 1])
def test_one_of_the_two_may_be_standard_input(folder: Path, side: int) -> None:
    files = ["oud.txt", "nieuw.txt"]
    stdin = (folder / files[side]).read_bytes()
    files[side] = "-"
    done = duidelijk("compare", *files, "--stdin-name", "ander.txt", cwd=folder, stdin=stdin)
    assert done.returncode == 0 and "ander.txt" in done.stdout and "“Indien”" in done.stdout


BAD = [
    pytest.param(["weg.txt", "nieuw.txt"], "weg.txt", id="no-old-file"),
    pytest.param(["oud.txt", "weg.txt"], "weg.txt", id="no-new-file"),
    pytest.param(["oud.txt", "foto.jpg"], "foto.jpg", id="unknown-type"),
    pytest.param(["oud.txt", "leeg.txt"], "leeg.txt", id="empty-file"),
    pytest.param(["oud.txt", "."], ".", id="folder"),
    pytest.param(["-", "-"], "Maar één van de twee teksten kan '-' zijn.", id="twice-standard-input"),
    pytest.param(["oud.txt"], "Er ontbreekt iets: 'NIEUW'.", id="one-file"),
    pytest.param(["oud.txt", "nieuw.txt", "--output", "oud.txt"], "'oud.txt' is ook de invoer", id="over-the-old-file"),
    pytest.param(["oud.txt", "nieuw.txt", "--output", "nieuw.txt"], "'nieuw.txt' is ook de invoer", id="over-the-new-file"),
    pytest.param(["oud.txt", "nieuw.txt", "--output", "weg/a.html"], "De map 'weg' bestaat niet.", id="missing-folder"),
    pytest.param(["oud.txt", "nieuw.txt", "--output", "."], "'.' is een map.", id="into-a-folder"),
    pytest.param(["oud.txt", "nieuw.txt", "--format", "pdf"], "Kies uit: terminal, html, json.", id="unknown-format"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "expected"), BAD)
def test_bad_input_gets_one_sentence_and_no_text(folder: Path, arguments: list[str], expected: str) -> None:
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0 Jansen \x00\x01")
    (folder / "leeg.txt").touch()
    done = duidelijk("compare", *arguments, cwd=folder, stdin=b"")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("duidelijk: ") and done.stderr.count("\n") == 1 and expected in done.stderr
    assert "school" not in done.stderr and "Jansen" not in done.stderr
    assert "fout in het programma" not in done.stderr
    assert (folder / "oud.txt").read_text(encoding="utf-8") == OLD


def test_the_page_goes_to_a_file(folder: Path) -> None:
    done = duidelijk(
        "compare", "oud.txt", "nieuw.txt", "--format", "html", "--output", "uit.html", cwd=folder
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert Article((folder / "uit.html").read_text(encoding="utf-8"), "oud").text.split() == OLD.split()


def test_the_readme_shows_what_the_command_says() -> None:
    files = [f"examples/uitnodiging-speelplek-{side}.md" for side in ("voor", "na")]
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    said = duidelijk("compare", *files, cwd=PROJECT).stdout
    assert f"$ duidelijk compare {' '.join(files)}\n{said}```" in readme
