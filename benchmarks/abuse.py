"""What the server does with too much, too slow, too big and too broken, and whether it still works after it.

``python -m benchmarks.abuse [--requests 10000] [--at-once 500]``: about three minutes. The server gets two
checking processes and a queue of 32; everything runs on this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

from benchmarks.server import page, server

_PATIENCE = 60.0
Answer = str
"""The status of an answer, or what became of the connection."""


def request(path: str, body: bytes, kind: str = "application/json", length: int | None = None) -> bytes:
    """A whole request."""
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {kind}\r\nConnection: close\r\n"
    return f"{head}Content-Length: {len(body) if length is None else length}\r\n\r\n".encode() + body


async def said(port: int, *parts: bytes, pause: float = 0.0) -> Answer:
    """The status that comes back for these bytes, sent one part after the other."""
    try:
        async with asyncio.timeout(_PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                sending = asyncio.ensure_future(_send(writer, parts, pause))
                line = await reader.readline()
                sending.cancel()
                return line.decode().split()[1] if line else "closed"
            finally:
                writer.close()
    except TimeoutError:
        return "no answer"
    except OSError as problem:
        return type(problem).__name__


async def _send(writer: asyncio.StreamWriter, parts: tuple[bytes, ...], pause: float) -> None:
    try:
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause)
    except OSError:
        pass


async def many(number: int, at_once: int, one: Callable[[int], Awaitable[Answer]]) -> Counter[Answer]:
    """The answers to so many requests, so many at a time."""
    gate = asyncio.Semaphore(at_once)

    async def each(n: int) -> Answer:
        async with gate:
            return await one(n)

    return Counter(await asyncio.gather(*map(each, range(number))))


async def works(port: int) -> str:
    """Whether an ordinary check is done, and how long it took."""
    began = time.perf_counter()
    answer = await said(
        port, request("/v1/controles", b'{"bron": "a", "tekst": "Wij handelen conform de regels."}')
    )
    return f"{answer} in {(time.perf_counter() - began) * 1000:.0f} ms"


def children(pid: int) -> list[int]:
    """All processes below this one."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in map(int, (task / "children").read_text().split()):
            found += [child, *children(child)]
    return found


async def overload(port: int, number: int, at_once: int) -> Counter[Answer]:
    """Far more checks at a time than there are places."""
    text = quote(page())
    body = f"language=nl&text={text}".encode()
    form = "application/x-www-form-urlencoded"
    return await many(number, at_once, lambda n: said(port, request("/v2/check", body, form)))


async def slow(port: int) -> str:
    """300 clients that send a byte a second, while others want something."""
    whole = request("/v1/controles", b'{"bron": "a", "tekst": "Een korte zin."}')
    dripping = [
        asyncio.ensure_future(said(port, *(bytes([b]) for b in whole), pause=1.0)) for _ in range(300)
    ]
    await asyncio.sleep(3)
    meanwhile = [await works(port) for _ in range(3)]
    answers = Counter(await asyncio.gather(*dripping))
    return f"{dict(answers)}; meanwhile an ordinary check: {', '.join(meanwhile)}"


async def huge(port: int) -> Counter[Answer]:
    """Bodies of 100 MB: announced, and in chunks that never said how much comes."""
    block = b"a" * 1_000_000
    announced = request("/v1/controles", b"", length=100_000_000)
    chunked = (
        b"POST /v2/check HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    piece = b"f4240\r\n" + block + b"\r\n"
    return await many(
        20,
        10,
        lambda n: said(port, announced, *[block] * 100) if n % 2 else said(port, chunked, *[piece] * 100),
    )


BROKEN = {
    "half an object": b'{"bron": "a", "tekst": "abc"',
    "a list": b"[1, 2]",
    "no fields": b"{}",
    "a number for a text": b'{"bron": "a", "tekst": 5}',
    "both": b'{"bron": "a", "tekst": "a", "html": "b"}',
    "deep": b"[" * 100_000,
    "deep object": b'{"a":' * 50_000,
    "wrong UTF-8": b'{"bron": "a", "tekst": "\xff\xfe caf\xe9"}',
    "half a surrogate": b'{"bron": "a", "tekst": "\\ud83d"}',
    "NUL": b'{"bron": "a", "tekst": "a\\u0000b. Dit is een zin."}',
    "NaN": b'{"bron": "a", "tekst": NaN}',
    "huge number": b'{"bron": "a", "tekst": ' + b"9" * 100_000 + b"}",
    "empty": b"",
    "rubbish": os.urandom(2000),
    "deep HTML": b'{"bron": "a", "html": "' + b"<div>" * 100_000 + b'"}',
    "one long word": b'{"bron": "a", "tekst": "' + b"a" * 500_000 + b'"}',
    "many full stops": b'{"bron": "a", "tekst": "' + b". " * 200_000 + b'"}',
    "many brackets": b'{"bron": "a", "html": "' + b"<" * 400_000 + b'"}',
}


async def killed(port: int, pid: int) -> Counter[Answer]:
    """Checks while the checking processes are killed one after the other."""

    async def killing() -> None:
        for _ in range(10):
            await asyncio.sleep(0.3)
            copies = [each for each in children(pid) if not children(each)]
            for each in copies[:1]:
                os.kill(each, signal.SIGKILL)

    kills = asyncio.ensure_future(killing())
    body = request(
        "/v1/controles", b'{"bron": "a", "tekst": "Wij handelen conform de regels. Dat is nodig."}'
    )
    answers = await many(600, 8, lambda n: said(port, body))
    await kills
    return answers


async def all_of_it(url: str, pid: int, number: int, at_once: int) -> None:
    """Says what became of everything."""
    port = urlsplit(url).port or 0
    print(f"before: {await works(port)}")
    print(f"{number} checks of 300 words, {at_once} at a time: {dict(await overload(port, number, at_once))}")
    print(f"after: {await works(port)}")
    print(f"slow clients: {await slow(port)}")
    print(f"100 MB, 20 times: {dict(await huge(port))}; after: {await works(port)}")
    for name, body in BROKEN.items():
        print(f"{name}: {await said(port, request('/v1/controles', body))}")
    form = "application/x-www-form-urlencoded"
    print(
        f"wrong UTF-8 in a form: {await said(port, request('/v2/check', b'language=nl&text=%ff%fe', form))}"
    )
    print(f"killed processes: {dict(await killed(port, pid))}; after: {await works(port)}")
    memory = Path(f"/proc/{pid}/status").read_text().split("VmRSS:")[1].split()[0]
    print(f"memory of the front process: {int(memory) // 1024} MB")


def main() -> None:
    """Prints a line per kind of abuse."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--at-once", type=int, default=500)
    given = parser.parse_args()
    with server(2) as (url, pid):
        asyncio.run(all_of_it(url, pid, given.requests, given.at_once))


if __name__ == "__main__":
    main()
