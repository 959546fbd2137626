"""Rows under a heading, of which only the lines that can be seen are drawn."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import product
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from briefing_tui.search.query import Query
from briefing_tui.tui.line_cache import LineCache
from briefing_tui.tui.listing import Listing, RowListing
from briefing_tui.tui.look import look
from briefing_tui.tui.row import Row
from briefing_tui.tui.viewport import Viewport

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing_tui.tui.row import Lines
    from briefing_tui.tui.typesetting import Line
    from briefing_tui.tui.viewport import LinePlace

MEASURE = 88
"""Cells. Longer lines than this are hard to read, however wide the terminal is."""

APART = 2
"""Cells between a heading and what stands at its right."""


class Rows(Widget):
    """Rows to read, however many, in a window with a scroll bar."""

    virtual_size = reactive(Size(0, 0), layout=False)
    """As large as this is, since nothing scrolls but the lines: no reason to lay everything out again."""
    headings: reactive[tuple[Content, ...]] = reactive((Content(),), repaint=False)
    """What stands above the rows, the longest form first; the last is cut where it does not fit."""
    asides: reactive[tuple[str, ...]] = reactive((), repaint=False)
    """What stands at the right of the heading, the longest form first; shortened before the heading is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._styles_cache = LineCache()
        self._rows: Listing = RowListing(())
        self._drawn_rows: dict[tuple[int, bool, bool], Lines] = {}
        """The lines of a row, by whether it is chosen and, if that shows, whether these have the keyboard."""
        self._heights: dict[int, int] = {}
        """How many lines a row has."""
        self._looks: dict[tuple[str, bool], Style] = {}
        self._drawn_on: tuple[Mapping[str, str], Style] | None = None
        """The theme's variables and the ground that the rows were drawn with."""
        self._drawn_width = 0
        """The width that they were drawn for."""
        self._window = Viewport(0, self._lines_of, 1)
        self._fitted_to: Size | None = None
        """The size that `_window` was made for; None if the rows are new."""
        self._held_size: Size | None = None
        """The size while it is held."""

    looked_for: reactive[Query] = reactive(Query(()))
    """What to light wherever it stands in the rows."""

    def watch_looked_for(self) -> None:
        """Draw the rows anew."""
        self._forget_lines()

    def watch_headings(self) -> None:
        """Send the heading again, and nothing else."""
        self.refresh(Region(0, 0, self.size.width, 1))

    def watch_asides(self) -> None:
        """Send the heading's line again."""
        self.watch_headings()

    def show(self, rows: Sequence[Row] | Listing) -> None:
        """Show `rows` from the top."""
        with self.holding_size():
            blank_before = self._lines_left_blank if self._fitted_to == self.size else 0
            self._rows = rows if isinstance(rows, Listing) else RowListing(rows)
            self._window = Viewport(0, self._lines_of, 1)
            self._forget_lines()
            self._fitted_to = None
            if still_blank := min(blank_before, self._lines_left_blank):
                self.refresh(Region(0, 0, self.size.width, self.size.height - still_blank))
            else:
                self.refresh()

    @property
    def _lines_left_blank(self) -> int:
        """How many lines at the bottom have nothing on them, not even a scroll bar."""
        return max(0, self.size.height - 1 - len(self._viewport.seen)) if self.size else 0

    @property
    def top(self) -> LinePlace:
        """What is scrolled to."""
        return self._viewport.top

    @top.setter
    def top(self, place: LinePlace) -> None:
        with self.holding_size():
            before = self._viewport.top
            self._viewport.top = place
            if self._viewport.top != before:
                self.refresh()

    def _scroll(self, lines: int) -> None:
        with self.holding_size():
            before = self._viewport.top
            self._viewport.scroll(lines)
            if self._viewport.top != before:
                self.refresh()

    # Drawing

    @property
    def size(self) -> Size:
        """The size of what is drawn."""
        return self._held_size or super().size

    @contextmanager
    def holding_size(self) -> Iterator[None]:
        """Ask for the size only once, a walk to the root each time, where it cannot change meanwhile."""
        before = self._held_size
        self._held_size = before or super().size
        try:
            yield
        finally:
            self._held_size = before

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines."""
        with self.holding_size():
            return super().render_lines(crop)

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours: most changes of style, such as of the focus, are none."""
        super().notify_style_update()
        drawn_on = self.app.theme_variables, self.visual_style
        if drawn_on != self._drawn_on:
            self._drawn_on = drawn_on
            self._forget_lines()
            self._looks.clear()

    def render_line(self, y: int) -> Strip:
        """Draw the heading, or a line of a row with the scroll bar's cell at its right."""
        width, ground = self.size.width, self.visual_style.rich_style
        if y == 0:
            line = self._draw_heading(max(1, width))
        else:
            line = [*self._draw_row_line(y - 1), self._bar(y - 1)]
        whole = self.outer_size.width
        if whole > width:
            line.append(Segment(" " * (whole - width), ground))
        return Strip(line, whole) if width > 1 else Strip(line).crop(0, whole)  # no room for text and bar

    def _draw_row_line(self, line: int) -> Line:
        """Draw what can be seen in a line below the heading."""
        seen, width = self._viewport.seen, self._text_width
        if line >= len(seen):
            return [Segment(" " * width, self.visual_style.rich_style)]
        row, row_line = seen[line]
        drawn = self._drawn(row)[row_line]
        if width <= MEASURE:
            return drawn
        ground = self._ground(chosen=self._is_chosen(row))
        return [*drawn, Segment(" " * (width - MEASURE), ground.rich_style)]

    def _draw_heading(self, width: int) -> Line:
        forms = [
            (heading, aside, width - len(aside) - APART * bool(aside))
            for heading, aside in product(self.headings, self.asides or ("",))
        ]
        heading, aside, room = next((form for form in forms if form[0].cell_length <= form[2]), forms[-1])
        if aside and room > 0:
            heading = heading.truncate(room, ellipsis=True)
            line = Content.assemble(heading, " " * (width - heading.cell_length - len(aside)), aside)
        else:
            line = heading.truncate(width, ellipsis=True)
        return Row(line).lines(width, self.look("heading"), self._colourless)[0]

    def _draw(self, row: int, width: int) -> Lines:
        """Return the lines of a row, each `width` cells wide."""
        chosen = self._is_chosen(row)
        styles = self._colourless if chosen else self._style
        return self._lit(self._rows[row]).lines(width, self._ground(chosen=chosen), styles)

    def _lit(self, row: Row) -> Row:
        """Return `row` with what is looked for lit."""
        if not self.looked_for.terms:
            return row
        body = row.body
        for start, end in self.looked_for.lit(body.plain):
            body = body.stylize("match", start, end)
        return row._replace(body=body)

    def _is_chosen(self, row: int) -> bool:  # noqa: ARG002 (a subclass has something to choose)
        """Say whether the whole row is drawn as chosen."""
        return False

    def _shows_keyboard(self, row: int) -> bool:
        """Say whether a row is drawn otherwise where the keyboard is."""
        return self._is_chosen(row)

    def _keep_in_view(self) -> None:
        """Scroll, after rows were wrapped anew, to what must be seen."""

    @property
    def _text_width(self) -> int:
        return max(1, self.size.width - 1)

    @property
    def _viewport(self) -> Viewport:
        """The window onto the rows, fitted to the size that this widget has now.

        Rows wrap anew when the width has changed; what was at the top stays there.
        """
        if self._fitted_to != self.size:
            self._fitted_to = self.size
            if self.size and self.size.width != self._drawn_width:
                self._drawn_width = self.size.width
                self._forget_lines()
            top = self._window.top
            self._window = Viewport(len(self._rows) if self.size else 0, self._lines_of, self.size.height - 1)
            self._window.top = top
            if self.size:
                self._keep_in_view()
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
        """Return a style without its colours, unless it has a ground too: on any other they read badly."""
        style = self._style(name)
        if style.background is not None:
            return style + Style(reverse=False)
        return Style(bold=style.bold, italic=style.italic, underline=style.underline)

    def _drawn(self, row: int) -> Lines:
        key = row, self._is_chosen(row), self.has_focus and self._shows_keyboard(row)
        if not self.size:  # hidden: no width to keep lines for
            return self._draw(row, 1)
        if key not in self._drawn_rows:
            self._drawn_rows[key] = self._draw(row, min(self._text_width, MEASURE))
        return self._drawn_rows[key]

    def _lines_of(self, row: int) -> int:
        height = self._heights.get(row)
        if height is None:
            height = len(self._drawn(row))
            if self.size:
                self._heights[row] = height
        return height

    def _forget_lines(self) -> None:
        """Draw the rows anew when they are to be seen."""
        self._drawn_rows.clear()
        self._heights.clear()

    def _bar(self, line: int) -> Segment:
        """Draw the scroll bar's cell, blank when all can be seen."""
        view = self._viewport
        if view.at_start and view.at_end:
            return Segment(" ", self.visual_style.rich_style)
        shown = len(view.rows)
        thumb = max(1, min(view.height - 1, round(view.height * shown / len(self._rows))))
        free = view.height - thumb
        between = min(max(1, round(free * view.top[0] / max(1, len(self._rows) - shown))), free - 1)
        start = 0 if view.at_start else free if view.at_end else between
        on_thumb = start <= line < start + thumb
        style = self.look("thumb" if on_thumb else "track").rich_style
        return Segment("┃" if on_thumb else "│", style)
