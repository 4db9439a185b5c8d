"""Pronouns and names."""

from __future__ import annotations

from collections.abc import Sequence

from training.generator.dice import Dice
from training.generator.lexicon import words
from training.generator.nominals import Nominal, determiner
from training.generator.phrases import Phrase, before, flat, word

PRONOUNS = {
    "u": ("VNW|pers|pron|nomin|vol|2b|getal", "VNW|pr|pron|obl|vol|2|getal", "u"),
    "je": ("VNW|pers|pron|nomin|red|2v|ev", "VNW|pr|pron|obl|red|2v|getal", "je"),
    "ik": ("VNW|pers|pron|nomin|vol|1|ev", "VNW|pr|pron|obl|vol|1|ev", "mij"),
    "wij": ("VNW|pers|pron|nomin|vol|1|mv", "VNW|pr|pron|obl|vol|1|mv", "ons"),
    "we": ("VNW|pers|pron|nomin|red|1|mv", "VNW|pr|pron|obl|vol|1|mv", "ons"),
    "hij": ("VNW|pers|pron|nomin|vol|3|ev|masc", "VNW|pers|pron|obl|vol|3|ev|masc", "hem"),
    "zij": ("VNW|pers|pron|nomin|vol|3p|mv", "VNW|pers|pron|obl|vol|3p|mv", "hen"),
}
_PERSON = {"we": "wij", "hij": "ev", "zij": "mv"}


def speaker(rng: Dice, *others: str) -> Nominal:
    """The one who is addressed, or one of the others."""
    return pronoun(rng.choice([rng.address] * 4 + list(others)))


def pronoun(form: str) -> Nominal:
    """A personal pronoun as subject."""
    return Nominal(word(form, PRONOUNS[form][0]), _PERSON.get(form, form), "pronoun")


def pronoun_object(form: str) -> Nominal:
    """A personal pronoun as object, named by its subject form."""
    _, tag, oblique = PRONOUNS[form]
    return Nominal(word(oblique, tag), _PERSON.get(form, form), "pronoun")


def proper_name(rng: Dice) -> Phrase:
    """A person: *mevrouw Jansen*, *de heer De Vries*."""
    title = word(
        *rng.choice([("mevrouw", "N|soort|ev|basis|zijd|stan"), ("heer", "N|soort|ev|basis|zijd|stan")])
    )
    name = surname(rng)
    head = flat(title, (name, "appos"))
    return before(head, determiner("de")) if title.words[0].form == "heer" else head


def surname(rng: Dice) -> Phrase:
    """A family name of one word, or of more as *De Vries* (a flat name)."""
    if rng.random() < 0.7:
        entry = rng.choice(words("surname"))
        return word(entry.form, entry.tag, entry.form)
    return names(
        rng.choice(["De Vries", "Van Dijk", "Van den Berg", "De Boer", "Van der Meer", "De Jong"]).split(" ")
    )


def names(forms: Sequence[str]) -> Phrase:
    """A name of more words, flat."""
    first, *others = (word(form, "SPEC|deeleigen", form) for form in forms)
    return flat(first, *((other, "flat") for other in others))
