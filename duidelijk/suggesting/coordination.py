"""Two main clauses (*en*, *maar*, *want*, *dus*, a semicolon) → two sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, SUBJECTS
from duidelijk.language.outline import Outline, Words, is_plural_form, main_verbs
from duidelijk.suggesting.clause_order import WEAK
from duidelijk.suggesting.cutting import Cut, cut_of, may_cut
from duidelijk.suggesting.fronts import condition_in_front, is_order, time_in_front
from duidelijk.suggesting.main_clauses import SIGNS, Second, agrees, is_order_form, second_clause
from duidelijk.suggesting.repeating import repeated
from duidelijk.suggesting.wording import joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = frozenset({"en", ";", ",", ":"})
_ALREADY = frozenset("dan ook daarna toen daarnaast bovendien verder tevens daarbij".split())
_ABLE = frozenset({"kunt", "kunnen", "kan", "mag", "mogen"})
_SAYING = frozenset(
    "weten weet zien ziet horen hoort zeggen vertellen lezen leest aangeven aan bepalen of en".split()
)
_NEAR = 5
_CONDITIONS = frozenset("als indien wanneer zodra tenzij mits totdat voordat nadat".split())


def cuts(outline: Outline) -> Iterator[Cut]:
    """A cut at each sign between two main clauses."""
    for sign in outline.words[2:-2]:
        if (
            sign.lower_ not in SIGNS
            or (sign.nbor().text.istitle() and sign.nbor().tag_.startswith("WW"))
            or not may_cut(outline, sign)
            or outline.main.i > sign.i
            or _is_chain(outline, sign)
        ):
            continue
        if not outline.is_whole(sign.i) or any(t.text == ":" and t.i < sign.i for t in outline.words):
            continue
        first = outline.between(outline.first.i, sign.i)
        bare = first[-1].lower_ in {"voor", "vóór", "na", "tot"} and first[-1].dep_ != "compound:prt"
        if bare or first[-1].tag_.startswith("VZ|init") or sign.nbor().tag_.startswith("VNW|betr"):
            continue
        if sign.nbor().lower_.startswith("waar") or _is_spliced(outline, first):
            continue
        second = second_clause(outline, sign, first)
        found = _cut(outline, first, second, sign) if second is not None else None
        if found is not None:
            yield found


def _is_spliced(outline: Outline, first: Words) -> bool:
    """*A, B en C*: the first two would be left with a comma between."""
    verbs = [t for t in main_verbs(outline.words, outline.clauses) if t in first]
    between = [t for t in first if len(verbs) > 1 and verbs[0].i < t.i < verbs[-1].i]
    return any(t.text == "," for t in between) and not any(t.tag_.startswith("VG|neven") for t in between)


def _is_chain(outline: Outline, sign: Token) -> bool:
    """*Vul het in, zet uw naam erop en stuur het*: see chains.py."""
    verbs = [t for t in main_verbs(outline.words, outline.clauses) if outline.main.i <= t.i < sign.i]
    return any(_is_by_comma(outline, one, two) for one, two in pairwise(verbs))


def _is_by_comma(outline: Outline, one: Token, two: Token) -> bool:
    """Whether only a comma joins the clauses of these verbs."""
    signs = [t for t in outline.words if one.i < t.i < two.i and t.lower_ in SIGNS]
    if not signs or signs[-1].text != "," or two.i - signs[-1].i > _NEAR:
        return False
    clauses = [c.finite for c in outline.clauses if one.i < c.opener.i < two.i and c.finite is not None]
    return all(finite.i < signs[-1].i for finite in clauses)


def _cut(outline: Outline, first: Words, second: Second, sign: Token) -> Cut | None:
    if sign.lower_ == "of":
        return _other_way(outline, first, second)
    condition = condition_in_front(outline) is not None and sign.lower_ in {"en", "maar"}
    text = _told(outline, second, sign, "dan" if condition else "")
    if text is None:
        return None
    word = (
        "" if sign.lower_ in _MARKS or (second.front and second.front[0].lower_ == "daarom") else sign.lower_
    )
    kept = bool(second.front) and text == text_of(second.words)
    safe = kept and sign.lower_ in {"en", ";"} and not condition
    return cut_of(outline, text_of(first), joined(word, text), safe=safe, first_words=first)


def _other_way(outline: Outline, first: Words, second: Second) -> Cut | None:
    """*U kunt bellen of u kunt ons mailen* → *U kunt ons ook mailen*."""
    speaker = len(second.front) == 1 and second.front[0].lower_ in {"u", "je", "wij", "we"}
    if not speaker or not {outline.main.lower_, second.finite.lower_} <= _ABLE or condition_in_front(outline):
        return None
    return cut_of(outline, text_of(first), _with(second, "ook"), first_words=first)


def _told(outline: Outline, second: Second, sign: Token, then: str) -> str | None:
    """The second clause as a sentence: with its own subject, or that of the first."""
    if second.front:
        return _with(second, then) if then else text_of(second.words)
    own = repeated(outline, second.finite)
    if own is None and (second.subject or _has_subject_unseen(outline, second)):
        return _turned(outline, second, sign, bool(then))
    if is_order_form(second):
        sure = is_order(outline) or sign.lower_ in {"dus", "maar", ";"}
        return text_of(second.words) if sure else None
    between = any(outline.main.i < t.i < sign.i for t in main_verbs(outline.words, outline.clauses))
    if (
        between
        or (outline.main == outline.first and is_order(outline))
        or _ends_in_condition(outline, second)
    ):
        return None
    return own and joined(own, _with(second, then) if then else text_of(second.words))


def _with(second: Second, word: str) -> str:
    """*u hoeft dan niets te doen*: the word behind the verb and the pronouns there."""
    if any(t.lower_ in _ALREADY for t in second.words):
        return text_of(second.words)
    at = _weak(second.rest, WEAK | {"wij", "we", "ik", "dat", "dit"})
    size = len(second.subject)
    if not second.front and size in {1, 2, 3} and not at and second.subject == second.rest[:size]:
        at = size
    head = text_of((*second.front, second.finite))
    return joined(head, text_of(second.rest[:at]), word, text_of(second.rest[at:]))


def _weak(words: Words, pronouns: frozenset[str]) -> int:
    at = 0
    while at < len(words) and words[at].lower_ in pronouns and words[at].dep_ not in {"det", "nmod:poss"}:
        at += 1
    return at


def _has_subject_unseen(outline: Outline, second: Second) -> bool:
    """*Tijdens het werk is … en kunnen fietsers …*: in front stands no subject, so one comes behind."""
    front = outline.between(outline.first.i, outline.main.i)
    if (
        not front
        or any(t.dep_ in SUBJECTS and _is_of_main(outline, t) for t in front)
        or is_order_form(second)
    ):
        return False
    adverbial = front[0].tag_.startswith(("VZ|init", "BW", "VG|onder"))
    helping = second.finite.dep_ in HELPING
    sure = helping or is_plural_form(outline.main) != is_plural_form(second.finite)
    if not sure or not agrees(second.rest[0], second.finite):
        return False
    return adverbial and second.rest[0].tag_.startswith(("LID", "N|", "VNW|bez", "SPEC", "TW", "ADJ|prenom"))


def _turned(outline: Outline, second: Second, sign: Token, condition: bool) -> str | None:
    """*en kunt u …* behind something in front that holds for both: *Dan kunt u …*, *Ook kunt u …*."""
    forms = {t.lower_ for t in second.words}
    front = outline.between(outline.first.i, outline.main.i)
    if not front or sign.lower_ not in {"en", "maar"}:
        return None
    words = text_of(second.words)
    if condition:
        if "dan" in forms:
            return None
        return (
            joined("dan", words)
            if sign.lower_ == "maar" or forms & _ALREADY
            else joined("ook", _with(second, "dan"))
        )
    if (
        time_in_front(outline)
        and forms & _ALREADY == {"ook"}
        and not _is_past(second)
        and sign.lower_ == "en"
    ):
        return joined("dan", words)
    said = forms & (_ALREADY | {"daarom", "daardoor", "dus"})
    if sign.lower_ == "maar" or said or any(t.dep_ in SUBJECTS and _is_of_main(outline, t) for t in front):
        return None
    if len(front) == 1 and front[0].lower_ in {"daarna", "vervolgens", "dan"}:
        return joined("ook", words if _is_past(second) else _with(second, "dan"))
    if time_in_front(outline) and not _is_past(second):
        return _straight(second) or joined("ook", words)
    return joined("ook", words)


def _is_past(second: Second) -> bool:
    """*was*, *hebt gezegd*: *dan* would be wrong there."""
    perfect = second.finite.lemma_.lower() in {"hebben", "zijn"}
    return "|verl|" in second.finite.tag_ or (
        perfect and any(t.tag_.startswith("WW|vd") for t in second.rest)
    )


def _is_of_main(outline: Outline, subject: Token) -> bool:
    return outline.main in {subject.head, *subject.head.children}


def _straight(second: Second) -> str | None:
    """*kunt u hem vragen stellen* → *u kunt hem dan vragen stellen*."""
    subject = second.subject
    if not subject or subject != second.rest[: len(subject)] or subject[0].lower_ in {"je", "jij"}:
        return None
    rest = second.rest[len(subject) :]
    at = _weak(rest, WEAK)
    verb = text_of((second.finite,))
    return joined(text_of(subject), verb, text_of(rest[:at]), "dan", text_of(rest[at:]))


def _ends_in_condition(outline: Outline, second: Second) -> bool:
    """*wij bellen u en sturen een brief als …*: the condition may hold for both."""
    if any(t.lower_ in {"alleen", "pas"} for t in second.words):
        return False
    behind = (c.opener for c in outline.clauses if c.opener.i > second.finite.i)
    return any(t.lower_ in _CONDITIONS and t.nbor(-1).lower_ not in _SAYING for t in behind)
