"""Lemmas: a table of known forms by tag, compounds by their last part, and else the rule for the ending.

The lemma of a finite verb takes its particle along: *belt … op* is *opbellen*, as in the treebank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example
from spacy.vocab import Vocab

PARTICLE = "compound:prt"
ALWAYS_JOINED = ("VZ|fin", "BW")
SHORTEST_TAIL, LONGEST_ENDING, LONGEST_ACRONYM = 4, 8, 4
OPEN_CLASSES = ("N|soort", "WW", "ADJ")
_FILE = "lemmas.msgpack"
_PLAIN = str.maketrans("ëïöü", "eiou")


@dataclass(frozen=True)
class LemmaTable:
    """`forms` maps class → form → lemma, `endings` maps class → ending → edit (`g|2:en`, see `edited`).

    `particles` stand before the `ge` of a participle; `joined` have a noun or adjective as particle.
    """

    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    endings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    particles: tuple[str, ...] = ()
    joined: frozenset[str] = frozenset()


def lemma_class(tag: str) -> str:
    """The part of a CGN tag that decides the lemma: `WW|pv|verl|ev` gives `WW|pv|verl`."""
    parts = tag.split("|")
    match parts[0]:
        case "WW":
            return "|".join(parts[:3] if parts[1:2] == ["pv"] else parts[:2])
        case "N":
            dim = "|dim" if "dim" in parts else ""
            return "|".join(parts[:3]) + dim
        case "ADJ":
            degree = next((p for p in parts if p in ("comp", "sup", "dim")), "basis")
            return f"ADJ|{degree}"
        case "SPEC":
            return tag
    return parts[0]


def edited(form: str, edit: str, particles: tuple[str, ...]) -> str | None:
    """The form after an edit `[g]|cut:add`, where `g` first takes out the `ge` of a participle; or None."""
    kind, _, rest = edit.partition("|")
    cut, _, add = rest.partition(":")
    if kind:
        start = _ge(form, particles)
        if start is None:
            return None
        rest_of_word = form[start + 2 :]
        form = form[:start] + rest_of_word[:1].translate(_PLAIN) + rest_of_word[1:]
    size = int(cut)
    return form[: len(form) - size] + add if size < len(form) else None


def _ge(form: str, particles: tuple[str, ...]) -> int | None:
    """Where the `ge` of a participle stands: at the start or after a particle."""
    if form.startswith("ge"):
        return 0
    for particle in particles:
        if form.startswith(particle + "ge") and len(form) > len(particle) + 4:
            return len(particle)
    return None


def lemma_of(table: LemmaTable, form: str, tag: str, *, starts: bool) -> str:
    """The lemma of one form, its particle not counted; `starts` at the start of a sentence."""
    kind = lemma_class(tag)
    forms = table.forms.get(kind, {})
    lower = form.lower()
    found = forms.get(form) or forms.get(lower)
    if found:
        return found
    if kind == "N|eigen|mv":
        return _capital(_unseen(table, "N|soort|mv", lower)) if form.istitle() else form
    if kind == "N|eigen|ev" and tag.endswith("gen"):
        return re.sub(r"['’]?s$|['’]$", "", form)
    if kind == "TW":
        return re.sub(r"(?<=\d)(e|de|ste)$", "", lower)
    if not kind.startswith(OPEN_CLASSES):
        return form if kind.startswith(("N|eigen", "SPEC")) else lower
    if form.isupper() and 1 < len(form) <= LONGEST_ACRONYM:
        return form
    if kind.startswith("WW") or form.isupper() or (starts and form[1:] == lower[1:]):
        return _unseen(table, kind, lower)
    return _unseen(table, kind, form)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _unseen(table: LemmaTable, kind: str, form: str) -> str:
    forms = table.forms.get(kind, {})
    for i in range(2, len(form) - SHORTEST_TAIL + 1):
        tail = forms.get(form[i:])
        if tail:
            return form[:i] + tail
    endings = table.endings.get(kind, {})
    for i in range(max(0, len(form) - LONGEST_ENDING), len(form) + 1):
        edit = endings.get(form[i:])
        lemma = edited(form, edit, table.particles) if edit else None
        if lemma:
            return re.sub(r"([bcdfgklmnprst])\1$", r"\1", lemma) if kind.startswith("ADJ") else lemma
    return form


class DutchLemmatizer:
    """The pipeline component; it needs tags, and dependencies for particles."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        self.vocab, self.name = vocab, name
        self.use(LemmaTable())

    def use(self, table: LemmaTable) -> None:
        """Take the lemmas from `table` from now on."""
        self.table = table
        self._lemma = lru_cache(maxsize=50_000)(
            lambda form, tag, starts: lemma_of(table, form, tag, starts=starts)
        )

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = self._lemma(token.text, token.tag_, token.is_sent_start is True or token.i == 0)
        for token in doc:
            if token.dep_ == PARTICLE:
                self._join(token)
        return doc

    def _join(self, particle: Token) -> None:
        verb = particle.head
        lemma = particle.lower_ + verb.lemma_
        always = particle.tag_ in ALWAYS_JOINED and not verb.lemma_.startswith(particle.lower_)
        if verb.tag_.startswith("WW") and (always or lemma in self.table.joined):
            verb.lemma_ = lemma

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """`lemma_acc`, as spaCy's own lemmatizers give it."""
        return Scorer.score_token_attr(examples, "lemma")

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The table as msgpack."""
        table = self.table
        value = {
            "forms": table.forms,
            "endings": table.endings,
            "particles": list(table.particles),
            "joined": sorted(table.joined),
        }
        return bytes(srsly.msgpack_dumps(value))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> DutchLemmatizer:
        """The table from msgpack."""
        self.use(_table(data))
        return self

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the table into the folder `path`."""
        path.mkdir(parents=True, exist_ok=True)
        (path / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> DutchLemmatizer:
        """Read the table from the folder `path`."""
        self.use(_table_at(path / _FILE, (path / _FILE).stat().st_mtime_ns))
        return self


@cache
def embedded_table() -> LemmaTable:
    """The table of the pipeline that came with the program: the known forms of Dutch, by class."""
    path = Path(__file__).parent / "nl_duidelijk" / "lemmatizer" / _FILE
    return _table_at(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _table_at(path: Path, _changed: int) -> LemmaTable:
    """The table in a file; read once as long as the file stays the same."""
    return _table(path.read_bytes())


def _table(data: bytes) -> LemmaTable:
    value = srsly.msgpack_loads(data)
    particles, joined = tuple(value["particles"]), frozenset(value["joined"])
    return LemmaTable(value["forms"], value["endings"], particles, joined)


@Language.factory("duidelijk_lemmatizer", assigns=["token.lemma"], requires=["token.tag", "token.dep"])
def make_lemmatizer(nlp: Language, name: str) -> DutchLemmatizer:
    """The factory `duidelijk_lemmatizer`."""
    return DutchLemmatizer(nlp.vocab, name)
