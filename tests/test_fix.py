"""``duidelijk fix``: what a writer is asked, what is written, and what never is."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from duidelijk.cli import cli
from duidelijk.errors import DuidelijkError, OutputError
from duidelijk.fix_dialog import HELP, LAST, QUESTION, Talk, held
from duidelijk.model import Fixed
from duidelijk.output import check_new, write_new
from tests.test_cli import EXAMPLES, duidelijk
from tests.test_fixing import Lists, checking, text_of
from tests.test_reading_docx import p, r, word

TEXT = "Geachte heer Jansen,\n\nIndien u vragen heeft, belt u ons.\n"
SAFE = TEXT.replace("Indien", "Als")
POSIX = pytest.mark.skipif(os.name != "posix", reason="dit gaat over Linux en macOS")
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

LISTS: Lists = {
    "Indien": ("Als",),
    "dient te": ("~moet", "~hoort te"),
    "vragen": ("een vraag",),
    "Als": ("Wanneer",),
}
LETTER = b"Indien u belt, dient te gaan wie vragen stelt."


def talked(
    answers: Iterable[str], data: bytes = LETTER, lists: Lists = LISTS, name: str = "a.txt"
) -> tuple[Fixed, str]:
    """What comes of a talk with these answers (then the end of the input), and all that was shown."""
    said: list[str] = []
    left = iter(answers)

    def ask(question: str) -> str:
        said.append(question)
        answer = next(left, None)
        if answer is None:
            raise EOFError
        return answer

    check = checking(lists, name)
    titles = {f"regel-{words}": f"Titel van {words}" for words in lists}
    fixed = held(check(data), check, Talk(ask, said.append, titles))
    return fixed, "".join(said)


ANSWERS = [
    pytest.param("jjjn", "Als u belt, moet gaan wie een vraag stelt.", id="yes"),
    pytest.param("jnnn", "Als u belt, dient te gaan wie vragen stelt.", id="no"),
    pytest.param("n2n", "Indien u belt, hoort te gaan wie vragen stelt.", id="another-suggestion"),
    pytest.param("ja", "Wanneer u belt, moet gaan wie een vraag stelt.", id="all-from-here"),
    pytest.param("nja", "Indien u belt, moet gaan wie een vraag stelt.", id="all-but-what-was-declined"),
    pytest.param("jq", "Als u belt, dient te gaan wie vragen stelt.", id="stop-keeps-what-was-taken"),
    pytest.param("j", "Als u belt, dient te gaan wie vragen stelt.", id="end-of-input-keeps-it-too"),
    pytest.param("", LETTER.decode(), id="nothing-said"),
    pytest.param("jjtnnq", "Als u belt, dient te gaan wie vragen stelt.", id="undo"),
    pytest.param("jjttnnnq", LETTER.decode(), id="undo-twice"),
    pytest.param("jjjnt" + "jq", "Wanneer u belt, moet gaan wie een vraag stelt.", id="undo-at-the-end"),
    pytest.param("jjjt" + "nq", "Als u belt, moet gaan wie vragen stelt.", id="undo-over-a-round"),
    pytest.param("tx3?jq", "Als u belt, dient te gaan wie vragen stelt.", id="odd-answers"),
    pytest.param(["JA", " nee ", "stop"], "Als u belt, dient te gaan wie vragen stelt.", id="whole-words"),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "expected"), ANSWERS)
def test_the_text_is_what_the_writer_answered(answers: Iterable[str], expected: str) -> None:
    fixed, _ = talked(answers)
    assert text_of(fixed) == expected


def test_ctrl_c_keeps_what_was_taken() -> None:
    check = checking(LISTS)
    answers = iter(["j"])

    def ask(_: str) -> str:
        if (answer := next(answers, None)) is None:
            raise KeyboardInterrupt
        return answer

    titles = {f"regel-{words}": words for words in LISTS}
    fixed = held(check(LETTER), check, Talk(ask, lambda _: None, titles))
    assert text_of(fixed) == "Als u belt, dient te gaan wie vragen stelt."


def test_a_question_shows_rule_message_and_sentence_before_and_after() -> None:
    _, shown = talked("nnq")
    assert (
        "\nRegel 1: Titel van Indien\n  Let op regel-Indien.\n"
        "  Nu:    [Indien] u belt, dient te gaan wie vragen stelt.\n"
        "  Nieuw: [Als] u belt, dient te gaan wie vragen stelt.\n" + QUESTION
    ) in shown
    assert (
        "  Nu:    Indien u belt, [dient te] gaan wie vragen stelt.\n"
        "  1:     Indien u belt, [moet] gaan wie vragen stelt.\n"
        "  2:     Indien u belt, [hoort] te gaan wie vragen stelt.\n"
    ) in shown


def test_the_next_question_shows_what_was_taken_before() -> None:
    _, shown = talked("jq")
    assert "  Nu:    Als u belt, [dient te] gaan wie vragen stelt.\n" in shown


def test_help_and_last_question() -> None:
    _, shown = talked(["?", *"nnn"])
    assert HELP in shown and shown.count(LAST) == 1


def test_a_choice_is_shown_and_never_asked() -> None:
    check = checking({"belt": ()})
    page = check(LETTER)
    (found,) = page.result.findings
    asking = replace(page, result=replace(page.result, findings=(replace(found, choices=("wij", "u")),)))
    said: list[str] = []
    fixed = held(asking, check, Talk(lambda _: "j", said.append, {"regel-belt": "Titel"}))
    assert fixed.after == asking
    assert "Nu:    Indien u [belt], dient" in said[0] and "Kies zelf: wij of u." in said[0]
    assert len(said) == 1


def test_what_the_file_cannot_have_is_told_and_not_asked() -> None:
    inner = p(r("Bel ons ") + f'<w:hyperlink w:anchor="a">{r("Indien")}</w:hyperlink>' + r(" nodig, graag."))
    fixed, shown = talked("", word(inner), name="a.docx")
    assert fixed.replaced == () and QUESTION not in shown
    assert "Dit voorstel moet u zelf verwerken, want een deel van deze woorden" in " ".join(shown.split())


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_safe_writes_a_new_file_and_says_what_was_done(letter: Path, tmp_path: Path) -> None:
    done = duidelijk("fix", "brief.txt", "--safe", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 voorstel verwerkt in brief-duidelijk.txt.")
    assert letter.read_text(encoding="utf-8") == TEXT
    assert (tmp_path / "brief-duidelijk.txt").read_text(encoding="utf-8") == SAFE


def test_the_summary_tells_the_grades_and_what_stayed(tmp_path: Path) -> None:
    text = (EXAMPLES / "uitnodiging-speelplek-voor.md").read_text(encoding="utf-8")
    (tmp_path / "a.md").write_text(text.replace("Teneinde", "[**Tene**inde](x)"), encoding="utf-8")
    done = duidelijk("fix", "a.md", "--safe", "--output", "b.md", cwd=tmp_path)
    assert re.search(r"verwerkt in b.md. Cijfer: \d,\d → \d,\d\.", done.stdout)
    assert "bleef staan, want" in done.stdout
    assert done.returncode == 0


def test_fixing_twice_writes_nothing_new(letter: Path, tmp_path: Path) -> None:
    duidelijk("fix", "brief.txt", "--safe", cwd=tmp_path)
    again = duidelijk("fix", "brief-duidelijk.txt", "--safe", cwd=tmp_path)
    assert again.returncode == 0 and "Er is niets veranderd. Er komt geen nieuw bestand." in again.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief-duidelijk.txt", "brief.txt"]
    named = duidelijk("fix", "brief-duidelijk.txt", "--safe", "--output", "c.txt", cwd=tmp_path)
    assert "c.txt is een kopie." in named.stdout
    assert (tmp_path / "c.txt").read_text(encoding="utf-8") == SAFE


def test_diff_only_shows(letter: Path, tmp_path: Path) -> None:
    done = duidelijk("fix", "brief.txt", "--diff", "--safe", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout == (
        "--- brief.txt\n+++ brief-duidelijk.txt\n@@ -1,2 +1,2 @@\n Geachte heer Jansen,\n"
        "-Indien u vragen heeft, belt u ons.\n+Als u vragen heeft, belt u ons.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_what_is_not_safe_is_left_to_the_writer_and_shown_by_diff(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TEXT}\nU dient ons uw paspoort te sturen.\n", encoding="utf-8")
    shown = duidelijk("fix", "a.txt", "--diff", cwd=tmp_path)
    assert "+U moet ons uw paspoort sturen.\n" in shown.stdout
    done = duidelijk("fix", "a.txt", "--safe", cwd=tmp_path)
    assert "1 voorstel dat u zelf moet beoordelen. Dat kan met: duidelijk fix a-duidelijk.txt" in done.stdout
    assert "U dient ons" in (tmp_path / "a-duidelijk.txt").read_text(encoding="utf-8")


def test_standard_input_goes_to_standard_output(tmp_path: Path) -> None:
    done = duidelijk("fix", "-", "--safe", cwd=tmp_path, stdin=TEXT.replace("\n", "\r\n").encode())
    assert done.returncode == 0
    assert done.stdout == SAFE.replace("\n", "\r\n") and "1 voorstel verwerkt." in done.stderr
    shown = duidelijk("fix", "-", "--diff", "--stdin-name", "a.md", cwd=tmp_path, stdin=TEXT.encode())
    assert shown.stdout.startswith("--- a.md\n+++ a-duidelijk.md\n")


def test_remarks_in_the_text_and_settings_hold(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "duidelijk.toml").write_text('[words]\nallow = ["indien"]\n', encoding="utf-8")
    assert "Er is niets veranderd" in duidelijk("fix", "brief.txt", "--safe", cwd=tmp_path).stdout


WRONG = [
    pytest.param(["fix"], "Er ontbreekt iets: 'BESTAND'.", id="no-file"),
    pytest.param(["fix", "brief.txt"], "Het programma kan u hier niets vragen. Gebruik --safe", id="no-terminal"),
    pytest.param(["fix", "-"], "Het programma kan u hier niets vragen.", id="stdin-cannot-answer"),
    pytest.param(["fix", "weg.txt", "--safe"], "weg.txt: Dit bestand bestaat niet.", id="no-such-file"),
    pytest.param(["fix", ".", "--safe"], "Dit is een map.", id="folder"),
    pytest.param(["fix", "er.txt", "--safe"], "'er-duidelijk.txt' bestaat al. Kies een andere naam met --output.", id="exists"),
    pytest.param(["fix", "brief.txt", "--safe", "--output", "er.txt"], "'er.txt' bestaat al.", id="output-exists"),
    pytest.param(["fix", "brief.txt", "--safe", "--output", "brief.txt"], "'brief.txt' is ook de invoer.", id="over-the-original"),
    pytest.param(["fix", "brief.txt", "--safe", "--output", "./brief.txt"], "is ook de invoer.", id="other-spelling"),
    pytest.param(["fix", "brief.txt", "--safe", "--output", "weg/a.txt"], "De map 'weg' bestaat niet.", id="no-such-folder"),
    pytest.param(["fix", "brief.txt", "--safe", "--output", "."], "is een map", id="output-is-a-folder"),
    pytest.param(["fix", "brief.txt", "--safe", "--output", "a.docx"], "moet ook eindigen op .txt", id="other-format"),
    pytest.param(["fix", "brief.txt", "--safe", "--output", ""], "Achter --output staat geen naam.", id="empty-name"),
    pytest.param(["fix", "oud.doc", "--safe"], "Een oud Word-document (.doc) lezen kan nog niet.", id="other-kind"),
    pytest.param(["fix", "bom.docx", "--safe"], "beschadigd", id="broken-word"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "expected"), WRONG)
def test_what_is_wrong_is_said_in_one_dutch_sentence(
    letter: Path, tmp_path: Path, arguments: list[str], expected: str
) -> None:
    for name in ("er.txt", "er-duidelijk.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "oud.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "bom.docx").write_bytes(b"PK\x03\x04rommel")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    done = duidelijk(*arguments, cwd=tmp_path, stdin=b"")
    assert done.returncode == 2 and done.stdout == ""
    assert expected in done.stderr and "Traceback" not in done.stderr and "Jansen" not in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@POSIX
@pytest.mark.parametrize("link", [os.symlink, os.link], ids=["symlink", "hard-link"])
def test_never_over_the_original_by_another_name(
    letter: Path, tmp_path: Path, link: Callable[[Path, Path], None]
) -> None:
    link(letter, tmp_path / "ander.txt")
    done = duidelijk("fix", "brief.txt", "--safe", "--output", "ander.txt", cwd=tmp_path)
    assert done.returncode == 2 and "ook de invoer" in done.stderr
    assert letter.read_text(encoding="utf-8") == TEXT


@POSIX
def test_a_link_to_nowhere_counts_as_a_file(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "brief-duidelijk.txt").symlink_to("weg.txt")
    done = duidelijk("fix", "brief.txt", "--safe", cwd=tmp_path)
    assert done.returncode == 2 and "bestaat al" in done.stderr and not (tmp_path / "weg.txt").exists()


def test_a_folder_in_which_nothing_may_be_written_is_refused_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="geen toestemming"):
        check_new(tmp_path / "a.txt")


@POSIX
@pytest.mark.skipif(ROOT, reason="root mag overal schrijven")
def test_no_permission_is_said_before_anything_is_asked(letter: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        done = duidelijk("fix", "brief.txt", "--safe", cwd=tmp_path)
    finally:
        tmp_path.chmod(0o755)
    assert done.returncode == 2 and "geen toestemming" in done.stderr


@POSIX
def test_the_new_file_is_as_private_as_the_old_one(letter: Path, tmp_path: Path) -> None:
    letter.chmod(0o600)
    duidelijk("fix", "brief.txt", "--safe", cwd=tmp_path)
    assert stat.S_IMODE((tmp_path / "brief-duidelijk.txt").stat().st_mode) == 0o600


@POSIX
@pytest.mark.parametrize("step", ["os.fdopen", "pathlib.Path.hardlink_to"])
def test_killed_halfway_there_is_no_half_file(letter: Path, tmp_path: Path, step: str) -> None:
    module, name = step.rsplit(".", 1)
    code = (
        "import os, pathlib, signal\nfrom duidelijk import cli\n"
        f"{module}.{name} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\ncli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "fix", "brief.txt", "--safe"], cwd=tmp_path, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == ["brief.txt"]
    assert letter.read_text(encoding="utf-8") == TEXT


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("oud")
    with pytest.raises(OutputError, match="bestaat al"):
        write_new(tmp_path / "a.txt", b"nieuw")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["oud"]


def test_a_disk_without_links_and_a_full_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(self: Path, target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", without)
    write_new(tmp_path / "a.txt", b"nieuw")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["nieuw"]
    monkeypatch.setattr(os, "fdopen", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(OutputError, match="schijf vol"):
        write_new(tmp_path / "b.txt", b"nieuw")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_the_command_within_python(letter: Path, tmp_path: Path) -> None:
    asked = CliRunner().invoke(cli, ["fix", str(letter)], standalone_mode=False)
    assert isinstance(asked.exception, DuidelijkError) and asked.exception.exit_code == 2
    target = tmp_path / "nieuw.txt"
    done = CliRunner().invoke(
        cli, ["fix", str(letter), "--safe", "--output", str(target)], standalone_mode=False
    )
    assert done.exception is None and target.read_text(encoding="utf-8") == SAFE


@POSIX
def test_a_talk_at_a_real_terminal(letter: Path, tmp_path: Path) -> None:
    import pty

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "duidelijk.cli", "fix", "brief.txt"],
        cwd=tmp_path, stdin=follower, stdout=follower, stderr=follower, env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    os.close(follower)
    seen, answers = b"", [b"j\n", b"\n"]
    while True:
        try:
            seen += os.read(leader, 4096)
        except OSError:
            break
        if answers and seen.rstrip().endswith((b"uitleg:", b"[t]erug:")):
            os.write(leader, answers.pop(0))
            seen += b"\n"
    assert process.wait() == 0 and not answers
    assert b"\x1b[31mIndien\x1b[0m" in seen and b"\x1b[32;1mAls\x1b[0m" in seen
    assert (tmp_path / "brief-duidelijk.txt").read_text(encoding="utf-8") == SAFE


def test_help_is_dutch(tmp_path: Path) -> None:
    shown = duidelijk("fix", "--help", cwd=tmp_path).stdout
    assert "Gebruik: duidelijk fix" in shown and "Het oude bestand verandert nooit." in " ".join(
        shown.split()
    )
