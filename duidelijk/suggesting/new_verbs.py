"""The alternative of a listed verb → its parts: *het eens zijn met* is *het*, *eens*, *zijn*, *met*."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from duidelijk.language.inflection import IRREGULAR, VERBS, VerbForms, particle_of, verb_forms
from duidelijk.language.lemmas import embedded_table
from duidelijk.language.tabular import lexicon

PREPOSITIONS = frozenset(
    "aan achter bij boven dan als door in met naar om onder op over tegen tot uit van voor".split()
)
_LEADING = frozenset({"laten", "gaan", "kunnen", "moeten", "willen", "mogen", "blijven", "hoeven"})
_JOINED = {"ermee": ("er", "mee"), "ervan": ("er", "van"), "erop": ("er", "op"), "eraan": ("er", "aan")}


@dataclass(frozen=True, slots=True)
class NewVerb:
    """A verb that may take a term's place, with what goes with it.

    ``light``: *het*, *er* or *zich*, which stands at the beginning of the middle field; ``before``: what
    stands right before the verb at the end; ``behind``: the infinitives that follow it (*laten weten*);
    ``tail``: what comes behind all verbs (*doen wat er gevraagd wordt*); ``preposition``: what its object
    takes, and whether it is ``optional``.
    """

    light: str
    before: str
    verb: VerbForms
    behind: str
    tail: str
    preposition: str
    optional: bool

    @property
    def name(self) -> str:
        """The infinitive of the verb that is inflected."""
        return self.verb.infinitive

    @property
    def main(self) -> str:
        """The infinitive that says what happens: *weten* of *laten weten*."""
        return self.behind.split()[-1] if self.behind else self.verb.infinitive

    @property
    def is_plain(self) -> bool:
        """Whether it is one verb in one word: nothing stands beside it in any form."""
        return not (self.light or self.before or self.behind or self.tail or self.verb.particle)


@cache
def new_verb(alternative: str) -> NewVerb | None:
    """The parts of an alternative; None where no verb is known in it."""
    text, optional = alternative, False
    if alternative.endswith(")"):
        text, _, inside = alternative[:-1].rpartition("(")
        text, optional = f"{text.strip()} {inside}", True
    words = text.split()
    found = _run(words)
    if found is None:
        return None
    first, last = found
    behind = words[first + 1 : last + 1]
    light, before = _light(words[:first])
    if behind and before and particle_of(before[-1] + behind[-1]) == before[-1]:
        *before, loose = before
        behind[-1] = loose + behind[-1]
    tail, preposition = _tail(words[last + 1 :])
    verb = verb_forms(words[first])
    return NewVerb(light, " ".join(before), verb, " ".join(behind), tail, preposition, optional)


def _run(words: list[str]) -> tuple[int, int] | None:
    """Where the verb stands that is inflected, and the last infinitive that belongs to it."""
    for at, word in enumerate(words):
        if not is_infinitive(word) or (at and words[at - 1] == "te") or _is_things(words, at):
            continue
        last = at
        while last + 1 < len(words) and is_infinitive(words[last + 1]):
            last += 1
        return (at, last) if word in _LEADING else (last, last)
    return None


def _is_things(words: list[str], at: int) -> bool:
    """Whether a word like *kosten* or *dingen* is a noun before the verb."""
    noun = words[at] in embedded_table().forms.get("N|soort|mv", {}) and words[at] not in _LEADING
    return noun and any(is_infinitive(w) and words[n - 1] != "te" for n, w in enumerate(words) if n > at)


@cache
def is_infinitive(word: str) -> bool:
    """Whether a list has the verb, and its forms are certain."""
    return word in lexicon(IRREGULAR).rows or word in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset(marked.replace("|", "") for marked in lexicon(VERBS).rows)


def _light(words: list[str]) -> tuple[str, list[str]]:
    if words and words[0] in _JOINED:
        light, loose = _JOINED[words[0]]
        return light, [*words[1:], loose]
    if words and words[0] in {"er", "zich"}:
        return words[0], words[1:]
    if words and words[0] == "het" and not _has_noun(words[1:]):
        return "het", words[1:]
    return "", words


def _has_noun(words: list[str]) -> bool:
    """Whether *het* is the article of what follows: *het probleem*, *het grootste*, *het belangrijkst*."""
    return any(is_noun(w) or w.endswith(("st", "ste", "ijke", "ere")) for w in words)


def is_noun(word: str) -> bool:
    """Whether a word is a noun and nothing else that could stand before a verb."""
    forms = embedded_table().forms
    noun = any(word in forms.get(kind, {}) for kind in ("N|soort|ev", "N|soort|mv", "N|soort|ev|dim"))
    other = any(word in forms.get(kind, {}) for kind in ("ADJ|basis", "BW", "WW|vd", "TW", "VNW"))
    return noun and not other


def _tail(words: list[str]) -> tuple[str, str]:
    if words and words[-1] in PREPOSITIONS | {"dat"}:
        return " ".join(words[:-1]), words[-1]
    return " ".join(words), ""
