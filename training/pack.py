"""Pack a trained pipeline for use: lemma table in, training settings and needless strings out."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import spacy
import srsly
from spacy.language import Language

from duidelijk.language import verb_readings
from duidelijk.language.lemmas import DutchLemmatizer, LemmaTable

LICENSE = "CC BY-SA 4.0"


def pack(nlp: Language, table: LemmaTable, folder: Path, version: str) -> None:
    """Write the pipeline with its lemma table into `folder`, which is emptied first."""
    nlp.add_pipe(verb_readings.NAME, last=True)
    lemmatizer = nlp.add_pipe("duidelijk_lemmatizer", name="lemmatizer", last=True)
    assert isinstance(lemmatizer, DutchLemmatizer)
    lemmatizer.use(table)
    for section in ("training", "initialize", "corpora", "pretraining", "paths", "system"):
        nlp.config.pop(section, None)
    nlp.meta.update(
        name="duidelijk",
        version=version,
        license=LICENSE,
        description="Dutch pipeline of duidelijk: tags, morphology, dependencies, sentences, lemmas.",
        author="UD_Dutch-Alpino and UD_Dutch-LassySmall (Gosse Bouma, Gertjan van Noord, Daniel Zeman, "
        "Zdeněk Žabokrtský), the Alpino treebank; trained by the project duidelijk",
        performance={},
    )
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.suffix != ".md":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    nlp.to_disk(folder)
    srsly.write_json(folder / "vocab" / "strings.json", list(needed_strings(nlp)))


def needed_strings(nlp: Language) -> Iterable[str]:
    """The strings of an untrained pipeline and the labels of this one, sorted."""
    strings = set(spacy.blank("nl").vocab.strings)
    for name in nlp.pipe_names:
        strings.update(getattr(nlp.get_pipe(name), "labels", ()))
    for feats in nlp.get_pipe("morphologizer").cfg["labels_morph"].values():
        strings.add(feats)
        strings.update(part for pair in feats.split("|") for part in pair.split("="))
        strings.update(feats.split("|"))
    for label in [s for s in strings if "-" in s or "||" in s]:
        strings.update(label.split("||"))
    return sorted(strings)
