"""The line at the bottom: the keys that work here, as many as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from briefing_tui.tui.look import BOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_tui.tui.commands import Command


class Footer(Widget):
    """Keys and what they do, the first of them the longest when it gets narrow; or what there is to say."""

    message: reactive[str] = reactive("")
    """Something to tell the reader in place of the keys; data in it is never markup."""
    elsewhere: reactive[Mapping[str, str]] = reactive({})
    """By the names of commands, what they do where they do something else than usual; empty for nothing."""

    def __init__(self, commands: Iterable[Command]) -> None:
        super().__init__()
        self._commands = [command for command in commands if command.footer]

    def render(self) -> Content:
        """Return the message, or the keys that fit, whole ones only."""
        if self.message:
            return Content(self.message).truncate(self.size.width, ellipsis=True)
        shown = Content()
        for command in self._commands:
            does = self.elsewhere.get(command.name, command.footer)
            if not does:
                continue
            key = Content.assemble((command.shown[0], BOLD), f" {does}")
            wider = shown + "  " + key if shown else key
            if wider.cell_length > self.size.width:
                break
            shown = wider
        return shown
