"""A passive with *door* + doer → the same in the active voice: *is door ons berekend* → *wij hebben berekend*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, agent_subject, as_object, finite
from duidelijk.language.clauses import is_finite
from duidelijk.language.frames import Frame, Part, frame_of, head_of
from duidelijk.language.grammar import WORDEN, ZIJN, Passive
from duidelijk.language.inflection import VerbForms, verb_forms
from duidelijk.language.tabular import ends_in, lexicon
from duidelijk.suggesting.wording import Rewrite, Style, joined, opened, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_MODAL: Mapping[str, str] = {
    "kan": "kunnen", "kunnen": "kunnen", "kon": "kunnen", "konden": "kunnen", "kunt": "kunnen",
    "moet": "moeten", "moeten": "moeten", "moest": "moeten", "moesten": "moeten",
    "mag": "mogen", "mogen": "mogen", "mocht": "mogen", "mochten": "mogen",
    "zal": "zullen", "zullen": "zullen", "zou": "zullen", "zouden": "zullen", "zult": "zullen",
}  # fmt: skip
_PAST = frozenset(
    {"kon", "konden", "moest", "moesten", "mocht", "mochten", "zou", "zouden", "werd", "werden"}
)
_LONGEST_AGENT = 9
_POINTS_BACK = frozenset({"zijn", "haar", "hun", "diens", "elkaar", "zichzelf", "zelf", "zich", "eigen"})
_PRONOUNS = frozenset({"ons", "mij", "u", "jou", "je", "hem", "haar", "hen", "jullie", "uzelf"})


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """What goes where: the doer, what it is done to, the other constituents, and the verbs."""

    frame: Frame
    doer: Subject
    patient: Part
    rest: tuple[Part, ...]
    helper: str
    past: bool
    verb: VerbForms


def rewrites(seen: tuple[Sentence, Passive], style: Style) -> Iterator[Rewrite]:
    """The clause of a passive with a doer in the active voice, at most one."""
    sentence, found = seen
    plan = _plan(found) if found.agent else None
    if plan is None:
        return
    frame = plan.frame
    text = _subordinate(plan, style) if frame.kind == "subordinate" else _main(plan, style)
    if text:
        starts = all(t.is_punct or t.is_space for t in sentence.span.doc[sentence.span.start : frame.first.i])
        yield Rewrite(frame.first, frame.last, opened(text) if starts else text)


def _plan(found: Passive) -> _Plan | None:
    frame = frame_of(found.participles[0])
    if frame is None or frame.finite is None or len(found.participles) > 1:
        return None
    agent = next((p for p in frame.parts if p[0].i <= found.agent[0].i <= p[-1].i), ())
    doer = _doer(agent, found)
    group = _verbs(frame, found)
    if doer is None or group is None or not frame.subject:
        return None
    if _is_odd(frame, agent, found):
        return None
    helper, past, verb = group
    rest = tuple(p for p in (*frame.middle, *frame.after) if p != agent and p != frame.subject)
    return _Plan(frame, doer, frame.subject, rest, helper, past, verb)


def _doer(agent: Part, found: Passive) -> Subject | None:
    """The doer as a subject, if it is someone who can do things and stands alone in its constituent."""
    words = agent[1:]
    if not agent or agent[0].lower_ != "door" or not words or len(words) > _LONGEST_AGENT:
        return None
    if {t.i for t in agent} != {t.i for t in found.agent} or any(map(is_finite, words)):
        return None
    if any(t.lower_ in _POINTS_BACK for t in words if len(words) > 1 or t.lower_ not in _PRONOUNS):
        return None
    subject = agent_subject(words)
    if subject is None:
        return None
    return subject if subject.text else _named(words, subject)


def _named(words: Part, subject: Subject) -> Subject | None:
    head = head_of(words)
    actors = lexicon("grammatica/handelaars").rows
    if head.tag_.startswith("VNW") or any(t.tag_.startswith("VG|onder") for t in words):
        return None
    acts = head.tag_.startswith(("SPEC", "N|eigen")) or ends_in(head.lower_, actors)
    return Subject(text_of(words), subject.plural) if acts else None


def _verbs(frame: Frame, found: Passive) -> tuple[str, bool, VerbForms] | None:
    """The helper that stays (*hebben*, a modal, or none), whether it is past, and the verb."""
    participle, helper = found.participles[0], frame.finite
    assert helper is not None
    verb = _verb(participle)
    form, others = helper.lower_, [t.lower_ for t in frame.verbs if t not in {helper, participle}]
    if verb is None:
        return None
    if form in WORDEN and not others:
        return "", form in _PAST, verb
    if form in ZIJN and not others:
        return "hebben", form in {"was", "waren"}, verb
    if form in _MODAL and others == ["worden"]:
        return _MODAL[form], form in _PAST, verb
    return None


def _verb(participle: Token) -> VerbForms | None:
    """The forms of the verb, if they hold this participle."""
    lemma = participle.lemma_.lower().replace("_", "")
    forms = verb_forms(lemma)
    return forms if forms.participle == participle.lower_ else None


def _is_odd(frame: Frame, agent: Part, found: Passive) -> bool:
    """A relative clause with a noun as doer can be read both ways; a question word or *er* goes elsewhere."""
    patient = frame.subject
    words = {t.lower_ for t in (*patient, *frame.front)}
    if any(t.tag_.startswith("VNW|vb") or t.lower_ in {"wie", "wat", "welke", "welk"} for t in frame.front):
        return True
    if frame.kind == "infinitive" or "er" in {
        t.lower_ for p in frame.parts for t in p if t.head == found.participles[0]
    }:
        return True
    if any(t.lower_ in {"niets", "niemand", "geen"} for t in patient) or "zelf" in words:
        return True
    relative = frame.opener and frame.opener[0] in patient
    return bool(relative) and not agent[-1].tag_.startswith("VNW|p")


def _patient(plan: _Plan) -> str | None:
    words = plan.patient
    if len(words) == 1:
        if words[0].lower_ in {"zij", "ze"}:
            assert plan.frame.finite is not None
            plural = "|mv" in plan.frame.finite.tag_ or plan.frame.finite.lower_ in {
                "worden",
                "werden",
                "zijn",
            }
            return "hen" if plural else None
        return as_object(words[0])
    return text_of(words)


def _main(plan: _Plan, style: Style) -> str:
    """The doer in front, or behind the verb where something else than the patient opens the clause."""
    frame = plan.frame
    moved = bool(frame.front) and frame.front == plan.patient
    inverted = frame.kind == "verb-first" or (bool(frame.front) and not moved and not _is_agent(frame))
    verb = _finite(plan, style, inverted)
    patient = _patient(plan)
    if not verb or patient is None:
        return ""
    middle = _middle(plan, patient, moved)
    tail = _tail(plan)
    doer = plan.doer.text
    if frame.kind == "verb-first":
        return joined(verb, doer, middle, tail, _after(plan))
    if inverted:
        return joined(_front(frame), verb, doer, middle, tail, _after(plan))
    return joined(doer, verb, middle, tail, _after(plan))


def _is_agent(frame: Frame) -> bool:
    return bool(frame.front) and frame.front[0].lower_ == "door"


def _front(frame: Frame) -> str:
    text = text_of(frame.front)
    doc = frame.front[-1].doc
    return text + "," if doc[frame.front[-1].i + 1].text == "," else text


def _subordinate(plan: _Plan, style: Style) -> str:
    frame = plan.frame
    patient = _patient(plan)
    relative = frame.opener[0] in plan.patient or any(t in plan.patient for t in frame.opener)
    if patient is None:
        return ""
    verb = _finite(plan, style, inverted=False)
    middle = _middle(plan, "" if relative else patient, moved=False)
    if not plan.helper:
        verbs = plan.verb.joined(verb)
    elif frame.finite is not None and frame.verbs[0] == frame.finite:
        verbs = joined(verb, _tail(plan))
    else:
        verbs = joined(_tail(plan), verb)
    return joined(text_of(frame.opener), plan.doer.text, middle, verbs, _after(plan))


def _finite(plan: _Plan, style: Style, inverted: bool) -> str:
    verb: str | VerbForms = plan.helper or plan.verb
    return finite(verb, plan.doer, past=plan.past, inverted=inverted, have=style.have)


def _tail(plan: _Plan) -> str:
    """What stands at the end: the participle, the infinitive or the particle."""
    if plan.helper == "hebben":
        return plan.verb.participle
    return plan.verb.infinitive if plan.helper else plan.verb.particle


def _middle(plan: _Plan, patient: str, moved: bool) -> str:
    """The patient first where it is known (*uw aanvraag*), else where it stood or behind the times."""
    frame = plan.frame
    parts = [p for p in frame.middle if p in plan.rest]
    texts = [text_of(p) for p in parts]
    stood = next(
        (
            n
            for n, p in enumerate(q for q in frame.middle if q in plan.rest or q == frame.subject)
            if p == frame.subject
        ),
        None,
    )
    if moved or stood is None:
        at = 0 if _is_known(plan.patient) else sum(1 for _ in _leading(parts))
    else:
        at = 0 if _is_known(plan.patient) and len(plan.patient) == 1 else stood
    return joined(*texts[:at], patient, *texts[at:])


def _leading(parts: list[Part]) -> Iterator[Part]:
    """The constituents of time and manner before which an unknown object doesn't go."""
    for part in parts:
        head = head_of(part)
        if head.dep_ not in {"advmod", "obl"} or part[0].lower_ in {"aan", "naar", "met", "tot", "niet"}:
            return
        yield part


def _is_known(patient: Part) -> bool:
    """*uw aanvraag*, *de brief*, *dit*, a name; not *een brief*, *brieven*."""
    head = head_of(patient)
    first = patient[0]
    return head.tag_.startswith(("VNW", "SPEC", "N|eigen")) or first.tag_.startswith(
        ("LID|bep", "VNW|bez", "VNW|aanw")
    )


def _after(plan: _Plan) -> str:
    return joined(*(text_of(p) for p in plan.frame.after if p in plan.rest))
