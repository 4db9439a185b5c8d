"""A passive with *door* + doer → what goes where in the active voice: doer, what it is done to, verbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, agent_subject
from duidelijk.language.clauses import SUBJECTS, finite_verb, is_finite, is_main
from duidelijk.language.compounds import parts_of
from duidelijk.language.constituents import Part, head_of
from duidelijk.language.frames import OBLIGING, Frame, frame_of
from duidelijk.language.grammar import WORDEN, ZIJN, Passive
from duidelijk.language.inflection import VerbForms, verb_forms
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.wording import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASKING = frozenset({"wie", "wat", "welke", "welk", "hoeveel", "waar", "wanneer"})
_NAMING = ("N|", "SPEC", "VNW|pers")
_ALONE = frozenset({"niets", "niemand", "zelf"})
_DENYING = frozenset({"niets", "niemand", "geen", "zelf"})
_MODALS: Mapping[str, str] = {
    "kunnen": "kan kunnen kon konden kunt",
    "moeten": "moet moeten moest moesten dient dienen diende dienden",
    "hoeven": "hoeft hoeven hoefde hoefden",
    "mogen": "mag mogen mocht mochten",
    "zullen": "zal zullen zou zouden zult",
}
_MODAL: Mapping[str, str] = {form: verb for verb, forms in _MODALS.items() for form in forms.split()}
PERFECT = " hebben"
"""Behind the modal that stays, where the participle stays too: *moet hebben ingevuld*."""
_PAST = frozenset(
    {"kon", "konden", "moest", "moesten", "mocht", "mochten", "zou", "zouden", "diende", "dienden"}
    | {"hoefde", "hoefden", "werd", "werden"}
)
_LONGEST_AGENT = 9
_LONG_TAIL = 8
"""The end of a word that has so many letters is a part of it, also where it isn't cut: *boomdeskundige*."""
_POINTS_BACK = frozenset({"zijn", "haar", "hun", "diens", "elkaar", "zichzelf", "zelf", "zich", "eigen"})
_NOMINATIVE = frozenset({"ik", "wij", "u", "je", "jij", "hij", "zij", "jullie"})
_OF = frozenset({"van", "voor", "namens"})
_PRONOUNS = frozenset({"ons", "mij", "u", "jou", "je", "hem", "haar", "hen", "jullie", "uzelf"})


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What goes where: the doer, what it is done to, the other constituents, and the verbs."""

    frame: Frame
    doer: Subject
    patient: Part
    rest: tuple[Part, ...]
    helper: str
    past: bool
    verbs: tuple[VerbForms, ...]


def plan_of(found: Passive, chosen: Subject | None = None) -> Plan | None:
    """The plan; None where the Dutch isn't certain. ``chosen``: the doer, where the passive names none."""
    participle = found.participles[0]
    obliged = participle.dep_ == "xcomp" and participle.head.lemma_.lower() in OBLIGING
    frame = frame_of(participle.head if obliged else participle)
    if frame is None or frame.finite is None or _is_shared(frame) or _is_within(frame):
        return None
    first = found.agent[0].i if found.agent else -1
    agent = next((p for p in frame.parts if p[0].i <= first <= p[-1].i), ())
    doer = _doer(agent, found) if found.agent else chosen
    group = _verbs(frame, found)
    patient = frame.subject or _object(frame, found)
    if doer is None or group is None or patient is None or _is_odd(frame, patient, doer, found):
        return None
    inside = set(patient)
    parts = (*frame.middle, *frame.after)
    rest = tuple(p for p in parts if p != agent and not inside.issuperset(p) and not is_empty(p))
    return Plan(frame, doer, patient, rest, *group)


def _object(frame: Frame, found: Passive) -> Part | None:
    """What the parser takes for an object; nothing where a clause or a preposition says what is done."""
    told = next((t for t in found.participles[0].children if t.dep_ == "obj"), None)
    if told is not None:
        return next((p for p in frame.parts if told in p and head_of(p) == told), None)
    bare = [p for p in frame.middle if not _is_marked(p) and head_of(p).tag_.startswith(_NAMING)]
    return None if bare or _is_subject_lost(frame) else ()


def _is_marked(part: Part) -> bool:
    """A constituent with a preposition, or one of time (*vorige week*)."""
    return part[0].tag_.startswith("VZ") or head_of(part).dep_ in {"obl", "advmod"}


def _is_subject_lost(frame: Frame) -> bool:
    """Whether a noun in front may be the subject after all."""
    front = frame.front
    return bool(front) and not _is_marked(front) and not front[0].tag_.startswith(("BW", "VNW|aanw|adv"))


def _is_within(frame: Frame) -> bool:
    """Whether a clause without its own opener is joined to one with its verb at the end."""
    main = frame.kind in {"main", "verb-first"}
    return main and frame.predicate.dep_ == "conj" and not is_main(frame.predicate)


def _is_shared(frame: Frame) -> bool:
    """Whether another clause has the same subject: *is vastgesteld en geldt voor iedereen*."""
    behind = [t for t in frame.last.doc[frame.last.i + 1 : frame.last.sent.end] if not t.is_punct][:2]
    if len(behind) > 1 and behind[0].tag_.startswith("VG|neven") and behind[1].tag_.startswith("WW"):
        return True
    joined_to = [t for t in frame.predicate.children if t.dep_ == "conj" and finite_verb(t) is not None]
    return any(not any(c.dep_ in SUBJECTS for c in t.children) for t in joined_to)


def is_empty(part: Part) -> bool:
    """*er* that only fills the place of the subject."""
    return len(part) == 1 and part[0].lower_ == "er"


def _doer(agent: Part, found: Passive) -> Subject | None:
    """The doer as a subject, if it is someone who can do things and stands alone in its constituent."""
    words = agent[1:]
    inside = bool(agent) and agent[0].i > 0 and agent[0].nbor(-1).tag_.startswith("LID")
    if not agent or inside or agent[0].lower_ != "door" or not words or len(words) > _LONGEST_AGENT:
        return None
    quoted = any(t.is_quote or t.text == "\\" for t in words)
    if {t.i for t in agent} != {t.i for t in found.agent} or any(map(is_finite, words)) or quoted:
        return None
    if any(t.lower_ in _POINTS_BACK for t in words if len(words) > 1 or t.lower_ not in _PRONOUNS):
        return None
    subject = agent_subject(words)
    if subject is None:
        return None
    return subject if subject.text else _named(words, subject)


def _named(words: Part, subject: Subject) -> Subject | None:
    head = head_of(words)
    if head.lower_ in {"een", "één"} and (of := next((t for t in head.children if t.dep_ == "nmod"), None)):
        head = of
    joined_to = [t for t in words if t.dep_ == "conj" and t.head == head]
    pronoun = words[0] == head and head.lower_ in {"u", "ons"} and bool(joined_to)
    acts = all(map(_acts, joined_to)) and (pronoun or _acts(head))
    plain = all(t.lower_ in _OF for t in words if t.tag_.startswith("VZ"))
    opened_inside = any(t.tag_.startswith("VG|onder") for t in words)
    text = text_of(words)
    if pronoun and head.lower_ == "ons":
        text = "wij" + text[3:]
    return Subject(text, subject.plural) if acts and plain and not opened_inside else None


def _acts(noun: Token) -> bool:
    """Whether it is a name, or a noun for someone who can do things; of a compound the last part tells."""
    if noun.tag_.startswith(("SPEC", "N|eigen")):
        return True
    actors = lexicon("grammatica/handelaars").rows
    last = noun.lower_.rpartition("-")[2]
    tails = (last[at:] for at in range(2, len(last) - _LONG_TAIL + 1))
    return last in actors or parts_of(last)[-1] in actors or any(tail in actors for tail in tails)


def _verbs(frame: Frame, found: Passive) -> tuple[str, bool, tuple[VerbForms, ...]] | None:
    """The helper that stays (*hebben*, a modal, or none), whether it is past, and the verbs."""
    helper = frame.finite
    assert helper is not None
    verbs = tuple(verb for t in found.participles if (verb := verb_of(t)))
    form = helper.lower_
    others = [t.lower_ for t in frame.verbs if t not in {helper, *found.participles} and t.dep_ != "cc"]
    if len(verbs) < len(found.participles):
        return None
    if form in WORDEN and not others and (len(verbs) == 1 or not any(v.particle for v in verbs)):
        return "", form in _PAST, verbs
    if form in ZIJN and not others:
        return "hebben", form in {"was", "waren"}, verbs
    if form in _MODAL and others in (["worden"], ["te", "worden"]):
        return _MODAL[form], form in _PAST, verbs
    if form in _MODAL and others in (["zijn"], ["te", "zijn"]) and _MODAL[form] != "hoeven":
        return _MODAL[form] + PERFECT, form in _PAST, verbs
    return None


def verb_of(participle: Token) -> VerbForms | None:
    """The forms of the verb, if they hold this participle."""
    lemma = participle.lemma_.lower().replace("_", "")
    forms = verb_forms(lemma)
    return forms if forms.participle == participle.lower_ else None


def _is_odd(frame: Frame, patient: Part, doer: Subject, found: Passive) -> bool:
    """What may be misread or goes in another order: a question word, *geen*, a patient with a clause."""
    words = {t.lower_ for t in frame.front} | ({t.lower_ for t in patient} & _ALONE)
    asks = any(t.tag_.startswith("VNW|vb") or t.lower_ in _ASKING for t in frame.front)
    if asks or frame.kind == "infinitive" or not words.isdisjoint(_DENYING):
        return True
    assert frame.finite is not None
    late = frame.verbs[0] != found.participles[0]
    if any(map(is_finite, patient)) and (len(frame.parts) > 2 or late):
        return True
    if any(t.text == "," for t in patient) and frame.finite.lower_ not in WORDEN:
        return True
    return any(t in patient for t in frame.opener) and not _is_clear(frame, doer)


def _is_clear(frame: Frame, doer: Subject) -> bool:
    """Whether *die de gemeente betaalt* can be read in one way only."""
    assert frame.finite is not None
    if doer.pronoun in _NOMINATIVE:
        return True
    what = frame.predicate.head
    thing = what.tag_.startswith("N|soort") and not _acts(what)
    return thing or doer.plural != frame.finite.tag_.endswith("|mv")
