"""Sentences that don't say who: *men*, *er wordt verwacht*, *het is mogelijk om*, *de aanvrager*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import finite_verb, is_finite
from duidelijk.language.grammar import WORDEN, ZIJN, Passive, passives
from duidelijk.language.impersonal_phrases import formula, recommendation
from duidelijk.language.silence import is_cited, is_own
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_LETTERS = frozenset({"brief", "mail", "besluit"})
_MEN, _OTHER = 3.0, 2.0
_OBJECTS = frozenset({"nsubj", "nsubj:pass", "obj"})
_NOUNS = ("N|", "SPEC|", "TW|", "VNW|onbep", "VNW|aanw", "VNW|vb", "ADJ|nom", "WW|inf|nom")


def impersonal(
    analysis: Analysis, *, formulas: Lexicon, readers: Lexicon, choices: tuple[str, ...] = ()
) -> Iterator[Hit]:
    """*men* (value 3), and with value 2: *er* + passive without subject, *het is* + a word of ``formulas`` +
    clause, *het verdient aanbeveling*, and, in a letter or with a salutation, *de* + a word of ``readers``.

    ``readers`` with kaal = ja count without *de* too. ``choices``: who may do it, for *er*.
    Silent: quotations, names, foreign text.
    """
    yield from _men(analysis)
    yield from _expletives(analysis, choices)
    yield from _formulas(analysis, formulas)
    document = analysis.document
    if document.genre in _LETTERS or any(block.kind == "salutation" for block in document.blocks):
        yield from _readers(analysis, readers)


def _men(analysis: Analysis) -> Iterator[Hit]:
    for sentence, token in analysis.with_form({"men"}):
        if token.tag_.startswith("VNW") and is_own(sentence, token):
            yield Hit(*sentence.range(token, token), {"kind": "men"}, _MEN, seen=(sentence, "men", token))


def _expletives(analysis: Analysis, choices: tuple[str, ...]) -> Iterator[Hit]:
    done: Sentence | None = None
    for sentence, er in analysis.with_form({"er"}):
        if sentence is done or not any(t.lower_ in WORDEN | ZIJN for t in sentence.span):
            continue
        done = sentence
        if not is_cited(sentence, er):
            found = passives(sentence)
            yield from (hit for p in found if (hit := _expletive(sentence, p, choices)) is not None)


def _expletive(sentence: Sentence, found: Passive, choices: tuple[str, ...]) -> Hit | None:
    """The passive with its *er*, where it has no subject: the verb is singular, and no noun goes with it."""
    participle = found.participles[0]
    finite = next(filter(None, _finite_verbs(found)), None)
    if finite is None or "|mv" in finite.tag_ or any(map(_is_subject, participle.children)):
        return None
    er = next((t for t in sentence.span if t.lower_ == "er" and _belongs(t, participle, finite)), None)
    if er is None:
        return None
    marks = sentence.ranges({er, *found.verbs})
    verbs = " … ".join(t.lower_ for t in (found.helper, participle))
    detail = {"kind": "er", "verbs": verbs, "choices": () if found.agent else choices}
    return Hit(marks[0][0], marks[-1][1], detail, _OTHER, marks, seen=(sentence, "er", (found, er, finite)))


def _finite_verbs(found: Passive) -> Iterator[Token | None]:
    """The finite verbs that may be that of the clause, likeliest first: *wordt*, *kan*, *hoeft … te*."""
    participle = found.participles[0]
    yield found.helper if is_finite(found.helper) else None
    yield finite_verb(participle)
    yield participle.head if participle.dep_ == "xcomp" and is_finite(participle.head) else None


def _is_subject(token: Token) -> bool:
    """A noun, not *u* in *er wordt u gevraagd*, which is who is asked."""
    return token.dep_ in _OBJECTS and token.tag_.startswith(_NOUNS)


def _belongs(er: Token, participle: Token, finite: Token) -> bool:
    return er.head in {participle, finite} or abs(er.i - finite.i) == 1


def _formulas(analysis: Analysis, formulas: Lexicon) -> Iterator[Hit]:
    for sentence, word in analysis.with_form(formulas.rows.keys() | {"aanbeveling"}):
        row = formulas.rows.get(word.lower_)
        words = formula(sentence, word) if row is not None else recommendation(sentence, word)
        if words and not is_cited(sentence, word):
            marks = sentence.ranges(words)
            denied = any(t.lower_ == "niet" for t in words)
            better = row["ontkend" if denied else "beter"] if row is not None else "wij raden u aan"
            said = " ".join(t.lower_ for t in words)
            if not better:
                continue
            detail = {"kind": "formule", "words": said, "better": better}
            seen = (sentence, "formule", (tuple(words), word))
            yield Hit(marks[0][0], marks[-1][1], detail, _OTHER, marks, seen=seen)


def _readers(analysis: Analysis, readers: Lexicon) -> Iterator[Hit]:
    for sentence, noun in analysis.with_form(readers.rows.keys()):
        before = noun.doc[noun.i - 1] if noun.i > sentence.span.start else None
        after = noun.doc[noun.i + 1] if noun.i + 1 < sentence.span.end else None
        definite = before is not None and before.lower_ == "de"
        bare = readers.rows[noun.lower_]["kaal"] == "ja" and not (
            before is not None and before.tag_.startswith(("LID", "VNW", "ADJ|prenom"))
        )
        other = after is not None and after.lower_ == "van"
        if (definite or bare) and not other and is_own(sentence, noun):
            detail = {"kind": "lezer", "noun": noun.lower_}
            yield Hit(*sentence.range(noun, noun), detail, _OTHER, seen=(sentence, "lezer", noun))
