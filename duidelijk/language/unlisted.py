"""Sentence → does it ask something of the reader with a verb that isn't in the list of requests?

By its structure: a duty of the reader, an imperative with its object, what is needed or must be done at once.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING

from duidelijk.language.asking import YOU, Said, asks, by_form, group, is_instruction
from duidelijk.language.clauses import is_finite
from duidelijk.language.duties import MUST, WOULD, is_command, must, must_be, would

if TYPE_CHECKING:
    from duidelijk.model import Lexicon

OTHER = "overig"
"""The sort of a request with a verb that isn't listed."""

STEP = "stap"
"""The sort of an instruction with a verb that isn't listed: often a step of something else."""

NO_TASK = "geen"
"""The sort of what isn't a task for the reader: *lezen*, *rekening houden*, *beoordelen*."""

_DUTY = MUST | WOULD
_LAST = ("WW|inf", "WW|vd")
OBJECTS = frozenset(
    {"uw", "je", "jouw", "de", "het", "dit", "deze", "die", "ze", "alle", "alles", "ons", "dat"}
)
_ASKED = OBJECTS | {"welk", "welke", "wat", "hoe", "of"}


def sort_unlisted(said: Said, verbs: Lexicon, known: Collection[int]) -> str | None:
    """OTHER or STEP if it asks something with a verb that isn't listed, as those at ``known`` places are."""
    asked = False
    if not said.all.isdisjoint(_DUTY):
        tags = {i: t.tag_ for i, t in enumerate(said.words) if i not in known and t.tag_.startswith(_LAST)}
        asked = any(
            _asked_of_you(said, i) if "inf" in tag else _must_be_done(said, i) for i, tag in tags.items()
        )
    if asked or _expected(said, verbs) or _hurried(said):
        return OTHER
    return STEP if said.forms[0] not in by_form(verbs) and _is_step(said) else None


def _asked_of_you(said: Said, at: int) -> bool:
    """*Wilt u de sleutels brengen?*, *U moet uw adres wijzigen*; the last verb says what."""
    if any(t.tag_.startswith("WW|inf") for t in said.words[at + 1 : at + 2]):
        return False
    wished = would(said) and asks(said.words) and not said.all.isdisjoint(_ASKED)
    return wished or must(said, at)


def _must_be_done(said: Said, at: int) -> bool:
    """*dient te worden geschept*, *moet door u worden onderzocht*: not what the sender must do."""
    return is_command(said, at) and must_be(said, at)


def _expected(said: Said, verbs: Lexicon) -> bool:
    """*Het is nodig dat u verklaart wanneer u begint*; not *dat u weet* or *dat u bent*."""
    if said.all.isdisjoint(group("nodig")) or said.denied(0, len(said.forms)):
        return False
    place = next(
        (i for i, (a, b) in enumerate(pairwise(said.forms)) if a == "dat" and b in YOU), len(said.forms)
    )
    verb = next((t for t in said.words[place:] if is_finite(t)), None)
    if verb is None or verb.lemma_ in group("toestand"):
        return False
    return verb.lemma_ not in verbs.rows or verbs.rows[verb.lemma_]["soort"] != NO_TASK


def _hurried(said: Said) -> bool:
    """*U brengt het stuk per omgaande terug*: what is said to be done at once must be done."""
    if said.all.isdisjoint(group("meteen")) or said.forms[0] not in YOU:
        return False
    verb = said.words[1]
    return is_finite(verb) and verb.lemma_ not in group("toestand")


def _is_step(said: Said) -> bool:
    """*Controleer uw gegevens*: an imperative with its object; not *Betreft uw brief*."""
    first = said.words[0]
    form, stem = said.forms[0], first.lemma_.lower().removesuffix("n").removesuffix("e")
    mistaken = first.tag_.startswith(("N|", "SPEC|")) and said.forms[1:2] == ["uw"]
    if not (mistaken or is_instruction(said.words)) or "|mv" in first.tag_ or is_condition(said):
        return False
    declared = form.endswith("t") and not stem.endswith("t")
    return not declared and said.forms[1] in OBJECTS and not said.denied(1, 4)


def is_condition(said: Said) -> bool:
    """*Betaalt u later, dan krijgt u een boete*: a verb or *dan* behind a comma."""
    apart = (b for a, b in pairwise(said.words) if b.i > a.i + 1)
    return "dan" in said.all or any(map(is_finite, apart))
