"""A slow line to a program: `.venv/bin/python -m benchmarks.line [--bits N] [--round-trip MS] COMMAND …`.

Runs COMMAND in a pty of its own and hands its bytes and the keys on as a line of so many bits a second
with so long a round trip would. Starts it when a key is pressed, which travels as well: what one sees
after that key is what one would see after Enter at the other end of that line. A byte has eight bits
here; nothing is lost and nothing is kept back, as in SSH, whose windows hold more than a screen.
"""
# ruff: noqa: INP001, S606 (a script that runs a program)

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import sys
import termios
import time
import tty
from collections import deque

PIECE = 64
"""Bytes that travel together."""


class Line:
    """One direction of the line: a queue of pieces and when each is due at its other end."""

    def __init__(self, bits: int, delay: float, target: int) -> None:
        self._seconds_a_byte = 8 / bits
        self._delay = delay
        self._target = target
        self._due: deque[tuple[float, bytes]] = deque()
        self._free = 0.0
        """When the last byte so far will have left."""

    def send(self, data: bytes) -> None:
        """Put `data` on the line."""
        for start in range(0, len(data), PIECE):
            piece = data[start : start + PIECE]
            self._free = max(self._free, time.perf_counter()) + len(piece) * self._seconds_a_byte
            self._due.append((self._free + self._delay, piece))

    def deliver(self) -> float | None:
        """Hand over what is due; return in how many seconds more will be, None if nothing is on the line."""
        while self._due:
            wait = self._due[0][0] - time.perf_counter()
            if wait > 0:
                return wait
            os.write(self._target, self._due.popleft()[1])
        return None


def relay(command: list[str], bits: int, round_trip: float) -> int:
    """Run `command` at the other end of the line and return its exit status."""
    os.write(1, b"Press Enter to start over the slow line.")
    keys = os.read(0, 1)
    time.sleep(round_trip / 2 + 8 / bits * len(keys))
    size = fcntl.ioctl(0, termios.TIOCGWINSZ, bytes(8))
    child, master = pty.fork()
    if not child:
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        os.execvp(command[0], command)
    there, here = Line(bits, round_trip / 2, master), Line(bits, round_trip / 2, 1)
    open_ends = [0, master]
    while True:
        waits = [wait for wait in (there.deliver(), here.deliver()) if wait is not None]
        if master not in open_ends and not waits:
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        for end in select.select(open_ends, [], [], min(waits, default=None))[0]:
            try:
                data = os.read(end, 65536)
            except OSError:  # Linux says so when the program has closed its end
                data = b""
            if data:
                (here if end == master else there).send(data)
            else:
                open_ends.remove(end)


def main() -> int:
    """Read the arguments, and give the terminal back at the end."""
    parser = argparse.ArgumentParser(description="Run a program at the other end of a slow line.")
    parser.add_argument("--bits", type=int, default=64_000, help="bits a second (default: 64000)")
    parser.add_argument("--round-trip", type=float, default=100, help="milliseconds (default: 100)")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    asked = parser.parse_args()
    before = termios.tcgetattr(0)
    tty.setraw(0)
    try:
        return relay(asked.command, asked.bits, asked.round_trip / 1000)
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, before)


if __name__ == "__main__":
    sys.exit(main())
