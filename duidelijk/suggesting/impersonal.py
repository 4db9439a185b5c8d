"""*men*, *er wordt verwacht*, *het is mogelijk om*, *de aanvrager* → *u* or *wij*, with the verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from duidelijk.suggesting import expletive, formula, third_person
from duidelijk.suggesting.editing import Changes, edited
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from duidelijk.language.analysis import Sentence


_CHANGES: Mapping[str, Callable[[Any, Style], Changes | None]] = {
    "men": third_person.men,
    "lezer": third_person.reader,
    "er": expletive.changes,
}


def rewrites(seen: tuple[Sentence, str, Any], style: Style) -> Iterator[Rewrite]:
    """The sentence with someone who does it; ``seen`` tells the kind of the hit, and what it found."""
    sentence, kind, found = seen
    if kind == "formule":
        words, word = found
        yield from formula.rewrites(sentence, words, word, style)
        return
    changes = _CHANGES[kind](found, style)
    rewrite = edited(sentence, changes) if changes is not None else None
    if rewrite is not None:
        yield rewrite
