"""Drives an installed `briefing` in a terminal of 80×24; ends with an error at the first thing that is wrong.

Usage, from the top of the checkout: python -m tests.terminal.drive_installed PROGRAM FOLDER
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.terminal.emulator import ON_AT_START, Terminal, plain_environment
from tests.terminal.program import walk_to_ooh_1


def drive(program: Path, folder: Path) -> None:
    """Open `program` in `folder`, walk to OOH-1, quit; exit unless it gives the terminal back."""
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal([str(program)], environment=plain_environment(Path(home)), folder=folder) as terminal,
    ):
        walk_to_ooh_1(terminal)
        terminal.press("q")
        status = terminal.exit_status()
        if status:
            sys.exit(f"exit status {status}")
        if terminal.modes_on != ON_AT_START or not terminal.cursor_shown:
            sys.exit(f"terminal not restored: modes {sorted(terminal.modes_on)} are on")
        if terminal.termios != terminal.line_settings:
            sys.exit("terminal not restored: line settings differ")


if __name__ == "__main__":
    drive(Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute())
