"""The infinitive of a verb form by rule, where no list has it: *retourneerde*, *doorgemaakt*, *tegenkomt*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from duidelijk.language.inflection import VERBS, form_table, verb_forms, verb_table
from duidelijk.language.tabular import lexicon

_UNLIKELY = tuple(
    map(re.compile, (r"^ge", r"chen$", r"([^aeiouh]|[aeiou]{2})[dt]en$", r"[aeiou].*e(ll|rr|nn|mm)en$"))
)
_ENDINGS = ("", "t", "d", "te", "de", "ten", "den", "e", "end", "ende")


def lemma_of(form: str, tag: str) -> str | None:
    """The infinitive of a verb form with its CGN tag; None if no verb or more than one is likely."""
    lower = form.lower()
    if not tag.startswith("WW|"):
        return None
    return _listed_lemma(lower, tag) or _separable_lemma(lower, tag) or _regular_lemma(lower, tag)


def _listed_lemma(form: str, tag: str) -> str | None:
    return _known().get((form, tag))


def _separable_lemma(form: str, tag: str) -> str | None:
    """A listed form after a particle: *tegen* and *komt*."""
    for particle in _particles():
        rest = form[len(particle) :]
        if form.startswith(particle) and len(rest) > 3:
            base = _known().get((rest, tag))
            if base is None and tag.startswith("WW|vd") and rest.startswith("ge"):
                base = _regular_lemma(rest, tag)
            if base:
                return particle + base
    return None


def _regular_lemma(form: str, tag: str) -> str | None:
    """*-eerde* is always of *-eren*; else the one verb whose forms hold this form."""
    romance = re.match(r"(?P<stem>.{3,}?)eer(t|de|den|d)$", form)
    if romance and not tag.startswith("WW|inf"):
        stem = re.sub("^ge", "", romance["stem"]) if tag.startswith("WW|vd") else romance["stem"]
        return _plain_start(stem) + {"i": "ëren", "ë": "ren"}.get(stem[-1], "eren")
    found = sorted({verb for verb in _candidates(form, tag) if (form, tag) in _forms_of(verb)})
    for unlikely in _UNLIKELY:
        found = [verb for verb in found if not unlikely.search(verb)] or found
    return found[0] if len(found) == 1 else None


def _forms_of(infinitive: str) -> set[tuple[str, str]]:
    return {(form, tag) for form, tag, _ in verb_table(verb_forms(infinitive))}


def _candidates(form: str, tag: str) -> Iterator[str]:
    if tag.startswith("WW|inf"):
        yield form
    for stem in {form, re.sub("^ge", "", form)} if tag.startswith("WW|vd") else {form}:
        for ending in _ENDINGS:
            rest = stem.removesuffix(ending)
            if stem.endswith(ending) and re.search(r"[aeiouyë]", rest) and not rest.endswith(("e", "a", "o")):
                yield from _infinitives(_plain_start(rest))


def _infinitives(stem: str) -> Iterator[str]:
    for consonant in {"f": ("v",), "s": ("s", "z")}.get(stem[-1], (stem[-1],)):
        raw = stem[:-1] + consonant
        yield re.sub(r"([aeou])\1(.)$", r"\1\2", raw) + "en"
        if re.search(r"(^|[^aeiou])[aeiou][^aeiou]$", raw):
            yield raw + raw[-1] + "en"


def _plain_start(stem: str) -> str:
    return stem[:1].translate(str.maketrans("ëïü", "eiu")) + stem[1:]


@cache
def _known() -> Mapping[tuple[str, str], str]:
    """The listed forms; of two verbs with the same form the base verb comes first and stays."""
    known: dict[tuple[str, str], str] = {}
    for form, tag, lemma in form_table():
        known.setdefault((form, tag), lemma)
    return known


@cache
def _particles() -> tuple[str, ...]:
    marked = (verb.partition("|")[0] for verb in lexicon(VERBS).rows if "|" in verb)
    return tuple(sorted(set(marked), key=lambda particle: (-len(particle), particle)))
