"""A scan in words, for a terminal: what was seen, what wasn't and why, and the grade per department."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from duidelijk.model import COUNTED, Scanned, Visit, VisitKind
from duidelijk.rendering.words import number, printable

TROUBLES: Mapping[str, str] = {
    "robots": "robots.txt staat het niet toe",
    "elsewhere": "verwijst naar een andere website",
    "kind": "geen webpagina, bijvoorbeeld een PDF",
    "double": "verwijst naar een pagina die al meetelt",
    "gone": "bestaat niet",
    "closed": "niet openbaar",
    "fault": "fout van de website",
    "busy": "de website heeft het te druk",
    "slow": "duurt te lang",
    "big": "te groot",
    "broken": "het antwoord is niet te lezen",
    "unreachable": "de website is niet te bereiken",
    "unsafe": "de beveiligde verbinding (TLS) klopt niet",
    "circle": "verwijst steeds door",
    "private": "verwijst naar een computer in het eigen netwerk",
}
"""What was wrong, after the number of pages."""
_SAME: tuple[VisitKind, ...] = ("same", "unchanged")
_SHOWN, _LOWEST = 3, 5
_WIDTH = 80


def account(scanned: Scanned) -> str:
    """The whole of a scan."""
    lines = [*_seen(scanned), *_left_out(scanned.visits, ("robots", "skipped", "unread"), "Overgeslagen")]
    lines += _left_out(scanned.visits, ("failed",), "Mislukt")
    lines += _sitemap(scanned)
    counted = [each for each in scanned.visits if each.kind in COUNTED]
    lines += ["", *by_department(counted)] if counted else []
    lines += _lowest(counted)
    lines += ["", f"Bewaard in {scanned.archive}."] if counted else []
    lines += ["", *_wrapped(scanned.stopped)] if scanned.stopped else []
    return "\n".join(lines) + "\n"


def plan(scanned: Scanned) -> str:
    """What a dry run found: each page with its department."""
    names = [each.department or "(geen afdeling)" for each in scanned.visits]
    width = max(map(len, names), default=0)
    lines = []
    for each, name in zip(scanned.visits, names, strict=True):
        why = f"  ({TROUBLES['robots']})" if each.kind == "robots" else ""
        lines.append(f"{printable(name):<{width}}  {printable(each.address)}{why}")
    todo = sum(each.kind == "todo" for each in scanned.visits)
    time = duration(todo * scanned.delay)
    lines.append(f"Op te halen: {_pages(todo)} van {scanned.site}, {_pace(scanned.delay)}. Dat duurt {time}.")
    lines += _sitemap(scanned)
    return "\n".join(lines) + "\n"


def _pages(count: int) -> str:
    return "1 pagina" if count == 1 else f"{count} pagina's"


def _pace(delay: float) -> str:
    if delay <= 1:
        return f"{_short(1 / delay)} per seconde"
    return f"1 per {_short(delay)} seconden"


def _short(value: float) -> str:
    return f"{value:.3g}".replace(".", ",")


def duration(seconds: float) -> str:
    """How long that is, roughly."""
    minutes = round(seconds / 60)
    if minutes < 2:
        return "minder dan een minuut" if minutes < 1 else "ongeveer een minuut"
    return f"ongeveer {minutes} minuten" if minutes < 120 else f"ongeveer {round(minutes / 60)} uur"


def _seen(scanned: Scanned) -> list[str]:
    kinds = Counter(each.kind for each in scanned.visits)
    same = sum(kinds[each] for each in _SAME)
    unfetched = f", waarvan {kinds['unchanged']} niet opnieuw opgehaald" if kinds["unchanged"] else ""
    parts = (
        (kinds["new"], f"{kinds['new']} nieuw"),
        (kinds["changed"], f"{kinds['changed']} veranderd"),
        (same, f"{same} gelijk gebleven{unfetched}"),
        (kinds["earlier"], f"{kinds['earlier']} al gedaan voordat de scan eerder stopte"),
    )
    total = sum(count for count, _ in parts)
    lines = [f"Bewaard: {_pages(total)} van {scanned.site}."]
    return lines + [f"  {said}" for count, said in parts if count]


def _left_out(visits: Iterable[Visit], kinds: Sequence[VisitKind], title: str) -> list[str]:
    """Pages of these kinds by their reason, most frequent first, and the addresses of some."""
    reasons: dict[str, list[Visit]] = {}
    for each in visits:
        if each.kind in kinds:
            reasons.setdefault(_reason(each), []).append(each)
    if not reasons:
        return []
    lines = [f"{title}: {_pages(sum(map(len, reasons.values())))}."]
    for reason, those in sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0])):
        lines.append(f"  {len(those)} × {reason}")
        lines += [f"    {printable(each.address)}" for each in those[:_SHOWN]]
        if len(those) > _SHOWN:
            lines.append(f"    en nog {len(those) - _SHOWN}")
    return lines


def _reason(visit: Visit) -> str:
    if visit.kind == "unread":
        return visit.why[:1].lower() + visit.why[1:].rstrip(".")
    return trouble(visit.why, visit.status)


def trouble(why: str, status: int) -> str:
    """What was wrong, without a full stop; ``why``: as fetching calls it, or a sentence."""
    said = TROUBLES.get(why, why.rstrip("."))
    return f"{said} ({status})" if why == "fault" and status else said


def _sitemap(scanned: Scanned) -> list[str]:
    """What was odd about the sitemap, and what is left for later."""
    lines = []
    for count, what in (
        (scanned.foreign, "van een andere website"),
        (scanned.odd, "geen webadres"),
        (scanned.doubles, "dubbel"),
        (scanned.beyond, "te veel voor één scan"),
    ):
        if count:
            lines.append(f"{_lines(count)} in de sitemap {_are(count)} {what}.")
    if scanned.vanished:
        lines.append(f"{_pages(scanned.vanished)} {_stand(scanned.vanished)} niet meer in de sitemap.")
    if scanned.later:
        lines.append(f"{_pages(scanned.later)} {_are(scanned.later)} voor een volgende keer.")
    lines += [f"De sitemap {printable(at)} is niet gelezen: {TROUBLES[why]}." for at, why in scanned.sitemaps]
    return [line for each in lines for line in _wrapped(each)]


def _are(count: int) -> str:
    return "is" if count == 1 else "zijn"


def _stand(count: int) -> str:
    return "staat" if count == 1 else "staan"


def _lines(count: int) -> str:
    return "1 regel" if count == 1 else f"{count} regels"


def by_department(visits: Iterable[Visit]) -> list[str]:
    """A small table: per department its pages, words and mean grade."""
    groups: dict[str, list[Visit]] = {}
    for visit in visits:
        groups.setdefault(visit.department, []).append(visit)
    names = ("Afdeling", "pagina's", "woorden", "cijfer")
    lines = ["{:<32} {:>8} {:>9} {:>6}".format(*names)]
    for name in sorted(groups):
        grades = [each.grade for each in groups[name] if each.grade is not None]
        mean = sum(grades) / len(grades) if grades else None
        words = sum(each.words for each in groups[name])
        short = textwrap.shorten(printable(name), 32, placeholder="…")
        lines.append(f"{short:<32} {len(groups[name]):>8} {words:>9} {number(mean):>6}")
    return lines


def _lowest(visits: Iterable[Visit]) -> list[str]:
    graded = [(each.grade, each.address) for each in visits if each.grade is not None]
    if len(graded) < 2:
        return []
    lowest = sorted(graded)[:_LOWEST]
    return ["", "De laagste cijfers:", *(f"{number(grade):>5}  {printable(at)}" for grade, at in lowest)]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, break_on_hyphens=False, break_long_words=False)
