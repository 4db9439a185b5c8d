"""Sentence → which of its verbs the reader must do: *Wilt u …?*, *U moet …*, *dient te worden …*.

Where the parse is doubtful, forms and order speak before tags and labels: *u* is the subject of *moet* when
it stands beside it.
"""

from __future__ import annotations

from itertools import pairwise

from duidelijk.language.asking import DENIES, YOU, Said, asks, group

WOULD = frozenset({"wilt", "wil", "zou", "zoudt", "kunt", "kun", "kan", "willen", "kunnen", "zouden"})
MUST = frozenset({"moet", "moeten", "dient", "dienen", "behoort", "behoren", "verplicht", "gehouden"})
_BARE_MUST = frozenset({"moet", "moeten"})
_ARE = frozenset({"bent", "ben"})
_YOURS = frozenset({"uw", "je", "jouw", "alsnog", "dient", "dienen"})


def _reader() -> frozenset[str]:
    return YOU | group("lezer")


def would(said: Said) -> bool:
    """*Wilt u … opsturen?*; not *Wilt u …, bel dan*."""
    asked = len(said.forms) > 2 and said.forms[0] in WOULD and said.forms[1] in YOU
    return asked and said.all.isdisjoint(DENIES | {"dan"})


def must(said: Said, at: int) -> bool:
    """*U moet … opsturen*, *moet u*, *bent u verplicht … op te sturen*, *dat u nog moet betalen*."""
    before = [i for i in range(at) if said.forms[i] in MUST]
    place = before[-1] if before else at + 1
    if place >= len(said.forms) or said.forms[place] not in MUST or asks(said.words):
        return False
    to = said.forms[at - 1] == "te"
    if to == (said.forms[place] in _BARE_MUST) or said.denied(min(place, at), at):
        return False
    return not _reader().isdisjoint(said.near(place)) or _is_subject(said, place)


def _is_subject(said: Said, place: int) -> bool:
    """Whether *u* is the subject of a verb further on: behind *dat*, or before *bent verplicht*."""
    if said.forms[place] in {"verplicht", "gehouden"}:
        return any({a, b} & _ARE and {a, b} & YOU for a, b in pairwise(said.forms))
    return any(a == "dat" and b in YOU for a, b in pairwise(said.forms[:place]))


def must_be(said: Said, at: int, *, done: bool = False) -> bool:
    """*De stukken dienen te worden ingeleverd*, or ``done``: *moeten zijn ingeleverd*; not by others."""
    place = next((i for i, form in enumerate(said.forms) if form in MUST), -1)
    if place < 0 or said.denied(min(place, at), at):
        return False
    if "worden" not in said.all and not (done and "zijn" in said.all):
        return False
    doer = said.forms.index("door") if "door" in said.all else -1
    return doer < 0 or not (_reader() | {"een"}).isdisjoint(said.forms[doer + 1 : doer + 3])


def is_command(said: Said, at: int) -> bool:
    """*dient te worden geschept*, *moet door u worden onderzocht*: not what the sender must do."""
    beside = "worden" in said.forms[max(at - 2, 0) : at + 2]
    return beside and not said.all.isdisjoint(_reader() | _YOURS)
