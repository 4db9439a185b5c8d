"""Letter sentences with gold trees: `python -m training.generator.generate --count 3000 --seed 1 FILE`.

The same count and seed give the same sentences.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from training.generator import conditions, series, states, templates
from training.generator.dice import Dice
from training.generator.letters import LETTERS
from training.generator.phrases import Phrase, capitalised, gold, text, tidied

LONGEST = 32
_SENTENCES: tuple[tuple[int, str, Callable[[Dice], Phrase]], ...] = (
    (14, "imperative", templates.imperative),
    (2, "imperative", templates.polite_order),
    (5, "conditional", conditions.question_as_condition),
    (6, "statement", templates.statement),
    (7, "inversion", templates.inversion),
    (9, "u_form", templates.u_statement),
    (8, "door", templates.passive_with_agent),
    (7, "passive", templates.passive_without),
    (8, "perfect", templates.perfect),
    (3, "impersonal", templates.impersonal),
    (8, "question", templates.yes_no),
    (5, "question", templates.wh_question),
    (8, "conditional", conditions.condition_first),
    (4, "conditional", conditions.condition_last),
    (5, "om_te", conditions.purpose),
    (6, "content", templates.content_clause),
    (4, "reflexive", templates.reflexive_statement),
    (2, "is_te", templates.is_to),
    (6, "modal_passive", templates.modal_passive),
    (3, "coordination", conditions.two_clauses),
    (5, "imperative", series.joined_orders),
    (4, "coordination", series.shared_subject),
    (2, "conditional", series.three_parts),
    (4, "participle", series.participle_state),
    (4, "relative", lambda rng: templates.ended(rng, states.relative(rng))),
    (4, "state", lambda rng: templates.ended(rng, states.state(rng))),
    (3, "amounts", lambda rng: templates.ended(rng, states.costs(rng))),
)
TEMPLATES = _SENTENCES + LETTERS


def sentences(count: int, seed: int) -> Iterator[tuple[str, Phrase]]:
    """(phenomenon, tree) of so many different sentences."""
    rng = Dice(seed)
    weights = [weight for weight, _, _ in TEMPLATES]
    seen: set[str] = set()
    while len(seen) < count:
        ((_, phenomenon, template),) = rng.choices(TEMPLATES, weights)
        rng.start()
        phrase = tidied(template(rng))
        if phenomenon != "list":
            phrase = capitalised(phrase)
        found = text(phrase.words)
        if len(phrase) <= LONGEST and found not in seen:
            seen.add(found)
            yield phenomenon, phrase


def main() -> int:
    """Write the sentences to a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    blocks = (gold(phrase, phenomenon) for phenomenon, phrase in sentences(options.count, options.seed))
    options.file.write_text("\n".join(blocks), encoding="utf8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
