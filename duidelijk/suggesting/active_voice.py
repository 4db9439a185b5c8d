"""A passive with *door* + doer → the active voice: *is door ons berekend* → *wij hebben berekend*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, as_object, finite
from duidelijk.language.constituents import Part, head_of
from duidelijk.language.frames import Frame
from duidelijk.language.grammar import Passive
from duidelijk.language.inflection import VerbForms
from duidelijk.suggesting.passive_plan import PERFECT, Plan, is_empty, plan_of
from duidelijk.suggesting.wording import Rewrite, Style, joined, opened, text_of, with_comma

if TYPE_CHECKING:
    from duidelijk.language.analysis import Sentence


def rewrites(seen: tuple[Sentence, Passive], style: Style) -> Iterator[Rewrite]:
    """The clause of a passive with a doer in the active voice, at most one."""
    _, found = seen
    if found.agent:
        yield from _active(plan_of(found), style)


def answers(
    seen: tuple[Sentence, Passive], choices: Sequence[str], style: Style
) -> Iterator[tuple[str, Rewrite]]:
    """The clause of a passive without a doer in the active voice, done by each of ``choices``."""
    _, found = seen
    doers = [] if found.agent else [Subject(choice, choice in {"wij", "we"}) for choice in choices]
    plan = plan_of(found, doers[0]) if doers else None
    for doer in doers if plan else ():
        assert plan is not None
        for rewrite in _active(replace(plan, doer=doer), style):
            yield doer.text, rewrite


def _active(plan: Plan | None, style: Style) -> Iterator[Rewrite]:
    if plan is None:
        return
    frame = plan.frame
    text = _subordinate(plan, style) if frame.kind == "subordinate" else _main(plan, style)
    if text and frame.last.text.endswith(".") and frame.last.i + 1 == frame.last.sent.end:
        text += "."  # *Jansen B.V.* at the end has the full stop of the sentence in it
    if text:
        yield Rewrite(frame.first, frame.last, opened(text) if frame.first.text[0].isupper() else text)


def _patient(plan: Plan) -> str | None:
    words = plan.patient
    if not words:
        return ""
    if len(words) == 1 and words[0].lower_ in {"zij", "ze"}:
        assert plan.frame.finite is not None
        return "hen" if plan.frame.finite.tag_.endswith("|mv") else None
    if len(words) == 1:
        return as_object(words[0])
    return text_of(words)


def _main(plan: Plan, style: Style) -> str:
    """The doer in front, or behind the verb where something else than the patient opens the clause."""
    frame = plan.frame
    moved = bool(frame.front) and frame.front == plan.patient and not _points(frame.front)
    replaced = moved or _is_agent(frame) or is_empty(frame.front)
    inverted = frame.kind == "verb-first" or (bool(frame.front) and not replaced)
    verb = _finite(plan, style, inverted)
    patient = _patient(plan)
    if not verb or patient is None:
        return ""
    middle = _middle(plan, "" if _points(frame.front) else patient, moved)
    tail = _tail(plan)
    doer = plan.doer.text
    if frame.kind == "verb-first":
        return joined(verb, doer, middle, tail, _after(plan))
    if inverted:
        return joined(_front(frame), verb, doer, middle, tail, _after(plan))
    return joined(doer, verb, middle, tail, _after(plan))


def _is_agent(frame: Frame) -> bool:
    return bool(frame.front) and frame.front[0].lower_ == "door"


def _points(front: Part) -> bool:
    """*Die*, *dat*: stays in front, where it points back from."""
    return len(front) == 1 and front[0].tag_.startswith("VNW|aanw") and front[0].lower_ in {"die", "dat"}


def _front(frame: Frame) -> str:
    text = text_of(frame.front)
    doc = frame.front[-1].doc
    return text + "," if doc[frame.front[-1].i + 1].text == "," else text


def _subordinate(plan: Plan, style: Style) -> str:
    frame = plan.frame
    patient = _patient(plan)
    relative = any(t in plan.patient for t in frame.opener)
    opener = text_of(plan.patient if relative else frame.opener)
    if patient is None:
        return ""
    verb = _finite(plan, style, inverted=False)
    middle = _middle(plan, "" if relative else patient, moved=False)
    if not plan.helper:
        verbs = " en ".join(
            each.joined(part) for each, part in zip(plan.verbs, verb.split(" en "), strict=True)
        )
    elif plan.helper != "hebben" or (frame.finite is not None and frame.verbs[0] == frame.finite):
        verbs = joined(verb, _tail(plan))
    else:
        verbs = joined(_tail(plan), verb)
    return joined(opener, plan.doer.text, middle, verbs, _after(plan))


def _finite(plan: Plan, style: Style, inverted: bool) -> str:
    helper = plan.helper.removesuffix(PERFECT)
    verbs: tuple[str | VerbForms, ...] = (helper,) if helper else plan.verbs
    return " en ".join(
        finite(verb, plan.doer, past=plan.past, inverted=inverted, have=style.have) for verb in verbs
    )


def _tail(plan: Plan) -> str:
    """What stands at the end: the participles, the infinitives or the particle."""
    if plan.helper.endswith(PERFECT):
        return "hebben " + " en ".join(verb.participle for verb in plan.verbs)
    if plan.helper == "hebben":
        return " en ".join(verb.participle for verb in plan.verbs)
    if plan.helper == "hoeven":
        return " en ".join(verb.te_infinitive for verb in plan.verbs)
    return " en ".join(filter(None, (v.infinitive if plan.helper else v.particle for v in plan.verbs)))


def _middle(plan: Plan, patient: str, moved: bool) -> str:
    """The patient first where it is known (*uw aanvraag*), else where it stood or behind the times."""
    frame = plan.frame
    parts = [p for p in frame.middle if p in plan.rest]
    texts = [text_of(p) for p in parts]
    patient_words = set(plan.patient)
    order = [p for p in frame.middle if p in plan.rest or patient_words & set(p)]
    stood = next((n for n, p in enumerate(order) if patient_words & set(p)), None)
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
    if not patient:
        return True
    head, first = head_of(patient), patient[0]
    return head.tag_.startswith(("VNW", "SPEC", "N|eigen")) or first.tag_.startswith(
        ("LID|bep", "VNW|bez", "VNW|aanw")
    )


def _after(plan: Plan) -> str:
    return joined(*(with_comma(p) for p in plan.frame.after if p in plan.rest))
