"""Build the lemma table, pack a trained model and score it.

`python -m training.package --treebank DIR --model DIR --output DIR [--forms FILE]`
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from duidelijk.language.lemmas import LemmaTable
from duidelijk.language.pipeline import load_pipeline
from training.gold import read_gold
from training.lemma_table import joined_verbs, make_table, triples
from training.pack import pack
from training.score import treebank_scores
from training.sentences import Sentence, read_conllu
from training.word_forms import verb_triples

HERE = Path(__file__).parent


def lemma_sentences(treebank: Path) -> Iterator[Sentence]:
    """All training sentences of the treebank, compounds spelled as in the dictionary, and the gold letters."""
    for path in sorted(treebank.glob("train/*.conllu")):
        yield from read_conllu(path, spelled=True)
    for path in sorted(HERE.glob("gold/train/*.txt")):
        yield from read_gold(path)


def lemma_table(treebank: Path, forms: Path | None) -> LemmaTable:
    """The table from gold sentences, filled up with the verb forms of a UniMorph list where there is one."""
    sentences = list(lemma_sentences(treebank))
    more = verb_triples(forms) if forms else ()
    return make_table(triples(sentences), more, frozenset(joined_verbs(sentences)))


@click.command()
@click.option("--treebank", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--model", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--output", type=click.Path(path_type=Path), required=True)
@click.option("--forms", type=click.Path(path_type=Path, exists=True))
@click.option("--version", default="1.0.0")
def main(treebank: Path, model: Path, output: Path, forms: Path | None, version: str) -> None:
    """Write the packed pipeline to OUTPUT and print its scores on the development files."""
    table = lemma_table(treebank, forms)
    pack(load_pipeline(str(model)), table, output, version, {})
    nlp = load_pipeline(str(output))
    for path in sorted(treebank.glob("dev/*.conllu")):
        print(path.name, treebank_scores(nlp, path))


if __name__ == "__main__":
    main()
