"""A word such as *en* → the main clause behind it, where it surely joins two main clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, is_finite, is_noun, is_verb
from duidelijk.language.inflection import verb_forms
from duidelijk.language.outline import Outline, Words, is_plural_form, main_verbs
from duidelijk.language.subordination import SUBORDINATING
from duidelijk.suggesting.fronts import is_order
from duidelijk.suggesting.pairs import has_condition, is_pair

if TYPE_CHECKING:
    from spacy.tokens import Token

SIGNS = frozenset({"en", "maar", "want", "dus", "of", ";", ":", ","})
SPEAKERS = frozenset({"u", "wij", "we", "ik", "je", "jij"})
_PRONOUNS = SPEAKERS | frozenset({"jullie", "hij", "zij", "ze", "het", "er", "dit", "dat", "deze", "die"})
_POINTING = frozenset(
    "dan daarom daardoor daarna daarmee daarvoor hiervoor dus daar hierbij daarbij toch hiermee "
    "hierdoor".split()
)
_OBJECTS = ("LID", "N|", "VNW", "ADJ", "BW", "TW", "SPEC")
_MODALS = frozenset(
    "kunnen moeten mogen willen zullen gaan laten hoeven blijven zouden konden moesten wilden".split()
)
_ABLE = frozenset("kan kunt moet mag wil wilt zal zult gaat laat hoeft zou kon moest wilde".split())
_ANNOUNCING = frozenset(
    "volgende dit deze zo volgt twee drie vier vijf manieren mogelijkheden nodig zoals bijvoorbeeld "
    "namelijk op keuze redenen stappen voorwaarden vragen opties gevallen".split()
)


@dataclass(frozen=True)
class Second:
    """What stands behind the sign: its words and its finite verb."""

    words: Words
    finite: Token

    @property
    def front(self) -> Words:
        """What comes before the verb."""
        return tuple(t for t in self.words if t.i < self.finite.i)

    @property
    def rest(self) -> Words:
        """What comes behind the verb."""
        return tuple(t for t in self.words if t.i > self.finite.i)

    @property
    def subject(self) -> Words:
        """The subject behind a verb in front; nothing when there is none."""
        first = self.rest[0]
        if first.lower_ in _PRONOUNS - {"dit", "dat", "deze", "die", "jullie"} and (
            first.dep_ in SUBJECTS or first.lower_ in {"wij", "we", "ik", "hij", "er"} or self._is_you(first)
        ):
            return (first,)
        for token in self.rest:
            own = token.dep_ in SUBJECTS and self.finite in {token.head, *token.head.children}
            if own and agrees(token, self.finite):
                return tuple(sorted(token.subtree, key=lambda t: t.i))
        return ()

    def _is_you(self, first: Token) -> bool:
        """*en kunt u*, but not *en sturen u*."""
        return first.lower_ == "u" and not is_plural_form(self.finite) and first.dep_ != "iobj"


def agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun may be the subject of a verb with this form: not one alone with *gaven*."""
    single = noun.tag_.startswith(("N|soort|ev", "N|eigen|ev", "SPEC")) and not any(
        t.dep_ in {"conj", "nummod", "flat"} or t.lower_ == "aantal" for t in noun.children
    )
    return not (single and is_plural_form(verb)) or noun.lower_ == "aantal"


def second_clause(outline: Outline, sign: Token, first: Words) -> Second | None:
    """The clause behind the sign, if it has the order of a main clause."""
    words = outline.between(sign.i + 1, outline.words[-1].i + 1)
    if len(words) < 2 or (sign.text == "," and words[0].lower_ in SIGNS) or is_pair(first, words, sign):
        return None
    if words[0].i in outline.aside or (
        sign.text == "," and words[0].lower_ == "dan" and has_condition(outline, sign)
    ):
        return None
    verbs = [t for t in main_verbs(outline.words, outline.clauses) if t.i > sign.i]
    own = _own_verb(outline, first, words)
    if own is not None and (not verbs or verbs[0].i > own.i):
        verbs.insert(0, own)
    if not verbs or verbs[0].i == words[-1].i:
        return None
    second = Second(words, verbs[0])
    if not _is_one(second, outline) or not _is_joined(first, second, sign) or _shares_helper(outline, second):
        return None
    if any(t.nbor(-1).text == "," and t.i > second.finite.i and t.i != words[0].i for t in verbs[1:]):
        return None
    return second if _is_main_order(second, outline, sign) else None


def _is_joined(first: Words, second: Second, sign: Token) -> bool:
    """A comma and a colon alone join two statements only where that is beyond doubt."""
    if sign.text == ",":
        return _is_splice(second)
    return sign.text != ":" or _explains(first, second)


def _own_verb(outline: Outline, first: Words, words: Words) -> Token | None:
    """*en nemen contact op*, *en neem contact op*, *en u kunt ons bellen*: sure by form and order."""
    head = words[0]
    if _disagrees(outline, head, first):
        return head
    if head.tag_.startswith("WW|inf") and is_plural_form(outline.main) and head.lower_.endswith("en"):
        alone = not any(t.tag_.startswith("WW|inf") for t in first)
        return head if alone or words[1].tag_.startswith(("VNW", "LID")) else None
    if head.tag_.endswith("tgw|ev") and is_order(outline):
        return head
    if len(words) < 3:
        return None
    if (
        is_finite(head)
        and not head.lower_.endswith("en")
        and words[1].tag_.startswith(_OBJECTS)
        and len(words) > 3
    ):
        return head
    if not is_finite(words[1]):
        return _before_subject(words)
    pointing = head.lower_ in {"die", "dat", "dit", *_POINTING} and words[2].lower_ in {
        "wij",
        "we",
        "u",
        "ik",
    }
    speaking = head.lower_ in {"u", "wij", "we", "ik"} and not words[2].tag_.startswith(
        ("WW", "VZ", *SUBORDINATING)
    )
    return words[1] if pointing or speaking else None


def _disagrees(outline: Outline, verb: Token, first: Words) -> bool:
    """*Wij weten dat dit moeilijk is en werken eraan*: a plural that only the main clause has."""
    inside = [
        c.finite for c in outline.clauses if c.finite is not None and outline.main.i < c.finite.i < verb.i
    ]
    infinitive = any(t.tag_.startswith("WW|inf|vrij") for t in first) or outline.main.lower_ in _MODALS
    if not inside or infinitive or not verb.tag_.startswith(("WW|pv", "WW|inf")) or "|prenom" in verb.tag_:
        return False
    plural = verb.lower_.endswith("en") and is_plural_form(outline.main)
    return plural and not any(map(is_plural_form, inside))


def _before_subject(words: Words) -> Token | None:
    """*en op de achterkant leest u hoe …*: the first verb, with *u* or *wij* right behind it."""
    verb = next((t for t in words[:-2] if is_finite(t)), None)
    if verb is None or not words[0].tag_.startswith(("VZ|init", "BW")):
        return None
    opened = any(t.tag_.startswith(SUBORDINATING) for t in words if t.i < verb.i)
    behind = verb.nbor()
    sure = behind.lower_ in {"wij", "we", "ik"} or (behind.lower_ == "u" and behind.dep_ in SUBJECTS)
    return verb if sure and not opened else None


def _shares_helper(outline: Outline, second: Second) -> bool:
    """*Wij willen u bellen en maken …*: it may be an infinitive behind the helper of the first clause."""
    verb = second.finite
    if not second.front and second.rest[0].tag_.startswith(("VNW", "LID", "N|", "BW")):
        return False  # an infinitive would close its words
    if outline.main.lower_ not in _MODALS | _ABLE or not verb.lower_.endswith("en") or verb.lower_ in _MODALS:
        return False
    return not any(t.dep_ in SUBJECTS or t.lower_ in {"wij", "we", "ze", "zij"} for t in second.words)


def _is_one(second: Second, outline: Outline) -> bool:
    """Whether at most one constituent stands before the verb."""
    front = second.front
    if len(front) < 2:
        return not front or not _is_loose_noun(front[0], second)
    if outline.opened_by(front[0]) is not None:
        return second.finite.nbor(-1).text == ","
    if front[0].lower_ in _PRONOUNS - {"het", "dit", "dat", "deze", "die"}:
        return False
    if second.rest[0].lower_ in {"wij", "we", "ik"} and not front[0].tag_.startswith("N|"):
        return not any(t.text == "," or is_finite(t) for t in front)
    tops = {_top(t, front) for t in front if not t.is_punct}
    return len(tops) == 1 and second.finite.doc[tops.pop()].head.i >= front[0].i


def _is_loose_noun(noun: Token, second: Second) -> bool:
    """*de procedure en aanpak verwijzen wij*: it may go with the noun before it."""
    bare = noun.tag_.startswith("N|soort") and is_noun(noun.nbor(-2))
    return bare and second.rest[0].lower_ in SPEAKERS


def _top(token: Token, front: Words) -> int:
    inside = {t.i for t in front}
    while token.head.i in inside and token.head != token:
        token = token.head
    return token.i


def _is_splice(second: Second) -> bool:
    """*…, daarom kunt u*, *…, dat is niet nodig*: a clause that a comma joins, without doubt."""
    front, behind = second.front, second.rest[0]
    if not front or front[0].tag_.startswith(SUBORDINATING) or any(_goes_on(t) for t in second.words):
        return False
    if behind.lower_ in {"wij", "we", "ik"} or (behind.lower_ == "u" and behind.dep_ in SUBJECTS):
        return True
    return len(front) == 1 and front[0].lower_ in _POINTING | {"wij", "we", "u", "ik", "dit", "dat", "deze"}


def _goes_on(comma: Token) -> bool:
    """A comma behind which no subordinate clause begins: the first clause may go on there."""
    return (
        comma.text == "," and not comma.nbor().tag_.startswith(SUBORDINATING) and comma.nbor().dep_ != "mark"
    )


def _explains(first: Words, second: Second) -> bool:
    """Whether a whole statement stands before the colon that doesn't announce what comes."""
    forms = {t.lower_ for t in first}
    return len(first) > 3 and forms.isdisjoint(_ANNOUNCING) and bool(second.front) and len(second.words) > 3


def _is_main_order(second: Second, outline: Outline, sign: Token) -> bool:
    """Whether these words can't be the second half of a subordinate clause before the sign."""
    if sign.lower_ in {"want", ";", ":"} or not any(
        outline.main.i < c.opener.i < sign.i for c in outline.clauses
    ):
        return True
    after = second.rest[0]
    if not second.front and _disagrees(outline, second.finite, ()):
        return True
    if second.front and second.front[0].lower_ not in _PRONOUNS and not is_finite(after):
        return after.lower_ in _PRONOUNS or after.tag_.startswith(("LID", "VNW|bez"))
    return after.tag_.startswith(_OBJECTS) and not is_verb(after) and not after.tag_.startswith(SUBORDINATING)


def is_order_form(second: Second) -> bool:
    """*zorg dat u op tijd bent*: a stem that isn't the form for *u* or *hij*."""
    forms = verb_forms(second.finite.lemma_.lower().replace("_", ""))
    return second.finite.lower_ == forms.present_1 != forms.present_3
