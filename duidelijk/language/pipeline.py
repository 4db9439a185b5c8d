"""The spaCy pipeline: the embedded `nl_duidelijk`, or another Dutch one by name or folder."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from duidelijk.errors import PipelineError
from duidelijk.language import boundaries, embedding, encoder, lemmas, morphology
from duidelijk.language.tokenizing import extend_tokenizer

EMBEDDED = "nl_duidelijk"
UNUSED = (
    "ner",
    "senter",
    "entity_ruler",
    "entity_linker",
    "span_ruler",
    "spancat",
    "textcat",
    "textcat_multilabel",
)
PARTS = (  # imported, and so known to spaCy
    boundaries.mark_boundaries,
    embedding.spelling_embed,
    encoder.make_tok2vec,
    lemmas.make_lemmatizer,
    morphology.make_morphology,
)


def load_pipeline(name: str = EMBEDDED, *, exclude: tuple[str, ...] = UNUSED) -> Language:
    """The pipeline with this name, or in this folder, without the components that no check needs.

    Raises PipelineError where it isn't installed or can't be read.
    """
    where = Path(__file__).parent / EMBEDDED if name == EMBEDDED else name
    if name != EMBEDDED and not Path(name).is_dir() and not spacy.util.is_package(name):
        raise PipelineError(_missing(name))
    try:
        return fitted(spacy.load(where, exclude=list(exclude)))
    except (OSError, ValueError, KeyError) as error:
        reason = str(error).splitlines()[0]
        raise PipelineError(f"De taalpijplijn ‘{name}’ kan niet worden geladen: {reason}") from error


def fitted(nlp: Language) -> Language:
    """The same pipeline with the tokenizer and the sentence boundaries of letters."""
    extend_tokenizer(nlp)
    if boundaries.NAME not in nlp.pipe_names:
        nlp.add_pipe(boundaries.NAME, first=True)
    return nlp


def _missing(name: str) -> str:
    if "/" in name or "\\" in name or name.startswith("."):
        return f"De map ‘{name}’ met een taalpijplijn bestaat niet. Controleer de naam van de map."
    return (
        f"De taalpijplijn ‘{name}’ is niet geïnstalleerd. Installeer hem met: python -m spacy download {name}"
    )


def pipeline_version(nlp: Language) -> tuple[str, str]:
    """Name and version, such as `("nl_duidelijk", "1.0.0")`."""
    meta = nlp.meta
    name = str(meta["name"])
    lang = str(meta["lang"])
    return (name if name.startswith(f"{lang}_") else f"{lang}_{name}"), str(meta["version"])
