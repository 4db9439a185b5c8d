"""Sentences with many subordinate clauses, or with one in the middle that holds another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from duidelijk.language.clauses import finite_verb, is_finite
from duidelijk.language.silence import is_quoted
from duidelijk.language.subordination import SUBORDINATING, Clause, subordinate_clauses
from duidelijk.model import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

_REST = 10
"""How far behind its finite verb a clause may go on (*die u heeft gekregen*)."""


def subclauses(
    analysis: Analysis,
    *,
    least: int = 3,
    least_finite: int = 2,
    embedded: int = 4,
    adverbs: tuple[str, ...] = ("om",),
) -> Iterator[Hit]:
    """Every sentence with ``least`` subordinate clauses or more, ``least_finite`` of them with a finite verb.

    Also a clause that holds another, both before the rest of what they interrupt, and a single one of
    ``embedded`` words or more between commas (*uw aanslag, die u in maart kreeg,*). Value: how many clauses.
    ``adverbs``: words besides subordinators and relative pronouns that may open one (*waar*, *of*, *om*).
    A verb in front counts as well (*Bent u verhuisd, dan …*).
    """
    for sentence, words in _openers(analysis, adverbs):
        clauses = subordinate_clauses(sentence, words)
        finite = sum(c.finite is not None for c in clauses)
        if len(clauses) >= least and finite >= least_finite:
            yield _hit(sentence, clauses, "veel")
        elif nested := _nested(sentence, clauses):
            yield _hit(sentence, nested, "tussen")
        elif between := next((c for c in clauses if _is_between(sentence, c, embedded)), None):
            yield _hit(sentence, [between], "ingebed")


def _openers(analysis: Analysis, adverbs: tuple[str, ...]) -> Iterator[tuple[Sentence, list[Token]]]:
    """Each sentence with words that may open a clause, outside quotations."""
    found: dict[int, tuple[Sentence, dict[int, Token]]] = {}
    for words in (analysis.with_tag(*SUBORDINATING), analysis.with_form({*adverbs, "dat", "die"})):
        for sentence, token in words:
            found.setdefault(id(sentence), (sentence, {}))[1][token.i] = token
    for sentence, tokens in found.values():
        text = sentence.clean.text
        yield sentence, [t for t in tokens.values() if not is_quoted(text, t.idx, t.idx + len(t))]


def _nested(sentence: Sentence, clauses: list[Clause]) -> list[Clause]:
    """A clause in the middle with another in it, or nothing."""
    main = finite_verb(sentence.span.root)
    for outer, inner in combinations(clauses, 2):
        if outer.finite is None or inner.finite is None or inner.opener.nbor(-1).tag_.startswith("VG|neven"):
            continue
        if _interrupts(outer, inner) or (main is not None and _interrupt(sentence, outer, inner, main)):
            return [outer, inner]
    return []


def _interrupts(outer: Clause, inner: Clause) -> bool:
    """*dat u, als u verhuist, een brief krijgt*: the inner clause between commas, before the outer verb."""
    assert outer.finite is not None and inner.finite is not None
    doc, start, end = outer.opener.doc, inner.finite.i, outer.finite.i
    comma = inner.opener.i > 0 and doc[inner.opener.i - 1].text == ","
    return comma and start < end and any(t.text == "," for t in doc[start:end])


def _interrupt(sentence: Sentence, outer: Clause, inner: Clause, main: Token) -> bool:
    """Both stand between the first words of the main clause and the rest of it."""
    assert outer.finite is not None and inner.finite is not None
    doc, start = sentence.span.doc, sentence.span.start
    last = max(outer.finite.i, inner.finite.i)
    before = doc[start : outer.opener.i]
    named = any(t.tag_.startswith(("N|", "VNW", "SPEC", "TW")) for t in before)
    beside = any(t.tag_.startswith("VG|neven") for t in doc[outer.finite.i : inner.opener.i])
    if not named or beside:
        return False
    if last < main.i:
        return True
    between = main.i < outer.opener.i and before[-1].text == ","
    comma = next((t for t in doc[last : sentence.span.end - 2] if t.text == ","), None)
    return between and comma is not None and _resumes(comma.nbor())


def _is_between(sentence: Sentence, clause: Clause, least: int) -> bool:
    """Whether a clause stands between commas in the middle of the main clause."""
    doc, at, start = sentence.span.doc, clause.opener.i, sentence.span.start
    if clause.finite is None or at == start or doc[at - 1].text != ",":
        return False
    last = min(clause.finite.i + _REST, sentence.span.end - 1)
    comma = next((t for t in doc[clause.finite.i + 1 : last] if t.text == ","), None)
    if comma is None or comma.i - at < least or not _resumes(comma.nbor()):
        return False
    rest = doc[clause.finite.i + 1 : comma.i]
    if any(map(is_finite, rest)) and not any(t.tag_.startswith("VG|neven") for t in rest):
        return False
    before, main = doc[start : at - 1], finite_verb(sentence.span.root)
    outside = main is not None and not at < main.i < comma.i
    return outside and not any(t.text == "," or t.tag_.startswith("VG|onder") for t in before)


def _resumes(word: Token) -> bool:
    """Whether this word goes on with the main clause: it opens no clause and joins nothing."""
    return not word.tag_.startswith(("VG", *SUBORDINATING)) and word.dep_ not in {"mark", "cc"}


def _hit(sentence: Sentence, clauses: list[Clause], kind: str) -> Hit:
    marks = tuple(sentence.range(c.opener, c.opener) for c in clauses)
    words = tuple(dict.fromkeys(c.opener.lower_ for c in clauses))
    detail = {"kind": kind, "number": len(clauses), "words": words}
    return Hit(marks[0][0], marks[-1][1], detail, float(len(clauses)), marks, (sentence, clauses))
