"""The line to type into when looking for words."""

from __future__ import annotations

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input


class SearchLine(Input):
    """Posts what is typed as it is typed; Enter keeps the search, Esc gives it up."""

    BINDINGS = [Binding("escape", "give_up", "give up")]  # noqa: RUF012

    class GivenUp(Message):
        """The reader has thought better of it."""

    def __init__(self) -> None:
        super().__init__(placeholder='words or "a phrase"', compact=True)
        self.cursor_blink = False

    def action_give_up(self) -> None:
        """Tell that the search is given up."""
        self.post_message(self.GivenUp())
