"""The talk with a writer at a terminal: one suggestion after another, until nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from duidelijk.fixing import Check
from duidelijk.model import Fixed, Page, Proposal, Suggestion
from duidelijk.proposing import State, accepted, begun, declined, finished, is_done, proposal, turned
from duidelijk.rendering.fixes import proposal_text

QUESTION = "Overnemen? [j]a, [n]ee, [a]lles vanaf hier, [t]erug, [q] stoppen, [?] uitleg: "
CHOOSE = "Kies een nummer, of [n]ee, [a]lles vanaf hier, [t]erug, [q] stoppen, [?] uitleg: "
LAST = "Dat waren alle voorstellen. [Enter] opslaan, [t]erug: "
HELP = """
  j  neem dit voorstel over (zijn er meer? dan het eerste)
  2  neem voorstel 2 over (of een ander nummer)
  n  laat de tekst zoals hij is
  a  neem dit voorstel over, en ook alle voorstellen die nog komen (vragen worden overgeslagen)
  t  ga één voorstel terug: uw vorige antwoord telt niet meer
  q  stop; wat u overnam, komt in het nieuwe bestand

"""
_YES, _NO, _ALL, _BACK, _STOP = ("j", "ja"), ("n", "nee"), ("a", "alles"), ("t", "terug"), ("q", "stop")
_UNKNOWN = "Dat antwoord kan hier niet. Kies j, n, a, t, q of ?.\n"
_FIRST = "Dit is het eerste voorstel: u kunt niet verder terug.\n"


@dataclass(frozen=True, slots=True)
class Talk:
    """How to talk: ``ask`` puts a question and gives the answer, or raises EOFError; ``say`` shows text."""

    ask: Callable[[str], str]
    say: Callable[[str], None]
    titles: Mapping[str, str]
    unit: str = "Regel"
    color: bool = False


@dataclass(slots=True)
class _Way:
    """Where the writer is, the questions that were answered before, and whether all that comes is taken."""

    state: State
    back: list[State]
    all: bool = False


def held(page: Page, check: Check, talk: Talk) -> Fixed:
    """The file with all that the writer took over; Ctrl-C and Ctrl-D stop as ``q`` does: nothing is lost."""
    way = _Way(begun(page), [])
    try:
        while _goes_on(way, check, talk):
            pass
    except (EOFError, KeyboardInterrupt):
        talk.say("\n")
    return finished(way.state, check)


def _goes_on(way: _Way, check: Check, talk: Talk) -> bool:
    """Takes one step; whether there is another."""
    if is_done(way.state):
        return bool(way.back) and not way.all and _back(way, talk.ask(LAST), talk)
    shown = proposal(way.state)
    if shown is None:
        way.state = turned(way.state, check)
        return True
    possible = bool(shown.suggestions) and not shown.reason
    if way.all:
        sure = possible and not shown.question
        way.state = accepted(way.state, shown.suggestions[0]) if sure else declined(way.state)
        return True
    talk.say("\n" + _shown(shown, talk))
    if not possible:
        way.state = declined(way.state)
        return True
    return _answered(way, shown, talk)


def _shown(shown: Proposal, talk: Talk) -> str:
    return proposal_text(shown, talk.titles[shown.finding.rule], unit=talk.unit, color=talk.color)


def _answered(way: _Way, shown: Proposal, talk: Talk) -> bool:
    """Asks until there is an answer, and follows it; whether to go on."""
    while True:
        answer = talk.ask(CHOOSE if shown.question else QUESTION).strip().lower()
        if answer in _STOP:
            return False
        if answer in _BACK:
            if _back(way, answer, talk):
                return True
            talk.say(_FIRST)
        elif answer in (*_NO, *_ALL) or _numbered(shown, answer) or (answer in _YES and not shown.question):
            way.back.append(way.state)
            way.all = answer in _ALL
            taken = _numbered(shown, answer) or shown.suggestions[0]
            no = answer in _NO or (way.all and shown.question)
            way.state = declined(way.state) if no else accepted(way.state, taken)
            return True
        else:
            talk.say(HELP if answer == "?" else _UNKNOWN)


def _back(way: _Way, answer: str, talk: Talk) -> bool:
    """Goes back to the question before, if that is the answer and there is one."""
    if answer.strip().lower() not in _BACK or not way.back:
        return False
    way.state = way.back.pop()
    return True


def _numbered(shown: Proposal, answer: str) -> Suggestion | None:
    known = {str(number): each for number, each in enumerate(shown.suggestions, 1)}
    return known.get(answer)
