"""The settings of this app, each with the value it has when the website says nothing."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import Error

ADVISE, STOP, OFF = "adviseren", "tegenhouden", "uit"
DEFAULTS: dict[str, Any] = {
    "URL": "http://127.0.0.1:8081",  # where `duidelijk serve` listens
    "TOKEN": "",  # the token of that server
    "TIMEOUT": 3,  # seconds; after that the page is published without a check
    "MODE": ADVISE,
    "MODE_PER_TYPE": {},  # such as {"home.InfoPage": "tegenhouden"}
    "DEPARTMENT": "",  # the field of the page with the name of the department
    "REASONS": ("spoedbericht", "wettelijke tekst", "citaat", "anders"),
}


def setting(name: str) -> Any:
    """The value of ``DUIDELIJK_<name>``."""
    return getattr(settings, f"DUIDELIJK_{name}", DEFAULTS[name])


def mode_for(page: Any) -> str:
    """What happens to an unclear page of this type: ``adviseren``, ``tegenhouden`` or ``uit``.

    On a website with several languages only pages in Dutch are checked.
    """
    multilingual = getattr(settings, "WAGTAIL_I18N_ENABLED", False)
    if multilingual and not page.locale.language_code.startswith("nl"):
        return OFF
    return setting("MODE_PER_TYPE").get(page._meta.label, setting("MODE"))


def complaints(**_: Any) -> list[Error]:
    """For ``manage.py check``: what is wrong with the settings."""
    modes = {"DUIDELIJK_MODE": setting("MODE")}
    modes |= {f"DUIDELIJK_MODE_PER_TYPE[{name!r}]": mode for name, mode in setting("MODE_PER_TYPE").items()}
    found = [
        Error(f"{name} is {mode!r}. Kies uit: {ADVISE}, {STOP} of {OFF}.", id="duidelijk.E001")
        for name, mode in modes.items()
        if mode not in (ADVISE, STOP, OFF)
    ]
    if not str(setting("URL")).startswith(("http://", "https://")):
        found.append(Error("DUIDELIJK_URL moet beginnen met http:// of https://.", id="duidelijk.E002"))
    return found
