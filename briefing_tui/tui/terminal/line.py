"""The line to the terminal: its descriptors and its settings."""

from __future__ import annotations

import os
import select
import termios
import time
import tty
from contextlib import suppress
from threading import Lock
from typing import Any

from briefing_tui.tui.terminal.modes import GIVE_BACK, MOUSE_OFF, MOUSE_ON, TAKE

LARGEST = 1000
"""Columns or lines. What says it is larger is mistaken."""

_PATIENCE = 1.0
"""Seconds for a slow line to take what was sent before the terminal is given back."""

_ORDINARY = (80, 24)


class Line:
    """The terminal on standard input and output: taken once, given back once, whoever does it.

    With the `settings` that it had before, it is taken already.
    """

    def __init__(self, settings: list[Any] | None = None) -> None:
        self.input = _own_descriptor(0)
        """A descriptor to read from."""
        one_terminal = os.fstat(0).st_rdev == os.fstat(1).st_rdev
        self.output = self.input if one_terminal else _own_descriptor(1)
        """A descriptor to write to."""
        self._settings = settings or termios.tcgetattr(0)
        self._pending = b""
        self._taken = settings is not None
        self._uses_mouse = True
        self._lock = Lock()

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines as the kernel knows them; where it does not, 80 and 24."""
        try:
            columns, lines = os.get_terminal_size(self.output)
        except OSError:
            return _ORDINARY
        if not (columns and lines):
            return _ORDINARY
        return min(columns, LARGEST), min(lines, LARGEST)

    @property
    def taken(self) -> bool:
        """Whether the terminal is ours just now."""
        return self._taken

    @property
    def busy(self) -> bool:
        """Whether the terminal has not taken all that was written."""
        return bool(self._pending)

    def take(self) -> None:
        """Switch to keys as they are typed, Ctrl+C and Ctrl+S too, and to the alternate screen.

        What was typed before stays in the line's queue.
        """
        with self._lock:
            with suppress(termios.error):  # the line was dropped: whoever reads from it will find out
                if not self._taken:
                    self._settings = termios.tcgetattr(0)
                tty.setraw(0, termios.TCSANOW)
            self._taken = True
        self.write((TAKE + MOUSE_ON * self._uses_mouse).encode())

    def use_mouse(self, *, wanted: bool) -> None:
        """Ask for reports of the mouse, now and whenever the terminal is taken, or for none."""
        self._uses_mouse = wanted
        if self._taken:
            self.write((MOUSE_ON if wanted else MOUSE_OFF).encode())

    def write(self, data: bytes) -> None:
        """Write as much as the terminal takes now; the rest waits for `send`."""
        self._pending += data
        self.send()

    def send(self) -> None:
        """Write what still waits, as much as the terminal takes now. A line that was dropped takes all."""
        try:
            while self._pending:
                self._pending = self._pending[os.write(self.output, self._pending) :]
        except BlockingIOError:
            pass
        except OSError:
            self._pending = b""

    def give_back(self, *, at_once: bool = False) -> None:
        """Make the terminal as it was before, once; `at_once`, without what still waits to be written.

        May be called from any thread.
        """
        with self._lock:
            if not self._taken:
                return
            self._taken = False
            waiting, self._pending = self._pending, b""
            if not self.in_foreground:
                return  # the terminal is somebody else's now
            data = GIVE_BACK.encode() if at_once else waiting + GIVE_BACK.encode()
            with suppress(OSError):
                self._write_out(data)
            with suppress(termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._settings)
                termios.tcflush(0, termios.TCIFLUSH)  # reports of the mouse that were under way

    @property
    def in_foreground(self) -> bool:
        """Whether the terminal listens to us and not to the shell or another job."""
        try:
            return os.tcgetpgrp(0) == os.getpgrp()
        except OSError:
            return True

    def _write_out(self, data: bytes) -> None:
        ends = time.monotonic() + _PATIENCE
        while data:
            try:
                data = data[os.write(self.output, data) :]
            except BlockingIOError:
                left = ends - time.monotonic()
                if left <= 0 or not select.select([], [self.output], [], left)[1]:
                    os.write(self.output, GIVE_BACK.encode())
                    return


def _own_descriptor(standard: int) -> int:
    """Return a descriptor of our own for a terminal: one that never blocks, unknown to the shell.

    Where that is not allowed, as after `su`, it is `standard` itself.
    """
    try:
        return os.open(os.ttyname(standard), os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return standard
