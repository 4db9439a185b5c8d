"""One suggestion after another, each shown in its sentence, for a writer who says yes or no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from duidelijk import writing
from duidelijk.fixing import MOST_ROUNDS, Check
from duidelijk.model import Edit, Finding, Fixed, Page, Part, Proposal, Refusal, Replaced, Suggestion
from duidelijk.writing.words import changes

Accepted = tuple[Edit, Replaced]
Declined = tuple[str, int, int]
"""Rule, start and end."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a writer is: what is still to be asked of ``page``, and what was said so far.

    ``accepted`` isn't in the page yet, ``replaced`` is; ``declined`` is what may not come back.
    """

    first: Page
    page: Page
    writer: writing.Writer
    queue: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()
    declined: tuple[Declined, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    refused: tuple[Refusal, ...] = ()
    round: int = 1


def begun(page: Page) -> State:
    """The state at its start: everything that has a suggestion, or a choice to make, in text order."""
    return State(page, page, writing.opened(page.data, page.result.document), _askable(page, ()))


def _askable(page: Page, declined: Sequence[Declined]) -> tuple[Finding, ...]:
    open_ = (_answerable(f, page) for f in page.result.findings if f.expected or f.choices)
    return tuple(f for f in open_ if not any(_is_same(f, each) for each in declined))


def _answerable(finding: Finding, page: Page) -> Finding:
    """The finding with what its answers make of the text as suggestions, where it has no others."""
    if finding.expected or not finding.answers:
        return finding
    start, end = finding.answers[0].start, finding.answers[0].end
    same = [each for each in finding.answers if (each.start, each.end) == (start, end)]
    return replace(
        finding,
        start=start,
        end=end,
        actual=page.result.document.text[start:end],
        expected=tuple(Suggestion(each.text) for each in same),
        choices=tuple(each.choice for each in same),
    )


def _is_same(finding: Finding, declined: Declined) -> bool:
    rule, start, end = declined
    return finding.rule == rule and finding.start < end and start < finding.end


def proposal(state: State) -> Proposal | None:
    """What is to be asked now; None when this round is over."""
    if not state.queue:
        return None
    finding = state.queue[0]
    reasons = {s: writing.refusal(state.writer, _edit(finding, s)) for s in finding.expected}
    possible = tuple(s for s in finding.expected if not reasons[s])
    shown = possible or finding.expected
    start, end = _around(state.page, finding)
    loud = [changes(state.page.result.document.text, _edit(finding, s)) for s in shown]
    before = loud[0] if loud else (Edit(finding.start, finding.end, ""),)
    return Proposal(
        finding=finding,
        before=tuple(_parts(state, start, end, before, new=False)),
        suggestions=shown,
        after=tuple(tuple(_parts(state, start, end, each, new=True)) for each in loud),
        reason="" if possible or not shown else reasons[shown[0]],
        question=bool(finding.answers) and bool(possible),
    )


def _edit(finding: Finding, suggestion: Suggestion) -> Edit:
    return Edit(finding.start, finding.end, suggestion.text)


def _around(page: Page, finding: Finding) -> tuple[int, int]:
    """The sentences in which the finding stands."""
    inside = [span for span in page.sentences if span[0] < finding.end and finding.start < span[1]]
    return min([finding.start, *(a for a, _ in inside)]), max([finding.end, *(b for _, b in inside)])


def _parts(state: State, start: int, end: int, loud: Sequence[Edit], *, new: bool) -> Iterator[Part]:
    """``start:end`` with what was accepted; what is asked about is marked, as it was or as it would be."""
    text = state.page.result.document.text
    quiet = [each for each, _ in state.accepted if start <= each.start and each.end <= end]
    at = start
    for edit in sorted((*quiet, *loud), key=lambda e: (e.start, e.end)):
        yield Part(text[at : edit.start])
        yield Part(edit.text if new or edit in quiet else text[edit.start : edit.end], edit not in quiet)
        at = edit.end
    yield Part(text[at:end])


def accepted(state: State, suggestion: Suggestion) -> State:
    """The state after a yes; findings that overlap with this one wait for the next round."""
    finding, *rest = state.queue
    said = _edit(finding, suggestion), Replaced(finding.rule, finding.actual, suggestion.text)
    queue = tuple(f for f in rest if f.end <= finding.start or finding.end <= f.start)
    return replace(state, queue=queue, accepted=(*state.accepted, said))


def declined(state: State) -> State:
    """The state after a no."""
    finding, *rest = state.queue
    said = finding.rule, finding.start, finding.end
    return replace(state, queue=tuple(rest), declined=(*state.declined, said))


def turned(state: State, check: Check) -> State:
    """The state in a new round: what was accepted is in the page, and the page has been checked again."""
    data, refused = writing.write(state.writer, [edit for edit, _ in state.accepted])
    lost = {each.edit for each in refused}
    made = [said for said in state.accepted if said[0] not in lost]
    page = check(data)
    names = {edit: replaced.rule for edit, replaced in state.accepted}
    stay = [(names[edit], edit.start, edit.end) for edit in lost]
    gone = tuple(_moved(each, [edit for edit, _ in made]) for each in (*state.declined, *stay))
    return State(
        first=state.first,
        page=page,
        writer=writing.opened(page.data, page.result.document),
        queue=_askable(page, gone),
        declined=gone,
        replaced=(*state.replaced, *(replaced for _, replaced in made)),
        refused=(*state.refused, *refused),
        round=state.round + 1,
    )


def _moved(declined: Declined, edits: Sequence[Edit]) -> Declined:
    """Where the words stand after these edits."""
    rule, start, end = declined
    longer = [(edit.end, len(edit.text) - (edit.end - edit.start)) for edit in edits]
    before = sum(by for at, by in longer if at <= start)
    return rule, start + before, end + sum(by for at, by in longer if at <= end)


def is_done(state: State) -> bool:
    """Whether there is nothing more to ask, not even after another round."""
    return not state.queue and (not state.accepted or state.round >= MOST_ROUNDS)


def finished(state: State, check: Check) -> Fixed:
    """The file with all that was accepted."""
    last = turned(state, check) if state.accepted else state
    return Fixed(last.first, last.page, last.replaced, last.refused)
