"""Latency and throughput of the server on a page of 300 words, and the memory of its processes.

``python -m benchmarks.server [--seconds 60] [--workers 2] [--clients 1 4 16]``: about seven minutes. Needs
wrk, a package of Debian. Every request holds other numbers in each paragraph, so that nothing is remembered
from the one before, as with texts of different writers; the line "again" sends the same text.
"""

from __future__ import annotations

import argparse
import json
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from duidelijk import Checker

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_NUMBER = "@@"
_SCRIPT = """
local threads = 0
function setup(thread) thread:set("id", threads) threads = threads + 1 end
wrk.method = "POST"
wrk.headers["Content-Type"] = "{kind}"
local body = [==[{body}]==]
local n = 0
function request()
  n = n + 1
  local filled = body:gsub("@@", tostring(100000 + (id or 0) * 1000000 + n * {step}))
  return wrk.format(nil, nil, nil, filled)
end
function done(summary, latency, requests)
  local e = summary.errors
  local errors = e.status + e.connect + e.read + e.write + e.timeout
  print(string.format("RESULT %f %f %f %d %d %d", latency:percentile(50) / 1000,
    latency:percentile(95) / 1000, latency.max / 1000, summary.requests, errors, summary.duration))
end
"""


def page() -> str:
    """About 300 words of municipal text, with a place for a number in every paragraph."""
    letters = [EXAMPLES / "herinnering-belasting-voor.txt", EXAMPLES / "wegwerkzaamheden-voor.txt"]
    paragraphs = [p for letter in letters for p in letter.read_text(encoding="utf-8").split("\n\n")]
    text = ""
    for paragraph in paragraphs:
        if len(text.split()) < 290:
            numbered = re.sub(r"\.(\s|$)", rf" ({_NUMBER}).\1", paragraph, count=1)
            text += numbered + "\n\n"
    return text.strip()


def bare(text: str, rounds: int = 30) -> list[float]:
    """Milliseconds of the check itself, in this process, each time with other numbers."""
    checker, taken = Checker(), []
    for n in range(rounds + 3):
        filled = text.replace(_NUMBER, str(100_000 + n))
        began = time.perf_counter()
        checker.check_text(filled)
        taken.append((time.perf_counter() - began) * 1000)
    return taken[3:]


@contextmanager
def server(workers: int) -> Iterator[tuple[str, int]]:
    """The address and the process of a server that is ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "duidelijk.cli", "serve", "--port", str(port), "--workers", str(workers)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _await(f"http://127.0.0.1:{port}/healthz", running)
        yield f"http://127.0.0.1:{port}", running.pid
    finally:
        running.terminate()
        running.wait()


def _await(url: str, running: subprocess.Popen[bytes]) -> None:
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            if running.poll() is not None:
                raise SystemExit("The server stopped.") from None
            time.sleep(0.2)


def load(url: str, kind: str, body: str, clients: int, seconds: int, step: int) -> list[float]:
    """Median, p95 and maximum in ms, requests, errors, and requests per second, by wrk."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua", encoding="utf-8") as script:
        filled = _SCRIPT.replace("{kind}", kind).replace("{body}", body).replace("{step}", str(step))
        script.write(filled)
        script.flush()
        threads = min(clients, 2)
        command = [
            "wrk",
            f"-t{threads}",
            f"-c{clients}",
            f"-d{seconds}s",
            "--timeout",
            "20s",
            "-s",
            script.name,
        ]
        said = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    found = re.search(r"RESULT (.*)", said)
    assert found, said
    median, p95, most, requests, errors, micros = map(float, found[1].split())
    return [median, p95, most, requests, errors, requests / micros * 1e6]


def memory(pid: int) -> list[tuple[str, int, int]]:
    """Of the server and each process below it: its place, MB resident, and MB without what it shares."""
    found, waiting = [], [(pid, "front")]
    while waiting:
        each, name = waiting.pop(0)
        try:
            for task in Path(f"/proc/{each}/task").iterdir():
                children = (task / "children").read_text().split()
                waiting += [(int(child), f"{name}/{n}") for n, child in enumerate(children)]
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text()
        except (FileNotFoundError, ProcessLookupError):  # replaced by a new one just now
            continue
        rss, pss = (int(re.search(rf"^{key}: +(\d+)", rollup, re.M)[1]) // 1024 for key in ("Rss", "Pss"))  # type: ignore[index]
        found.append((name, rss, pss))
    return found


def main() -> None:
    """Prints a table per end point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 4, 16])
    given = parser.parse_args()
    text = page()
    taken = bare(text)
    median = statistics.median(taken)
    print(f"{len(text.split())} words; bare check: median {median:.1f} ms, p95 {sorted(taken)[-2]:.1f} ms")
    form = "language=nl&text=" + urllib.parse.quote(text).replace("%40%40", _NUMBER)
    bodies = {
        "/v2/check": ("application/x-www-form-urlencoded", form),
        "/v1/controles": ("application/json", json.dumps({"bron": "brief.txt", "tekst": text})),
    }
    print("end point        clients   median      p95      max   ratio  requests  errors  per second")
    with server(given.workers) as (url, pid):
        for path, (kind, body) in bodies.items():
            load(url + path, kind, body, 2, 3, 7)  # warm
            for clients, step, label in [*((n, 1, "") for n in given.clients), (1, 0, " again")]:
                seconds = given.seconds if step else min(given.seconds, 10)
                m, p95, most, requests, errors, rate = load(url + path, kind, body, clients, seconds, step)
                print(
                    f"{path + label:<20} {clients:>3} {m:>6.0f} ms {p95:>5.0f} ms {most:>5.0f} ms"
                    f"  {m / median:>5.1f}  {requests:>8.0f}  {errors:>6.0f}  {rate:>9.1f}"
                )
        for name, rss, pss in memory(pid):
            print(f"memory {name}: {rss} MB resident, {pss} MB its own share")


if __name__ == "__main__":
    main()
