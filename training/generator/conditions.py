"""Sentences of more clauses: conditions, purposes, coordination."""

from __future__ import annotations

from dataclasses import replace

from training.generator.clauses import (
    conjunction,
    infinitive_clause,
    main_clause,
    order,
    question,
    subordinate,
)
from training.generator.dates import Adjunct
from training.generator.dice import Dice
from training.generator.people import pronoun, speaker
from training.generator.phrases import Part, Phrase, commaed, flat, join, word
from training.generator.scenes import (
    any_clause,
    reflexive,
    transitive,
)
from training.generator.templates import ended
from training.generator.verbal import Frame


def question_as_condition(rng: Dice) -> Phrase:
    """*Hebt u het formulier niet ontvangen, bel dan …*: loosely joined, as in the treebank."""
    condition = commaed(question(rng, any_clause(rng, who=speaker(rng))))
    dan = Part(word("dan", "BW"), "advmod", to="lex")
    if rng.random() < 0.5:
        clause = transitive(rng, who=pronoun("u"), what=Frame(), flags="i", most=1)
        adjuncts = (Adjunct(dan.phrase, "advmod"), *clause.adjuncts)
        body = order(rng, replace(clause, subject=None, iobj=None, adjuncts=adjuncts))
    else:
        body = main_clause(rng, any_clause(rng, who=speaker(rng, "wij")), dan)
    return ended(rng, join([Part(condition, "parataxis"), Part(body, "", "head")]))


SUBORDINATORS = (
    "als",
    "als",
    "als",
    "omdat",
    "zodra",
    "indien",
    "wanneer",
    "nadat",
    "voordat",
    "zolang",
    "doordat",
    "zodat",
    "hoewel",
)


def condition_first(rng: Dice) -> Phrase:
    """*Als u …, kunt u …*; with *dan* the first clause is loosely joined, as in the treebank."""
    who = speaker(rng, "wij")
    condition = subordinate(rng, any_clause(rng, who=who), [conjunction(rng.choice(SUBORDINATORS[:9]))])
    clause = any_clause(rng, who=pronoun(who.person) if rng.random() < 0.6 else None)
    if rng.random() < 0.2:
        dan = Part(word("dan", "BW"), "advmod", to="lex")
        body = main_clause(rng, clause, dan)
        return ended(rng, join([Part(commaed(condition), "parataxis"), Part(body, "", "head")]))
    if rng.random() < 0.2:
        return ended(rng, join([Part(commaed(condition), "advcl"), Part(_order_body(rng), "", "head")]))
    return ended(rng, main_clause(rng, clause, Part(commaed(condition), "advcl", to="head")))


def _order_body(rng: Dice) -> Phrase:
    clause = transitive(rng, who=pronoun("u"), what=Frame(), flags="i", most=1)
    return order(rng, replace(clause, subject=None, iobj=None))


def condition_last(rng: Dice) -> Phrase:
    """A main clause or an order, then *als u …*."""
    who = speaker(rng, "wij")
    clause = subordinate(rng, any_clause(rng, who=who), [conjunction(rng.choice(SUBORDINATORS))])
    body = _order_body(rng) if rng.random() < 0.4 else main_clause(rng, any_clause(rng))
    return ended(rng, flat(commaed_sometimes(rng, body), (clause, "advcl")))


def commaed_sometimes(rng: Dice, phrase: Phrase) -> Phrase:
    """With a comma after it, or not."""
    return phrase if rng.random() < 0.75 else commaed(phrase)


def purpose(rng: Dice) -> Phrase:
    """*om … te …* after or before the main clause; *door … te …*, *zonder … te …*."""
    who = speaker(rng, "wij")
    inner = (
        transitive(rng, who=who, what=Frame(), most=1)
        if rng.random() < 0.8
        else reflexive(rng, who=who, what=Frame())
    )
    mark = rng.choice(["om", "om", "om", "om", "door", "zonder"])
    phrase = infinitive_clause(rng, inner, [Part(word(mark, "VZ|init"), "mark")])
    clause = transitive(rng, who=who, most=1)
    if rng.random() < 0.35 and mark != "zonder":
        first = Part(commaed_sometimes(rng, phrase), "advcl", to="lex")
        return ended(rng, main_clause(rng, clause, first))
    body = main_clause(rng, replace(clause, extras=(Part(phrase, "advcl", to="lex"),)))
    return ended(rng, body)


def two_clauses(rng: Dice) -> Phrase:
    """Two main clauses with *en*, *maar* or *want*."""
    second = main_clause(rng, transitive(rng, most=1))
    form = rng.choice(["en", "en", "maar", "want"])
    cc = Part(word(form, "VG|neven"), "cc", to="second")
    body = main_clause(rng, any_clause(rng))
    body = commaed_sometimes(rng, body) if form == "en" else commaed(body)
    return ended(rng, join([Part(body, "", "head"), cc, Part(second, "conj", "second")]))
