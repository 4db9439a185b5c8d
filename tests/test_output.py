"""Output goes where it can, wholly or not at all, and never over the input."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidelijk.errors import OutputError
from duidelijk.output import check_target, write, write_pages


def test_output_over_the_input_is_refused(tmp_path: Path) -> None:
    letter = tmp_path / "brief.html"
    letter.write_text("x")
    for same in (str(letter), str(tmp_path / "." / "brief.html")):
        with pytest.raises(OutputError, match="ook de invoer"):
            check_target(same, [str(letter)], page_per_document=True)


@pytest.mark.parametrize(
    ("output", "inputs", "pages", "expected"),
    [
        (None, ["a", "b"], True, "Een pagina is voor één tekst"),
        ("uit.html", ["a", "b"], True, "passen niet in één bestand"),
        ("weg/uit.html", ["a"], True, "De map 'weg' bestaat niet"),
        ("weg/uit.json", ["a", "b"], False, "De map 'weg' bestaat niet"),
        (".", ["a"], False, "is een map"),
    ],
)
def test_an_output_that_cannot_be_is_refused_first(
    output: str | None,
    inputs: list[str],
    pages: bool,
    expected: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match=expected):
        check_target(output, inputs, page_per_document=pages)


@pytest.mark.parametrize(
    ("output", "inputs", "pages"), [(None, ["a"], True), (None, ["a", "b"], False), (".", ["a", "b"], True)]
)
def test_an_output_that_can_be_passes(output: str | None, inputs: list[str], pages: bool) -> None:
    check_target(output, inputs, page_per_document=pages)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "uit.html"
    old.write_text("oud")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="schijf vol"):
        write(str(old), "nieuw")
    assert old.read_text() == "oud" and [p.name for p in tmp_path.iterdir()] == ["uit.html"]


def test_pages_of_texts_with_one_name_get_different_names(tmp_path: Path) -> None:
    write_pages(str(tmp_path), {"a/brief.txt": "een", "b/brief.txt": "twee"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["brief.txt-2.html", "brief.txt.html"]
