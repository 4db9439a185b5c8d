"""*Gelieve … te* → *Wilt u …?*, *u wordt geacht … te* → *u moet …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.matching import Match
from duidelijk.model import Entry
from duidelijk.suggesting.asking_reader import question
from duidelijk.suggesting.editing import edited
from duidelijk.suggesting.infinitives import te_clause, without_te
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence


def speaks_of(entry: Entry) -> bool:
    """Whether it asks or obliges by a clause with *te*."""
    return entry.term == "gelieve" or "geacht" in entry.term.split()


def rewrites(sentence: Sentence, match: Match, style: Style) -> Iterator[Rewrite]:
    """The sentence with *wilt u* or *moet*, at most one."""
    words = tuple(sentence.span.doc[i] for i in match.tokens)
    found = _please(sentence, words[0], style) if match.entry.term == "gelieve" else None
    if match.entry.term != "gelieve" and len(words) == 2:
        found = _must(sentence, words)
    if found is not None:
        yield found


def _please(sentence: Sentence, word: Token, style: Style) -> Rewrite | None:
    """*Gelieve (u) de deur te sluiten.* → *Wilt u de deur sluiten?*"""
    following = word.nbor() if word.i + 1 < sentence.span.end else word
    named = following.lower_ in {"u", "je"} and "|bez" not in following.tag_
    return question(sentence, (word, following) if named else (word,), style.reader)


def _must(sentence: Sentence, words: tuple[Token, ...]) -> Rewrite | None:
    """*wordt geacht … te* → *moet*, with the verb at the end of a subordinate clause."""
    considered = next(t for t in words if t.lower_ == "geacht")
    helper = next(t for t in words if t != considered)
    clause = te_clause(considered.doc, max(t.i for t in words))
    if clause is None or helper.lower_ not in {"wordt", "worden", "word"}:
        return None
    plural = helper.lower_ == "worden"
    beside = helper.nbor().lower_ if helper.i + 1 < helper.sent.end else ""
    must = finite("moeten", Subject(beside if beside in {"je"} else "", plural), past=False, inverted=True)
    changes = without_te(clause)
    if considered.i < helper.i or _is_subordinate(helper):
        at = clause.first.infinitive
        moved = f"{must} {changes.get(at, clause.doc[at].text)}"
        return edited(sentence, {**changes, helper.i: "", considered.i: "", at: moved})
    return edited(sentence, {**changes, helper.i: must, considered.i: ""})


def _is_subordinate(helper: Token) -> bool:
    """*dat u wordt geacht …*."""
    clause = helper.head
    return any(t.dep_ == "mark" and t.lower_ not in {"te", "om"} and t.i < helper.i for t in clause.lefts)
