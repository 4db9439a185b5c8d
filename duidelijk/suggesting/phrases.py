"""A listed noun → its noun phrase: the article, the adjectives, what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.adjective_forms import inflected
from duidelijk.language.clauses import SUBJECTS, is_finite
from duidelijk.language.noun_forms import noun
from duidelijk.suggesting.agreement import INDEFINITE, POSSESSIVE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE_NOUN = ("ADJ|prenom", "WW|vd|prenom", "WW|od|prenom", "TW|rang", "TW|hoofd|prenom")
_DETERMINERS = frozenset(
    "de het een deze dit die dat elke elk iedere ieder welke welk zulke zulk menig menige enige enig geen "
    "alle sommige enkele meerdere verschillende diverse beide veel weinig meer minder genoeg wat één zo'n "
    "zo’n voldoende dezelfde hetzelfde".split()
)
_SINGULAR_ONLY = frozenset("een het dit elk elke ieder iedere één zo'n zo’n".split())
FIXED = frozenset({"ter", "ten", "te", "des", "der", "dezer", "dier"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a term (``first`` to ``last``), its noun, and what stands before them in the phrase.

    ``start`` is the first word of the phrase: of its article, or of what comes first without one.
    """

    doc: Doc
    first: int
    last: int
    head: Token
    article: Token | None
    adjectives: tuple[Token, ...]
    plural: bool
    start: int

    @property
    def definite(self) -> bool:
        """Whether an adjective before a het-word takes *-e* here."""
        return self.article is not None and self.article.lower_ not in INDEFINITE

    @property
    def clashes(self) -> bool:
        """*dit tekortkomingen*, *de onverwijld mededeling*: what can't be one phrase."""
        if self.article is None:
            return False
        form = self.article.lower_
        if form in _SINGULAR_ONLY and self.head.tag_.startswith("N|soort|mv"):
            return True
        return form in {"de", "deze", "die"} and any(map(_is_bare, self.adjectives))

    @property
    def possessive(self) -> bool:
        """Whether it begins with *uw*, *onze* …"""
        return self.article is not None and self.article.lower_ in POSSESSIVE

    @property
    def before(self) -> Token | None:
        """The word before the phrase, in the same sentence."""
        return self.doc[self.start - 1] if self.start > self.head.sent.start else None

    @property
    def after(self) -> Token | None:
        """The word behind the term, in the same sentence."""
        return self.doc[self.last + 1] if self.last + 1 < self.head.sent.end else None


def phrase_of(doc: Doc, tokens: tuple[int, ...], term: str) -> Phrase:
    """The noun phrase of a term that stands at ``tokens``."""
    first, last = tokens[0], tokens[-1]
    head = _head(doc, tokens)
    start = doc[first].sent.start
    adjectives: list[Token] = []
    at = first - 1
    while at >= start and (_is_adjective(doc[at], head) or _goes_with(doc, at, adjectives)):
        if _is_adjective(doc[at], head):
            adjectives.insert(0, doc[at])
        at -= 1
    article = doc[at] if at >= start and _is_determiner(doc[at]) else None
    if article is None:
        article = _far_determiner(doc, head, adjectives)
    begin = article.i if article is not None else at + 1
    return Phrase(
        doc, first, last, head, article, tuple(adjectives), _plural(doc, head, article, tokens, term), begin
    )


def _head(doc: Doc, tokens: tuple[int, ...]) -> Token:
    """The noun of a term: the last before a preposition (*plan van aanpak*, *financiële middelen*)."""
    end = next((n for n, i in enumerate(tokens) if n and doc[i].tag_.startswith(("VZ", "VG"))), len(tokens))
    return doc[tokens[end - 1]]


def _is_adjective(token: Token, head: Token) -> bool:
    if token.tag_.startswith(_BEFORE_NOUN):
        return True
    return token.tag_.startswith("ADJ|vrij") and token.dep_ == "amod" and token.head == head


def _is_bare(token: Token) -> bool:
    """An adjective without the ending that it could have."""
    return (
        not token.tag_.startswith("TW")
        and inflected(token.lower_) != token.lower_
        and not token.lower_.endswith("e")
    )


def _goes_with(doc: Doc, at: int, adjectives: list[Token]) -> bool:
    """*zeer*, a comma or *en* before an adjective of the same noun."""
    if not adjectives or adjectives[0].i != at + 1:
        return False
    token = doc[at]
    if token.tag_.startswith(("BW", "ADJ|vrij")) and token.dep_ == "advmod":
        return True
    joins = token.text == "," or token.tag_.startswith("VG|neven")
    return joins and at > 0 and doc[at - 1].tag_.startswith(("ADJ|prenom", "WW|vd|prenom", "WW|od|prenom"))


def _is_determiner(token: Token) -> bool:
    if is_finite(token) or "|pers|" in token.tag_ or token.tag_.startswith(("VG", "VNW|betr")):
        return False
    return token.lower_ in _DETERMINERS or token.lower_ in POSSESSIVE


def _far_determiner(doc: Doc, head: Token, adjectives: list[Token]) -> Token | None:
    """*het door u ingediende schrijven*: the article that belongs to the noun, with a participle between."""
    if not adjectives or not adjectives[0].tag_.startswith("WW"):
        return None
    found = [t for t in head.lefts if t.dep_ in {"det", "nmod:poss"} and _is_determiner(t)]
    return found[0] if found and not any(map(is_finite, doc[found[0].i : head.i])) else None


def _plural(doc: Doc, head: Token, article: Token | None, tokens: tuple[int, ...], term: str) -> bool:
    known = noun(head.lower_)
    if known is not None and known.kind == "mv":
        return True
    many = head.lower_.endswith(("en", "s", "a", "i", "ën"))
    if " ".join(doc[i].lower_ for i in tokens) == term:
        return many and head.tag_.startswith("N|soort|mv") and head.lemma_.lower() != head.lower_
    return many and (article is None or article.lower_ not in _SINGULAR_ONLY)


def is_governed(phrase: Phrase) -> bool:
    """Whether a preposition stands before the phrase, so that it can't be a subject."""
    before = phrase.before
    return before is not None and before.tag_.startswith("VZ|init") and before.lower_ != "als"


def is_certainly_object(phrase: Phrase) -> bool:
    """Whether no verb changes with the number of the phrase."""
    head = phrase.head
    while head.dep_ == "conj":
        head = head.head
    if is_governed(phrase) or (head != phrase.head and _is_object(head)):
        return True
    return _is_object(head) or _other_subject(phrase)


def _is_object(noun: Token) -> bool:
    if noun.dep_ in {"nmod", "obl"} and any(t.dep_ == "case" for t in noun.lefts):
        return True
    return noun.dep_ == "obj" and any(t.dep_ in SUBJECTS for t in noun.head.children)


def _other_subject(phrase: Phrase) -> bool:
    """*Inlichtingen kunt u inwinnen*: a pronoun right behind the only finite verb is the subject."""
    finite = [t for t in phrase.head.sent if is_finite(t)]
    if len(finite) != 1 or finite[0].i + 1 >= len(phrase.doc):
        return False
    return phrase.doc[finite[0].i + 1].lower_ in {"u", "wij", "we", "ik", "hij", "je"}


def in_brackets(phrase: Phrase) -> bool:
    """Whether the phrase stands within brackets."""
    before = phrase.doc[phrase.head.sent.start : phrase.first].text
    return before.count("(") > before.count(")")


def has_relative(phrase: Phrase) -> bool:
    """Whether a clause about the noun follows."""
    return any(t.dep_ == "acl:relcl" for t in phrase.head.children)
