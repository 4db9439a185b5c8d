"""*om de boete in delen te betalen* → *de boete in delen betalen*, and where *niet* goes in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite
from duidelijk.language.te_infinitive import TeInfinitive, particle_at, te_infinitive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

_CLAUSES = ("VG|onder", "VNW|betr", "VNW|vb")


@dataclass(frozen=True, slots=True, eq=False)
class TeClause:
    """A clause with *te*: what opens it, and its infinitives, of which the first is the verb."""

    doc: Doc
    start: int
    opener: Token | None
    infinitives: tuple[TeInfinitive, ...]

    @property
    def first(self) -> TeInfinitive:
        """The infinitive that belongs to the opener."""
        return self.infinitives[0]

    @property
    def group(self) -> int:
        """Where the verbs begin: the particle or *te*."""
        return self.first.te if self.first.particle is None else self.first.particle

    @property
    def verb(self) -> str:
        """The infinitive in one word: *doorgeven*."""
        particle = "" if self.first.particle is None else self.doc[self.first.particle].lower_
        return particle + self.doc[self.first.infinitive].lower_

    @property
    def sayings(self) -> set[str]:
        """The verb, also with a noun and with a preposition and noun: *maken*, *afspraak maken*."""
        words = [t.lower_ for t in self.middle]
        pairs = {f"{one} {two} {self.verb}" for one, two in pairwise(words)}
        return {self.verb, *pairs, *(f"{word} {self.verb}" for word in words)}

    @property
    def middle(self) -> list[Token]:
        """The words between the opener and the verbs."""
        return list(self.doc[self.start + (self.opener is not None) : self.group])

    @property
    def end(self) -> int:
        """The index of its last infinitive."""
        return max(each.infinitive for each in self.infinitives)


def te_clause(doc: Doc, at: int) -> TeClause | None:
    """The clause with *te* that begins behind the word at ``at``, perhaps after a constituent of its own.

    None where a finite verb, a mark or another clause comes first.
    """
    opener = _opener(doc, at)
    if opener is not None and opener.lower_ != "om":
        return None
    start = at if opener is None else opener.i
    found = te_infinitive(doc, start)
    if found is None or any(is_finite(t) or t.text in {";", ":"} for t in doc[start + 1 : found.te]):
        return None
    more = tuple(joined_infinitives(doc, found))
    return TeClause(doc, start + (opener is None), opener, (found, *more))


def _opener(doc: Doc, at: int) -> Token | None:
    """*om* or another word that opens a clause, behind ``at`` and before *te*."""
    for token in doc[at + 1 : doc[at].sent.end]:
        if token.lower_ == "te" or token.text in {";", ":"}:
            return None
        if token.tag_.startswith("VG|onder") or (token.lower_ == "om" and _opens(token)):
            return token
    return None


def _opens(om: Token) -> bool:
    """*om te*, *om de boete te*, not *om 10.00 uur*."""
    near = om.doc[om.i + 1 : min(om.i + 4, om.sent.end)]
    hour = len(near) > 0 and near[0].tag_.startswith("TW") and any(t.lower_ == "uur" for t in near)
    return len(near) > 0 and not hour and om.dep_ in {"mark", "case", "advmod", "dep"}


def joined_infinitives(doc: Doc, first: TeInfinitive) -> Iterator[TeInfinitive]:
    """The infinitives that are joined to the first one: *in te vullen en op te sturen*."""
    head, start = doc[first.te].head, first.infinitive + 1
    for te in doc[start : doc[first.te].sent.end]:
        if te.lower_ != "te" or te.i + 1 >= len(doc) or not doc[te.i + 1].tag_.startswith("WW"):
            continue
        if te.head in head.conjuncts or _is_joined(doc, start, te.i):
            yield TeInfinitive(te.i, te.i + 1, particle_at(doc, te.i))
            start = te.i + 2


def _is_joined(doc: Doc, start: int, te: int) -> bool:
    """Whether nothing but *en* or *of* and what belongs to the second infinitive stands between."""
    words = doc[start:te]
    joint = next((t for t in words if t.tag_.startswith("VG|neven") or t.text == ","), None)
    if joint is None or joint.lower_ not in {"en", "of", ","} or (joint.text == "," and joint.i > start):
        return False
    others = [t for t in words if t != joint]
    commas = [t for t in others if t.text == ","]
    aside = joint.text != "," and len(commas) == 2 and all(t.i > joint.i for t in commas)
    return not any(
        is_finite(t) or t.tag_.startswith(_CLAUSES) or t.lower_ == "om" or (t.is_punct and not aside)
        for t in others
    )


def without_te(clause: TeClause) -> dict[int, str]:
    """The changes that leave bare infinitives: no *om*, no *te*, particle and verb in one word."""
    changes = bare(clause.doc, clause.infinitives)
    if clause.opener is not None:
        changes[clause.opener.i] = ""
    for one, two in pairwise(clause.infinitives):
        between = clause.doc[one.infinitive + 1 : two.te]
        changes |= {t.i: "" for t in between if t.lower_ == "om" and t.nbor(-1).tag_.startswith("VG|neven")}
    return changes


def bare(doc: Doc, infinitives: Iterable[TeInfinitive]) -> dict[int, str]:
    """The changes that leave these infinitives without *te*, each with its particle in one word."""
    changes: dict[int, str] = {}
    for each in infinitives:
        changes[each.te] = ""
        if each.particle is not None and not _governs(doc, each):
            changes[each.particle] = ""
            changes[each.infinitive] = doc[each.particle].text + doc[each.infinitive].text
    return changes


def _governs(doc: Doc, found: TeInfinitive) -> bool:
    """*los te laten lopen*: another infinitive follows, and the particle stays apart."""
    after = found.infinitive + 1
    return after < len(doc) and doc[after].tag_.startswith("WW|inf") and not doc[after].is_sent_start
