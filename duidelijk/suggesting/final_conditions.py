"""A condition at the end → a question before the rest: *U krijgt … als u …* → *… u …? Dan krijgt u …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite, is_noun
from duidelijk.language.outline import Outline, Words, bare
from duidelijk.suggesting.clause_order import asked, inverted
from duidelijk.suggesting.conditions import is_open, ordered
from duidelijk.suggesting.cutting import Cut, cut_of, may_cut
from duidelijk.suggesting.fronts import CONDITIONS, condition_in_front, is_order
from duidelijk.suggesting.subclause import sub_of
from duidelijk.suggesting.wording import joined, text_of

if TYPE_CHECKING:
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
_TELLING = frozenset(
    "weten vertellen zien horen zeggen lezen aangeven bepalen vragen beslissen uitleggen afspreken doorgeven "
    "melden staan kiezen laten onderzoeken begrijpen".split()
)
_PAST = "|verl|"


def cuts(outline: Outline) -> Iterator[Cut]:
    """One cut, where nothing limits the condition (*alleen als*) and none stands in front."""
    clause = _condition(outline)
    if clause is None:
        return
    before = outline.between(outline.first.i, clause.opener.i)
    end = outline.words[-1].i + 1
    words = outline.between(clause.opener.i + 1, end)
    interrupted = any(t.text == "," and t.i > outline.main.i for t in before)
    if interrupted or _is_limited(before) or _points(words):
        return
    sub = sub_of(outline, clause, end)
    question = asked(sub) if sub is not None and not is_open(sub) else None
    answer = _turned(outline, before)
    if question and answer:
        yield cut_of(outline, question, answer, sign="?", doubt=0.1)


def _condition(outline: Outline) -> Clause | None:
    """The first clause behind the main verb, if it is a condition in the present tense."""
    found = next((c for c in outline.clauses if c.opener.i > outline.main.i), None)
    if found is None or found.finite is None or found.opener.lower_ not in CONDITIONS:
        return None
    loose = outline.mark != ":" and condition_in_front(outline) is None and may_cut(outline, found.opener)
    return found if loose and _PAST not in found.finite.tag_ and not _asks_when(found) else None


def _asks_when(clause: Clause) -> bool:
    """*U hoort wanneer u kunt komen*: a question, not a condition."""
    if clause.opener.lower_ != "wanneer":
        return False
    before = clause.opener.nbor(-1)
    return (
        before.lemma_.lower() in _TELLING
        or clause.opener.head.dep_ in {"ccomp", "csubj"}
        or before.text == ","
    )


def _is_limited(before: Words) -> bool:
    """*alleen als*, *net zo als*; *het* alone, for which the condition is the subject (*het is fijn als*)."""
    if before[-1].tag_.startswith("VG"):
        return True
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
        return ordered(before) if is_order(outline) else None
    front = bare(t for t in before if t.i < main.i)
    rest = tuple(t for t in before if t.i > main.i)
    if not _is_subject(outline, front):
        return None
    verb = main.text if front[-1].lower_ not in {"je", "jij"} else inverted(main, main.text)
    comma = "," if any(map(is_finite, front)) else ""
    return joined("dan", verb, text_of(front) + comma, text_of(rest))


def _is_subject(outline: Outline, front: Words) -> bool:
    if len(front) == 1:
        return front[0].lower_ in {"u", "wij", "we", "ik", "je", "jij", "er"} or front[0].dep_.startswith(
            "nsubj"
        )
    heads = [t for t in front if t.dep_.startswith("nsubj") and not t.head.i < outline.main.i]
    return len(heads) == 1 and {t.i for t in front if not t.is_punct} <= {t.i for t in heads[0].subtree}
