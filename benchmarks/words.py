"""What the word rules mark in texts: how many words, which ones most, and which hard words they leave alone.

Run from the project folder: ``python -m benchmarks.words [--column original] [--most 50] FILES...``; half
a minute for 60,000 words. Files as for ``benchmarks.alarms``; ``--column`` chooses the column of a .csv.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.alarms import documents
from duidelijk import Checker, checking
from duidelijk.language.analysis import Analysis, analyse_all
from duidelijk.language.difficulty import ease
from duidelijk.model import PROSE, Finding

_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--column", default="edited")
    arguments.add_argument("--most", type=int, default=50)
    given = arguments.parse_args()
    checker = Checker()
    rules = [rule for rule in checker.rulebook.rules if rule.category == "woorden"]
    marked: Counter[tuple[str, str, str]] = Counter()
    missed: Counter[tuple[float, str]] = Counter()
    content = touched = words = 0
    for path in given.files:
        texts = list(documents(path, given.column))
        for analysis in analyse_all(texts, checker._nlp, checker.pipeline):
            findings, _ = checking.find(rules, analysis)
            spans = [span for finding in findings for span in finding.marks]
            marked.update((f.rule, f.severity, _said(f, analysis)) for f in findings)
            prose = [(s, t) for s in analysis.within(PROSE).sentences() for t in s.span]
            for sentence, token in [(s, t) for s, t in prose if t.pos_ in _CONTENT]:
                start, end = sentence.range(token, token)
                content += 1
                hit = any(a < end and start < b for a, b in spans)
                touched += hit
                if not hit and token.is_alpha:
                    lemma = token.lemma_.lower()
                    missed[round(ease(token.lower_, lemma).zipf, 2), lemma] += 1
            words += sum(len(s.units) for s in analysis.within(PROSE).sentences())
    print(f"{words} words, {content} nouns, verbs and adjectives; marked {touched / content:.3f}")
    by_severity = Counter[str]()
    by_rule: Counter[tuple[str, str]] = Counter()
    for (rule, severity, _), count in marked.items():
        by_severity[severity] += count
        by_rule[rule, severity] += count
    print({name: f"{100 * n / words:.2f} per 100 words" for name, n in by_severity.items()})
    for (rule, severity), count in by_rule.most_common():
        print(f"  {rule:<24} {severity:<14} {count:>4}  {100 * count / words:.2f}")
    print("most marked:")
    for (rule, severity, said), count in marked.most_common(given.most):
        print(f"  {count:>3}  {said}  [{rule}, {severity}]")
    print("hardest unmarked:")
    for zipf, lemma in sorted(missed)[: given.most]:
        print(f"  {zipf:.2f}  {lemma}")


def _said(finding: Finding, analysis: Analysis) -> str:
    return " … ".join(analysis.document.text[a:b] for a, b in finding.marks).lower()


if __name__ == "__main__":
    main()
