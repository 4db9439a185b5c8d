"""Bytes of a text file → characters."""

from __future__ import annotations

import codecs
import re

from duidelijk.errors import ReadError

_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_SAVE = "Open het in een tekstprogramma en sla het op als UTF-8."
_RUBBISH = "Dit bestand bevat geen gewone tekst. Geef een tekst, een webpagina of een Word-document (.docx)."
_UTF16 = f"Dit bestand is opgeslagen als UTF-16 of UTF-32. {_SAVE}"
_UNKNOWN = f"In dit bestand staan tekens die niet te lezen zijn. {_SAVE}"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL, _MOST_HIGH = 0.002, 0.4
_SAMPLE = 4096
_META = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_OTHER = re.compile(
    r"iso-?8859-(?:[2-9]|1[0-6])|(?:windows-|cp)125[0-8]|utf-16(?:le|be)?|koi8-[ru]", re.IGNORECASE
)
"""Character sets that a web page may name and that don't show by themselves."""
_ENCODINGS = ("utf-8", "utf-8-sig", "cp1252")


def decode(data: bytes) -> str:
    """The characters of a text file: UTF-8, with or without BOM, else Windows-1252.

    Line ends stay as they are. Raises ReadError for UTF-16 and UTF-32, and for bytes that aren't text.
    """
    if data.startswith(_WIDE_BOMS) or _without_bom(data):
        raise ReadError(_UTF16)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _older(data)


def decode_page(data: bytes, charset: str = "") -> str:
    """The characters of a web page: by its BOM, else ``charset`` (of the HTTP header), else its own meta.

    UTF-8 and Windows-1252 are told apart by the bytes, whatever a page says of itself. Raises ReadError.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _checked(data[len(bom) :].decode(name, errors="replace"))
    meta = _META.search(data, 0, _SAMPLE)
    named = charset or (meta[1].decode("ascii", errors="replace") if meta else "")
    if not _OTHER.fullmatch(named):
        return decode(data)
    try:
        return _checked(data.decode(named))
    except (UnicodeDecodeError, LookupError, ReadError):
        return decode(data)


def encoding_of(data: bytes, source: str) -> str:
    """The encoding in which ``source`` is exactly ``data``; empty for a file with damaged characters."""
    for encoding in _ENCODINGS:
        try:
            if source.encode(encoding) == data:
                return encoding
        except UnicodeEncodeError:
            continue
    return ""


def _older(data: bytes) -> str:
    """Windows-1252; or UTF-8 after all, where a few bytes were damaged."""
    mended = data.decode("utf-8", errors="replace")
    damaged = mended.count("\ufffd")
    if damaged * 4 < _beyond_ascii(mended):
        return _checked(mended)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ReadError(_UNKNOWN if len(_CONTROL.findall(mended)) == 0 else _RUBBISH) from error
    if _beyond_ascii(text) > _MOST_HIGH * len(text):
        raise ReadError(_RUBBISH)
    return _checked(text)


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", errors="ignore"))


def _checked(text: str) -> str:
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise ReadError(_RUBBISH)
    return text


def _without_bom(data: bytes) -> bool:
    """Whether every second byte is zero, as in Latin text saved as UTF-16."""
    sample = data[:_SAMPLE]
    halves = (sample[0::2], sample[1::2])
    zeros = sorted(half.count(0) / max(len(half), 1) for half in halves)
    return zeros[1] > 0.6 and zeros[0] < 0.1
