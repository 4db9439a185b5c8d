"""Two clauses that share something: orders, a subject. And states told by a participle."""

from __future__ import annotations

from dataclasses import replace

from training.generator.clauses import Clause, conjunction, main_clause, order, subordinate
from training.generator.dates import dated
from training.generator.dice import Dice
from training.generator.nominals import Nominal, noun_phrase
from training.generator.people import pronoun, speaker
from training.generator.phrases import Part, Phrase, commaed, join, word
from training.generator.scenes import any_clause, is_past, transitive
from training.generator.templates import ended
from training.generator.verbal import Frame, finite, forms_of

_IT = {
    "het": ("het", "VNW|pers|pron|stan|red|3|ev|onz"),
    "deze": ("deze", "VNW|aanw|det|stan|nom|met-e|zonder-n"),
    "ze": ("ze", "VNW|pers|pron|stan|red|3|mv"),
}


def joined_orders(rng: Dice) -> Phrase:
    """*Vul het formulier in en stuur het op.*"""
    first = replace(_instruction(rng, most=1), negated=False)
    second = _instruction(rng, most=1)
    if first.obj and second.obj and rng.random() < 0.6:
        second = replace(second, obj=_it(rng, first.obj), negated=False)
    return ended(rng, _linked(rng, order(rng, first), order(rng, second)))


def _instruction(rng: Dice, *, most: int) -> Clause:
    clause = transitive(rng, who=pronoun("u"), what=Frame(), flags="i", most=most)
    return replace(clause, subject=None, iobj=None)


def _it(rng: Dice, noun: Nominal) -> Nominal:
    if noun.person == "mv":
        form = rng.choice(["ze", "deze"])
    else:
        form = "het" if "|onz|" in noun.phrase.words[noun.phrase.head].tag else "deze"
    return Nominal(word(*_IT[form]), noun.person, "pronoun")


def _linked(rng: Dice, first: Phrase, second: Phrase) -> Phrase:
    if rng.random() < 0.2:
        first = commaed(first)
    cc = Part(word(rng.choice(["en", "en", "en", "of"]), "VG|neven"), "cc", to="second")
    return join([Part(first, "", "head"), cc, Part(second, "conj", "second")])


def shared_subject(rng: Dice) -> Phrase:
    """*U vult het formulier in en stuurt het terug.*, *Wij hebben … en sturen …*"""
    who = speaker(rng, "wij", "we")
    first = transitive(rng, who=who, most=1)
    what = Frame() if not is_past(first.frame) else Frame("past")
    second = transitive(rng, who=who, what=what, most=1)
    if first.obj and second.obj and second.obj.shape != "pronoun" and rng.random() < 0.4:
        second = replace(second, obj=_it(rng, first.obj), negated=False)
    body = main_clause(rng, replace(second, subject=replace(who, phrase=Phrase(()))))
    return ended(rng, _linked(rng, main_clause(rng, first), body))


def three_parts(rng: Dice) -> Phrase:
    """A main clause with a condition before it and a reason after it."""
    who = speaker(rng, "wij")
    condition = subordinate(rng, transitive(rng, who=who, most=1), [conjunction("als")])
    first = Part(commaed(condition), "advcl", to="head")
    reason = subordinate(rng, any_clause(rng), [conjunction(rng.choice(["omdat", "zodat", "totdat"]))])
    clause = replace(transitive(rng, most=0), complement=None, extras=(Part(reason, "advcl", to="lex"),))
    return ended(rng, main_clause(rng, clause, first))


_STATES = (
    ("verplicht", "verplichten", "cop", "doc id event cost"),
    ("verboden", "verbieden", "cop", "build event waste"),
    ("toegestaan", "toestaan", "aux:pass", "build event waste"),
    ("gesloten", "sluiten", "aux:pass", "place street"),
    ("geopend", "openen", "aux:pass", "place"),
    ("afgesloten", "afsluiten", "aux:pass", "street place"),
    ("bedoeld", "bedoelen", "aux:pass", "benefit service permit"),
    ("gevestigd", "vestigen", "aux:pass", "org"),
)


def participle_state(rng: Dice) -> Phrase:
    """*Een paspoort is verplicht.*, *De weg is vanaf maandag gesloten.*"""
    form, lemma, relation, kinds = rng.choice(_STATES)
    who = noun_phrase(rng, rng.choice(kinds.split()), shapes=["definite", "definite", "indefinite"], depth=1)
    dep = "nsubj" if relation == "cop" else "nsubj:pass"
    top = Part(finite(forms_of("zijn"), who.person, rng.choice(["present", "present", "past"])), relation)
    head = Part(word(form, "WW|vd|vrij|zonder", lemma), "", "head")
    when = [Part(dated(rng, past=False).phrase, "obl")] if rng.random() < 0.6 else []
    niet = [Part(word("niet", "BW"), "advmod")] if rng.random() < 0.25 else []
    if when and rng.random() < 0.4:
        return ended(rng, join([*when, top, Part(who.phrase, dep), *niet, head]))
    return ended(rng, join([Part(who.phrase, dep), top, *when, *niet, head]))
