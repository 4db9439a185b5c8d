"""Token → its place in the sentence: helpers, clause, verb in two parts, distance. UD labels, tags of CGN."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from duidelijk.language.analysis import Sentence

HELPING = frozenset({"aux", "aux:pass", "cop"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_CLAUSAL = frozenset(
    {"ROOT", "root", "advcl", "ccomp", "csubj", "csubj:pass", "xcomp", "acl", "acl:relcl", "parataxis", "dep"}
)


def helpers(verb: Token) -> list[Token]:
    """The auxiliaries and the copula of a verb or predicate."""
    return [t for t in verb.children if t.dep_ in HELPING]


def is_finite(token: Token) -> bool:
    """A finite verb form."""
    return token.tag_.startswith("WW|pv")


def finite_verb(predicate: Token) -> Token | None:
    """The finite verb of a clause, given its head: itself or one of its helpers."""
    if is_finite(predicate):
        return predicate
    return next((t for t in helpers(predicate) if is_finite(t)), None)


def particle_of(verb: Token) -> Token | None:
    """The separated particle of a verb (*stuurt … op*)."""
    return next((t for t in verb.children if t.dep_ == "compound:prt" and t.i > verb.i), None)


def verb_lemma(verb: Token) -> str:
    """The whole verb in lower case, with its particle: *voert … uit* → *uitvoeren*."""
    lemma = verb.lemma_.lower().replace("_", "")
    particle = particle_of(verb)
    if particle is None or lemma.startswith(particle.lower_):
        return lemma
    return particle.lower_ + lemma


def clause_of(token: Token) -> Token:
    """The head of the clause a word stands in: a predicate of its own, or the head of the sentence."""
    while token.dep_ not in _CLAUSAL and not _joined_clause(token) and token.head != token:
        token = token.head
    return token


def _joined_clause(token: Token) -> bool:
    return token.dep_ == "conj" and (is_verb(token) or finite_verb(token) is not None)


def is_main(predicate: Token) -> bool:
    """Whether a clause has the word order of a main clause: no subordinator or relative word opens it."""
    while True:
        if predicate.dep_ in {"acl:relcl", "acl", "csubj"}:
            return False
        if any(t.dep_ == "mark" or t.tag_.startswith("VG|onder") for t in predicate.lefts):
            return False
        if predicate.dep_ != "conj" or predicate.head == predicate:
            return True
        predicate = predicate.head


def joined_part(sentence: Sentence, at: int) -> str:
    """The text of the clause around token ``at``, up to an *en* or *maar* with finite verbs on both sides."""
    doc, start, end = sentence.span.doc, sentence.span.start, sentence.span.end
    for word in sentence.span:
        if word.tag_.startswith("VG|neven") and all(any(map(is_finite, p)) for p in _sides(sentence, word.i)):
            start, end = (word.i, end) if word.i < at else (start, min(end, word.i))
    return doc[start:end].text


def _sides(sentence: Sentence, at: int) -> tuple[Span, Span]:
    doc = sentence.span.doc
    return doc[sentence.span.start : at], doc[at + 1 : sentence.span.end]


def words_between(sentence: Sentence, first: Token, second: Token) -> int:
    """The counted words strictly between two words; a date, amount or name of several words is one."""
    count, named = 0, False
    for start, end in sentence.units:
        if start <= first.i or end >= second.i:
            continue
        name = is_name(sentence.span.doc[start]) or end > start
        count += not (name and named)
        named = name
    return count


def is_name(token: Token) -> bool:
    """Part of a name."""
    return token.tag_.startswith(("SPEC|deeleigen", "N|eigen"))


def is_noun(token: Token) -> bool:
    """A noun or a name."""
    return token.tag_.startswith(("N|", "SPEC|deeleigen"))


def is_verb(token: Token) -> bool:
    """A verb form of any kind."""
    return token.tag_.startswith("WW")
