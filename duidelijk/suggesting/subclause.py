"""A subordinate clause in its parts: opener, words, finite verb, and a second clause joined to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, SUBJECTS, is_finite, is_verb
from duidelijk.language.outline import Outline, Words, bare, is_joined_to, is_plural_form
from duidelijk.language.subordination import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = frozenset("u wij we ik je jij jullie hij zij ze het er men dat dit die".split())
_AMOUNTS = frozenset({"veel", "meer", "minder", "weinig", "iets", "niets", "genoeg"})
_SIMPLE = frozenset("is bent zijn wordt worden blijft gaat gaan woont werkt komt komen".split())


@dataclass(frozen=True)
class Sub:
    """A subordinate clause: the words behind its opener, its finite verb, and what is joined to it."""

    opener: Words
    words: Words
    finite: Token
    join: str = ""
    second: Sub | None = None


def sub_of(outline: Outline, clause: Clause, end: int) -> Sub | None:
    """The clause up to token ``end``, with a second one joined to it; None if not certain."""
    if clause.finite is None:
        return None
    words = outline.between(clause.opener.i + 1, end)
    if clause.finite not in words or clause.finite.nbor(-1).lower_ in {"en", "of", "maar"}:
        return None
    second = [t for t in words if t.i > clause.finite.i and _is_second(t, clause, outline)]
    closing = {c.finite for c in outline.clauses}
    later = [t for t in words if is_finite(t) and t.i > clause.finite.i and t not in closing]
    if any(t not in second and not any(_is_within(t, c, clause) for c in outline.clauses) for t in later):
        return None
    if not second:
        return Sub((clause.opener,), words, clause.finite)
    return _joined_sub(outline, clause, words, second[0]) if len(second) == 1 else None


def _is_second(token: Token, clause: Clause, outline: Outline) -> bool:
    """The verb of a second clause: without an opener of its own, or with the same one (*of als u …*)."""
    closed = next((c for c in outline.clauses if c.finite == token), None)
    if closed is not None:
        same = closed.opener.lower_ == clause.opener.lower_ and closed.opener.nbor(-1).lower_ in {"en", "of"}
        return same and closed.opener.i > clause.opener.i
    if any(_is_within(token, c, clause) for c in outline.clauses):
        return False
    assert clause.finite is not None
    plural = token.tag_.startswith("WW|inf") and token.dep_ == "conj" and token.head == clause.finite
    return is_finite(token) or (plural and is_plural_form(clause.finite) and token.nbor(-1).lower_ != "te")


def _is_within(token: Token, inner: Clause, outer: Clause) -> bool:
    """Whether the verb is joined to that of a clause within the clause (*als u werkt of studeert*)."""
    if inner.finite is None or not outer.opener.i < inner.opener.i < inner.finite.i < token.i:
        return False
    return is_joined_to(token, {inner.finite.i})


def _joined_sub(outline: Outline, clause: Clause, words: Words, finite: Token) -> Sub | None:
    """Two clauses with *en* or *of* between."""
    assert clause.finite is not None
    start = next((c.opener.i for c in outline.clauses if c.finite == finite), finite.i)
    inside = (t for t in words if clause.finite.i < t.i < start)
    signs = [t for t in inside if t.lower_ in {"en", "of"} and t.tag_.startswith("VG|neven")]
    if not signs:
        return None
    sign = signs[-1]
    before, after = bare(t for t in words if t.i < sign.i), bare(t for t in words if t.i > sign.i)
    again = after and clause.opener.lower_ in {"die", "dat"} and after[0].lower_ == clause.opener.lower_
    if again or (after and start == after[0].i and start != finite.i):
        after = after[1:]
    if len(signs) > 1 and any(t.lower_ in {"en", "of"} and t.i > finite.i for t in after):
        return None
    comma = sign.nbor(-1).text == "," and any(t.text == "," for t in before)
    return Sub((clause.opener,), before, clause.finite, ", " * comma + sign.lower_, Sub((), after, finite))


def opening(sub: Sub) -> int | None:
    """How many words the first constituent has; None where that isn't certain."""
    words = sub.words
    first = words[0]
    if first == sub.finite or not any(t.i < sub.finite.i for t in words):
        return None
    if first.lower_ in PRONOUNS and not is_article(first) and first.dep_ not in {"det", "nmod:poss"}:
        return 1 if _agrees(first, sub.finite) else None
    for token in words:
        if token.dep_ in SUBJECTS and token.i < sub.finite.i and _owns(sub, token.head):
            stretch = sorted(t.i for t in token.subtree)
            if (
                stretch[0] == first.i
                and stretch[-1] < sub.finite.i
                and stretch == list(range(first.i, stretch[-1] + 1))
            ):
                return len(stretch)
    return _adverbial(sub)


def _adverbial(sub: Sub) -> int | None:
    """The words of an adverb or a time before a subject that is a pronoun."""
    for size in range(1, 6):
        behind = sub.words[size : size + 1]
        if behind and behind[0].lower_ in {"u", "wij", "we", "ik", "er"} and behind[0].i < sub.finite.i:
            front = sub.words[:size]
            adverb = front[0].tag_.startswith("BW") or front[0].tag_.startswith("VZ|init")
            return (
                size if adverb and _agrees(behind[0], sub.finite) and not any(map(is_verb, front)) else None
            )
    return None


def holds_subject(sub: Sub, words: Sequence[Token]) -> bool:
    return any(
        (t.dep_ in SUBJECTS and _owns(sub, t.head)) or t.lower_ in {"wij", "we", "ik", "hij", "er"}
        for t in words
    )


def _owns(sub: Sub, predicate: Token) -> bool:
    """Whether a predicate is that of the clause: its finite verb, or what that helps."""
    finite = sub.finite
    return (
        predicate == finite
        or (finite.dep_ in HELPING and finite.head == predicate)
        or predicate.head == finite
        or (finite.head == predicate)
    )


def _agrees(pronoun: Token, finite: Token) -> bool:
    form, plural = pronoun.lower_, is_plural_form(finite)
    if form in {"wij", "we", "jullie"}:
        return plural
    if form in {"u", "je", "jij"}:
        return not plural and finite.lower_ != "is"
    return not plural if form in {"ik", "hij", "het", "men", "dat", "dit"} else True


def _same(noun: Token, finite: Token) -> bool:
    """Whether the number of a noun is that of the verb, as far as it shows."""
    return not ("|mv" in noun.tag_ and noun.tag_.startswith("N|") and not is_plural_form(finite))


def shares_object(sub: Sub) -> bool:
    """*als u het formulier invult en opstuurt*: the second verb lacks what the first one has."""
    assert sub.second is not None
    second = sub.second
    linked = second.finite.dep_ in {"cop", "aux"} or second.finite.lower_ in _SIMPLE
    has = [
        any(t.dep_ in {"obj", "ccomp"} or t.lower_ in {"niets", "alles", "iets"} for t in each.words)
        for each in (sub, second)
    ]
    return has[0] and not has[1] and not linked


def shared_subject(sub: Sub) -> str | None:
    """What the second clause needs as a subject: nothing if it has its own, else the pronoun of the first."""
    assert sub.second is not None
    second = sub.second
    if not second.words:
        return None
    first = second.words[0]
    own = first.lower_ in PRONOUNS - {"het", "dat", "dit", "die"} and _agrees(first, second.finite)
    before = (t for t in second.words if t.i < second.finite.i and t.lower_ not in _AMOUNTS)
    if own or any(t.dep_ in SUBJECTS and _owns(second, t.head) and _same(t, second.finite) for t in before):
        return ""
    subject = sub.words[0]
    if subject.lower_ in {"u", "wij", "we", "ik", "je", "jij"} and _agrees(subject, second.finite):
        return subject.lower_
    return None


def is_article(token: Token) -> bool:
    """*het formulier*, *haar kind*: a word that goes with the next."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.lower_ in {"het", "haar", "ons", "je"} and (
        token.dep_ in {"det", "nmod:poss"}
        or (
            after is not None
            and after.tag_.startswith(("N|", "ADJ|prenom"))
            and token.tag_.startswith(("LID", "VNW|bez"))
        )
    )
