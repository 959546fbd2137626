"""The reader's marks: go to one, or take one away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.screen import ModalScreen

from briefing_tui.state import Fate
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import Row, text
from briefing_tui.tui.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.outline import Outline
    from briefing_tui.state import Mark, Memory

_TOLD = {
    Fate.SAME: "",
    Fate.MOVED: "moved, was {}",
    Fate.CHANGED: "its text has changed since you marked it",
    Fate.GONE: "no longer in this briefing; when marked it said: {}",
}


class MarksScreen(ModalScreen[Position | None]):
    """Lists the marks. Gives the position of the one that is opened, or None."""

    BINDINGS = [  # noqa: RUF012
        Binding("escape,q,apostrophe,backspace", "dismiss(None)", "close"),
        Binding("m", "forget", "take the mark away"),
    ]

    def __init__(self, memory: Memory, briefing: Briefing, outline: Outline) -> None:
        super().__init__()
        self._memory = memory
        self._briefing = briefing
        self._outline = outline

    def compose(self) -> ComposeResult:
        """Lay one column over everything."""
        yield Column(id="marks")

    def on_mount(self) -> None:
        """List the marks."""
        self._list()

    @on(Column.Opened)
    def _opened(self, message: Column.Opened) -> None:
        if message.position.pane:
            self.dismiss(message.position)

    def action_forget(self) -> None:
        """Take the chosen mark away."""
        chosen = self.query_one(Column).chosen_row
        if chosen is not None and self._memory.marks:
            self._memory.forget(self._memory.marks[chosen])
            self._list(chosen)

    def _list(self, at: int = 0) -> None:
        """List the marks, the one with that number chosen, or the last."""
        column = self.query_one(Column)
        column.aside = "in our words"
        column.heading = text("Marks · Enter goes, m takes away, Esc closes")
        rows = tuple(self._listed()) or (Row(text("Nothing is marked. m marks what you are at.")),)
        column.show(rows, rows[min(at, len(rows) - 1)].leads_to)

    def _listed(self) -> Iterator[Row]:
        for mark in self._memory.marks:
            found = self._memory.find(mark)
            told = text(f"  {_TOLD[found.fate].format(_was(mark, found.fate))}", "label")
            if found.reference is None:
                yield Row(told, text(mark.reference.ljust(8), "reference"), Position("", "", mark.reference))
                continue
            pane, section = self._outline.home(found.reference)
            entry = self._briefing.entries[found.reference]
            yield Row(
                text(entry.line) + told,
                text(found.reference.ljust(8), "reference"),
                Position(pane.key, section.key, found.reference),
            )


def _was(mark: Mark, fate: Fate) -> str:
    return mark.text if fate is Fate.GONE else mark.reference
