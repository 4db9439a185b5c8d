"""How often a word is used, and how many syllables it has; both libraries load at the first question."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

_PACK = "data/large_nl.msgpack.gz"


def zipf(word: str) -> float:
    """Zipf frequency of a lower-case form in Dutch, 0 (unknown) – 8; higher = more common (wordfreq)."""
    return _zipfs().get(word, 0.0)


@cache
def _zipfs() -> Mapping[str, float]:
    """Form → Zipf value, from the list that wordfreq carries (a header, then the words per centibel).

    Read without importing wordfreq itself: its tokenizers would double the time this takes.
    """
    import srsly

    spec = find_spec("wordfreq")
    assert spec is not None and spec.origin is not None
    packed = (Path(spec.origin).parent / _PACK).read_bytes()
    _, *by_centibel = srsly.msgpack_loads(gzip.decompress(packed))
    values: dict[str, float] = {}
    for centibel, words in enumerate(by_centibel):
        values.update(dict.fromkeys(words, round(9 - centibel / 100, 2)))
    return values


def syllables(words: Iterable[str]) -> int:
    """The syllables of these words together, by textstat (Dutch hyphenation patterns)."""
    return sum(map(_syllables, words))


def flesch_douma(words_per_sentence: float, syllables_per_word: float) -> float:
    """Reading ease with the Dutch weights that textstat carries (Douma 1960); higher = easier."""
    with _postponed("nltk"):
        from textstat.backend.utils.constants import LANG_CONFIGS

    weights: Mapping[str, float] = LANG_CONFIGS["nl"]
    return (
        weights["fre_base"]
        - weights["fre_sentence_length"] * words_per_sentence
        - weights["fre_syll_per_word"] * syllables_per_word
    )


@lru_cache(maxsize=50_000)
def _syllables(word: str) -> int:
    with _postponed("nltk"):
        from textstat.backend.counts import count_syllables

    return int(count_syllables(word, "nl"))


@contextmanager
def _postponed(name: str) -> Iterator[None]:
    """Inside, importing this module costs nothing: it loads when something in it is first used.

    textstat imports nltk, which is slow to load, and uses it for English alone.
    """
    if name in sys.modules:
        yield
        return
    stand_in = ModuleType(name)
    stand_in.__dict__["__getattr__"] = lambda attribute: getattr(import_module(name), attribute)
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        del sys.modules[name]
