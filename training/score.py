"""Scores of a pipeline: spaCy's own evaluation on treebank files, single facts on gold letter sentences.

`python -m training.score PIPELINE --dev FILE --gold FOLDER`
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from duidelijk.language.pipeline import load_pipeline
from training.docs import grouped, make_doc
from training.gold import read_gold
from training.harmony import harmonized
from training.sentences import Sentence, read_conllu

FIGURES = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
TEXT_SIZE = 10


def treebank_scores(nlp: Language, path: Path, *, gold_words: bool = False) -> dict[str, float]:
    """Figures from 0 to 100 on texts of ten sentences, tokenized by the pipeline itself or given as words."""
    docs = [make_doc(nlp.vocab, group) for group in grouped(read_conllu(path), TEXT_SIZE)]
    made = [_bare(nlp, doc) if gold_words else nlp.make_doc(doc.text) for doc in docs]
    scores = nlp.evaluate([Example(a, b) for a, b in zip(made, docs, strict=True)])
    return {name: round(100 * scores[name], 2) for name in FIGURES}


def _bare(nlp: Language, doc: Doc) -> Doc:
    return Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])


def facts(nlp: Language, sentences: Iterable[Sentence]) -> dict[str, dict[str, tuple[int, int]]]:
    """Phenomenon → fact (tag, lemma, dep) → (right, all); words are found by their place in the text.

    Punctuation doesn't count; a word that the tokenizer cuts differently is wrong in every fact.
    """
    counts: dict[str, Counter[tuple[str, bool]]] = {}
    for sentence in sentences:
        found = counts.setdefault(sentence.phenomenon or "-", Counter())
        found.update(_judged(nlp, sentence))
    return {
        phenomenon: {
            fact: (found[fact, True], found[fact, True] + found[fact, False])
            for fact in ("tag", "lemma", "dep")
        }
        for phenomenon, found in counts.items()
    }


def _judged(nlp: Language, sentence: Sentence) -> Iterable[tuple[str, bool]]:
    doc = nlp(sentence.text)
    places = {(t.idx, t.idx + len(t)): t for t in doc}
    start = 0
    spans = []
    for word, space in zip(sentence.words, sentence.spaces, strict=True):
        spans.append((start, start + len(word)))
        start += len(word) + space
    for i, span in enumerate(spans):
        if sentence.upos[i] == "PUNCT":
            continue
        token = places.get(span)
        yield "tag", token is not None and token.tag_ == sentence.xpos[i]
        yield "lemma", token is not None and token.lemma_ == sentence.lemmas[i]
        label = "ROOT" if sentence.deps[i] == "root" else sentence.deps[i]
        head = spans[sentence.heads[i]]
        right = token is not None and token.dep_ == label
        yield "dep", right and (token.head.idx, token.head.idx + len(token.head)) == head


@click.command()
@click.argument("pipeline")
@click.option("--dev", type=click.Path(path_type=Path, exists=True), multiple=True)
@click.option("--gold", type=click.Path(path_type=Path, exists=True), multiple=True)
def main(pipeline: str, dev: tuple[Path, ...], gold: tuple[Path, ...]) -> None:
    """Print the scores of PIPELINE (a name or a folder)."""
    nlp = load_pipeline(pipeline)
    for path in dev:
        print(path.name, "from text ", json.dumps(treebank_scores(nlp, path)))
        print(path.name, "from words", json.dumps(treebank_scores(nlp, path, gold_words=True)))
    if gold:
        files = [file for path in gold for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]
        report(facts(nlp, [harmonized(s) for file in files for s in read_gold(file)]))


def report(table: dict[str, dict[str, tuple[int, int]]]) -> None:
    """Print one line per phenomenon and one for all."""
    whole: Counter[tuple[str, int]] = Counter()
    for phenomenon, row in sorted(table.items()):
        print(f"{phenomenon:32}", *(f"{fact} {_share(pair):6}" for fact, pair in row.items()), row["tag"][1])
        whole.update({(fact, i): pair[i] for fact, pair in row.items() for i in (0, 1)})
    print(f"{'all':32}", *(f"{f} {_share((whole[f, 0], whole[f, 1])):6}" for f in ("tag", "lemma", "dep")))
    right, count = (sum(whole[f, i] for f in ("tag", "lemma", "dep")) for i in (0, 1))
    print(f"{'single facts':32} {_share((right, count))} of {count}")


def _share(pair: tuple[int, int]) -> str:
    return f"{100 * pair[0] / pair[1]:.1f}" if pair[1] else "-"


if __name__ == "__main__":
    main()
