"""How often the grade knows which of two texts is the clearer one: ``python -m benchmarks.quality FOLDER``.

FOLDER holds ``municipal_pairs.csv`` (document, original, edited), ``encyclopaedia_pairs.jsonl`` (original,
plain) and ``government_pages.jsonl``; what isn't there is left out. Takes two minutes. Needs scipy.
``--figure FILE`` draws the grades (needs matplotlib); ``--limit N`` takes the first N encyclopaedia pairs.

A pair counts 1 when the edited side has the higher score, ½ when both have the same. For the municipal pairs
the weights are fitted anew without the document that is judged. Intervals: 95 %, bootstrap over documents
(over pairs for the encyclopaedia), with a fixed seed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.alarms import documents
from duidelijk import Checker
from training.grade import Seen, differences, fitted, pairs, seen, whole

SAMPLES = 2000
BASELINES: dict[str, Callable[[Seen], float | None]] = {
    "LiNT-II": lambda s: _minus(s, "lint"),
    "Flesch-Douma": lambda s: _plus(s, "flesch_douma"),
    "Leesindex A": lambda s: _plus(s, "leesindex_a"),
    "LIX": lambda s: _minus(s, "lix"),
    "woorden per zin": lambda s: _minus(s, "words_per_sentence"),
    "Zipf-waarde": lambda s: _plus(s, "lint_word_frequency"),
}
"""Every baseline, higher = clearer."""


def _plus(text: Seen, name: str) -> float | None:
    return getattr(text.measures, name) if text.measures else None


def _minus(text: Seen, name: str) -> float | None:
    value = _plus(text, name)
    return None if value is None else -value


def right(before: float | None, after: float | None) -> float:
    """1 when the edited side is the clearer one, ½ when there's no telling."""
    if before is None or after is None or abs(after - before) < 1e-9:
        return 0.5
    return float(after > before)


def interval(results: Sequence[float], groups: Sequence[str]) -> tuple[float, float]:
    """95 % interval of the mean, by drawing groups anew."""
    names = sorted(set(groups))
    sums = np.array([[sum(r for r, g in zip(results, groups, strict=True) if g == n)] for n in names])[:, 0]
    sizes = np.array([groups.count(n) for n in names])
    drawn = np.random.default_rng(7).integers(0, len(names), (SAMPLES, len(names)))
    low, high = np.percentile(sums[drawn].sum(1) / sizes[drawn].sum(1), [2.5, 97.5])
    return float(low), float(high)


def line(name: str, results: Sequence[float], groups: Sequence[str]) -> None:
    low, high = interval(results, list(groups))
    print(f"  {name:<18} {np.mean(results):.3f}  ({low:.3f}–{high:.3f})")


def baselines(before: Sequence[Seen], after: Sequence[Seen], groups: Sequence[str]) -> None:
    for name, measure in BASELINES.items():
        line(name, [right(measure(b), measure(a)) for b, a in zip(before, after, strict=True)], groups)


def crossed(
    sentences: tuple[list[Seen], list[Seen]], texts: tuple[list[Seen], list[Seen]], names: list[str]
) -> tuple[list[float], list[float], list[tuple[float, float]]]:
    """Per sentence pair and per document: right or not, by weights that didn't see the document.

    Also the two scores of each document.
    """
    by_sentence, by_document, scores = [0.0] * len(names), [], []
    lines, wholes = differences(*sentences), differences(*texts)
    here = np.array(names)
    for at, name in enumerate(dict.fromkeys(names)):
        weights = fitted(lines[here != name], np.delete(wholes, at, axis=0))
        for row in np.flatnonzero(here == name):
            by_sentence[row] = right(*(side[row].score(weights) for side in sentences))
        before, after = (side[at].score(weights) for side in texts)
        by_document.append(right(before, after))
        if before is not None and after is not None:
            scores.append((before, after))
    return by_sentence, by_document, scores


def municipal(checker: Checker, path: Path) -> list[tuple[float, float]]:
    """Prints the tables of the municipal pairs; gives the scores of each document, before and after."""
    rows = pairs(path)
    names = [row[0] for row in rows]
    documents_ = list(dict.fromkeys(names))
    lines = tuple(seen(checker, [(row[side], None) for row in rows]) for side in (1, 2))
    texts = tuple(seen(checker, [(row[side], None) for row in whole(rows)]) for side in (1, 2))
    by_sentence, by_document, scores = crossed(lines, texts, names)  # type: ignore[arg-type]
    print(f"Zinnen ({len(rows)} paren uit {len(documents_)} documenten)")
    line("duidelijk", by_sentence, names)
    baselines(*lines, names)
    print(f"Hele documenten ({len(documents_)}; goed: {sum(by_document):g})")
    line("duidelijk", by_document, documents_)
    baselines(*texts, documents_)
    spread("originelen", [before for before, _ in scores])
    spread("bewerkt", [after for _, after in scores])
    shipped = [(b.score(), a.score()) for b, a in zip(*texts, strict=True)]
    return [(b, a) for b, a in shipped if b is not None and a is not None]


def encyclopaedia(checker: Checker, path: Path, limit: int | None) -> None:
    rows = [json.loads(each) for each in path.read_text(encoding="utf-8").splitlines()][:limit]
    before, after = (seen(checker, [(row[side], None) for row in rows]) for side in ("original", "plain"))
    groups = [str(number) for number in range(len(rows))]
    print(f"Encyclopedie ({len(rows)} alinea's, zonder opnieuw af te stellen)")
    line("duidelijk", [right(b.score(), a.score()) for b, a in zip(before, after, strict=True)], groups)
    baselines(before, after, groups)


def spread(name: str, scores: Sequence[float]) -> None:
    tens = np.percentile(scores, [10, 25, 50, 75, 90])
    points = " ".join(f"{each:.1f}" for each in tens)
    print(f"  {name}: gemiddeld {np.mean(scores):.2f}; 10, 25, 50, 75 en 90 procent onder {points}")


def figure(path: Path, groups: dict[str, Sequence[float]]) -> None:
    """Draws the grades of each group of texts as a histogram."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": "duidelijk", "svg.fonttype": "none", "font.size": 11})
    from matplotlib import pyplot

    drawing, axes = pyplot.subplots(len(groups), 1, sharex=True, figsize=(7, 1.9 * len(groups)))
    for axis, (name, scores) in zip(axes, groups.items(), strict=True):
        axis.hist(scores, bins=np.arange(1, 10.5, 0.5), color="#2f6db3", edgecolor="white")
        axis.axvline(8, color="#b3402f", linestyle="--", linewidth=1)
        axis.set_title(f"{name} ({len(scores)})", loc="left", fontsize=11)
        axis.set_ylabel("teksten")
    axes[-1].set_xlabel("cijfer")
    axes[-1].set_xticks(range(1, 11))
    drawing.tight_layout()
    drawing.savefig(path, metadata={"Date": None})


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--figure", type=Path)
    options.add_argument("--limit", type=int)
    chosen = options.parse_args()
    checker = Checker()
    groups: dict[str, Sequence[float]] = {}
    if (path := chosen.folder / "municipal_pairs.csv").exists():
        scores = municipal(checker, path)
        groups["Gemeente: origineel"] = [before for before, _ in scores]
        groups["Gemeente: na de redacteur"] = [after for _, after in scores]
    if (path := chosen.folder / "encyclopaedia_pairs.jsonl").exists():
        encyclopaedia(checker, path, chosen.limit)
    if (path := chosen.folder / "government_pages.jsonl").exists():
        pages = [r.grade.score for r in checker.check_documents(documents(path))]
        groups["Rijksoverheid: vragen en antwoorden"] = [score for score in pages if score is not None]
        print("Webpagina’s van de overheid")
        spread("cijfer", groups["Rijksoverheid: vragen en antwoorden"])
    if chosen.figure:
        figure(chosen.figure, groups)


if __name__ == "__main__":
    main()
