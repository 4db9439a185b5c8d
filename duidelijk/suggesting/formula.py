"""*Het is mogelijk om … te*, *Het is niet toegestaan … te* → *u kunt …*, *u mag niet …*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.agreement import Subject, finite
from duidelijk.language.clauses import is_finite
from duidelijk.language.impersonal_phrases import DENYING
from duidelijk.language.tabular import lexicon
from duidelijk.suggesting.denial import denied
from duidelijk.suggesting.editing import edited
from duidelijk.suggesting.infinitives import TeClause, te_clause, without_te
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_BETWEEN = frozenset(
    {
        "ook",
        "soms",
        "dan",
        "nu",
        "nog",
        "helaas",
        "echter",
        "vaak",
        "altijd",
        "meestal",
        "hier",
        "daar",
        "alleen",
    }
    | {
        "daarom",
        "daarnaast",
        "bovendien",
        "verder",
        "natuurlijk",
        "voortaan",
        "uitsluitend",
        "tegenwoordig",
        "nooit",
    }
)
_DENIAL = re.compile(r"(.*\bniet(?: meer| langer)?)? ?(.*)")
_PHRASES = frozenset({"in dat geval", "in principe", "op dit moment", "sinds kort", "in de meeste gevallen"})
_PRONOUNS = frozenset({"u", "je", "ons", "zich", "het", "hem", "haar", "mij"})
_NEEDED = frozenset({"noodzakelijk", "vereist", "nodig"})
_QUESTIONS = frozenset({"of", "wie", "wat", "waar", "wanneer", "hoe", "waarom", "welke", "welk"})
_SUBORDINATORS = frozenset(
    {"dat", "omdat", "als", "zodat", "terwijl", "hoewel", "aangezien", "indien", "doordat"}
)


@dataclass(frozen=True, slots=True, eq=False)
class _Saying:
    """The words of a formula: *het*, the form of *zijn*, the word of the list, and those that deny it."""

    het: Token
    being: Token
    word: Token
    denying: tuple[Token, ...]
    between: tuple[Token, ...]


def rewrites(sentence: Sentence, words: tuple[Token, ...], word: Token, style: Style) -> Iterator[Rewrite]:
    """The clause with the reader (or the sender) as its subject, at most one."""
    saying = _saying(words, word)
    row = lexicon("grammatica/onpersoonlijke-formules").rows.get(word.lower_)
    clause = te_clause(word.doc, max(word.i, *(t.i for t in words)))
    if saying is None or clause is None or (row is None and word.lower_ != "aanbeveling"):
        return
    if _is_of_other(saying, clause):
        return
    changes = _advice(saying, clause, style) if _advises(word) else _said(saying, clause, row or {}, style)
    rewrite = edited(sentence, changes) if changes is not None else None
    if rewrite is not None:
        yield rewrite


def _advises(word: Token) -> bool:
    return word.lower_ in {"aanbeveling", "raadzaam"}


def _saying(words: tuple[Token, ...], word: Token) -> _Saying | None:
    """Its parts, where the rest between them is known to be able to stay."""
    het = next((t for t in words if t.lower_ == "het"), None)
    being = next((t for t in words if is_finite(t) and t != word), None)
    if het is None or being is None or being.lower_ not in {"is", "verdient"}:
        return None
    denying = tuple(t for t in words if t.lower_ in DENYING)
    first, last = min(t.i for t in words), max(t.i for t in words)
    between = tuple(t for t in word.doc[first : last + 1] if t not in words)
    said = " ".join(t.lower_ for t in between)
    if (said not in _PHRASES and any(t.lower_ not in _BETWEEN for t in between)) or (
        first == being.i and _asks(being)
    ):
        return None
    return _Saying(het, being, word, denying, between)


def _asks(being: Token) -> bool:
    """*Is het mogelijk …?*, *Wanneer is het …?*: the reader asks."""
    start = being.sent.start
    front = {t.lower_ for t in being.doc[start : being.i]}
    return being.i == start or being.sent.text.rstrip().endswith("?") or not front.isdisjoint(_QUESTIONS)


def _is_of_other(saying: _Saying, clause: TeClause) -> bool:
    """Whether the sentence says for whom, or something stands between that can't stay."""
    doc = saying.het.doc
    last = max(saying.word.i, saying.being.i, saying.het.i)
    bridge = doc[last + 1 : clause.start]
    front = doc[saying.het.sent.start : saying.het.i]
    for_whom = any(t.lower_ in {"voor", "door"} and t.dep_ == "case" for t in (*front, *bridge))
    return for_whom or (
        saying.being.i > saying.het.i + 1 and _opener_of(saying) is None and not saying.between
    )


def _opener_of(saying: _Saying) -> Token | None:
    """The word that opens a subordinate clause right before *het*."""
    previous = saying.het.nbor(-1) if saying.het.i > saying.het.sent.start else None
    return previous if previous is not None and previous.lower_ in _SUBORDINATORS else None


def _doer(saying: _Saying, clause: TeClause, style: Style) -> Subject | None:
    """The reader, or the sender where something is done for the reader; None where that isn't certain."""
    inside = {t.lower_ for t in clause.doc[clause.start : clause.doc[clause.end].sent.end]}
    middle = {t.lower_ for t in clause.middle}
    reflexive = clause.verb in lexicon("grammatica/wederkerend").rows
    if middle & {"u", "je", "jou"} and not reflexive:
        return Subject("wij", True) if saying.word.lower_ in {"mogelijk", "onmogelijk"} else None
    if not clause.sayings.isdisjoint(lexicon("grammatica/afzender-werkwoorden").rows):
        ours = saying.word.lower_ in {"mogelijk", "onmogelijk"} and inside & {"uw", "je"}
        return Subject("wij", True) if ours else None
    return Subject(style.reader, False) if not middle & {"we", "wij", "hun", "zijn", "haar"} else None


def _said(saying: _Saying, clause: TeClause, row: Mapping[str, str], style: Style) -> dict[int, str] | None:
    doer = _doer(saying, clause, style)
    modal, denies = _modal(row["ontkend" if saying.denying else "beter"])
    if doer is None or not modal:
        return None
    if saying.word.lower_ in _NEEDED and modal == "moeten" and clause.sayings.isdisjoint(_asked()):
        return None
    changes: dict[int, str] | None = {} if modal == "hoeven" else without_te(clause)
    if modal == "hoeven" and clause.opener is not None:
        changes = {clause.opener.i: ""}
    assert changes is not None
    longer = next((t.lower_ for t in saying.denying if t.lower_ != "niet"), "")
    changes = denied(clause, changes, longer) if denies else changes
    if changes is None:
        return None
    changes |= _late(saying, changes)
    return _placed(
        saying, clause, changes | _pronoun_first(saying, clause, doer, changes), modal, doer, style
    )


def _late(saying: _Saying, changes: dict[int, str]) -> dict[int, str]:
    """*uw keuze helaas niet*: what stood beside *niet* goes with it."""
    at = next((i for i, text in changes.items() if text.startswith("niet")), None)
    if at is None:
        return {}
    adverbs = " ".join(t.text for t in saying.between)
    return {**{t.i: "" for t in saying.between}, at: f"{adverbs} {changes[at]}".strip()}


def _pronoun_first(
    saying: _Saying, clause: TeClause, doer: Subject, changes: dict[int, str]
) -> dict[int, str]:
    """*u helaas*, not *helaas u*; and *zich* for a reader who does it to himself."""
    first = clause.middle[0] if clause.middle else None
    if first is None or first.lower_ not in _PRONOUNS:
        return {}
    own = first.lower_ in {"u", "zich"} and doer.pronoun in {"u", "je"}
    text = {"u": "zich", "je": "je"}[doer.pronoun] if own else first.text
    adverbs = " ".join(t.text for t in saying.between if t.i not in changes)
    return {**{t.i: "" for t in saying.between}, first.i: f"{text} {adverbs}".strip()}


def _modal(better: str) -> tuple[str, bool]:
    """*u mag niet* → *mogen*, denied; nothing for what has no modal verb."""
    words = better.split()
    verbs = {"kunt": "kunnen", "mag": "mogen", "moet": "moeten", "hoeft": "hoeven"}
    return (verbs.get(words[1], ""), "niet" in words[2:]) if words[0] == "u" else ("", False)


def _asked() -> frozenset[str]:
    """The verbs for what a reader is asked to do."""
    rows = lexicon("grammatica/verzoeken").rows
    return frozenset(name for name, row in rows.items() if row["soort"] != "geen")


def _placed(
    saying: _Saying, clause: TeClause, changes: dict[int, str], modal: str, doer: Subject, style: Style
) -> dict[int, str]:
    """The changes with doer and modal verb in the place of *het* and *is*."""
    subordinate = _opener_of(saying) is not None
    inverted = not subordinate and saying.being.i < saying.het.i
    verb = finite(modal, doer, past=False, inverted=inverted, have=style.have)
    more = {t.i: "" for t in (*saying.denying, saying.word)}
    if subordinate:
        at = clause.group if modal == "hoeven" else clause.first.infinitive
        denial, rest = _DENIAL.fullmatch(changes.get(at, clause.doc[at].text)).groups("")  # type: ignore[union-attr]
        moved = f"{denial} {verb} {rest}".strip()
        return {**changes, **more, saying.het.i: doer.text, saying.being.i: "", at: moved}
    if inverted:
        return {**changes, **more, saying.being.i: verb, saying.het.i: doer.text}
    return {**changes, **more, saying.het.i: doer.text, saying.being.i: verb}


def _advice(saying: _Saying, clause: TeClause, style: Style) -> dict[int, str] | None:
    """*Wij raden u aan om …*: the clause stays as it is."""
    if _opener_of(saying) is not None or {t.lower_ for t in clause.middle} & {"u", "je"}:
        return None
    first, second = ("raden", "wij") if saying.being.i < saying.het.i else ("Wij", "raden")
    away = "af" if saying.denying else "aan"
    order = sorted((saying.het, saying.being), key=lambda t: t.i)
    changes = {t.i: "" for t in (*saying.denying, saying.word)}
    texts = (first, f"{second} {style.reader} {away}")
    return {**changes, **{t.i: text.lower() for t, text in zip(order, texts, strict=True)}}
