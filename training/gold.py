"""Hand-written gold sentences: reading, checking, and UPOS and FEATS from XPOS.

`python -m training.gold validate FILE…` names every mistake with its file and line.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.sentences import Sentence, blocks, read_conllu

TABLE = Path(__file__).parent / "xpos.tsv"
ANY = "*"
Table = Mapping[tuple[str, str], tuple[str, str]]


def make_table(sentences: Iterator[Sentence]) -> list[tuple[str, str, str, str, int]]:
    """Rows (xpos, deprel or `*`, upos, feats, count): the usual reading of each tag, then the exceptions."""
    counts: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for sentence in sentences:
        for xpos, dep, upos, feats in zip(
            sentence.xpos, sentence.deps, sentence.upos, sentence.feats, strict=True
        ):
            counts[xpos, ANY][upos, feats] += 1
            counts[xpos, dep][upos, feats] += 1
    rows = []
    for (xpos, dep), readings in sorted(counts.items()):
        (upos, feats), count = readings.most_common(1)[0]
        if dep == ANY or (count >= 3 and (upos, feats) != counts[xpos, ANY].most_common(1)[0][0]):
            rows.append((xpos, dep, upos, feats, count))
    return rows


def read_table(path: Path = TABLE) -> Table:
    """(xpos, deprel or `*`) → (upos, feats)."""
    with path.open(encoding="utf8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(row["xpos"], row["deprel"]): (row["upos"], row["feats"]) for row in rows}


def reading(table: Table, xpos: str, dep: str) -> tuple[str, str]:
    """UPOS and FEATS of a tag in a dependency (`WW|…` is AUX under aux, aux:pass and cop)."""
    return table.get((xpos, dep)) or table[xpos, ANY]


def read_gold(path: Path, table: Table | None = None) -> Iterator[Sentence]:
    """Sentences of a gold file. Raises ValueError with all mistakes of the file."""
    table = table or read_table()
    mistakes = list(validate(path, table))
    if mistakes:
        raise ValueError("\n".join(mistakes))
    for _, lines in blocks(path):
        rows = _rows(lines)
        if rows:
            yield _sentence(rows, _comment(lines, "phenomenon"), table)


def _rows(lines: list[str]) -> list[list[str]]:
    return [line.split("\t") for line in lines if not line.startswith("# ") and line != "#"]


def _comment(lines: list[str], name: str) -> str:
    prefix = f"# {name} ="
    return next((line[len(prefix) :].strip() for line in lines if line.startswith(prefix)), "")


def _sentence(rows: list[list[str]], phenomenon: str, table: Table) -> Sentence:
    readings = [reading(table, row[2], row[4]) for row in rows]
    return Sentence(
        words=tuple(row[0] for row in rows),
        spaces=tuple(len(row) < 6 or "SpaceAfter=No" not in row[5] for row in rows),
        lemmas=tuple(row[1] for row in rows),
        upos=tuple(upos for upos, _ in readings),
        xpos=tuple(row[2] for row in rows),
        feats=tuple(feats for _, feats in readings),
        heads=tuple(int(row[3]) - 1 if row[3] != "0" else i for i, row in enumerate(rows)),
        deps=tuple(row[4] for row in rows),
        phenomenon=phenomenon,
    )


def validate(path: Path, table: Table) -> Iterator[str]:
    """One line per mistake: columns, unknown tags and labels, bad trees, text that doesn't fit the words."""
    deps = {dep for _, dep in table} | set(DEPS.split())
    for start, lines in blocks(path):
        rows = _rows(lines)
        if not rows:
            continue
        offset = start + sum(line.startswith("# ") or line == "#" for line in lines)
        mistakes = [
            f"{path}:{offset + i}: {mistake}"
            for i, row in enumerate(rows)
            for mistake in _row_mistakes(row, table, deps, len(rows))
        ]
        yield from mistakes
        if not mistakes:
            yield from (f"{path}:{start}: {m}" for m in _tree_mistakes(rows))
            found = _sentence(rows, "", table).text
            said = _comment(lines, "text")
            if said != found:
                yield f"{path}:{start}: text is {said!r}, words give {found!r}"


def _row_mistakes(row: list[str], table: Table, deps: set[str], size: int) -> Iterator[str]:
    if len(row) not in (5, 6) or not all(row):
        yield f"expected 5 or 6 columns, found {len(row)}: {row}"
        return
    if (row[2], ANY) not in table:
        yield f"unknown XPOS {row[2]!r} at {row[0]!r}"
    if row[4] not in deps:
        yield f"unknown deprel {row[4]!r} at {row[0]!r}"
    if "_" in row[1] and row[1] != "_":
        yield f"lemma with underscore {row[1]!r}"
    if not row[3].isdigit() or int(row[3]) > size:
        yield f"bad head {row[3]!r} at {row[0]!r}"
    elif (row[3] == "0") != (row[4] == "root"):
        yield f"head 0 and root go together: {row[0]!r} has {row[3]} {row[4]}"


def _tree_mistakes(rows: list[list[str]]) -> Iterator[str]:
    heads = [int(row[3]) for row in rows]
    if heads.count(0) != 1:
        yield f"{heads.count(0)} roots"
    for start in range(1, len(heads) + 1):
        seen: set[int] = set()
        node = start
        while node and node not in seen:
            seen.add(node)
            node = heads[node - 1]
        if node:
            yield f"cycle at word {start} ({rows[start - 1][0]!r})"
            return


DEPS = """
acl acl:relcl advcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound:prt conj cop
csubj csubj:outer csubj:pass det expl expl:pv fixed flat iobj mark nmod nmod:poss nsubj nsubj:outer
nsubj:pass nummod obj obl obl:agent obl:arg orphan parataxis punct root vocative discourse
dislocated list xcomp
"""


def main(arguments: list[str]) -> int:
    """Run `validate FILE…` or `table TREEBANK`; exit code 1 when there are mistakes."""
    if arguments[:1] == ["table"] and len(arguments) == 2:
        paths = sorted(Path(arguments[1], "train").glob("*.conllu"))
        sentences = (s for p in paths if "older" not in p.name for s in read_conllu(p))
        with TABLE.open("w", encoding="utf8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", lineterminator="\n")
            writer.writerow(["xpos", "deprel", "upos", "feats", "count"])
            writer.writerows(make_table(sentences))
        return 0
    if arguments[:1] != ["validate"] or len(arguments) < 2:
        print(__doc__)
        return 2
    table = read_table()
    mistakes = [m for name in arguments[1:] for m in validate(Path(name), table)]
    print("\n".join(mistakes) or "no mistakes")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
