"""Terminals of every size, and sizes that change quickly or that are nonsense."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal.emulator import spilled
from tests.terminal.program import opened

if TYPE_CHECKING:
    from pathlib import Path

WIDTHS = range(1, 26)
HEIGHTS = (1, 2, 3, 5, 24)

SOON = 5.0
"""Seconds: some times what it takes to come to rest, since what is a fault is to fall behind."""


@pytest.mark.slow
@pytest.mark.parametrize("lines", HEIGHTS)
def test_every_small_size_at_the_start(tmp_path: Path, lines: int) -> None:
    """The program opens in any terminal, draws nothing outside of it, and quits by its key."""
    for columns in WIDTHS:
        with opened(tmp_path, columns=columns, lines=lines) as terminal:
            terminal.until(lambda _, terminal=terminal: b"\x1b[2J" in terminal.raw)  # type: ignore[misc]
            terminal.press("2", "j", "Enter", "4", "q")
            assert terminal.exit_status() == 0, columns
            assert terminal.given_back, columns
            assert spilled(terminal.raw, columns, lines) == "", columns


@pytest.mark.slow
def test_every_small_size_by_resizing(tmp_path: Path) -> None:
    """A window is made as small as can be and large again without a fault."""
    with opened(tmp_path) as terminal:
        terminal.until("At a glance")
        for key in ("1", "2", "4"):
            terminal.press(key)
            for lines in HEIGHTS:
                for columns in WIDTHS:
                    terminal.resize(columns, lines)
                    terminal.still(0.05)
        terminal.resize(80, 24)
        terminal.until(lambda sheet: "Enter open" in sheet.lines[-1])
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_a_thousand_sizes_in_a_row(tmp_path: Path) -> None:
    """However often the size changes, it is the last that is drawn, and then it is quiet."""
    with opened(tmp_path) as terminal:
        terminal.until("At a glance")
        for number in range(1000):
            terminal.resize(20 + number % 100, 5 + number % 40)
        terminal.resize(100, 30)
        terminal.until(
            lambda sheet: "Enter open" in sheet.lines[-1] and len(sheet.lines[0].rstrip()) > 96, within=SOON
        )
        terminal.still(0)
        sent = len(terminal.raw)
        terminal.still(1.0)
        assert len(terminal.raw) == sent
        terminal.press("q")
        assert terminal.exit_status() == 0


@pytest.mark.parametrize(("columns", "lines"), [("99999", "9999"), ("1", "1"), ("-3", "x"), ("", "")])
def test_nonsense_in_the_environment(tmp_path: Path, columns: str, lines: str) -> None:
    """What COLUMNS and LINES say is not believed: the terminal knows its size."""
    with opened(tmp_path, COLUMNS=columns, LINES=lines) as terminal:
        sheet = terminal.until("At a glance")
        assert "Enter open" in sheet.lines[-1]
        assert len(terminal.raw) < 20_000
        assert spilled(terminal.raw, 80, 24) == ""


def test_a_terminal_that_does_not_know_its_size(tmp_path: Path) -> None:
    """Where the kernel knows no size, as on a serial line, 80 by 24 is taken."""
    with opened(tmp_path, columns=0, lines=0) as terminal:
        while "At a glance" not in terminal.raw.decode(errors="replace"):
            assert terminal.running
            terminal.still(0.3)
        assert spilled(terminal.raw, 80, 24) == ""
        terminal.press("q")
        assert terminal.exit_status() == 0
