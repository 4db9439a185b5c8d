"""The table of the lemmatizer, made from gold sentences and from further forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from duidelijk.language.lemmas import (
    ALWAYS_JOINED,
    LONGEST_ENDING,
    OPEN_CLASSES,
    PARTICLE,
    LemmaTable,
    edited,
    lemma_class,
)
from training.sentences import Sentence

Triple = tuple[str, str, str]
LEAST = 1


def triples(sentences: Iterable[Sentence]) -> Iterator[Triple]:
    """(form, tag, lemma) of every word; a verb's lemma without a particle that stands elsewhere."""
    for sentence in sentences:
        words = zip(sentence.words, sentence.heads, sentence.deps, strict=True)
        particles = {head: word.lower() for word, head, dep in words if dep == PARTICLE}
        columns = zip(sentence.words, sentence.xpos, sentence.lemmas, strict=True)
        for i, (form, tag, lemma) in enumerate(columns):
            particle = particles.get(i, "")
            if particle and lemma.startswith(particle) and len(lemma) > len(particle) + 1:
                lemma = lemma[len(particle) :]
            yield form, tag, lemma


def joined_verbs(sentences: Iterable[Sentence]) -> Iterator[str]:
    """Verbs whose particle is not a preposition or an adverb: *deelnemen*, *vaststellen*."""
    for s in sentences:
        for i, (head, dep) in enumerate(zip(s.heads, s.deps, strict=True)):
            is_other = dep == PARTICLE and s.xpos[i] not in ALWAYS_JOINED
            if is_other and s.lemmas[head].startswith(s.words[i].lower()) and s.xpos[head].startswith("WW"):
                yield s.lemmas[head]


def make_table(
    seen: Iterable[Triple],
    more: Iterable[Triple] = (),
    joined: frozenset[str] = frozenset(),
    least: int = LEAST,
) -> LemmaTable:
    """The table: what is seen most often wins; `more` fills in forms that were not seen."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    exact: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, tag, lemma in seen:
        counts[lemma_class(tag), form.lower()][lemma] += 1
        exact[lemma_class(tag), form][lemma] += 1
    lemmas = {key: found.most_common(1)[0][0] for key, found in counts.items()}
    for (kind, form), found in exact.items():
        lemma = found.most_common(1)[0][0]
        if lemma != lemmas[kind, form.lower()]:
            lemmas[kind, form] = lemma
    for form, tag, lemma in more:
        lemmas.setdefault((lemma_class(tag), form), lemma)
    particles = _particles(lemmas)
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    for (kind, form), lemma in sorted(lemmas.items()):
        forms[kind][form] = lemma
    open_forms = {k: f for k, f in forms.items() if k.startswith(OPEN_CLASSES)}
    endings = {kind: _endings(known, particles, least) for kind, known in open_forms.items()}
    return LemmaTable(dict(forms), endings, particles, joined)


def _particles(lemmas: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """What stands before `ge` in participles and before the verb in their lemmas."""
    counts: Counter[str] = Counter()
    for (kind, form), lemma in lemmas.items():
        start = form.find("ge", 1)
        if (
            kind == "WW|vd"
            and start > 1
            and lemma.startswith(form[:start])
            and lemma[start : start + 2] != "ge"
        ):
            counts[form[:start]] += 1
    return tuple(sorted((p for p, n in counts.items() if n > 1), key=lambda p: (-len(p), p)))


def _edit(form: str, lemma: str, particles: tuple[str, ...], kind: str) -> str | None:
    """The shortest edit that turns the form into the lemma."""
    best: tuple[int, str] | None = None
    for prefix in ("g", "") if kind == "WW|vd" else ("",):
        base = edited(form, f"{prefix}|0:", particles)
        if base is None:
            continue
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(base, lemma, strict=False)))
        cut = len(base) - same
        if same >= 1 and cut < len(base) and (best is None or cut < best[0]):
            best = cut, f"{prefix}|{cut}:{lemma[same:]}"
    return best[1] if best else None


def _endings(known: Mapping[str, str], particles: tuple[str, ...], least: int) -> dict[str, str]:
    """The majority edit of every ending, where it isn't that of the next shorter ending."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for form, lemma in known.items():
        kind = "WW|vd" if _ge_class(form, particles) else ""
        edit = _edit(form, lemma, particles, kind) if form == form.lower() else None
        if edit:
            for size in range(min(LONGEST_ENDING, len(form) - 1) + 1):
                counts[form[len(form) - size :]][edit] += 1
    result: dict[str, str] = {}
    for ending in sorted(counts, key=len):
        edit, count = min(counts[ending].items(), key=lambda item: (-item[1], item[0]))
        shorter = next((result[ending[i:]] for i in range(1, len(ending) + 1) if ending[i:] in result), None)
        if edit != shorter and (count >= least or not ending):
            result[ending] = edit
    return result


def _ge_class(form: str, particles: tuple[str, ...]) -> bool:
    return edited(form, "g|0:", particles) is not None
