"""A program in a real terminal: a pty with an emulator at its other end."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Self

import pyte

from tests.sheet import Line, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

DEADLINE = 30.0
"""Seconds. No test waits so long unless it fails."""

QUIET = 0.03
"""Seconds without a byte after which a screen is taken to be whole."""

KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Backspace": "\x7f",
    "Space": " ",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "Home": "\x1b[H",
    "End": "\x1b[F",
    "PgUp": "\x1b[5~",
    "PgDn": "\x1b[6~",
    "F1": "\x1bOP",
    "F9": "\x1b[20~",
    "Ctrl+X": "\x18",
    "Ctrl+F5": "\x1b[15;5~",
}
"""What a terminal sends for a key that is not a character."""

ON_AT_START = {7, 25}
"""DEC modes that a terminal starts with: lines wrap, the cursor shows."""

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[(?:[<>=][0-9;]*[A-Za-z]|\?[0-9;]*(?:\$p|u))")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*)?\Z")
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")

_ASKS_FOR_FRAMES = b"\x1b[?2026$p"

_TAKE_TERMINAL = """\
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Makes the pty the controlling terminal, as a terminal does; then becomes the program."""


def plain_environment(home: Path) -> dict[str, str]:
    """Return what a login over SSH would set, everything kept in `home`."""
    return {
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")},
    }


def _as_at_a_login(ignored: int | None) -> None:
    """Have signals mean what they mean at a login, whatever started the tests; one may be ignored."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN if number == ignored else signal.SIG_DFL)


class Screen(pyte.Screen):
    """As pyte's, but a screen that is erased has the ground of the pen also where nothing was written yet."""

    def erase_in_display(self, how: int = 0, *arguments: object, **options: object) -> None:
        """Erase, as terminals with "background colour erase" do."""
        super().erase_in_display(how, *arguments, **options)
        if how == 2:
            for y in range(self.lines):
                self.buffer[y].update(dict.fromkeys(range(self.columns), self.cursor.attrs))


class Terminal:
    """Runs one program, from entering the `with` block to leaving it.

    With `whole_frames` it is one of the newer terminals that show a frame only when it is
    whole (DEC mode 2026), and says so when it is asked; without, it answers nothing.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        folder: Path,
        columns: int = 80,
        lines: int = 24,
        whole_frames: bool = False,
        ignoring: int | None = None,
    ) -> None:
        self.raw = b""
        """Every byte the program sent."""
        self._pending = b""
        self._hung_up = False
        self._whole_frames = whole_frames
        self._screen = Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._master, self._slave = os.openpty()
        self._set_size(columns, lines)
        self.line_settings = self.termios
        """Those of the pty before the program began."""
        self._process = subprocess.Popen(
            [sys.executable, "-ISc", _TAKE_TERMINAL, *command],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=dict(environment),
            cwd=folder,
            start_new_session=True,
            preexec_fn=partial(_as_at_a_login, ignoring),  # noqa: PLW1509 (before anybody sends it a signal)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if not self._hung_up:
            os.close(self._master)
            os.close(self._slave)

    # What a person does

    def press(self, *keys: str) -> None:
        """Press keys, by name or as the character on them."""
        assert all(key in KEYS or len(key) == 1 for key in keys), keys
        self.send("".join(KEYS.get(key, key) for key in keys).encode())

    def send(self, data: bytes) -> None:
        """Send bytes as if they were typed."""
        os.write(self._master, data)

    def resize(self, columns: int, lines: int) -> None:
        """Change the size; the kernel tells the program with SIGWINCH."""
        self._receive(0)
        self._screen.resize(lines, columns)
        self._set_size(columns, lines)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Drop the line."""
        os.close(self._slave)
        os.close(self._master)
        self._hung_up = True

    # What a person sees

    @property
    def sheet(self) -> Sheet:
        """The screen as it is now."""
        rows = []
        for y in range(self._screen.lines):
            cells = [self._screen.buffer[y][x] for x in range(self._screen.columns)]
            grounds = tuple((len(list(run)), ground) for ground, run in groupby(cell.bg for cell in cells))
            rows.append(Line("".join(cell.data for cell in cells), grounds))
        return Sheet(tuple(rows))

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """Each line's cells as the emulator keeps them: text, colours, attributes."""
        return [
            [self._screen.buffer[y][x] for x in range(self._screen.columns)]
            for y in range(self._screen.lines)
        ]

    @property
    def cursor_shown(self) -> bool:
        """Whether the cursor can be seen."""
        return not self._screen.cursor.hidden

    def until(self, condition: str | Callable[[Sheet], bool], within: float = DEADLINE) -> Sheet:
        """Wait for a text, or for a condition, to stand on the screen; return that screen.

        Raises AssertionError with the screen when it does not come to it.
        """

        def met(sheet: Sheet) -> bool:
            if isinstance(condition, str):
                return any(condition in line for line in sheet.lines)
            return condition(sheet)

        ends = time.monotonic() + within
        new = True
        while time.monotonic() < ends:
            if self._receive(QUIET / 6 if self._whole_frames else QUIET):
                new = True
                continue
            if new and not self._in_frame and met(sheet := self.sheet):
                return sheet
            new = self._in_frame
            if not self.running and not self._receive(0):
                break
        raise AssertionError(f"waited in vain for {condition!r}:\n" + "\n".join(self.sheet.lines))

    def still(self, seconds: float = 0.3) -> Sheet:
        """Wait until nothing has come for so long; return that screen."""
        ends = time.monotonic() + DEADLINE
        while self._receive(seconds):
            assert time.monotonic() < ends, "the screen does not come to rest"
        return self.sheet

    # What is left behind

    @property
    def given_back(self) -> bool:
        """Whether modes, cursor and line settings are as they were before the program began."""
        return self.modes_on == ON_AT_START and self.cursor_shown and self.termios == self.line_settings

    @property
    def process_id(self) -> int:
        """The program's number."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the program has not ended yet."""
        return self._process.poll() is None

    def exit_status(self, within: float = DEADLINE) -> int:
        """Wait for the program to end; return its exit status, negative for a signal."""
        ends = time.monotonic() + within
        while self.running:
            assert time.monotonic() < ends, "still running:\n" + "\n".join(self.sheet.lines)
            if self._hung_up:
                time.sleep(QUIET)
            else:
                self._receive(QUIET)
        while not self._hung_up and self._receive(0):
            pass
        return self._process.returncode

    @property
    def termios(self) -> list[object]:
        """The line settings of the pty: echo, signals, speed."""
        return list(termios.tcgetattr(self._slave))

    @property
    def modes_on(self) -> set[int]:
        """The DEC modes that are on, such as 1049: the alternate screen."""
        on = set(ON_AT_START)
        for numbers, change in _MODE.findall(self.raw):
            for number in map(int, numbers.split(b";")):
                (on.add if change == b"h" else on.discard)(number)
        return on

    @property
    def _in_frame(self) -> bool:
        return self.raw.rfind(b"\x1b[?2026h") > self.raw.rfind(b"\x1b[?2026l")

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _receive(self, seconds: float) -> bool:
        """Take what the program sent, waiting at most so long for it; say whether there was anything."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        received = os.read(self._master, 65536)
        if self._whole_frames and _ASKS_FOR_FRAMES in self.raw[-len(_ASKS_FOR_FRAMES) :] + received:
            self.send(b"\x1b[?2026;2$y")
        self.raw += received
        known = _UNKNOWN_TO_PYTE.sub(b"", self._pending + received)
        unfinished = _UNFINISHED.search(known)
        cut = unfinished.start() if unfinished else len(known)
        self._pending = known[cut:]
        self._stream.feed(known[:cut])
        return True


def spilled(raw: bytes, columns: int, lines: int) -> str:
    """Return what a program drew beyond the size it was told, had there been room."""
    page = pyte.Screen(columns + 40, lines + 20)
    pyte.ByteStream(page).feed(_UNKNOWN_TO_PYTE.sub(b"", raw))
    beyond = [line[columns:] for line in page.display[:lines]] + page.display[lines:]
    return "".join(beyond).strip()
