"""Texts → Docs, by a pipeline that remembers what it parsed a short while ago."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Parser(Protocol):
    """What turns texts into Docs, in order: a spaCy pipeline, or a Memory of one."""

    def pipe(self, texts: Iterable[str], *, batch_size: int | None = None) -> Iterator[Doc]:
        """The Doc of each text."""


class Memory:
    """A pipeline that parses a text only once in a while, for a writer who changes one paragraph of many.

    ``room``: after so many characters, the texts that weren't met again since are forgotten; so at most
    twice as many are remembered. A Doc belongs to one block: of equal texts in one call, each is parsed.
    """

    def __init__(self, nlp: Language, room: int) -> None:
        self._nlp, self._room, self._length = nlp, room, 0
        self._young: dict[str, Doc] = {}
        self._old: dict[str, Doc] = {}

    def pipe(self, texts: Iterable[str], *, batch_size: int | None = None) -> Iterator[Doc]:
        """The Doc of each text, in order."""
        given = list(texts)
        known = {text: doc for text in dict.fromkeys(given) if (doc := self._met(text)) is not None}
        places = {text: n for n, text in reversed(list(enumerate(given))) if text in known}
        new = [text for n, text in enumerate(given) if places.get(text) != n]
        parsed = self._nlp.pipe(new, batch_size=batch_size)
        for n, text in enumerate(given):
            doc = known[text] if places.get(text) == n else next(parsed)
            self._keep(text, doc)
            yield doc

    def _met(self, text: str) -> Doc | None:
        return self._young.get(text) or self._old.get(text)

    def _keep(self, text: str, doc: Doc) -> None:
        if text in self._young:
            return
        if self._length + len(text) > self._room:
            self.fade()
        self._young[text] = doc
        self._length += len(text)

    def fade(self) -> None:
        """Forgets what wasn't met again since the last time; twice in a row forgets everything."""
        self._old, self._young, self._length = self._young, {}, 0
