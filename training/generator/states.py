"""Relative clauses, states with *zijn*, *worden* and *blijven*, and amounts of money."""

from __future__ import annotations

from dataclasses import replace

from training.generator.adjuncts import other
from training.generator.clauses import (
    Clause,
    main_clause,
    subordinate,
)
from training.generator.dates import Adjunct, amount, dated
from training.generator.dice import Dice
from training.generator.lexicon import verb_entry
from training.generator.nominals import Nominal, noun_phrase, with_preposition
from training.generator.people import pronoun
from training.generator.phrases import Part, Phrase, commaed, flat, join, word
from training.generator.scenes import passive, subject, transitive
from training.generator.verbal import Frame, finite, forms_of


def relative(rng: Dice) -> Phrase:
    """A main clause about something with a relative clause: *De aanvraag die u hebt ingediend, …*"""
    clause = passive(rng)
    assert clause.subject is not None
    noun = clause.subject
    pronoun_form = _relative_pronoun(noun)
    if rng.random() < 0.5:
        phrase = _relative_passive(rng, noun, pronoun_form)
    else:
        phrase = _relative_object(rng, noun, pronoun_form)
    whole = Nominal(flat(noun.phrase, (commaed(phrase), "acl:relcl")), noun.person, "definite")
    return main_clause(rng, replace(clause, subject=whole))


def _relative_pronoun(noun: Nominal) -> Phrase:
    tag = noun.phrase.words[noun.phrase.head].tag
    if "|onz|" in tag:
        return word("dat", "VNW|betr|pron|stan|vol|3|ev")
    return word("die", "VNW|betr|pron|stan|vol|persoon|getal")


def _relative_object(rng: Dice, noun: Nominal, which: Phrase) -> Phrase:
    inner = transitive_about(rng, noun.kind)
    return subordinate(rng, replace(inner, obj=None, negated=False), [Part(which, "obj", to="lex")])


def transitive_about(rng: Dice, kind: str) -> Clause:
    """A clause whose object is of this class; the last resort is any clause with an object."""
    for _ in range(40):
        clause = transitive(rng, most=1)
        if clause.obj and clause.obj.kind == kind and clause.obj.shape != "negative":
            return clause
    return Clause(verb_entry("ontvangen"), Frame(perfect=True), pronoun("u"))


def _relative_passive(rng: Dice, noun: Nominal, which: Phrase) -> Phrase:
    for _ in range(40):
        inner = passive(rng)
        if inner.subject and inner.subject.kind == noun.kind:
            break
    return subordinate(
        rng, replace(inner, subject=Nominal(which, noun.person, "pronoun"), iobj=None, negated=False), []
    )


_STATES = {
    "doc": "geldig volledig duidelijk",
    "req": "compleet volledig duidelijk",
    "place": "open bereikbaar toegankelijk",
    "street": "glad gevaarlijk veilig smal",
    "permit": "geldig nodig",
    "id": "geldig nodig",
    "cost": "hoog laag",
    "official": "bereikbaar aanwezig",
    "citizen": "aanwezig welkom verantwoordelijk aansprakelijk",
    "build": "oud veilig klein",
    "event": "gratis openbaar",
    "service": "nodig gratis mogelijk",
    "work": "klaar nodig",
    "deci": "definitief openbaar duidelijk",
}


def state(rng: Dice) -> Phrase:
    """*zijn*, *worden* or *blijven* with an adjective; *worden* and *blijven* are roots with an `xcomp`."""
    kind = rng.choice(list(_STATES))
    who = noun_phrase(rng, kind, shapes=["definite"], depth=1)
    if kind == "citizen":
        who = subject(rng, "c")
    adjective = word(rng.choice(_STATES[kind].split()), "ADJ|vrij|basis|zonder")
    mods = [
        Part(m.phrase, m.dep)
        for m in rng.choice([[], [adverb_of(rng)], [dated(rng, past=False)], [other(rng)]])
    ]
    negation = [Part(word("niet", "BW"), "advmod")] if rng.random() < 0.25 else []
    verb = rng.choice(["zijn", "zijn", "zijn", "worden", "blijven"])
    top = finite(forms_of(verb), who.person, rng.choice(["present", "present", "past"]))
    if verb == "zijn":
        top_part, head = Part(top, "cop"), Part(adjective, "", "head")
    else:
        top_part, head = Part(top, "", "head"), Part(adjective, "xcomp")
    if mods and rng.random() < 0.4:
        return join([mods[0], _inverted(top_part, verb, who), Part(who.phrase, "nsubj"), *negation, head])
    return join([Part(who.phrase, "nsubj"), top_part, *mods, *negation, head])


def adverb_of(rng: Dice) -> Adjunct:
    """An adverb of time that fits a state."""
    return Adjunct(
        word(rng.choice(["nog", "altijd", "nu", "weer", "ook", "vandaag", "morgen"]), "BW"), "advmod"
    )


def _inverted(part: Part, verb: str, who: Nominal) -> Part:
    if who.person != "je":
        return part
    return Part(finite(forms_of(verb), "je", "present", inverted=True), part.dep, part.name)


def costs(rng: Dice) -> Phrase:
    """*De leges bedragen € 45,10.*, *U betaalt 120 euro aan belasting.*"""
    sum_of_money = amount(rng)
    mods = [Part(with_preposition("per", word(*rng.choice(_PERIODS))), "obl")] if rng.random() < 0.4 else []
    if rng.random() < 0.5:
        who = noun_phrase(rng, "cost", shapes=["definite"], depth=1)
        top = finite(forms_of("bedragen"), who.person, rng.choice(["present", "present", "past"]))
        return join([Part(who.phrase, "nsubj"), Part(top, "", "head"), Part(sum_of_money, "obl"), *mods])
    who = subject(rng, "c")
    verb = verb_entry(rng.choice(["betalen", "ontvangen", "krijgen", "over|maken", "terug|betalen"]))
    what = Frame(modal=rng.choice(["", "", "moeten", "kunnen"]))
    clause = Clause(verb, what, who, Nominal(sum_of_money, "ev", "late"))
    first = rng.choice([None, Part(dated(rng, past=False).phrase, "obl", to="lex")])
    return main_clause(
        rng, replace(clause, extras=tuple(Part(m.phrase, m.dep, to="lex") for m in mods)), first
    )


_PERIODS = [
    ("maand", "N|soort|ev|basis|zijd|stan"),
    ("jaar", "N|soort|ev|basis|onz|stan"),
    ("kwartaal", "N|soort|ev|basis|onz|stan"),
    ("week", "N|soort|ev|basis|zijd|stan"),
]
