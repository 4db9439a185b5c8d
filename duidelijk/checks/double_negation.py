"""Two negations that cancel each other out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from duidelijk.language.analysis import by_sentence
from duidelijk.language.clauses import clause_of, helpers, is_finite, is_verb, particle_of, verb_lemma
from duidelijk.language.silence import is_cited
from duidelijk.model import Hit, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Analysis, Sentence

Pair = tuple["Token", "Token", str]
_JOINING = frozenset({"en", "of", "maar", "noch", "want", ",", ";", ":", "–", "-"})
_COMPLEMENT = frozenset({"ccomp", "csubj", "csubj:pass", "xcomp", "acl", "acl:relcl", "advcl"})
_MOST = 40  # of one sentence are looked at, for every pair takes time


def double_negation(
    analysis: Analysis, *, negators: Lexicon, negative_words: Lexicon, not_negating: tuple[str, ...] = ()
) -> Iterator[Hit]:
    """Every pair of negations in one clause, or in a clause and its complement; each word in one pair.

    ``negators``: word → soort (ontkenning, zonder, tenzij); ``negative_words``: word → soort (woord,
    werkwoord), met (its partner: ontkenning, bijzin, beide; gezegde: only as a predicate) and behalve
    (helpers with which it denies nothing: *mag niet ontbreken*). ``not_negating``: what follows a negator
    that denies nothing (*niet alleen*).
    """
    for sentence, tokens in by_sentence(analysis.with_form(negators.rows)):
        found = list(islice(_negators(sentence, tokens, negators, not_negating), _MOST))
        if found:
            taken: set[int] = set()
            for first, second, kind in _pairs(sentence, found, negative_words):
                if not {first.i, second.i} & taken and not _is_cited(sentence, first, second):
                    taken |= {first.i, second.i}
                    yield _hit(sentence, first, second, kind)


def _hit(sentence: Sentence, first: Token, second: Token, kind: str) -> Hit:
    one, two = sorted((first, second), key=lambda t: t.i)
    parts = (*sentence.ranges(_whole(one)), *sentence.ranges(_whole(two)))
    marks = tuple(sorted(parts))
    detail = {"kind": kind, "first": _said(one), "second": _said(two)}
    return Hit(marks[0][0], marks[-1][1], detail, 0.0, marks, seen=(sentence, kind, one, two))


def _is_cited(sentence: Sentence, *words: Token) -> bool:
    """Whether one of them stands between quotation marks: in the title of a decision, or in other words."""
    return any(is_cited(sentence, t) for t in words)


def _said(word: Token) -> str:
    return " … ".join(part.lower_ for part in _whole(word))


def _whole(word: Token) -> list[Token]:
    """The word, and its particle where it is a verb in two parts (*sluit … uit*)."""
    particle = particle_of(word) if is_verb(word) else None
    return [word] if particle is None else [word, particle]


def _negators(
    sentence: Sentence, tokens: Iterable[Token], negators: Lexicon, not_negating: tuple[str, ...]
) -> Iterator[tuple[Token, str]]:
    doc, end = sentence.span.doc, sentence.span.end
    denying_nothing = tuple(f"{words} " for words in not_negating)
    for token in tokens:
        row = negators.rows[token.lower_]
        after = f"{doc[token.i + 1 : min(token.i + 3, end)].text.lower()} "
        before = doc[token.i - 1].lower_ if token.i > sentence.span.start else ""
        if not after.startswith(denying_nothing) and before not in {"of", "dan", "zo", "waarom"}:
            yield token, row["soort"]


def _pairs(sentence: Sentence, found: list[tuple[Token, str]], words: Lexicon) -> Iterator[Pair]:
    plain = [t for t, kind in found if kind == "ontkenning"]
    for token, kind in found:
        if kind == "zonder":
            yield from ((n, token, kind) for n in plain if _around(n, token))
        elif kind == "tenzij":
            yield from ((n, token, kind) for n in plain)
    for token in sentence.span:
        row = _row(token, words)
        if row is not None:
            yield from _with_word(token, row, plain)
    for at, one in enumerate(plain):
        yield from ((one, two, "dubbel") for two in plain[at + 1 :] if _cancels(one, two))


def _row(token: Token, words: Lexicon) -> Mapping[str, str] | None:
    """What the list says of a word; *sluit … uit* is *uitsluiten*, but *komt … voor* isn't *voorkomen*."""
    if token.lower_ in words.rows:
        return words.rows[token.lower_]
    if not is_verb(token) or "nom|" in token.tag_ or _is_noun(token):
        return None
    row, particle = words.rows.get(verb_lemma(token)), particle_of(token)
    if row is None or (particle is not None and particle.lower_ != row["deel"]):
        return None
    return row


def _is_noun(verb: Token) -> bool:
    """*het ontbreken van een handtekening*"""
    return verb.i > verb.sent.start and verb.nbor(-1).lower_ == "het" and verb.tag_.startswith("WW|inf")


def _with_word(token: Token, row: Mapping[str, str], plain: list[Token]) -> Iterator[Pair]:
    """A negation with a word that denies: *niet onmogelijk*, *ontkennen dat … niet*."""
    verb = row["soort"] == "werkwoord"
    if row["met"] == "gezegde" and not helpers(token):
        return
    for negator in plain:
        if row["met"] in {"ontkenning", "beide", "gezegde"}:
            near = _same_clause(negator, token) if verb else _before(negator, token)
            if verb and _helped_by(token, row["behalve"].split()):
                continue
            if near or (_governs(negator, token) and not verb):
                yield negator, token, row["soort"]
        if row["met"] in {"bijzin", "beide"} and verb and _in_complement(negator, token):
            yield token, negator, row["soort"]


def _helped_by(verb: Token, lemmas: list[str]) -> bool:
    """*mag niet ontbreken*: with this helper the verb says something else."""
    return any(t.lemma_.lower() in lemmas for t in helpers(verb))


def _before(negator: Token, word: Token) -> bool:
    """‘niet (erg) onbelangrijk’: the word is the predicate, not an attribute (*geen onnodige kosten*)."""
    if not 0 < word.i - negator.i <= 3 or "prenom" in word.tag_ or negator.lower_ == "geen":
        return False
    between = word.doc[negator.i + 1 : word.i]
    return all(t.tag_.startswith(("BW", "ADJ|vrij")) for t in between)


def _joined(one: Token, two: Token) -> bool:
    first, last = sorted((one.i, two.i))
    return any(t.lower_ in _JOINING or _opens_aside(t) for t in one.doc[first:last])


def _opens_aside(word: Token) -> bool:
    """A subordinator other than *dat*, or a relative word: what follows it is denied for itself."""
    return word.tag_.startswith(("VG|onder", "VNW|betr")) and word.lower_ != "dat"


def _same_clause(one: Token, two: Token) -> bool:
    return clause_of(one) == clause_of(two) and not _joined(one, two)


def _around(negator: Token, without: Token) -> bool:
    """Whether *zonder* belongs to the clause that is denied, as a phrase or as a clause of its own."""
    if _joined(negator, without) or _apart(negator, without):
        return False
    denied, clause = clause_of(negator), clause_of(without)
    return denied in (clause, clause.head, clause_of(clause.head))


def _apart(one: Token, two: Token) -> bool:
    """Two finite verbs between them: the first ends a clause, whatever the tree says (*wordt mag*)."""
    first, last = sorted((one.i, two.i))
    return sum(map(is_finite, one.doc[first:last])) > 1


def _in_complement(negator: Token, verb: Token) -> bool:
    """Whether the negation stands in the clause that says what is denied, refused or prevented."""
    clause = clause_of(negator)
    return clause.i > verb.i and clause != verb and verb.is_ancestor(clause) and _is_complement(clause)


def _governs(negator: Token, word: Token) -> bool:
    """‘wij vinden niet dat … onredelijk is’: the denied verb governs the clause of the word."""
    clause = clause_of(word)
    return clause.head == clause_of(negator) and _is_complement(clause) and "prenom" not in word.tag_


def _cancels(one: Token, two: Token) -> bool:
    if _same_clause(one, two):
        return True
    clause = clause_of(two)
    above = clause.head if clause.dep_ == "acl" else clause_of(clause.head)
    holder = one.head if clause.dep_ == "acl" else clause_of(one)
    return clause != clause_of(one) and above == holder and _is_complement(clause)


def _is_complement(clause: Token) -> bool:
    """A clause with *dat* or *om … te*, or a bare infinitive with *te*, that says what the verb is about."""
    marks = {t.lower_ for t in clause.lefts if t.dep_ == "mark" or t.tag_.startswith(("VG|onder", "VZ|init"))}
    if clause.dep_ not in _COMPLEMENT or (clause.dep_ in {"advcl", "acl:relcl"} and "dat" not in marks):
        return False
    return "dat" in marks or bool(marks & {"te", "om"})
