"""The first column: the panes, and the sections of the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from briefing_tui.model.selection import Selection
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import Row, text
from briefing_tui.tui.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.outline import Outline


class Contents(Column):
    """Where the reader is among panes and sections. Follows; choosing leads."""

    shown: reactive[Outline | None] = reactive(None, repaint=False)
    selection: reactive[Selection] = reactive(Selection(), repaint=False)
    position: reactive[Position | None] = reactive(None, repaint=False)

    def on_mount(self) -> None:
        """Say what this is."""
        self.heading = text("Contents")

    def watch_selection(self) -> None:
        """Say how many entries a selection leaves."""
        self._unfold()

    def watch_shown(self) -> None:
        """List what a selection leaves."""
        self._unfold()

    def watch_position(self, before: Position | None, after: Position | None) -> None:
        """Follow the reader."""
        if after is None:
            return
        if before is None or before.pane != after.pane:
            self._unfold()
        else:
            self.choose(_start(after.pane, after.section))

    def _unfold(self) -> None:
        if self.position and self.shown:
            rows = tuple(_listed(self.shown, self.position.pane, self.selection))
            self.show(rows, _start(self.position.pane, self.position.section))


def _listed(outline: Outline, unfolded: str, selection: Selection) -> Iterator[Row]:
    for number, pane in enumerate(outline.panes, start=1):
        lead = text(f"{number} ", "reference")
        if pane.key != unfolded:
            yield Row(text(pane.title), lead, _start(pane.key, pane.sections[0].key))
            continue
        yield Row(text(pane.title, "section"), lead)
        widest = max(len(section.label) for section in pane.sections)
        for section in pane.sections:
            label = text(f"  {section.label.ljust(widest)}{' ' if widest else ''}", "reference")
            passing = f" · {len(section.entries)}" if selection else ""
            yield Row(text(section.title + passing), label, _start(pane.key, section.key))


def _start(pane: str, section: str) -> Position:
    """Return the position of a section as such, of none of its entries."""
    return Position(pane, section, "")
