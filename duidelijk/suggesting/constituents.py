"""Constituents between two halves of a verb → the stretches that may go elsewhere together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite, is_noun
from duidelijk.language.constituents import Part, head_of
from duidelijk.language.frames import Frame
from duidelijk.language.tabular import ends_in, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_INDEFINITE = ("LID|onbep", "TW", "VNW|onbep")
_ALL = frozenset({"al", "alle", "allebei", "beide", "elk", "elke", "ieder", "iedere"})
_DEFINITE = ("LID|bep", "VNW|bez", "VNW|aanw")
_UNITS = frozenset(
    {"dag", "week", "maand", "jaar", "uur", "minuut", "kwartaal", "periode", "datum", "moment", "termijn"}
    | {
        "dagen",
        "weken",
        "maanden",
        "jaren",
        "uren",
        "minuten",
        "afloop",
        "ochtend",
        "middag",
        "avond",
        "nacht",
    }
    | {"vergadering", "zitting", "ontvangst", "werkdag", "werkdagen", "tijd", "begin", "eind", "einde"}
)
_PLACE = frozenset({"in", "op", "aan", "naar", "uit", "van", "tot", "onder", "tegen", "bij", "langs", "door"})


def whole_parts(frame: Frame) -> list[Part]:
    """The middle of a clause, with what belongs together as one: *de week van de opening*.

    A prepositional object that the parser hung under another phrase stands alone: *met u | over het plan*.
    """
    parts: list[Part] = []
    for part in frame.middle:
        if parts and (
            [t.lower_ for t in parts[-1]] == ["samen"] or _belongs(parts[-1], part, part == frame.middle[-1])
        ):
            parts[-1] = (*parts[-1], *part)
        else:
            parts.append(part)
    if parts:
        parts[-1:] = _apart(frame, parts[-1])
    return parts


def _belongs(before: Part, part: Part, last: bool) -> bool:
    """Whether a phrase describes the noun right before it; the verb may ask for the last one itself."""
    noun, case = before[-1], part[0]
    if len(part) == 1 and is_noun(case) and is_time(before) and is_noun(noun) and not last:
        return True
    if not case.tag_.startswith("VZ") or not (is_noun(noun) or noun.tag_.startswith("SPEC")):
        return False
    names = part[-1].tag_.startswith(("N|eigen", "SPEC"))
    place = case.lower_ in {"in", "te"} and names and len(part) == 2 and not is_time(part)
    street = case.lower_ == "aan" and names
    span = any(t.lower_ == "tot" for t in part)
    whose = case.lower_ == "van" and not span and (not last or is_time(before))
    return whose or place or street or selects(noun, case.lower_)


def selects(noun: Token, preposition: str) -> bool:
    """Whether a noun has this preposition of its own: *verzoek om*, also *woonverzoek om*."""
    rows = lexicon("grammatica/voorzetsel-bij-naamwoord").rows
    forms = {noun.lower_, noun.lemma_.lower().replace("_", "")}
    return any(
        preposition in rows[form[at:]]["voorzetsels"].split()
        for form in forms
        for at in range(max(1, len(form) - 3))
        if form[at:] in rows
    )


def _apart(frame: Frame, last: Part) -> list[Part]:
    """The last constituent, cut before the preposition that the verb asks for."""
    wanted = asked(frame)
    cut = [n for n, t in enumerate(last) if n and t.tag_.startswith("VZ|init") and t.lower_ in wanted]
    if not cut or not last[0].tag_.startswith("VZ"):
        return [last]
    before, after = last[: cut[-1]], last[cut[-1] :]
    return [last] if selects(before[-1], after[0].lower_) else [before, after]


def asked(frame: Frame) -> frozenset[str]:
    """The prepositions that belong to the verb of a clause."""
    rows = lexicon("grammatica/voorzetsel-bij-werkwoord").rows
    lemma = frame.predicate.lemma_.lower().replace("_", "")
    particle = next((t.lower_ for t in frame.verbs if t.tag_.startswith("VZ|fin")), "")
    row = rows.get(lemma) or rows.get(particle + lemma)
    return frozenset(row["voorzetsels"].split()) if row else frozenset()


def is_phrase(part: Part) -> bool:
    """Whether it starts with a preposition, or with *samen met*."""
    return part[0].tag_.startswith("VZ") or (
        part[0].lower_ == "samen" and len(part) > 1 and is_phrase(part[1:])
    )


def is_time(part: Part) -> bool:
    """*in de eerste week van juni*, *op 3 maart*: its first noun is a time."""
    months, days = lexicon("grammatica/maanden").rows, lexicon("grammatica/tijdwoorden").rows
    first = next((t for t in part if is_noun(t) or t.tag_.startswith("SPEC")), None)
    return first is not None and (
        first.lower_ in _UNITS
        or first.lower_ in months
        or first.lower_ in days
        or ends_in(first.lower_, days)
    )


def is_indefinite(part: Part) -> bool:
    """*een plan*, *vijf plannen*, *geen plan*"""
    return part[0].tag_.startswith(_INDEFINITE) and part[0].lower_ not in _ALL


def is_definite(part: Part) -> bool:
    """*het plan*, *uw plan*, *dit plan*"""
    return part[0].tag_.startswith(_DEFINITE)


def is_bare(part: Part) -> bool:
    """*op diepte*, *in gebruik*, *van elkaar*: part of an expression."""
    return not any(t.tag_.startswith(("LID", "VNW|bez", "VNW|aanw", "TW", "ADJ|prenom")) for t in part[1:])


def is_result(frame: Frame, case: Token) -> bool:
    """*in een map gedaan*, *naar de stort gebracht*: where something ends up stays before the verb."""
    placing = lexicon("grammatica/plaatsende-werkwoorden").rows
    lemmas = {t.lemma_.lower().replace("_", "") for t in (*frame.verbs, frame.predicate)}
    return case.lower_ in _PLACE and not lemmas.isdisjoint(placing)


def has_clause(words: Iterable[Token]) -> bool:
    """Whether a clause or a mark stands among the words."""
    return any(t.tag_.startswith(("WW|pv", "VG|onder")) or t.is_punct for t in words)


def relative_of(part: Part) -> Part:
    """The relative clause that ends a constituent."""
    for token in part:
        if token.dep_ == "acl:relcl":
            words = tuple(sorted(token.subtree, key=lambda t: t.i))
            while words and words[-1].is_punct:
                words = words[:-1]
            whole = words[-1] == part[-1] and not any(t.is_punct for t in words)
            return words if whole and words[0].nbor(-1).text != "," else ()
    return ()


def attribute_of(part: Part) -> Iterator[Part]:
    """The phrase that ends a constituent with an unknown thing: *een plan | voor het plein*."""
    head = head_of(part)
    measures = lexicon("grammatica/hoeveelheidswoorden").rows
    if (
        not is_noun(head)
        or not is_indefinite(part)
        or not {head.lower_, head.lemma_.lower()}.isdisjoint(measures)
    ):
        return
    phrases = [t for t in head.rights if t.dep_ == "nmod"]
    if len(phrases) == 1 and not any(t.dep_ in {"conj", "appos", "flat"} for t in head.rights):
        words = tuple(sorted(phrases[0].subtree, key=lambda t: t.i))
        if words[0].tag_.startswith("VZ") and words[-1] == part[-1] and len(words) >= 3:
            yield words


def is_closing(token: Token) -> bool:
    """A word of the verbs at the end of a clause."""
    return token.tag_.startswith(("WW", "VZ|fin")) or token.dep_ == "compound:prt" or token.lower_ == "te"


def opens_clause(word: Token) -> bool:
    """Whether it stands before the verb of a main clause."""
    for token in reversed(word.doc[word.sent.start : word.i]):
        if token.is_punct:
            return True
        if is_finite(token) or token.tag_.startswith(("VG|onder", "VNW|betr", "VNW|vb")):
            return False
    return True
