"""What can go wrong with a request, as an answer: problem+json (RFC 9457), or a small page for a browser."""

from __future__ import annotations

import json
from collections.abc import Mapping

from duidelijk.errors import DuidelijkError

JSON = "application/problem+json"
TITLES = {
    400: "Dit verzoek klopt niet",
    401: "U bent niet ingelogd",
    403: "Dit mag niet",
    404: "Deze pagina bestaat niet",
    405: "Dit kan hier niet",
    408: "Het verzoek duurde te lang",
    409: "Dit kan deze server niet",
    413: "De tekst is te groot",
    415: "Dit soort inhoud kan niet",
    421: "Dit adres hoort niet bij deze server",
    422: "De tekst kan niet worden gecontroleerd",
    429: "Te veel pogingen",
    500: "Er ging iets mis",
    503: "Dit lukt nu niet",
    504: "Het controleren duurde te lang",
}


class BadRequestError(DuidelijkError):
    """The request itself isn't good; found in a checking process."""


class NoArchiveError(DuidelijkError):
    """The server has no archive to keep numbers in."""


class NotFoundError(DuidelijkError):
    """What is asked for isn't there; found in a checking process."""


class Problem(Exception):
    """An answer that says what is wrong, in Dutch: ``detail`` is what to do; never words of a text."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, detail, headers)
        self.status, self.detail, self.headers = status, detail, headers or {}

    @property
    def title(self) -> str:
        """What kind of problem it is."""
        return TITLES.get(self.status, TITLES[400 if self.status < 500 else 500])

    def as_json(self) -> bytes:
        """The body of the answer, by RFC 9457."""
        data = {"status": self.status, "title": self.title, "detail": self.detail}
        return json.dumps(data, ensure_ascii=False).encode()


def too_busy() -> Problem:
    """The answer when too many requests are waiting."""
    return Problem(
        503, "Er wachten te veel teksten. Probeer het over een paar seconden opnieuw.", {"Retry-After": "2"}
    )


def too_slow(limit: float) -> Problem:
    """The answer when a text takes more time than it may."""
    seconds = f"{limit:g}".replace(".", ",")
    return Problem(504, f"Deze tekst kost meer dan {seconds} seconden. Maak er kleinere teksten van.")


def died() -> Problem:
    """The answer when the process that was checking the text ended before it was done."""
    return Problem(
        503,
        "Het controleren van deze tekst is gestopt. Probeer het opnieuw, of met een kleinere tekst.",
        {"Retry-After": "2"},
    )


def stopping() -> Problem:
    """The answer to who is still waiting when the server has to stop."""
    return Problem(
        503, "De server stopt nu. Probeer het over een halve minuut opnieuw.", {"Retry-After": "30"}
    )
