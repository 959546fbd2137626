"""A list that lies over the main screen until something is chosen or it is closed."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.message import Message
from textual.screen import ModalScreen, Screen

from briefing_tui.tui.commands import OVERLAY_COMMANDS, bindings
from briefing_tui.tui.row import text
from briefing_tui.tui.terminal.screen import TerminalScreen
from briefing_tui.tui.widgets.column import Column

if TYPE_CHECKING:
    from textual.app import ComposeResult

Result = TypeVar("Result")


class HelpAsked(Message):
    """The reader asks for the keys of a screen."""

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self.names = {active.binding.id for active in screen.active_bindings.values()}
        """The names of the commands that work there now."""


class Overlay(TerminalScreen[Result], ModalScreen[Result]):
    """One column over everything."""

    BINDINGS = bindings(OVERLAY_COMMANDS)
    HEADING: ClassVar[str] = ""
    ASIDES: ClassVar[tuple[str, ...]] = ()

    def compose(self) -> ComposeResult:
        """Lay the column over everything."""
        yield Column()

    def on_mount(self) -> None:
        """Say what this is, and fill it."""
        self.column.headings = (text(self.HEADING),)
        self.column.asides = self.ASIDES
        self.fill()

    @property
    def column(self) -> Column:
        """The list."""
        return self.query_one(Column)

    @abstractmethod
    def fill(self) -> None:
        """List what there is."""

    def opened(self, target: object) -> None:
        """Do what the reader asks for by opening a row that leads to `target`."""

    def give(self, result: Result | None) -> None:
        """Close with `result`, unless a key that came before has closed this already."""
        if self.app.screen is self:
            self.dismiss(result)

    @on(Column.Opened)
    def _opened(self, message: Column.Opened) -> None:
        self.opened(message.target)

    def action_close(self) -> None:
        """Close, giving nothing."""
        self.give(None)

    def action_help(self) -> None:
        """Ask for the keys that work here."""
        self.post_message(HelpAsked(self))
