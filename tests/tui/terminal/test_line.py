"""The line to the terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import termios

import pytest

from briefing_tui.tui.terminal.line import LARGEST, Line


@pytest.mark.parametrize(
    ("told", "taken"),
    [
        ((132, 43), (132, 43)),
        ((1, 1), (1, 1)),
        ((0, 0), (80, 24)),
        ((80, 0), (80, 24)),
        ((65535, 65535), (LARGEST, LARGEST)),
    ],
)
def test_sizes_that_a_terminal_may_tell(told: tuple[int, int], taken: tuple[int, int]) -> None:
    """None that is told makes a screen of nothing, or one that no memory holds."""
    ours, theirs = pty.openpty()
    columns, lines = told
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    line = object.__new__(Line)
    line.output = theirs
    assert line.size == taken
    os.close(ours)
    os.close(theirs)
