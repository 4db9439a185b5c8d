"""How well our LiNT-II agrees with the reference: ``python -m benchmarks.lint_agreement FOLDER [--show]``.

Needs lint_ii in an environment of its own, with our pipeline in the place of nl_core_news_lg:

    pip install . mistune pyarrow && pip install --no-deps lint_ii

FOLDER holds ``municipal_pairs.csv``, ``encyclopaedia_pairs.jsonl`` and ``government_pages.jsonl``. Takes a
minute. Every text is one paragraph: the reference knows no paragraphs that don't end in a full stop. Compares
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import spacy

from benchmarks.alarms import documents
from duidelijk import reading
from duidelijk.language.analysis import analyse_all
from duidelijk.language.pipeline import load_pipeline
from duidelijk.measuring import measure
from duidelijk.model import Measures, Pipeline
from training.grade import pairs, whole

LONG_ENOUGH = 60
NOUNS = "nouns_sem_types_20251118.parquet"
FEATURES = {
    "mean_log_word_frequency": "lint_word_frequency",
    "mean_max_sdl": "lint_dependency_length",
    "mean_content_words_per_clause": "lint_content_words_per_clause",
    "proportion_of_concrete_nouns": "lint_concrete_share",
}


def texts(folder: Path) -> Iterator[str]:
    """Running texts of at least 60 words, without headings: both sides of pairs, and web pages."""
    for _, original, edited in whole(pairs(folder / "municipal_pairs.csv")):
        yield from (" ".join(side.removeprefix("Onderwerp: ").split()) for side in (original, edited))
    rows = (folder / "encyclopaedia_pairs.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, rows[::10]):
        yield from (row["original"], row["plain"])
    for page in documents(folder / "government_pages.jsonl"):
        parts = [page.text[b.start : b.end].strip() for b in page.blocks if b.kind == "paragraph"]
        yield " ".join(part for part in parts if part.endswith("."))


def reference(nlp: spacy.Language) -> Any:
    """The class of lint_ii that analyses a text, with this pipeline."""
    nlp.meta["version"] = "3.7.0"
    spacy.load = lambda *_, **__: nlp
    with contextlib.redirect_stdout(io.StringIO()):
        from lint_ii.linguistic_data import wordlists
        from pyarrow import parquet

        path = wordlists.LINGUISTIC_DATA_PATH / NOUNS
        table = parquet.read_table(path, columns=wordlists.cols).to_pylist()
        wordlists.PATH_NOUNS_SEM_TYPES = path
        wordlists.NOUN_DATA = {
            row["word"]: {k: v for k, v in row.items() if k != "word" and v is not None} for row in table
        }
        from lint_ii import ReadabilityAnalysis
    return ReadabilityAnalysis


def ours(nlp: spacy.Language, wanted: list[str]) -> list[Measures]:
    read = [reading.read_text(text) for text in wanted]
    return [measure(analysis) for analysis in analyse_all(read, nlp, Pipeline("nl_duidelijk", ""))]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--show", action="store_true")
    chosen = options.parse_args()
    nlp = load_pipeline()
    wanted = [text for text in texts(chosen.folder) if len(text.split()) >= LONG_ENOUGH]
    mine = ours(nlp, wanted)
    analysed = reference(nlp)
    theirs = [analysed.from_text(text) for text in wanted]
    both = [
        (m, t, text)
        for m, t, text in zip(mine, theirs, wanted, strict=True)
        if m.lint is not None and t.lint.score is not None
    ]
    off = np.array([m.lint - t.lint.score for m, t, _ in both])
    same = np.mean([m.lint_level == t.lint.level for m, t, _ in both])
    print(f"{len(both)} texts of {len(wanted)}")
    print(f"within 2.5 points {np.mean(abs(off) <= 2.5):.3f}; same level {same:.3f}")
    print(f"difference {off.mean():+.2f}, sd {off.std():.2f}, largest {abs(off).max():.2f}")
    for their, our in FEATURES.items():
        away = np.array([getattr(m, our) - getattr(t, their) for m, t, _ in both])
        print(f"  {our:<32} {away.mean():+.3f}, sd {away.std():.3f}")
    if chosen.show:
        for row in np.argsort(-abs(off))[:10]:
            print(f"{off[row]:+.2f}  {both[row][2][:100]}")


if __name__ == "__main__":
    main()
