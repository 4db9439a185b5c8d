"""Pack a trained pipeline for use: tables in, training settings and needless strings out."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import spacy
import srsly
from spacy.language import Language

from duidelijk.language.lemmas import DutchLemmatizer, LemmaTable
from duidelijk.language.morphology import FACTORY, DutchMorphology, Reading

LICENSE = "CC BY-SA 4.0"
Readings = dict[str, dict[str, Reading]]


def pack(nlp: Language, table: LemmaTable, readings: Readings, folder: Path, version: str) -> None:
    """Write the pipeline with its tables into `folder`, which is emptied first."""
    add_tables(nlp, table, readings)
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
    srsly.write_json(folder / "vocab" / "strings.json", sorted(needed_strings(nlp, readings)))


def add_tables(nlp: Language, table: LemmaTable, readings: Readings) -> None:
    """Let tables give morphology and lemmas; the trained morphologizer only helped the encoder to learn."""
    if "morphologizer" in nlp.pipe_names:
        nlp.remove_pipe("morphologizer")
    morphology = nlp.add_pipe(FACTORY, name="morphology", last=True)
    lemmatizer = nlp.add_pipe("duidelijk_lemmatizer", name="lemmatizer", last=True)
    assert isinstance(morphology, DutchMorphology) and isinstance(lemmatizer, DutchLemmatizer)
    morphology.readings = readings
    lemmatizer.use(table)


def needed_strings(nlp: Language, readings: Readings) -> set[str]:
    """The strings of an untrained pipeline and the labels of this one."""
    strings = set(spacy.blank("nl").vocab.strings)
    for name in nlp.pipe_names:
        labels: Iterable[str] = getattr(nlp.get_pipe(name), "labels", ())
        strings.update(labels)
    strings.update(text for known in readings.values() for reading in known.values() for text in reading)
    return strings | {part for text in strings for part in text.split("||")}
