"""A line to type a reference or a place into; what it may mean is listed as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import Input

from briefing_tui.model.reference import normal
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import Row, text
from briefing_tui.tui.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.outline import Outline
    from briefing_tui.model.quotation import Passage

MOST = 50
"""Candidates listed; more typing makes them fewer."""


class GoToScreen(ModalScreen[Position | None]):
    """Asks where to go. Gives the position, or None if the reader thinks better of it."""

    AUTO_FOCUS = "Input"
    BINDINGS = [  # noqa: RUF012
        Binding("escape", "dismiss(None)", "never mind"),
        Binding("down", "move(1)", "next"),
        Binding("up", "move(-1)", "previous"),
    ]

    def __init__(self, briefing: Briefing, outline: Outline) -> None:
        super().__init__()
        self._briefing = briefing
        self._outline = outline

    def compose(self) -> ComposeResult:
        """Put what is meant above the line."""
        yield Column(id="candidates")
        finding = self._briefing.findings[0].reference
        yield Input(placeholder=f"{finding}, or a place of the letter", compact=True)

    def on_mount(self) -> None:
        """Show where one could go."""
        column = self.query_one(Column)
        column.heading = text("Go to · Enter goes, Esc closes")
        column.aside = "in our words"
        self.query_one(Input).cursor_blink = False
        self._list("")

    def on_key(self, event: events.Key) -> None:
        """Take what is typed before the line has the keyboard."""
        line = self.query_one(Input)
        if event.is_printable and event.character and not line.has_focus:
            line.insert_text_at_cursor(event.character)
            event.stop()

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self._list(message.value)

    @on(Input.Submitted)
    def _decided(self) -> None:
        self.query_one(Column).action_open()

    @on(Column.Opened)
    def _opened(self, message: Column.Opened) -> None:
        self.dismiss(message.position)

    def action_move(self, step: int) -> None:
        """Choose the next candidate."""
        self.query_one(Column).action_move(step)

    def _list(self, typed: str) -> None:
        rows = tuple(row for row, _ in zip(self._candidates(typed.strip()), range(MOST), strict=False))
        first = next((row.leads_to for row in rows), None)
        none = (Row(text(f"Nothing is called {typed.strip()} here.")),)
        self.query_one(Column).show(rows or none, first)

    def _candidates(self, typed: str) -> Iterator[Row]:
        """Yield the entry of that very reference, then those that begin so, then places of the letter."""
        reference = normal(typed)
        wanted = typed.upper().replace(" ", "").replace("-", "")
        entries = self._briefing.entries
        exact = [reference] if reference in entries else []
        begin = [one for one in entries if one.replace("-", "").startswith(wanted) and one not in exact]
        for one in (*exact, *begin):
            pane, section = self._outline.home(one)
            lead = text(one.ljust(8), "reference")
            yield Row(text(entries[one].line), lead, Position(pane.key, section.key, one))
        for place in self._briefing.letter.at(typed):
            yield from self._place(place)

    def _place(self, place: Passage) -> Iterator[Row]:
        """Yield the first sentence of a place in the letter."""
        letter = self._briefing.letter
        for sentence, passage in zip(self._briefing.sentences, letter.sentences, strict=True):
            if passage.overlaps(place):
                pane, section = self._outline.home(sentence.reference)
                position = Position(pane.key, section.key, sentence.reference)
                yield Row(text(letter.place(place)), leads_to=position)
                return
