"""A column of rows from which one chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.actions import parse
from textual.geometry import Region
from textual.message import Message

from briefing_tui.tui.commands import COLUMN_COMMANDS, bindings
from briefing_tui.tui.listing import Listing, RowListing
from briefing_tui.tui.row import BLANK
from briefing_tui.tui.terminal.moves import Follower
from briefing_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from textual import events

    from briefing_tui.tui.row import Row
    from briefing_tui.tui.viewport import LinePlace

WHEEL = 3
"""Lines that one notch of the mouse wheel moves."""


_MOVES = {
    key: parse(command.action)[1:]
    for command in COLUMN_COMMANDS
    if command.name != "open"
    for key in command.keys
}
"""The actions of the keys that only move."""


class Column(Follower, Rows, can_focus=True):
    """Rows to read and stops to choose from: the places in the rows that lead somewhere."""

    BINDINGS = bindings(COLUMN_COMMANDS)
    ALLOW_SELECT = False

    class Chosen(Message):
        """The reader moved to a stop."""

        def __init__(self, column: Column, target: Hashable) -> None:
            super().__init__()
            self.column = column
            self.target = target
            """Where the stop leads: a position, in every column of the main screen."""

        @property
        def control(self) -> Column:
            """The column in which it happened."""
            return self.column

    class Opened(Chosen):
        """The reader opened a stop."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._chosen: int | None = None
        """Index of the chosen stop."""
        self._begins = False
        """Whether the heading of what is chosen is to be at the top when this is seen."""
        self._tells = True
        """Whether it is told at once that the choice has gone on; of many keys, only the end is."""

    def show(self, rows: Sequence[Row] | Listing, target: Hashable | None = None) -> None:
        """Show `rows` from the top, the stop chosen that leads to `target`."""
        listing = rows if isinstance(rows, Listing) else RowListing(rows)
        self._chosen = listing.stop_of(target) if target else None
        super().show(listing)

    @property
    def keys_that_move(self) -> Collection[str]:
        """Keys that move here and do nothing else, unless the reader has given keys anew."""
        return () if self.app._keymap else _MOVES  # noqa: SLF001 (what `set_keymap` was given)

    def follow(self, keys: Sequence[str]) -> None:
        """Move as `keys` say, and tell where they led."""
        self._tells, has_gone_on = False, False
        try:
            with self.holding_size():
                for name, arguments in map(_MOVES.__getitem__, keys):
                    before = self._chosen
                    getattr(self, f"action_{name}")(*arguments)
                    if self._chosen != before:
                        has_gone_on = True
                        self.take_up()
        finally:
            self._tells = True
        if has_gone_on:
            self._post_chosen()

    def take_up(self) -> None:
        """Do now what comes back, when it is told of, of a choice that has gone on: nothing here."""

    def choose(self, target: Hashable) -> None:
        """Choose the stop that leads to `target` and bring it into view. Posts nothing."""
        self._choose(self._rows.stop_of(target))

    def show_chosen(self) -> None:
        """Scroll to what is chosen, unless it can be seen."""
        self._choose(self._chosen)

    def begin_at_heading(self) -> None:
        """If what is chosen is the first under a heading, have that at the top, now or when this is seen."""
        self._begins = True
        if not self.size:
            return
        with self.holding_size():
            top = self._viewport.top
            self._keep_in_view()
            if self._viewport.top != top:
                self.refresh()

    @property
    def _stops(self) -> Sequence[int]:
        """The row of each stop."""
        return self._rows.stops

    @property
    def chosen(self) -> Hashable | None:
        """Where the chosen stop leads."""
        return None if self._chosen is None else self._rows.leads_to(self._chosen)

    @property
    def chosen_row(self) -> int | None:
        """The index of the chosen row."""
        return None if self._chosen is None else self._stops[self._chosen]

    # Moving

    def action_move(self, step: int) -> None:
        """Go to the next stop, or a line on where there is none near."""
        following = self._following(step)
        unread = self._chosen is not None and not self._edge_seen(self._chosen, step)
        if following is None or unread or not self._viewport.near(self._extent(following)[0]):
            self._scroll(step)
        else:
            self._choose(following, tell=True)

    def action_page(self, step: int) -> None:
        """Go a page on, keeping one line."""
        self._turn(step * max(1, self._viewport.height - 1), step)

    def action_half_page(self, step: int) -> None:
        """Go half a page on."""
        self._turn(step * max(1, self._viewport.height // 2), step)

    def action_edge(self, step: int) -> None:
        """Go to the first stop or the last, and all the way up or down."""
        if self._stops:
            self._choose(0 if step < 0 else len(self._stops) - 1, tell=True)
        self.top = (0, 0) if step < 0 else (len(self._rows), 0)

    def action_open(self) -> None:
        """Open the chosen stop."""
        if self.chosen is not None:
            self.post_message(self.Opened(self, self.chosen))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        stop = self._stop_under(event.x, event.y)
        if stop is not None:
            self._click(stop)

    def _click(self, stop: int) -> None:
        """Choose a stop; click it again to open it."""
        if stop == self._chosen:
            self.action_open()
        else:
            self._choose(stop, tell=True)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down; what is chosen stays chosen."""
        event.stop()
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up; what is chosen stays chosen."""
        event.stop()
        self._scroll(-WHEEL)

    def _following(self, step: int) -> int | None:
        """Return the next stop in that direction; the first in view if none is chosen yet."""
        if self._chosen is not None:
            stop = self._chosen + step
            return stop if 0 <= stop < len(self._stops) else None
        return next(iter(self._stops_in_view()), None)

    def _stops_in_view(self) -> range:
        """Return the stops of the rows that can be seen, if only in part."""
        return self._rows.stops_in(self._viewport.rows)

    def _extent(self, stop: int) -> tuple[LinePlace, LinePlace]:
        """Return the first and the last line of a stop."""
        row = self._stops[stop]
        return (row, 0), (row, self._lines_of(row) - 1)

    def _edge_seen(self, stop: int, step: int) -> bool:
        """Say whether the edge of a stop that lies in that direction can be seen, or is behind the reader."""
        first, last = self._extent(stop)
        seen = self._viewport.seen
        if not seen:
            return True
        return last <= seen[-1] if step > 0 else first >= seen[0]

    def _turn(self, lines: int, step: int) -> None:
        """Scroll, then choose the first stop in view; where nothing scrolls, the last of all."""
        before = self._viewport.top
        self._scroll(lines)
        if not self._stops:
            return
        if self._viewport.top == before:
            self._choose(len(self._stops) - 1 if step > 0 else 0, tell=True)
        elif self._chosen is None or not self._viewport.shows(*self._extent(self._chosen)):
            seen = [stop for stop in self._stops_in_view() if self._viewport.shows(*self._extent(stop))]
            if seen:
                self._choose(seen[0 if step > 0 else -1], tell=True, reveal=False)

    def _choose(self, stop: int | None, *, tell: bool = False, reveal: bool = True) -> None:
        before, self._chosen = self._chosen, stop
        self._begins = self._begins and stop == before
        with self.holding_size():
            if self.size:
                self._show_chosen(before, reveal=reveal)
            else:  # hidden: rows would be wrapped to a width of nothing, so wait until there is one
                self._fitted_to = None
        if tell and self._tells and stop != before:
            self._post_chosen()

    def _post_chosen(self) -> None:
        """Tell of what is chosen."""
        if self.chosen is not None:
            self.screen.post_message(self.Chosen(self, self.chosen))

    def _show_chosen(self, before: int | None, *, reveal: bool) -> None:
        """Send again what changes when the choice goes on from the stop `before`."""
        top = self._viewport.top
        if self._chosen is not None and reveal:
            self._reveal(self._chosen)
        if self._viewport.top != top:
            self.refresh()
        elif self._chosen != before:
            self._repaint(before)
            self._repaint(self._chosen)

    def _reveal(self, stop: int) -> None:
        """Bring a stop into view, with the headings it stands under if there is room."""
        first, last = self._extent(stop)
        above = self._above(first[0])
        if self._viewport.shows((self._heading(above), 0), last):
            return
        self._viewport.reveal((above, 0), (above, 0))
        self._viewport.reveal(first, last)

    def _above(self, row: int) -> int:
        """Return the first of the rows right above a row that lead nowhere, or itself."""
        while row and not self._rows.stops_in(range(row - 1, row)):
            row -= 1
        return row

    def _heading(self, row: int) -> int:
        """Return the first row from `row` on that is not blank."""
        while self._rows[row] is BLANK:
            row += 1
        return row

    def _stop_under(self, x: int, y: int) -> int | None:  # noqa: ARG002 (a subclass has several stops in a line)
        """Return the stop drawn at a cell of this widget."""
        line = y - 1
        if not 0 <= line < len(self._viewport.seen):
            return None
        row = self._viewport.seen[line][0]
        return next(iter(self._rows.stops_in(range(row, row + 1))), None)

    def _is_chosen(self, row: int) -> bool:
        return self._chosen is not None and self._stops[self._chosen] == row

    def _keep_in_view(self) -> None:
        """Scroll to what is chosen."""
        if self._chosen is None:
            return
        if self._begins:
            self._begins = False
            row = self._stops[self._chosen]
            above = self._above(row)
            if above < row:
                self._viewport.top = (self._heading(above), 0)
        self._reveal(self._chosen)

    def _repaint(self, stop: int | None) -> None:
        """Send the lines of one stop again."""
        if stop is None or stop >= len(self._stops):
            return
        first, last = self._extent(stop)
        lines = [y for y, place in enumerate(self._viewport.seen, start=1) if first <= place <= last]
        if lines:
            self.refresh(Region(0, lines[0], self.size.width, len(lines)))
