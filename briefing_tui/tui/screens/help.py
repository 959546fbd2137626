"""The keys, generated from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen

from briefing_tui.model.tone import Tone
from briefing_tui.tui.row import BLANK, Row, text
from briefing_tui.tui.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult

    from briefing_tui.tui.commands import Command


_MEANING = {
    Tone.STRENGTH: "what inspectors praise",
    Tone.CONCERN: "what worries them",
    Tone.MIXED: "praise and worry in one passage",
    Tone.CONTEXT: "neither: how things are",
}


class HelpScreen(ModalScreen[None]):
    """Every command with its keys, by group; and what the signs mean."""

    BINDINGS = [Binding("escape,q,question_mark,f1,backspace", "dismiss", "close")]  # noqa: RUF012

    def __init__(self, commands: Iterable[Command]) -> None:
        super().__init__()
        self._commands = tuple(commands)

    def compose(self) -> ComposeResult:
        """One column over everything."""
        yield Column(id="help")

    def on_mount(self) -> None:
        """Fill it."""
        column = self.query_one(Column)
        column.heading = text("Help · Esc closes")
        column.show(tuple(self._listed()))

    def _listed(self) -> Iterator[Row]:
        keys = max(len(command.shown) for command in self._commands) + 2
        for group in dict.fromkeys(command.group for command in self._commands):
            yield Row(text(group, "section"))
            for command in self._commands:
                if command.group == group:
                    yield Row(text(command.does), text(command.shown.ljust(keys), "reference"))
            yield BLANK
        yield Row(text("What the signs mean", "section"))
        for tone in Tone:
            yield Row(
                text(_MEANING[tone]), Content.assemble((f"{tone.mark} {tone.value}".ljust(keys), tone.value))
            )
        yield Row(
            text("the letter’s own words, found in it word for word"), text("“ ”".ljust(keys), "quotation")
        )
        yield Row(text("cut from the letter here: the sentence goes on"), text("…".ljust(keys), "quotation"))
        yield Row(
            text("what stands below is ours; so are headings"), text("In our words".ljust(keys), "label")
        )
