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


def render(*, nonce: str, root: str, limit: int) -> str:
    """The page.

    ``nonce``: what its style elements carry. ``root``: what all addresses begin with. ``limit``: the most
    bytes of a file.
    """
    template = environment().get_template("writing_page.html.j2")
    return template.render(
        nonce=nonce, root=root, limit=limit, genres=GENRES, severities=tuple(reversed(SEVERITIES))
    )
