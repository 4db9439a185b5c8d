"""Noun phrases and what they need: articles, adjectives, complements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duidelijk.language.inflection import with_e
from training.generator.dice import Dice
from training.generator.lexicon import Entry, Noun, Verb, nouns, verbs, words
from training.generator.phrases import Part, Phrase, before, flat, join, word

YOUR = "VNW|bez|det|stan|vol|2|getal|prenom|zonder|agr"
DETERMINERS = {
    "de": ("LID|bep|stan|rest", "de", "det"),
    "het": ("LID|bep|stan|evon", "het", "det"),
    "een": ("LID|onbep|stan|agr", "een", "det"),
    "geen": ("VNW|onbep|det|stan|prenom|zonder|agr", "geen", "det"),
    "deze": ("VNW|aanw|det|stan|prenom|met-e|rest", "deze", "det"),
    "dit": ("VNW|aanw|det|stan|prenom|zonder|evon", "dit", "det"),
    "die": ("VNW|aanw|det|stan|prenom|zonder|rest", "die", "det"),
    "dat": ("VNW|aanw|det|stan|prenom|zonder|evon", "dat", "det"),
    "uw": (YOUR, "u", "nmod:poss"),
    "je": ("VNW|bez|det|stan|red|2v|ev|prenom|zonder|agr", "je", "nmod:poss"),
    "mijn": ("VNW|bez|det|stan|vol|1|ev|prenom|zonder|agr", "mijn", "nmod:poss"),
    "onze": ("VNW|bez|det|stan|vol|1|mv|prenom|met-e|rest", "ons", "nmod:poss"),
    "ons": ("VNW|bez|det|stan|vol|1|mv|prenom|zonder|evon", "ons", "nmod:poss"),
    "alle": ("VNW|onbep|det|stan|prenom|met-e|agr", "al", "det"),
    "enkele": ("VNW|onbep|det|stan|prenom|met-e|rest", "enkel", "det"),
    "elke": ("VNW|onbep|det|stan|prenom|met-e|evz", "elk", "det"),
    "elk": ("VNW|onbep|det|stan|prenom|zonder|evon", "elk", "det"),
    "welke": ("VNW|vb|det|stan|prenom|met-e|rest", "welk", "det"),
    "welk": ("VNW|vb|det|stan|prenom|zonder|evon", "welk", "det"),
}
NUMBERS = ("twee", "drie", "vier", "vijf", "zes", "acht", "tien", "twaalf", "dertig")
_UNINFLECTED = ("een", "geen", "elk", "welk", "")


@dataclass(frozen=True)
class Nominal:
    """A noun phrase or pronoun: `person` u, je, ik, wij, ev, mv; `shape` pronoun, definite, indefinite …"""

    phrase: Phrase
    person: str
    shape: str
    kind: str = ""
    noun: str = ""


def determiner(form: str, dep: str = "") -> tuple[Phrase, str]:
    """An article, possessive, demonstrative or quantifier with its relation."""
    tag, lemma, usual = DETERMINERS[form]
    return word(form, tag, lemma), dep or usual


def noun_phrase(
    rng: Dice, kind: str, *, shapes: Sequence[str] = ("definite", "indefinite"), depth: int = 2
) -> Nominal:
    """A noun of a class, with article, adjectives and complements as chance has it."""
    noun = rng.choice(nouns()[kind])
    plural = bool(noun.plural) and (
        noun.plural == noun.form or noun.form in _PLURAL_ONLY or rng.random() < 0.25
    )
    shape = rng.choice(list(shapes))
    which = _article(rng, noun, shape, plural=plural)
    head = noun_word(noun, plural=plural)
    adjective = _adjectives(
        rng, noun, kind, inflected=plural or noun.article == "de" or which not in _UNINFLECTED
    )
    before_noun = ([determiner(which)] if which else []) + adjective
    if which == "" and plural and rng.random() < 0.3:
        before_noun = [(word(rng.choice(NUMBERS), "TW|hoofd|prenom|stan"), "nummod"), *adjective]
    phrase = before(head, *before_noun)
    if depth > 0 and rng.random() < 0.22:
        phrase = _complemented(rng, phrase, kind, depth)
    if depth > 1 and shape != "negative" and rng.random() < 0.06:
        other = noun_phrase(rng, kind, shapes=[shape], depth=0)
        both = coordinated(phrase, other.phrase, rng.choice(["en", "en", "of"]))
        return Nominal(both, "mv", shape, kind)
    return Nominal(
        phrase, "mv" if plural else "ev", shape if which != "geen" else "negative", kind, noun.form
    )


def noun_word(noun: Noun, *, plural: bool) -> Phrase:
    """The noun alone, singular or plural."""
    if plural:
        return word(noun.plural, "N|soort|mv|basis", noun.form)
    gender = "zijd" if noun.article == "de" else "onz"
    return word(noun.form, f"N|soort|ev|basis|{gender}|stan", noun.form)


def _article(rng: Dice, noun: Noun, shape: str, *, plural: bool) -> str:
    neuter = noun.article == "het" and not plural
    if shape == "negative":
        return "geen"
    if shape == "indefinite":
        if plural:
            return rng.choice(["", "", "enkele", "alle"])
        return "een" if noun.plural else noun.article if "org" in noun.classes else ""
    own = [_POSSESSIVES[rng.address]] * 5 if set(noun.classes) & _OWNED else []
    ours = ["ons" if neuter else "onze"] if set(noun.classes) & _OURS else []
    this = ["dit", "dat"] if neuter else ["deze", "die"]
    return rng.choice([noun.article if not plural else "de"] * 4 + own + ours * 2 + [rng.choice(this)])


_PLURAL_ONLY = ("gegeven", "werkzaamheid", "leges")
_POSSESSIVES = {"u": "uw", "je": "je", "ik": "mijn"}
_OWNED = {"doc", "req", "permit", "benefit", "cost", "id", "data", "build", "event", "service"}
_OURS = {"doc", "deci", "place", "official", "event", "org"}


def _adjectives(rng: Dice, noun: Noun, kind: str, *, inflected: bool) -> list[tuple[Phrase, str]]:
    chance = rng.random()
    if chance < 0.62:
        return []
    if chance < 0.78 and kind not in _NOT_DONE:
        fitting = [v for v in verbs("trans") if kind in v.objects and v.forms.infinitive not in _NO_ADJECTIVE]
        if fitting:
            return [_participle(rng.choice(fitting), inflected=inflected)]
    entries = words(f"adj:{kind}") or words("adj")
    return [(_adjective(rng.choice(entries), inflected=inflected), "amod")]


_NOT_DONE = ("official", "org", "citizen", "place", "event", "street")
_NO_ADJECTIVE = frozenset(
    [
        "krijgen",
        "nemen",
        "geven",
        "inzien",
        "begrijpen",
        "bellen",
        "gebruiken",
        "houden",
        "vragen",
        "kiezen",
        "tonen",
        "lezen",
        "bekijken",
        "bewaren",
        "bezoeken",
        "nakomen",
        "schatten",
        "regelen",
        "doorlezen",
        "overwegen",
        "aanhouden",
        "verwachten",
        "voeren",
        "sturen",
        "noteren",
    ]
)


def _participle(verb: Verb, *, inflected: bool) -> tuple[Phrase, str]:
    form, lemma = verb.forms.participle, verb.forms.infinitive
    if inflected and with_e(form) != form:
        return word(with_e(form), "WW|vd|prenom|met-e", lemma), "amod"
    return word(form, "WW|vd|prenom|zonder", lemma), "amod"


def _adjective(entry: Entry, *, inflected: bool) -> Phrase:
    if inflected:
        return word(with_e(entry.form), "ADJ|prenom|basis|met-e|stan", entry.form)
    return word(entry.form, "ADJ|prenom|basis|zonder", entry.form)


_COMPLEMENTS = {
    "doc": [("van", "org"), ("van", "official"), ("over", "work"), ("met", "data")],
    "req": [("voor", "permit"), ("voor", "benefit"), ("over", "problem"), ("om", ""), ("van", "citizen")],
    "permit": [("voor", "build"), ("voor", "event")],
    "benefit": [("voor", "service"), ("van", "org")],
    "cost": [("voor", "service"), ("voor", "permit"), ("van", "org")],
    "deci": [("over", "req"), ("over", "work"), ("van", "org")],
    "event": [("met", "official"), ("in", "place"), ("over", "deci")],
    "work": [("aan", "street"), ("aan", "build"), ("in", "place")],
    "place": [("in", "place")],
    "street": [("bij", "place"), ("in", "place")],
    "build": [("van", "citizen"), ("aan", "street")],
    "official": [("van", "org")],
    "citizen": [("van", "build"), ("uit", "place")],
    "problem": [("van", "work"), ("in", "street"), ("door", "waste")],
    "data": [("van", "citizen")],
    "id": [("van", "citizen")],
    "service": [("bij", "work"), ("voor", "citizen")],
}


def _complemented(rng: Dice, phrase: Phrase, kind: str, depth: int) -> Phrase:
    preposition, other = rng.choice(_COMPLEMENTS.get(kind, [("van", "org")]))
    if not other:
        return phrase
    inner = noun_phrase(rng, other, depth=depth - 1)
    return flat(phrase, (with_preposition(preposition, inner.phrase), "nmod"))


def with_preposition(preposition: str, phrase: Phrase, tag: str = "VZ|init") -> Phrase:
    """The phrase with a preposition before it."""
    return before(phrase, (word(preposition, tag, preposition.lower().replace("ó", "o")), "case"))


def coordinated(first: Phrase, second: Phrase, conjunction: str = "en") -> Phrase:
    """Two phrases with *en* or *of* between them."""
    return join(
        [
            Part(first, "", "head"),
            Part(word(conjunction, "VG|neven"), "cc", to="second"),
            Part(second, "conj", "second"),
        ]
    )


def doing(rng: Dice) -> Phrase:
    """A verb as a noun: *het indienen van een bezwaar*."""
    verb = rng.choice([v for v in verbs("trans") if v.objects[0] != "@" and "i" in v.flags])
    head = word(verb.forms.infinitive, "WW|inf|nom|zonder|zonder-n", verb.forms.infinitive)
    about = noun_phrase(rng, verb.objects[0], depth=0).phrase
    return before(flat(head, (with_preposition("van", about), "nmod")), determiner("het"))
