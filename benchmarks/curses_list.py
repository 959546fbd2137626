"""A list of the lines of a file, in Python's curses: j and k move, Page Down turns, q quits."""
# ruff: noqa: INP001 (scripts, not a package)

from __future__ import annotations

import curses
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def read(screen: curses.window, rows: Sequence[str]) -> None:
    """Let the reader move about in `rows` until q."""
    curses.curs_set(0)
    height, width = screen.getmaxyx()
    top = chosen = 0
    while True:
        for y, row in enumerate(rows[top : top + height]):
            ground = curses.A_REVERSE if top + y == chosen else curses.A_NORMAL
            screen.addnstr(y, 0, row.ljust(width), width - 1, ground)
        key = screen.getch()
        step = {ord("j"): 1, ord("k"): -1, curses.KEY_NPAGE: height - 1, curses.KEY_PPAGE: 1 - height}
        if key in (ord("q"), curses.ERR):  # or there is no terminal any more
            return
        chosen = min(max(chosen + step.get(key, 0), 0), len(rows) - 1)
        top = min(max(top, chosen - height + 1), chosen)


if __name__ == "__main__":
    curses.wrapper(read, Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
