"""The bench of the server: a few checking processes, a short queue before them, and a limit on time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from duidelijk.errors import DuidelijkError
from duidelijk.web.nursery import Gone, Nursery, Place
from duidelijk.web.problems import Problem, died, too_busy, too_slow

RENEW = 2000
"""After so many pieces of work a process is replaced: what texts leave behind in memory goes with it."""
_PAUSE = 1.0


class Bench:
    """Runs work in checking processes; ``ask`` from the event loop that ``start`` was called in.

    ``workers``: processes. ``queue``: how many may wait. ``time_limit``: seconds for one piece of work, and
    for waiting.
    """

    def __init__(
        self, nursery: Nursery, *, workers: int = 2, queue: int = 32, time_limit: float = 10.0
    ) -> None:
        self._nursery, self.workers, self._queue, self._limit = nursery, workers, queue, time_limit
        self._threads = ThreadPoolExecutor(workers + 1, thread_name_prefix="bench")
        self._free: asyncio.LifoQueue[Place] = asyncio.LifoQueue()
        self._background: set[asyncio.Future[Any]] = set()
        self._stopping = False
        self.waiting = self.busy = self.ready = 0
        self.restarts = self.late = self.refused = 0

    async def start(self) -> None:
        """Has all processes ready; raises DuidelijkError where the settings are wrong."""
        loop = asyncio.get_running_loop()
        for _ in range(self.workers):
            self._settle(await loop.run_in_executor(self._threads, self._nursery.place))

    async def stop(self) -> None:
        """Lets work that is going on end, and then the processes."""
        self._stopping = True
        while self.busy:
            await asyncio.sleep(0.05)
        while not self._free.empty():
            self._free.get_nowait().connection.close()
        self._nursery.stop()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def ask(self, work: Callable[..., Any], *args: Any, limit: float | None = None) -> Any:
        """What ``work(desk, *args)``, a function of a module, gives in a checking process.

        Raises Problem when it's too busy, takes too long or the process dies, and the DuidelijkError that
        the work raised. Who stops waiting frees the place in the queue. ``limit``: seconds, for work that
        may take longer than others.
        """
        place = await self._place()
        going = asyncio.ensure_future(self._do(place, work, args, limit or self._limit))
        self._keep(going)
        return await asyncio.shield(going)

    async def _place(self) -> Place:
        """A free process; whoever has to wait stands in the queue."""
        if self._free.empty() and self.waiting >= self._queue:
            self.refused += 1
            raise too_busy()
        self.waiting += 1
        try:
            async with asyncio.timeout(self._limit):
                while not (place := await self._free.get()).alive():
                    self._replace(place)
        except TimeoutError:
            self.refused += 1
            raise too_busy() from None
        finally:
            self.waiting -= 1
        return place

    async def _do(self, place: Place, work: Callable[..., Any], args: tuple[Any, ...], most: float) -> Any:
        loop = asyncio.get_running_loop()
        self.busy += 1
        kill = loop.call_later(most, place.kill)
        began = loop.time()
        try:
            answer = await loop.run_in_executor(self._threads, place.do, work, args)
        except Gone:
            self._replace(place)
            late = loop.time() - began >= most
            self.late += late
            raise (too_slow(most) if late else died()) from None
        finally:
            kill.cancel()
            self.busy -= 1
        self._back(place)
        if answer.error:
            raise answer.error
        if answer.fault:
            raise Problem(500, answer.fault)
        return answer.value

    def _back(self, place: Place) -> None:
        if place.done < RENEW:
            self._free.put_nowait(place)
        else:
            self._replace(place, worn=True)

    def _settle(self, place: Place) -> None:
        self.ready += 1
        self._free.put_nowait(place)

    def _replace(self, place: Place, *, worn: bool = False) -> None:
        """Another process takes the place of one that is dead or worn."""
        place.connection.close()
        self.ready -= 1
        self.restarts += not worn
        self._keep(asyncio.ensure_future(self._renewed()))

    async def _renewed(self) -> None:
        loop = asyncio.get_running_loop()
        while not self._stopping:
            try:
                place = await loop.run_in_executor(self._threads, self._nursery.place)
            except (Gone, DuidelijkError, OSError):
                await asyncio.sleep(_PAUSE)
            else:
                self._settle(place)
                return

    def _keep(self, going: asyncio.Future[Any]) -> None:
        self._background.add(going)
        going.add_done_callback(self._background.discard)
        going.add_done_callback(lambda each: each.cancelled() or each.exception())
