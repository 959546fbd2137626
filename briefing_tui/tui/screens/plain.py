"""Text alone on the screen, for the terminal's own selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class PlainScreen(ModalScreen[None]):
    """Shows a text from the very left, with nothing beside it. Any key goes back."""

    class Shown(Message):
        """The mouse is the terminal's while this is shown, and the program's again afterwards."""

        def __init__(self, *, shown: bool) -> None:
            super().__init__()
            self.shown = shown

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay the text over everything, and what to do with it well below."""
        yield Static(Content(self._text))
        yield Static(
            "\nSelect it with the mouse and copy it as your terminal does. Any key goes back.", id="hint"
        )

    def on_mount(self) -> None:
        """Leave the mouse to the terminal."""
        self.post_message(self.Shown(shown=True))

    def on_key(self, event: events.Key) -> None:
        """Go back."""
        event.stop()
        if self.app.screen is self:
            self.post_message(self.Shown(shown=False))
            self.dismiss(None)
