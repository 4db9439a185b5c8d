"""*Wij sturen u een brief* → *U krijgt van ons een brief*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, as_object, finite
from duidelijk.language.clauses import SUBJECTS, finite_verb, is_finite, particle_of, verb_lemma
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.clause_words import sharing
from duidelijk.suggesting.editing import edited
from duidelijk.suggesting.wording import Rewrite, Style, inner

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_HAVING = frozenset({"heb", "hebben", "heeft"})
_CAN = frozenset({"kan", "kunnen"})
_WILL = frozenset({"zal", "zullen"})


def received(sentence: Sentence, words: tuple[Token, ...], style: Style) -> Rewrite | None:
    """The clause with the reader who gets something as its subject; None where that isn't certain."""
    reader = next((t for t in words if t.lower_ in {"u", "je"} and "|bez" not in t.tag_), None)
    verb = _giving(words, reader) if reader is not None else None
    if reader is None or verb is None:
        return None
    sender = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    helper = finite_verb(verb) or (verb if sender is not None and sender.i == verb.i + 1 else None)
    if helper is None or sender is None or "|verl" in helper.tag_ or not _is_sender(sender, words):
        return None
    things = [t for t in verb.children if t.dep_ == "obj" and t != reader]
    if not things or sharing(sender, helper) or any(t.dep_ == "conj" for t in verb.children):
        return None
    changes = _changes(verb, helper, sender, reader, style)
    return edited(sentence, changes) if changes is not None else None


def _giving(words: tuple[Token, ...], reader: Token) -> Token | None:
    """The verb of which the reader is the one who gets something."""
    verb = reader.head
    return (
        verb
        if verb_lemma(verb) in lexicon("grammatica/krijgen-van").rows and verb.tag_.startswith("WW")
        else None
    )


def _is_sender(sender: Token, words: tuple[Token, ...]) -> bool:
    """*wij*, *de gemeente*: no more words than an article."""
    return sender in words and all(t.dep_ == "det" for t in sender.children)


def _changes(verb: Token, helper: Token, sender: Token, reader: Token, style: Style) -> dict[int, str] | None:
    new = Subject(reader.lower_, False)
    article = next((t for t in sender.children if t.dep_ == "det"), None)
    inverted = helper.i < sender.i
    changes = _verbs(verb, helper, new, inverted, style)
    if changes is None:
        return None
    name = as_object(sender) if article is None else f"{inner(article)} {sender.text}"
    if name is None:
        return None
    gone = {t.i: "" for t in reader.children if t.dep_ == "case"}
    gone |= {t.i: "" for t in verb.children if t.lower_ == "graag"}
    gone |= {article.i: ""} if article is not None else {}
    return {**changes, **gone, sender.i: new.text, reader.i: f"van {name}"}


def _verbs(verb: Token, helper: Token, new: Subject, inverted: bool, style: Style) -> dict[int, str] | None:
    """*sturen* → *krijgt*, *heeft … verleend* → *hebt … gekregen*, *zullen … sturen* → *krijgt*."""
    stays = lexicon("grammatica/krijgen-van").rows[verb_lemma(verb)]["blijft"]
    particle = particle_of(verb)
    gets = finite("krijgen", new, past=False, inverted=inverted, have=style.have)
    if verb == helper:
        apart = {particle.i: stays} if particle is not None else {}
        return {verb.i: gets if particle is not None or not stays else stays + gets, **apart}
    if helper.lower_ in _WILL and helper.i < verb.i - 1:
        return {helper.i: gets, verb.i: stays}
    if helper.lower_ in _CAN:
        return {helper.i: finite("kunnen", new, past=False, inverted=inverted), verb.i: f"{stays}krijgen"}
    if helper.lower_ in _HAVING and not is_finite(verb):
        have = finite("hebben", new, past=False, inverted=inverted, have=style.have)
        return {helper.i: have, verb.i: f"{stays}gekregen"}
    return None
