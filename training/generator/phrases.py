"""Words and phrases with their heads; joining them; the gold notation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Word:
    """One token. `head` is the distance to its head within the phrase, 0 for the phrase's own head."""

    form: str
    lemma: str
    tag: str
    dep: str = ""
    head: int = 0
    space: bool = True


@dataclass(frozen=True)
class Phrase:
    """Words in order, with the place of the word that the rest hangs from."""

    words: tuple[Word, ...]
    head: int = 0

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True)
class Part:
    """A phrase with its relation to the part named `to`; the part named `head` has none."""

    phrase: Phrase
    dep: str
    name: str = ""
    to: str = "head"


def word(form: str, tag: str, lemma: str = "") -> Phrase:
    """A phrase of one word; the lemma is the form in small letters if it isn't given."""
    return Phrase((Word(form, lemma or form.lower(), tag),))


def join(parts: Iterable[Part]) -> Phrase:
    """One phrase of all parts in order; the head is the part named `head`."""
    parts = [part for part in parts if len(part.phrase)]
    places: dict[str, int] = {}
    start = 0
    for part in parts:
        if part.name:
            places[part.name] = start + part.phrase.head
        start += len(part.phrase)
    words: list[Word] = []
    for part in parts:
        top = len(words) + part.phrase.head
        moved = list(part.phrase.words)
        if part.name != "head":
            target = places.get(part.to, places["head"])
            moved[part.phrase.head] = replace(moved[part.phrase.head], dep=part.dep, head=target - top)
        words.extend(moved)
    return Phrase(tuple(words), places["head"])


def flat(head: Phrase, *others: tuple[Phrase, str]) -> Phrase:
    """The head, then others that hang from it: (phrase, relation)."""
    return join([Part(head, "", "head"), *(Part(phrase, dep) for phrase, dep in others)])


def before(head: Phrase, *others: tuple[Phrase, str]) -> Phrase:
    """Others that hang from the head, then the head."""
    return join([*(Part(phrase, dep) for phrase, dep in others), Part(head, "", "head")])


def punctuated(phrase: Phrase, mark: str, *, glued: bool = True) -> Phrase:
    """The phrase with a punctuation mark after it, without a space between."""
    words = phrase.words
    if glued:
        words = (*words[:-1], replace(words[-1], space=False))
    return flat(Phrase(words, phrase.head), (word(mark, "LET"), "punct"))


def commaed(phrase: Phrase) -> Phrase:
    """The phrase with a comma after it."""
    return punctuated(phrase, ",")


def tidied(phrase: Phrase) -> Phrase:
    """Without a space before `:` and the like."""
    following = [*phrase.words[1:], phrase.words[0]]
    pairs = zip(phrase.words, following, strict=True)
    words = (replace(w, space=w.space and n.form not in (":", ",", ";")) for w, n in pairs)
    return Phrase(tuple(words), phrase.head)


def capitalised(phrase: Phrase) -> Phrase:
    """The phrase with a capital letter at its start; the lemma stays."""
    first = phrase.words[0]
    form = first.form[:1].upper() + first.form[1:]
    return Phrase((replace(first, form=form), *phrase.words[1:]), phrase.head)


def gold(phrase: Phrase, phenomenon: str) -> str:
    """The sentence in the notation of the gold files."""
    lines = [f"# phenomenon = {phenomenon}", f"# text = {text(phrase.words)}"]
    last = len(phrase) - 1
    for i, w in enumerate(phrase.words):
        is_root = i == phrase.head
        row = [w.form, w.lemma, w.tag, "0" if is_root else str(i + w.head + 1), "root" if is_root else w.dep]
        if not w.space and i != last:
            row.append("SpaceAfter=No")
        lines.append("\t".join(row))
    return "\n".join(lines) + "\n"


def text(words: Sequence[Word]) -> str:
    """The words as running text."""
    return "".join(w.form + (" " if w.space else "") for w in words).rstrip()
