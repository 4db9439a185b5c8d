"""What the house adds to the bare parse of the same text, on 100 letters.

Run from the project folder: ``python -m benchmarks.engine [FILES...]``; takes about two minutes.
The letters are the given texts, or the examples, again and again until there are 100.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from duidelijk import Checker, checking, reading
from duidelijk.language.analysis import ANALYSED, analyse_all
from duidelijk.language.cleaning import clean
from duidelijk.measuring import count, graded, measure, measured, mended
from duidelijk.model import Grade
from duidelijk.rendering.html import render
from duidelijk.rulebook import load
from duidelijk.scoring import grade

LETTERS = 100
ROUNDS = 3


def timed(work: Callable[[], object]) -> float:
    """The least processor time of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(Path("examples").glob("*-*.*"))
    letters = list(islice(cycle(paths), LETTERS))
    checker, rules = Checker(), load().rules
    nlp, pipeline = checker._nlp, checker.pipeline
    documents = [reading.read_file(path) for path in letters]
    texts = [clean(d.text, b.start, b.end).text for d in documents for b in d.blocks if b.kind in ANALYSED]
    analyses = list(analyse_all(documents, nlp, pipeline))
    found = [checking.find(rules, analysis) for analysis in analyses]
    results = list(checker.check_documents(documents))
    counts = [count(analysis) for analysis in analyses]
    by_id = {rule.id: rule for rule in rules}

    def grades() -> list[Grade]:
        return [
            grade(
                measured(c, c.total, len(found_)),
                graded(c, found_, by_id),
                by_id,
                genre=document.genre,
                remeasure=lambda these, c=c: measured(c, mended(c, these, by_id)),  # type: ignore[misc]
            )
            for document, c, (found_, _) in zip(documents, counts, found, strict=True)
        ]

    parse = timed(lambda: list(nlp.pipe(texts, batch_size=256)))
    parts = {
        "bare parse": parse,
        "reading": timed(lambda: [reading.read_file(path) for path in letters]),
        "analysis, with the parse": timed(lambda: list(analyse_all(documents, nlp, pipeline))),
        "rules": timed(lambda: [checking.find(rules, analysis) for analysis in analyses]),
        "measures": timed(lambda: [measure(a, f) for a, (f, _) in zip(analyses, found, strict=True)]),
        "grades": timed(grades),
        "rendering": timed(lambda: [render(result, rules) for result in results]),
    }
    words = sum(result.measures.words for result in results)
    print(f"{LETTERS} teksten, {words} woorden")
    for name, seconds in parts.items():
        print(f"{name:<26} {seconds:7.3f} s  {seconds / parse:6.2f} × de kale ontleding")
    whole = sum(parts.values()) - parse
    print(f"{'alles samen':<26} {whole:7.3f} s  {whole / parse:6.2f} × de kale ontleding")


if __name__ == "__main__":
    main()
