"""The lines that a widget has drawn, for one that fills its whole place itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache  # nothing public says which lines have changed

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip
    from textual.widget import Widget


class LineCache(StylesCache):
    """Takes each line as the widget draws it, as wide as its place.

    Textual's own puts it through whatever styles could ask for: borders, titles, tints, opacity, filters for
    old terminals and for NO_COLOR, which the driver sees to. That takes as long as drawing the line.
    """

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Return the lines in `crop`, those drawn anew that have changed."""
        for y in crop.line_range:
            if y in self._dirty_lines or y not in self._cache:
                self._cache[y] = widget.render_line(y)
        self._dirty_lines.difference_update(crop.line_range)
        return [self._cache[y].crop(*crop.column_span) for y in crop.line_range]
