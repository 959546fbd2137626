"""Signals: an orderly end, and one by force where the program hangs.

The kernel's signal is written to a pipe by Python's C handler (signal.set_wakeup_fd), so a thread of ours
learns of it whatever the main thread is doing. Nothing runs while no signal comes.
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable, Mapping

    from briefing_tui.tui.terminal.line import Line

ENDING = frozenset({signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT})
"""Signals that end the program with the exit status 128 and their number."""

PATIENCE = 2.0
"""Seconds in which the program must have ended by itself."""


def _noticed(*_: object) -> None:
    """Keep Python from ending: the thread has been told."""


class Signals:
    """Watches for signals from `watch` on; tells the program once it listens."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._lock = Lock()
        self._loop: AbstractEventLoop | None = None
        self._wanted: Mapping[int, Callable[[], None]] = {}

    def watch(self) -> None:
        """Begin; main thread only. A SIGHUP that is ignored, as under nohup, stays so."""
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for number in ENDING:
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, _noticed)
        Thread(target=self._attend, args=(reading,), name="signals", daemon=True).start()

    def tell(self, loop: AbstractEventLoop, wanted: Mapping[int, Callable[[], None]]) -> None:
        """Have `wanted` called in `loop` from now on, by the number of the signal; main thread only."""
        with self._lock:
            self._loop, self._wanted = loop, wanted
        for number in wanted:
            if number not in ENDING:
                signal.signal(number, _noticed)

    def leave_alone(self) -> None:
        """Tell nobody any more: a signal ends the program at once."""
        with self._lock:
            self._loop, self._wanted = None, {}

    def _attend(self, reading: int) -> None:
        while numbers := os.read(reading, 1):
            number = numbers[0]
            told = self._told(number)
            if number in ENDING:
                self.insist(number, patience=PATIENCE if told else 0)

    def _told(self, number: int) -> bool:
        with self._lock:
            if self._loop is None or number not in self._wanted:
                return False
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._wanted[number])
                return True
            return False

    def insist(self, number: int, *, patience: float = PATIENCE) -> None:
        """End the program with the status of signal `number` once `patience` is over."""
        time.sleep(patience)
        self._line.give_back(at_once=True)
        os._exit(128 + number)
