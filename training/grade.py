"""Fits the weights of the grade: ``python -m training.grade municipal_pairs.csv``; takes a minute.

The file has a sentence pair a line: ``document``, ``original`` and ``edited`` (what an expert editor made of
it). The weights are ≥ 0 and make the edited side the clearer one in as many pairs as they can (logistic
regression on the differences of the features). Every whole document counts as three sentences. Needs scipy.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from duidelijk import Checker, checking, reading, scoring
from duidelijk.language.analysis import analyse_all
from duidelijk.measuring import count, graded, measured
from duidelijk.model import Genre, Measures

RIDGE = 3e-3
DOCUMENT_WEIGHT = 3.0
LEAST = {
    ("leesgemak", "niveau"): 1.0,
    **{(part, "meldingen"): 0.15 for part in scoring.PARTS if part != "leesgemak"},
    ("zinnen", "losse stukken"): 0.15,
    ("zinnen", "gaten"): 1.2,
    ("opbouw", "geheel"): 0.5,
}
"""So heavily these count at least, also where the pairs don't ask for it."""
FIXED = ("zinnen", "gaten")
"""Hardly any text has these, so its weight isn't fitted: it keeps writers from leaving out long words."""
KEYS = tuple(scoring.WEIGHTS)


@dataclass(frozen=True)
class Seen:
    """What the grade knows of a text; empty features for one without a sentence."""

    measures: Measures | None
    features: scoring.Features

    @property
    def vector(self) -> np.ndarray:
        """The features in the order of KEYS."""
        return np.array([self.features.get(key, 0.0) for key in KEYS])

    def score(self, weights: scoring.Features = scoring.WEIGHTS) -> float | None:
        """The score with these weights; None for a text without a sentence."""
        return 10 + sum(scoring.points(self.features, weights).values()) if self.features else None


def seen(checker: Checker, texts: Iterable[tuple[str, Genre | None]]) -> list[Seen]:
    """What the grade knows of each text and genre; suggestions, which it doesn't need, aren't made."""
    rules = {rule.id: rule for rule in checker.rulebook.rules}
    documents = [reading.read_text(text, genre=genre) for text, genre in texts]
    found = []
    for analysis in analyse_all(documents, checker._nlp, checker.pipeline):
        findings = [each.finding for each in checking.look(rules.values(), analysis)[0]]
        counts = count(analysis)
        measures = measured(counts, counts.total, len(findings))
        if not measures.counted_words:
            found.append(Seen(None, {}))
            continue
        kept = graded(counts, findings, rules)
        found.append(Seen(measures, scoring.features(measures, kept, rules, analysis.document.genre)))
    return found


def pairs(path: Path) -> list[tuple[str, str, str]]:
    """Document, original and edited text of each line."""
    with path.open(encoding="utf-8", newline="") as rows:
        return [(row["document"], row["original"], row["edited"]) for row in csv.DictReader(rows)]


def whole(rows: Sequence[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The same, a document a row: its sentences as paragraphs."""
    names = list(dict.fromkeys(name for name, _, _ in rows))
    return [
        (name, *("\n\n".join(row[side] for row in rows if row[0] == name) for side in (1, 2)))
        for name in names
    ]


def differences(before: Sequence[Seen], after: Sequence[Seen]) -> np.ndarray:
    """Pairs × features: what the original has more of."""
    return np.array([b.vector - a.vector for b, a in zip(before, after, strict=True)])


def fitted(sentences: np.ndarray, documents: np.ndarray) -> dict[tuple[str, str], float]:
    """The weights that put the edited side first in most of these differences."""
    from scipy.optimize import minimize

    rows = np.vstack([sentences, documents])
    rows[:, KEYS.index(FIXED)] = 0
    heavy = np.r_[np.ones(len(sentences)), np.full(len(documents), DOCUMENT_WEIGHT)]
    heavy /= heavy.sum()
    spread = np.where((rows != 0).any(0), rows.std(0), 1.0)
    scaled = rows / spread
    least = np.array([LEAST.get(key, 0.0) for key in KEYS]) * spread

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = scaled @ weights
        wrong = 1 / (1 + np.exp(margin))
        value = (heavy * np.logaddexp(0, -margin)).sum() + RIDGE * (weights**2).sum()
        return value, -(scaled * (heavy * wrong)[:, None]).sum(0) + 2 * RIDGE * weights

    start = np.maximum(least, 0.1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(low, None) for low in least])
    found_ = np.where((rows != 0).any(0), found.x / spread, least / spread)
    return {key: float(each) for key, each in zip(KEYS, found_, strict=True)}


def main() -> None:
    rows = pairs(Path(sys.argv[1]))
    checker = Checker()
    sides = {
        name: [seen(checker, [(row[side], None) for row in each]) for side in (1, 2)]
        for name, each in (("sentences", rows), ("documents", whole(rows)))
    }
    weights = fitted(differences(*sides["sentences"]), differences(*sides["documents"]))
    for key, value in weights.items():
        print(f"    {key!r}: {value:.3f},")
    scores = [[s for each in side if (s := each.score(weights)) is not None] for side in sides["documents"]]
    print(f"originelen gemiddeld {np.mean(scores[0]):.2f}, bewerkte teksten {np.mean(scores[1]):.2f}")


if __name__ == "__main__":
    main()
