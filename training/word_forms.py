"""Verb forms of a UniMorph list (lemma, form, features) as (form, tag, lemma) for the lemma table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

VOWELS = "aeiou"


def verb_triples(path: Path) -> Iterator[tuple[str, str, str]]:
    """Finite forms, infinitives and participles, these also with -e; forms of more words are left out."""
    for line in path.read_text(encoding="utf8").splitlines():
        lemma, _, rest = line.partition("\t")
        form, _, features = rest.partition("\t")
        tag = _tag(set(features.split(";")))
        if tag and form.isalpha() and form.islower() and lemma.isalpha() and lemma.endswith("n"):
            yield form, tag, lemma
            if tag in ("WW|vd", "WW|od"):
                yield inflected(form), tag, lemma


def _tag(features: set[str]) -> str | None:
    if "V.PTCP" in features:
        return "WW|vd" if "PST" in features else "WW|od"
    if "V" not in features or "SBJV" in features:
        return None
    if "NFIN" in features:
        return "WW|inf"
    return "WW|pv|verl" if "PST" in features else "WW|pv|tgw"


def inflected(participle: str) -> str:
    """The participle with -e: gemeld, gemelde; gered, geredde; gelopen stays."""
    if participle.endswith("en"):
        return participle
    if re.search(rf"(^|[^{VOWELS}])[{VOWELS}][dt]$", participle) and not re.search(r"[^g]e[dt]$", participle):
        return participle + participle[-1] + "e"
    return participle + "e"
