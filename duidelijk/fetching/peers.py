"""Who is at the other end: a website outside may not send us to a machine inside the own network."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from ipaddress import IPv6Address, ip_address
from typing import Any

_BEGUN, _MADE = "connection.connect_tcp.started", "connection.connect_tcp.complete"


class PrivatePeer(Exception):
    """The connection goes to a machine inside the own network, and the first one didn't."""


class Peers:
    """Looks at every new connection before anything is sent over it (httpx calls this a trace).

    The first connection is to the website that the user names, so that may be anywhere. When it is outside,
    all others have to be outside too, whatever the name server says by then.
    """

    def __init__(self) -> None:
        self.outside: bool | None = None

    def watching(self, host: str) -> Callable[[str, Any], Awaitable[None]]:
        """The trace of a request to ``host``, as it is asked for (``xn--…``); a proxy is let alone."""
        direct = True

        async def trace(event: str, info: Any) -> None:
            nonlocal direct
            if event == _BEGUN:
                direct = info["host"].strip("[]") == host.strip("[]")
            elif event == _MADE and direct:
                stream = info["return_value"]
                address = stream.get_extra_info("server_addr")
                if not self.welcome(address[0]):
                    await stream.aclose()
                    raise PrivatePeer

        return trace

    def welcome(self, address: str) -> bool:
        """Whether a connection to this IP address is fine."""
        ip = ip_address(address.partition("%")[0])
        mapped = ip.ipv4_mapped if isinstance(ip, IPv6Address) else None
        outside = (mapped or ip).is_global
        if self.outside is None:
            self.outside = outside
        return outside or not self.outside
