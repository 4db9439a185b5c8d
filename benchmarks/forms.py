"""How many forms of verbs and adjectives are right, against a UniMorph file (lemma, form, features).

Run from the project folder: ``python -m benchmarks.forms word_forms.tsv [--show]``; 5 seconds.

Counted are the verbs of the file, those that the lists of the house know apart, and the positive adjectives.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from duidelijk.language.inflection import VerbForms, is_verb, verb_forms, with_e

SLOTS: Mapping[str, Callable[[VerbForms], str]] = {
    "V;IND;PRS;1;SG": lambda verb: verb.present_1,
    "V;IND;PRS;3;SG": lambda verb: verb.present_3,
    "V;IND;PRS;PL": lambda verb: verb.present_plural,
    "V;IND;PST;3;SG": lambda verb: verb.past_singular,
    "V;IND;PST;PL": lambda verb: verb.past_plural,
    "V.PTCP;PST": lambda verb: verb.participle,
}
Row = tuple[str, str, str, str]


def rows(path: str) -> Iterator[tuple[str, str, str]]:
    """(lemma, form, features) of every line."""
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 3 and " " not in cells[0]:
            yield cells[0], cells[1], cells[2]


def compared(path: str) -> Iterator[Row]:
    """(slot, lemma, the form of the file, ours) of every form that is compared."""
    for lemma, form, features in rows(path):
        if features in SLOTS:
            verb = verb_forms(lemma)
            ours = SLOTS[features](verb)
            finite = features.startswith("V;IND") and verb.particle
            yield features, lemma, form, f"{ours} {verb.particle}" if finite and " " in form else ours
        elif features == "ADJ;DEF":
            yield features, lemma, form, with_e(lemma)


def main() -> None:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in compared(sys.argv[1]):
        found[row[0]].append(row)
        if row[0] != "ADJ;DEF" and is_verb(row[1]):
            found["listed verbs"].append(row)
    for slot, all_rows in found.items():
        right = sum(ours == form for _, _, form, ours in all_rows)
        print(f"{slot:16} {len(all_rows):6} right {right / len(all_rows):.4f}")
    if "--show" in sys.argv:
        for slot, all_rows in found.items():
            for _, lemma, form, ours in all_rows:
                if ours != form:
                    print(slot, lemma, form, ours, sep="\t")


if __name__ == "__main__":
    main()
