"""Document → Analysis: words, sentences and grammar, in document offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from duidelijk.language.cleaning import Clean, clean
from duidelijk.language.counting import word_units
from duidelijk.language.index import Index, Spot, index_of
from duidelijk.model import Block, BlockKind, Document, Pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from duidelijk.language.memory import Parser

ANALYSED: frozenset[BlockKind] = frozenset(
    {"heading", "paragraph", "item", "cell", "subject", "quote", "salutation", "closing"}
)

_BATCH = 256
_BATCH_LENGTH = 50_000
"""How many blocks, and about how many characters, go through the pipeline at a time; more takes gigabytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence: its block, its spaCy span and the words a reader counts.

    ``units``: first and last token index (in the Doc) of each counted word; a date, amount,
    phone number or address of a page counts as one.
    """

    block: Block
    span: Span
    clean: Clean
    units: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Document offset of the first word."""
        return self.range(self.span[0], self.span[-1])[0]

    @property
    def end(self) -> int:
        """Document offset after the last mark."""
        return self.range(self.span[0], self.span[-1])[1]

    def range(self, first: Token, last: Token) -> tuple[int, int]:
        """Document range from the first character of ``first`` to the last of ``last``."""
        return self.clean.range(first.idx, last.idx + len(last))

    def ranges(self, tokens: Iterable[Token]) -> tuple[tuple[int, int], ...]:
        """Document ranges of these tokens in text order; neighbours are joined."""
        groups: list[tuple[Token, Token]] = []
        for token in sorted(tokens, key=lambda t: t.i):
            if groups and token.i <= groups[-1][1].i + 1:
                groups[-1] = groups[-1][0], token
            else:
                groups.append((token, token))
        return tuple(self.range(first, last) for first, last in groups)


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One block with its Doc and sentences."""

    block: Block
    doc: Doc
    clean: Clean
    sentences: tuple[Sentence, ...]

    def range(self, first: Token, last: Token) -> tuple[int, int]:
        """Document range from the first character of ``first`` to the last of ``last``."""
        return self.clean.range(first.idx, last.idx + len(last))

    def sentence_at(self, i: int) -> Sentence | None:
        """The sentence in which token ``i`` stands; None for white space between sentences."""
        at = bisect_right(self.sentences, i, key=lambda sentence: sentence.span.start) - 1
        return self.sentences[at] if at >= 0 and i < self.sentences[at].span.end else None


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """A document with one Passage per block that holds language, in text order.

    ``everything`` is the passages of the whole document, ``passages`` (and ``numbers``, their places in it)
    those within the scope of a rule. A check that looks for certain words asks for them: that is much
    quicker than looking at every word.
    """

    document: Document
    passages: tuple[Passage, ...]
    pipeline: Pipeline
    everything: tuple[Passage, ...]
    index: Index
    numbers: frozenset[int]

    def within(self, scope: Collection[BlockKind]) -> Analysis:
        """The same analysis, only the blocks of these kinds."""
        kept = {n: p for n, p in enumerate(self.everything) if n in self.numbers and p.block.kind in scope}
        return replace(self, passages=tuple(kept.values()), numbers=frozenset(kept))

    def sentences(self) -> Iterator[Sentence]:
        """All sentences in text order."""
        for passage in self.passages:
            yield from passage.sentences

    def with_form(self, forms: Collection[str]) -> Iterator[tuple[Sentence, Token]]:
        """The words with one of these forms (in lower case), each with its sentence, in text order."""
        return self.words_at(self.index.with_form(frozenset(forms)))

    def with_label(self, labels: Collection[str]) -> Iterator[tuple[Sentence, Token]]:
        """The words with one of these dependency labels, each with its sentence, in text order."""
        return self.words_at(self.index.with_label(frozenset(labels)))

    def with_tag(self, *starts: str) -> Iterator[tuple[Sentence, Token]]:
        """The words with a CGN tag that starts with one of these (``WW|pv``), each with its sentence."""
        return self.words_at(self.index.with_tag(starts))

    def lemmas(self) -> Iterator[tuple[str, list[Spot]]]:
        """Every lemma of the document, in small letters, with where it stands; in no particular order."""
        for key, lemma in self.index.words.items():
            yield lemma.lower(), self.index.lemmas[key]

    def with_lemma(self, lemmas: Collection[str]) -> Iterator[tuple[Sentence, Token]]:
        """The words with one of these lemmas, each with its sentence, in text order."""
        return self.words_at(self.index.with_lemma(frozenset(lemmas)))

    def passages_with(self, forms: Collection[str]) -> list[Passage]:
        """The passages with one of these forms (in lower case), in text order."""
        found = {number for number, _ in self.index.with_form(frozenset(forms))}
        return [self.everything[number] for number in sorted(found & self.numbers)]

    def near_terms(self, hashes: AbstractSet[int]) -> Iterator[tuple[int, list[int]]]:
        """The numbers of passages with words whose form or lemma has one of these hashes, and where."""
        for number, spots in groupby(self.index.with_form_or_lemma(hashes), key=itemgetter(0)):
            if number in self.numbers:
                yield number, [i for _, i in spots]

    def words_at(self, spots: Iterable[Spot]) -> Iterator[tuple[Sentence, Token]]:
        """The words that stand there, each with its sentence."""
        for number, i in spots:
            passage = self.everything[number]
            if number in self.numbers and (sentence := passage.sentence_at(i)) is not None:
                yield sentence, passage.doc[i]


def by_sentence(words: Iterable[tuple[Sentence, Token]]) -> Iterator[tuple[Sentence, list[Token]]]:
    """Each sentence with its words, for words in text order."""
    for sentence, pairs in groupby(words, key=itemgetter(0)):
        yield sentence, [token for _, token in pairs]


def whole_analysis(document: Document, passages: tuple[Passage, ...], pipeline: Pipeline) -> Analysis:
    """The analysis that these passages make up."""
    index = index_of([passage.doc for passage in passages])
    return Analysis(document, passages, pipeline, passages, index, frozenset(range(len(passages))))


def analyse(document: Document, nlp: Parser, pipeline: Pipeline) -> Analysis:
    """The analysis of one document."""
    return next(analyse_all([document], nlp, pipeline))


def analyse_all(documents: Iterable[Document], nlp: Parser, pipeline: Pipeline) -> Iterator[Analysis]:
    """The analysis of each document; they go through the pipeline together, which is quicker."""
    prepared = [(document, _blocks(document)) for document in documents]
    docs = _parsed((cleaned.text for _, blocks in prepared for _, cleaned in blocks), nlp)
    for document, blocks in prepared:
        passages = tuple(_passage(block, next(docs), cleaned) for block, cleaned in blocks)
        yield whole_analysis(document, passages, pipeline)


def _parsed(texts: Iterable[str], nlp: Parser) -> Iterator[Doc]:
    """The Doc of each text, in order."""
    batch: list[str] = []
    length = 0
    for text in texts:
        if batch and (len(batch) == _BATCH or length + len(text) > _BATCH_LENGTH):
            yield from nlp.pipe(batch, batch_size=_BATCH)
            batch, length = [], 0
        batch.append(text)
        length += len(text)
    yield from nlp.pipe(batch, batch_size=_BATCH)


def _blocks(document: Document) -> list[tuple[Block, Clean]]:
    """The blocks that hold language, each with its clean text."""
    kept = (block for block in document.blocks if block.kind in ANALYSED)
    return [(block, clean(document.text, block.start, block.end)) for block in kept]


def _passage(block: Block, doc: Doc, cleaned: Clean) -> Passage:
    sentences = tuple(
        Sentence(block, span, cleaned, word_units(span)) for span in doc.sents if not _empty(span)
    )
    return Passage(block, doc, cleaned, sentences)


def _empty(span: Span) -> bool:
    return all(token.is_space for token in span)
