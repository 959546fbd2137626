"""Writing cells with few bytes: erasing rather than writing blanks, the shortest move, the shortest SGR."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, pairwise
from operator import ne
from typing import TYPE_CHECKING

from briefing_tui.tui.terminal.pen import Look, change

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from briefing_tui.tui.terminal.cell import Cell

_NEAR = 4
"""Cells that are written again rather than jumped over: as many as the shortest jump has bytes."""

_ERASED = 12
"""Blanks from which on it is shorter to erase them and to jump over them."""


class Stroke:
    """Collects the text of one frame. The cursor is at a place unknown until it is moved."""

    def __init__(self, columns: int, *, erases: bool, pen: Look | None) -> None:
        self._columns = columns
        self._erases = erases
        self.pen = pen
        """The look with which the terminal writes; None if it is unknown."""
        self._at: tuple[int, int] | None = None
        self._parts: list[str] = []

    @property
    def text(self) -> str:
        """All that was collected."""
        return "".join(self._parts)

    def clear(self, look: Look) -> None:
        """Fill the terminal with blanks of `look`."""
        self.pen = None
        self._use(look)
        self._parts.append("\x1b[H\x1b[2J")
        self._at = (0, 0)

    def line(self, y: int, old: Sequence[Cell], new: Sequence[Cell]) -> None:
        """Write what differs between two states of line `y`, both as long. Terminals agree on its widths."""
        differing = list(compress(range(len(new)), map(ne, old, new)))
        last = new[-1]
        tail = len(new)
        if last[0] == " " and self._may_erase(last[1]):
            while tail and new[tail - 1] == last:
                tail -= 1
        before_tail = bisect_left(differing, tail)
        erased = len(differing) - before_tail > _NEAR
        runs = _runs(differing[:before_tail] if erased else differing, old, new)
        for start, end in runs:
            self._write(y, start, new[start:end])
        if erased:
            first = differing[before_tail]
            self._move(y, first if not (runs and runs[-1][1] > first) else runs[-1][1])
            self._use(last[1], letter=False)
            self._parts.append("\x1b[K")

    def whole_line(self, y: int, new: Sequence[Cell], doubtful: Container[str]) -> None:
        """Write all of line `y`, going to each cell after one of `doubtful` by its number."""
        start = 0
        for x, (text, _) in enumerate(new):
            if text in doubtful:
                self._write(y, start, new[start:x])
                start = next((end for end in range(x + 1, len(new)) if new[end][0]), len(new))
                self._write(y, x, [(" ", new[x][1])] * (start - x))
                self._at = None
                self._write(y, x, new[x:start])
                self._at = None
        self._write(y, start, new[start:])

    def to(self, x: int, y: int) -> None:
        """Leave the cursor at a cell."""
        self._move(y, x)

    def _write(self, y: int, x: int, cells: Sequence[Cell]) -> None:
        if not cells:
            return
        self._move(y, x)
        index, count = 0, len(cells)
        while index < count:
            text, look = cells[index]
            end = index + 1
            if text != " ":
                end = _end_of_words(cells, index)
                self._use(look)
                self._parts += [text for text, _ in cells[index:end]]
            else:
                while end < count and cells[end] == cells[index]:
                    end += 1
                self._use(look, letter=False)
                blanks = end - index
                if blanks >= _ERASED and self._may_erase(look):
                    self._parts.append(f"\x1b[{blanks}X")
                    self._at = (y, x + index)
                    if end < count:
                        self._parts.append(f"\x1b[{blanks}C")
                        self._at = (y, x + end)
                    index = end
                    continue
                self._parts.append(" " * blanks)
            index = end
            self._at = (y, x + index) if x + index < self._columns else None

    def _may_erase(self, look: Look) -> bool:
        return not look.attributes and (self._erases or not look.background)

    def _use(self, look: Look, *, letter: bool = True) -> None:
        """Have the pen write with `look`; what does not show under a blank may stay as it is."""
        if self.pen is None:
            self._parts.append("\x1b[m")
            self.pen = Look()
        if not letter and not look.attributes and self.pen.blank == look:
            return
        self._parts.append(change(self.pen, look))
        self.pen = look

    def _move(self, y: int, x: int) -> None:
        """Go to a cell by the shortest way."""
        if self._at == (y, x):
            return
        ways = [f"\x1b[{y + 1};{x + 1}H".replace(";1H", "H")]
        if self._at:
            row, column = self._at
            if row == y and x > column:
                ways.append(f"\x1b[{x - column}C".replace("[1C", "[C"))
            elif row == y:
                ways.append(f"\x1b[{column - x}D".replace("[1D", "[D"))
            elif row + 1 == y and x == 0:
                ways.append("\r\n")
            elif column == x and y > row:
                ways.append(f"\x1b[{y - row}B".replace("[1B", "[B"))
        self._parts.append(min(ways, key=len))
        self._at = (y, x)


def _end_of_words(cells: Sequence[Cell], start: int) -> int:
    """Return where the words end that begin at `start`: all of one look, and one blank between two."""
    look, end = cells[start][1], start + 1
    blank = look.blank
    while end < len(cells):
        text, other = cells[end]
        if text == " ":
            follows = other is blank and end + 1 < len(cells) and cells[end + 1]
            if not follows or follows[0] == " " or follows[1] is not look:
                break
        elif other is not look:
            break
        end += 1
    return end


def _runs(differing: Sequence[int], old: Sequence[Cell], new: Sequence[Cell]) -> list[tuple[int, int]]:
    """Return from where to where to write: all that differs, whole characters, and what is hardly between."""
    if not differing:
        return []
    apart = [at for at in range(1, len(differing)) if differing[at] > differing[at - 1] + 1 + _NEAR]
    runs: list[tuple[int, int]] = []
    for first, past in pairwise([0, *apart, len(differing)]):
        start, end = differing[first], differing[past - 1] + 1
        while start and not (new[start][0] and old[start][0]):
            start -= 1
        while end < len(new) and not (new[end][0] and old[end][0]):
            end += 1
        if runs and start <= runs[-1][1] + _NEAR:
            start, end = runs[-1][0], max(end, runs.pop()[1])
        runs.append((start, end))
    return runs
