"""Train the embedded Dutch pipeline on a treebank folder: `python -m training.train --treebank DIR --output DIR`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import numpy as np
import spacy
from spacy.language import Language
from spacy.strings import hash_string
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run_training

from duidelijk.language.embedding import normalized
from training.docs import grouped, make_doc
from training.gold import read_gold
from training.mixing import Source, mixed
from training.sentences import Sentence, read_conllu

HERE = Path(__file__).parent
TEXT_SIZE = 10
STREAM = -1  # a new draw every epoch; labels are collected from one whole epoch first


def read_sources(treebank: Path, gold_share: float) -> list[Source]:
    """The treebank's training files, and the gold sentences of letters seen `gold_share` times an epoch."""
    paths = sorted(treebank.glob("train/*.conllu"))
    sources = [Source(tuple(read_conllu(p, has_tree="older" not in p.name))) for p in paths]
    letters = tuple(s for p in sorted(HERE.glob("gold/train/*.txt")) for s in read_gold(p))
    if letters and gold_share:
        sources.append(Source(letters, gold_share, ordered=False))
    return sources


def known_forms(sources: list[Source], least: int = 2) -> np.ndarray:
    """Hashes (uint64, sorted) of the forms that occur at least `least` times; digits are one form."""
    counts = Counter(
        normalized(word) for source in sources for sentence in source.sentences for word in sentence.words
    )
    return np.array(sorted(hash_string(w) for w, n in counts.items() if n >= least), dtype="uint64")


def warm_down(peak: float, warmup: int, steps: int, final: float) -> Iterator[float]:
    """Learning rates: up in a straight line to `peak`, then down to `final` × `peak`."""
    step = 0
    while True:
        step += 1
        left = max(0.0, (steps - step) / max(1, steps - warmup))
        yield peak * (step / warmup if step < warmup else final + (1 - final) * left)


def register(sources: list[Source], treebank: Path, seed: int) -> None:
    """Make the parts that `config.cfg` names known to spaCy."""
    spacy.registry.schedules("duidelijk.WarmDown.v1", func=warm_down)
    spacy.registry.readers("duidelijk.Mixed.v1", func=lambda: mixed(sources, seed))
    spacy.registry.readers("duidelijk.Dev.v1", func=lambda: dev_corpus(sorted(treebank.glob("dev/*.conllu"))))


def dev_corpus(paths: list[Path]):  # type: ignore[no-untyped-def]
    """A corpus of texts of ten sentences."""

    def corpus(nlp: Language) -> Iterator[Example]:
        for path in paths:
            for group in grouped(read_conllu(path), TEXT_SIZE):
                yield example(nlp, group)

    return corpus


def example(nlp: Language, group: list[Sentence]) -> Example:
    """Gold sentences beside the same words without annotation."""
    reference = make_doc(nlp.vocab, group)
    words, spaces = [t.text for t in reference], [bool(t.whitespace_) for t in reference]
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), reference)


@click.command()
@click.option("--treebank", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--output", type=click.Path(path_type=Path), required=True)
@click.option("--gold-share", default=3.0, help="times an epoch sees the gold sentences of letters")
@click.option("--config", "path", type=click.Path(path_type=Path, exists=True), default=HERE / "config.cfg")
@click.option("--set", "overrides", multiple=True, help="config override, section.key=value")
def main(treebank: Path, output: Path, gold_share: float, path: Path, overrides: tuple[str, ...]) -> None:
    """Train, then write the averaged weights to OUTPUT."""
    sources = read_sources(treebank, gold_share)
    values = dict(item.split("=", 1) for item in overrides)
    config = spacy.util.load_config(
        path, overrides=spacy.cli._util.parse_config_overrides([f"--{k}={v}" for k, v in values.items()])
    )
    register(sources, treebank, config["system"]["seed"])
    nlp = init_nlp(config)
    nlp.config["training"]["max_epochs"] = STREAM
    known = known_forms(sources)
    for node in nlp.get_pipe("tok2vec").model.walk():
        if "known" in node.attrs:
            node.attrs["known"] = known
    output.mkdir(parents=True, exist_ok=True)
    nlp, _ = run_training(nlp, output, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main()
