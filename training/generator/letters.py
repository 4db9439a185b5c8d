"""What letters hold besides sentences: salutations, headings, references, lists, template fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from training.generator.clauses import Clause, bare_infinitive, main_clause, order
from training.generator.dates import amount, date
from training.generator.dice import Dice
from training.generator.idioms import contact, opening_hours
from training.generator.lexicon import nouns, words
from training.generator.nominals import (
    Nominal,
    coordinated,
    determiner,
    doing,
    noun_phrase,
    noun_word,
    with_preposition,
)
from training.generator.people import names, pronoun, surname
from training.generator.phrases import Part, Phrase, before, commaed, flat, join, punctuated, word
from training.generator.scenes import passive, transitive
from training.generator.verbal import Frame

NOUN = "N|soort|ev|basis|zijd|stan"
NEUTER = "N|soort|ev|basis|onz|stan"
NAME = "N|eigen|ev|basis|genus|stan"
_PERSON_FIELDS = ("naam", "achternaam", "voornaam", "aanvrager", "contactpersoon", "behandelaar")
_FIELDS = (
    "datum",
    "kenmerk",
    "adres",
    "bedrag",
    "zaaknummer",
    "telefoonnummer",
    "vervaldatum",
    "dossiernummer",
    "product",
)
_BRACKETS = (("{{", "}}"), ("[[", "]]"), ("«", "»"), ("<", ">"), ("[", "]"), ("{", "}"))


def field(rng: Dice, fields: tuple[str, ...] = _FIELDS) -> Phrase:
    """A template field as one word: `{{naam}}`, `[[datum]]`, `«adres»`."""
    left, right = rng.choice(_BRACKETS[:3] * 3 + _BRACKETS[3:])
    name = rng.choice(fields)
    form = f"{left}{name}{right}"
    return word(form, NAME if name in _PERSON_FIELDS else NOUN, form)


def salutation(rng: Dice) -> Phrase:
    """*Geachte mevrouw De Vries,*"""
    if rng.random() < 0.35:
        opening = word("beste", "ADJ|prenom|sup|met-e|stan", "goed")
        choices = [
            _first_name(rng),
            _person(rng),
            word(rng.choice(["bewoner", "inwoner", "ondernemer", "ouder"]), NOUN),
        ]
        return commaed(before(rng.choice(choices), (opening, "amod")))
    opening = word("geachte", "ADJ|prenom|basis|met-e|stan", "geacht")
    if rng.random() < 0.25:
        both = coordinated(word("heer", NOUN), word("mevrouw", NOUN), rng.choice(["of", "en"]))
        return commaed(before(both, (opening, "amod")))
    return commaed(before(_person(rng), (opening, "amod")))


def _first_name(rng: Dice) -> Phrase:
    entry = rng.choice(words("first"))
    return word(entry.form, entry.tag, entry.form)


def _person(rng: Dice) -> Phrase:
    name = field(rng, _PERSON_FIELDS[:2]) if rng.random() < 0.2 else surname(rng)
    return flat(word(rng.choice(["heer", "mevrouw"]), NOUN), (name, "appos"))


def closing(rng: Dice) -> Phrase:
    """*Met vriendelijke groet,*, *Hoogachtend,*"""
    chance = rng.random()
    if chance < 0.25:
        phrase = word("hoogachtend", "ADJ|vrij|basis|zonder")
    elif chance < 0.75:
        plural = rng.random() < 0.4
        head = word("groeten", "N|soort|mv|basis", "groet") if plural else word("groet", NOUN)
        adjective = rng.choice(["vriendelijke", "hartelijke"])
        kind = word(adjective, "ADJ|prenom|basis|met-e|stan", adjective[:-1])
        phrase = before(head, (word("met", "VZ|init"), "case"), (kind, "amod"))
    else:
        phrase = with_preposition(
            "namens", noun_phrase(rng, rng.choice(["org", "official"]), shapes=["definite"]).phrase
        )
    return commaed(phrase) if rng.random() < 0.7 else phrase


def heading(rng: Dice) -> Phrase:
    """A heading without a finite verb: a noun phrase, an infinitive, a subject line."""
    return rng.choice(
        [_noun_heading, _noun_heading, _infinitive_heading, _infinitive_heading, _subject_line]
    )(rng)


def _bare_noun(rng: Dice) -> Phrase:
    kind = rng.choice(
        ["req", "permit", "benefit", "cost", "id", "event", "work", "deci", "data", "service", "doc"]
    )
    noun = rng.choice(nouns()[kind])
    return noun_word(noun, plural=bool(noun.plural) and rng.random() < 0.4)


def _noun_heading(rng: Dice) -> Phrase:
    chance = rng.random()
    if chance < 0.35:
        return coordinated(_bare_noun(rng), _bare_noun(rng), rng.choice(["en", "of"]))
    if chance < 0.75:
        kind = rng.choice(["permit", "build", "work", "event", "service", "place", "citizen"])
        preposition = rng.choice(["voor", "over", "van", "bij", "na", "tijdens"])
        return flat(
            _bare_noun(rng), (with_preposition(preposition, noun_phrase(rng, kind, depth=1).phrase), "nmod")
        )
    if chance < 0.85:
        return doing(rng)
    return noun_phrase(rng, rng.choice(["deci", "work", "req"]), depth=2).phrase


def _infinitive_heading(rng: Dice) -> Phrase:
    clause = transitive(rng, who=pronoun("u"), what=Frame(), flags="i", most=1)
    obj = Nominal(_bare_noun_of(rng, clause), "ev", "definite") if clause.obj else None
    return bare_infinitive(rng, replace(clause, obj=obj, iobj=None, negated=False))


def _bare_noun_of(rng: Dice, clause: Clause) -> Phrase:
    kind = clause.obj.kind if clause.obj else ""
    if kind not in nouns():
        return clause.obj.phrase if clause.obj else Phrase(())
    noun = rng.choice(nouns()[kind])
    return noun_word(noun, plural=bool(noun.plural) and rng.random() < 0.3)


def _subject_line(rng: Dice) -> Phrase:
    what = noun_phrase(rng, rng.choice(["req", "deci", "permit", "work", "event"]), depth=2).phrase
    form, tag = rng.choice([("onderwerp", NEUTER), ("betreft", ""), ("bijlage", NOUN), ("datum", NOUN)])
    if form == "betreft":
        return join(
            [
                Part(word(form, "WW|pv|tgw|met-t", "betreffen"), "", "head"),
                _colon("object"),
                Part(what, "obj", "object"),
            ]
        )
    value = date(rng) if form == "datum" else what
    return join([Part(word(form, tag), "", "head"), _colon("value"), Part(value, "appos", "value")])


def _colon(to: str) -> Part:
    return Part(word(":", "LET"), "punct", to=to)


def reference(rng: Dice) -> Phrase:
    """*Ons kenmerk: 2024-00123*, *Zaaknummer Z-25-8841*, *Telefoon: 14 0321*."""
    noun, tag = rng.choice(
        [("kenmerk", NEUTER), ("zaaknummer", NEUTER), ("dossiernummer", NEUTER), ("telefoon", NOUN),
         ("aanslagnummer", NEUTER), ("factuurnummer", NEUTER), ("referentie", NOUN), ("behandelaar", NOUN)]
    )  # fmt: skip
    own = [determiner(rng.choice(["ons", "uw"]) if tag == NEUTER else "uw")] if rng.random() < 0.5 else []
    head = before(word(noun, tag), *own)
    value = _number(rng) if rng.random() < 0.8 else field(rng)
    colon = [_colon("value")] if rng.random() < 0.7 else []
    return join([Part(head, "", "head"), *colon, Part(value, "appos", "value")])


def _number(rng: Dice) -> Phrase:
    chance = rng.random()
    if chance < 0.4:
        return word(f"20{rng.randint(19, 27)}-{rng.randint(1, 99999):05}", "TW|hoofd|vrij")
    if chance < 0.6:
        return word(str(rng.randint(100000, 99999999)), "TW|hoofd|vrij")
    if chance < 0.7:
        tail = (word(f"0{rng.randint(111, 599)}", "TW|hoofd|vrij"), "flat")
        return flat(word("14", "TW|hoofd|vrij"), tail)
    parts = (
        rng.choice(["Z", "WMO", "D", "OLO", "AB"]),
        str(rng.randint(20, 27)),
        str(rng.randint(100, 99999)),
    )
    form = rng.choice("-/").join(parts)
    return word(form, "SPEC|symb", form)


def with_field(rng: Dice) -> Phrase:
    """A sentence with a template field in it."""
    chance = rng.random()
    clause = passive(rng) if chance < 0.5 else transitive(rng)
    when = Part(
        with_preposition(
            rng.choice(["op", "voor", "vanaf"]), field(rng, ("datum", "vervaldatum", "einddatum"))
        ),
        "obl",
        to="lex",
    )
    if chance < 0.25 and clause.agent is None:
        clause = replace(clause, agent=field(rng, _PERSON_FIELDS))
    elif chance > 0.75 and clause.obj and clause.obj.noun:
        clause = replace(
            clause, obj=replace(clause.obj, phrase=flat(clause.obj.phrase, (field(rng), "appos")))
        )
    elif rng.random() < 0.5:
        return punctuated(main_clause(rng, clause, when), ".")
    return punctuated(main_clause(rng, replace(clause, extras=(when,))), ".")


def list_item(rng: Dice) -> Phrase:
    """An item of a list: a noun phrase or an order, with its mark."""
    kind = rng.choice(["doc", "id", "data", "cost", "req"])
    body = noun_phrase(rng, kind, depth=2).phrase
    if rng.random() < 0.4:
        clause = transitive(rng, who=pronoun("u"), what=Frame(), flags="i", most=1)
        body = order(rng, replace(clause, subject=None, iobj=None))
    if rng.random() < 0.35:
        number = punctuated(word(str(rng.randint(1, 9)), "TW|hoofd|vrij"), ".")
        return join([Part(number, "parataxis"), Part(body, "", "head")])
    mark = Part(word(rng.choice("-•*–"), "LET"), "punct")
    body = join([mark, Part(body, "", "head")])
    return punctuated(body, rng.choice(";,.")) if rng.random() < 0.5 else body


def address(rng: Dice) -> Phrase:
    """*Bezoekadres: Markt 12*, *Totaal: € 45,00*."""
    if rng.random() < 0.4:
        return join(
            [Part(word("totaal", NEUTER), "", "head"), _colon("value"), Part(amount(rng), "appos", "value")]
        )
    noun = rng.choice(["bezoekadres", "postadres", "adres", "factuuradres"])
    street = names([rng.choice(words("street")).form, str(rng.randint(1, 240))])
    return join([Part(word(noun, NEUTER), "", "head"), _colon("value"), Part(street, "appos", "value")])


LETTERS: tuple[tuple[int, str, Callable[[Dice], Phrase]], ...] = (
    (2, "salutation", salutation), (2, "closing", closing), (6, "heading", heading),
    (3, "reference", reference),
    (3, "template", with_field), (3, "list", list_item), (3, "contact", contact), (1, "dates", opening_hours),
    (1, "reference", address),
)  # fmt: skip
