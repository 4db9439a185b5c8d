"""The command that starts the server: ``serve``."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Any

import click

from duidelijk.complaints import one_line
from duidelijk.dutch_click import DutchCommand
from duidelijk.errors import DuidelijkError
from duidelijk.jobs import settings as settings_of
from duidelijk.shared_options import archive_option

TOKEN = "DUIDELIJK_TOKEN"
_PATH = click.Path(readable=False)
_MANY = 4
_NAME = re.compile(r"[\w.:-]{1,253}", re.ASCII)
_ROOT = re.compile(r"[\w.~/-]{0,200}", re.ASCII)


@click.command(cls=DutchCommand)
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="ADRES",
    help="Adres waarop de server luistert (standaard 127.0.0.1).",
)
@click.option(
    "--port", metavar="POORT", default=8081, type=click.IntRange(0, 65535), help="Poort (standaard 8081)."
)
@click.option(
    "--workers",
    metavar="AANTAL",
    type=click.IntRange(1, 64),
    help="Hoeveel teksten tegelijk (standaard: het aantal processors, hoogstens 4).",
)
@click.option(
    "--token-file",
    metavar="BESTAND",
    type=_PATH,
    help=f"Bestand met het token. Anders: de variabele {TOKEN}.",
)
@click.option("--config", "config_file", metavar="BESTAND", type=_PATH, help="Instellingen (duidelijk.toml).")
@click.option("--pipeline", metavar="NAAM", help="Taalmodel, bijvoorbeeld nl_core_news_md.")
@archive_option
@click.option(
    "--time-limit",
    metavar="SECONDEN",
    default=10.0,
    type=click.FloatRange(1, 600),
    help="Hoeveel seconden één tekst mag kosten (standaard 10).",
)
@click.option(
    "--queue",
    metavar="AANTAL",
    default=32,
    type=click.IntRange(0, 10_000),
    help="Hoeveel teksten mogen wachten (standaard 32).",
)
@click.option(
    "--body-limit",
    metavar="MB",
    default=10.0,
    type=click.FloatRange(0.01, 50),
    help="Hoe groot een verzoek mag zijn (standaard 10 MB).",
)
@click.option(
    "--allow-origin",
    multiple=True,
    metavar="ADRES",
    help="Webpagina die /v2 mag gebruiken. Zonder deze optie: elke. Mag meer dan één keer.",
)
@click.option(
    "--allow-host",
    multiple=True,
    metavar="NAAM",
    help="Naam waaronder de server bekend is. Mag meer dan één keer.",
)
@click.option(
    "--root-path", default="", metavar="PAD", help="Pad waaronder een proxy de server zet, zoals /duidelijk."
)
@click.option("--contact", default="", metavar="E-MAIL", help="E-mailadres voor vragen over de API.")
@click.option(
    "--report-minutes",
    metavar="MINUTEN",
    default=0,
    type=click.IntRange(0, 60),
    help="Hoeveel minuten de pagina van een controle te zien is (standaard 0: niet).",
)
def serve(
    host: str,
    workers: int | None,
    token_file: str | None,
    config_file: str | None,
    pipeline: str | None,
    archive: str | None,
    body_limit: float,
    allow_origin: tuple[str, ...],
    allow_host: tuple[str, ...],
    root_path: str,
    **options: Any,
) -> int:
    """Start een server die teksten controleert: voor schrijvers, voor LibreOffice en voor uw website.

    Zonder opties is de server er alleen voor uw eigen computer. Voor andere computers is een token nodig.
    """
    _check_names(allow_host, root_path)
    token = _token(token_file)
    from duidelijk.web.settings import Recipe, Settings

    if not token and not all(map(_is_local, (host, *allow_host))):
        raise DuidelijkError(
            "Andere computers kunnen bij dit adres. Geef daarom een token: in een bestand achter "
            f"--token-file, of in de variabele {TOKEN}."
        )
    recipe = Recipe(settings_of([], None, config_file), pipeline, archive)
    settings = Settings(
        recipe,
        host=host,
        token=token,
        workers=workers or min(_MANY, _processors()),
        body_limit=int(body_limit * 1_000_000),
        origins=allow_origin or ("*",),
        names=tuple(name.lower() for name in allow_host),
        root_path=f"/{root_path.strip('/')}".rstrip("/"),
        **options,
    )
    from duidelijk.web.serving import run

    run(settings, lambda url: click.echo(f"De server staat aan: {url} (stop met Ctrl-C)", err=True))
    return 0


def _check_names(names: tuple[str, ...], root_path: str) -> None:
    """Raises DuidelijkError for what can't be the name of a computer, or a path on it."""
    for name in names:
        if not _NAME.fullmatch(name):
            raise DuidelijkError(
                f"'{one_line(name)}' kan niet achter --allow-host. Geef alleen de naam, bijvoorbeeld "
                "duidelijk.gemeente.nl."
            )
    if not _ROOT.fullmatch(root_path):
        raise DuidelijkError(
            f"'{one_line(root_path)}' kan niet achter --root-path. Schrijf bijvoorbeeld /duidelijk."
        )


def _token(file: str | None) -> str:
    """The token, never from an option: everyone can see those. Raises DuidelijkError for a bad one."""
    from duidelijk.web.tokens import LEAST

    try:
        found = Path(file).read_text(encoding="utf-8") if file else os.environ.get(TOKEN, "")
    except (OSError, UnicodeDecodeError):
        raise DuidelijkError(
            f"Het bestand '{file}' met het token kan niet worden gelezen. Controleer de naam en de rechten."
        ) from None
    token = found.strip()
    if (file or token) and (len(token) < LEAST or not token.isascii() or not token.isprintable()):
        raise DuidelijkError(
            f"Het token klopt niet. Neem minstens {LEAST} letters en cijfers, zonder spaties ertussen."
        )
    if " " in token:
        raise DuidelijkError("In het token staat een spatie. Neem alleen letters en cijfers.")
    if file and os.name == "posix" and Path(file).stat().st_mode & stat.S_IROTH:
        click.echo(
            f"Let op: iedereen op deze computer kan het bestand '{one_line(file)}' met het token lezen. Geef "
            "alleen de gebruiker van de server het recht om het te lezen.",
            err=True,
        )
    return token


def _is_local(host: str) -> bool:
    import ipaddress

    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
