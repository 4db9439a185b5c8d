"""Names and texts → keyed hashes, which tell nothing to who hasn't the key (HMAC-SHA256, RFC 2104)."""

from __future__ import annotations

import hmac
import os
import secrets
from datetime import date
from hashlib import sha256
from pathlib import Path

from duidelijk.addresses import is_url, normal
from duidelijk.errors import ArchiveError
from duidelijk.model import Document

VARIABLE = "DUIDELIJK_ARCHIVE_KEY"
_LENGTH = 16
_LEAST = 16


def identities_of(source: str, folder: Path | None, name: str = "") -> tuple[str, ...]:
    """What makes a document this one: a URL as ``normal`` writes it, or else the whole path of the file.

    ``name``: what the folder of the settings is called in the archive, so that it is the same folder on every
    computer; then the path from that folder comes first, and the whole path, as it was known before, last.
    """
    if is_url(source):
        return tuple(dict.fromkeys((_normal(source), source)))
    path = Path(os.path.realpath(source))
    base = Path(os.path.realpath(folder)) if folder and name else None
    whole = path.as_posix()
    return (
        (f"{name}/{path.relative_to(base).as_posix()}", whole)
        if base and path.is_relative_to(base)
        else (whole,)
    )


def _normal(source: str) -> str:
    try:
        return normal(source)
    except ValueError:
        return source


def document_hash(key: bytes, identity: str) -> bytes:
    """The hash (16 bytes) of a document's identity."""
    return _hash(key, "document", identity)


def page_hash(key: bytes, kind: str, name: str) -> bytes:
    """The hash (16 bytes) of what is remembered of a web page: its address, its website or its settings."""
    return _hash(key, kind, name)


def version_hash(key: bytes, document: Document) -> bytes:
    """The hash (16 bytes) of all in a document that its grade depends on: text, parts, links and remarks."""
    parts = [(block.kind, block.level, block.start, block.end) for block in document.blocks]
    links = [(link.start, link.end, link.target) for link in document.links]
    silent = [(each.rule, each.start, each.end, each.word) for each in document.suppressions]
    return _hash(key, "version", repr((document.text, parts, links, silent)))


def override_mark(key: bytes, document: Document, reason: str, month: date) -> bytes:
    """The hash (16 bytes) of a text, a reason and a month: the same text counts once."""
    return _hash(key, "override", repr((version_hash(key, document), reason, month.isoformat())))


def fingerprint(key: bytes) -> str:
    """What an archive remembers of its key: enough to know it again, not to make it."""
    return _hash(key, "key", "").hex()


def _hash(key: bytes, kind: str, words: str) -> bytes:
    data = f"{kind}\0{words}".encode("utf-8", errors="surrogatepass")
    return hmac.digest(key, data, "sha256")[:_LENGTH]


def key_of(file: Path, *, create: bool) -> bytes:
    """The key in the environment, else the one in ``file``, which ``create`` makes when it isn't there.

    Raises ArchiveError for a key that is missing, too short or can't be read.
    """
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        return _checked(given, f"de variabele {VARIABLE}")
    try:
        if create and not file.exists():
            _make(file)
        return _checked(file.read_text(encoding="ascii").strip(), f"'{file}'")
    except FileNotFoundError:
        raise ArchiveError(
            f"De sleutel '{file}' van het archief is er niet. Zet een reservekopie terug. Of zeg met "
            "key_file in duidelijk.toml waar de sleutel staat."
        ) from None
    except (OSError, UnicodeDecodeError):
        raise ArchiveError(f"De sleutel '{file}' kan niet worden gelezen of gemaakt.") from None


def _checked(words: str, where: str) -> bytes:
    if len(words) < _LEAST:
        raise ArchiveError(f"De sleutel in {where} is te kort. Geef er een van minstens {_LEAST} tekens.")
    return sha256(words.encode()).digest()


def _make(file: Path) -> None:
    """A new key, whole at once: of two programs that make one, the first one's stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(secrets.token_hex(32) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        try:
            file.hardlink_to(temporary)
        except FileExistsError:
            return
        except OSError:  # a disk without links
            if not file.exists():
                temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
