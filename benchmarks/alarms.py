"""How many findings per 100 words in texts that experts call clear: many of them are false alarms.

Run from the project folder: ``python -m benchmarks.alarms FILES...``; ten seconds for 30,000 words.

A file is any text that duidelijk reads, a .jsonl with a page a line (``question``, ``introduction``,
``content``, as the national government publishes its questions and answers), or a .csv (column ``edited``).
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from duidelijk import Checker
from duidelijk.model import Document
from duidelijk.reading import read_bytes, read_file, read_text


def documents(path: Path, column: str = "edited") -> Iterator[Document]:
    """The texts in a file; ``column`` is the one of a .csv."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as rows:
            by_document: dict[str, list[str]] = {}
            for row in csv.DictReader(rows):
                by_document.setdefault(row["document"], []).append(row[column])
        for texts in by_document.values():
            yield read_text("\n\n".join(texts), source=path.name, genre="web")
    elif path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").splitlines():
            yield read_bytes(_page(json.loads(line)).encode(), "page.html", genre="web")
    else:
        yield read_file(path)


def _page(page: dict[str, object]) -> str:
    parts = [f"<h1>{page['question']}</h1>", str(page.get("introduction") or "")]
    for part in page.get("content") or []:  # type: ignore[attr-defined]
        parts += [f"<h2>{part.get('paragraphtitle') or ''}</h2>", str(part.get("paragraph") or "")]
    return f"<main>{''.join(parts)}</main>"


def main() -> None:
    checker = Checker()
    for name in sys.argv[1:]:
        results = list(checker.check_documents(documents(Path(name))))
        words = sum(result.measures.words for result in results)
        findings = [finding for result in results for finding in result.findings]
        severities = Counter(finding.severity for finding in findings)
        grave = severities["fout"] + severities["waarschuwing"]
        print(f"{Path(name).name}: {len(results)} texts, {words} words")
        rates = (100 * grave / words, 100 * severities["tip"] / words)
        print(f"  fout + waarschuwing {rates[0]:.2f}, tip {rates[1]:.2f} per 100 words")
        for rule, count in Counter(f.rule for f in findings if f.severity != "tip").most_common(10):
            print(f"  {rule:<24} {count:>4}  {100 * count / words:.2f}")


if __name__ == "__main__":
    main()
