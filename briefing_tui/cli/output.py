"""The one writer: standard output is data, standard error is talk."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from briefing_tui.character import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO


class ExitCode(IntEnum):
    """What the program tells the shell."""

    OK = 0
    PROBLEMS = 1
    """A file was read and breaks the rules."""
    CANNOT = 2
    """What was asked for cannot be done: no such file, no such reference, no terminal."""


def say(lines: Iterable[str]) -> None:
    """Write lines of data. A reader that has had enough, such as `head`, ends it quietly."""
    try:
        for line in lines:
            _write(sys.stdout, line)
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more when it ends: let it flush into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def warn(message: str) -> None:
    """Write a message to the person at the terminal."""
    _write(sys.stderr, message)


def _write(stream: TextIO, line: str) -> None:
    """Write one line, in which nothing acts on a terminal; what the encoding lacks becomes question marks."""
    encoding = stream.encoding or "utf-8"
    line = harmless(line)
    stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")
