"""Clauses within clauses: *dat*, *of*, *te* and relative clauses; and sentences with *zijn*, *worden*, *blijven*."""

from __future__ import annotations

from dataclasses import replace

from training.generator.adjuncts import Adjunct, amount, dated, other
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
from training.generator.nominals import (
    Nominal,
    determiner,
    noun_phrase,
    pronoun,
    pronoun_object,
    speaker,
    with_preposition,
)
from training.generator.phrases import Part, Phrase, before, commaed, flat, join, word
from training.generator.scenes import any_clause, organisation, passive, subject, transitive
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
        "mee|delen besluiten verwachten begrijpen vinden denken weten zien hopen vernemen".split()
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
    phrase = subordinate(
        rng, replace(inner, subject=Nominal(which, noun.person, "pronoun"), iobj=None, negated=False), []
    )
    return phrase


_STATES = {
    "doc": "geldig volledig duidelijk", "req": "compleet volledig duidelijk", "place": "open bereikbaar toegankelijk",
    "street": "glad gevaarlijk veilig smal", "permit": "geldig nodig", "id": "geldig nodig", "cost": "hoog laag",
    "official": "bereikbaar aanwezig", "citizen": "aanwezig welkom verantwoordelijk aansprakelijk", "build": "oud veilig klein",
    "event": "gratis openbaar", "service": "nodig gratis mogelijk", "work": "klaar nodig", "deci": "definitief openbaar duidelijk",
}  # fmt: skip


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
    clause = Clause(verb_entry(rng.choice(["betalen", "ontvangen", "krijgen", "over|maken", "terug|betalen"])), Frame(
        modal=rng.choice(["", "", "moeten", "kunnen"])), who, Nominal(sum_of_money, "ev", "late"))  # fmt: skip
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
