"""A program in a pty, with the moment at which each of its bytes came."""
# ruff: noqa: INP001, S603 (scripts that run programs)

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST = 120.0
"""Seconds after which a program that does not come to rest is given up."""

REST = 0.3
"""Seconds without a byte, and with the processor almost unused, after which a program rests.

Longer than any program here waits before it shows what it left out while a key was held.
"""

AT_REST = 0.2
"""The share of the processor that a program may want and still be resting: a poll, not a start."""

_TAKE_TERMINAL = """\
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.write(int(sys.argv[1]), b'.')
os.close(int(sys.argv[1]))
os.execvp(sys.argv[2], sys.argv[2:])
"""
"""Makes the pty the controlling terminal, says when, and becomes the program: no start of ours is timed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Bytes that came together."""

    at: float
    """Seconds since the program, or the key, was started."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Reaction:
    """What came of one thing that was done, until the program rested again."""

    heard: tuple[Heard, ...]

    @property
    def bytes(self) -> int:
        """How many bytes came."""
        return sum(len(one.data) for one in self.heard)

    @property
    def ended(self) -> float:
        """When the last byte came, in seconds; 0 if none did."""
        return self.heard[-1].at if self.heard else 0.0


class Session:
    """Runs one program, from entering the `with` block to leaving it."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path, columns: int, lines: int
    ) -> None:
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        ready, says = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-ISc", _TAKE_TERMINAL, str(says), *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(environment),
            cwd=folder,
            pass_fds=[says],
            start_new_session=True,
        )
        os.close(slave)
        os.close(says)
        os.read(ready, 1)
        os.close(ready)
        self._zero = time.perf_counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._master)

    def started(self) -> Reaction:
        """Return what came since the program was started, until it rested."""
        ends, heard = time.perf_counter() + LONGEST, self._until_rest()
        while not heard and self._process.poll() is None and time.perf_counter() < ends:
            heard = self._until_rest()
        return Reaction(tuple(heard))

    def press(self, keys: bytes, *, every: float = 0.0) -> Reaction:
        """Type `keys`, all at once or one `every` so many seconds, and return what came until it rested.

        Times count from the last key.
        """
        typed = [keys] if not every else [keys[index : index + 1] for index in range(len(keys))]
        heard = []
        start = time.perf_counter()
        for number, key in enumerate(typed):
            while (wait := start + number * every - time.perf_counter()) > 0:
                heard += self._hear(wait)
            self.type(key)
        return Reaction((*heard, *self._until_rest()))

    def type(self, keys: bytes) -> None:
        """Type `keys` and count time from now."""
        self._zero = time.perf_counter()
        os.write(self._master, keys)

    def idle(self, seconds: float) -> tuple[int, float]:
        """Return how many bytes came in so many seconds, and which share of a processor was used."""
        (used, _), ends = self._processor(), time.perf_counter() + seconds
        came = 0
        while (left := ends - time.perf_counter()) > 0:
            came += sum(len(one.data) for one in self._hear(left))
        return came, (self._processor()[0] - used) / seconds

    def peak_memory(self) -> int:
        """Return the most memory it ever had in use, in bytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) * 1024

    def quit(self, keys: bytes) -> float:
        """Type `keys` and return after how many seconds the program ended.

        Raises TimeoutError if it does not.
        """
        self.type(keys)
        ends = time.perf_counter() + LONGEST
        while time.perf_counter() < ends:
            self._hear(0.0005)
            if self._process.poll() is not None:
                return time.perf_counter() - self._zero
        raise TimeoutError(f"{self._process.args!r} does not end")

    def _until_rest(self) -> list[Heard]:
        """Hear until the program rests."""
        heard: list[Heard] = []
        ends = time.perf_counter() + LONGEST
        while time.perf_counter() < ends:
            busy, began = sum(self._processor()), time.perf_counter()
            more = self._hear(REST)
            heard += more
            used = sum(self._processor()) - busy  # below 0 once a process that it started has ended
            if not more and 0 <= used < AT_REST * (time.perf_counter() - began):
                break
        return heard

    def _hear(self, seconds: float) -> list[Heard]:
        """Return what comes within so many seconds, at most one piece."""
        if not select.select([self._master], [], [], seconds)[0]:
            return []
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux says so when the program has closed its end
            time.sleep(min(seconds, 0.0005))
            return []
        return [Heard(time.perf_counter() - self._zero, data)]

    def _processor(self) -> tuple[float, float]:
        """Return how many seconds of a processor it has used, and for how many more it had to wait for one.

        With all threads, and with what it started.
        """
        used, waited, processes = 0, 0, [self._process.pid]
        while processes:
            for task in Path(f"/proc/{processes.pop()}/task").glob("*"):
                try:
                    ran, queued, _ = map(int, (task / "schedstat").read_text().split())
                    used, waited = used + ran, waited + queued
                    processes += map(int, (task / "children").read_text().split())
                except (OSError, ValueError):  # a thread that has just ended
                    continue
        return used / 1e9, waited / 1e9
