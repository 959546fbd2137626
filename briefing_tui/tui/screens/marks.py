"""The reader's marks: go to one, or take one away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.state import Fate
from briefing_tui.tui.commands import MARKS_COMMANDS, bindings
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import Row, text
from briefing_tui.tui.screens.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.state import Mark, Memory
    from briefing_tui.tui.places import Places

_TOLD = {
    Fate.SAME: "",
    Fate.MOVED: "moved, was {}",
    Fate.CHANGED: "its text has changed since you marked it",
    Fate.GONE: "no longer in this briefing; when marked it said: {}",
}


class MarksScreen(Overlay[Position | None]):
    """Lists the marks. Gives the position of the one that is opened, or None."""

    BINDINGS = bindings(MARKS_COMMANDS)
    HEADING = "Marks · Enter goes, m takes away, Esc closes"
    ASIDES = ("in our words",)

    def __init__(self, memory: Memory, briefing: Briefing, places: Places) -> None:
        super().__init__()
        self._memory = memory
        self._briefing = briefing
        self._places = places

    def fill(self) -> None:
        """List the marks."""
        self._list()

    def opened(self, target: object) -> None:
        """Give the position of a mark, if it still has one."""
        if isinstance(target, Position):
            self.give(target)

    def action_forget(self) -> None:
        """Take the chosen mark away."""
        chosen = self.column.chosen_row
        if chosen is not None and self._memory.marks:
            self._memory.forget(self._memory.marks[chosen])
            self._list(chosen)

    def _list(self, at: int = 0) -> None:
        """List the marks, the one with that number chosen, or the last."""
        rows = tuple(self._listed()) or (Row(text("Nothing is marked. m marks what you are at.")),)
        self.column.show(rows, rows[min(at, len(rows) - 1)].leads_to)

    def _listed(self) -> Iterator[Row]:
        for mark in self._memory.marks:
            found = self._memory.find(mark)
            told = text(f"  {_TOLD[found.fate].format(_was(mark, found.fate))}", "label")
            if found.reference is None:
                yield Row(told, text(mark.reference.ljust(8), "reference"), mark)
                continue
            entry = self._briefing.entries[found.reference]
            lead = text(found.reference.ljust(8), "reference")
            yield Row(text(entry.line) + told, lead, self._places.home(found.reference))


def _was(mark: Mark, fate: Fate) -> str:
    return mark.text if fate is Fate.GONE else mark.reference
