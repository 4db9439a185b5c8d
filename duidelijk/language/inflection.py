"""Forms of Dutch verbs and adjectives: a list of irregular principal parts, rules for all the rest.

The lists are `onregelmatige-werkwoorden`, `werkwoorden` and `vormen` in `wordlists/grammatica`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from duidelijk.language.spelling import (
    doubles_before_ending,
    ends_voiceless,
    inseparable_prefix,
    regular_stem,
    with_ge,
)
from duidelijk.language.tabular import lexicon

IRREGULAR = "grammatica/onregelmatige-werkwoorden"
VERBS = "grammatica/werkwoorden"
WORD_FORMS = "grammatica/vormen"
Form = tuple[str, str, str]
_FIXED = frozenset({"gratis", "linker", "rechter", "standaard", "doorsnee", "plastic", "tweedehands"})
"""Adjectives that never get an ending."""


@dataclass(frozen=True)
class VerbForms:
    """The forms of one verb, finite ones without the particle (`belt` of *opbellen*); `joined` adds it."""

    infinitive: str
    present_1: str
    present_3: str
    present_plural: str
    past_singular: str
    past_plural: str
    participle: str
    present_participle: str
    particle: str = ""
    auxiliary: str = "hebben"

    @property
    def te_infinitive(self) -> str:
        """The infinitive with *te* in its place: *te betalen*, *op te bellen*."""
        return f"{self.particle} te {self.infinitive[len(self.particle) :]}".lstrip()

    def joined(self, form: str) -> str:
        """A finite form as it stands at the end of a subordinate clause: *opbelt*."""
        return self.particle + form


def verb_forms(infinitive: str) -> VerbForms:
    """All forms of a verb. A particle is known from the list, or marked by the caller: `op|bellen`."""
    marked = _separable().get(infinitive, infinitive)
    particle, _, base = marked.rpartition("|")
    forms = _simple_forms(base)
    listed = _listed(VERBS).get(marked, {}).get("auxiliary", "")
    auxiliary = listed or ("hebben" if particle else forms.auxiliary)
    return replace(
        forms,
        infinitive=particle + base,
        participle=forms.participle and particle + forms.participle,
        present_participle=particle + forms.present_participle,
        particle=particle,
        auxiliary=auxiliary,
    )


def is_verb(word: str) -> bool:
    """Whether a list has this infinitive."""
    return any(word in known for known in (_listed(IRREGULAR), _listed(VERBS), _separable()))


def particle_of(infinitive: str) -> str:
    """The separable part of a verb: *aan* of *aanleveren*; empty when it has none, or isn't listed."""
    return _separable().get(infinitive, "").rpartition("|")[0]


def irregular_forms(infinitive: str) -> frozenset[str]:
    """The forms of an irregular verb, also with a prefix before it; none of a regular one."""
    irregular = _listed(IRREGULAR)
    particle, _, base = _separable().get(infinitive, infinitive).rpartition("|")
    prefix = "" if base in irregular else inseparable_prefix(base)
    row = irregular.get(base[len(prefix) :], {})
    return frozenset(particle + prefix + form for form in row.values() if form)


def _simple_forms(base: str) -> VerbForms:
    irregular = _listed(IRREGULAR)
    if base in irregular:
        return _irregular(base, "", irregular[base])
    prefix = inseparable_prefix(base)
    row = irregular.get(base[len(prefix) :])
    if prefix and row and row["participle"] and not _listed(VERBS).get(base, {}).get("stem"):
        return _irregular(base[len(prefix) :], prefix, row)
    return _regular(base, prefix)


def _irregular(base: str, prefix: str, row: Mapping[str, str]) -> VerbForms:
    participle = row["participle"]
    first = row["present_1"] or regular_stem(base)
    return VerbForms(
        infinitive=prefix + base,
        present_1=prefix + first,
        present_3=prefix + (row["present_3"] or _with_t(first)),
        present_plural=prefix + base,
        past_singular=prefix + row["past_singular"],
        past_plural=prefix + row["past_plural"],
        participle=prefix + _plain_start(re.sub("^ge", "", participle)) if prefix else participle,
        present_participle=prefix + base + "d",
        auxiliary=row["auxiliary"] if not prefix else "hebben",
    )


def _regular(base: str, prefix: str) -> VerbForms:
    stem = _listed(VERBS).get(base, {}).get("stem") or regular_stem(base)
    ending = "te" if ends_voiceless(base) else "de"
    participle = stem if stem.endswith(ending[0]) else stem + ending[0]
    if stem.endswith("d"):
        participle = stem
    return VerbForms(
        infinitive=base,
        present_1=stem,
        present_3=_with_t(stem),
        present_plural=base,
        past_singular=stem + ending,
        past_plural=stem + ending + "n",
        participle=participle if prefix else with_ge(participle),
        present_participle=base + "d",
    )


def _with_t(stem: str) -> str:
    return stem if stem.endswith("t") else stem + "t"


def with_e(word: str) -> str:
    """An adjective or participle with its ending *-e*: *groot* → *grote*, *gered* → *geredde*, *open*."""
    if word in _FIXED:
        return word
    if word.endswith(("ee", "oe")):
        return word + "ë"
    unchanged = word.endswith("en") and not word.endswith(("een", "ien", "oen"))
    return (
        word if unchanged or word.endswith(("a", "o", "é", "y", "e")) else doubles_before_ending(word) + "e"
    )


def form_table() -> Iterator[Form]:
    """(form, CGN tag, lemma) of every listed verb and of the listed nouns, adjectives and adverbs."""
    for name in (IRREGULAR, VERBS):
        for marked in _listed(name):
            yield from verb_table(verb_forms(marked))
    for form, row in _listed(WORD_FORMS).items():
        yield form, row["tag"], row["lemma"]
    yield from (
        ("bent", "WW|pv|tgw|met-t", "zijn"),
        ("kunt", "WW|pv|tgw|met-t", "kunnen"),
        ("zult", "WW|pv|tgw|met-t", "zullen"),
        ("hebt", "WW|pv|tgw|met-t", "hebben"),
        ("wilt", "WW|pv|tgw|met-t", "willen"),
        ("wou", "WW|pv|verl|ev", "willen"),
        ("hou", "WW|pv|tgw|ev", "houden"),
        ("rij", "WW|pv|tgw|ev", "rijden"),
    )


def verb_table(verb: VerbForms) -> Iterator[Form]:
    """(form, CGN tag, lemma) of one verb."""
    base, joined = verb.infinitive[len(verb.particle) :], verb.joined
    has_t = verb.present_3.endswith("t") and verb.present_3 != verb.present_1
    finite = (
        (verb.present_1, "WW|pv|tgw|ev"),
        (verb.present_3, "WW|pv|tgw|met-t" if has_t else "WW|pv|tgw|ev"),
        (verb.present_plural, "WW|pv|tgw|mv"),
        (verb.past_singular, "WW|pv|verl|ev"),
        (verb.past_plural, "WW|pv|verl|mv"),
        (base, "WW|inf|vrij|zonder"),
    )
    for form, tag in finite:
        yield form, tag, base
        if verb.particle:
            yield joined(form), tag, verb.infinitive
    yield verb.present_participle, "WW|od|vrij|zonder", verb.infinitive
    yield verb.present_participle, "WW|od|prenom|zonder", verb.infinitive
    yield verb.present_participle + "e", "WW|od|prenom|met-e", verb.infinitive
    yield verb.infinitive, "WW|inf|nom|zonder|zonder-n", verb.infinitive
    if verb.participle:
        yield verb.participle, "WW|vd|vrij|zonder", verb.infinitive
        yield verb.participle, "WW|vd|prenom|zonder", verb.infinitive
        yield with_e(verb.participle), "WW|vd|prenom|met-e", verb.infinitive


def _plain_start(stem: str) -> str:
    return stem[:1].translate(str.maketrans("ëïü", "eiu")) + stem[1:]


@cache
def _separable() -> Mapping[str, str]:
    listed = _listed(VERBS)
    found = {marked.replace("|", ""): marked for marked in listed if "|" in marked}
    return {infinitive: marked for infinitive, marked in found.items() if infinitive not in listed}


def _listed(name: str) -> Mapping[str, Mapping[str, str]]:
    return lexicon(name).rows
