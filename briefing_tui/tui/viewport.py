"""Which lines of which rows can be seen. Pure arithmetic on rows that wrap.

A place is a row's index and the number of one of its lines, both from 0. There is no total
height: heights are asked for only around what is seen, so ten thousand rows cost as much as ten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LinePlace = tuple[int, int]


class Viewport:
    """A window of `height` lines onto `count` rows, each of at least one line, and always of as many."""

    def __init__(self, count: int, lines_of: Callable[[int], int], height: int) -> None:
        self.count = count
        self.height = max(1, height)
        self._lines_of = lines_of
        self._top: LinePlace = (0, 0)
        self.seen: list[LinePlace] = self._see()
        """The places that can be seen, from the top."""

    @property
    def top(self) -> LinePlace:
        """The place at the top. Set, it is kept within what there is."""
        return self._top

    @top.setter
    def top(self, place: LinePlace) -> None:
        if place == self._top:
            return
        row, line = place
        if self.count:
            row = min(max(row, 0), self.count - 1)
            line = min(max(line, 0), self._lines_of(row) - 1)
        self._top = (row, line) if self.count else (0, 0)
        self.seen = self._see()
        if self.count and len(self.seen) < self.height:
            self._top = self._walk(self._end, 1 - self.height)
            self.seen = self._see()

    @property
    def at_start(self) -> bool:
        """Whether nothing is above."""
        return self._top == (0, 0)

    @property
    def at_end(self) -> bool:
        """Whether nothing is below."""
        return not self.seen or (self.seen[-1][0] == self.count - 1 and self.seen[-1] == self._end)

    @property
    def rows(self) -> range:
        """The rows of which at least one line can be seen."""
        return range(self.seen[0][0], self.seen[-1][0] + 1) if self.seen else range(0)

    def scroll(self, lines: int) -> None:
        """Move the window by so many lines, downwards if positive, as far as there are any."""
        self.top = self._walk(self._top, lines)

    def shows(self, first: LinePlace, last: LinePlace) -> bool:
        """Say whether everything from `first` to `last` can be seen."""
        return bool(self.seen) and self.seen[0] <= first and last <= self.seen[-1]

    def near(self, place: LinePlace) -> bool:
        """Say whether `place` is within half a window of what can be seen."""
        if not self.seen:
            return False
        half = self.height // 2
        return self._walk(self.seen[0], -half) <= place <= self._walk(self.seen[-1], half)

    def reveal(self, first: LinePlace, last: LinePlace) -> None:
        """Bring `first` to `last` into view: not at all if they are, else half a window further than needed.

        A line that scrolls is a screen that is sent again: one jump of half a window costs a
        slow line less than as many steps as it saves. What is taller than the window shows
        its beginning; what is far away comes to the top.
        """
        if self.shows(first, last):
            return
        half = self.height // 2
        if not self.near(first):
            self.top = first
        elif first < self._top:
            highest = self._walk(last, 1 - self.height)
            self.top = min(first, max(highest, self._walk(first, -half)))
        else:
            self.top = min(first, self._walk(last, 1 - self.height + half))

    @property
    def _end(self) -> LinePlace:
        return self.count - 1, self._lines_of(self.count - 1) - 1

    def _walk(self, place: LinePlace, lines: int) -> LinePlace:
        """Return the place so many lines further, no further than the first and the last."""
        row, line = place
        line += lines
        while line < 0 and row > 0:
            row -= 1
            line += self._lines_of(row)
        while row < self.count - 1 and line >= (height := self._lines_of(row)):
            row += 1
            line -= height
        if self.count and row == self.count - 1:
            line = min(line, self._lines_of(row) - 1)
        return row, max(line, 0)

    def _see(self) -> list[LinePlace]:
        seen: list[LinePlace] = []
        row, line = self._top
        while row < self.count and len(seen) < self.height:
            seen.append((row, line))
            line += 1
            if line >= self._lines_of(row):
                row, line = row + 1, 0
        return seen
