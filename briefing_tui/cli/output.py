"""The one writer: standard output is data, standard error is talk."""

from __future__ import annotations

import codecs
import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from briefing_tui.character import harmless
from briefing_tui.errors import UnwritableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class ExitCode(IntEnum):
    """What the program tells the shell."""

    OK = 0
    PROBLEMS = 1
    """A file was read and breaks the rules."""
    CANNOT = 2
    """What was asked for cannot be done: no such file, no such reference, no terminal."""


def say(lines: Iterable[str], encoding: str = "") -> None:
    """Write lines of data. A reader that has had enough, such as `head`, ends it quietly.

    In the terminal's encoding, unless `encoding` says what the format has. Raises UnwritableError
    if the output cannot take it.
    """
    try:
        for data in encoded(lines, encoding or sys.stdout.encoding or "utf-8"):
            sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        _write_no_more()
    except OSError as error:
        _write_no_more()
        raise UnwritableError(f"The output cannot be written: {error.strerror}.") from None


def encoded(lines: Iterable[str], encoding: str) -> Iterator[bytes]:
    """Yield lines in which nothing acts on a terminal; what `encoding` lacks becomes question marks."""
    encoder = codecs.getincrementalencoder(encoding)("replace")
    for line in lines:
        yield encoder.encode(harmless(line) + "\n")


def _write_no_more() -> None:
    """Let the interpreter, which flushes once more when it ends, flush into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def warn(message: str) -> None:
    """Write a message to the person at the terminal."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(b"".join(encoded([message], encoding)).decode(encoding))
