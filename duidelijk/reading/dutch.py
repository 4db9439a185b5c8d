"""Whether a text is Dutch, by its function words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from duidelijk.errors import ReadError
from duidelijk.reading.wordlist import function_words

_NAMES = {
    "en": "Engels", "de": "Duits", "fr": "Frans", "fy": "Fries", "af": "Afrikaans",
    "es": "Spaans", "it": "Italiaans", "pl": "Pools", "tr": "Turks",
}  # fmt: skip
_WORD = re.compile(r"'n\b|[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEAST_WORDS, _MOST_WORDS = 30, 2000
_FOREIGN, _TIMES, _LATIN = 0.2, 1.5, 0.4
_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?]\s+[^\W\d_]+\s+[^\W\d_]+\s+[^\W\d_]+")
_LEAST_SENTENCES, _LEAST_DUTCH, _LEAST_DIFFERENT = 3, 0.08, 4
_ADVICE = "Geef een Nederlandse tekst."


def check_dutch(text: str) -> None:
    """Raises ReadError for a text of 30 words or more that is clearly in another language."""
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _LEAST_WORDS:
        return
    words = words[:: max(len(words) // _MOST_WORDS, 1)]
    counts = Counter(words)
    language = max(_NAMES, key=lambda one: _share(counts, function_words(one)))
    foreign, dutch = function_words(language), function_words()
    own, ours = _share(counts, foreign - dutch), _share(counts, dutch - foreign)
    varied = len((foreign - dutch) & counts.keys()) >= _LEAST_DIFFERENT
    if varied and _share(counts, foreign) >= _FOREIGN and own > _TIMES * ours:
        raise ReadError(f"Deze tekst is in het {_NAMES[language]}. {_ADVICE}")
    if not _latin(words) or _unknown(text, words):
        raise ReadError(f"Deze tekst is niet in het Nederlands. {_ADVICE}")


def _share(counts: Counter[str], known: frozenset[str]) -> float:
    return sum(n for word, n in counts.items() if word in known) / counts.total()


def _unknown(text: str, words: list[str]) -> bool:
    """Whether these are sentences with hardly any Dutch function word; a list or a table has no sentences."""
    sentences = len(_SENTENCE.findall(text))
    return sentences >= _LEAST_SENTENCES and _share(Counter(words), function_words()) < _LEAST_DUTCH


def _latin(words: list[str]) -> bool:
    """Whether enough of the words are in Latin letters."""
    latin = sum(unicodedata.name(word[0], "").startswith("LATIN") or word[0] == "'" for word in words)
    return latin >= _LATIN * len(words)
