"""How many findings carry a suggestion, what that costs, and a sample of suggestions to read.

Run from the project folder: ``python -m benchmarks.suggestions [--column original] [--sample 300] [--seed 1]
Run from the project folder: ``python -m benchmarks.suggestions [--column original] [--sample N] [--seed 1]
is drawn evenly over the rules, each in its paragraph with the words before and behind the arrow.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.alarms import documents
from benchmarks.engine import timed
from duidelijk import Checker, checking, proving
from duidelijk.language.analysis import ANALYSED, analyse_all
from duidelijk.language.cleaning import clean
from duidelijk.model import Finding, Result


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--column", default="original")
    arguments.add_argument("--sample", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--rules", default="")
    given = arguments.parse_args()
    checker = Checker()
    texts = [text for path in given.files for text in documents(path, given.column)]
    results = list(checker.check_documents(texts))
    wanted = set(given.rules.split(",")) - {""}
    if given.sample:
        drawn = _drawn(results, wanted, given.sample, random.Random(given.seed))
        print("\n".join(f"{n}\t{line}" for n, line in enumerate(drawn, 1)))
        return
    _table([f for result in results for f in result.findings])
    blocks = [clean(d.text, b.start, b.end).text for d in texts for b in d.blocks if b.kind in ANALYSED]
    parse = timed(lambda: list(checker._nlp.pipe(blocks, batch_size=256)))
    rules = checker.rulebook.rules
    seen = [(checking.look(rules, a)[0], a) for a in analyse_all(texts, checker._nlp, checker.pipeline)]
    mend = timed(
        lambda: [proving.with_suggestions(f, a, rules, checker._nlp, checker.style) for f, a in seen]
    )
    print(f"suggestions, parsed again and checked: {mend / parse:.2f} × the bare parse ({parse:.2f} s)")


def _table(findings: Sequence[Finding]) -> None:
    """Per rule: findings, with a suggestion, with a safe one, with only a question."""
    total, offered, safe, asked = (Counter[str]() for _ in range(4))
    for finding in findings:
        total[finding.rule] += 1
        offered[finding.rule] += bool(finding.expected)
        safe[finding.rule] += any(each.safe for each in finding.expected)
        asked[finding.rule] += bool(finding.choices) and not finding.expected
    print(f"{'rule':<28} findings  with  safe  asks")
    for rule, count in total.most_common():
        share = f"{offered[rule] / count:.2f}"
        print(f"{rule:<28} {count:>8}  {share}  {safe[rule]:>4}  {asked[rule]:>4}")


def _drawn(results: Sequence[Result], wanted: set[str], most: int, chance: random.Random) -> Iterator[str]:
    """Suggestions in their paragraphs, as many of each rule as there are, up to an even share."""
    by_rule: dict[str, list[str]] = {}
    for result in results:
        for finding in result.findings:
            if finding.expected and (not wanted or finding.rule in wanted):
                by_rule.setdefault(finding.rule, []).append(_shown(result, finding))
    for lines in by_rule.values():
        chance.shuffle(lines)
    order = sorted(by_rule)
    rank = 0
    while most and any(len(lines) > rank for lines in by_rule.values()):
        for rule in [rule for rule in order if len(by_rule[rule]) > rank][:most]:
            yield f"{rule}\t{by_rule[rule][rank]}"
            most -= 1
        rank += 1


def _shown(result: Result, finding: Finding) -> str:
    text = result.document.text
    block = next(b for b in result.document.blocks if b.start <= finding.start < b.end)
    before, after = text[block.start : finding.start], text[finding.end : block.end]
    new = finding.expected[0].text.replace("\n", " ⏎ ")
    return f"{before}[{finding.actual} → {new}]{after}".replace("\n", " ")


if __name__ == "__main__":
    main()
