"""A long run-up → the subject first, and the run-up behind the rest: *Op grond van … krijgt u € 300*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite, is_plural
from duidelijk.language.clauses import is_finite
from duidelijk.language.constituents import Part
from duidelijk.language.frames import Frame, frame_of
from duidelijk.language.openings import RunUp
from duidelijk.suggesting import empty_opening, splitting
from duidelijk.suggesting.wording import Rewrite, Style, joined, opened, text_of

if TYPE_CHECKING:
    from duidelijk.language.analysis import Sentence

_BACK = frozenset(
    {"hij", "zij", "ze", "hem", "haar", "hun", "hen", "het", "zijn", "dan", "toen", "dus", "ook"}
)
_SHORT_SUBJECT = 5
_MOVABLE = frozenset({"als", "omdat", "indien", "wanneer", "zodra", "nadat", "voordat", "om", "zolang"})


def rewrites(seen: tuple[Sentence, RunUp | int], style: Style) -> Iterator[Rewrite]:
    """A fronted condition as a question; or the subject in front, if nothing points back at the run-up."""
    sentence, found = seen
    if isinstance(found, int):
        yield from empty_opening.rewrites((sentence, found), style)
        return
    if found.clause:
        yield from splitting.rewrites((sentence, found), style)
    frame = frame_of(found.verb.head if found.verb.dep_ in {"aux", "aux:pass", "cop"} else found.verb)
    if frame is None or frame.kind != "main" or not _is_movable(frame) or _points_back(frame):
        return
    subject = Subject(text_of(frame.subject), is_plural(frame.subject))
    assert frame.finite is not None
    verb = frame.finite.text
    if subject.pronoun in {"je", "jij"}:
        past = "|verl|" in frame.finite.tag_
        verb = finite(frame.finite.lemma_.lower(), subject, past=past, inverted=False, have=style.have)
    rest = [text_of(part) for part in frame.middle if part != frame.subject]
    after = [text_of(part) for part in frame.after]
    text = joined(subject.text, verb, *rest, text_of(frame.verbs), *after, text_of(frame.front))
    yield Rewrite(frame.first, frame.last, opened(text) if frame.first.text[0].isupper() else text)


def _is_movable(frame: Frame) -> bool:
    """A phrase with a preposition or a clause in front, and the subject right behind the verb."""
    first = frame.front[0] if frame.front else None
    inverted = bool(frame.middle) and frame.middle[0] == frame.subject
    if first is None or not inverted or frame.after or len(frame.subject) > _SHORT_SUBJECT:
        return False
    clause = first.lower_ in _MOVABLE
    preposition = first.tag_.startswith("VZ") and not any(map(is_finite, frame.front))
    return (clause or preposition) and not _has_marks(frame.front)


def _has_marks(part: Part) -> bool:
    return any(t.text in {",", ":", ";", "(", ")", "–", "-"} or t.is_quote for t in part)


def _points_back(frame: Frame) -> bool:
    """Whether a word behind the verb may point at something in the run-up."""
    rest = [t for part in (*frame.middle, *frame.after) for t in part]
    return any(
        t.lower_ in _BACK
        or t.tag_.startswith("VNW|aanw")
        or (t.lower_.startswith(("daar", "hier", "er")) and t.tag_.startswith(("BW", "VNW")))
        for t in rest
    )
