"""Makes lists in ``wordlists/lint/`` from the wheel of lint_ii: ``python -m training.noun_classes WHEEL``.

Needs pyarrow; takes a few seconds. lint_ii: Jenia Kim and Henk Pander Maat, EUPL. Its word frequencies
(SUBTLEX-NL) are not taken over.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "wordlists" / "lint"
NOUNS = "nouns_sem_types_20251118"
"""The list that the coefficients of the formula belong to."""
SOURCE = "lint_ii (Jenia Kim en Henk Pander Maat, 2025), licentie EUPL"


def column(wheel: zipfile.ZipFile, name: str) -> list[dict[str, Any]]:
    """The rows of a table in the wheel."""
    from pyarrow import parquet

    path = f"lint_ii/linguistic_data/data/{name}.parquet"
    return parquet.read_table(io.BytesIO(wheel.read(path))).to_pylist()  # type: ignore[no-any-return]


def noun_lines(rows: list[dict[str, Any]]) -> list[str]:
    """``word, class, head``: the head as its number of letters at the end, or written out.

    Left out: names of several words, and a plural of which the singular says the same.
    """
    by_word = {row["word"]: row for row in rows}
    singulars = {row["singular"] for row in rows}
    lines = []
    for word, row in by_word.items():
        single = by_word.get(row["singular"]) if row["is_plural"] and word not in singulars else None
        same = single and all(single[key] == row[key] for key in ("super_sem_type", "head"))
        if same or not word.replace("-", "").replace("'", "").isalnum():
            continue
        head = row["head"] or ""
        lines.append(
            f"{word}\t{row['super_sem_type'][0]}\t{len(head) if head and word.endswith(head) else head}"
        )
    return sorted(lines, key=str.encode)


def write(name: str, remarks: str, header: str, lines: list[str]) -> None:
    """A list with its remarks."""
    text = "\n".join([*(f"# {line}" for line in (remarks, f"Bron: {SOURCE}.")), header, *lines])
    (TARGET / f"{name}.tsv").write_text(f"{text}\n", encoding="utf-8")


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        write(
            "naamwoorden",
            "Soort van zelfstandige naamwoorden: c = concreet, a = abstract, u = beide. "
            "Kern van een samenstelling: hoeveel letters aan het eind, of het woord zelf.",
            "woord\tsoort\tkern",
            noun_lines(column(wheel, NOUNS)),
        )
        adverbs = {row["adverb"].strip() for row in column(wheel, "manner_adverbs_20251017")}
        write("bijwoorden", "Bijwoorden die als inhoudswoord tellen.", "woord", sorted(adverbs))
        skipped = {row["word"].strip() for row in column(wheel, "subtlex_wordfreq_skiplist")}
        write("zonder-frequentie", "Woorden waarvan de frequentie niet meetelt.", "woord", sorted(skipped))
        units = {row["symbol"].strip() for row in column(wheel, "measurement_units")}
        write("eenheden", "Tekens voor maten; zij tellen als concreet.", "woord", sorted(units))


if __name__ == "__main__":
    main()
