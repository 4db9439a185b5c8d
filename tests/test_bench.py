"""The bench of the server: what happens when there is too much, when it takes too long, and when processes die."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from duidelijk.errors import DuidelijkError, PipelineError
from duidelijk.web import bench as bench_module
from duidelijk.web import nursery as nursery_module
from duidelijk.web.bench import Bench
from duidelijk.web.nursery import COPIES, Gone, Nursery
from duidelijk.web.problems import Problem
from duidelijk.web.settings import Recipe
from tests import desks

WAYS = [pytest.param(True, id="copies", marks=pytest.mark.skipif(not COPIES, reason="not on this system")),
        pytest.param(False, id="one by one")]  # fmt: skip
Scene = Callable[[Bench], Coroutine[Any, Any, None]]


@asynccontextmanager
async def working(copies: bool = COPIES, patience: float = 30.0, **how: Any) -> AsyncIterator[Bench]:
    nursery = Nursery(Recipe(), copies=copies, ready=desks.empty, patience=patience)
    bench = Bench(nursery, **{"workers": 2, **how})
    await bench.start()
    try:
        yield bench
    finally:
        await bench.stop()


def play(scene: Scene, **how: Any) -> None:
    async def whole() -> None:
        async with working(**how) as bench:
            await asyncio.wait_for(scene(bench), 60)

    asyncio.run(whole())


async def until(reached: Callable[[], bool]) -> None:
    for _ in range(3000):
        if reached():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to that")


def is_dead(process: int) -> bool:
    """Whether it has ended, also when nobody has asked yet how."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.parametrize("copies", WAYS)
def test_gives_what_the_work_gives(copies: bool) -> None:
    async def scene(bench: Bench) -> None:
        values = await asyncio.gather(*(bench.ask(desks.same, n) for n in range(20)))
        assert values == list(range(20))

    play(scene, copies=copies)


def test_works_in_as_many_processes_as_it_was_told(tmp_path: Path) -> None:
    async def scene(bench: Bench) -> None:
        waiting = [asyncio.ensure_future(bench.ask(desks.wait_for, str(tmp_path / "go"))) for _ in range(3)]
        await until(lambda: bench.busy == 2 and bench.waiting == 1)
        (tmp_path / "go").touch()
        await asyncio.gather(*waiting)
        assert (bench.busy, bench.waiting) == (0, 0)

    play(scene)


def test_a_mistake_of_the_caller_comes_back_as_it_is() -> None:
    async def scene(bench: Bench) -> None:
        with pytest.raises(DuidelijkError, match="Dit kan niet"):
            await bench.ask(desks.refuse)

    play(scene)


def test_a_fault_of_the_program_comes_back_without_its_words() -> None:
    async def scene(bench: Bench) -> None:
        with pytest.raises(Problem) as caught:
            await bench.ask(desks.fail)
        assert caught.value.status == 500
        assert "RuntimeError in desks.py" in caught.value.detail
        assert "Jansen" not in caught.value.detail

    play(scene)


@pytest.mark.parametrize("copies", WAYS)
def test_a_process_that_dies_is_replaced_and_its_request_hears_it(copies: bool) -> None:
    async def scene(bench: Bench) -> None:
        with pytest.raises(Problem) as caught:
            await bench.ask(desks.die)
        assert (caught.value.status, caught.value.headers["Retry-After"]) == (503, "2")
        await until(lambda: bench.ready == 2)
        assert bench.restarts == 1
        assert await bench.ask(desks.same, "weer") == "weer"

    play(scene, copies=copies)


@pytest.mark.skipif(not COPIES, reason="how a process ended is looked up in /proc")
def test_a_process_that_was_killed_while_it_had_nothing_to_do_costs_no_request_anything() -> None:
    async def scene(bench: Bench) -> None:
        process = await bench.ask(desks.process)
        os.kill(process, signal.SIGKILL)
        await until(lambda: is_dead(process))
        assert await asyncio.gather(*(bench.ask(desks.same, n) for n in range(4))) == [0, 1, 2, 3]
        await until(lambda: bench.ready == 2)

    play(scene)


@pytest.mark.skipif(not COPIES, reason="no process is copied on this system")
def test_the_process_that_is_copied_may_die_too() -> None:
    async def scene(bench: Bench) -> None:
        mother = await bench.ask(desks.mother)
        os.kill(mother, signal.SIGKILL)
        await until(lambda: is_dead(mother))
        with pytest.raises(Problem):
            await bench.ask(desks.die)
        await until(lambda: bench.ready == 2)
        assert await bench.ask(desks.same, 1) == 1

    play(scene)


@pytest.mark.parametrize("copies", WAYS)
def test_processes_that_die_together_are_replaced_each_with_its_own(copies: bool) -> None:
    async def scene(bench: Bench) -> None:
        for _ in range(5):
            gone = await asyncio.gather(*(bench.ask(desks.die) for _ in range(4)), return_exceptions=True)
            assert all(isinstance(each, Problem) for each in gone)
            await until(lambda: bench.ready == 4)
        late = [bench.ask(desks.sleep, limit=0.2), *(bench.ask(desks.same, n) for n in range(3))]
        first, *others = await asyncio.gather(*late, return_exceptions=True)
        assert isinstance(first, Problem) and first.status == 504
        assert others == [0, 1, 2]

    play(scene, copies=copies, workers=4)


@pytest.mark.parametrize("copies", WAYS)
def test_work_that_takes_too_long_is_stopped_and_its_process_replaced(copies: bool) -> None:
    async def scene(bench: Bench) -> None:
        with pytest.raises(Problem) as caught:
            await bench.ask(desks.sleep, limit=0.2)
        assert caught.value.status == 504
        assert "0,2 seconden" in caught.value.detail
        assert bench.late == 1
        await until(lambda: bench.ready == 2)
        assert await bench.ask(desks.same, 1) == 1

    play(scene, copies=copies)


def test_who_finds_the_queue_full_hears_when_to_come_back(tmp_path: Path) -> None:
    async def scene(bench: Bench) -> None:
        wait = [asyncio.ensure_future(bench.ask(desks.wait_for, str(tmp_path / "go"))) for _ in range(3)]
        await until(lambda: bench.busy == 1 and bench.waiting == 2)
        with pytest.raises(Problem) as caught:
            await bench.ask(desks.same, 1)
        assert (caught.value.status, caught.value.headers["Retry-After"]) == (503, "2")
        assert bench.refused == 1
        (tmp_path / "go").touch()
        await asyncio.gather(*wait)

    play(scene, workers=1, queue=2)


def test_who_waits_too_long_hears_that_it_is_busy(tmp_path: Path) -> None:
    async def scene(bench: Bench) -> None:
        going = asyncio.ensure_future(bench.ask(desks.wait_for, str(tmp_path / "go"), limit=60))
        await until(lambda: bench.busy == 1)
        with pytest.raises(Problem) as caught:
            await bench.ask(desks.same, 1)
        assert caught.value.status == 503
        (tmp_path / "go").touch()
        await going

    play(scene, workers=1, time_limit=0.2)


def test_who_stops_waiting_frees_the_place_in_the_queue(tmp_path: Path) -> None:
    async def scene(bench: Bench) -> None:
        first = asyncio.ensure_future(bench.ask(desks.wait_for, str(tmp_path / "go")))
        await until(lambda: bench.busy == 1)
        second = asyncio.ensure_future(bench.ask(desks.same, 2))
        await until(lambda: bench.waiting == 1)
        second.cancel()
        await until(lambda: bench.waiting == 0)
        third = asyncio.ensure_future(bench.ask(desks.same, 3))
        (tmp_path / "go").touch()
        assert await third == 3
        await first

    play(scene, workers=1, queue=1)


def test_who_hangs_up_during_the_work_leaves_a_process_that_works_on(tmp_path: Path) -> None:
    async def scene(bench: Bench) -> None:
        going = asyncio.ensure_future(bench.ask(desks.wait_for, str(tmp_path / "go")))
        await until(lambda: bench.busy == 1)
        going.cancel()
        (tmp_path / "go").touch()
        assert await bench.ask(desks.same, 1) == 1
        assert (bench.ready, bench.restarts) == (1, 0)

    play(scene, workers=1)


def test_a_process_is_renewed_after_much_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_module, "RENEW", 3)

    async def scene(bench: Bench) -> None:
        processes = [await bench.ask(desks.process) for _ in range(9)]
        assert len(set(processes)) == 3
        assert bench.restarts == 0

    play(scene, workers=1)


@pytest.mark.skipif(not COPIES, reason="not on this system")
def test_a_kept_process_that_hangs_is_replaced() -> None:
    async def scene(bench: Bench) -> None:
        hanging = await bench.ask(desks.mother)
        os.kill(hanging, signal.SIGSTOP)
        with pytest.raises(Problem):
            await bench.ask(desks.die)
        await until(lambda: bench.ready == 1)
        assert await bench.ask(desks.mother) != hanging
        assert is_dead(hanging)

    play(scene, workers=1, patience=0.5)


@pytest.mark.skipif(not COPIES, reason="not on this system")
def test_what_was_loaded_too_late_is_not_taken_for_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    nursery = Nursery(Recipe(), ready=desks.empty)
    with monkeypatch.context() as hasty, pytest.raises(Gone):
        hasty.setattr(nursery_module, "_LOADING", 0.0)
        nursery.place()
    place = nursery.place()
    assert place.do(desks.same, (1,)).value == 1
    place.connection.close()
    nursery.stop()


@pytest.mark.parametrize("copies", WAYS)
def test_what_is_wrong_with_the_settings_is_said_at_the_start(copies: bool) -> None:
    with pytest.raises(PipelineError, match="Het taalmodel is er niet"):
        Nursery(Recipe(), copies=copies, ready=desks.broken).place()


def test_stopping_lets_work_end(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(workers=1) as bench:
            going = asyncio.ensure_future(bench.ask(desks.wait_for, str(tmp_path / "go")))
            await until(lambda: bench.busy == 1)
            asyncio.get_running_loop().call_later(0.2, (tmp_path / "go").touch)
        assert await going == str(tmp_path / "go")

    asyncio.run(scene())
