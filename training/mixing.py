"""The stream of training examples: sources mixed by share, grouped into short texts, lightly disturbed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.docs import make_doc
from training.sentences import Sentence

SIZES = (1, 1, 1, 2, 3, 5, 10)
QUOTES = {'"': ("“", "”"), "'": ("‘", "’")}
LARGEST = 25
RANGE_DEPS = ("obl", "nmod", "conj", "parataxis", "appos", "obl:arg")
LOWERCASED, CAPITALS, UNSTOPPED, RANGED, CURLY = 0.02, 0.01, 0.04, 0.2, 0.3


@dataclass(frozen=True, slots=True)
class Source:
    """Sentences and how often an epoch sees them; `ordered` ones follow each other in their text."""

    sentences: tuple[Sentence, ...]
    share: float = 1.0
    ordered: bool = True


def mixed(sources: Sequence[Source], seed: int) -> Callable[[Language], Iterator[Example]]:
    """A corpus for spaCy's training loop: every call is a new epoch, the same seed gives the same stream."""
    random = Random(seed)

    def epoch(nlp: Language) -> Iterator[Example]:
        groups = [group for source in sources for group in _groups(source, random)]
        random.shuffle(groups)
        for group in groups:
            reference = make_doc(nlp.vocab, [disturbed(s, random) for s in group])
            words, spaces = [t.text for t in reference], [bool(t.whitespace_) for t in reference]
            yield Example(Doc(nlp.vocab, words=words, spaces=spaces), reference)

    return epoch


def _groups(source: Source, random: Random) -> Iterator[list[Sentence]]:
    sentences = list(_drawn(source, random))
    start = 0
    while start < len(sentences):
        size = random.choice(SIZES)
        yield sentences[start : start + size]
        start += size


def _drawn(source: Source, random: Random) -> Iterable[Sentence]:
    if source.ordered and source.share == 1:
        return source.sentences
    whole, part = divmod(source.share, 1)
    drawn = [*source.sentences] * int(whole)
    drawn += random.sample(source.sentences, round(part * len(source.sentences)))
    random.shuffle(drawn)
    return drawn


def disturbed(sentence: Sentence, random: Random) -> Sentence:
    """Now and then the sentence in one case, without its full stop, or with typographic quotes."""
    chance = random.random()
    if chance < LOWERCASED:
        sentence = replace(sentence, words=tuple(word.lower() for word in sentence.words))
    elif chance < LOWERCASED + CAPITALS:
        sentence = replace(sentence, words=tuple(word.upper() for word in sentence.words))
    elif chance < LOWERCASED + CAPITALS + UNSTOPPED:
        sentence = _unstopped(sentence)
    if random.random() < RANGED:
        sentence = ranged(sentence, random)
    if random.random() < CURLY:
        sentence = replace(sentence, words=_curly(sentence.words))
    return sentence


def _unstopped(sentence: Sentence) -> Sentence:
    last = len(sentence.words) - 1
    if last < 1 or sentence.words[last] != "." or last in sentence.heads:
        return sentence
    columns = ("words", "spaces", "lemmas", "upos", "xpos", "feats", "heads", "deps")
    return replace(sentence, **{name: getattr(sentence, name)[:-1] for name in columns})


def ranged(sentence: Sentence, random: Random) -> Sentence:
    """The sentence with its first bare number as a range or score, such as *2 - 1*, if it has one."""
    for place, (word, xpos, dep) in enumerate(zip(sentence.words, sentence.xpos, sentence.deps, strict=True)):
        dated = any(h == place and d == "flat" for h, d in zip(sentence.heads, sentence.deps, strict=True))
        if xpos == "TW|hoofd|vrij" and word.isdigit() and dep in RANGE_DEPS and not dated:
            break
    else:
        return sentence
    first, last = sorted(random.sample(range(LARGEST), 2), reverse=random.random() < 0.5)

    def with_range(column: tuple[Any, ...], *more: Any) -> tuple[Any, ...]:
        return (*column[:place], *more, *column[place + 1 :])

    heads = tuple(head + 2 * (head > place) for head in sentence.heads)
    return replace(
        sentence,
        words=with_range(sentence.words, str(first), "-", str(last)),
        spaces=with_range(sentence.spaces, True, True, sentence.spaces[place]),
        lemmas=with_range(sentence.lemmas, str(first), "-", str(last)),
        upos=with_range(sentence.upos, "NUM", "SYM", "NUM"),
        xpos=with_range(sentence.xpos, xpos, "LET", xpos),
        feats=with_range(sentence.feats, "", "", ""),
        heads=with_range(heads, heads[place], place, place),
        deps=with_range(sentence.deps, dep, "fixed", "fixed"),
    )


def _curly(words: tuple[str, ...]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    result = []
    for word in words:
        if word in QUOTES:
            seen[word] = seen.get(word, -1) + 1
            word = QUOTES[word][seen[word] % 2]
        result.append(word)
    return tuple(result)
