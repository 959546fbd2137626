"""A screen that does not draw what the next key is about to change."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen

from briefing_tui.tui.terminal.app import TerminalApp

Result = TypeVar("Result")


class TerminalScreen(Screen[Result]):
    """Lays out at once, but draws only so many times a second as long as keys wait for their turn."""

    def _on_timer_update(self) -> None:
        app = self.app
        if (
            isinstance(app, TerminalApp)
            and app.may_draw_later
            and not (self._layout_required or self._callbacks)
        ):
            return  # the timer goes on
        super()._on_timer_update()
