"""*je* → *u* and back in all of a sentence, with the verbs; nothing where one word is in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidelijk.suggesting import capitals_like
from duidelijk.suggesting.editing import edited
from duidelijk.suggesting.familiar import familiar
from duidelijk.suggesting.polite import polite
from duidelijk.suggesting.wording import Rewrite, Style

if TYPE_CHECKING:
    from spacy.tokens import Token

    from duidelijk.language.analysis import Sentence


def rewrites(seen: tuple[Sentence, tuple[Token, ...], str], style: Style) -> Iterator[Rewrite]:
    """The sentence with all these words as *u* or as *je*, at most one."""
    sentence, tokens, wanted = seen
    changes: dict[int, str] = {}
    for token in tokens:
        found = polite(token, style.have) if wanted == "u" else familiar(token)
        if found is None:
            return
        changes |= {i: _spelled(token.doc[i], text) for i, text in found.items()}
    rewrite = edited(sentence, changes)
    if rewrite is not None:
        yield rewrite


def _spelled(token: Token, text: str) -> str:
    """With the capital of the word that it replaces, but not one out of respect (*aan Uw kind*)."""
    respects = token.text in {"U", "Uw"} and token.i > token.sent.start and not token.nbor(-1).is_punct
    return text if respects else capitals_like(token.text, text)
