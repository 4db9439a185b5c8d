"""Subordinate clause → the same words in the order of a question or of a main clause.

*als u het formulier opstuurt* → *stuurt u het formulier op*; *omdat de weg dicht is* → *de weg is dicht*.
None wherever the place of a word isn't certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import HELPING, SUBJECTS, is_finite, is_verb
from duidelijk.language.inflection import particle_of, verb_forms
from duidelijk.language.outline import Outline, Words, bare, is_joined_to, is_plural_form
from duidelijk.language.subordination import Clause
from duidelijk.suggesting.wording import joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset({"u", "wij", "we", "ik", "je", "jij", "jullie", "hij", "zij", "ze", "het", "er", "men", "dat", "dit", "die"})
WEAK = frozenset({"u", "je", "jou", "mij", "me", "hem", "het", "ons", "hen", "ze", "zich", "er", "haar"})
_EARLY = frozenset({"dan", "daar", "nu", "hier", "toen"})
_PARTICLES = (
    "aan", "achter", "af", "bij", "deel", "dicht", "door", "in", "klaar", "langs", "los", "mee", "na", "neer", "om", "onder",
    "op", "open", "over", "plaats", "rond", "samen", "tegen", "terug", "thuis", "toe", "uit", "vast", "voor",
    "vrij", "weer", "weg",
)  # fmt: skip
_BOTH_WAYS = frozenset({"voorkomen", "overleggen", "doorlopen", "ondergaan"})
_INVERTED = {"bent": "ben", "hebt": "heb", "kunt": "kun", "zult": "zul", "wilt": "wil"}


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
    if clause.finite not in words:
        return None
    second = [t for t in words if t.i > clause.finite.i and _is_second(t, clause, outline)]
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
    if after and start == after[0].i and start != finite.i:
        after = after[1:]
    if len(signs) > 1 and any(t.lower_ in {"en", "of"} and t.i > finite.i for t in after):
        return None
    comma = sign.nbor(-1).text == "," and any(t.text == "," for t in before)
    return Sub((clause.opener,), before, clause.finite, ", " * comma + sign.lower_, Sub((), after, finite))


def asked(sub: Sub, subject: str = "", relative: bool = False) -> str | None:
    """With the verb in front: *stuurt u het formulier op*; ``subject`` for a second clause without its own.

    ``relative``: what stands before the verb is the subject, of both clauses.
    """
    form = split_form(sub.finite)
    if form is None or not sub.words:
        return None
    finite, particle = form
    if sub.words[0].lower_ in {"je", "jij"} or subject in {"je", "jij"}:
        finite = inverted(sub.finite, finite)
    text = joined(finite, subject, _without(sub, sub.words, particle))
    if sub.second is None:
        return text
    shared = "" if relative else _shared_subject(sub)
    if (shared or relative) and _shares_object(sub):
        return None
    second = asked(sub.second, shared) if shared is not None else _behind_same_helper(sub)
    return second and joined(text, sub.join, second)


def _behind_same_helper(sub: Sub) -> str | None:
    """*lager kan worden of kan stoppen*: the second verb without the helper that both have."""
    second = sub.second
    assert second is not None
    same = second.finite.lower_ == sub.finite.lower_ and second.finite.dep_ in HELPING and len(second.words) > 1
    return text_of(t for t in second.words if t != second.finite) if same else None


def stated(sub: Sub, extra: str = "") -> str | None:
    """With the verb in second place: *u stuurt het formulier op*; ``extra`` goes behind verb and pronouns."""
    form = split_form(sub.finite)
    size = opening(sub)
    if form is None or size is None or sub.second is not None:
        return None
    finite, particle = form
    front, rest = sub.words[:size], sub.words[size:]
    if rest and rest[0].text == ",":
        return None
    weak = 0
    while weak < len(rest) and rest[weak].lower_ in WEAK | _EARLY and not _is_article(rest[weak]):
        weak += 1
    if extra and _is_subject_at(sub, rest[weak:]):
        return None
    if front[0].lower_ not in _PRONOUNS and not _holds_subject(sub, front) and rest and rest[0].lower_ in {"je", "jij"}:
        finite = inverted(sub.finite, finite)
    return joined(text_of(front), finite, text_of(rest[:weak]), extra, _without(sub, rest[weak:], particle))


def _is_article(token: Token) -> bool:
    """*het formulier*, *haar kind*: a word that goes with the next."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.lower_ in {"het", "haar", "ons", "je"} and (token.dep_ in {"det", "nmod:poss"} or (
        after is not None and after.tag_.startswith(("N|", "ADJ|prenom")) and token.tag_.startswith(("LID", "VNW|bez"))
    ))


def _is_subject_at(sub: Sub, rest: Sequence[Token]) -> bool:
    return bool(rest) and _holds_subject(sub, rest[:3]) and not _holds_subject(sub, sub.words[: rest[0].i - sub.words[0].i])


def _without(sub: Sub, words: Words, particle: str) -> str:
    """The words with the particle in the place of the finite verb; *mee kunt doen* → *meedoen*."""
    before = tuple(t for t in words if t.i < sub.finite.i)
    after = tuple(t for t in words if t.i > sub.finite.i)
    apart = before and after and before[-1].lower_ in _PARTICLES and after[0].tag_.startswith(("WW|inf", "WW|vd"))
    if apart and before[-1].i + 1 == sub.finite.i and before[-1].dep_ != "case":
        return joined(text_of(before[:-1]), before[-1].text + text_of(after))
    return joined(text_of(before), particle, text_of(after))


def split_form(finite: Token) -> tuple[str, str] | None:
    """A finite form at the end of a clause, with its particle apart: *opstuurt* → *stuurt*, *op*."""
    form, lemma = finite.lower_, finite.lemma_.lower().replace("_", "")
    particle = particle_of(lemma)
    if lemma in _BOTH_WAYS:
        return None
    if particle:
        return (form[len(particle) :], particle) if form.startswith(particle) and form != particle else (form, "")
    return None if _may_be_separable(form, lemma) else (form, "")


def _may_be_separable(form: str, lemma: str) -> bool:
    """An unknown verb that begins like one that falls apart."""
    known = verb_forms(lemma)
    regular = form in {known.present_1, known.present_3, known.present_plural, known.past_singular, known.past_plural}
    if regular and lemma in _inseparable():
        return False
    return any(form.startswith(p) and len(form) - len(p) > 3 and _is_verb_form(form[len(p) :]) for p in _PARTICLES)


def _inseparable() -> frozenset[str]:
    from duidelijk.language.tabular import lexicon

    return frozenset(lexicon("grammatica/werkwoorden").rows) | frozenset(lexicon("grammatica/onregelmatige-werkwoorden").rows)


def _is_verb_form(rest: str) -> bool:
    return rest[0] not in "aeiou" and any(c in "aeiouy" for c in rest)


def inverted(token: Token, form: str) -> str:
    """The form before *je*: *kunt* → *kun*, *stuurt* → *stuur*."""
    if form in _INVERTED:
        return _INVERTED[form]
    forms = verb_forms(token.lemma_.lower().replace("_", ""))
    if form == forms.present_3:
        return forms.present_1
    bare_ = "|verl|" not in token.tag_ and form.endswith("t") and not forms.infinitive.endswith("ten")
    return form[:-1] if bare_ and form != forms.present_1 else form


def opening(sub: Sub) -> int | None:
    """How many words the first constituent has; None where that isn't certain."""
    words = sub.words
    first = words[0]
    if first == sub.finite or not any(t.i < sub.finite.i for t in words):
        return None
    if first.lower_ in _PRONOUNS and not _is_article(first) and first.dep_ not in {"det", "nmod:poss"}:
        return 1 if _agrees(first, sub.finite) else None
    for token in words:
        if token.dep_ in SUBJECTS and token.i < sub.finite.i and _owns(sub, token.head):
            stretch = sorted(t.i for t in token.subtree)
            if stretch[0] == first.i and stretch[-1] < sub.finite.i and stretch == list(range(first.i, stretch[-1] + 1)):
                return len(stretch)
    return _adverbial(sub)


def _adverbial(sub: Sub) -> int | None:
    """The words of an adverb or a time before a subject that is a pronoun."""
    for size in range(1, 6):
        behind = sub.words[size : size + 1]
        if behind and behind[0].lower_ in {"u", "wij", "we", "ik", "er"} and behind[0].i < sub.finite.i:
            front = sub.words[:size]
            adverb = front[0].tag_.startswith("BW") or front[0].tag_.startswith("VZ|init")
            return size if adverb and _agrees(behind[0], sub.finite) and not any(map(is_verb, front)) else None
    return None


def _holds_subject(sub: Sub, words: Sequence[Token]) -> bool:
    return any((t.dep_ in SUBJECTS and _owns(sub, t.head)) or t.lower_ in {"wij", "we", "ik", "hij", "er"} for t in words)


def _owns(sub: Sub, predicate: Token) -> bool:
    """Whether a predicate is that of the clause: its finite verb, or what that helps."""
    finite = sub.finite
    return predicate == finite or (finite.dep_ in HELPING and finite.head == predicate) or predicate.head == finite or (
        finite.head == predicate
    )


def _agrees(pronoun: Token, finite: Token) -> bool:
    form, plural = pronoun.lower_, is_plural_form(finite)
    if form in {"wij", "we", "jullie"}:
        return plural
    if form in {"u", "je", "jij"}:
        return not plural and finite.lower_ != "is"
    return not plural if form in {"ik", "hij", "het", "men", "dat", "dit"} else True


def _shares_object(sub: Sub) -> bool:
    """*als u het formulier invult en opstuurt*: the second verb lacks what the first one has."""
    assert sub.second is not None
    second = sub.second
    linked = any(t.dep_ in {"cop", "aux"} and t == second.finite for t in (second.finite,)) or second.finite.lower_ in {
        "is", "bent", "zijn", "wordt", "worden", "blijft", "gaat", "gaan", "woont", "werkt", "komt", "komen",
    }  # fmt: skip
    has = [any(t.dep_ in {"obj", "ccomp"} or t.lower_ in {"niets", "alles", "iets"} for t in each.words) for each in (sub, second)]
    return has[0] and not has[1] and not linked


def _shared_subject(sub: Sub) -> str | None:
    """What the second clause needs as a subject: nothing if it has its own, else the pronoun of the first."""
    assert sub.second is not None
    second = sub.second
    if not second.words:
        return None
    first = second.words[0]
    own = first.lower_ in _PRONOUNS - {"het", "dat", "dit", "die"} and _agrees(first, second.finite)
    if own or any(t.dep_ in SUBJECTS and t.i < second.finite.i and _owns(second, t.head) for t in second.words):
        return ""
    subject = sub.words[0]
    if subject.lower_ in {"u", "wij", "we", "ik", "je", "jij"} and _agrees(subject, second.finite):
        return subject.lower_
    return None
