"""Clauses: subject, objects and adjuncts around the verbs, in the order of each kind of clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from training.generator.dates import Adjunct
from training.generator.dice import Dice
from training.generator.lexicon import Verb
from training.generator.nominals import Nominal, with_preposition
from training.generator.phrases import Part, Phrase, before, flat, join, word
from training.generator.verbal import PRESENT, Frame, conjugate, imperative, split_particle


@dataclass(frozen=True)
class Clause:
    """What a clause says; the functions below put it in order. `extras` are added after all else."""

    verb: Verb
    frame: Frame = PRESENT
    subject: Nominal | None = None
    obj: Nominal | None = None
    iobj: Nominal | None = None
    reflexive: Phrase | None = None
    complement: Adjunct | None = None
    agent: Phrase | None = None
    adjuncts: tuple[Adjunct, ...] = ()
    negated: bool = False
    extras: tuple[Part, ...] = ()


def main_clause(rng: Dice, clause: Clause, first: Part | None = None) -> Phrase:
    """A main clause; it opens with `first` or with its subject."""
    subject = clause.subject
    person = subject.person if subject else "ev"
    verbs = conjugate(rng, clause.verb, clause.frame, person, inverted=first is not None)
    subject_part = _subject(subject, verbs.subject_dep, verbs.subject_to)
    opening = [first, verbs.finite, *subject_part] if first else [*subject_part, verbs.finite]
    return _finish(
        [*opening, *_middle(rng, clause), *split_particle(clause.verb.forms, verbs.end), *clause.extras]
    )


def question(rng: Dice, clause: Clause, opening: Part | None = None) -> Phrase:
    """A question that starts with its verb, or with a question word and then its verb."""
    subject = clause.subject
    verbs = conjugate(rng, clause.verb, clause.frame, subject.person if subject else "ev", inverted=True)
    subject_part = _subject(subject, verbs.subject_dep, verbs.subject_to)
    start = [opening] if opening else []
    end = split_particle(clause.verb.forms, verbs.end)
    return _finish([*start, verbs.finite, *subject_part, *_middle(rng, clause), *end, *clause.extras])


def order(rng: Dice, clause: Clause) -> Phrase:
    """An imperative clause."""
    top, tail = imperative(clause.verb)
    return _finish([top, *_middle(rng, clause), *tail, *clause.extras])


def subordinate(rng: Dice, clause: Clause, opening: Sequence[Part]) -> Phrase:
    """A clause with its verbs at the end, after a conjunction or relative pronoun."""
    subject = clause.subject
    verbs = conjugate(rng, clause.verb, clause.frame, subject.person if subject else "ev", inverted=False)
    subject_part = _subject(subject, verbs.subject_dep, verbs.subject_to)
    end = split_particle(clause.verb.forms, verbs.subordinate)
    return _finish([*opening, *subject_part, *_middle(rng, clause), *end, *clause.extras])


def infinitive_clause(rng: Dice, clause: Clause, opening: Sequence[Part] = ()) -> Phrase:
    """*(om) … te betalen*: no subject, the infinitive with *te* at the end."""
    forms = clause.verb.forms
    te = Part(word("te", "VZ|init"), "mark")
    lexical = Part(word(forms.infinitive, "WW|inf|vrij|zonder", forms.infinitive), "", "head")
    end = split_particle(forms, (te, lexical))
    return _finish([*opening, *_middle(rng, clause), *end, *clause.extras])


def bare_infinitive(rng: Dice, clause: Clause) -> Phrase:
    """*Paspoort aanvragen*: a heading."""
    forms = clause.verb.forms
    lexical = Part(word(forms.infinitive, "WW|inf|vrij|zonder", forms.infinitive), "", "head")
    return _finish([*_middle(rng, clause), lexical])


def conjunction(form: str) -> Part:
    """*als*, *dat*, *omdat* as the start of a subordinate clause."""
    return Part(word(form, "VG|onder"), "mark", to="lex")


def _subject(subject: Nominal | None, dep: str, to: str) -> list[Part]:
    return [Part(subject.phrase, dep, to=to)] if subject else []


def _finish(parts: Sequence[Part]) -> Phrase:
    """One phrase; where the clause has one verb, that is both head and lexical verb."""
    names = {part.name for part in parts}
    if "lex" in names:
        return join(parts)
    return join([Part(p.phrase, p.dep, p.name, "head" if p.to == "lex" else p.to) for p in parts])


def _middle(rng: Dice, clause: Clause) -> list[Part]:
    """Between subject and last verb: pronouns, then adjuncts and objects, what is new last."""
    parts: list[Part] = []
    if clause.reflexive:
        parts.append(Part(clause.reflexive, "expl:pv", to="lex"))
    objects = [(clause.iobj, "iobj"), (clause.obj, "obj")]
    late: list[Part] = []
    early: list[Part] = []
    for nominal, dep in objects:
        if nominal is None:
            continue
        part = Part(nominal.phrase, dep, to="lex")
        if nominal.shape == "pronoun":
            parts.append(part)
        elif dep == "iobj" or (nominal.shape == "definite" and rng.random() < 0.6) or clause.negated:
            early.append(part)
        else:
            late.append(part)
    adjuncts = [Part(a.phrase, a.dep, to="lex") for a in clause.adjuncts]
    split = rng.randint(0, len(adjuncts))
    middle = [*adjuncts[:split], *early, *adjuncts[split:]]
    if clause.negated:
        middle.append(Part(_negation(rng), "advmod", to="lex"))
    return [*parts, *middle, *_agent(clause), *late, *_complement(clause)]


def _negation(rng: Dice) -> Phrase:
    """*niet*, *nog niet*, *niet meer*, *nooit*."""
    chance = rng.random()
    niet = word("niet", "BW")
    if chance < 0.12:
        return before(niet, (word(rng.choice(["nog", "ook"]), "BW"), "advmod"))
    if chance < 0.24:
        meer = word("meer", "VNW|onbep|grad|stan|vrij|zonder|comp", "veel")
        return flat(niet, (meer, "advmod"))
    return word("nooit", "BW") if chance < 0.32 else niet


def _agent(clause: Clause) -> list[Part]:
    if clause.agent is None:
        return []
    return [Part(with_preposition("door", clause.agent), "obl:agent", to="lex")]


def _complement(clause: Clause) -> list[Part]:
    return [Part(clause.complement.phrase, clause.complement.dep, to="lex")] if clause.complement else []
