"""How well compounds are split, on a file with compounds and one with words that aren't.

Run from the project folder: ``python -m benchmarks.compounds COMPOUNDS.tsv OTHERS.tsv [--show]``; 2 seconds.

Both have a header and the word in the first column; the first has the parts in the second (``a_b``).
A finer or coarser cut than the file's counts as split, and is shown apart.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from duidelijk.language.compounds import parts_of


def _rows(path: str) -> list[list[str]]:
    return [line.split("\t") for line in Path(path).read_text(encoding="utf-8").splitlines()[1:]]


def main() -> None:
    compounds, others = (_rows(name) for name in sys.argv[1:3])
    start = time.process_time()
    found = {row[0]: parts_of(row[0]) for row in (*compounds, *others)}
    seconds = time.process_time() - start
    whole = [row for row in compounds if len(found[row[0]]) > 1]
    same = [row for row in whole if _spelled(found[row[0]]) == _spelled(row[1].split("_"))]
    alike = [row for row in whole if "".join(_spelled(found[row[0]])) == "".join(_spelled(row[1].split("_")))]
    wrong = [row[0] for row in others if len(found[row[0]]) > 1]
    print(f"compounds: {len(compounds)}, split {len(whole) / len(compounds):.3f}")
    print(f"  in the very same parts {len(same) / len(compounds):.3f}")
    print(f"  in parts of the same letters, finer or coarser {len(alike) / len(compounds):.3f}")
    if others:
        print(f"others: {len(others)}, left whole {1 - len(wrong) / len(others):.3f}")
        print(f"of what is split, a compound by the files: {len(whole) / (len(whole) + len(wrong)):.3f}")
    print(f"{1e6 * seconds / len(found):.0f} microseconds a word")
    if "--show" in sys.argv:
        for row in compounds:
            if row not in same:
                print(row[0], row[1], "_".join(found[row[0]]), sep="\t")
        for word in wrong:
            print(word, "-", "_".join(found[word]), sep="\t")


def _spelled(parts: Iterable[str]) -> tuple[str, ...]:
    """The parts without accents: the files write both *één* and *een*."""
    return tuple(normalize("NFD", part).encode("ascii", "ignore").decode() for part in parts)


if __name__ == "__main__":
    main()
