"""The screen as cells: what is wanted, what the terminal shows, and the bytes from one to the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing_tui.tui.terminal.cell import cut, trusted
from briefing_tui.tui.terminal.pen import Look, plain
from briefing_tui.tui.terminal.stroke import Stroke

if TYPE_CHECKING:
    from briefing_tui.tui.terminal.cell import Cell

Row = list["Cell"]


class _Cells(dict[str, "Cell"]):
    """The one cell for each text in one look; a blank keeps of the look only what shows."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def __missing__(self, text: str) -> Cell:
        cell = self[text] = (text, self._look.blank if text == " " else self._look)
        return cell


class Grid:
    """Keeps the cells of a terminal of `columns` and `lines`.

    With `erases`, the terminal fills what it erases with the colour of the ground.
    """

    def __init__(self, columns: int, lines: int, *, erases: bool) -> None:
        self.columns, self.lines = columns, lines
        self._erases = erases
        blank = (" ", plain(""))
        self.wanted: list[Row] = [[blank] * columns for _ in range(lines)]
        self.shown: list[Row] | None = None
        """None where it is unknown: the next frame is drawn whole."""
        self._cells: dict[Look, _Cells] = {}
        self._changed: set[int] = set()
        self._doubtful: set[str] = set()
        self._pen: Look | None = None

    def paint(self, x: int, y: int, pieces: list[tuple[str, Look]], width: int) -> None:
        """Set at most `width` cells from `x` on; what is outside the terminal is lost."""
        if not 0 <= y < self.lines or x < 0:
            return
        row: Row = []
        for text, look in pieces:
            cells = self._cells.get(look)
            if cells is None:
                cells = self._cells[look] = _Cells(look)
            texts = cut(text)
            row += map(cells.__getitem__, texts)
            if not text.isascii():
                self._doubtful.update(text for text in texts if not trusted(text))
        limit = max(0, min(width, self.columns - x))
        if 0 < limit < len(row) and not row[limit][0]:
            row[limit - 1] = (" ", row[limit - 1][1].blank)
        self._place(x, y, row[:limit])

    def _place(self, x: int, y: int, row: Row) -> None:
        """Put cells into a line; a wide character of which only one half is left becomes blank."""
        line = self.wanted[y]
        end = x + len(row)
        if not row or line[x:end] == row:
            return
        if not line[x][0]:
            line[x - 1] = (" ", line[x - 1][1].blank)
        if end < self.columns and not line[end][0]:
            line[end] = (" ", line[end][1].blank)
        line[x:end] = row
        if not row[0][0]:
            line[x] = (" ", row[0][1].blank)
        self._changed.add(y)

    def forget(self) -> None:
        """Take it that nothing is known of what the terminal shows."""
        self.shown = None

    def difference(self, cursor: tuple[int, int] | None = None) -> str:
        """Return what to write so that the terminal shows what is wanted; from then on it does.

        If anything is to be written, the cursor ends at the column and line `cursor`: an input method and a
        braille display follow it, hidden as it is.
        """
        stroke = Stroke(self.columns, erases=self._erases, pen=self._pen)
        if self.shown is None:
            ground = self._commonest_ground() if self._erases else ""
            stroke.clear(plain(ground))
            blank = (" ", plain(ground))
            self.shown = [[blank] * self.columns for _ in range(self.lines)]
            self._changed.update(range(self.lines))
        for y in sorted(self._changed):
            old, new = self.shown[y], self.wanted[y]
            if old != new:
                if self._doubtful and any(text in self._doubtful for row in (old, new) for text, _ in row):
                    stroke.whole_line(y, new, self._doubtful)
                else:
                    stroke.line(y, old, new)
                self.shown[y] = [*new]
        self._changed.clear()
        if cursor and stroke.text:
            stroke.to(*cursor)
        self._pen = stroke.pen
        return stroke.text

    def _commonest_ground(self) -> str:
        """Return the ground on which most lines end: what the terminal is cleared with."""
        return Counter(row[-1][1].background for row in self.wanted).most_common(1)[0][0]
