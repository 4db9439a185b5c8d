"""Dates, times, terms and amounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from training.generator.dice import Dice
from training.generator.lexicon import words
from training.generator.nominals import NUMBERS, determiner, with_preposition
from training.generator.phrases import Part, Phrase, before, flat, join, word


@dataclass(frozen=True)
class Adjunct:
    """A phrase with its relation; `timed` if it says when."""

    phrase: Phrase
    dep: str
    timed: bool = False


def entry(rng: Dice, kind: str) -> Phrase:
    """A word of a kind."""
    entry = rng.choice(words(kind))
    return word(entry.form, entry.tag, entry.lemma)


def month(rng: Dice) -> Phrase:
    """The name of a month."""
    return entry(rng, "month")


def date(rng: Dice) -> Phrase:
    """*1 maart*, *1 maart 2025*, *15-04-2025*."""
    if rng.random() < 0.08:
        form = f"{rng.randint(1, 28):02}-{rng.randint(1, 12):02}-{rng.randint(2021, 2027)}"
        return word(form, "TW|hoofd|vrij")
    parts = [(month(rng), "flat")]
    if rng.random() < 0.4:
        parts.append((word(str(rng.randint(2019, 2028)), "TW|hoofd|vrij"), "flat"))
    return flat(word(str(rng.randint(1, 31)), "TW|hoofd|vrij"), *parts)


def clock(rng: Dice) -> Phrase:
    """*19.30 uur*."""
    form = f"{rng.randint(8, 22)}.{rng.choice(['00', '15', '30', '45'])}"
    return flat(word(form, "TW|hoofd|vrij"), (word("uur", "N|soort|ev|basis|onz|stan"), "fixed"))


def amount(rng: Dice, *, prenominal: bool = False) -> Phrase:
    """*€ 62,50* or *145 euro*."""
    number = rng.choice(
        [
            str(rng.randint(5, 950)),
            f"{rng.randint(1, 480)},{rng.randint(10, 99)}",
            f"{rng.randint(1, 90)}.{rng.randint(100, 999)}",
        ]
    )
    if rng.random() < 0.55 and not prenominal:
        return flat(word("€", "SPEC|symb"), (word(number, "TW|hoofd|vrij"), "fixed"))
    return before(
        word("euro", "N|soort|ev|basis|zijd|stan"), (word(number, "TW|hoofd|prenom|stan"), "nummod")
    )


def dated(rng: Dice, *, past: bool) -> Adjunct:
    """A date or a term with its preposition."""
    makers = _PAST if past else _FUTURE
    return Adjunct(rng.choice(makers)(rng), "obl", timed=True)


def _on_date(rng: Dice) -> Phrase:
    return with_preposition("op", date(rng))


def _weekday_date(rng: Dice) -> Phrase:
    day = entry(rng, "weekday")
    return with_preposition("op", flat(day, (date(rng), "nmod")) if rng.random() < 0.6 else day)


def _weekday(rng: Dice) -> Phrase:
    return entry(rng, "weekday")


def _limit(rng: Dice) -> Phrase:
    return with_preposition(rng.choice(["voor", "vóór", "vanaf", "tot", "na", "per", "rond"]), date(rng))


def _latest(rng: Dice) -> Phrase:
    return before(date(rng), (word("uiterlijk", "ADJ|vrij|basis|zonder"), "advmod"))


def _starting(rng: Dice) -> Phrase:
    head = flat(
        word("met", "VZ|init"),
        (word("ingang", "N|soort|ev|basis|zijd|stan"), "fixed"),
        (word("van", "VZ|init"), "fixed"),
    )
    return before(date(rng), (head, "case"))


_UNITS = (
    ("week", "weken", "zijd"),
    ("dag", "dagen", "zijd"),
    ("maand", "maanden", "zijd"),
    ("werkdag", "werkdagen", "zijd"),
)


def _term(rng: Dice) -> Phrase:
    unit, plural, _ = rng.choice(_UNITS)
    number = rng.choice([*NUMBERS, "2", "3", "6", "8", "10", "14", "30"])
    noun = before(word(plural, "N|soort|mv|basis", unit), (word(number, "TW|hoofd|prenom|stan"), "nummod"))
    return with_preposition(rng.choice(["binnen", "binnen", "na", "over"]), noun)


def _week(rng: Dice, adjective: str, tag: str, lemma: str) -> Phrase:
    unit = rng.choice(["week", "maand"])
    return before(word(unit, "N|soort|ev|basis|zijd|stan"), (word(adjective, tag, lemma), "amod"))


def _next(rng: Dice) -> Phrase:
    return _week(rng, "volgende", "WW|od|prenom|met-e", "volgen")


def _last(rng: Dice) -> Phrase:
    if rng.random() < 0.3:
        return before(
            word("jaar", "N|soort|ev|basis|onz|stan"), (word("vorig", "ADJ|prenom|basis|zonder"), "amod")
        )
    return _week(rng, "vorige", "ADJ|prenom|basis|met-e|stan", "vorig")


def _every(rng: Dice) -> Phrase:
    if rng.random() < 0.5:
        return before(word("jaar", "N|soort|ev|basis|onz|stan"), determiner("elk"))
    return before(
        word(rng.choice(["week", "maand", "dag"]), "N|soort|ev|basis|zijd|stan"), determiner("elke")
    )


def _this(rng: Dice) -> Phrase:
    if rng.random() < 0.4:
        return before(word("jaar", "N|soort|ev|basis|onz|stan"), determiner("dit"))
    return before(word(rng.choice(["week", "maand"]), "N|soort|ev|basis|zijd|stan"), determiner("deze"))


def _year(rng: Dice) -> Phrase:
    return with_preposition("in", word(str(rng.randint(2019, 2028)), "TW|hoofd|vrij"))


def _month(rng: Dice) -> Phrase:
    return with_preposition("in", month(rng))


def _hour(rng: Dice) -> Phrase:
    return with_preposition(rng.choice(["om", "vanaf", "tot", "na"]), clock(rng))


def _between(rng: Dice) -> Phrase:
    end = clock(rng)
    start = word(f"{rng.randint(7, 11)}.{rng.choice(['00', '30'])}", "TW|hoofd|vrij")
    pair = join(
        [Part(start, "", "head"), Part(word("en", "VG|neven"), "cc", to="end"), Part(end, "conj", "end")]
    )
    return with_preposition("tussen", pair)


_PAST: tuple[Callable[[Dice], Phrase], ...] = (_on_date, _on_date, _weekday_date, _last, _year, _month)
_FUTURE: tuple[Callable[[Dice], Phrase], ...] = (
    _on_date, _weekday_date, _weekday, _limit, _limit, _latest, _starting, _term, _term, _next, _every, _this,
    _month, _hour, _between,
)  # fmt: skip
