"""Cold start: `duidelijk check` on a one-page letter against loading spaCy and the same pipeline, five times.

Run from the project folder: ``python -m benchmarks.cold_start [LETTER]``. Takes about half a minute.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 5
LETTER = "examples/wegwerkzaamheden-voor.txt"
BARE = "import spacy; spacy.load({path!r})"


def seconds(command: list[str]) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    letter = sys.argv[1] if len(sys.argv) > 1 else LETTER
    model = Path(__file__).resolve().parent.parent / "duidelijk" / "language" / "nl_duidelijk"
    bare = [sys.executable, "-c", BARE.format(path=str(model))]
    check = [sys.executable, "-m", "duidelijk.cli", "check", letter]
    pairs = [(seconds(bare), seconds(check)) for _ in range(RUNS + 1)][1:]
    base, whole = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"laden: {base:.2f} s, controleren: {whole:.2f} s, verhouding {whole / base:.2f}")


if __name__ == "__main__":
    main()
