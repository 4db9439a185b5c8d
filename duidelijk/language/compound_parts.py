"""What a stretch of a Dutch compound can be: a noun (with a linking letter), a verb's stem, an adjective.

The known words are those of the embedded lemma table, everyday ones, and the more common ones of the
frequency list; what they can't tell stands in `wordlists/grammatica/samenstellingsdelen.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from duidelijk.language.frequency import zipf
from duidelijk.language.inflection import verb_forms
from duidelijk.language.lemmas import embedded_table
from duidelijk.language.tabular import classes, lexicon
from duidelijk.language.unspelling import infinitives, singulars, undiminished

EVERYDAY = "bekend"
"""The list of words that every resident knows."""
_LIST = "grammatica/samenstellingsdelen"
_TOP = 6.0
_COMMON = 2.0
"""From this Zipf on, a form that no table knows can be a noun."""
_COMMON_SHORT = 3.4
"""Words of three letters are parts only from this Zipf on: too many of them fit anywhere."""
_NO_NOUN = ("WW|pv|tgw", "WW|pv|verl", "WW|vd", "WW|od", "BW", "VZ", "VG", "VNW", "LID", "TSW", "SPEC|vreemd",
            "SPEC|deeleigen", "N|eigen|ev", "ADJ|basis")  # fmt: skip
_PARTICLES = (
    "aan",
    "af",
    "bij",
    "door",
    "in",
    "mee",
    "na",
    "om",
    "onder",
    "op",
    "over",
    "toe",
    "uit",
    "voor",
)
"""*afvoer* is the form of a verb, and a noun."""
_DERIVED = ("lijk", "lijke", "ig", "ige", "isch", "ische", "loos", "loze")
_DERIVED_COMMON = 3.3
"""Adjectives with such an ending are heads only when they're this common."""
_LINKED = ("ings", "heids", "teits", "schaps", "ions", "dags", "ments")
_PLURAL, _LINK, _STEM, _UNKNOWN, _ADJECTIVE, _LINKED_E = 0.25, 0.3, 0.5, 0.6, 1.0, 0.8


class Part(NamedTuple):
    """A part as it is written in the word, its lemma (a verb: its stem), its cost, how common it is.

    ``zipf`` is that of the lemma; of a verb that of its infinitive.
    """

    text: str
    lemma: str
    cost: float
    zipf: float


@lru_cache(maxsize=50_000)
def modifier(text: str) -> Part | None:
    """The likeliest reading of a stretch that isn't the last part of a compound."""
    listed = _listed().get(text)
    if listed and listed["soort"] == "nooit":
        return None
    if listed:
        lemma = listed["lemma"]
        return Part(text, lemma, float(listed["kosten"] or _cost(lemma)), max(zipf(lemma), zipf(text)))
    stem = infinitive_of(text)
    found = [*_as_noun(text), *_linked(text)]
    if stem:
        cost = max(0.0, _TOP - max(zipf(stem), zipf(text))) + max(0, 4 - len(text)) + _STEM
        found.append((cost, text))
    if len(text) > 2 and text in known_forms("ADJ|basis") and not text.endswith(_DERIVED):
        found.append((_cost(text) + _ADJECTIVE, known_forms("ADJ|basis")[text].lower()))
    return _likeliest(text, found, zipf(stem))


@lru_cache(maxsize=50_000)
def head(text: str) -> Part | None:
    """The likeliest reading of a stretch that is the last part of a compound."""
    listed = _listed().get(text, {}).get("soort")
    if listed in {"nooit", "niet-laatst", "voor"}:
        return None
    if listed == "woord":
        return modifier(text)
    found = [*_as_noun(text), *_as_plural(text)]
    adjective = _adjective(text)
    if adjective:
        found.append((_cost(text) + 1.5 * _ADJECTIVE, adjective))
    return _likeliest(text, found)


def is_prefix(part: Part) -> bool:
    """Whether this part stands only at the start of a word: *achter*, *twee*."""
    return _listed().get(part.text, {}).get("soort") == "voor"


def noun_lemma(form: str) -> str:
    """The singular of a known plural noun, else the form itself."""
    known = known_forms("N|soort|mv").get(form, form).lower()
    return known if known != form else next((s for s in singulars(form) if s in singular_nouns()), form)


def _likeliest(text: str, found: list[tuple[float, str]], of_stem: float = 0.0) -> Part | None:
    if not found:
        return None
    cost, lemma = min(found)
    return Part(text, lemma, cost, max(zipf(lemma), zipf(text), of_stem if lemma == text else 0.0))


def _cost(word: str, least: float = 0.0) -> float:
    """How much rarer a word is than the commonest nouns, in Zipf; short words fit too easily."""
    return max(0.0, _TOP - max(zipf(word), least)) + max(0, 4 - len(word))


def _as_noun(text: str) -> Iterator[tuple[float, str]]:
    """The singular of a noun, as it stands."""
    known = singular_nouns().get(text)
    if known:
        if len(text) > 3 or (len(text) == 3 and zipf(text) >= _COMMON_SHORT):
            yield _cost(text, 1.5), known.lower()
    elif len(text) > 3 and zipf(text) >= _COMMON and text not in known_forms("N|soort|mv"):
        classes = {kind for kind in _NO_NOUN if text in known_forms(kind)}
        if not classes:
            yield _cost(text) + _UNKNOWN, text
        elif classes <= {"WW|pv|tgw", "WW|pv|verl"} and text.startswith(_PARTICLES):
            yield _cost(text) + _ADJECTIVE, text


def _linked(text: str) -> Iterator[tuple[float, str]]:
    """A noun with *-s-*, *-en-* (also its plural) or *-e-*."""
    if len(text) < 4 or text.endswith("ss"):
        return
    if text.endswith("s") and len(text) > 4:
        extra = 0.0 if text.endswith(_LINKED) else _LINK
        yield from ((cost + extra, lemma) for cost, lemma in _as_noun(text[:-1]))
    plural = _plural(text) if text.endswith(("n", "s", "a")) else None
    if plural:
        yield _cost(plural, 1.5) + _PLURAL, plural
    if text.endswith("e") and (plural := _plural(text + "n")):
        yield _cost(plural, 1.5) + _LINKED_E, plural


def _as_plural(text: str) -> Iterator[tuple[float, str]]:
    """A plural or diminutive noun at the end of a compound."""
    for kind in ("N|soort|mv", "N|soort|ev|dim", "N|soort|mv|dim"):
        lemma = known_forms(kind).get(text)
        if lemma and len(text) > 3:
            yield (
                max(_cost(text), 0.0) if zipf(text) > zipf(lemma) else _cost(lemma.lower(), 1.5),
                lemma.lower(),
            )
    if len(text) > 4 and text.endswith(("en", "s", "ën")) and (plural := _plural(text)):
        yield _cost(plural) + _LINK, plural
    small = text.removesuffix("s")
    if small.endswith("je") and (
        whole := next(filter(None, map(singular_nouns().get, undiminished(small))), "")
    ):
        yield _cost(whole.lower()) + _LINK, whole.lower()


def _adjective(text: str) -> str | None:
    """An adjective or participle at the end of a compound: *energiezuinig*, *energiebesparende*."""
    if len(text) < 4:
        return None
    for kind in ("ADJ|basis", "WW|od"):
        for form in (text, text.removesuffix("e")):
            if form in known_forms(kind):
                lemma = known_forms(kind)[form].lower() if kind == "ADJ|basis" else form
                return None if text.endswith(_DERIVED) and zipf(lemma) < _DERIVED_COMMON else lemma
    return None


def infinitive_of(text: str) -> str:
    """The verb whose stem this is: *parkeren* for *parkeer* in *parkeerplaats*; empty when there is none."""
    verbs = known_forms("WW|inf")
    found = (i for i in infinitives(text) if i in verbs and _stem(i) == text) if len(text) > 2 else ()
    return next(iter(found), "")


def _stem(infinitive: str) -> str:
    verb = verb_forms(infinitive)
    return verb.joined(verb.present_1)


def _plural(text: str) -> str | None:
    """The singular of what looks like a plural noun."""
    known = known_forms("N|soort|mv").get(text)
    if known:
        return known.lower()
    nouns = singular_nouns()
    right = [s for s in singulars(text) if len(s) > 2 and _listed().get(s, {}).get("soort") != "nooit"]
    found = next((s for s in right if s in nouns), None)
    if found:
        return nouns[found].lower()
    return next((s for s in right if len(s) > 4 and zipf(s) >= 2 and [*_as_noun(s)]), None)


@cache
def singular_nouns() -> Mapping[str, str]:
    """Known singular nouns with their lemma, without plurals that the table takes for singulars."""
    plurals, found = known_forms("N|soort|mv"), known_forms("N|soort|ev")
    of_plurals = {lemma: lemma for lemma in plurals.values() if len(lemma) > 3 and lemma not in found}
    everyday = {word: word for word, pos in classes(EVERYDAY).items() if pos == "NOUN" and len(word) > 3}
    return (
        everyday
        | of_plurals
        | {
            form: lemma
            for form, lemma in found.items()
            if not (plurals.get(form, form) != form or (form.endswith("en") and _is_plural(form, found)))
        }
    )


def _is_plural(form: str, nouns: Mapping[str, str]) -> bool:
    return any(s in nouns and s != form and zipf(s) >= _COMMON and len(s) > 3 for s in singulars(form))


@cache
def known_forms(kind: str) -> Mapping[str, str]:
    """The forms of a class (`WW|inf`) that the embedded lemma table knows, with their lemmas."""
    return embedded_table().forms.get(kind, {})


@cache
def _listed() -> Mapping[str, Mapping[str, str]]:
    return lexicon(_LIST).rows
