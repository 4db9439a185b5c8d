"""The subject of a first clause → the words for it in a second one: *wij*, *uw aanvraag*, *zij*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, finite_verb
from duidelijk.language.outline import Outline, Words, is_plural_form
from duidelijk.language.tabular import ends_in, lexicon
from duidelijk.suggesting.wording import joined, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset(
    {"wij", "we", "u", "ik", "je", "jij", "jullie", "hij", "zij", "ze", "het", "dit", "dat", "deze"}
)
_DEFINITE = frozenset({"de", "het", "deze", "dit", "die", "dat", "uw", "onze", "ons", "mijn", "jouw", "je"})
_EACH = frozenset(
    {
        "geen",
        "niemand",
        "niets",
        "elke",
        "elk",
        "iedere",
        "ieder",
        "iedereen",
        "weinig",
        "wie",
        "wat",
        "alles",
        "beide",
        "men",
        "er",
        "zoveel",
        "alleen",
        "welke",
    }
)


def repeated(outline: Outline, finite: Token) -> str | None:
    """The subject in front of the main verb, for a clause with this verb; None where no words are certain."""
    words = outline.between(outline.first.i, outline.main.i)
    plural = is_plural_form(outline.main)
    if not words or plural != is_plural_form(finite) or words[0].lower_ in _EACH:
        return None
    if len(words) == 1 and words[0].lower_ in _PRONOUNS:
        return text_of(words)
    subject = _subject(outline, words)
    if subject is None or any(t.lower_ in _EACH for t in words):
        return None
    others = outline.between(outline.main.i + 1, finite.i)
    return _several(subject, words, others) if plural else _one(subject, words)


def _subject(outline: Outline, words: Words) -> Token | None:
    """The noun of the subject, if all words before the verb belong to it."""
    for token in words:
        if token.dep_ in SUBJECTS and outline.main in {
            token.head,
            *token.head.children,
            finite_verb(token.head),
        }:
            inside = {t.i for t in token.subtree}
            return token if all(t.i in inside or t.is_punct for t in words) else None
    return None


def _several(subject: Token, words: Words, others: Words) -> str | None:
    """*zij*, or the noun again where another plural stands between."""
    if not any("|mv" in t.tag_ and t.tag_.startswith("N|") for t in others):
        return _they(subject)
    own = [t for t in words if t.i <= subject.i]
    short = len(own) <= 3 and own[0].lower_ in _DEFINITE and not any(t.dep_ == "conj" for t in words)
    return text_of(own) if short else None


def _one(subject: Token, words: Words) -> str | None:
    """*uw aanvraag voor hulp* → *uw aanvraag*; *een nieuwe medewerker* → *de nieuwe medewerker*."""
    if any(t.dep_ == "conj" and t.head == subject for t in words) or not subject.tag_.startswith(
        ("N|", "SPEC")
    ):
        return None
    own = [t for t in words if t.i <= subject.i]
    titled = len(words) > 1 and all(t.tag_.startswith(("SPEC", "N|eigen")) for t in words[1:])
    if subject.tag_.startswith(("SPEC", "N|eigen")) or titled:
        return text_of(words) if len(words) <= 3 else None
    if "|ev" not in subject.tag_ or len(own) > 3:
        return None
    if own[0].lower_ in _DEFINITE:
        return text_of(own)
    if own[0].lower_ != "een":
        return None
    if "|zijd" in subject.tag_:
        return joined("de", text_of(own[1:]))
    return f"het {subject.text}" if "|onz" in subject.tag_ and len(own) == 2 else None


def _they(subject: Token) -> str:
    actors, groups = lexicon("grammatica/handelaars").rows, lexicon("grammatica/lezersgroepen").rows
    form = subject.lower_
    person = ends_in(form, groups) or any(
        form.endswith(each) for each in (*actors, *(a + "s" for a in actors))
    )
    return "zij" if person else "ze"
