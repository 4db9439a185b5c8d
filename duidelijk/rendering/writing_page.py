"""The writer's page, before there is any text on it."""

from __future__ import annotations

from duidelijk.model import SEVERITIES
from duidelijk.rendering.html import environment

GENRES = (
    ("brief", "Brief"),
    ("web", "Webpagina"),
    ("mail", "E-mail"),
    ("besluit", "Besluit"),
    ("onbekend", "Andere tekst"),
)


def render(*, nonce: str, static: str, limit: int) -> str:
    """The page.

    ``nonce``: what its style elements carry. ``static``: where its files are. ``limit``: bytes of a file.
    """
    template = environment().get_template("writing_page.html.j2")
    return template.render(
        nonce=nonce, static=static, limit=limit, genres=GENRES, severities=tuple(reversed(SEVERITIES))
    )
