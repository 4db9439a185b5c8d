"""Sentences that hide or postpone who does it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, clause_of, helpers, is_main
from duidelijk.language.grammar import ZIJN, Passive, all_passives
from duidelijk.language.silence import is_cited
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_STATE, _PLAIN = 1, 2
_LONGEST_DOER = 6
_DUTIES = frozenset({"moet", "moeten", "dient", "dienen", "hoeft", "hoeven", "kan", "kunnen", "mag", "mogen"})


def passive(
    analysis: Analysis,
    *,
    perfect: Lexicon,
    adjectives: Lexicon,
    formulas: Lexicon,
    causes: Lexicon,
    doers: Lexicon,
    hidden: Lexicon,
    choices: tuple[str, ...] = (),
    dense_share: float = 0.25,
    dense_least: int = 3,
) -> Iterator[Hit]:
    """Every passive that isn't quoted, with a value of 1 to 4.

    1 without a doer in a relative clause, or with *zijn* in another clause within the sentence (*de brief die
    is verstuurd*), else 2; one more where sender or reader does it, one more where passives crowd the text.
    ``formulas``: participles that another rule speaks about, with the words of which one must stand in the
    clause, if any. ``doers``: sender and reader; ``hidden``: who does it in a letter that doesn't say so.
    Passives crowd a text when more than ``dense_share`` of its sentences has one, and at least
    ``dense_least`` sentences.
    """
    passives = all_passives(analysis, perfect, adjectives, causes)
    found = [(sentence, kept) for sentence, each in passives if (kept := _kept(sentence, each, formulas))]
    total = sum(1 for s in analysis.sentences() if s.units)
    dense = len(found) >= dense_least and len(found) > dense_share * total
    letter = analysis.document.genre in {"brief", "mail", "besluit"}
    for sentence, kept in found:
        for each in kept:
            subject = _hidden_doer(each, hidden) if letter else ""
            first = subject or ("u" if _is_duty(each) and "u" in choices else "")
            yield _hit(sentence, each, doers, _with_first(choices, first), dense, bool(subject))


def _kept(sentence: Sentence, found: list[Passive], formulas: Lexicon) -> list[Passive]:
    return [
        p for p in found if not _is_formula(p, formulas) and not is_cited(sentence, p.verbs[0], p.verbs[-1])
    ]


def _is_formula(found: Passive, formulas: Lexicon) -> bool:
    participle = found.participles[0]
    row = formulas.rows.get(participle.lower_)
    if row is None:
        return False
    needed = row.get("met", "").split()
    return not needed or any(t.lower_ in needed for t in clause_of(participle).subtree)


def _hit(
    sentence: Sentence, found: Passive, doers: Lexicon, choices: tuple[str, ...], dense: bool, hidden: bool
) -> Hit:
    marks = sentence.ranges(found.verbs)
    detail: dict[str, object] = {"verbs": _quoted(found.verbs)}
    if found.agent:
        detail |= {"kind": "doener", "doer": _as_subject(found, doers)}
    else:
        detail |= {"kind": "onbekend", "choices": choices}
    value = (_STATE if _is_aside(found) else _PLAIN) + (hidden or _own(found, doers)) + dense
    return Hit(marks[0][0], marks[-1][1], detail, float(value), marks, seen=(sentence, found))


def _hidden_doer(found: Passive, hidden: Lexicon) -> str:
    """*wij* or *u*, for a verb of which the letter leaves no doubt, said of something of the reader's."""
    participle = found.participles[0]
    row = hidden.rows.get(participle.lower_)
    if row is None or found.agent:
        return ""
    of_reader = (t.lower_ == "uw" for s in participle.children if s.dep_ in SUBJECTS for t in s.lefts)
    return row["doener"] if any(of_reader) else ""


def _is_duty(found: Passive) -> bool:
    """*moet worden betaald*, *kan worden opgehaald*: what is done to something that isn't the reader's."""
    participle = found.participles[0]
    told = any(t.lower_ in _DUTIES for t in helpers(participle)) or participle.head.lower_ in _DUTIES
    subjects = [t for s in participle.children if s.dep_ in SUBJECTS for t in s.subtree]
    return told and not any(t.lower_ in {"u", "uw"} for t in subjects)


def _with_first(choices: tuple[str, ...], first: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((first, *choices))) if first else choices


def _quoted(verbs: tuple[Token, ...]) -> str:
    """*wordt … gekapt*, but *is geweigerd* where they stand together."""
    text = verbs[0].text
    for before, verb in pairwise(verbs):
        text += (" " if verb.i == before.i + 1 else " … ") + verb.text
    return text


def _as_subject(found: Passive, doers: Lexicon) -> str:
    """The doer as it can open the sentence: *door ons* → *wij*; a long one only up to its noun."""
    words = found.agent[1:]
    if len(words) > _LONGEST_DOER:
        words = tuple(t for t in words if t.i <= _noun_of(found).i)
    text = words[0].doc[words[0].i : words[-1].i + 1].text
    return doers.rows.get(text.lower(), {}).get("onderwerp") or text


def _noun_of(found: Passive) -> Token:
    inside = {t.i for t in found.agent}
    return next((t for t in found.agent if t.head.i not in inside), found.agent[-1])


def _is_aside(found: Passive) -> bool:
    """The result of something, in a clause within the sentence: who did it matters least there."""
    clause = clause_of(found.participles[0])
    inside = found.helper.i > found.participles[0].i or not is_main(clause)
    return not found.agent and inside and (found.helper.lower_ in ZIJN or clause.dep_ == "acl:relcl")


def _own(found: Passive, doers: Lexicon) -> bool:
    """Whether sender or reader is named as the doer."""
    return any(t.dep_ in {"obl:agent", "obl"} and t.lower_ in doers.rows for t in found.agent)
