"""A condition → a question with *Dan …*: *Als u verhuist, krijgt u …* → *Verhuist u? Dan krijgt u …*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.clauses import is_finite, is_noun
from duidelijk.language.inflection import verb_forms
from duidelijk.language.outline import Outline, Words, bare
from duidelijk.suggesting.clause_order import WEAK, asked, inverted
from duidelijk.suggesting.cutting import Cut, cut_of, may_cut
from duidelijk.suggesting.fronts import condition_in_front, is_order, is_order_to_you
from duidelijk.suggesting.subclause import Sub, sub_of
from duidelijk.suggesting.wording import Style, joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.subordination import Clause

_ONLY = frozenset(
    "alleen pas ook zelfs vooral zeker juist behalve tenzij net zo zoals slechts enkel uitsluitend "
    "bijvoorbeeld dan of en maar evenals alsof even beter liever hetzelfde dezelfde evenveel meer minder "
    "anders".split()
)
_POINTS = frozenset(
    "hij zij ze hem haar hen hun zijn deze dit die dat daar hier er het daarvoor daarmee daarvan daarover "
    "men".split()
)
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
_TELLING = frozenset(
    "weten vertellen zien horen zeggen lezen aangeven bepalen vragen beslissen uitleggen afspreken doorgeven "
    "melden staan kiezen laten onderzoeken begrijpen".split()
)
_PAST = "|verl|"
_SHARE = 0.85


def cuts(outline: Outline, style: Style) -> Iterator[Cut]:
    """The condition in front or at the end as a question."""
    front = condition_in_front(outline)
    if front is not None:
        yield from _from_front(outline, front, style)
        return
    then = outline.main.nbor(-1) if outline.main != outline.first else outline.main
    if then.lower_ == "dan" and is_finite(outline.first):
        yield _ordered_first(outline, then)
        return
    yield from _from_unmarked(outline)
    if outline.mark != ":":
        yield from _from_end(outline)


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
    return asked(sub) if sub is not None and not _is_open(sub) else None


def _is_open(sub: Sub) -> bool:
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
        return _ordered(words)
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


def _ordered(words: Words) -> str:
    """*neem dan contact op*, *stuur ons dan een mail*."""
    if "dan" in {t.lower_ for t in words}:
        return text_of(words)
    at = 1
    while (
        at < len(words) and words[at].lower_ in WEAK | {"ons"} and words[at].dep_ not in {"det", "nmod:poss"}
    ):
        at += 1
    return joined(text_of(words[:at]), "dan", text_of(words[at:]))


def _from_end(outline: Outline) -> Iterator[Cut]:
    """*U kunt … als u …* → *… u …? Dan kunt u …*, where nothing limits the condition (*alleen als*)."""
    found = [c for c in outline.clauses if c.opener.i > outline.main.i]
    if not found or found[0].opener.lower_ not in {"als", "indien", "wanneer"} or found[0].finite is None:
        return
    clause = found[0]
    before, words = (
        outline.between(outline.first.i, clause.opener.i),
        outline.between(clause.opener.i, outline.words[-1].i + 1),
    )
    if not may_cut(outline, clause.opener) or _is_limited(before) or _asks_when(clause):
        return
    if clause.finite is None or _PAST in clause.finite.tag_ or _points(words[1:]) or any(
        t.text == "," and t.i > outline.main.i for t in before[:-1]
    ):
        return
    sub = sub_of(outline, clause, words[-1].i + 1)
    question = asked(sub) if sub is not None and not _is_open(sub) else None
    answer = _turned(outline, before)
    if question and answer:
        yield cut_of(outline, question, answer, sign="?", doubt=0.1)


def _asks_when(clause: Clause) -> bool:
    """*U hoort wanneer u kunt komen*: a question, not a condition."""
    if clause.opener.lower_ != "wanneer":
        return False
    before = clause.opener.nbor(-1)
    return before.lemma_.lower() in _TELLING or clause.opener.head.dep_ in {"ccomp", "csubj"} or before.text == ","


def _is_limited(before: Words) -> bool:
    """*alleen als*, *net zo als*; *het* alone, for which the condition is the subject (*het is fijn als*)."""
    alone = any(t.lower_ == "het" and t.tag_.startswith("VNW") and t.dep_ != "det" for t in before)
    return alone or any(t.lower_ in _ONLY and not is_noun(t) for t in before)


def _points(words: Words) -> bool:
    """Whether the condition points at something said before it."""
    return any(
        t.lower_ in _POINTS and t.dep_ != "mark" and not t.tag_.startswith(("LID", "VNW|betr", "VG", "WW"))
        for t in words[:4]
    )


def _turned(outline: Outline, before: Words) -> str | None:
    """The main clause behind *Dan*: its subject stands in front, or it is an order."""
    main = outline.main
    if main == outline.first:
        return _ordered(before) if is_order(outline) else None
    front = bare(t for t in before if t.i < main.i)
    rest = tuple(t for t in before if t.i > main.i)
    if not _is_subject(outline, front):
        return None
    verb = main.text if front[-1].lower_ not in {"je", "jij"} else inverted(main, main.text)
    return joined("dan", verb, text_of(front), text_of(rest))


def _is_subject(outline: Outline, front: Words) -> bool:
    if len(front) == 1:
        return front[0].lower_ in {"u", "wij", "we", "ik", "je", "jij", "er"} or front[0].dep_.startswith(
            "nsubj"
        )
    heads = [t for t in front if t.dep_.startswith("nsubj") and not t.head.i < outline.main.i]
    return len(heads) == 1 and {t.i for t in front if not t.is_punct} <= {t.i for t in heads[0].subtree}
