"""Speed, load time, memory and size of the pipeline, beside another one as a ratio.

`python benchmarks/pipeline_speed.py --texts FILE [--beside FOLDER]`; the texts stand between blank lines.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import click
import spacy
from spacy.language import Language

from duidelijk.language.pipeline import EMBEDDED, load_pipeline

ROUNDS = 5
LOAD = """
import time
start = time.perf_counter()
import spacy
{line}
print(time.perf_counter() - start)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS")))
"""


def seconds(nlp: Language, texts: list[str], processes: int) -> float:
    """CPU seconds of one run on one core; wall seconds with more processes."""
    clock = time.process_time if processes == 1 else time.perf_counter
    start = clock()
    for _ in nlp.pipe(texts, n_process=processes):
        pass
    return clock() - start


def fastest(pipelines: dict[str, Language], texts: list[str], processes: int) -> dict[str, float]:
    """The fastest of some rounds, the pipelines by turns."""
    best = dict.fromkeys(pipelines, float("inf"))
    for _ in range(ROUNDS):
        for name, nlp in pipelines.items():
            best[name] = min(best[name], seconds(nlp, texts, processes))
    return best


def cold(line: str) -> tuple[float, float]:
    """Seconds from start to loaded, and MiB of memory, in a fresh process; the best of three."""
    runs = []
    for _ in range(3):
        command = [sys.executable, "-c", LOAD.format(line=line)]
        took, memory = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        runs.append((float(took), int(memory) / 1024))
    return min(runs)


def size(folder: Path) -> float:
    """MB on disk."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


@click.command()
@click.option("--texts", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--beside", type=click.Path(path_type=Path, exists=True), help="folder of another pipeline")
def main(texts: Path, beside: Path | None) -> None:
    """Print the figures as JSON."""
    parts = [part for part in texts.read_text(encoding="utf8").split("\n\n") if part.strip()]
    pipelines = {EMBEDDED: load_pipeline()}
    folders = {EMBEDDED: Path(load_pipeline.__code__.co_filename).parent / EMBEDDED}
    if beside:
        pipelines["beside"], folders["beside"] = spacy.load(beside), beside
    words = sum(len(pipelines[EMBEDDED].make_doc(part)) for part in parts)
    report: dict[str, dict[str, float]] = {}
    one, two = fastest(pipelines, parts, 1), fastest(pipelines, parts, 2)
    for name, folder in folders.items():
        ours = "from duidelijk.language.pipeline import load_pipeline; load_pipeline()"
        load, memory = cold(ours if name == EMBEDDED else f"spacy.load({str(folder)!r})")
        report[name] = {
            "words_per_second_one_core": round(words / one[name]),
            "words_per_second_two_processes": round(words / two[name]),
            "load_seconds": round(load, 2),
            "memory_mib": round(memory),
            "size_mb": round(size(folder), 1),
        }
    if beside:
        report["ratio"] = {"speed": round(one["beside"] / one[EMBEDDED], 3)}
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
