"""Fixed sentences: *contact opnemen met*, *recht hebben op*, *open van 9.00 tot 12.00 uur*."""

from __future__ import annotations

from dataclasses import replace

from training.generator.clauses import Clause, main_clause, order, question
from training.generator.dates import Adjunct, clock, dated
from training.generator.dice import Dice
from training.generator.lexicon import verb_entry, words
from training.generator.nominals import Nominal, determiner, noun_phrase, with_preposition
from training.generator.people import speaker
from training.generator.phrases import Part, Phrase, before, join, punctuated, word
from training.generator.scenes import is_past
from training.generator.verbal import Frame


def contact(rng: Dice) -> Phrase:
    """*Neem contact op met …*, *U hebt recht op …*, *Wij houden rekening met …*."""
    row = rng.choice(words("idiom"))
    verb, noun, tag, preposition, kind = row.form.split(" ")
    head = word(noun, f"N|soort|ev|basis|{tag}|stan")
    if rng.random() < 0.25 and row.lemma == "een":
        head = before(head, (word("nieuw" if tag == "onz" else "nieuwe", _ADJECTIVE[tag], "nieuw"), "amod"))
    phrase = before(head, determiner("een")) if row.lemma == "een" else head
    complement = Adjunct(
        with_preposition(preposition, noun_phrase(rng, rng.choice(kind.split(",")), depth=1).phrase), row.tag
    )
    what = rng.choice(
        [Frame(modal="kunnen"), Frame(), Frame(), Frame(perfect=True), Frame("past"), Frame(modal="moeten")]
    )
    clause = Clause(
        verb_entry(verb),
        what,
        speaker(rng, "wij", "zij"),
        Nominal(phrase, "ev", "late"),
        complement=complement,
    )
    clause = replace(clause, adjuncts=(dated(rng, past=is_past(what)),) if rng.random() < 0.5 else ())
    chance = rng.random()
    if chance < 0.35 and verb != "hebben":
        return punctuated(order(rng, replace(clause, subject=None)), ".")
    return (
        punctuated(question(rng, clause), "?") if chance < 0.55 else punctuated(main_clause(rng, clause), ".")
    )


_ADJECTIVE = {"onz": "ADJ|prenom|basis|zonder", "zijd": "ADJ|prenom|basis|met-e|stan"}


def opening_hours(rng: Dice) -> Phrase:
    """*De balie is op maandag open van 9.00 tot 12.00 uur.*"""
    place = noun_phrase(rng, "place", shapes=["definite"], depth=0)
    day = rng.choice(words("weekday"))
    top = word("zijn", "WW|pv|tgw|mv") if place.person == "mv" else word("is", "WW|pv|tgw|ev", "zijn")
    start = word(f"{rng.randint(7, 11)}.{rng.choice(['00', '30'])}", "TW|hoofd|vrij")
    when = with_preposition("op", word(day.form, day.tag))
    parts = [
        Part(place.phrase, "nsubj"), Part(top, "cop"), Part(when, "obl"),
        Part(word(rng.choice(["open", "geopend"][:1]), "ADJ|vrij|basis|zonder"), "", "head"),
        Part(with_preposition("van", start), "obl"), Part(with_preposition("tot", clock(rng)), "obl"),
    ]  # fmt: skip
    return punctuated(join(parts), ".")
