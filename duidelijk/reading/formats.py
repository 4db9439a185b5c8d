"""Which format a file is in, by its name and by its first bytes."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePath
from typing import Literal

from duidelijk.errors import ReadError
from duidelijk.reading.decoding import decode

Format = Literal["text", "markdown", "html", "docx"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}
_READABLE = "Gebruik een bestand dat eindigt op .txt, .md, .html of .docx."
_SAVE = "Open het en sla het op als .docx."
_COPY = "Kopieer de tekst naar een Word-document (.docx)."
_LATER = {
    ".doc": ("Een oud Word-document (.doc)", _SAVE),
    ".dot": ("Een oud Word-sjabloon (.dot)", _SAVE),
    ".docm": ("Een Word-document met macro's (.docm)", _SAVE),
    ".dotx": ("Een Word-sjabloon (.dotx)", _SAVE),
    ".odt": ("Een OpenDocument-tekst (.odt)", _SAVE),
    ".rtf": ("Een RTF-bestand", _SAVE),
    ".pages": ("Een Pages-document", _SAVE),
    ".pdf": ("Een PDF", "Geef het Word-document waar de PDF van is gemaakt."),
    ".msg": ("Een e-mail (.msg)", _COPY),
    ".eml": ("Een e-mail (.eml)", _COPY),
    ".xlsx": ("Een Excel-bestand", _COPY),
    ".xls": ("Een Excel-bestand", _COPY),
    ".ods": ("Een rekenblad (.ods)", _COPY),
    ".csv": ("Een CSV-bestand", _COPY),
    ".pptx": ("Een presentatie (.pptx)", _COPY),
    ".ppt": ("Een presentatie (.ppt)", _COPY),
    ".odp": ("Een presentatie (.odp)", _COPY),
}
_IS = {
    "docx": ("een Word-document", "Laat de naam eindigen op .docx."),
    ".doc": ("een oud Word-document (.doc)", _SAVE),
    ".odt": ("een OpenDocument-tekst (.odt)", _SAVE),
    ".rtf": ("een RTF-bestand", _SAVE),
    ".pdf": ("een PDF", "Geef het Word-document waar de PDF van is gemaakt."),
    ".msg": ("een e-mail (.msg)", _COPY),
    ".xlsx": ("een Excel-bestand", _COPY),
    ".pptx": ("een presentatie", _COPY),
    "zip": ("een zip-bestand", "Pak het uit en geef de bestanden die erin zitten."),
    "html": ("een webpagina", "Laat de naam eindigen op .html."),
    "text": ("gewone tekst", "Laat de naam eindigen op .txt."),
}
PASSWORD = "Dit Word-document heeft een wachtwoord. Sla het op zonder wachtwoord."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_BROKEN = "Dit bestand is beschadigd. Open het in Word en sla het opnieuw op als .docx."


def format_of(data: bytes, name: str) -> Format:
    """The format to read ``data`` in; raises ReadError for one that can't be read, or a wrong name.

    A name without suffix (standard input) goes by the content alone.
    """
    suffix = PurePath(name).suffix.lower()
    found = _content(data)
    if suffix in SUFFIXES:
        named = SUFFIXES[suffix]
        if found == named or (named != "docx" and found in ("text", "html")):
            return named
        if found == "text":
            decode(data)
        raise ReadError(_mistaken(found, suffix))
    if suffix in _LATER:
        what, advice = _LATER[suffix]
        raise ReadError(f"{what} lezen kan nog niet. {advice}")
    if suffix:
        raise ReadError(f"Bestanden die eindigen op {suffix} zijn niet te lezen. {_READABLE}")
    if found in ("docx", "html", "text"):
        return found  # type: ignore[return-value]
    raise ReadError(_mistaken(found, suffix))


def _mistaken(found: str, suffix: str) -> str:
    """What is wrong, and what to do."""
    what, advice = _IS[found]
    if found in ("docx", "html", "text") or suffix not in ("", ".docx"):
        return f"De naam van dit bestand eindigt op {suffix}, maar het is {what}. {advice}"
    return f"Dit bestand is {what}. {advice}"


def _content(data: bytes) -> str:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    if data.startswith(_OLE):
        return _ole(data)
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    return "html" if _HTML.match(data[:4096]) else "text"


def _archive(data: bytes) -> str:
    import zipfile

    try:
        names = set(zipfile.ZipFile(BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadError(_BROKEN) from error
    tops = {name.partition("/")[0] for name in names}
    if "content.xml" in names and "META-INF" in tops:
        return ".odt"
    known = (("word", "docx"), ("xl", ".xlsx"), ("ppt", ".pptx"))
    return next((kind for top, kind in known if top in tops and "[Content_Types].xml" in names), "zip")


def _ole(data: bytes) -> str:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        raise ReadError(PASSWORD)
    if has("__substg1.0_"):
        return ".msg"
    return ".xlsx" if has("Workbook") else ".pptx" if has("PowerPoint Document") else ".doc"
