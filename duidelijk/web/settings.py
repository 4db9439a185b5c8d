"""How the server is set up: one frozen value, made by the command and read everywhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from duidelijk.config import Config
from duidelijk.opening import is_named

LOCAL = ("127.0.0.1", "::1", "localhost")
"""The addresses that only this computer can reach."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a checking process needs to get to work; ``archive``: where it is, if that was given."""

    config: Config = field(default_factory=Config)
    pipeline: str | None = None
    archive: str | None = None

    @property
    def has_archive(self) -> bool:
        """Whether anyone said where the archive is."""
        return is_named(self.config, self.archive)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything ``duidelijk serve`` was told.

    ``token``: empty for none. ``workers``: checking processes. ``time_limit``: seconds for one request.
    ``queue``: how many requests may wait. ``body_limit``: bytes. ``text_limit``: characters of a text
    from a client of LanguageTool. ``origins``: which web pages may read answers of that part (``*``: all).
    ``names``: host names besides those of this computer. ``root_path``: where a proxy puts the server.
    ``contact``: an e-mail address. ``report_minutes``: how long the page of a check is there, 0 for never.
    """

    recipe: Recipe = field(default_factory=Recipe)
    host: str = "127.0.0.1"
    port: int = 8081
    token: str = ""
    workers: int = 2
    time_limit: float = 10.0
    queue: int = 32
    body_limit: int = 10_000_000
    text_limit: int = 100_000
    origins: tuple[str, ...] = ("*",)
    names: tuple[str, ...] = ()
    root_path: str = ""
    contact: str = ""
    report_minutes: int = 0
