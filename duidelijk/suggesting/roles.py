"""*je* → what it is: subject, owner, object or, in *je aanmelden*, itself; None where that is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from duidelijk.language.agreement import infinitive_of
from duidelijk.language.asking import YOU
from duidelijk.language.clauses import SUBJECTS, is_finite
from duidelijk.language.tabular import ends_in, lexicon
from duidelijk.suggesting.clause_words import (
    after,
    asks,
    before,
    is_bare,
    is_condition,
    is_third,
    opens,
    verb_after,
    verb_before,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Role = Literal["subject", "owner", "object", "itself"]
_ONLY_YOU = frozenset({"heb", "ben", "kun", "zul"})
_BEHIND_YOU = frozenset({"hebt", "bent", "kunt", "zult", "wilt"})
_MODAL = frozenset({"kan", "kun", "mag", "moet", "wil", "zal"})
_NEVER_YOU = frozenset({"is", "zijn", "heeft", "worden", "hebben"})
_DESCRIBING = ("ADJ|prenom", "ADJ|vrij", "WW|vd", "WW|od|prenom", "TW|", "VG|neven")
_NAMES = ("N|", "SPEC", "WW|od|nom", "ADJ|nom")
_DAYS = frozenset({"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "zorgen"})
"""Nouns before which *je* is a word by itself: *je zorgen maken*, *je dinsdag melden*."""
_OPENERS = ("VG|", "VNW|betr", "VNW|vb", "VNW|aanw|adv")


def role_of(token: Token) -> Role | None:
    """What *je* is, by its verb, its place and its tag."""
    verb, noun = verb_before(token), _noun_after(token)
    if _follows_preposition(token) and (noun is not None or _says_owner(token)):
        return "owner"
    if verb is not None and verb.lower_ in _ONLY_YOU:
        return "subject"
    if verb is not None and _is_imperative(verb, token):
        return _in_imperative(verb, token, noun)
    if verb is not None and is_bare(verb) and ("|obl" not in token.tag_ or token.dep_ in SUBJECTS):
        doubtful = noun is not None and "VNW|bez" in token.tag_ and not asks(token)
        return None if doubtful and opens(verb) else "subject"
    if noun is None:
        return _without_noun(token)
    if _reads_itself(token):
        return "itself" if noun.lower_ in _DAYS else "owner"
    return _behind_verb(verb, token, noun) if verb is not None else _before_verb(token, noun)


def _is_imperative(verb: Token, token: Token) -> bool:
    """*Neem je pas mee*: no question, no condition, nothing before the verb."""
    return opens(verb) and not asks(token) and not is_condition(verb) and not _is_fronted(verb)


def _says_owner(token: Token) -> bool:
    return "VNW|bez" in token.tag_ or token.dep_ == "nmod:poss"


def _follows_preposition(token: Token) -> bool:
    previous = before(token)
    if previous is None or not previous.tag_.startswith("VZ"):
        return False
    return previous.dep_ == "case" or previous.lower_ != "om"


def _noun_after(token: Token) -> Token | None:
    """The noun of which *je* may be the owner: nothing but what describes it stands between."""
    for following in token.doc[token.i + 1 : min(token.i + 5, token.sent.end)]:
        if following.tag_.startswith(_NAMES):
            return following
        if not following.tag_.startswith(_DESCRIBING) or (
            following.i == token.i + 1 and "|neven" in following.tag_
        ):
            return None
    return None


def _is_fronted(verb: Token) -> bool:
    """*Als je in Nederland woont, betaal je …*: the verb stands behind a clause."""
    if verb.i == verb.sent.start or verb.nbor(-1).text != ",":
        return False
    return any(is_finite(t) for t in verb.doc[verb.sent.start : verb.i])


def _in_imperative(verb: Token, token: Token, noun: Token | None) -> Role | None:
    """*Neem je pas mee* and *Meld je aan*."""
    if noun is not None and noun.lower_ not in _DAYS:
        return "owner"
    return "object" if "|obl" in token.tag_ or _is_reflexive(verb, token) else None


def _is_reflexive(verb: Token, token: Token) -> bool:
    """*Maak je geen zorgen*, *Schrijf je in*: a verb of the list."""
    words = {t.lower_ for t in token.doc[token.i : token.sent.end]}
    row = lexicon("grammatica/wederkerend").rows.get(infinitive_of(verb))
    return row is not None and (not row["met"] or row["met"] in words)


def _without_noun(token: Token) -> Role | None:
    verb, following = verb_before(token), after(token)
    if "|nomin" in token.tag_ and verb is None and following is not None and is_finite(following):
        return "subject"
    if _reads_itself(token):
        worry = following is not None and following.lower_ in _DAYS
        return "owner" if _says_owner(token) and not worry else "itself"
    if verb is not None and is_third(verb):
        return "object"
    if verb is not None and verb.lower_ == "kan" and _has_thing_before(verb):
        return None
    if "|nomin" in token.tag_:
        return "subject"
    return "object" if "|obl" in token.tag_ else None


def _has_thing_before(verb: Token) -> bool:
    """*Een meter kan je helpen*: a noun without a preposition that may be the subject."""
    front = verb.doc[verb.sent.start : verb.i]
    return any(t.tag_.startswith("N|") and t.dep_ not in {"obl", "nmod", "advmod"} for t in front)


def _behind_verb(verb: Token, token: Token, noun: Token) -> Role | None:
    """*komt je kind*: the owner of the subject; *mag je stemmen*: the subject."""
    if verb.lower_ in _MODAL and noun.lower_.endswith("en"):
        return None
    if _has_other_subject(noun.head, token, noun):
        return _owner(token, noun)
    if is_third(verb):
        return "owner"
    if noun.dep_ in SUBJECTS and _says_owner(token):
        return "owner"
    return "subject" if token.dep_ in SUBJECTS or noun.dep_ not in SUBJECTS else None


def _before_verb(token: Token, noun: Token) -> Role | None:
    """Between opener and verb: by the form of the verb, else by the labels."""
    verb = verb_after(noun)
    if verb is not None and verb.lower_ in _BEHIND_YOU and not _has_other_subject(verb, token, noun):
        return "subject" if _is_first(token) else _owner(token, noun)
    if not _is_first(token) or token.nbor(-1).lower_ == "om":
        return _owner(token, noun)
    if verb is None:
        return "owner" if _says_owner(token) else "subject" if "|nomin" in token.tag_ else None
    if verb.lower_ in _NEVER_YOU or verb.tag_.endswith("|mv"):
        return "owner"
    return _by_labels(token, noun)


def _is_first(token: Token) -> bool:
    """Whether it stands right behind what opens a clause, so that it may be the subject."""
    previous = before(token)
    if previous is None or token.i == token.sent.start:
        return False
    asking = any(t.tag_.startswith("VNW|vb") for t in token.doc[max(token.i - 3, token.sent.start) : token.i])
    return (
        previous.tag_.startswith(_OPENERS)
        or previous.dep_ == "mark"
        or asking
        or previous.lower_.startswith("waar")
    )


def _by_labels(token: Token, noun: Token) -> Role | None:
    """*wanneer je antwoord krijgt*: the owner only of what is the subject itself."""
    if _has_other_subject(noun.head, token, noun):
        return _owner(token, noun)
    if _stands_bare(noun):
        return None if noun.dep_ in SUBJECTS else "subject"
    if noun.dep_ in SUBJECTS:
        return "owner"
    singular = noun.tag_.startswith("N|soort|ev") and noun.i == token.i + 1
    return "owner" if singular and noun.dep_ != "obj" else None


def _stands_bare(noun: Token) -> bool:
    """Whether the noun needs no article: *aangifte*, *zorg*."""
    return ends_in(noun.lower_, lexicon("grammatica/zonder-lidwoord").rows)


def _owner(token: Token, noun: Token) -> Role | None:
    """The owner, unless a verb of giving may have *je* for the one who gets it."""
    heads = {noun.head, noun.head.head, token.head}
    gives = any(infinitive_of(head) in lexicon("grammatica/gevende-werkwoorden").rows for head in heads)
    to = any(t.lower_ in {"aan", "voor"} and t.dep_ == "case" for t in token.doc[noun.i : token.sent.end])
    loose = "|mv" in noun.tag_ or _stands_bare(noun)
    return None if gives and not to and loose and noun.dep_ not in SUBJECTS else "owner"


def _has_other_subject(head: Token, token: Token, noun: Token) -> bool:
    """Whether the clause has a subject that is neither the word nor its noun."""
    heads = {head, head.head} if head.dep_ in {"aux", "aux:pass", "cop", "xcomp"} else {head}
    found = [t for each in heads for t in each.children if t.dep_ in SUBJECTS]
    if _is_first(token):
        found = [t for t in found if t.i >= token.i - 1]
    return any(t not in {token, noun} and noun not in t.subtree for t in found)


def _reads_itself(token: Token) -> bool:
    """Whether the subject of its verb is the reader too, and stands before it."""
    previous = before(token)
    if previous is not None and previous.lower_ in YOU and "|bez" not in previous.tag_:
        return True
    head = token.head if token.dep_ != "nmod:poss" else token.head.head
    heads = [head]
    if head.dep_ == "xcomp" and not any(t.lower_ == "te" for t in head.lefts):
        heads.append(head.head)
    subjects = (t for each in heads for t in each.children if t.dep_ in SUBJECTS)
    return any(t.lower_ in YOU and t.i < token.i and not _apart(t, token) for t in subjects)


def _apart(subject: Token, token: Token) -> bool:
    """Whether a mark stands between."""
    return any(t.text in {",", ";", ":"} for t in token.doc[subject.i : token.i])
