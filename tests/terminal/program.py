"""The program under test, in a terminal, and the walk that every end-to-end test takes."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

import briefing_tui
from tests.terminal.emulator import Terminal, plain_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

THIS_PYTHON = (sys.executable, "-m", "briefing_tui")
"""The program that is being tested, as a command."""


def environment(home: Path) -> dict[str, str]:
    """Return the environment for THIS_PYTHON; where the package is not installed, with the way to it."""
    try:
        distribution("briefing-tui")
    except PackageNotFoundError:
        return plain_environment(home) | {"PYTHONPATH": str(Path(briefing_tui.__file__).parents[1])}
    return plain_environment(home)


def opened(
    home: Path,
    *arguments: str,
    columns: int = 80,
    lines: int = 24,
    whole_frames: bool = False,
    ignoring: int | None = None,
    program: Sequence[str] = THIS_PYTHON,
    **variables: str,
) -> Terminal:
    """Return a terminal in which the program starts, with `variables` added to its environment."""
    return Terminal(
        (*program, *arguments),
        environment=environment(home) | variables,
        folder=home,
        columns=columns,
        lines=lines,
        whole_frames=whole_frames,
        ignoring=ignoring,
    )


def shell_status(status: int) -> int:
    """Return what a shell calls the exit status of a program that Python says ended so."""
    return 128 - status if status < 0 else status


def walk_to_ooh_1(terminal: Terminal) -> None:
    """Go from the opening screen to OOH-1, area by area, as a reader would who looks for out of hours."""
    terminal.until("At a glance")
    terminal.press("2")
    for first in ("MASH-1", "EH-1", "AA-1"):
        terminal.until(lambda sheet, first=first: sheet.chosen == first)  # type: ignore[misc]
        terminal.press("]")
    terminal.until(lambda sheet: sheet.chosen == "OOH-1")
