"""The baseline: old findings stay old, whatever moves; only what gets worse stops a text."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk import Checker
from duidelijk.baseline import FILE, Baseline, load, name_of, path_of, pruned, since
from duidelijk.baseline.file import read, written
from duidelijk.config import Config, GateSettings, OwnLimits
from duidelijk.errors import GateError
from duidelijk.gate import OTHER_RULER, judge
from duidelijk.model import Genre, Limits, Recorded, Result, Since, Verdict
from tests.test_precommit import CLEAR, UNCLEAR

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
HERE = Path()
LONG = (
    "De gemeente heeft het college gevraagd om in overleg met de bewoners en de ondernemers van de straat te kijken "
    "of er in de loop van het jaar een plan kan komen voor de stoep en voor de bomen die daar nu staan."
)
FORMAL = "Wij zullen u daarover nader berichten. Dit geschiedt conform de regeling."


@pytest.fixture(scope="module")
def whole(checker: Checker) -> set[str]:
    return {rule.id for rule in checker.rulebook.rules if rule.checklist}


Compare = Callable[..., tuple[Since, Result]]


@pytest.fixture(scope="module")
def compared(checker: Checker, whole: set[str]) -> Compare:
    """What became of the first text in the second."""

    def compare(old: str, new: str, genre: Genre = "web") -> tuple[Since, Result]:
        before, after = (checker.check_text(text, source="a.md", genre=genre) for text in (old, new))
        recorded, now = (checker.recorded(each, HERE) for each in (before, after))
        return since(recorded, now, after, whole=whole), after

    return compare


@pytest.fixture(scope="module")
def judged(compared: Compare) -> Callable[..., Verdict]:
    """The verdict on the second text, where the first was recorded."""

    def verdict(
        old: str, new: str, limits: Limits | None = None, genre: Genre = "web", **changes: object
    ) -> Verdict:
        change, after = compared(old, new, genre)
        return judge(after, limits or Limits(), titles={}, since=replace(change, **changes))

    return verdict


# --- What doesn't make a text worse

TEXTS = {
    path.name: [part for part in path.read_text(encoding="utf-8").split("\n\n") if part.strip()]
    for path in sorted(EXAMPLES.glob("*-voor.*"))
    if path.suffix in {".md", ".txt"}
} | {"besluit.md": [part for part in f"{UNCLEAR}\n{LONG}\n\n{FORMAL}\n".split("\n\n") if part.strip()]}
"""By name the paragraphs of texts with many findings."""
KNOWN: dict[str, Recorded] = {}


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=5, deadline=None)
@given(
    order=st.randoms(use_true_random=False),
    above=st.integers(0, 5),
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    between=st.integers(2, 4),
)
def test_moving_paragraphs_inserting_lines_and_other_line_ends_bring_nothing_new(
    checker: Checker,
    whole: set[str],
    name: str,
    order: random.Random,
    above: int,
    ends: str,
    between: int,
) -> None:
    if name not in KNOWN:
        KNOWN[name] = checker.recorded(_checked(checker, TEXTS[name]), HERE)
    moved = list(TEXTS[name])
    order.shuffle(moved)
    after = _checked(checker, moved, between="\n" * between, above="\n" * above, ends=ends)
    change = since(KNOWN[name], checker.recorded(after, HERE), after, whole=whole)
    assert [each.rule for each in change.new if each.rule not in whole] == []


def _checked(
    checker: Checker, parts: Sequence[str], between: str = "\n\n", above: str = "", ends: str = "\n"
):
    text = above + between.join(parts)
    return checker.check_text(text.replace("\n", ends), source="a.md", genre="web")


@pytest.mark.parametrize("old", [UNCLEAR, f"{LONG}\n\n{FORMAL}"])
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: f"{CLEAR}\n\n{text}",
        lambda text: f"{text}\n\n{CLEAR}",
        lambda text: text.replace(" de ", " de\u00ad "),
        lambda text: text.replace("\n", "\n\n\n"),
        lambda text: text.replace("daarvan ", "").replace("nader ", ""),
        lambda text: text.replace("door u", "door uzelf").replace("van de straat", "uit de straat"),
    ],
)
def test_an_edit_that_makes_nothing_worse_passes(
    judged: Callable[..., Verdict], old: str, change: Callable[[str], str]
) -> None:
    assert judged(old, change(old)).passed
    assert judged(old, change(old), Limits(10, 0, ("lange-zin", "formeel-woord"))).passed


def test_a_long_sentence_that_stays_too_long_is_no_new_one(compared: Compare) -> None:
    change, after = compared(LONG, LONG.replace("en de ondernemers ", ""))
    assert "lange-zin" in {each.rule for each in after.findings} and change.new == ()


# --- What does


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("Indien u vragen heeft, belt u ons.", "Er is 1 fout bij gekomen: formeel-woord."),
        (
            "Indien u vragen heeft, belt u ons. Derhalve bellen wij u.",
            "Er zijn 2 fouten bij gekomen: formeel-woord (2×).",
        ),
        (LONG, "Er is 1 fout bij gekomen: lange-zin."),
    ],
)
def test_a_new_fout_stops_a_text(judged: Callable[..., Verdict], more: str, reason: str) -> None:
    verdict = judged(UNCLEAR, f"{UNCLEAR}\n{more}\n")
    assert (verdict.passed, verdict.reasons) == (False, (reason,))
    assert {each.severity for each in verdict.stopping} == {"fout"}
    assert all(each.actual in more for each in verdict.stopping)


@pytest.mark.parametrize(
    "parts",
    [
        ("{old}", "{new}"),
        ("{new}", "{old}"),
        ("{old} {new}",),
        ("{new} {old}",),
        ("Hallo.", "{new}", "{old}"),
    ],
)
def test_the_same_word_once_more_is_new(judged: Callable[..., Verdict], parts: tuple[str, ...]) -> None:
    old = "Indien u belt."
    new = "\n\n".join(parts).format(old=old, new="Indien u komt.")
    assert not judged(f"{old}\n", f"{new}\n").passed


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=5, deadline=None)
@given(
    place=st.integers(0, 100),
    bad=st.sampled_from(["Indien u dit wilt, belt u ons.", "Dat gaat conform de regels."]),
)
def test_a_new_fout_stops_a_text_wherever_it_stands(
    checker: Checker, whole: set[str], name: str, place: int, bad: str
) -> None:
    if name not in KNOWN:
        KNOWN[name] = checker.recorded(_checked(checker, TEXTS[name]), HERE)
    at = place % (len(TEXTS[name]) + 1)
    after = _checked(checker, [*TEXTS[name][:at], bad, *TEXTS[name][at:]])
    change = since(KNOWN[name], checker.recorded(after, HERE), after, whole=whole)
    verdict = judge(after, Limits(None, 0), titles={}, since=change)
    assert not verdict.passed and [each.severity for each in verdict.stopping] == ["fout"]


def test_one_solved_does_not_pay_for_another_one(judged: Callable[..., Verdict]) -> None:
    assert not judged("Indien u belt.\n", "Derhalve belt u.\n").passed


def test_a_new_fout_is_allowed_as_far_as_the_limit_goes(judged: Callable[..., Verdict]) -> None:
    old, new = "Indien u belt.\n", "Indien u belt. Derhalve belt u.\n"
    assert judged(old, new, Limits(max_fout=2)).passed
    assert not judged(old, new, Limits(max_fout=1)).passed


def test_only_a_new_finding_of_a_blocking_rule_stops_a_text(judged: Callable[..., Verdict]) -> None:
    limits = Limits(1, 100, ("lijdende-vorm",))
    old = f"{CLEAR}\nDe weg wordt afgesloten.\n"
    assert judged(old, f"Nieuw is dit.\n\n{old}", limits).passed
    verdict = judged(old, f"{old}\nHet hek wordt gemaakt.\n", limits)
    assert verdict.reasons == ("Dit is erbij gekomen en mag niet in de tekst staan: lijdende-vorm.",)


def test_a_whole_part_that_goes_missing_is_new(judged: Callable[..., Verdict]) -> None:
    limits = Limits(1, 100, ("contactgegevens",))
    old = f"{UNCLEAR}\nHeeft u vragen? Bel 14 0321 of mail ons via info@dronten.nl.\n"
    assert judged(old, old, limits, genre="brief").passed
    assert not judged(old, UNCLEAR, limits, genre="brief").passed


@pytest.mark.parametrize(
    ("before", "now", "same_ruler", "passed"),
    [
        (5.0, 5.0, True, True),
        (5.0, 4.7, True, True),
        (5.0, 4.6, True, False),
        (7.1, 6.9, True, True),
        (7.1, 6.7, True, False),
        (9.0, 7.0, True, True),
        (9.0, 6.9, True, False),
        (5.0, 4.0, False, True),
        (5.0, 3.9, False, False),
        (None, 6.9, True, False),
        (None, 7.0, True, True),
        (3.0, None, True, True),
    ],
)
def test_a_text_under_the_limit_may_stay_there_but_not_sink(
    compared: Compare, before: float | None, now: float | None, same_ruler: bool, passed: bool
) -> None:
    change, after = compared(CLEAR, CLEAR + "\nOver.\n")
    was = replace(change, before=replace(change.before, grade=before), same_ruler=same_ruler)
    after = replace(after, grade=replace(after.grade, value=now))
    verdict = judge(after, Limits(), titles={}, since=was)
    assert verdict.passed is passed
    assert before is None or passed or verdict.reasons[0].startswith("Het cijfer is gezakt van")


def test_other_rules_are_said_and_an_unchanged_text_passes(judged: Callable[..., Verdict]) -> None:
    assert judged("Indien u belt.\n", "Indien u belt.\n", same_ruler=False).remarks[1:] == ()
    changed = judged("Indien u belt.\n", "Als u belt.\n", same_ruler=False)
    assert changed.passed and changed.remarks[-1] == OTHER_RULER


def test_new_rules_find_nothing_new_in_what_nobody_touched(compared: Compare, whole: set[str]) -> None:
    change, after = compared("Indien u belt.\n", "Indien u belt.\n\nDit is nieuw.\n")
    before = replace(change.before, findings={}, ruler="0000")
    now = replace(change.before, blocks=tuple(sorted((*change.before.blocks, "ffffffff"))), text="1111")
    assert since(before, now, after, whole=whole).new == ()


# --- Pruning


def test_what_is_solved_is_counted_and_pruned_and_nothing_is_added(
    checker: Checker, compared: Compare
) -> None:
    change, after = compared("Indien u belt. Derhalve belt u.\n", "Als u belt. Thans. Derhalve belt u.\n")
    assert sum(change.solved.values()) == 1
    left = pruned(change, checker.recorded(after, HERE), passed=False)
    assert set(left.findings) < set(change.before.findings)
    assert left.text not in (change.before.text, checker.recorded(after, HERE).text)
    assert left.blocks == () and left.grade == change.before.grade


def test_a_text_that_got_better_is_held_to_its_new_grade(compared: Compare) -> None:
    change, _ = compared(UNCLEAR, CLEAR)
    now = replace(change.before, grade=9.7, text="aaaa")
    better = pruned(change, now, passed=True)
    assert (better.grade, better.text) == (9.7, "aaaa")
    assert pruned(change, now, passed=False).grade == change.before.grade
    assert pruned(replace(change, same_ruler=False), now, passed=True).grade == change.before.grade
    unsolved = replace(change, solved={})
    assert pruned(unsolved, now, passed=False) == change.before


# --- Names


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("wonen/a.md", "wonen/a.md"),
        ("./wonen/../wonen/a.md", "wonen/a.md"),
        ("../elders/a.md", "../elders/a.md"),
        ("https://dronten.nl/wonen/", "https://dronten.nl/wonen/"),
        ("é \n.md", "é \n.md"),
    ],
)
def test_a_document_is_called_by_its_path_from_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, expected: str
) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    assert name_of(source, tmp_path / "site") == expected
    assert "://" in source or name_of(str(Path.cwd() / source), tmp_path / "site") == expected


def test_the_name_is_the_same_from_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "wonen").mkdir()
    monkeypatch.chdir(tmp_path / "wonen")
    assert name_of("a.md", tmp_path) == "wonen/a.md"


def moved(base: Path, *names: str) -> Baseline:
    """A baseline of one text under these names."""
    one = Recorded("", 5.0, "aaaa", "cccc", ("1111", "2222", "3333", "4444"), {})
    return Baseline(base / FILE, base, {name: replace(one, document=name) for name in names})


def test_a_file_that_got_another_name_is_known_again(tmp_path: Path) -> None:
    base = moved(tmp_path, "oud.md")
    now = replace(base.documents["oud.md"], document="nieuw.md")
    edited = replace(now, text="dddd", blocks=("1111", "2222", "3333", "5555"))
    other = replace(now, text="dddd", blocks=("1111", "6666", "7777", "8888"))
    assert [each and each.document for each in map(base.find, (now, edited, other))] == [
        "oud.md",
        "oud.md",
        None,
    ]


def test_a_copy_of_a_file_that_stays_is_a_new_text(tmp_path: Path) -> None:
    base = moved(tmp_path, "oud.md", "https://dronten.nl/oud")
    (tmp_path / "oud.md").touch()
    assert base.find(replace(base.documents["oud.md"], document="kopie.md")) is None


# --- The file


def some(number: int = 2) -> list[Recorded]:
    findings = {("lange-zin", "ab12"): ("fout", 2), ("jargon", "cd34"): ("tip", 1)}
    return [
        Recorded(f"wonen/{place:05}.md", 5.5, "aaaa", "bbbb", ("1111", "2222"), findings)  # type: ignore[arg-type]
        for place in range(number)
    ]


def put(folder: Path, data: bytes | str) -> Path:
    path = folder / FILE
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


NAMES = st.text(min_size=1, max_size=30).filter(lambda name: "\0" not in name)
HASHES = st.text("0123456789abcdef", min_size=8, max_size=16)
RECORDED = st.builds(
    Recorded,
    document=NAMES,
    grade=st.none() | st.integers(10, 100).map(lambda tenths: tenths / 10),
    ruler=HASHES,
    text=HASHES,
    blocks=st.lists(HASHES, max_size=4).map(lambda found: tuple(sorted(found))),
    findings=st.dictionaries(
        st.tuples(st.sampled_from(["lange-zin", "jargon"]), HASHES),
        st.tuples(st.sampled_from(["tip", "fout"]), st.integers(1, 99)),
        max_size=4,
    ),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(RECORDED, max_size=5, unique_by=lambda each: each.document), st.randoms())
def test_what_is_written_is_read_and_written_the_same(
    tmp_path_factory: pytest.TempPathFactory, documents: list[Recorded], order: random.Random
) -> None:
    path = put(tmp_path_factory.mktemp("basis"), written(documents))
    assert sorted(read(path), key=lambda each: each.document) == sorted(
        documents, key=lambda each: each.document
    )
    order.shuffle(documents)
    assert written(read(path)) == written(documents)


def test_a_name_that_is_not_utf_8_survives(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff.md")
    path = put(tmp_path, written([replace(some()[0], document=name)]))
    path.read_text(encoding="utf-8")
    assert [each.document for each in read(path)] == [name]


def test_every_entry_is_a_line_that_no_other_entry_changes() -> None:
    less, more = (written(some(number)).decode().splitlines() for number in (1, 2))
    assert set(less) <= set(more)
    assert all("\n" not in line and line.endswith(",") for line in more[1:-2])


def test_lines_that_git_put_together_are_read(tmp_path: Path) -> None:
    lines = written(some()).decode().splitlines()
    higher = lines[1].replace("5.5", "6.5")
    more = lines[2].replace(", 1]", ", 4]")
    doubled = [lines[0], *lines[3:-2], *lines[1:3], higher, more, *lines[-2:]]
    found = {each.document: each for each in read(put(tmp_path, "\n".join(doubled)))}
    assert found["wonen/00000.md"].grade == 6.5
    assert found["wonen/00000.md"].findings["jargon", "cd34"] == ("tip", 4)


def test_no_text_is_in_it(checker: Checker) -> None:
    data = written([checker.recorded(checker.check_text(UNCLEAR, source="a.md"), HERE)]).decode()
    words = {word.strip(".,") for word in UNCLEAR.split() if len(word) > 3}
    assert not [word for word in words if word in data and word not in {"lange", "woord"}]


DAMAGED = {
    "empty": "",
    "no JSON": "geen json",
    "cut off": written(some()).decode()[:90],
    "a conflict of git": written(some()).decode().replace("[]", "<<<<<<< HEAD\n[]"),
    "another JSON": "[1, 2]",
    "no version": '{"entries": []}',
    "an old version": '{"duidelijk-basis": 0, "entries": []}',
    "no entries": '{"duidelijk-basis": 1}',
    "entries of another kind": '{"duidelijk-basis": 1, "entries": [3]}',
    "a finding without a document": '{"duidelijk-basis": 1, "entries": [["a", "jargon", "tip", "abcd", 1], []]}',
    "a hostile rule": written(some()).decode().replace("lange-zin", "\\u001b[31m"),
    "a path for a rule": written(some()).decode().replace("lange-zin", "../../x"),
    "a text for a hash": written(some()).decode().replace("ab12", "geheim"),
    "a grade of 11": written(some()).decode().replace("5.5", "11"),
    "a count of none": written(some()).decode().replace(", 2]", ", 0]"),
    "a severity that isn't": written(some()).decode().replace('"fout"', '"erg"'),
    "deep": "[" * 100_000,
    "not UTF-8": b"\xff\xfe{",
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_told_in_one_sentence(tmp_path: Path, data: str | bytes) -> None:
    with pytest.raises(GateError, match=r"is beschadigd\. Zet een oudere versie terug"):
        read(put(tmp_path, data))


def test_a_file_of_a_newer_program_is_told(tmp_path: Path) -> None:
    with pytest.raises(GateError, match="nieuwere versie van duidelijk"):
        read(put(tmp_path, '{"duidelijk-basis": 2, "entries": {}}'))


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(GateError, match="kan niet worden gelezen"):
        read(tmp_path / FILE)


def test_a_large_baseline_is_read_whole(tmp_path: Path) -> None:
    path = put(tmp_path, written(some(20_000)))
    assert path.stat().st_size > 3_000_000 and len(read(path)) == 20_000


# --- Where it is


def test_the_usual_file_stands_beside_the_settings_and_may_be_missing(tmp_path: Path) -> None:
    config = Config(folder=tmp_path)
    assert (path_of(config), load(config)) == (tmp_path / FILE, None)
    put(tmp_path, written(some()))
    found = load(config)
    assert found is not None and len(found.documents) == 2


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    config = Config(folder=tmp_path, gate=GateSettings(baseline=tmp_path / "weg.json"))
    with pytest.raises(GateError, match="bestaat niet"):
        load(config)
    made = load(config, create=True)
    assert made is not None and made.documents == {}


def test_the_front_door_finds_the_baseline_by_itself(tmp_path: Path, checker: Checker) -> None:
    text = tmp_path / "a.md"
    text.write_text(UNCLEAR, encoding="utf-8")
    limits = GateSettings(limits=OwnLimits(max_fout=0))
    put(tmp_path, written([checker.recorded(checker.check_file(text), tmp_path)]))
    fresh = Checker(Config(folder=tmp_path, gate=limits))
    assert fresh.judge(fresh.check_file(text)).passed
    text.write_text(f"Indien u belt.\n\n{UNCLEAR}", encoding="utf-8")
    assert not fresh.judge(fresh.check_file(text)).passed
    assert json.loads((tmp_path / FILE).read_bytes())["duidelijk-basis"] == 1
