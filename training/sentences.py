"""Sentences with gold trees: the value, and the two notations it is read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sentence:
    """One gold sentence: columns of equal length; heads are 0-based, a root heads itself."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    phenomenon: str = ""
    has_tree: bool = True

    @property
    def text(self) -> str:
        """The sentence as running text."""
        return "".join(w + " " * s for w, s in zip(self.words, self.spaces, strict=True)).strip()


def blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line number and lines of each block between blank lines."""
    lines: list[str] = []
    start = 1
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if line.strip():
            if not lines:
                start = number
            lines.append(line)
        elif lines:
            yield start, lines
            lines = []
    if lines:
        yield start, lines


def read_conllu(path: Path, *, has_tree: bool = True, spelled: bool = False) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file; `_` is taken out of lemmas (`mee_nemen` becomes `meenemen`).

    With `spelled`, compounds have the dictionary's lemma: `levensjaar` where the treebank has `leven_jaar`.
    """
    for _, lines in blocks(path):
        rows = [line.split("\t") for line in lines if line[0].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            yield _from_conllu(rows, has_tree, spelled)


def _from_conllu(rows: list[list[str]], has_tree: bool, spelled: bool) -> Sentence:
    return Sentence(
        words=tuple(row[1] for row in rows),
        spaces=tuple("SpaceAfter=No" not in row[9] for row in rows),
        lemmas=tuple(
            spelled_lemma(row[1], row[2])
            if spelled and row[4].startswith(("N|soort", "ADJ"))
            else _joined(row[2])
            for row in rows
        ),
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        feats=tuple("" if row[5] == "_" else row[5] for row in rows),
        heads=tuple(int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(rows)),
        deps=tuple(row[7] for row in rows),
        has_tree=has_tree,
    )


def _joined(lemma: str) -> str:
    return lemma.replace("_", "") or lemma


def spelled_lemma(form: str, lemma: str) -> str:
    """The dictionary's lemma of a compound: all but the last part as it is spelled in the form."""
    first, _, rest = lemma.partition("_")
    last = rest.rpartition("_")[2] if rest else ""
    for size in (3, 2):
        start = form.lower().rfind(last[:size].lower()) if len(last) >= size else -1
        if start > 1:
            prefix = form[:start] if first[:1].isupper() else form[:1].lower() + form[1:start]
            return prefix + last
    return _joined(lemma)
