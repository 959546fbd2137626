"""The program, which also writes every frame whole to a file, each preceded by the size it was drawn for.

Usage: python -m tests.terminal.recorded FILE ARGUMENT…
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.cli.main import main
from briefing_tui.tui.terminal import app, drawing, driver

if TYPE_CHECKING:
    from textual._compositor import CompositorUpdate

MARK = "\x00"


class RecordedDriver(driver.TerminalDriver):
    """Sends what differs to the terminal, and everything to the file."""

    def paint(self, update: CompositorUpdate, cursor: tuple[int, int]) -> None:
        """Do both."""
        super().paint(update, cursor)
        columns, lines = self._grid.columns, self._grid.lines
        frame = drawing.written(self._placed(update))
        with Path(sys.argv[1]).open("a", encoding="utf-8") as file:
            file.write(f"{MARK}{columns} {lines} {frame}")


if __name__ == "__main__":
    app.TerminalDriver = RecordedDriver  # type: ignore[attr-defined]
    sys.exit(main(sys.argv[2:]))
