"""What a pronoun of the reader is in its clause: subject or not, before or behind its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.agreement import infinitive_of
from duidelijk.language.clauses import SUBJECTS, finite_verb, helpers, is_finite
from duidelijk.language.inflection import VerbForms, verb_forms
from duidelijk.language.tabular import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINING = "VG|neven"


def before(token: Token) -> Token | None:
    """The word before it in the sentence."""
    return token.nbor(-1) if token.i > token.sent.start else None


def after(token: Token) -> Token | None:
    """The word behind it in the sentence."""
    return token.nbor() if token.i + 1 < token.sent.end else None


def verb_before(token: Token) -> Token | None:
    """The finite verb right before it."""
    previous = before(token)
    return previous if previous is not None and is_finite(previous) else None


def verb_after(subject: Token) -> Token | None:
    """The finite verb of a subject that stands before it: by the parse, else the next one."""
    own = [t for t in (subject.head, *helpers(subject.head)) if is_finite(t) and t.i > subject.i]
    if own and subject.dep_ in SUBJECTS:
        return min(own, key=lambda t: t.i)
    return next((t for t in subject.doc[subject.i + 1 : subject.sent.end] if is_finite(t)), None)


def sharing(subject: Token, verb: Token) -> list[Token]:
    """The finite verbs behind this one that have the same subject: *u betaalt huur en hebt …*."""
    joined = (t for t in subject.head.children if t.dep_ == "conj" and t.i > verb.i)
    found = (finite_verb(t) for t in joined if not any(c.dep_ in SUBJECTS for c in t.children))
    return [t for t in found if t is not None and t.i > verb.i and not _has_own(t)]


def _has_own(verb: Token) -> bool:
    """Whether a pronoun right behind it may be its subject."""
    following = after(verb)
    return (
        following is not None
        and following.tag_.startswith("VNW|pers")
        and following.lower_ not in {"het", "ze"}
    )


def opens(verb: Token) -> bool:
    """Whether a verb begins its clause: at the start of the sentence, or behind a mark or *en*."""
    previous = before(verb)
    return previous is None or previous.is_punct or previous.tag_.startswith(_JOINING)


def asks(token: Token) -> bool:
    """Whether its sentence ends with a question mark."""
    return token.sent.text.rstrip(" ”’\"')\n").endswith("?")


def is_condition(verb: Token) -> bool:
    """*Krijg je geld terug, dan …*: another clause comes behind it; or the verb can't be an imperative."""
    if infinitive_of(verb) in lexicon("grammatica/geen-gebiedende-wijs").rows:
        return True
    end = next((t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.text in {",", ";"}), None)
    rest = [t for t in verb.doc[end.i + 1 : verb.sent.end] if not t.is_punct] if end is not None else []
    return bool(rest) and (rest[0].lower_ == "dan" or is_finite(rest[0]))


def is_bare(verb: Token) -> bool:
    """*krijg*, of which *hij krijgt* differs."""
    forms = _forms(verb)
    return "|verl" not in verb.tag_ and verb.lower_ == _first(verb, forms) != _third(verb, forms)


def is_third(verb: Token) -> bool:
    """*krijgt*, *is*, *worden*: a form that never goes with *je* right behind it."""
    if "|verl" in verb.tag_:
        return verb.tag_.endswith("|mv")
    forms = _forms(verb)
    third = _third(verb, forms)
    return (
        verb.lower_ in {third, forms.joined(third)} and third != _first(verb, forms)
    ) or verb.tag_.endswith("|mv")


def _forms(verb: Token) -> VerbForms:
    return verb_forms(infinitive_of(verb))


def _first(verb: Token, forms: VerbForms) -> str:
    return {"zijn": "ben", "hebben": "heb"}.get(forms.infinitive, forms.present_1)


def _third(verb: Token, forms: VerbForms) -> str:
    return {"zijn": "is", "hebben": "heeft"}.get(forms.infinitive, forms.present_3)
