"""Build the lemma table, pack a trained model and score it.

`python -m training.package --treebank DIR --model DIR --output DIR`
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import srsly

from duidelijk.language.inflection import form_table
from duidelijk.language.lemmas import LemmaTable
from duidelijk.language.pipeline import load_pipeline
from training.gold import make_table as usual_readings
from training.gold import read_gold
from training.harmony import harmonized
from training.lemma_table import joined_verbs, make_table, triples
from training.pack import Readings, pack
from training.score import treebank_scores
from training.sentences import Sentence, read_conllu

HERE = Path(__file__).parent


def lemma_sentences(treebank: Path) -> Iterator[Sentence]:
    """All training sentences, compounds spelled as in the dictionary, and the gold letters."""
    for path in sorted(treebank.glob("train/*.conllu")):
        yield from read_conllu(path, spelled=True)
    for path in sorted(HERE.glob("gold/train/*.txt")):
        yield from read_gold(path)


def lemma_table(treebank: Path) -> LemmaTable:
    """The table from gold sentences, filled up with the forms of `wordlists/grammatica`."""
    sentences = list(lemma_sentences(treebank))
    return make_table(triples(sentences), form_table(), frozenset(joined_verbs(sentences)))


def readings(treebank: Path) -> Readings:
    """Tag → dependency or `*` → (UPOS, features), the usual ones in the training trees."""
    paths = [path for path in sorted(treebank.glob("train/*.conllu")) if "older" not in path.name]
    trees = (harmonized(sentence) for path in paths for sentence in read_conllu(path))
    result: Readings = {}
    for tag, dep, upos, feats, _ in usual_readings(trees):
        if tag:
            result.setdefault(tag, {})["ROOT" if dep == "root" else dep] = (upos, feats)
    return result


def package(treebank: Path, model: Path, output: Path, version: str) -> None:
    """Write the packed pipeline to `output`, with its scores on the development files in `meta.json`."""
    pack(load_pipeline(str(model)), lemma_table(treebank), readings(treebank), output, version)
    nlp = load_pipeline(str(output))
    scores = {path.stem: treebank_scores(nlp, path) for path in sorted(treebank.glob("dev/*.conllu"))}
    meta = output / "meta.json"
    srsly.write_json(meta, {**srsly.read_json(meta), "performance": scores})
    print(json.dumps(scores, indent=1))


@click.command()
@click.option("--treebank", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--model", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--output", type=click.Path(path_type=Path), required=True)
@click.option("--version", default="1.0.0")
def main(treebank: Path, model: Path, output: Path, version: str) -> None:
    """Pack a trained model again, with a new lemma table."""
    package(treebank, model, output, version)


if __name__ == "__main__":
    main()
