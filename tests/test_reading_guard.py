"""What can't be read is said in Dutch: what is wrong and what to do, with the name of the file."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from duidelijk.errors import ReadError
from duidelijk.reading import find_files, read_bytes, read_file

AGAIN = "Open het bestand in Word en sla het opnieuw op als .docx."
SAVE = "Open het en sla het op als .docx."
COPY = "Kopieer de tekst naar een Word-document (.docx)."
NO_SENTENCES = (
    "In dit bestand staan geen zinnen, maar alleen koppen, een tabel of een adres. Geef een tekst met zinnen."
)
WIDE = (
    "Dit bestand is opgeslagen als UTF-16 of UTF-32. Open het in een tekstprogramma en sla het op als UTF-8."
)
RUBBISH = "Dit bestand bevat geen gewone tekst. Geef een tekst, een webpagina of een Word-document (.docx)."
ZIPPED = "Dit bestand is een zip-bestand. Pak het uit en geef de bestanden die erin zitten."
BOMB = f"Dit Word-document wordt veel te groot als het opengaat. {AGAIN}"
DOCTYPE = f"In dit Word-document staat een DOCTYPE. Dat is niet veilig. {AGAIN}"
UNKNOWN = (
    "Bestanden die eindigen op .xyz zijn niet te lezen. "
    "Gebruik een bestand dat eindigt op .txt, .md, .html of .docx."
)
EMPTY = "In dit bestand staat geen tekst. Zet er eerst tekst in."
NOISE = random.Random(1).randbytes(3000)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
TYPES = "<Types/>"
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def word(**parts: str | bytes) -> bytes:
    """A Word document with these parts (``__`` for a slash, ``_`` before the suffix)."""
    named = {name.replace("__", "/").replace("_", "."): content for name, content in parts.items()}
    return packed({"[Content_Types].xml": TYPES, "word/document.xml": BODY, **named})


def encrypted(name: str) -> bytes:
    return OLD + name.encode("utf-16-le") + b"\0" * 200


BAD = [
    ("brief.txt", b"", EMPTY),
    ("brief.txt", b" \n\t\r\n", EMPTY),
    ("brief.txt", b"\xef\xbb\xbf", EMPTY),
    ("brief.docx", b"", EMPTY),
    ("brief.html", b"<html><body><p></p></body></html>", EMPTY),
    ("brief.md", b"---\ntitel: Niets\n---\n", EMPTY),
    ("brief.md", b"# Afval\n\n## Glas\n\n## Papier\n", NO_SENTENCES),
    ("brief.html", b"<h1>Prijzen</h1><table><tr><td>paspoort</td><td>87</td></tr></table>", NO_SENTENCES),
    ("brief.txt", NOISE, RUBBISH),
    ("brief.docx", NOISE, RUBBISH),
    ("brief.html", b"\x89PNG\r\n\x1a\n" + NOISE, RUBBISH),
    ("brief.txt", "De gemeente heeft uw brief.".encode("utf-16-le"), WIDE),
    ("brief.txt", "De gemeente heeft uw brief.".encode("utf-16"), WIDE),
    ("brief.txt", "De gemeente heeft uw brief.".encode("utf-32"), WIDE),
    ("brief.html", "<p>De brief</p>".encode("utf-16"), WIDE),
    (
        "brief.txt",
        word(),
        "De naam van dit bestand eindigt op .txt, maar het is een Word-document. "
        "Laat de naam eindigen op .docx.",
    ),
    (
        "brief.docx",
        b"Gewone tekst.",
        "De naam van dit bestand eindigt op .docx, maar het is gewone tekst. Laat de naam eindigen op .txt.",
    ),
    (
        "brief.docx",
        b"<!DOCTYPE html><html><body>Hallo</body></html>",
        "De naam van dit bestand eindigt op .docx, maar het is een webpagina. "
        "Laat de naam eindigen op .html.",
    ),
    (
        "brief.docx",
        b"%PDF-1.7\n",
        "Dit bestand is een PDF. Geef het Word-document waar de PDF van is gemaakt.",
    ),
    ("brief.docx", encrypted("WordDocument"), f"Dit bestand is een oud Word-document (.doc). {SAVE}"),
    (
        "brief.docx",
        packed({"content.xml": "", "META-INF/x": ""}),
        f"Dit bestand is een OpenDocument-tekst (.odt). {SAVE}",
    ),
    (
        "brief.docx",
        packed({"[Content_Types].xml": "", "xl/x": ""}),
        f"Dit bestand is een Excel-bestand. {COPY}",
    ),
    ("brief.docx", packed({"a.txt": "x"}), ZIPPED),
    (
        "brief.docx",
        encrypted("EncryptedPackage"),
        "Dit Word-document heeft een wachtwoord. Sla het op zonder wachtwoord.",
    ),
    (
        "brief.docx",
        word()[:150],
        "Dit bestand is beschadigd. Open het in Word en sla het opnieuw op als .docx.",
    ),
    ("brief.docx", word(word__media__a_bin=b"\0" * 120_000_000), BOMB),
    ("brief.docx", word(word__media__a_bin=b"\0" * 2_000_000), BOMB),
    (
        "brief.docx",
        word(**{f"word__a{i}_xml": "<a/>" for i in range(2001)}),
        f"Dit Word-document heeft te veel onderdelen. {AGAIN}",
    ),
    ("brief.docx", word(word__styles_xml='<!DOCTYPE a [<!ENTITY e SYSTEM "file:///x">]><a/>'), DOCTYPE),
    ("brief.docx", word(word__styles_xml="<!DOCTYPE a><a/>".encode("utf-16")), DOCTYPE),
    (
        "brief.txt",
        b"De gemeente. " * 800_000,
        "Dit bestand is groter dan 10 MB. Maak er kleinere bestanden van.",
    ),
    ("brief.doc", OLD, f"Een oud Word-document (.doc) lezen kan nog niet. {SAVE}"),
    ("brief.odt", packed({"content.xml": ""}), f"Een OpenDocument-tekst (.odt) lezen kan nog niet. {SAVE}"),
    (
        "brief.pdf",
        b"%PDF-1.7",
        "Een PDF lezen kan nog niet. Geef het Word-document waar de PDF van is gemaakt.",
    ),
    ("brief.rtf", b"{\\rtf1}", f"Een RTF-bestand lezen kan nog niet. {SAVE}"),
    ("brief.eml", b"From: x", f"Een e-mail (.eml) lezen kan nog niet. {COPY}"),
    ("brief.msg", OLD, f"Een e-mail (.msg) lezen kan nog niet. {COPY}"),
    ("brief.XLSX", b"PK", f"Een Excel-bestand lezen kan nog niet. {COPY}"),
    ("brief.xyz", b"Tekst.", UNKNOWN),
    ("brief", b"%PDF-1.7", "Dit bestand is een PDF. Geef het Word-document waar de PDF van is gemaakt."),
]


@pytest.mark.parametrize(
    ("name", "data", "message"), BAD, ids=[f"{i}-{n}" for i, (n, _, _) in enumerate(BAD)]
)
def test_bad_bytes(name: str, data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert str(caught.value) == f"{name}: {message}"
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("brief.txt", b"<!DOCTYPE html><p>Hallo</p>", "<!DOCTYPE html><p>Hallo</p>"),
        ("brief.md", b"<p>Hallo</p>", "Hallo"),
        ("BRIEF.TXT", b"Hallo", "Hallo"),
        ("brief", b"Hallo", "Hallo"),
        ("brief", b"<!DOCTYPE html><html><body><p>Hallo</p></body></html>", "Hallo"),
    ],
)
def test_a_name_that_fits_or_is_bare_is_read(name: str, data: bytes, text: str) -> None:
    assert read_bytes(data, name).text == text


def refused(path: Path) -> str:
    """The message without the folder of the test."""
    with pytest.raises(ReadError) as caught:
        read_file(path)
    return str(caught.value).replace(f"{path.parent}{os.sep}", "")


def test_a_missing_file(tmp_path: Path) -> None:
    assert (
        refused(tmp_path / "weg.txt")
        == "weg.txt: Dit bestand bestaat niet. Kijk of de naam en de map kloppen."
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path).endswith(": Dit is een map. Geef een bestand.")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "brief.txt").write_text("Hallo")
    monkeypatch.setattr(Path, "open", closed)
    expected = "U mag dit bestand niet lezen. Vraag om toegang, of kopieer het naar een eigen map."
    assert refused(tmp_path / "brief.txt") == f"brief.txt: {expected}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no special files here")
def test_a_special_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    expected = "pijp.txt: Dit is geen gewoon bestand. Geef een bestand met tekst."
    assert refused(tmp_path / "pijp.txt") == expected


def test_a_big_file_is_never_opened(tmp_path: Path) -> None:
    with (tmp_path / "groot.txt").open("wb") as file:
        file.truncate(200_000_000)
    expected = "groot.txt: Dit bestand is groter dan 10 MB. Maak er kleinere bestanden van."
    assert refused(tmp_path / "groot.txt") == expected


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "lus.txt").symlink_to("lus.txt")
    assert (
        refused(tmp_path / "lus.txt")
        == "lus.txt: Dit bestand is niet te lezen. Kijk of u het zelf kunt openen."
    )


@pytest.mark.parametrize("name", ["een\0twee.txt", "een\ntwee.txt", "een\u202etwee.txt"])
def test_a_strange_name_stays_on_one_line(tmp_path: Path, name: str) -> None:
    message = refused(tmp_path / name)
    assert message.startswith("een\ufffdtwee.txt: ")
    assert "\n" not in message


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files to read, to pass by, and a link that goes round."""
    for name in (
        "b.md", "a.txt", "c.pdf", ".geheim.txt", "~$brief.docx", "map/d.HTML", "map/e.docx", ".git/f.txt",
        "leeg/g.png",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Hallo")
    (tmp_path / "map" / "rond").symlink_to(tmp_path, target_is_directory=True)
    return tmp_path


def test_a_folder_is_searched_in_order(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in find_files([folder])]
    assert found == ["a.txt", "b.md", "map/d.HTML", "map/e.docx"]


def test_named_files_are_never_passed_by(folder: Path) -> None:
    named = [folder / ".geheim.txt", folder / "c.pdf", folder / "weg.txt"]
    assert find_files([*named, folder / "map", named[0]]) == [
        *named,
        folder / "map/d.HTML",
        folder / "map/e.docx",
    ]


def test_a_linked_folder_that_is_named_is_searched(folder: Path) -> None:
    assert len(find_files([folder / "map" / "rond"])) == 4


def test_a_folder_with_nothing_to_read(folder: Path) -> None:
    with pytest.raises(ReadError) as caught:
        find_files([folder / "leeg"])
    expected = "In deze map staan geen bestanden die eindigen op .txt, .md, .html of .docx."
    assert str(caught.value) == f"{folder / 'leeg'}: {expected}"


def test_a_plain_text_loads_nothing_that_only_other_formats_need() -> None:
    code = (
        "import sys; from duidelijk.reading import read_bytes; read_bytes(b'Beste bewoner,\\n\\nU krijgt een pas.', 'brief.txt');"
        "print([name for name in ('docx', 'lxml', 'markdown_it', 'zipfile', 'yaml') if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_a_closed_folder_is_called_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("duidelijk.reading.guard.os.scandir", closed)
    with pytest.raises(ReadError, match="U mag niet in deze map kijken"):
        read_file(tmp_path)
