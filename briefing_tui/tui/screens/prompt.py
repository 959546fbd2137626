"""A line to type into; what may be meant is listed above it as one types."""

from __future__ import annotations

from abc import abstractmethod
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input

from briefing_tui.tui.commands import PROMPT_COMMANDS, bindings
from briefing_tui.tui.row import Row, text
from briefing_tui.tui.screens.overlay import Overlay, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult

MOST = 50
"""Candidates listed; more typing makes them fewer."""


class Prompt(Overlay[Result]):
    """Asks for something by name. Gives what is chosen, or None if the reader thinks better of it."""

    AUTO_FOCUS = "Input"
    BINDINGS = bindings(PROMPT_COMMANDS)
    INHERIT_BINDINGS = False
    PLACEHOLDER: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        """Put what is meant above the line."""
        yield from super().compose()
        line = Input(placeholder=self.PLACEHOLDER, compact=True)
        line.cursor_blink = False
        yield line

    @abstractmethod
    def candidates(self, typed: str) -> Iterator[Row]:
        """Yield what may be meant, the likeliest first; each row leads to what it gives."""

    def fill(self) -> None:
        """List what may be meant."""
        self._list("")

    def on_key(self, event: events.Key) -> None:
        """Take what is typed before the line has the keyboard."""
        line = self.query_one(Input)
        if event.is_printable and event.character and not line.has_focus:
            line.insert_text_at_cursor(event.character)
            event.stop()

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self._list(message.value.strip())

    @on(Input.Submitted)
    def _decided(self) -> None:
        self.column.action_open()

    def action_move(self, step: int) -> None:
        """Choose the next candidate."""
        self.column.action_move(step)

    def _list(self, typed: str) -> None:
        rows = tuple(islice(self.candidates(typed), MOST))
        first = next((row.leads_to for row in rows), None)
        none = (Row(text(f"Nothing is called {typed} here.")),)
        self.column.show(rows or none, first)
