"""*u* and its kin → *je*, *jou*, *jij* or *jezelf*, with the verb of which it is the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.agreement import for_reader, infinitive_of
from duidelijk.language.clauses import SUBJECTS, clause_of, is_finite
from duidelijk.language.inflection import verb_forms
from duidelijk.language.tabular import ends_in, lexicon
from duidelijk.suggesting.clause_words import after, asks, before, opens, sharing, verb_after, verb_before
from duidelijk.suggesting.editing import Changes

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPARING = frozenset({"dan", "als", "zoals"})
_GROUPS = frozenset({"allen", "beiden", "allemaal", "beide"})
_STRESSING = frozenset({"als", "zelf", "en", "of"})
_READING = frozenset({"lezen", "zien", "betalen"})
_NEVER_U = frozenset({"kan", "wil", "zal", "is", "wordt"})


def familiar(token: Token) -> Changes | None:
    """What changes with this word; None where it isn't certain what it is."""
    following = after(token)
    if token.lower_ in {"uw", "uzelf"}:
        return {token.i: "je" if token.lower_ == "uw" else "jezelf"}
    if token.lower_ != "u" or (following is not None and following.lower_ in _GROUPS):
        return None
    if token.dep_ == "conj" and token.head.tag_.startswith(("N|", "SPEC", "VNW")):
        return {token.i: "jij" if token.head.dep_ in SUBJECTS else "jou"}
    subject = _is_subject(token)
    if subject is None:
        return None
    return _subject(token) if subject else {token.i: _object(token)}


def _is_subject(token: Token) -> bool | None:
    """None where something else before the verb is its subject too, by the parse."""
    verb = verb_before(token)
    if verb is not None and (verb.tag_.endswith("|mv") or (verb.lower_ in _NEVER_U and not opens(verb))):
        return False
    says_so = token.dep_ in SUBJECTS or "|nomin" in token.tag_
    if verb is None or not says_so:
        return says_so
    other = _other_subject(verb, token)
    if other is None:
        return True
    if _acts(other):
        return False
    human = (
        infinitive_of(verb) in lexicon("grammatica/geen-gebiedende-wijs").rows
        or infinitive_of(verb) in _READING
    )
    return True if human else None


def _other_subject(verb: Token, token: Token) -> Token | None:
    """*De bank vraagt u*: another subject before the verb."""
    heads = {token.head, verb, verb.head if verb.dep_ in {"aux", "aux:pass", "cop"} else verb}
    others = [
        t for head in heads for t in head.children if t.dep_ in SUBJECTS and t != token and t.i < verb.i
    ]
    return next((t for t in others if not t.tag_.startswith("VNW|betr") and _in_clause(t, verb)), None)


def _acts(subject: Token) -> bool:
    """Whether it is someone who asks or tells: *de bank*, *wij*."""
    someone = ends_in(subject.lower_, lexicon("grammatica/handelaars").rows)
    return someone or subject.tag_.startswith(("VNW|pers", "SPEC", "N|eigen"))


def _in_clause(subject: Token, verb: Token) -> bool:
    """Whether no other finite verb or mark stands between."""
    return not any(is_finite(t) or t.text in {",", ";", ":"} for t in verb.doc[subject.i + 1 : verb.i])


def _object(token: Token) -> str:
    """*jou* behind a preposition, *je bij je hebt* of one's own, else *je*."""
    previous = before(token)
    if previous is None or not previous.tag_.startswith("VZ"):
        return "jij" if previous is not None and previous.lower_ in _COMPARING else "je"
    own = any(t.dep_ in SUBJECTS and t.lower_ == "u" for t in clause_of(token).children)
    return "je" if own and previous.lower_ in {"bij", "met", "om"} else "jou"


def _subject(token: Token) -> Changes | None:
    verb, following = verb_before(token), after(token)
    joined = any(t.dep_ == "conj" for t in token.children)
    own = _own_words(token)
    if verb is not None:
        return None if joined else _behind(verb, token, own)
    verb = verb_after(token)
    stressed = joined or (following is not None and following.lower_ in _STRESSING) or verb is None
    changing = (verb, *sharing(token, verb)) if verb is not None else ()
    forms = {t.i: "hebt" for t in changing if t.lower_ == "heeft"}
    return {token.i: "jij" if stressed else "je", **forms, **own}


def _behind(verb: Token, token: Token, own: Changes) -> Changes | None:
    """*hebt u* → *heb je*; *Neemt u contact op.* → *Neem contact op.*"""
    if verb.i == verb.sent.start and verb.text.istitle() and not asks(token) and _is_imperative(verb):
        return _imperative(token, verb, own)
    form = for_reader(verb, "je", inverted=True)
    if form is None or sharing(token, verb):
        return None
    return {verb.i: form, token.i: "je", **own}


def _own_words(subject: Token) -> Changes:
    """*zich* of the same clause."""
    bare = (
        t
        for t in subject.head.children
        if t.dep_ == "xcomp" and not any(c.lower_ in {"te", "om"} for c in t.lefts)
    )
    found = (t for head in (subject.head, *bare) for t in head.children if t.lower_ == "zich")
    return {t.i: "je" for t in found}


def _is_imperative(verb: Token) -> bool:
    """*Neemt u contact op.*: the main clause of a sentence that asks nothing."""
    listed = infinitive_of(verb) in lexicon("grammatica/geen-gebiedende-wijs").rows
    return not listed and "|verl" not in verb.tag_ and verb.dep_ in {"ROOT", "root"}


def _imperative(subject: Token, verb: Token, own: Changes) -> Changes | None:
    """*Neem contact op*, *Meld je aan*; nothing where a condition or *Laat u niet …* may be meant."""
    forms = verb_forms(infinitive_of(verb))
    others = [t for t in subject.doc[subject.i : subject.sent.end] if is_finite(t) or t.lower_ == "dan"]
    if others or forms.present_1 == forms.present_3 or verb.lower_ != forms.present_3:
        return None
    return {verb.i: forms.present_1, subject.i: "", **own}
