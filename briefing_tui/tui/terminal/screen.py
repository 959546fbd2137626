"""A screen that follows keys at once, and does not draw what the next is about to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from briefing_tui.tui.terminal.app import TerminalApp
from briefing_tui.tui.terminal.moves import Follower

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

Result = TypeVar("Result")


class TerminalScreen(Follower, Screen[Result]):
    """Lays out at once, but draws only so many times a second as long as keys wait for their turn."""

    @property
    def keys_that_move(self) -> Collection[str]:
        """Keys that only move in what has the keyboard."""
        return self.focused.keys_that_move if isinstance(self.focused, Follower) else ()

    def follow(self, keys: Sequence[str]) -> None:
        """Have what has the keyboard follow `keys`."""
        if isinstance(self.focused, Follower):
            self.focused.follow(keys)

    _is_undrawn = False
    """Whether something was laid out and has not been drawn."""

    @property
    def _may_draw_later(self) -> bool:
        return isinstance(self.app, TerminalApp) and self.app.may_draw_later

    def _on_timer_update(self) -> None:
        if self._may_draw_later and not (self._layout_required or self._callbacks):
            return  # the timer goes on
        super()._on_timer_update()
        if self._is_undrawn:
            self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        self._is_undrawn = self._may_draw_later
        if self._is_undrawn:
            self._update_timer.resume()
        else:
            super()._compositor_refresh()
