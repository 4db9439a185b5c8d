"""Gold sentences as spaCy documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.sentences import Sentence


def make_doc(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """One gold `Doc` of one or more sentences; dependencies are left out where a tree is missing."""
    words = [word for s in sentences for word in s.words]
    spaces = [space for s in sentences for space in (*s.spaces[:-1], True)]
    spaces[-1] = False
    heads, deps, starts = [], [], []
    for sentence in sentences:
        first = len(heads)
        heads += [first + head for head in sentence.heads]
        deps += ["ROOT" if dep == "root" else dep for dep in sentence.deps]
        starts += [i == 0 for i in range(len(sentence.words))]
    with_tree = all(s.has_tree for s in sentences)
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        tags=[tag for s in sentences for tag in s.xpos],
        pos=[pos for s in sentences for pos in s.upos],
        morphs=[feats for s in sentences for feats in s.feats],
        lemmas=[lemma for s in sentences for lemma in s.lemmas],
        heads=heads if with_tree else None,
        deps=deps if with_tree else None,
        sent_starts=None if with_tree else starts,
    )


def grouped(sentences: Iterable[Sentence], size: int) -> Iterator[list[Sentence]]:
    """Lists of `size` sentences in order; the last one may be shorter."""
    group: list[Sentence] = []
    for sentence in sentences:
        group.append(sentence)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group
