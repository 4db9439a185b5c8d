"""A Report as an Excel workbook: summary, departments, work list, data, and what it all means."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from duidelijk.model import Report
from duidelijk.rendering.report_figures import key_figures
from duidelijk.rendering.report_overrides import override_figures
from duidelijk.rendering.report_sheets import Book, data, departments, finish, height, tasks
from duidelijk.rendering.report_summary import QUESTIONS, sentences
from duidelijk.rendering.report_words import moment
from duidelijk.rendering.words import printable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_EXPLAINED = (
    ("Cijfer", "Een schatting van het programma duidelijk, van 1 tot 10. Hoger is duidelijker."),
    ("Cijfer van inwoners", "Dat gaat over de dienstverlening. Ons cijfer voorspelt het niet."),
    ("Laag en hoog", "In ongeveer 95 van de 100 gevallen ligt het echte cijfer tussen deze grenzen."),
    ("Teksten met cijfer", "Een tekst met minder dan 40 woorden krijgt geen cijfer."),
    ("Te weinig teksten", "Bij minder dan 5 teksten met een cijfer geven wij geen cijfer."),
    ("Kleine afdelingen", "Hoe minder teksten, hoe meer het cijfer naar het gemiddelde schuift."),
    ("Soort tekst", "Wij vergelijken elke tekst met teksten van dezelfde soort."),
    ("Aantoonbaar", "Toeval kan het verschil niet goed verklaren."),
    ("Geen ranglijst", "De afdelingen staan op alfabet. Er zijn geen cijfers per schrijver."),
    ("Let op", "Bij een nieuw regelboek kunt u de cijfers van ervoor en erna niet vergelijken."),
    ("Verwacht", "Wij trekken de lijn van de metingen door. Dat klopt alleen bij hetzelfde tempo."),
    ("Werklijst", "Bovenaan staat wat de meeste lezers helpt. Tel de winst niet bij elkaar op."),
    ("Lezers", "Zonder cijfers over lezers telt elke tekst even zwaar."),
    ("Punten erbij", "Zoveel hoger wordt het cijfer van zo’n tekst gemiddeld."),
)


def render(report: Report) -> bytes:
    """The workbook; its sheets are Samenvatting, Afdelingen, Werklijst, Data and Uitleg."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    workbook = Workbook(out, _SAFE)
    workbook.set_properties(
        {
            "title": f"Duidelijke taal in {moment(report.period, year=True)}",
            "author": printable(report.organisation),
            "comments": "Gemaakt met duidelijk",
            "created": datetime.combine(report.period.end, time()),
        }
    )
    workbook.set_custom_property("Taal", "nl-NL")
    book = Book(workbook, report)
    sheets = {
        name: workbook.add_worksheet(name)
        for name in ("Samenvatting", "Afdelingen", "Werklijst", "Data", "Uitleg")
    }
    places = data(book, sheets["Data"])
    _summary(book, sheets["Samenvatting"])
    departments(book, sheets["Afdelingen"], places)
    tasks(book, sheets["Werklijst"])
    _explanation(book, sheets["Uitleg"])
    workbook.close()
    return out.getvalue()


def _summary(book: Book, sheet: Worksheet) -> None:
    report = book.report
    title, bold, wrap = book.style(bold=True, font_size=18), book.style(bold=True), book.style(text_wrap=True)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 2, 48)
    sheet.write_string(0, 0, f"Duidelijke taal in {moment(report.period, year=True)}", title)
    sheet.set_row(0, 26)
    sheet.write_string(1, 0, printable(report.organisation))
    for row, (question, sentence) in enumerate(zip(QUESTIONS, sentences(report), strict=True), 3):
        sheet.write_string(row, 0, question, bold)
        sheet.merge_range(row, 1, row, 2, "", wrap)
        sheet.write_string(row, 1, sentence, wrap)
        sheet.set_row(row, height((sentence, 96)))
    for row, each in enumerate([*key_figures(report), *override_figures(report)], 7):
        sheet.write_string(row, 0, each.label, bold)
        sheet.write_string(row, 1, each.figure, book.style(bold=True, font_size=14 if each.large else 11))
        notes = "; ".join(each.notes)
        sheet.write_string(row, 2, notes, wrap)
        sheet.set_row(row, max(20, height((notes, 48))))
    sheet.ignore_errors({"number_stored_as_text": "B8:B11"})
    finish(sheet)


def _explanation(book: Book, sheet: Worksheet) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    for row, (word, meaning) in enumerate(_EXPLAINED):
        sheet.write_string(row, 0, word, book.style(bold=True, valign="top"))
        sheet.write_string(row, 1, meaning, book.style(text_wrap=True))
        sheet.set_row(row, height((meaning, 90)))
    finish(sheet)
