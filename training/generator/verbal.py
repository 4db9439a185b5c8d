"""The verbs of a clause: which form each one takes, and in what order they stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from duidelijk.language.inflection import VerbForms, verb_forms
from training.generator.dice import Dice
from training.generator.lexicon import Verb
from training.generator.phrases import Part, Phrase, word

INFINITIVE, PARTICIPLE, LONG_INFINITIVE = "WW|inf|vrij|zonder", "WW|vd|vrij|zonder", "te"
AUXILIARIES = ("kunnen", "moeten", "zullen", "mogen")
MATRIX = ("willen", "hoeven", "dienen", "gaan", "proberen", "blijven", "verwachten", "weigeren")
WITH_TE = ("hoeven", "dienen", "proberen", "verwachten", "weigeren", "zijn")
_ADJECTIVES = ("vast", "goed", "vrij", "open", "kwijt", "dicht", "klaar", "ziek", "bekend")
_PARTICLE_TAGS = {
    "deel": "N|soort|ev|basis|onz|stan",
    "plaats": "N|soort|ev|basis|zijd|stan",
    "stop": "N|soort|ev|basis|zijd|stan",
    **dict.fromkeys(_ADJECTIVES, "ADJ|vrij|basis|zonder"),
    **dict.fromkeys(("terug", "weg", "samen", "neer"), "BW"),
}


@dataclass(frozen=True)
class Frame:
    """Tense, voice and modal of a clause."""

    tense: str = "present"
    voice: str = "active"
    modal: str = ""
    perfect: bool = False


PRESENT = Frame()


@dataclass(frozen=True)
class Verbs:
    """The finite verb, the verbs and particle at the end of a main clause, and those of a subordinate one."""

    finite: Part
    end: tuple[Part, ...]
    subordinate: tuple[Part, ...]
    subject_to: str
    subject_dep: str


@cache
def forms_of(infinitive: str) -> VerbForms:
    """The forms of a verb."""
    return verb_forms(infinitive)


def finite(forms: VerbForms, person: str, tense: str, *, inverted: bool = False, lemma: str = "") -> Phrase:
    """The finite form without its particle, with its tag; *heeft* for *u* comes from `u_form`."""
    lemma = lemma or forms.infinitive
    if person in ("wij", "mv"):
        plural = forms.past_plural if tense == "past" else forms.present_plural
        return word(plural, f"WW|pv|{'verl' if tense == 'past' else 'tgw'}|mv", lemma)
    if tense == "past":
        return word(forms.past_singular, "WW|pv|verl|ev", lemma)
    if person == "ik" or (person == "je" and inverted):
        return word(forms.present_1, "WW|pv|tgw|ev", lemma)
    form = _second(forms) if person in ("u", "je") else forms.present_3
    is_plain = form == forms.present_1 or form == "is"
    return word(form, "WW|pv|tgw|ev" if is_plain else "WW|pv|tgw|met-t", lemma)


_SECOND = {"zijn": "bent", "kunnen": "kunt", "zullen": "zult", "willen": "wilt", "hebben": "hebt"}


def _second(forms: VerbForms) -> str:
    return _SECOND.get(forms.infinitive, forms.present_3)


def u_form(rng: Dice, phrase: Phrase) -> Phrase:
    """For *u*: *heeft* as often as *hebt*."""
    first = phrase.words[0]
    if first.form == "hebt" and rng.random() < 0.5:
        return word("heeft", "WW|pv|tgw|met-t", first.lemma)
    return phrase


def particle(forms: VerbForms) -> Part:
    """The particle as a part of its own."""
    tag = _PARTICLE_TAGS.get(forms.particle, "VZ|fin")
    return Part(word(forms.particle, tag), "compound:prt", to="lex")


def imperative(verb: Verb) -> tuple[Part, tuple[Part, ...]]:
    """The imperative and what stands at the end of its clause."""
    forms = verb.forms
    tail = (particle(forms),) if forms.particle else ()
    return Part(word(forms.present_1, "WW|pv|tgw|ev", forms.infinitive), "", "head"), tail


def conjugate(rng: Dice, verb: Verb, frame: Frame, person: str, *, inverted: bool) -> Verbs:
    """The verbs of a clause with this subject; `lex` names the lexical verb, `head` the root."""
    passive = frame.voice == "passive"
    auxiliaries, lexical = _chain(verb, frame)
    is_matrix = frame.modal in MATRIX
    dep = "nsubj:pass" if passive and not is_matrix else "nsubj"
    tail = _lexical(verb.forms, lexical, is_matrix=is_matrix)
    if not auxiliaries:
        return _simple(rng, verb.forms, frame.tense, person, inverted=inverted)
    first, *rest = auxiliaries
    top = finite(forms_of(first[0]), person, frame.tense, inverted=inverted)
    top = u_form(rng, top) if person == "u" else top
    relation = "" if is_matrix else first[1]
    top_part = Part(top, relation, "head" if is_matrix else "", to="lex")
    others = tuple(Part(word(form, tag, lemma), name, to="lex") for form, tag, lemma, name in _rest(rest))
    after_participle = passive and lexical == PARTICIPLE and rng.random() < 0.5 and not _has_te(frame)
    end = (*tail, *others) if after_participle else _ordered(tail, others, frame)
    sub = (
        (*tail, top_part, *others)
        if after_participle or (not frame.modal and rng.random() < 0.5)
        else (top_part, *end)
    )
    return Verbs(top_part, end, sub, "head" if is_matrix else "lex", dep)


def _has_te(frame: Frame) -> bool:
    return frame.modal in WITH_TE


def _ordered(tail: tuple[Part, ...], others: tuple[Part, ...], frame: Frame) -> tuple[Part, ...]:
    """*te worden betaald*, *worden aangevraagd*; the particle of *op te sturen* stands before *te*."""
    if _has_te(frame) and not others:
        te = Part(word("te", "VZ|init"), "mark", to="lex")
        return (*tail[:-1], te, tail[-1])
    if _has_te(frame):
        return (Part(word("te", "VZ|init"), "mark", to="lex"), *others, *tail)
    return (*others, *tail)


def _chain(verb: Verb, frame: Frame) -> tuple[list[tuple[str, str]], str]:
    """(infinitive, relation) of every verb above the lexical one, and the form of the lexical one."""
    chain: list[tuple[str, str]] = [(frame.modal, "aux")] if frame.modal else []
    if frame.voice == "passive":
        return [*chain, ("zijn" if frame.perfect else "worden", "aux:pass")], PARTICIPLE
    if frame.perfect:
        return [*chain, (_auxiliary(verb), "aux")], PARTICIPLE
    return chain, INFINITIVE


def _auxiliary(verb: Verb) -> str:
    if "zijn" in verb.flags:
        return "zijn"
    return "hebben"


def _rest(rest: list[tuple[str, str]]) -> list[tuple[str, str, str, str]]:
    return [(infinitive, INFINITIVE, infinitive, dep) for infinitive, dep in rest]


def _lexical(forms: VerbForms, form: str, *, is_matrix: bool) -> tuple[Part, ...]:
    """The lexical verb; apart from its particle where *te* comes between."""
    dep, name = ("xcomp", "lex") if is_matrix else ("", "head")
    if form == PARTICIPLE:
        return (Part(word(forms.participle, PARTICIPLE, forms.infinitive), dep, name),)
    return (Part(word(forms.infinitive, INFINITIVE, forms.infinitive), dep, name),)


def split_particle(forms: VerbForms, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """*te opsturen* becomes *op te sturen*."""
    places = [i for i, part in enumerate(parts) if part.phrase.words[0].form == "te"]
    if not parts:
        return parts
    last = parts[-1].phrase.words[0]
    if not places or not forms.particle or last.form != forms.infinitive:
        return parts
    base = word(forms.infinitive[len(forms.particle) :], INFINITIVE, forms.infinitive)
    return (
        *parts[: places[-1]],
        particle(forms),
        parts[places[-1]],
        Part(base, parts[-1].dep, parts[-1].name),
    )


def _simple(rng: Dice, forms: VerbForms, tense: str, person: str, *, inverted: bool) -> Verbs:
    top = finite(forms, person, tense, inverted=inverted)
    tail = (particle(forms),) if forms.particle else ()
    first = finite(forms, person, tense).words[0]
    joined = word(forms.joined(first.form), first.tag, forms.infinitive)
    return Verbs(Part(top, "", "head"), tail, (Part(joined, "", "head"),), "lex", "nsubj")
