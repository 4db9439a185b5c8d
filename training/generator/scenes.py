"""Who does what: clauses with a verb, a subject and objects that fit it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from training.generator.adjuncts import adverb, manner, other
from training.generator.clauses import Clause
from training.generator.dates import Adjunct, dated
from training.generator.dice import Dice
from training.generator.lexicon import Verb, verbs
from training.generator.nominals import Nominal, noun_phrase, with_preposition
from training.generator.people import pronoun, pronoun_object, proper_name, speaker
from training.generator.phrases import Phrase, word
from training.generator.verbal import Frame

REFLEXIVES = {
    "u": ("zich", "VNW|refl|pron|obl|red|3|getal"),
    "je": ("je", "VNW|pr|pron|obl|red|2v|getal"),
    "ik": ("me", "VNW|pr|pron|obl|red|1|ev"),
    "wij": ("ons", "VNW|pr|pron|obl|vol|1|mv"),
}
_INTRANSITIVE_SUBJECTS = {
    "f": ["citizen"],
    "d": ["doc", "req"],
    "w": ["event", "work"],
    "i": ["permit", "deci", "id", "benefit"],
    "k": ["cost"],
    "p": ["problem"],
}


def frame(rng: Dice, *, passive: bool = False, modal: float = 0.3) -> Frame:
    """Present, past, perfect or with a modal."""
    voice = "passive" if passive else "active"
    if rng.random() < modal:
        choices = (
            ["kunnen"] * 4 + ["moeten"] * 4 + ["mogen", "zullen", "zullen", "willen", "willen", "hoeven"]
        )
        verb = rng.choice(
            [c for c in choices if not passive or c not in ("willen", "hoeven")] + ["dienen"] * 2
        )
        return Frame(tense="past" if rng.random() < 0.1 else "present", voice=voice, modal=verb)
    tense = rng.choice(["present"] * 5 + ["past"] * 3 + ["perfect"] * 4)
    if tense == "perfect":
        return Frame("past" if rng.random() < 0.12 else "present", voice, perfect=True)
    return Frame(tense, voice)


def is_past(what: Frame) -> bool:
    """Whether the clause tells of what has been."""
    return what.tense == "past" or what.perfect


def subject(rng: Dice, kind: str) -> Nominal:
    """A subject that fits: c citizen, o organisation, x both, or the letter of a class of nouns."""
    if kind in _INTRANSITIVE_SUBJECTS:
        shapes = ["definite", "definite", "indefinite"]
        return noun_phrase(rng, rng.choice(_INTRANSITIVE_SUBJECTS[kind]), shapes=shapes)
    if kind == "x":
        kind = rng.choice("co")
    if kind == "c":
        form = rng.choice([rng.address] * 10 + ["hij", "zij", "", ""])
        return pronoun(form) if form else noun_phrase(rng, "citizen")
    form = rng.choice(["wij"] * 6 + ["we"] * 3 + ["", "", "", ""])
    return pronoun(form) if form else organisation(rng)


def organisation(rng: Dice) -> Nominal:
    """An organisation, an official or a person."""
    if rng.random() < 0.15:
        return Nominal(proper_name(rng), "ev", "definite")
    return noun_phrase(
        rng, rng.choice(["org", "org", "official"]), shapes=["definite"] * 3 + ["indefinite"], depth=1
    )


def direct_object(
    rng: Dice, verb: Verb, who: Nominal | None, *, shapes: Sequence[str] = ()
) -> Nominal | None:
    """An object from the classes of the verb; a pronoun where the verb is about people."""
    if not verb.objects:
        return None
    kind = rng.choice(verb.objects)
    if kind != "@":
        return noun_phrase(rng, kind, shapes=shapes or ["definite", "definite", "indefinite"])
    own = who.person if who else ""
    return person_object(rng, own)


def person_object(rng: Dice, own: str) -> Nominal:
    """*u*, *je*, *ons* or a citizen as object, never the one who acts."""
    forms = [f for f in [rng.address] * 6 + ["wij", "hij", "zij"] if f != own]
    return pronoun_object(rng.choice(forms)) if rng.random() < 0.75 else noun_phrase(rng, "citizen", depth=1)


def adjuncts(rng: Dice, *, past: bool, most: int = 2) -> tuple[Adjunct, ...]:
    """Up to so many adjuncts, most often one or none."""
    count = min(most, rng.choice([0, 0, 0, 1, 1, 1, 2, 2, 3]))
    makers: list[Callable[[], Adjunct]] = [
        lambda: _when(rng, past=past),
        lambda: manner(rng),
        lambda: other(rng),
    ]
    return tuple(maker() for maker in rng.sample(makers, count))


def _when(rng: Dice, *, past: bool) -> Adjunct:
    return dated(rng, past=past) if rng.random() < 0.65 else adverb(rng, past=past)


def transitive(
    rng: Dice, *, who: Nominal | None = None, what: Frame | None = None, flags: str = "", most: int = 2
) -> Clause:
    """An active clause with an object; `flags` are those the verb must have."""
    fitting = [v for v in verbs("trans") if set(flags) <= set(v.flags) and (who is None or _suits(v, who))]
    verb = rng.choice(fitting)
    who = who or subject(rng, verb.subject)
    what = what or frame(rng)
    negated = what.modal == "hoeven" or rng.random() < 0.1
    obj = direct_object(rng, verb, who)
    if negated and obj and obj.shape == "indefinite":
        negated, obj = False, noun_phrase(rng, obj.kind, shapes=["negative"], depth=0)
    iobj = person_object(rng, who.person) if "d" in verb.flags and rng.random() < 0.6 else None
    return Clause(
        verb=verb, frame=what, subject=who, obj=obj, iobj=iobj, negated=negated,
        complement=complement(rng, verb) if rng.random() < 0.3 else None,
        adjuncts=adjuncts(rng, past=is_past(what), most=most),
    )  # fmt: skip


def _suits(verb: Verb, who: Nominal) -> bool:
    if verb.subject == "x":
        return True
    is_citizen = who.person in ("u", "je", "ik") or who.kind == "citizen"
    return verb.subject == ("c" if is_citizen else "o")


def complement(rng: Dice, verb: Verb) -> Adjunct | None:
    """The prepositional complement of a verb."""
    if not verb.complement:
        return None
    inner = noun_phrase(rng, rng.choice(verb.complement), depth=1)
    is_argument = verb.preposition.endswith("!")
    phrase = with_preposition(verb.preposition.rstrip("!"), inner.phrase)
    return Adjunct(phrase, "obl:arg" if is_argument else "obl")


def passive(rng: Dice, *, agent: bool | None = None, what: Frame | None = None) -> Clause:
    """A passive clause, with an agent or without; the receiver may stand in it."""
    fitting = [v for v in verbs("trans") if v.objects != ("@",) and v.forms.participle != "gekregen"]
    verb = rng.choice(fitting)
    kind = rng.choice([k for k in verb.objects if k != "@"])
    what = what or frame(rng, passive=True)
    with_agent = rng.random() < 0.35 if agent is None else agent
    clause = Clause(
        verb=verb, frame=what, agent=agent_phrase(rng, verb) if with_agent else None,
        subject=noun_phrase(rng, kind, shapes=["definite", "definite", "indefinite"]),
        negated=rng.random() < 0.1, adjuncts=adjuncts(rng, past=is_past(what)),
        complement=complement(rng, verb) if rng.random() < 0.25 else None,
    )  # fmt: skip
    if "d" in verb.flags and rng.random() < 0.4:
        return replace(clause, iobj=person_object(rng, ""), negated=False)
    return clause


def agent_phrase(rng: Dice, verb: Verb) -> Phrase:
    """Who does it in a passive: *ons*, *u*, *de gemeente*, *een deskundige*."""
    if verb.subject == "c":
        return rng.choice([pronoun_object(rng.address), noun_phrase(rng, "citizen", depth=1)]).phrase
    if rng.random() < 0.2:
        return pronoun_object("wij").phrase
    return organisation(rng).phrase


def intransitive(rng: Dice, *, who: Nominal | None = None, what: Frame | None = None) -> Clause:
    """A clause without an object: *zijn*-perfects, and verbs with a prepositional complement."""
    fitting = [v for v in verbs("intr") if who is None or v.subject == "c"]
    verb = rng.choice(fitting)
    who = who or subject(rng, verb.subject)
    what = what or frame(rng, modal=0.2)
    if what.modal in ("willen", "hoeven", "dienen") and verb.subject not in "cox":
        what = replace(what, modal="zullen")
    return Clause(
        verb=verb, frame=what, subject=who, negated=what.modal == "hoeven" or rng.random() < 0.1,
        complement=complement(rng, verb) if rng.random() < 0.75 else None,
        adjuncts=adjuncts(rng, past=is_past(what)),
    )  # fmt: skip


def reflexive(rng: Dice, *, who: Nominal | None = None, what: Frame | None = None) -> Clause:
    """*U meldt zich aan voor de cursus*."""
    verb = rng.choice(verbs("refl"))
    who = who or speaker(rng, "wij", "hij", "zij")
    what = what or frame(rng)
    return Clause(
        verb=verb, frame=what, subject=who, reflexive=reflexive_pronoun(who.person),
        complement=complement(rng, verb), adjuncts=adjuncts(rng, past=is_past(what)),
        negated=what.modal == "hoeven",
    )  # fmt: skip


def reflexive_pronoun(person: str) -> Phrase:
    """*zich*, *je*, *ons* for a person."""
    return word(*REFLEXIVES.get(person, REFLEXIVES["u"]))


def any_clause(rng: Dice, *, who: Nominal | None = None) -> Clause:
    """An active or, where the subject is open, a passive clause of any kind."""
    chance = rng.random()
    if chance < 0.5 or (who is not None and chance < 0.75):
        return transitive(rng, who=who)
    if chance < 0.75:
        return passive(rng)
    return intransitive(rng, who=who) if chance < 0.93 else reflexive(rng, who=who)
