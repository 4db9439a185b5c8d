"""A believable year of numbers for eight departments, to try the report on: no text, only made-up numbers.

``python examples/maandrapport/maak.py MAP``: makes an archive, settings and two CSV files in a new folder.
The same numbers every time.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from duidelijk.archive import Archive
from duidelijk.archive.keys import document_hash
from duidelijk.model import Genre, Grade, Measures, Pipeline, Record, Ruler, Tally

MONTHS = [date(2025 + (8 + n) // 12, (8 + n) % 12 + 1, 1) for n in range(14)]
RULER = Ruler("0.1", "5f0c2a91be77", Pipeline("nl_duidelijk", "1.0"), "standaard")
NEWER = replace(RULER, rulebook_version="c41d7e0968ab")
MEASURES = Measures(180, 14, 12.8, 0.1, 61.2, 4.9, 0.04, 0.11, 5.2, lint=41.0, lint_level=2)
PARTS = {"leesgemak": 0.3, "woorden": 0.3, "zinnen": 0.15, "stijl": 0.15, "opbouw": 0.07, "toon": 0.03}
RULES = {
    "formeel-woord": 0.32, "lange-zin": 0.26, "lijdende-vorm": 0.16, "jargon": 0.14, "naamwoordstijl": 0.06,
    "voorzetseluitdrukking": 0.04, "afkorting": 0.02,
}  # fmt: skip
"""What share of the lost points each rule has, about."""
TERMS = {
    "formeel-woord": ("indien", "betreffende", "teneinde", "derhalve", "verzoeken", "conform", "reeds"),
    "jargon": ("beschikking", "zienswijze", "leges", "participatie", "handhaving"),
}


@dataclass(frozen=True, slots=True)
class Office:
    """A department: texts a month, mean grade, points it gains in a year, kinds of text and templates."""

    name: str
    texts: int
    grade: float
    rise: float
    genres: tuple[Genre, ...]
    templates: tuple[str, ...] = ()
    renewed_from: int | None = None


OFFICES = (
    Office("Belastingen", 34, 5.6, 0.3, ("brief",), ("Aanslag", "Herinnering", "Kwijtschelding")),
    Office("Burgerzaken", 52, 6.3, 1.9, ("brief", "web", "mail"), ("Paspoort klaar", "Verhuizing")),
    Office("Communicatie", 26, 7.9, 0.2, ("web", "mail")),
    Office("Groen en wegen", 18, 6.6, 0.1, ("brief", "web"), ("Werk in uw straat",)),
    Office("Juridische zaken", 12, 5.4, 0.0, ("besluit", "brief"), ("Beslissing op bezwaar",), 7),
    Office("Sociaal domein", 40, 6.0, 0.5, ("brief", "besluit"), ("Besluit Wmo", "Uitnodiging gesprek")),
    Office("Sport en cultuur", 4, 6.9, 0.0, ("web", "brief")),
    Office("Vergunningen", 22, 5.7, -0.2, ("besluit", "brief"), ("Vergunning", "Afwijzing")),
)
HARDER = {"brief": 0.0, "web": 0.5, "mail": 0.6, "besluit": -0.7}
PAGES = {f"https://www.voorbeeldstad.nl/pagina-{n}": 150 * (n % 7 + 1) for n in range(1, 25)}

LETTERS = {
    "Aanslag": 9800, "Afwijzing": 60, "Beslissing op bezwaar": 25, "Besluit Wmo": 240, "Herinnering": 2100,
    "Kwijtschelding": 310, "Paspoort klaar": 620, "Uitnodiging gesprek": 180, "Vergunning": 110,
    "Verhuizing": 450, "Werk in uw straat": 1300,
}  # fmt: skip


def main(place: str) -> None:
    """Makes the folder with everything in it, and says what to do next."""
    folder = Path(place)
    folder.mkdir(parents=True)
    (folder / "duidelijk.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "inwoners.csv").write_text("datum;cijfer\n2025-12;6,7\n2026-09;6,8\n", encoding="utf-8")
    for name, readers in (("bron", PAGES), ("sjabloon", LETTERS)):
        rows = "".join(f"{each};{number}\n" for each, number in readers.items())
        (folder / f"lezers-{name}.csv").write_text(f"{name};lezers\n{rows}", encoding="utf-8")
    with Archive("archief.db", folder, create=True) as archive:
        key = archive.key(folder / "archief.sleutel")
        for at, month in enumerate(MONTHS):
            texts = list(_month(at, month, key, random.Random(f"{month}")))
            archive.save(texts, datetime(month.year, month.month, 28, 12))
    print(f"Klaar. Maak nu het rapport:\ncd {place}\nduidelijk report --month 2026-10 --output rapport.html")


SETTINGS = """[archive]
url = "archief.db"
keep_months = 0

[report]
organisation = "Gemeente Voorbeeldstad"
goal = 8.0
goal_year = 2027
residents = "inwoners.csv"
reach = ["lezers-bron.csv", "lezers-sjabloon.csv"]
"""


def _month(at: int, month: date, key: bytes, dice: random.Random) -> Iterator[Record]:
    for office in OFFICES:
        renewed = office.renewed_from is not None and at >= office.renewed_from
        for number in range(max(2, round(dice.gauss(office.texts, office.texts**0.5)))):
            genre = dice.choice(office.genres)
            mean = office.grade + HARDER[genre] + office.rise * at / (len(MONTHS) - 1) - 0.5 * renewed
            score = min(9.9, max(1.5, dice.gauss(mean, 1.0)))
            name = f"{office.name}/{month}/{number}"
            if genre == "web" and number < len(PAGES):
                name = list(PAGES)[number]
            yield _text(office, genre, score, month.replace(day=dice.randint(1, 28)), name, key, dice)


def _found(lost: float, dice: random.Random) -> tuple[dict[str, Tally], dict[tuple[str, str], int]]:
    """What the rules say about a text that lost so many points, and which terms it has."""
    rules: dict[str, Tally] = {}
    for rule, share in RULES.items():
        findings = round(dice.expovariate(1 / (lost * share * 4)))
        if findings:
            rules[rule] = Tally(findings, round(lost * share * dice.uniform(0.5, 1.1), 3))
    terms: Counter[tuple[str, str]] = Counter()
    for rule, words in TERMS.items():
        often = [1 / place for place in range(1, len(words) + 1)]
        found = dice.choices(words, often, k=rules[rule].findings if rule in rules else 0)
        terms.update((rule, word) for word in found)
    return rules, terms


def _text(
    office: Office, genre: Genre, score: float, day: date, name: str, key: bytes, dice: random.Random
) -> Record:
    lost = 10 - score
    rules, terms = _found(lost, dice)
    renewed = office.renewed_from is not None and day >= MONTHS[office.renewed_from]
    return Record(
        document=document_hash(key, name),
        version=document_hash(key, f"{name} {day} {score}"),
        department=office.name,
        genre=genre,
        template=dice.choice((*office.templates, "")) if genre in ("brief", "besluit") else "",
        date=day,
        dated=True,
        grade=Grade(
            round(score, 1), score, _level(score), None, {p: -lost * s for p, s in PARTS.items()}, ()
        ),
        measures=replace(MEASURES, words=dice.randint(70, 420), sentences=dice.randint(8, 30)),
        rules=rules,
        terms=terms,
        ruler=NEWER if renewed else RULER,
    )


def _level(score: float) -> str:
    return next(level for least, level in ((8.5, "A2"), (7, "B1"), (5, "B2"), (0, "C1")) if score >= least)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Geef de naam van een nieuwe map: python examples/maandrapport/maak.py MAP")
    main(sys.argv[1])
