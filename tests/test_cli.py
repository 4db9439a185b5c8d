"""The command as a writer uses it: what it shows, what it says when something is wrong, its exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = PROJECT / "examples"
SCHEMA = json.loads((PROJECT / "docs" / "schema.json").read_text(encoding="utf-8"))
UNCLEAR = "Geachte heer Jansen,\n\nIndien u vragen heeft, dient u contact met ons op te nemen.\n" * 1
LONG = (
    "Naar aanleiding van uw aanvraag delen wij u mede dat ten aanzien van de behandeling daarvan is gebleken dat de "
    "benodigde bescheiden niet, dan wel niet volledig, zijn overgelegd. Derhalve dient u deze alsnog in te dienen.\n"
)


def duidelijk(
    *arguments: str, cwd: Path, stdin: bytes | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "duidelijk.cli", *arguments],
        cwd=cwd, input=stdin, capture_output=True, env={**os.environ, "COLUMNS": "80", **env}, check=False,
    )  # fmt: skip
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text(UNCLEAR, encoding="utf-8")
    return path


def test_check_shows_the_words_the_reason_and_the_suggestion(letter: Path, tmp_path: Path) -> None:
    done = duidelijk("check", "brief.txt", cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == ""
    assert "[formeel-woord]" in done.stdout and "“Indien”" in done.stdout and "→ “Als”" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_json_follows_the_schema_and_its_offsets_are_right(tmp_path: Path) -> None:
    done = duidelijk("check", str(EXAMPLES), "--format", "json", cwd=tmp_path)
    data = json.loads(done.stdout)
    jsonschema.validate(data, SCHEMA)
    assert done.returncode == 0 and len(data["documents"]) >= 12
    for document in data["documents"]:
        for finding in document["findings"]:
            assert document["text"][finding["start"] : finding["end"]] == finding["actual"]
            assert all(finding["start"] <= a < b <= finding["end"] for a, b in finding["marks"])


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for form in ("json", "html", "terminal"):
        one, two = (
            duidelijk(
                "check",
                str(EXAMPLES / "wegwerkzaamheden-voor.txt"),
                "--format",
                form,
                cwd=tmp_path,
                PYTHONHASHSEED=seed,
            ).stdout
            for seed in ("1", "2")
        )
        assert one and one == two


def test_a_folder_with_one_bad_file_is_checked_and_exits_2(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text("")
    done = duidelijk("check", ".", "--format", "json", cwd=tmp_path)
    data = json.loads(done.stdout)
    jsonschema.validate(data, SCHEMA)
    assert done.returncode == 2
    assert [d["source"] for d in data["documents"]] == ["brief.txt"]
    assert [e["source"] for e in data["errors"]] == ["leeg.txt"]
    assert data["errors"][0]["message"] in done.stderr


def test_standard_input_gets_its_format_from_the_name(tmp_path: Path) -> None:
    page = b"<main><h1>Afval</h1><p>Indien u vragen heeft, belt u ons.</p></main>"
    done = duidelijk("check", "-", "--stdin-name", "afval.html", "--format", "json", cwd=tmp_path, stdin=page)
    (document,) = json.loads(done.stdout)["documents"]
    assert document["genre"] == "web" and document["title"] == "Afval"
    assert "Indien" in [finding["actual"] for finding in document["findings"]]


@pytest.mark.parametrize(("limit", "code"), [("fout", 1), ("waarschuwing", 1), ("tip", 1)])
def test_fail_on_exits_1_for_a_finding_that_grave(
    letter: Path, tmp_path: Path, limit: str, code: int
) -> None:
    assert duidelijk("check", "brief.txt", "--fail-on", limit, cwd=tmp_path).returncode == code


def test_fail_on_exits_0_for_a_clear_text(tmp_path: Path) -> None:
    (tmp_path / "goed.txt").write_text("U krijgt een pas. Haal hem voor 1 mei 2027 op.")
    assert duidelijk("check", "goed.txt", "--fail-on", "tip", cwd=tmp_path).returncode == 0


def test_gate_stops_an_unclear_text_and_passes_a_clear_one(tmp_path: Path) -> None:
    unclear, clear = (str(EXAMPLES / f"wegwerkzaamheden-{side}.txt") for side in ("voor", "na"))
    stopped = duidelijk("gate", unclear, "--min-grade", "7", cwd=tmp_path)
    assert stopped.returncode == 1
    assert re.search(r"Het cijfer is \d,\d\. Dat moet minstens 7,0 zijn\.", stopped.stdout)
    passed = duidelijk("gate", clear, "--min-grade", "7", cwd=tmp_path)
    assert (passed.returncode, passed.stdout) == (0, "")
    assert duidelijk("gate", unclear, "weg.txt", cwd=tmp_path).returncode == 2


def test_a_table_per_department(tmp_path: Path) -> None:
    done = duidelijk("check", str(EXAMPLES), "--by-department", cwd=tmp_path)
    head, *rows = done.stdout.splitlines()
    assert head.startswith("Afdeling") and any(row.startswith("Burgerzaken") for row in rows)


def test_pages_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "uit").mkdir()
    done = duidelijk("check", str(EXAMPLES), "--format", "html", "--output", "uit", cwd=tmp_path)
    assert done.returncode == 0 and done.stdout == ""
    readable = [path for path in EXAMPLES.rglob("*") if path.suffix in {".txt", ".md", ".html", ".docx"}]
    assert len(list((tmp_path / "uit").glob("*.html"))) == len(readable)


def test_folder_named_with_a_slash_is_made(letter: Path, tmp_path: Path) -> None:
    done = duidelijk("check", "brief.txt", "--format", "html", "--output", "paginas/", cwd=tmp_path)
    assert done.returncode == 0 and [p.name for p in (tmp_path / "paginas").iterdir()] == ["brief.txt.html"]


def test_a_silenced_rule_and_an_allowed_word(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "duidelijk.toml").write_text('[words]\nallow = ["indien"]\n', encoding="utf-8")
    assert "“Indien”" not in duidelijk("check", "brief.txt", cwd=tmp_path).stdout
    (tmp_path / "duidelijk.toml").write_text('[rules]\noff = ["formeel-woord"]\n', encoding="utf-8")
    assert "[formeel-woord]" not in duidelijk("check", "brief.txt", cwd=tmp_path).stdout


def test_a_remark_in_the_text_silences_and_one_too_many_is_reported(tmp_path: Path) -> None:
    text = "# Afval\n\n<!-- duidelijk uit: formeel-woord -->\nIndien u vragen heeft, belt u ons.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert "Indien" not in duidelijk("check", "a.md", cwd=tmp_path).stdout
    (tmp_path / "b.md").write_text(text.replace("Indien", "Als"), encoding="utf-8")
    assert (
        "'formeel-woord' staat op regel 3 uit, maar dat is niet meer nodig"
        in duidelijk("check", "b.md", cwd=tmp_path).stdout
    )


WRONG = [
    (["check"], "Er ontbreekt iets: 'BESTANDEN'."),
    (["check", "weg.txt"], "weg.txt"),
    (["check", "brief.txt", "--formaat", "x"], "De optie '--formaat' bestaat niet. Bedoelt u '--format'?"),
    (["check", "brief.txt", "--format", "pdf"], "Kies uit: terminal, html, json, sarif,"),
    (["check", "brief.txt", "--output"], "Achter de optie '--output' hoort een waarde"),
    (["check", "brief.txt", "--output", "brief.txt"], "is ook de invoer"),
    (["check", "brief.txt", "--output", "weg/uit.txt"], "De map 'weg' bestaat niet"),
    (["check", "brief.txt", "--pipeline", "nl_core_news_xl"], "python -m spacy download nl_core_news_xl"),
    (["check", "brief.txt", "--config", "weg.toml"], "bestaat niet"),
    (["gate", "brief.txt", "--min-grade", "11"], "Geef een getal van 1 tot en met 10."),
    (["explain", "lange-zn"], "De regel 'lange-zn' bestaat niet."),
    (["chek", "brief.txt"], "Deze opdracht bestaat niet."),
    (["completion", "cmd"], "Kies uit: bash, zsh, fish, powershell."),
]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    WRONG,
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_what_is_wrong_is_said_in_one_dutch_sentence(
    letter: Path, tmp_path: Path, arguments: list[str], expected: str
) -> None:
    done = duidelijk(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert expected in done.stderr and "Traceback" not in done.stderr and "Error" not in done.stderr
    assert letter.read_text(encoding="utf-8") == UNCLEAR


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["gate", "--help"], ["serve", "--help"], ["explain", "-h"]]
)
def test_help_is_dutch(tmp_path: Path, arguments: list[str]) -> None:
    shown = duidelijk(*arguments, cwd=tmp_path).stdout
    assert "Gebruik: duidelijk" in shown and "Toon deze uitleg." in shown
    assert "RANGE" not in shown and "<=" not in shown
    assert not re.search(r"Usage|Options|Commands|Show|default", shown)


def test_rules_and_explain(tmp_path: Path) -> None:
    listing = duidelijk("rules", cwd=tmp_path).stdout
    assert "lange-zin" in listing and "zinnen" in listing
    explained = duidelijk("explain", "lange-zin", cwd=tmp_path).stdout
    assert "Bron:" in explained and "Dit meldt de regel niet:" in explained


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion(tmp_path: Path, shell: str) -> None:
    assert "_DUIDELIJK_COMPLETE" in duidelijk("completion", shell, cwd=tmp_path).stdout


def test_colours_only_on_a_terminal_and_not_with_no_color(letter: Path, tmp_path: Path) -> None:
    import pty

    def on_terminal(**env: str) -> bytes:
        leader, follower = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "duidelijk.cli", "check", "brief.txt"],
            cwd=tmp_path, stdout=follower, stderr=follower, env={**os.environ, "TERM": "xterm", **env},
        )  # fmt: skip
        os.close(follower)
        seen = b""
        while True:
            try:
                seen += (chunk := os.read(leader, 4096))
            except OSError:
                break
            if not chunk:
                break
        process.wait()
        return seen

    assert b"\x1b[" in on_terminal()
    assert b"\x1b[" not in on_terminal(NO_COLOR="1")
