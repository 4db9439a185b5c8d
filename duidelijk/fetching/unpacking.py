"""Bytes as they come in → what they hold, never more than was agreed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

GZIP = b"\x1f\x8b"
_PIECE = 65536


class Unpacker:
    """Takes a reply in pieces; ``coding``: its Content-Encoding. ValueError for one that isn't known."""

    def __init__(self, coding: str, most: int) -> None:
        coding = coding.strip().lower()
        if coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise ValueError(coding)
        self._packed = zlib.decompressobj(47) if coding not in ("", "identity") else None
        self._parts: list[bytes] = []
        self._left, self._came = most, most + _PIECE

    def add(self, piece: bytes) -> bool:
        """Whether it still fits with this piece, packed and unpacked; zlib.error for broken bytes."""
        self._came -= len(piece)
        if self._packed is None:
            self._keep(piece)
        else:
            self._unpack(self._packed, piece)
        return self._left >= 0 and self._came >= 0

    def _unpack(self, packed: zlib._Decompress, piece: bytes) -> None:
        while piece and self._left >= 0 and not packed.eof:
            self._keep(packed.decompress(piece, min(self._left + 1, _PIECE)))
            piece = packed.unconsumed_tail

    def _keep(self, part: bytes) -> None:
        self._left -= len(part)
        self._parts.append(part)

    def beginning(self, most: int) -> bytes:
        """The first bytes of what came in so far."""
        return b"".join(self._parts)[:most]

    def data(self) -> bytes:
        """All of it; ValueError where the packed bytes end too soon."""
        if self._packed and not self._packed.eof and (self._parts or self._packed.unconsumed_tail):
            raise ValueError("half a reply")
        return b"".join(self._parts)


def unpacked(data: bytes, most: int) -> bytes | None:
    """What is in gzip bytes, None for more than ``most``; other bytes as they are.

    Raises ValueError for broken ones.
    """
    if not data.startswith(GZIP):
        return data
    unpacker = Unpacker("gzip", most)
    try:
        fits = all(unpacker.add(piece) for piece in _pieces(data))
        return unpacker.data() if fits else None
    except zlib.error:
        raise ValueError("broken gzip") from None


def _pieces(data: bytes) -> Iterator[bytes]:
    return (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
