"""A condition → a question with *Dan …*: *Als u verhuist, krijgt u …* → *Verhuist u? Dan krijgt u …*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.clauses import is_finite
from duidelijk.language.inflection import verb_forms
from duidelijk.language.outline import Outline, Words
from duidelijk.suggesting.clause_order import WEAK, asked
from duidelijk.suggesting.cutting import Cut, cut_of, may_cut
from duidelijk.suggesting.fronts import condition_in_front, is_doubtful, is_order, is_order_to_you
from duidelijk.suggesting.subclause import Sub, sub_of
from duidelijk.suggesting.wording import Style, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.subordination import Clause

_IDIOM = (
    "het gaat om",
    "het om",
    "het goed is",
    "het ware",
    "het betreft",
    "gezegd",
    "het nodig mocht",
    "gevolg",
)
_PAST = "|verl|"
_SHARE = 0.85


def cuts(outline: Outline, style: Style) -> Iterator[Cut]:
    """The condition in front as a question."""
    front = condition_in_front(outline)
    if front is not None:
        yield from _from_front(outline, front, style)
        return
    then = outline.main.nbor(-1) if outline.main != outline.first else outline.main
    if then.lower_ == "dan" and is_finite(outline.first):
        yield _ordered_first(outline, then)
        return
    yield from _from_unmarked(outline)


def _ordered_first(outline: Outline, then: Token) -> Cut:
    """*Meld u aan, dan krijgt u …* → *Meld u aan. Dan krijgt u …*."""
    first = outline.between(outline.first.i, then.i)
    return cut_of(outline, text_of(first), text_of(outline.between(then.i, outline.words[-1].i + 1)))


def _from_unmarked(outline: Outline) -> Iterator[Cut]:
    """*Wilt u weer werken dan moet u*: without the comma."""
    subject = outline.words[1].lower_
    if outline.main != outline.first or not is_finite(outline.first) or is_order_to_you(outline.first):
        return
    for then in outline.words[3:-2]:
        if (
            then.lower_ == "dan"
            and then.nbor(-1).text != ","
            and is_finite(then.nbor())
            and subject in {"u", "je", "wij", "we"}
            and not is_order(outline)
        ):
            question = _asked_already(outline.between(outline.first.i, then.i), Style())
            answer = text_of(outline.between(then.i, outline.words[-1].i + 1))
            if question:
                yield replace(cut_of(outline, question, answer, sign="?"), share=_SHARE)
            return


def _from_front(outline: Outline, clause: Clause, style: Style) -> Iterator[Cut]:
    """*Als u …, (dan) kunt u* and *Bent u …, (dan) kunt u*."""
    main = outline.main
    start = main.nbor(-1) if main.nbor(-1).lower_ == "dan" else main
    before = start.nbor(-1)
    if (
        before.text != ","
        and (is_finite(outline.first) or not before.tag_.startswith("WW"))
        and start == main
    ):
        return
    condition = outline.between(outline.first.i, start.i)
    question = _question(outline, clause, condition, style)
    answer = _answer(outline, start)
    if question and answer and may_cut(outline, start):
        yield replace(cut_of(outline, question, answer, sign="?"), share=_SHARE)


def _question(outline: Outline, clause: Clause, condition: Words, style: Style) -> str | None:
    text = " ".join(t.lower_ for t in condition)
    assert clause.finite is not None
    if any(each in text for each in _IDIOM) or any(t.text == ":" for t in condition):
        return None
    if is_finite(outline.first):
        return _asked_already(condition, style)
    if _PAST in clause.finite.tag_ or condition[1].lower_ in {"men", "eenmaal"}:
        return None
    sub = sub_of(outline, clause, condition[-1].i + 1)
    verbs = sum(map(is_finite, condition))
    if sub is not None and sub.second is None and verbs > 1 and any(t.lower_ == "of" for t in condition):
        return None
    return asked(sub) if sub is not None and not is_open(sub) else None


def is_open(sub: Sub) -> bool:
    """Nothing but a verb behind the opener, or a noun without a verb (*als inwoner*)."""
    return len(sub.words) < 2 or (sub.words[0] == sub.finite and sub.finite.lower_ != "blijkt")


def _asked_already(condition: Words, style: Style) -> str | None:
    """*Bent u verhuisd*; *Mocht u vragen hebben* → *Hebt u vragen*."""
    first = condition[0]
    if first.lower_ in {"mocht", "mochten"}:
        return _without_might(condition, style)
    return None if _PAST in first.tag_ and first.lower_ not in {"zou", "zouden"} else text_of(condition)


def _without_might(condition: Words, style: Style) -> str | None:
    if condition[1].lower_ == "blijken":
        return joined("blijkt", text_of(condition[2:]))
    verb = next((t for t in condition[2:] if t.tag_.startswith("WW|inf") and t.nbor(-1).lower_ != "te"), None)
    subject = condition[1]
    if verb is None or subject.lower_ not in {"u", "je", "er"}:
        return None
    lemma = verb.lower_
    forms = verb_forms(lemma)
    plural = subject.lower_ == "er" and condition[0].lower_ == "mochten"
    form = finite(forms, Subject(subject.lower_, plural), past=False, inverted=True, have=style.have)
    before, after = [t for t in condition[2:] if t.i < verb.i], [t for t in condition[2:] if t.i > verb.i]
    described = lemma in {"zijn", "hebben", "worden"}
    if any(
        t.tag_.startswith("WW|inf") or t.lower_ == "te" or not described
        for t in before
        if t.i == verb.i - 1 and t.tag_.startswith(("WW", "VZ"))
    ):
        return None
    return joined(form, subject.lower_, text_of(before), forms.particle, text_of(after))


def _answer(outline: Outline, start: Token) -> str | None:
    """*Dan kunt u …*; an order keeps its verb in front: *Bel dan …*."""
    words = outline.between(start.i, outline.words[-1].i + 1)
    if start.lower_ == "dan":
        return text_of(words)
    if is_order(outline):
        return ordered(words) if not is_doubtful(outline) else None
    if "dan" in {t.lower_ for t in words[1:4]}:
        return _moved(words)
    return joined("dan", text_of(words)) if _has_subject_behind(words) else None


def _moved(words: Words) -> str | None:
    """*krijgt u dan een brief* → *dan krijgt u een brief*; not *dan ook* or *groter dan*."""
    at = next(n for n, t in enumerate(words) if t.lower_ == "dan")
    if words[at].dep_ == "mark" or "|comp" in words[at - 1].tag_:
        return joined("dan", text_of(words)) if _has_subject_behind(words) else None
    if (
        words[at].dep_ == "mark"
        or words[at - 1].tag_.startswith("ADJ|vrij|comp")
        or not _has_subject_behind(words)
    ):
        return None
    if at + 1 < len(words) and words[at + 1].lower_ == "ook":
        return None
    return joined("dan", text_of(words[:at]), text_of(words[at + 1 :]))


def _has_subject_behind(words: Words) -> bool:
    return len(words) > 1 and (
        words[1].tag_.startswith(("VNW", "LID", "N|", "SPEC", "TW", "ADJ", "BW", "VZ"))
    )


def ordered(words: Words) -> str:
    """*neem dan contact op*, *stuur ons dan een mail*."""
    if "dan" in {t.lower_ for t in words}:
        return text_of(words)
    at = 1
    while (
        at < len(words) and words[at].lower_ in WEAK | {"ons"} and words[at].dep_ not in {"det", "nmod:poss"}
    ):
        at += 1
    return joined(text_of(words[:at]), "dan", text_of(words[at:]))
