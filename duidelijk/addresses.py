"""Addresses of web pages: the same one written in one way, and whether it lies below another."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

PORTS = {"http": 80, "https": 443}
_SAFE = "/!$&'()*+,;=:@-._~"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_USER = re.compile(r"(?<=//)[^/?#\s]*@")
_SIGNS = re.compile(r"[\x00-\x20\x7f\\]")


def is_address(source: str) -> bool:
    """Whether a source is the address of a web page and not a file."""
    return source[:8].lower().startswith(tuple(f"{scheme}://" for scheme in PORTS))


def is_url(source: str) -> bool:
    """Whether a source is any URL and not a file; a program may name its own texts ``cms://page/12``."""
    return _URL.match(source) is not None


def shown(address: str) -> str:
    """What was given for an address, as a message may show it: without a user name and a password."""
    return _USER.sub("…@", address)


def normal(address: str) -> str:
    """The address as it is always written: scheme and host in small letters, no needless port, no fragment.

    In the path ``.`` and ``..`` are worked out and signs are escaped in one way (RFC 3986, section 6.2.2).
    Raises ValueError for what isn't a complete http(s) address, has a user name in it, or has an odd sign.
    """
    parts = split(address)
    query = quote(parts.query, safe="/?%" + _SAFE)
    return urlunsplit((parts.scheme, parts.netloc, "/" + "/".join(map(_escaped, steps(parts))), query, ""))


def split(address: str) -> SplitResult:
    """The parts of an address, scheme and host as they are always written; ValueError as ``normal``."""
    address = address.strip()
    if _SIGNS.search(address):
        raise ValueError("white space in an address")
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port
    if parts.scheme not in PORTS or not host or "@" in parts.netloc:
        raise ValueError("not a complete address")
    ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    name = f"[{ascii_host}]" if ":" in ascii_host else ascii_host.rstrip(".")
    place = name if port in (None, PORTS[parts.scheme]) else f"{name}:{port}"
    return parts._replace(netloc=place)


def steps(parts: SplitResult) -> list[str]:
    """The steps of a path, unescaped, ``.`` and ``..`` worked out; the last one is empty after a ``/``."""
    found: list[str] = []
    names = [unquote(name, errors="surrogateescape") for name in parts.path.split("/")[1:]] or [""]
    for name in names:
        if name == "..":
            del found[-1:]
        elif name != ".":
            found.append(name)
    return [*found, ""] if names[-1] in (".", "..") or not found else found


def _escaped(step: str) -> str:
    return quote(step, safe=_SAFE.replace("/", ""), errors="surrogateescape")


def below(address: str, start: str) -> bool:
    """Whether an address begins with ``start``, by whole steps of the path: /wonen/ isn't /wonen-in-dronten.

    http and https are the same here, as are ``/wonen`` and ``/wonen/``. What isn't an address lies nowhere.
    """
    try:
        one, other = split(address), split(start)
    except ValueError:
        return False
    path, beginning = steps(one), [*steps(other)]
    while beginning and not beginning[-1]:
        beginning.pop()
    return one.netloc == other.netloc and path[: len(beginning)] == beginning


def is_beginning(address: str) -> bool:
    """Whether addresses can begin with this: it is complete, and has no query or fragment."""
    try:
        parts = split(address)
    except ValueError:
        return False
    return not parts.query and not parts.fragment and not address.endswith(("?", "#"))
