"""Sentence → what stands before the finite verb of its main clause. UD labels, tags of CGN."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from duidelijk.language.clauses import SUBJECTS, finite_verb, helpers, is_finite, is_main, is_verb
from duidelijk.language.subordination import SUBORDINATING, shares_opener
from duidelijk.model import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_LONGEST_OPENING = 16
_TIME = re.compile(
    r"op|om|van|tot|tussen|en|vanaf|met|'s|’s|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|morgens|ochtends|middags|avonds|januari|februari|maart|april|mei|juni|juli|augustus|september"
    r"|oktober|november|december|uur|[\d.:]+|uiterlijk|a\.s\.|aanstaande|jl\.|jongstleden"
)
_CLOSERS = frozenset(")”’»")
_JOINING = frozenset({"en", "maar", "want", "dus"})
_WITH_TE = frozenset({"om", "door", "zonder"})
_NAMING = ("LID", "N|", "SPEC", "VNW|bez", "VNW|onbep")
_CLAUSAL = frozenset({"advcl", "ccomp", "csubj", "parataxis"})


@dataclass(frozen=True, slots=True, eq=False)
class RunUp:
    """The words before a finite verb; ``words``: how many count; ``clause``: a fronted clause is in it."""

    first: Token
    last: Token
    verb: Token
    words: int
    clause: bool


def run_up_of(sentence: Sentence, root: Token, least: int, subject_most: int) -> RunUp | None:
    """What comes before the finite verb of the main clause with this head, behind a colon.

    None where fewer than ``least`` words do, or where another finite verb stands there without a word that
    opens a subordinate clause: then the main clause is in doubt.
    """
    verb = finite_verb(root)
    if verb is None or verb.i - sentence.span.start < least:
        return None
    if not is_main(root) and verb.nbor(-1).text != ",":
        return None  # behind a comma it is the main verb, wherever the parser hangs *omdat*
    before = _before(sentence, verb)
    if len(before) < least or _is_last(sentence, verb) or not _is_subordinate(before, verb):
        return None
    if _is_loose_clause(before, root):
        return None
    ignored = _time(before) | _subject(root, verb, subject_most)
    first, last = before[0].i, before[-1].i
    words = sum(first <= a <= last and a not in ignored for a, _ in sentence.units)
    if words < least:
        return None
    return RunUp(before[0], _closing(before[-1]), verb, words, _is_clause(before, root, verb))


def _is_loose_clause(before: list[Token], root: Token) -> bool:
    """*Bijvoorbeeld als de gemeente meer van u heeft*: a clause alone, with its subject before its verb."""
    if any(map(is_finite, before)) or not any(_opens_clause(t) for t in before[:2]):
        return False
    return any(t.dep_ in SUBJECTS and t in before for t in root.children)


def _is_clause(before: list[Token], root: Token, verb: Token) -> bool:
    """Whether a fronted clause is in it: one that opens with its own word, else by the labels.

    Behind a noun at the start (*De hulp die u krijgt als u ziek bent*) labels say nothing.
    """
    finite = any(map(is_finite, before))
    if finite and any(_opens_clause(t) for t in before[:2]):
        return True
    toward = any(t.lower_ == "te" for t in before)
    if toward and before[0].lower_ in _WITH_TE:
        return True
    if before[0].tag_.startswith(_NAMING) or not (finite or toward):
        return False
    return any(t.dep_ in _CLAUSAL and t.head in (root, verb) and (is_verb(t) or helpers(t)) for t in before)


def _opens_clause(word: Token) -> bool:
    """*als*, *of*, and a verb in front (*Bent u verhuisd*); not *zoals*, which may follow a noun."""
    asking = word.lower_ == "of" and word.dep_ == "mark"
    return (word.tag_.startswith("VG|onder") and word.lower_ != "zoals") or asking or is_finite(word)


def _is_last(sentence: Sentence, verb: Token) -> bool:
    """Whether no word follows the verb: the order of a subordinate clause, as in an item of a list."""
    return all(t.is_punct or t.is_space for t in sentence.span.doc[verb.i + 1 : sentence.span.end])


def _closing(last: Token) -> Token:
    """The last word, or the bracket or quotation mark behind it."""
    after = last.nbor()
    return after if after.text in _CLOSERS else last


def _before(sentence: Sentence, verb: Token) -> list[Token]:
    """The words up to the verb, from the start or the last colon or semicolon; without *dan* at its end."""
    words: list[Token] = []
    for token in sentence.span.doc[sentence.span.start : verb.i]:
        if token.text in {":", ";"}:
            words = []
        elif not token.is_punct and not token.is_space:
            words.append(token)
    return words[:-1] if words and words[-1].lower_ == "dan" else words


def _is_subordinate(before: list[Token], main: Token) -> bool:
    """Whether each finite verb among them comes behind a word that opens its clause, and so none is left.

    The first word may be a verb too, when a comma closes its clause: *Bent u verhuisd, dan …*.
    """
    open_clauses: list[Token] = []
    for token in before:
        if is_finite(token):
            if shares_opener(token, open_clauses[-1] if open_clauses else None):
                continue
            if not open_clauses and not (token == before[0] and main.nbor(-1).text in {",", "dan"}):
                return False
            open_clauses = open_clauses[:-1]
        elif token.tag_.startswith(SUBORDINATING) or token.lower_.startswith(("waar", "hoe")):
            open_clauses.append(token)
    return not any(_holds_verb(t) for t in open_clauses) or before[0].sent.text.endswith("?")


def _holds_verb(opener: Token) -> bool:
    """Whether a clause goes with it: not so for *als bewijs*."""
    subordinator = opener.tag_.startswith("VG|onder")
    return not subordinator or (
        opener.dep_ == "mark" and (is_verb(opener.head) or bool(helpers(opener.head)))
    )


def _time(before: list[Token]) -> set[int]:
    """The words of a day, date or hour at the start: *Op maandag 3 maart om 10.00 uur*."""
    found = list(takewhile(lambda t: _TIME.fullmatch(t.lower_), before))
    return {t.i for t in found} if any(len(t) > 7 or t.text[0].isdigit() for t in found) else set()


def _subject(root: Token, verb: Token, most: int) -> set[int]:
    """The words of the subject before the verb; nothing when they are more than ``most``."""
    subject = next((t for t in root.lefts if t.dep_ in SUBJECTS and t.i < verb.i), None)
    words = {t.i for t in subject.subtree if not t.is_punct} if subject is not None else set()
    return words if len(words) <= most else set()


def empty_opening(sentence: Sentence, that: Token, empty: Lexicon) -> list[Token]:
    """The words of an opening that says nothing, up to and with *dat*; nothing for another opening.

    All of them are in the list, one of them is a core with the words it needs, one is a finite verb, and the
    reader isn't the one who speaks (*u moet melden dat*).
    """
    words: list[Token] = []
    for at in range(that.i - 1, max(sentence.span.start, that.i - _LONGEST_OPENING) - 1, -1):
        token = that.doc[at]
        if token.is_punct or token.lower_ in _JOINING:
            break
        if token.lower_ not in empty.rows:
            return []
        words.insert(0, token)
    forms = {t.lower_ for t in words}
    reader_speaks = not forms.isdisjoint({"u", "je"}) and forms.isdisjoint({"wij", "we", "ik", "het", "er"})
    if (
        reader_speaks
        or not (any(map(is_finite, words)) or "zij" in forms)
        or not any(_is_core(f, forms, empty) for f in forms)
    ):
        return []
    return [*words, that]


def _is_core(form: str, forms: set[str], empty: Lexicon) -> bool:
    """Whether it is a core with all it needs; *niet* only where it needs that (*niet ontgaan*)."""
    row = empty.rows[form]
    needs = row["met"].split()
    if row["soort"] != "kern" or ("niet" in forms and "niet" not in needs):
        return False
    return all(any(each in forms for each in need.split("|")) for need in needs)
