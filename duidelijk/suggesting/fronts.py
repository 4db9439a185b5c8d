"""What stands before the verb of the main clause: a condition, a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, is_finite
from duidelijk.language.inflection import verb_forms
from duidelijk.language.outline import Outline

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.subordination import Clause

CONDITIONS = frozenset({"als", "indien", "wanneer"})
_NEVER_ASKED = frozenset({"ben", "heb", "kun", "wil", "zul", "krijg", "word", "mag", "moet", "zie"})
_NO_ORDERS = frozenset({"kan", "mag", "moet", "zal", "wil"})
_TIME = re.compile(
    r"(?:op|vanaf|na|tijdens|rond|begin|eind|half|in) .*|(?:volgende|deze|komende|aanstaande) .*"
    r"|binnenkort|straks|morgen|overmorgen|later|over .* (?:dagen|weken|maanden)"
)
_UNITS = re.compile(
    r"\b(?:\w*dag|week|maand|jaar|zomer|winter|voorjaar|najaar|herfst|uur|januari|februari|maart|april|mei|juni|juli"
    r"|augustus|september|oktober|november|december|gesprek|bezoek|onderzoek|werkzaamheden|bijeenkomst|periode|\d{4})\b"
)


def condition_in_front(outline: Outline) -> Clause | None:
    """The clause of *als u …, kunt u* or *Bent u …, dan*; None for another opening."""
    first = outline.first
    found = outline.opened_by(first)
    if found is None or found.finite is None or found.finite.i > outline.main.i:
        return None
    return found if first.lower_ in CONDITIONS or (is_finite(first) and not is_order_to_you(first)) else None


def is_order_to_you(first: Token) -> bool:
    """*Meld u aan*: a stem with *u* as its object."""
    forms = verb_forms(first.lemma_.lower().replace("_", ""))
    return first.lower_ == forms.present_1 != forms.present_3 and first.nbor().lower_ not in {
        "je",
        "jij",
        "ik",
    }


def time_in_front(outline: Outline) -> bool:
    """*Volgende week*, *Op 3 mei*: one moment or stretch to come."""
    text = " ".join(t.lower_ for t in outline.between(outline.first.i, outline.main.i))
    if not _TIME.fullmatch(text):
        return False
    return bool(_UNITS.search(text)) or text in {"binnenkort", "straks", "morgen", "overmorgen", "later"}


def is_order(outline: Outline) -> bool:
    """*neem contact op*: the main verb is a stem, without a subject behind it."""
    main = outline.main
    after = main.nbor().lower_
    if main.lower_ == "wees" or (after == "u" and is_order_to_you(main)):
        return True
    if after == "je" and (main.nbor().dep_ in SUBJECTS or main.lower_ in _NEVER_ASKED):
        return False
    if not main.tag_.endswith("tgw|ev") or after in {"u", "ik", "hij", "er", "wij", "we", "jij"}:
        return False
    forms = verb_forms(main.lemma_.lower().replace("_", ""))
    if main.lower_ != forms.present_1 or main.lower_ in _NO_ORDERS:
        return False
    return forms.present_1 != forms.present_3 or not _has_subject(main)


def is_doubtful(outline: Outline) -> bool:
    """*sluit het waterschap de sluis*: a stem in *-t*, with what may be a subject behind it."""
    forms = verb_forms(outline.main.lemma_.lower().replace("_", ""))
    nominal = outline.main.nbor().tag_.startswith(("LID", "VNW|bez", "N|", "SPEC"))
    return forms.present_1 == forms.present_3 and nominal


def _has_subject(main: Token) -> bool:
    return any(t.dep_ in SUBJECTS for v in {main, main.head} for t in v.children)
