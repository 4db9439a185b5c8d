"""*Wij verzoeken u het formulier terug te sturen.* → *Wilt u het formulier terugsturen?*"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from duidelijk.language.clauses import clause_of, is_finite
from duidelijk.suggesting.editing import edited
from duidelijk.suggesting.infinitives import TeClause, te_clause, without_te
from duidelijk.suggesting.wording import Rewrite, inner

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_ASKS: Mapping[str, str] = {"u": "wilt u", "je": "wil je", "jullie": "willen jullie"}
_POLITE = frozenset(
    {
        "vriendelijk",
        "beleefd",
        "hierbij",
        "hiermee",
        "ook",
        "dan",
        "graag",
        "derhalve",
        "daarom",
        "tevens",
        "om",
    }
)
_FRONTS: Mapping[str, str] = {
    "": "", "daarom": "daarom", "derhalve": "daarom", "dan": "dan", "ook": "ook", "tevens": "ook",
    "daarnaast": "ook", "verder": "ook", "graag": "", "hierbij": "", "hiermee": "", "bij deze": "",
    "met deze brief": "", "via deze brief": "", "met dit bericht": "", "langs deze weg": "",
    "nogmaals": "nogmaals",
}  # fmt: skip
_TIMES = frozenset({"voor", "vóór", "binnen", "uiterlijk", "vanaf", "na", "tot", "bij", "tijdens"})
_CONDITIONS = frozenset(
    {"als", "indien", "wanneer", "zodra", "mocht", "bent", "hebt", "heeft", "kunt", "wilt"}
)
_PRONOUNS = frozenset({"dit", "dat", "deze", "die", "het", "ons", "mij", "hem", "haar", "zich", "hen"})
_OPENERS = ("VG|onder", "VNW|betr", "VNW|vb")


def question(sentence: Sentence, words: Iterable[Token], reader: str) -> Rewrite | None:
    """The sentence as a question to its reader, for the words that ask; None where it says more than that."""
    phrase = list(words)
    start, end = sentence.span.start, sentence.span.end
    last = sentence.span[-1]
    if reader not in _ASKS or last.text not in {".", "!"}:
        return None
    clause = te_clause(last.doc, _skipped(phrase[-1]).i)
    front = _front(_without_helper(list(last.doc[start : phrase[0].i])))
    if clause is None or front is None or not _asks_only(clause, last) or _is_far(clause, phrase[-1]):
        return None
    changes = without_te(clause)
    changes |= dict.fromkeys(range(start, clause.start), "")
    text, then = front
    if text.startswith("om "):
        if any(t.is_punct for t in last.doc[clause.end : end - 1]):
            return None
        changes[end - 2] = f"{changes.get(end - 2, last.doc[end - 2].text)} {text}"
        text = ""
    opening = f"{text}, {_ASKS[reader]}" if text else _ASKS[reader].capitalize()
    return edited(sentence, {**changes, **_opened(clause, opening, then, reader, changes), end - 1: "?"})


def _skipped(token: Token) -> Token:
    """The last polite word behind the phrase: *verzoeken u vriendelijk*."""
    following = token.nbor() if token.i + 1 < token.sent.end else None
    if following is None or following.lower_ not in _POLITE - {"om"}:
        return token
    return _skipped(following)


def _is_far(clause: TeClause, last: Token) -> bool:
    """Whether other words stand between the phrase and *om*."""
    return clause.start > _skipped(last).i + 1


def _without_helper(words: list[Token]) -> list[Token]:
    """Without *willen* and *dan* behind what stands in front: *Graag willen (wij u verzoeken)*."""
    while words and words[-1].lower_ in {"willen", "wil", "dan"} and len(words) > 1:
        words = words[:-1]
    return words


def _front(words: list[Token]) -> tuple[str, str] | None:
    """What stays in front (a condition), and the adverb for behind *wilt u*; None for anything else."""
    said = " ".join(t.lower_ for t in words if not t.is_punct)
    if said in _FRONTS:
        return "", _FRONTS[said]
    if words[0].lower_ == "om" and not any(_is_surely_finite(t) or t.text in {";", ":"} for t in words):
        return _inside(words), ""
    if words[-1].text == "," and words[0].lower_ in _CONDITIONS:
        return words[0].doc[words[0].i : words[-1].i].text, "dan"
    short = len(words) <= 5 and not any(t.is_punct or is_finite(t) for t in words)
    return ("", _inside(words)) if short and words[0].lower_ in _TIMES else None


def _inside(words: list[Token]) -> str:
    """The words without the capital that opens a sentence."""
    return "".join(inner(t) + t.whitespace_ for t in words).strip(" ,")


def _is_surely_finite(token: Token) -> bool:
    """Not *kunnen*, which may be an infinitive in spite of its tag."""
    return is_finite(token) and token.lower_ != token.lemma_.lower()


def _asks_only(clause: TeClause, last: Token) -> bool:
    """Whether all verbs behind it stand in clauses within it."""
    for token in clause.doc[clause.end + 1 : last.i]:
        if token.text in {";", ":"}:
            return False
        if is_finite(token) and not _is_opened(token, clause.end):
            return False
    return True


def _is_opened(verb: Token, after: int) -> bool:
    """Whether a subordinator or a relative word of its clause stands before the verb."""
    clause = clause_of(verb)
    near = [t for t in clause.subtree if after < t.i < verb.i and t.tag_.startswith(_OPENERS)]
    return bool(near) or any(t.lower_.startswith("waar") for t in clause.subtree if after < t.i < verb.i)


def _opened(
    clause: TeClause, opening: str, then: str, reader: str, changes: dict[int, str]
) -> dict[int, str]:
    """*Wilt u* with its adverb, before the first word of the clause or behind a pronoun there."""
    at = clause.start if clause.opener is None else clause.opener.i + 1
    first = clause.doc[at]
    text = changes.get(at, first.text)
    own = first.lower_ in {"u", "zich"} and reader == "u"
    word = "zich" if own else text
    if (first.lower_ in _PRONOUNS and first.dep_ != "det") or own:
        return {at: f"{opening} {word} {then}".strip()}
    return {at: f"{opening} {then} {word}".replace("  ", " ").strip()}
