"""A column of rows under a heading, which draws only the lines that can be seen."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from briefing_tui.search.query import Query
from briefing_tui.tui.commands import COLUMN_COMMANDS, bindings
from briefing_tui.tui.listing import Listing
from briefing_tui.tui.look import look
from briefing_tui.tui.row import Row
from briefing_tui.tui.viewport import Viewport

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from textual import events
    from textual.geometry import Size

    from briefing_tui.tui.viewport import LinePlace

MEASURE = 88
"""Cells. Longer lines than this are hard to read, however wide the terminal is."""

APART = 2
"""Cells between a heading and what stands at its right."""

WHEEL = 3
"""Lines that one notch of the mouse wheel moves."""


class Column(Widget, can_focus=True):
    """Rows to read and stops to choose from: the places in the rows that lead somewhere."""

    BINDINGS = bindings(COLUMN_COMMANDS)
    ALLOW_SELECT = False

    heading: reactive[Content] = reactive(Content(), repaint=False)
    """What stands above the rows."""
    aside: reactive[str] = reactive("", repaint=False)
    """What stands at the right of the heading, which gives way to it."""

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
        self._rows = Listing.of(())
        self._chosen: int | None = None
        """Index of the chosen stop."""
        self._drawn_rows: dict[tuple[int, bool, bool], list[Strip]] = {}
        """The lines of a row, by whether it is chosen and whether this column has the keyboard."""
        self._looks: dict[tuple[str, bool], Style] = {}
        self._drawn_on: tuple[Mapping[str, str], Style] | None = None
        """The theme's variables and the ground that the rows were drawn with."""
        self._drawn_width = 0
        """The width that they were drawn for."""
        self._window = Viewport(0, self._lines_of, 1)
        self._fitted_to: Size | None = None
        """The size that `_window` was made for; None if the rows are new."""

    looked_for: reactive[Query] = reactive(Query(()))
    """What to light wherever it stands in the rows."""

    def watch_looked_for(self) -> None:
        """Draw the rows anew."""
        self._drawn_rows.clear()

    def watch_heading(self) -> None:
        """Send the heading again, and nothing else."""
        self.refresh(Region(0, 0, self.size.width, 1))

    def watch_aside(self) -> None:
        """Send the heading's line again."""
        self.watch_heading()

    def show(self, rows: Sequence[Row] | Listing, target: Hashable | None = None) -> None:
        """Show `rows` from the top, the stop chosen that leads to `target`."""
        self._rows = rows if isinstance(rows, Listing) else Listing.of(rows)
        self._chosen = self._stop_at.get(target) if target else None
        self._window = Viewport(0, self._lines_of, 1)
        self._drawn_rows.clear()
        self._fitted_to = None
        self.refresh()

    def choose(self, target: Hashable) -> None:
        """Choose the stop that leads to `target` and bring it into view. Posts nothing."""
        self._choose(self._stop_at.get(target))

    @property
    def _stops(self) -> Sequence[tuple[Hashable, int]]:
        return self._rows.stops

    @property
    def _stop_at(self) -> Mapping[Hashable, int]:
        return self._rows.stop_at

    @property
    def chosen(self) -> Hashable | None:
        """Where the chosen stop leads."""
        return None if self._chosen is None else self._stops[self._chosen][0]

    @property
    def chosen_row(self) -> int | None:
        """The index of the chosen row."""
        return None if self._chosen is None else self._stops[self._chosen][1]

    @property
    def top(self) -> LinePlace:
        """What is scrolled to."""
        return self._viewport.top

    @top.setter
    def top(self, place: LinePlace) -> None:
        before = self._viewport.top
        self._viewport.top = place
        if self._viewport.top != before:
            self.refresh()

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
        """Choose the stop that was clicked; click it again to open it."""
        stop = self._stop_under(event.x, event.y)
        if stop is None:
            return
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
        rows = self._viewport.rows
        return range(*(bisect_left(self._stops, row, key=itemgetter(1)) for row in (rows.start, rows.stop)))

    def _extent(self, stop: int) -> tuple[LinePlace, LinePlace]:
        """Return the first and the last line of a stop."""
        row = self._stops[stop][1]
        return (row, 0), (row, self._lines_of(row) - 1)

    def _edge_seen(self, stop: int, step: int) -> bool:
        """Say whether the edge of a stop that lies in that direction can be seen, or is behind the reader."""
        first, last = self._extent(stop)
        seen = self._viewport.seen
        if not seen:
            return True
        return last <= seen[-1] if step > 0 else first >= seen[0]

    def _scroll(self, lines: int) -> None:
        before = self._viewport.top
        self._viewport.scroll(lines)
        if self._viewport.top != before:
            self.refresh()

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
        if self.size:
            self._show_chosen(before, reveal=reveal)
        else:  # hidden: rows would be wrapped to a width of nothing, so wait until there is one
            self._fitted_to = None
        if tell and stop is not None and stop != before:
            self.screen.post_message(self.Chosen(self, self._stops[stop][0]))

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
        above = first[0]
        while above and not self._rows.targets[above - 1]:
            above -= 1
        self._viewport.reveal((above, 0), (above, 0))
        self._viewport.reveal(first, last)

    def _stop_under(self, x: int, y: int) -> int | None:  # noqa: ARG002 (a subclass has several stops in a line)
        """Return the stop drawn at a cell of this widget."""
        line = y - 1
        if not 0 <= line < len(self._viewport.seen):
            return None
        leads_to = self._rows.targets[self._viewport.seen[line][0]]
        return self._stop_at.get(leads_to) if leads_to else None

    # Drawing

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours: most changes of style, such as of the focus, are none."""
        super().notify_style_update()
        drawn_on = self.app.theme_variables, self.visual_style
        if drawn_on != self._drawn_on:
            self._drawn_on = drawn_on
            self._drawn_rows.clear()
            self._looks.clear()

    def render_line(self, y: int) -> Strip:
        """Draw the heading, or a line of a row with the scroll bar's cell at its right."""
        if y == 0:
            return self._draw_heading(max(1, self.size.width))
        line = y - 1
        if line >= len(self._viewport.seen):
            strip = Strip.blank(self._text_width, self.visual_style.rich_style)
        else:
            row, row_line = self._viewport.seen[line]
            ground = self._ground(chosen=self._is_chosen(row)).rich_style
            strip = self._drawn(row)[row_line].adjust_cell_length(self._text_width, ground)
        return Strip.join([strip, self._bar(line)])

    def _draw_heading(self, width: int) -> Strip:
        room = width - len(self.aside) - APART
        if self.aside and room > 0:
            heading = self.heading.truncate(room, ellipsis=True)
            line = Content.assemble(
                heading, " " * (width - heading.cell_length - len(self.aside)), self.aside
            )
        else:
            line = self.heading.truncate(width, ellipsis=True)
        return Row(line).strips(width, self.look("heading"), self._colourless)[0]

    def _draw(self, row: int, width: int) -> list[Strip]:
        """Return the lines of a row, each `width` cells wide."""
        chosen = self._is_chosen(row)
        styles = self._colourless if chosen else self._style
        return self._lit(self._rows[row]).strips(width, self._ground(chosen=chosen), styles)

    def _lit(self, row: Row) -> Row:
        """Return `row` with what is looked for lit."""
        if not self.looked_for.terms:
            return row
        body = row.body
        for start, end in self.looked_for.lit(body.plain):
            body = body.stylize("match", start, end)
        return row._replace(body=body)

    def _is_chosen(self, row: int) -> bool:
        """Say whether the whole row is drawn as chosen."""
        return self._chosen is not None and self._stops[self._chosen][1] == row

    @property
    def _text_width(self) -> int:
        return max(1, self.size.width - 1)

    @property
    def _viewport(self) -> Viewport:
        """The window onto the rows, fitted to the size that this widget has now.

        Rows wrap anew when the width has changed; what was at the top stays there, and what
        is chosen stays in view.
        """
        if self._fitted_to != self.size:
            self._fitted_to = self.size
            if self.size and self.size.width != self._drawn_width:
                self._drawn_width = self.size.width
                self._drawn_rows.clear()
            top = self._window.top
            self._window = Viewport(len(self._rows) if self.size else 0, self._lines_of, self.size.height - 1)
            self._window.top = top
            if self.size and self._chosen is not None:
                self._reveal(self._chosen)
        return self._window

    def _ground(self, *, chosen: bool) -> Style:
        return self.look("chosen") if chosen else self.visual_style

    def look(self, name: str) -> Style:
        """Return what stands out in that way looks like here and now, with the ground it stands on."""
        return self.visual_style + self._partial(name)

    def _partial(self, name: str) -> Style:
        key = name, self.has_focus
        if key not in self._looks:
            self._looks[key] = look(name, self.app.theme_variables, keyboard=self.has_focus)
        return self._looks[key]

    def _style(self, name: str | Style) -> Style:
        if isinstance(name, Style):
            return name
        return self._partial(name) if name else Style()

    def _colourless(self, name: str | Style) -> Style:
        """Return a style without its colours: on a ground of its own only that ground's reads well."""
        style = self._style(name)
        return Style(bold=style.bold, italic=style.italic, underline=style.underline)

    def _drawn(self, row: int) -> list[Strip]:
        key = row, self._is_chosen(row), self.has_focus
        if key not in self._drawn_rows:
            self._drawn_rows[key] = self._draw(row, min(self._text_width, MEASURE))
        return self._drawn_rows[key]

    def _lines_of(self, row: int) -> int:
        return len(self._drawn(row))

    def _bar(self, line: int) -> Strip:
        """Draw the scroll bar's cell, blank when all can be seen."""
        view = self._viewport
        if view.at_start and view.at_end:
            return Strip.blank(1, self.visual_style.rich_style)
        shown = len(view.rows)
        thumb = max(1, min(view.height - 1, round(view.height * shown / len(self._rows))))
        free = view.height - thumb
        between = min(max(1, round(free * view.top[0] / max(1, len(self._rows) - shown))), free - 1)
        start = 0 if view.at_start else free if view.at_end else between
        on_thumb = start <= line < start + thumb
        style = self.look("thumb" if on_thumb else "track").rich_style
        return Strip([Segment("┃" if on_thumb else "│", style)], 1)

    def _repaint(self, stop: int | None) -> None:
        """Send the lines of one stop again."""
        if stop is None or stop >= len(self._stops):
            return
        first, last = self._extent(stop)
        lines = [y for y, place in enumerate(self._viewport.seen, start=1) if first <= place <= last]
        if lines:
            self.refresh(Region(0, lines[0], self.size.width, len(lines)))
