"""Sentence → the enumeration in it: by commas, the word that closes the list, and what its parts look like.

Labels of coordination are often wrong in long lists; signs, tags and order aren't. Parts are of one kind: a
noun with what goes before it, a verb with its clause, the same preposition, the same subordinator.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duidelijk.language.clauses import is_finite, is_name

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence

_COMMAS = frozenset({",", ";"})
_NOMINAL = (
    "LID",
    "VNW|bez",
    "VNW|aanw",
    "VNW|onbep",
    "TW|hoofd",
    "ADJ",
    "N|",
    "SPEC",
    "WW|vd|prenom",
    "WW|od",
)
_INSIDE = (*_NOMINAL, "VZ|init", "VZ|versm", "VNW|pers", "BW", "TW")
_NOUNS = ("N|", "SPEC")
_VERBS = ("WW|pv", "WW|inf", "WW|vd|vrij")
_OPENS = ("VNW|betr", "VG|onder")
_JOINED = frozenset({"conj", "appos", "list"})
_ASIDE = frozenset({"om", "wie", "wat", "waar"})
ASKING = frozenset({"of", "waarom", "waar", "wanneer", "hoe", "hoeveel", "wat", "wie", "welke", "welk"})
_QUESTION = "vraag"
_LEAST_COMMAS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """An enumeration: its first and last word, and the number of its parts."""

    first: Token
    last: Token
    parts: int


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A stretch between two separators, the separator before it, and what kind of part it is."""

    sign: str
    tokens: tuple[Token, ...]
    kind: str


def listing(sentence: Sentence, closers: frozenset[str]) -> Listing | None:
    """The longest enumeration with two commas and one of ``closers`` (*en*), or behind a colon without it."""
    parts = _parts(sentence, closers)
    found: list[Listing] = []
    at = 1
    while at < len(parts):
        run = [] if _follows(parts[at - 1], parts[at]) else _run(parts, at, closers)
        if run:
            first, last = _start(_whole(parts, at - 1, closers), run[0]), _end(run)
            if not _of_names(run):
                found.append(Listing(first, last, len(run) + 1))
        at += max(1, len(run))
    return max(found, key=lambda f: f.last.i - f.first.i, default=None) or _behind_colon(parts, closers)


def _behind_colon(parts: list[_Part], closers: frozenset[str]) -> Listing | None:
    """All that a colon announces, when it's things: *een foto, bij verlies een brief en het geld*."""
    at = next((i for i, part in enumerate(parts) if _after_colon(part.tokens)), len(parts))
    run = parts[at + 1 :]
    if sum(part.sign in _COMMAS for part in run) < _LEAST_COMMAS or run[-1].sign not in closers:
        return None
    announced = parts[at].tokens[_after_colon(parts[at].tokens) :]
    run.insert(0, _Part("", announced, _kind(list(announced))))
    nouns = sum(part.kind == "naamwoord" for part in run)
    if _of_names(run) or not all(map(_is_thing, run)) or run[0].kind != "naamwoord" or 2 * nouns < len(run):
        return None
    return Listing(announced[0], run[-1].tokens[-1], len(run))


def _is_thing(part: _Part) -> bool:
    """A noun, or a preposition with a noun, without the verb of a clause behind it."""
    first = part.tokens[0]
    return part.kind == "naamwoord" or (part.kind == first.lower_ and first.tag_.startswith("VZ"))


def _follows(before: _Part, part: _Part) -> bool:
    """*Als u verhuist, meldt u dat*: the comma ends a clause that the rest depends on."""
    return before.tokens[0].tag_.startswith("VG|onder") and is_finite(part.tokens[0])


def _whole(parts: list[_Part], at: int, closers: frozenset[str]) -> _Part:
    """The part with what *en* joins it to: *hulp bij wassen en aankleden*, before the first comma."""
    part = parts[at]
    if not at or part.sign not in closers:
        return part
    before = parts[at - 1]
    return _Part(before.sign, before.tokens + part.tokens, before.kind)


def _parts(sentence: Sentence, closers: frozenset[str]) -> list[_Part]:
    parts: list[_Part] = []
    sign = ""
    held: list[Token] = []
    for token in sentence.span:
        if token.text in _COMMAS or _closes(token, closers):
            if held:
                parts.append(_Part(sign, tuple(held), _kind(held)))
                held, sign = [], ""
            sign = token.lower_ if token.lower_ in closers or not sign else sign
        elif not token.is_space and not (token.is_punct and token.i == sentence.span.end - 1):
            held.append(token)
    return [*parts, _Part(sign, tuple(held), _kind(held))] if held else parts


def _closes(token: Token, closers: frozenset[str]) -> bool:
    """*en* and *of*, but not the *of* that opens a clause."""
    return token.lower_ in closers and not token.tag_.startswith("VG|onder")


def _kind(tokens: list[Token]) -> str:
    """*naamwoord*, *werkwoord*, a preposition or a subordinator; with *+* where a verb follows the noun."""
    first = tokens[0]
    asking = tokens[1] if first.tag_.startswith("VZ") and len(tokens) > 1 else first
    if asking.lower_ in ASKING or first.lower_.startswith("waar"):
        return _QUESTION
    if first.tag_.startswith(_OPENS):
        return first.lower_
    verb = next((i for i, t in enumerate(tokens) if t.tag_.startswith(_VERBS) and not _is_deed(t)), None)
    noun = next((i for i, t in enumerate(tokens) if t.tag_.startswith(_NOUNS) or _is_deed(t)), None)
    opens = first.tag_.startswith((*_NOMINAL, "VZ")) or _is_deed(first) or (noun == 1 and verb is None)
    if opens and noun is not None and (verb is None or noun < verb):
        kind = first.lower_ if first.tag_.startswith("VZ") else "naamwoord"
        aside = any(t.tag_.startswith(_OPENS) or t.lower_ in _ASIDE for t in tokens[noun:verb])
        return kind if verb is None or aside else kind + "+"
    return "werkwoord" if verb is not None else ""


def _run(parts: list[_Part], at: int, closers: frozenset[str]) -> list[_Part]:
    """The parts of one kind from ``at`` up to the one behind the closing word; nothing when none closes."""
    kind = "werkwoord" if parts[at].kind.endswith("+") else parts[at].kind
    run: list[_Part] = []
    commas = 0
    for part in parts[at:]:
        closing = part.sign in closers and commas >= _LEAST_COMMAS
        if not kind or not _is_of(part, kind, closing):
            break
        run.append(part)
        commas += part.sign in _COMMAS
        if closing:
            return run
    colon = any(t.text == ":" for t in parts[at - 1].tokens)
    return run if colon and commas > _LEAST_COMMAS else []


def _is_of(part: _Part, kind: str, closing: bool) -> bool:
    """The last noun of a list may have the verb of the sentence behind it."""
    if part.kind.endswith("+"):
        return kind == "werkwoord" or (closing and part.kind[:-1] == kind)
    return part.kind == kind or (closing and kind == "naamwoord" and part.tokens[0].tag_.startswith(_NOMINAL))


def _of_names(run: list[_Part]) -> bool:
    """Weekdays, people, places: most parts end in a name or have nothing else."""
    return 2 * sum(map(_is_name, run)) >= len(run)


def _is_name(part: _Part) -> bool:
    """A name, with at most a title before it: *de heer Jansen*."""
    names = [t for t in part.tokens if is_name(t)]
    common = [t for t in part.tokens if t.tag_.startswith("N|soort")]
    return bool(names) and (not common or (len(common) == 1 and common[0].i + 1 == names[0].i))


def _start(part: _Part, following: _Part) -> Token:
    """The first word of the first part: by the labels, else by what the next part begins with."""
    tokens = part.tokens[_after_colon(part.tokens) :]
    if following.kind == "werkwoord" or following.kind.endswith("+"):
        return _start_of_deeds(tokens, is_finite(following.tokens[0]))
    if following.kind != "naamwoord":
        wanted = ASKING if following.kind == _QUESTION else {following.kind}
        return next((t for t in tokens if t.lower_ in wanted), tokens[0])
    joined = next((t for t in following.tokens if t.dep_ in _JOINED and t.head in tokens), None)
    if joined is not None:
        within = [t for t in joined.head.subtree if t in tokens and t.i <= joined.head.i]
        while len(within) > 1 and within[0].tag_.startswith(("VZ", "LET")):
            within.pop(0)
        return _earlier(within[0], tokens, following.tokens[0])
    opens = following.tokens[0].tag_.split("|")[0]
    alike = [t for t in tokens if t.tag_.startswith(opens)]
    return alike[-1] if alike and not is_finite(alike[-1]) else tokens[-1]


def _earlier(start: Token, tokens: tuple[Token, ...], wanted: Token) -> Token:
    """*de hoogte van het gebouw, de afstand*: the article of the next part shows where this one begins."""
    if start.lower_ == wanted.lower_ or start == tokens[0] or not start.nbor(-1).tag_.startswith("VZ"):
        return start
    alike = [t for t in tokens if t.i < start.i and t.lower_ == wanted.lower_]
    return alike[-1] if alike else start


def _start_of_deeds(tokens: tuple[Token, ...], finite: bool) -> Token:
    """The finite verb itself, when the next part opens with one too; else what follows it and its subject."""
    first = 0
    for i, token in enumerate(tokens[:-1]):
        if is_finite(token):
            first = i if finite else i + 1
        elif not finite and i == first and token.tag_.startswith(("VNW|pers", "VNW|pr")):
            first = i + 1
    return tokens[first]


def _after_colon(tokens: tuple[Token, ...]) -> int:
    return max((i + 1 for i, t in enumerate(tokens[:-1]) if t.text == ":"), default=0)


def _end(run: list[_Part]) -> Token:
    """The last word of the last part: before the verb that closes the sentence."""
    part = run[-1]
    aside = any(t.tag_.startswith(_OPENS) or t.lower_ in _ASIDE for t in part.tokens)
    if run[0].kind != "naamwoord" or (aside and not part.kind.endswith("+")):
        return part.tokens[-1]
    kept: list[Token] = []
    for token in part.tokens:
        if not token.tag_.startswith(_INSIDE) and not _is_deed(token):
            break
        kept.append(token)
    while len(kept) > 1 and not kept[-1].tag_.startswith(("N|", "SPEC", "TW")) and not _is_deed(kept[-1]):
        kept.pop()
    return (kept or list(part.tokens))[-1]


def _is_deed(token: Token) -> bool:
    """*het planten van bomen*, *in blikken*: an infinitive as a noun, or a noun that looks like one."""
    if not token.tag_.startswith("WW|inf") or not token.i:
        return False
    before = token.nbor(-1)
    if before.lower_ == "te" or before.tag_.startswith(("ADJ|vrij", "BW", "N|")):
        return False
    return "|nom" in token.tag_ or before.tag_.startswith(("LID", "VZ|init"))
