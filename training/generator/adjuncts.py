"""Adverbs, places, ways and reasons: what a clause can do without."""

from __future__ import annotations

from collections.abc import Callable

from training.generator.dates import Adjunct, entry
from training.generator.dice import Dice
from training.generator.lexicon import words
from training.generator.nominals import determiner, doing, noun_phrase, with_preposition
from training.generator.people import names
from training.generator.phrases import Phrase, before, flat, word


def adverb(rng: Dice, *, past: bool = False) -> Adjunct:
    """An adverb of time, or one as *ook* and *daarom*."""
    return Adjunct(entry(rng, "past" if past else "now"), "advmod", timed=True)


def manner(rng: Dice) -> Adjunct:
    """An adverb that says how."""
    return Adjunct(entry(rng, "manner"), "advmod")


def fronted(rng: Dice, *, past: bool) -> Adjunct:
    """An adverb that opens a sentence."""
    if not past and rng.random() < 0.35:
        return Adjunct(entry(rng, "front-now"), "advmod", timed=True)
    return Adjunct(entry(rng, "front"), "advmod")


def other(rng: Dice) -> Adjunct:
    """A place, a way or a reason."""
    return Adjunct(rng.choice(_OTHER)(rng), "obl")


def _way(rng: Dice) -> Phrase:
    channel, tag = rng.choice(
        [
            ("post", "zijd"), ("e-mail", "zijd"), ("telefoon", "zijd"), ("brief", "zijd"),
            ("internet", "onz"),
        ]
    )  # fmt: skip
    return with_preposition(rng.choice(["per", "via"]), word(channel, f"N|soort|ev|basis|{tag}|stan"))


def _site(rng: Dice) -> Phrase:
    site = rng.choice(["www.dronten.nl", "mijn.dronten.nl", "info@dronten.nl", "www.rijksoverheid.nl"])
    return with_preposition("via", word(site, "N|eigen|ev|basis|genus|stan", site))


def _place(rng: Dice) -> Phrase:
    return with_preposition(
        rng.choice(["in", "bij"]), noun_phrase(rng, "place", shapes=["definite"], depth=1).phrase
    )


def _town(rng: Dice) -> Phrase:
    return with_preposition("in", entry(rng, "place"))


def _occasion(rng: Dice) -> Phrase:
    kind = rng.choice(["event", "work"])
    return with_preposition(
        rng.choice(["tijdens", "na", "voor"]), noun_phrase(rng, kind, shapes=["definite"]).phrase
    )


def _reason(rng: Dice) -> Phrase:
    preposition = rng.choice(["door", "vanwege", "wegens", "door"])
    return with_preposition(preposition, noun_phrase(rng, "cause", depth=0).phrase)


def _abbreviated_reason(rng: Dice) -> Phrase:
    tag = "SPEC|afk"
    form = rng.choice(["i.v.m.", "m.b.t.", "n.a.v."])
    return with_preposition(form, noun_phrase(rng, rng.choice(["work", "cause"]), depth=0).phrase, tag)


def _without(rng: Dice) -> Phrase:
    kind = rng.choice(["permit", "service", "id"])
    return with_preposition(rng.choice(["zonder", "met"]), noun_phrase(rng, kind, depth=0).phrase)


_FIXED = (
    ("in verband met", "work cause"), ("naar aanleiding van", "req doc event problem"),
    ("met betrekking tot", "req deci work"), ("op grond van", "deci req"),
    ("op basis van", "doc data"), ("door middel van", "doc id"),
    ("in plaats van", "service doc"), ("in overleg met", "official org citizen"),
    ("op verzoek van", "official org citizen"), ("in opdracht van", "org"),
)  # fmt: skip
_NEUTER = ("verband", "middel", "overleg", "verzoek")


def _fixed(rng: Dice) -> Phrase:
    """*naar aanleiding van uw brief*: a fixed preposition of three words."""
    form, kinds = rng.choice(_FIXED)
    first, noun, last = form.split(" ")
    gender = "onz" if noun in _NEUTER else "zijd"
    case = flat(
        word(first, "VZ|init"),
        (word(noun, f"N|soort|ev|basis|{gender}|stan"), "fixed"),
        (word(last, "VZ|init"), "fixed"),
    )
    inner = noun_phrase(
        rng, rng.choice(kinds.split()), shapes=["definite", "definite", "indefinite"], depth=1
    )
    return before(inner.phrase, (case, "case"))


def _article(rng: Dice) -> Phrase:
    """*op grond van artikel 2.12*."""
    form = rng.choice([str(rng.randint(1, 90)), f"{rng.randint(1, 9)}.{rng.randint(1, 30)}"])
    article = flat(word("artikel", "N|soort|ev|basis|onz|stan"), (word(form, "TW|hoofd|vrij"), "appos"))
    if rng.random() < 0.4:
        return with_preposition("volgens", article)
    parts = (word("grond", "N|soort|ev|basis|zijd|stan"), "fixed"), (word("van", "VZ|init"), "fixed")
    return before(article, (flat(word("op", "VZ|init"), *parts), "case"))


def _bare(rng: Dice) -> Phrase:
    """*bij twijfel*, *in overleg*, *op verzoek*."""
    preposition, noun = rng.choice(_BARE).split(" ")
    if noun in _PLURALS:
        return with_preposition(preposition, word(noun, "N|soort|mv|basis", _PLURALS[noun]))
    gender = "onz" if noun in ("verzoek", "overleg", "principe", "papier") else "zijd"
    return with_preposition(preposition, word(noun, f"N|soort|ev|basis|{gender}|stan"))


_BARE = (
    "bij twijfel", "bij vragen", "bij ziekte", "bij verhuizing", "op verzoek", "in overleg", "op afspraak",
    "op werkdagen", "na afloop", "op tijd", "zonder kosten", "met spoed", "in principe", "op papier",
)  # fmt: skip
_PLURALS = {"vragen": "vraag", "werkdagen": "werkdag", "kosten": "kost"}


def _doing(rng: Dice) -> Phrase:
    return with_preposition(rng.choice(["na", "bij", "voor", "door", "tijdens"]), doing(rng))


def _street(rng: Dice) -> Phrase:
    street = rng.choice(words("street")).form
    address = names([street, str(rng.randint(1, 180))])
    return with_preposition("aan", before(address, determiner("de")) if rng.random() < 0.3 else address)


_OTHER: tuple[Callable[[Dice], Phrase], ...] = (
    _way, _site, _fixed, _fixed, _fixed, _article, _bare, _bare, _doing, _doing, _place, _town,
    _occasion, _reason, _abbreviated_reason, _without, _street,
)  # fmt: skip
