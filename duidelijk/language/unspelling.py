"""Spelling backwards: the words that may have a given form, by its letters alone; most don't exist."""

from __future__ import annotations

from collections.abc import Iterator

_VOWELS = "aeiou"
_DEVOICED = {"v": "f", "z": "s"}


def infinitives(stem: str) -> Iterator[str]:
    """The infinitives that may have this stem."""
    last = stem[-1]
    voiced = [stem, *(stem[:-1] + v for v, f in _DEVOICED.items() if f == last)]
    yield from (each + "en" for each in voiced)
    yield stem + last + "en"
    if stem[-2] == stem[-3] and stem[-2] in _VOWELS:
        yield from (each[:-2] + each[-1] + "en" for each in voiced)
    yield stem + "n"


def singulars(plural: str) -> Iterator[str]:
    """The singulars that may have this plural."""
    if plural.endswith("heden"):
        yield plural[:-5] + "heid"
    if plural.endswith("en"):
        stem = plural[:-2]
        for each in (stem, stem[:-1] + _DEVOICED.get(stem[-1:], stem[-1:])):
            yield each
            if len(each) > 2 and each[-2] in _VOWELS and each[-1] not in _VOWELS and each[-3] not in _VOWELS:
                yield each[:-1] + each[-2:]
        if stem[-2:-1] == stem[-1:]:
            yield stem[:-1]
        yield plural[:-1]
    elif plural.endswith("ën"):
        yield from (plural[:-2], plural[:-2] + "e")
    elif plural.endswith("s"):
        yield plural[:-1].rstrip("'’")
    elif plural.endswith("a"):
        yield plural[:-1] + "um"
    elif plural.endswith("ici"):
        yield plural[:-1] + "us"


def undiminished(small: str) -> Iterator[str]:
    """The nouns that may have this diminutive: *zaaltje*, *boompje*, *ringetje*."""
    stem = small[:-2]
    yield from (each for each in (stem, stem[:-1], stem[:-2], stem[:-3]) if len(each) > 2)
