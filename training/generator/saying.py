"""Clauses within clauses: *dat*, *of*, *te*."""

from __future__ import annotations

from dataclasses import replace

from training.generator.clauses import (
    Clause,
    conjunction,
    infinitive_clause,
    main_clause,
    question,
    subordinate,
)
from training.generator.dice import Dice
from training.generator.lexicon import verb_entry
from training.generator.nominals import Nominal, determiner, noun_phrase
from training.generator.people import pronoun, pronoun_object, speaker
from training.generator.phrases import Part, Phrase, before, flat, join, word
from training.generator.scenes import any_clause, organisation, transitive
from training.generator.verbal import Frame, finite, forms_of


def saying(rng: Dice) -> Phrase:
    """A clause with a clause in it."""
    return rng.choice([_that, _that, _whether, _request, _trying, _is_adjective_to, _reason_to])(rng)


def _speaker(rng: Dice) -> Nominal:
    return rng.choice([pronoun("wij"), pronoun("we"), speaker(rng), organisation(rng)])


def _frame(rng: Dice) -> Frame:
    return rng.choice([Frame(), Frame(), Frame("past"), Frame(perfect=True), Frame(modal="kunnen")])


def _that(rng: Dice) -> Phrase:
    verb = rng.choice(
        [
            "mee|delen",
            "besluiten",
            "verwachten",
            "begrijpen",
            "vinden",
            "denken",
            "weten",
            "zien",
            "hopen",
            "vernemen",
        ]
    )
    inner = subordinate(rng, any_clause(rng), [conjunction("dat")])
    extras = (Part(inner, "ccomp", to="lex"),)
    clause = Clause(verb_entry(verb), _frame(rng), _speaker(rng), extras=extras)
    if verb == "mee|delen" and clause.subject and clause.subject.person != rng.address:
        clause = replace(clause, iobj=pronoun_object(rng.address))
    if rng.random() < 0.25:
        hereby = Part(
            word(rng.choice(["hierbij", "daarom", "inmiddels", "helaas"]), "BW"), "advmod", to="lex"
        )
        return main_clause(rng, clause, hereby)
    if rng.random() < 0.2:
        return _impersonal_that(rng, inner)
    return main_clause(rng, clause)


def _impersonal_that(rng: Dice, inner: Phrase) -> Phrase:
    """*Er is besloten dat …*"""
    verb = verb_entry(
        rng.choice(["besluiten", "af|spreken", "vast|stellen", "bepalen", "over|een|komen"][:4])
    )
    what = Frame("present" if rng.random() < 0.7 else "past", "passive", perfect=rng.random() < 0.6)
    empty = Nominal(Phrase(()), "ev", "pronoun")
    er = Part(word("er", "VNW|aanw|adv-pron|stan|red|3|getal"), "advmod", to="lex")
    return main_clause(rng, Clause(verb, what, empty, extras=(Part(inner, "ccomp", to="lex"),)), er)


def _whether(rng: Dice) -> Phrase:
    verb = verb_entry(rng.choice(["weten", "na|gaan", "controleren", "onderzoeken", "beoordelen", "vragen"]))
    inner_clause = any_clause(rng)
    if rng.random() < 0.6:
        inner = subordinate(rng, inner_clause, [conjunction("of")])
    else:
        form = rng.choice(["wanneer", "hoe", "waarom"])
        inner = subordinate(rng, inner_clause, [Part(word(form, "BW"), "advmod", to="lex")])
    clause = Clause(verb, _frame(rng), _speaker(rng), extras=(Part(inner, "ccomp", to="lex"),))
    return question(rng, clause) if rng.random() < 0.3 else main_clause(rng, clause)


def _request(rng: Dice) -> Phrase:
    """*Wij verzoeken u (om) het formulier op te sturen.*"""
    verb = verb_entry(rng.choice(["verzoeken", "vragen", "adviseren", "aan|raden"]))
    inner = transitive(rng, who=pronoun(rng.address), what=Frame(), most=2)
    om = [Part(word("om", "VZ|init"), "mark")] if rng.random() < 0.5 else []
    phrase = infinitive_clause(rng, inner, om)
    who = rng.choice([pronoun("wij"), pronoun("we"), organisation(rng)])
    clause = Clause(verb, _frame(rng), who, iobj=pronoun_object(rng.address))
    body = replace(clause, extras=(Part(phrase, "xcomp", to="lex"),))
    if rng.random() < 0.3:
        first = Part(word(rng.choice(["daarom", "hierbij", "verder"][:2]), "BW"), "advmod", to="lex")
        return main_clause(rng, body, first)
    return main_clause(rng, body)


def _trying(rng: Dice) -> Phrase:
    verb = verb_entry(rng.choice(["proberen", "hopen", "verwachten", "weigeren", "beloven", "besluiten"]))
    who = rng.choice([pronoun("wij"), pronoun("we"), speaker(rng), organisation(rng)])
    phrase = infinitive_clause(rng, transitive(rng, who=who, what=Frame(), most=2))
    return main_clause(rng, Clause(verb, _frame(rng), who, extras=(Part(phrase, "xcomp", to="lex"),)))


_TO = ("belangrijk", "mogelijk", "nodig", "verstandig", "verplicht", "noodzakelijk", "raadzaam", "handig")


def _is_adjective_to(rng: Dice) -> Phrase:
    """*Het is belangrijk om / dat …*"""
    adjective = rng.choice(_TO)
    tag = "WW|vd|vrij|zonder" if adjective == "verplicht" else "ADJ|vrij|basis|zonder"
    head = word(adjective, tag, "verplichten" if adjective == "verplicht" else adjective)
    het = word("het", "VNW|pers|pron|stan|red|3|ev|onz")
    copula = finite(forms_of("zijn"), "ev", rng.choice(["present", "present", "present", "past"]))
    if rng.random() < 0.5:
        inner = infinitive_clause(rng, transitive(rng, who=pronoun(rng.address), what=Frame()), _om(rng))
    else:
        inner = subordinate(rng, any_clause(rng), [conjunction("dat")])
    degree = [Part(word(rng.choice(["niet", "ook", "wel"]), "BW"), "advmod")] if rng.random() < 0.4 else []
    start = [Part(het, "expl"), Part(copula, "cop")]
    if rng.random() < 0.25:
        start = [Part(word("daarom", "BW"), "advmod"), Part(copula, "cop"), Part(het, "expl")]
    return join([*start, *degree, Part(head, "", "head"), Part(inner, "csubj")])


def _om(rng: Dice) -> list[Part]:
    return [Part(word("om", "VZ|init"), "mark")] if rng.random() < 0.8 else []


def _reason_to(rng: Dice) -> Phrase:
    """*U krijgt de gelegenheid om …*: an infinitive clause that hangs from a noun."""
    noun = rng.choice(["gelegenheid", "mogelijkheid", "plicht", "keuze", "kans"])
    inner = infinitive_clause(rng, transitive(rng, who=pronoun(rng.address), what=Frame()), _om(rng))
    tag = "N|soort|ev|basis|zijd|stan"
    phrase = before(flat(word(noun, tag), (inner, "acl")), determiner(rng.choice(["de", "een"])))
    who = rng.choice([pronoun(rng.address), noun_phrase(rng, "citizen", depth=0)])
    return main_clause(rng, Clause(verb_entry("hebben"), Frame(), who, Nominal(phrase, "ev", "late")))
