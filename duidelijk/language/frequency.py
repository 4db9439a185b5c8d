"""How often a word is used, and how many syllables it has; both libraries load at the first question."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache


def zipf(word: str) -> float:
    """Zipf frequency of a lower-case form in Dutch, 0 (unknown) – 8; higher = more common (wordfreq)."""
    share = _frequencies().get(word, 0.0)
    return math.log10(share) + 9 if share else 0.0


@cache
def _frequencies() -> Mapping[str, float]:
    from wordfreq import get_frequency_dict

    found: Mapping[str, float] = get_frequency_dict("nl", wordlist="large")
    return found


def syllables(words: Iterable[str]) -> int:
    """The syllables of these words together, by textstat (Dutch hyphenation patterns)."""
    return sum(map(_syllables, words))


def flesch_douma(words_per_sentence: float, syllables_per_word: float) -> float:
    """Reading ease with the Dutch weights that textstat carries (Douma 1960); higher = easier."""
    from textstat.backend.utils.constants import LANG_CONFIGS

    weights: Mapping[str, float] = LANG_CONFIGS["nl"]
    return (
        weights["fre_base"]
        - weights["fre_sentence_length"] * words_per_sentence
        - weights["fre_syll_per_word"] * syllables_per_word
    )


@lru_cache(maxsize=50_000)
def _syllables(word: str) -> int:
    from textstat.backend.counts import count_syllables

    return int(count_syllables(word, "nl"))
