"""What can be seen, and since when, in bytes that came from a program."""
# ruff: noqa: INP001 (scripts, not a package)

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from benchmarks.session import Heard

_NOT_TEXT = re.compile(
    rb"""
    \x1b [PX^_\]] .*? (?: \x1b\\ | \x07 )       # strings: device control, titles, the clipboard
    | \x1b \[ [0-?]* [ -/]* [@-~]               # control sequences
    | \x1b [ -/]* [0-~]                         # short sequences
    | \x1b .*                                   # one that has not come to its end
    | [\x00-\x20\x7f]
    """,
    re.DOTALL | re.VERBOSE,
)
"""After ECMA-48, sections 5.3 to 5.6; blanks too."""

_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[(?:[<>=][0-9;]*[A-Za-z]|\?[0-9;]*(?:\$p|u))|\x1b[PX^_].*?\x1b\\", re.DOTALL
)

Cells = tuple[tuple["Hashable", ...], ...]
"""Every cell of a screen, line after line, with its colours."""


def first_text(heard: Iterable[Heard]) -> float | None:
    """Return when the first character that is not blank was sent, in seconds; None if none was."""
    so_far = b""
    for one in heard:
        so_far += one.data
        if _NOT_TEXT.sub(b"", so_far):
            return one.at
    return None


def seen(heard: Iterable[Heard], columns: int, lines: int) -> Cells:
    """Return the screen after all of `heard`."""
    screen = pyte.Screen(columns, lines)
    stream = pyte.ByteStream(screen)
    stream.feed(_UNKNOWN_TO_PYTE.sub(b"", b"".join(one.data for one in heard)))
    return _cells(screen)


def first_seen(heard: Sequence[Heard], before: Cells, columns: int, lines: int) -> float | None:
    """Return since when everything stands that is on the last screen of `heard` and not on `before`.

    None if there is no difference. In seconds.
    """
    after = seen(heard, columns, lines)
    differ = [(y, x) for y in range(lines) for x in range(columns) if after[y][x] != before[y][x]]
    if not differ:
        return None
    for count in range(1, len(heard) + 1):
        now = seen(heard[:count], columns, lines)
        if all(now[y][x] == after[y][x] for y, x in differ):
            return heard[count - 1].at
    return None


def _cells(screen: pyte.Screen) -> Cells:
    return tuple(
        tuple(tuple(screen.buffer[y][x]) for x in range(screen.columns)) for y in range(screen.lines)
    )
