"""Sentences around verbs: orders, questions, passives, subordinate clauses and what else letters hold."""

from __future__ import annotations

from dataclasses import replace

from training.generator.adjuncts import fronted, other
from training.generator.clauses import (
    Clause,
    main_clause,
    order,
    question,
)
from training.generator.dates import Adjunct, dated
from training.generator.dice import Dice
from training.generator.nominals import Nominal, determiner, noun_phrase
from training.generator.people import pronoun, speaker
from training.generator.phrases import Part, Phrase, join, punctuated, word
from training.generator.saying import saying
from training.generator.scenes import (
    any_clause,
    intransitive,
    is_past,
    passive,
    reflexive,
    reflexive_pronoun,
    transitive,
)
from training.generator.verbal import Frame

ER = ("er", "VNW|aanw|adv-pron|stan|red|3|getal")


def ended(rng: Dice, phrase: Phrase, mark: str = ".") -> Phrase:
    """The phrase with its final mark; now and then a list item ends without one."""
    return phrase if mark == "." and rng.random() < 0.06 else punctuated(phrase, mark)


def opener(rng: Dice, clause: Clause) -> tuple[Clause, Part]:
    """A phrase to open the clause with: an adverb, a date, a place; or the object."""
    past = is_past(clause.frame)
    chance = rng.random()
    if chance < 0.15 and clause.obj and clause.obj.shape == "definite" and not clause.negated:
        return replace(clause, obj=None), Part(clause.obj.phrase, "obj", to="lex")
    adjunct = _adjunct(rng, chance, past=past)
    if adjunct.timed:
        kept = tuple(a for a in clause.adjuncts if not a.timed)
        clause = replace(clause, adjuncts=kept)
    return clause, Part(adjunct.phrase, adjunct.dep, to="lex")


def _adjunct(rng: Dice, chance: float, *, past: bool) -> Adjunct:
    if chance < 0.5:
        return fronted(rng, past=past)
    return dated(rng, past=past) if chance < 0.8 else other(rng)


def imperative(rng: Dice) -> Phrase:
    """*Stuur het formulier binnen twee weken terug.*"""
    clause = replace(transitive(rng, who=pronoun("u"), what=Frame(), flags="i", most=3), subject=None)
    if clause.iobj and clause.iobj.phrase.words[0].form in ("u", "je"):
        clause = replace(clause, iobj=None)
    if rng.random() < 0.12:
        clause = replace(reflexive(rng, who=pronoun("u"), what=Frame()), subject=None, reflexive=_own(rng))
    return ended(rng, order(rng, clause), rng.choice("......!"))


def _own(rng: Dice) -> Phrase:
    if rng.address == "u":
        return word("u", "VNW|pr|pron|obl|vol|2|getal")
    return reflexive_pronoun("je")


def polite_order(rng: Dice) -> Phrase:
    """*Stuurt u het formulier terug.*"""
    clause = transitive(rng, who=pronoun(_addressed(rng)), what=Frame(), flags="i")
    return ended(rng, question(rng, clause))


def _addressed(rng: Dice) -> str:
    return rng.address if rng.address != "ik" else "u"


def statement(rng: Dice) -> Phrase:
    """A main clause that opens with its subject."""
    return ended(rng, main_clause(rng, any_clause(rng)))


def inversion(rng: Dice) -> Phrase:
    """A main clause that opens with something else."""
    clause, first = opener(rng, any_clause(rng))
    return ended(rng, main_clause(rng, clause, first))


def u_statement(rng: Dice) -> Phrase:
    """*u*, *je* or *wij* as subject, also after an opening."""
    who = speaker(rng, "wij", "we")
    clause = any_clause(rng, who=who)
    if rng.random() < 0.5:
        return ended(rng, main_clause(rng, clause))
    clause, first = opener(rng, clause)
    return ended(rng, main_clause(rng, clause, first))


def passive_with_agent(rng: Dice) -> Phrase:
    """*De aanvraag is door het college afgewezen.*"""
    clause = passive(rng, agent=True)
    if rng.random() < 0.3:
        clause, first = opener(rng, replace(clause, obj=None))
        return ended(rng, main_clause(rng, clause, first))
    return ended(rng, main_clause(rng, clause))


def passive_without(rng: Dice) -> Phrase:
    """*Het rijbewijs wordt op 4 maart uitgereikt.*"""
    clause, first = passive(rng, agent=False), None
    if rng.random() < 0.35:
        clause, first = opener(rng, clause)
    return ended(rng, main_clause(rng, clause, first))


def perfect(rng: Dice) -> Phrase:
    """Perfects with *zijn* and *hebben* without an object, against passives."""
    what = Frame("past" if rng.random() < 0.15 else "present", perfect=True)
    clause = intransitive(rng, what=what)
    first = None
    if rng.random() < 0.35:
        clause, first = opener(rng, clause)
    return ended(rng, main_clause(rng, clause, first))


def impersonal(rng: Dice) -> Phrase:
    """*Er wordt … gecontroleerd*, *Er zijn … ingediend*."""
    clause = passive(rng, agent=False)
    subject = (
        noun_phrase(rng, clause.subject.kind, shapes=["indefinite", "negative"]) if clause.subject else None
    )
    late = replace(clause, subject=None, obj=subject, iobj=None, negated=False)
    person = subject.person if subject else "ev"
    er = Part(word(*ER), "advmod", to="lex")
    return ended(rng, _er_clause(rng, late, person, er))


def _er_clause(rng: Dice, clause: Clause, person: str, er: Part) -> Phrase:
    """The subject stands where an object stands."""
    empty = Nominal(Phrase(()), person, "pronoun")
    subject = clause.obj
    assert subject is not None
    extra = Clause(clause.verb, clause.frame, empty, adjuncts=clause.adjuncts, complement=clause.complement)
    adjunct = Adjunct(subject.phrase, "nsubj:pass")
    place = rng.randint(0, len(extra.adjuncts))
    kept = (*extra.adjuncts[:place], adjunct, *extra.adjuncts[place:])
    return main_clause(rng, replace(extra, adjuncts=kept), er)


def yes_no(rng: Dice) -> Phrase:
    """*Hebt u het formulier al teruggestuurd?*"""
    who = speaker(rng, "wij")
    clause = any_clause(rng, who=who) if rng.random() < 0.8 else passive(rng)
    return punctuated(question(rng, replace(clause, negated=clause.frame.modal == "hoeven")), "?")


def wh_question(rng: Dice) -> Phrase:
    """*Wanneer …?*, *Welke … ?*, *Wat moet u …?*"""
    who = speaker(rng, "wij")
    clause = replace(any_clause(rng, who=who), negated=False)
    if clause.obj and rng.random() < 0.45:
        part = _what(rng, clause)
        clause = replace(clause, obj=None)
    else:
        form = rng.choice(["wanneer", "waar", "hoe", "waarom"])
        tag = "VNW|vb|adv-pron|obl|vol|3o|getal" if form == "waar" else "BW"
        part = Part(word(form, tag), "advmod", to="lex")
    if clause.frame.modal == "hoeven":
        clause = replace(clause, frame=replace(clause.frame, modal="moeten"))
    return punctuated(question(rng, clause, part), "?")


def _what(rng: Dice, clause: Clause) -> Part:
    assert clause.obj is not None
    if rng.random() < 0.4 or clause.obj.kind == "":
        return Part(word("wat", "VNW|vb|pron|stan|vol|3o|ev"), "obj", to="lex")
    noun = noun_phrase(rng, clause.obj.kind, shapes=["definite"], depth=0)
    words = noun.phrase.words
    bare = Phrase(words[noun.phrase.head :], 0)
    neuter = noun.person == "ev" and "|onz|" in words[noun.phrase.head].tag
    which = "welk" if neuter else "welke"
    det, dep = determiner(which)
    return Part(join([Part(det, dep), Part(bare, "", "head")]), "obj", to="lex")


def content_clause(rng: Dice) -> Phrase:
    """*Wij hebben besloten dat …*, *Wij verzoeken u … te …*."""
    return ended(rng, saying(rng))


def reflexive_statement(rng: Dice) -> Phrase:
    """*U kunt zich aanmelden voor …*"""
    clause, first = reflexive(rng), None
    if rng.random() < 0.3:
        clause, first = opener(rng, clause)
        return ended(rng, main_clause(rng, clause, first))
    return ended(rng, main_clause(rng, clause))


def is_to(rng: Dice) -> Phrase:
    """*De tarieven zijn te vinden op …*"""
    clause = passive(rng, agent=False, what=Frame(modal="zijn"))
    return ended(rng, main_clause(rng, replace(clause, iobj=None, frame=Frame(modal="zijn"))))


def modal_passive(rng: Dice) -> Phrase:
    """*kan worden aangevraagd*, *dient te worden betaald*, *moet zijn betaald*."""
    modal = rng.choice(["kunnen", "moeten", "zullen", "mogen", "dienen", "dienen"])
    what = Frame("present", "passive", modal, perfect=rng.random() < 0.12)
    clause, first = passive(rng, what=what), None
    if rng.random() < 0.3:
        clause, first = opener(rng, clause)
    return ended(rng, main_clause(rng, clause, first))
