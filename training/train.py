"""Train the embedded Dutch pipeline: `python -m training.train --treebank DIR --output DIR`."""

from __future__ import annotations

import json
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
from spacy.util import load_config

from duidelijk.language.embedding import normalized
from duidelijk.language.pipeline import EMBEDDED
from training.docs import grouped, make_doc
from training.generator import generate as generator
from training.generator.phrases import gold
from training.gold import read_gold
from training.harmony import harmonized
from training.mixing import Source, mixed
from training.package import package
from training.sentences import Sentence, read_conllu

HERE = Path(__file__).parent
TEXT_SIZE = 10
POOL = 12_000
POOL_SEED = 1
STREAM = -1  # a new draw every epoch; labels are collected from one whole epoch first


def read_sources(treebank: Path, gold_share: float, generated: float, pool: Path) -> list[Source]:
    """The treebank's training files, gold sentences of letters and generated ones.

    An epoch sees the gold ones `gold_share` times, and the share `generated` of the file `pool`.
    """
    paths = sorted(treebank.glob("train/*.conllu"))
    sources = [Source(tuple(treebank_sentences(p))) for p in paths]
    letters = tuple(harmonized(s) for p in sorted(HERE.glob("gold/train/*.txt")) for s in read_gold(p))
    if letters and gold_share:
        sources.append(Source(letters, gold_share, ordered=False))
    if generated:
        made = tuple(harmonized(s) for s in read_gold(pool))
        sources.append(Source(made, generated, ordered=False))
    return sources


def generate(path: Path, seed: int) -> Path:
    """Write the pool of generated sentences to `path`."""
    trees = (gold(tree, phenomenon) for phenomenon, tree in generator.sentences(POOL, seed))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(trees), encoding="utf8")
    return path


def treebank_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences in the scheme of the development files; without trees where those are of an older scheme."""
    return map(harmonized, read_conllu(path, has_tree="older" not in path.name))


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


def fit(sources: list[Source], treebank: Path, path: Path, output: Path, overrides: tuple[str, ...]) -> Path:
    """Train with the config at `path`; the folder of the averaged weights."""
    values = {key: json_or_text(value) for key, _, value in (item.partition("=") for item in overrides)}
    config = load_config(path, overrides=values)
    register(sources, treebank, config["system"]["seed"])
    nlp = init_nlp(config)
    nlp.config["training"]["max_epochs"] = STREAM
    known = known_forms(sources)
    for node in nlp.get_pipe("tok2vec").model.walk():  # type: ignore[attr-defined]
        if "known" in node.attrs:
            node.attrs["known"] = known
    output.mkdir(parents=True, exist_ok=True)
    run_training(nlp, output, stdout=sys.stdout, stderr=sys.stderr)
    return output / "model-last"


def json_or_text(value: str) -> object:
    """A number or a truth value where the text is one."""
    try:
        return json.loads(value)
    except ValueError:
        return value


@click.command()
@click.option("--treebank", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--output", type=click.Path(path_type=Path), required=True)
@click.option("--gold-share", default=3.0, help="times an epoch sees the gold sentences of letters")
@click.option("--generated", default=0.25, help="share of the generated sentences that an epoch sees")
@click.option("--config", "path", type=click.Path(path_type=Path, exists=True), default=HERE / "config.cfg")
@click.option("--set", "overrides", multiple=True, help="config override, section.key=value")
@click.option("--version", default="1.0.0")
def main(
    treebank: Path,
    output: Path,
    gold_share: float,
    generated: float,
    path: Path,
    overrides: tuple[str, ...],
    version: str,
) -> None:
    """Train, pack into OUTPUT/nl_duidelijk and print the scores on the development files."""
    pool = generate(output / "generated.txt", POOL_SEED)
    sources = read_sources(treebank, gold_share, generated, pool)
    model = fit(sources, treebank, path, output, overrides)
    package(treebank, model, output / EMBEDDED, version)


if __name__ == "__main__":
    main()
