"""Articles, pronouns and adjectives before a noun → the forms that go with another noun."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from duidelijk.language.adjective_forms import without_e
from duidelijk.language.inflection import with_e

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAIRS = (
    ("de", "het"), ("deze", "dit"), ("die", "dat"), ("onze", "ons"), ("elke", "elk"), ("iedere", "ieder"),
    ("welke", "welk"), ("zulke", "zulk"), ("menige", "menig"), ("enige", "enig"), ("dezelfde", "hetzelfde"),
)  # fmt: skip
_FORMS: Mapping[str, tuple[str, str]] = {form: pair for pair in _PAIRS for form in pair}
GENDERED = frozenset(_FORMS)
"""The words whose form depends on the noun."""
_SINGULAR = frozenset({"elke", "elk", "iedere", "ieder", "menige", "menig", "één", "zo'n", "zo’n"})
INDEFINITE = _SINGULAR | {
    "een", "geen", "welk", "welke", "zulk", "zulke", "enig", "enige", "veel", "weinig", "genoeg", "meer",
    "minder", "wat", "voldoende", "alle", "sommige", "enkele", "meerdere", "verschillende", "beide",
}  # fmt: skip
PLURAL = frozenset({"alle", "sommige", "enkele", "meerdere", "verschillende", "beide", "diverse"})
"""Words for more than one thing."""
POSSESSIVE = frozenset("mijn uw jouw je zijn haar ons onze hun jullie z'n m'n".split())


def determiner(form: str, article: str, plural: bool, counted: bool) -> str | None:
    """The word in ``form`` before a noun with this article; empty where none is needed, None where it can't.

    ``counted``: the noun can be counted. *een* isn't written before *informatie*, nor before a plural.
    """
    lower = form.lower()
    if lower == "een":
        return lower if counted and not plural else ""
    if lower in _SINGULAR and (plural or not counted):
        return None
    if lower in PLURAL and not plural and not (lower == "alle" and not counted):
        return None
    if lower in {"veel", "weinig", "meer", "minder", "genoeg"} and not plural and counted:
        return None
    pair = _FORMS.get(lower)
    if pair is None or lower == "enige":
        return lower
    return pair[0] if plural or article == "de" else pair[1]


def takes_e(article: str, plural: bool, definite: bool) -> bool:
    """Whether an adjective before such a noun has its ending: not in *een uitvoerig gesprek*."""
    return plural or definite or article == "de"


def adjective(token: Token, ending: bool) -> str | None:
    """An adjective with or without its ending; None where the form isn't certain."""
    lower = token.lower_
    if token.tag_.startswith("TW") or "|sup" in token.tag_ or lower.endswith("ste"):
        return lower
    if ending:
        return lower if lower.endswith("e") else with_e(lower)
    return lower if not lower.endswith("e") else without_e(lower) or None
