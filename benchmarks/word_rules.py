"""What the word rules add to the bare parse of the same text, with lists as they are and far longer ones.

Run from the project folder: ``python -m benchmarks.word_rules [FILES...]``; takes a minute.
The texts are the given ones, or the examples, again and again until there are 100. The longer lists hold
rare words from the frequency list as well.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from benchmarks.engine import LETTERS, timed
from duidelijk import Checker, checking, reading
from duidelijk.language.analysis import ANALYSED, analyse_all
from duidelijk.language.cleaning import clean
from duidelijk.language.frequency import _zipfs
from duidelijk.language.lookup import lookup
from duidelijk.model import Entry, Rule, WordList

SIZES = (2_500, 25_000)


def _resized(rule: Rule, share: float, words: list[str]) -> Rule:
    """The rule with this share of its list, or (jargon alone) with ``words`` besides."""
    terms = rule.params.get("terms")
    if not isinstance(terms, WordList) or (share == 1 and rule.id != "jargon"):
        return rule
    kept = [entry for n, entry in enumerate(terms.entries) if int((n + 1) * share) > int(n * share)]
    more = [Entry(w, "NOUN", "", ("iets",), "vervang", 1, "", "") for w in words]
    return replace(rule, params={**rule.params, "terms": WordList(terms.name, (*kept, *more))})


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(Path("examples").glob("*-*.*"))
    checker = Checker()
    documents = [reading.read_file(path) for path in islice(cycle(paths), LETTERS)]
    texts = [clean(d.text, b.start, b.end).text for d in documents for b in d.blocks if b.kind in ANALYSED]
    parse = timed(lambda: list(checker._nlp.pipe(texts, batch_size=256)))
    analyses = list(analyse_all(documents, checker._nlp, checker.pipeline))
    rules = [rule for rule in checker.rulebook.rules if rule.category == "woorden"]
    own = sum(len(r.params["terms"].entries) for r in rules if isinstance(r.params.get("terms"), WordList))
    rare = [word for word, zipf in _zipfs().items() if 1.0 < zipf < 2.0 and word.isalpha() and len(word) > 6]
    print(f"bare parse of {LETTERS} texts: {parse:.2f} s; our lists have {own} terms")
    for size in (own, *SIZES):
        more = rare[: max(0, size - own)]
        sized = [_resized(rule, min(1.0, size / own), more if rule.id == "jargon" else []) for rule in rules]
        lookup.cache_clear()
        start = time.process_time()
        checking.find(sized, analyses[0])
        first = time.process_time() - start
        seconds = timed(lambda sized=sized: [checking.find(sized, analysis) for analysis in analyses])  # type: ignore[misc]
        count = sum(
            len(r.params["terms"].entries) for r in sized if isinstance(r.params.get("terms"), WordList)
        )
        print(f"{count:>6} terms: {seconds / parse:.3f} × the bare parse; the first text takes {first:.2f} s")
    for rule in rules:
        seconds = timed(lambda rule=rule: [checking.find([rule], analysis) for analysis in analyses])  # type: ignore[misc]
        print(f"  {rule.id:<24} {seconds / parse:.4f}")


if __name__ == "__main__":
    main()
