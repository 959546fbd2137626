"""The first column: the panes, and the sections of those that are unfolded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from briefing_tui.model.selection import Selection
from briefing_tui.tui.commands import CONTENTS_COMMANDS, bindings
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import Row, text
from briefing_tui.tui.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_tui.model.outline import Outline, Pane, Section


class Contents(Column):
    """Where the reader is among panes and sections, and the way to others.

    What is chosen follows the reader. Moved by hand it is only a choice until it is opened: a list that
    followed every step would be sent down the line for nothing. Left unopened, it returns to the reader.

    The pane that the reader is in is unfolded and the others are not, but for those that the reader
    folds or unfolds by hand.
    """

    BINDINGS = bindings(CONTENTS_COMMANDS)

    shown: reactive[Outline | None] = reactive(None, repaint=False)
    """What the selection leaves; it comes before the selection that leaves it."""
    selection: reactive[Selection] = reactive(Selection(), repaint=False)
    position: reactive[Position | None] = reactive(None, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self.folds: dict[str, bool] = {}
        """Whether the pane with that key is unfolded, where the reader has said so."""

    def on_mount(self) -> None:
        """Say what this is."""
        self.headings = (text("Contents"),)

    def watch_selection(self) -> None:
        """List what a selection leaves, with how many there are of each."""
        self._list()

    def watch_position(self, before: Position | None, after: Position | None) -> None:
        """Follow the reader."""
        if after is None:
            return
        if before is None or before.pane != after.pane:
            self._list()
        else:
            self.choose(self._row_of(after))

    def on_blur(self) -> None:
        """Return to the reader."""
        if self.position:
            self.choose(self._row_of(self.position))

    def _click(self, stop: int) -> None:
        """Open what was clicked."""
        self._choose(stop)
        self.action_open()

    def action_fold(self) -> None:
        """Fold the pane that is chosen, or unfold it and choose its first section."""
        chosen = self.chosen
        if isinstance(chosen, Position) and self.position and self.shown:
            unfolds = self.folds[chosen.pane] = not self._is_unfolded(chosen.pane)
            self._list()
            if chosen.pane != self.position.pane:
                section = self.shown.pane(chosen.pane).sections[0].key if unfolds else ""
                self.choose(Position(chosen.pane, section, ""))

    def _is_unfolded(self, pane: str) -> bool:
        here = self.position is not None and self.position.pane == pane
        return self.folds.get(pane, here)

    def _row_of(self, position: Position) -> Position:
        """Return what the row leads to that stands for `position`: its section, or its pane if folded."""
        return Position(position.pane, position.section if self._is_unfolded(position.pane) else "", "")

    def _list(self) -> None:
        if self.position and self.shown:
            self.show(tuple(self._listed(self.shown)), self._row_of(self.position))

    def _listed(self, outline: Outline) -> Iterator[Row]:
        for number, pane in enumerate(outline.panes, start=1):
            if not pane.sections:
                yield Row(text(f"{pane.title} · 0", "quiet"), text(f"  {number} ", "quiet"))
            elif self._is_unfolded(pane.key):
                yield Row(text(pane.title, "section"), text(f"▾ {number} ", "reference"))
                yield from self._sections(pane)
            else:
                passing = self._passing(pane.sections)
                lead = text(f"▸ {number} ", "reference")
                yield Row(text(pane.title + passing), lead, Position(pane.key, "", ""))

    def _sections(self, pane: Pane) -> Iterator[Row]:
        widest = max(len(section.label) for section in pane.sections)
        for section in pane.sections:
            label = text(f"  {section.label.ljust(widest)}{' ' if widest else ''}", "reference")
            passing = self._passing([section])
            yield Row(text(section.title + passing), label, Position(pane.key, section.key, ""))

    def _passing(self, sections: Sequence[Section]) -> str:
        """Return how many entries of `sections` the selection leaves, if one could leave any out."""
        count = self.selection.passing(sections)
        return "" if count is None else f" · {count}"
