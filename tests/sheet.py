"""What stands on the screen, as a reader sees it: which column has the keyboard, what is chosen in it.

The same for a real terminal and for Textual's own record of what it drew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from briefing_tui.tui.theme import DARK

_FOCUSED = str(DARK.primary).removeprefix("#")
_CHOSEN = DARK.variables["chosen"].removeprefix("#")
_BAR = str(DARK.panel).removeprefix("#")

REFERENCE = re.compile(r"\b[A-Z]+-\d+\b")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the screen."""

    text: str
    grounds: tuple[tuple[int, str], ...]
    """Stretches of one colour behind the text, left to right: how many cells, and six hexadecimal digits.

    Anything but digits is a colour of the terminal's own.
    """

    def stretch(self, ground: str) -> range:
        """Return the cells from the first to the last that stand on that colour; none if there are none."""
        left = right = cell = 0
        for cells, colour in self.grounds:
            if colour == ground:
                left, right = (left if right else cell), cell + cells
            cell += cells
        return range(left, right)


@dataclass(frozen=True, slots=True)
class Box:
    """The column that has the keyboard, without its heading; `right` and `bottom` are outside."""

    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True)
class Sheet:
    """One screenful."""

    rows: tuple[Line, ...]

    @cached_property
    def lines(self) -> list[str]:
        """The rows as text."""
        return [row.text for row in self.rows]

    @cached_property
    def box(self) -> Box | None:
        """Where the column with the keyboard is; None unless just one heading is lit."""
        lit = [(y, row.stretch(_FOCUSED)) for y, row in enumerate(self.rows) if row.stretch(_FOCUSED)]
        if len(lit) != 1:
            return None
        ((y, across),) = lit
        below = (line for line in range(y + 1, len(self.rows)) if across.start in self._bar(line))
        return Box(across.start, across.stop, y + 1, next(below, len(self.rows)))

    def _bar(self, line: int) -> range:
        """Return the cells of a heading without the keyboard, of the header or of the footer."""
        return self.rows[line].stretch(_BAR)

    @property
    def heading(self) -> str:
        """The heading of the column with the keyboard."""
        return self.lines[self.box.top - 1][self.box.left : self.box.right].strip() if self.box else ""

    @property
    def page(self) -> list[str]:
        """The lines of the column with the keyboard, without heading and scroll bar."""
        if not self.box:
            return []
        box = self.box
        return [line[box.left : box.right - 1].rstrip() for line in self.lines[box.top : box.bottom]]

    @property
    def chosen(self) -> str:
        """The reference that is chosen in the column with the keyboard; empty if none is."""
        if self.box:
            for row, line in zip(self.rows[self.box.top : self.box.bottom], self.page, strict=True):
                if self.box.left in row.stretch(_CHOSEN) and (found := REFERENCE.search(line)):
                    return found[0]
        return ""

    @property
    def at_end(self) -> bool:
        """Whether nothing is below: the scroll bar is at the bottom, or there is none."""
        return self.box is not None and self.lines[self.box.bottom - 1][self.box.right - 1] in "┃ "

    def turned(self, since: Sheet) -> bool:
        """Say whether the column with the keyboard shows other lines than it did."""
        return self.page != since.page

    def moved(self, since: Sheet) -> bool:
        """Say whether the column with the keyboard shows other lines than it did, or another choice."""
        return (self.page, self.chosen) != (since.page, since.chosen)

    @property
    def full_height(self) -> bool:
        """Whether the column with the keyboard has all lines between header and footer."""
        return self.box is not None and self.box.top == 2 and self.box.bottom == len(self.rows) - 1
