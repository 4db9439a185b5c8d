"""A real server on a free port of 127.0.0.1, for a test to talk to; it stops afterwards."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PATIENCE = 120  # seconds before a server that doesn't come up, or doesn't stop, is a failure
TOKEN = "een-heel-lang-geheim-token"
"""Of the server that the fixture ``locked`` gives."""
_SAYS = re.compile(r"De server staat aan: (http://\S+)")


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: its address, its process, and the file with what it writes to stderr."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def local(self) -> str:
        """Its address on this computer, also when it listens to all."""
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        """What it wrote so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> int:
        """Its exit code after SIGTERM."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@contextmanager
def serving(*options: str, **environment: str) -> Iterator[Server]:
    """A server with these options; ``environment``: variables that it gets besides those of the tests."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DUIDELIJK_")}
    with tempfile.TemporaryDirectory(prefix="duidelijk-server-") as folder:
        log = Path(folder) / "log"
        with log.open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, "-m", "duidelijk.cli", "serve", "--port", "0", *options],
                cwd=folder, env={**kept, "PYTHONPATH": str(PROJECT), **environment},
                stdin=subprocess.DEVNULL, stdout=file, stderr=file,
            )  # fmt: skip
        try:
            yield _up(process, log)
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _up(process: subprocess.Popen[bytes], log: Path) -> Server:
    """The server, once it says where it is."""
    for _ in range(PATIENCE * 20):
        found = _SAYS.search(log.read_text(encoding="utf-8", errors="replace"))
        if found:
            return Server(found[1], process, log)
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise AssertionError(f"the server did not start: {log.read_text(errors='replace')}")
