"""A screen that follows keys at once, and does not draw what the next is about to change."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from briefing_tui.tui.terminal.app import TerminalApp
from briefing_tui.tui.terminal.moves import Follower

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

Result = TypeVar("Result")


class TerminalScreen(Follower, Screen[Result]):
    """Lays out at once, but draws only when a key is followed to its end, or has been long on the way."""

    BLANK = True
    """It shows nothing itself but the ground that what it holds leaves free."""

    _is_undrawn = False
    """Whether something was laid out and has not been drawn."""
    _put_off_since = 0.0
    """When drawing was put off first, on the clock of `monotonic`; 0 if nothing is to be drawn."""

    @property
    def keys_that_move(self) -> Collection[str]:
        """Keys that only move in what has the keyboard."""
        return self.focused.keys_that_move if isinstance(self.focused, Follower) else ()

    def follow(self, keys: Sequence[str]) -> None:
        """Have what has the keyboard follow `keys`."""
        if isinstance(self.focused, Follower):
            self.focused.follow(keys)

    def _puts_off(self) -> bool:
        """Say whether drawing is put off, from the first time that this is asked about it."""
        self._put_off_since = self._put_off_since or monotonic()
        most = self.app.may_put_off if isinstance(self.app, TerminalApp) else 0
        return monotonic() - self._put_off_since < most

    def _on_timer_update(self) -> None:
        if not (self._layout_required or self._callbacks) and self._puts_off():
            return  # the timer goes on
        super()._on_timer_update()
        if self._is_undrawn:
            self._compositor_refresh()
        else:
            self._put_off_since = 0.0

    def _compositor_refresh(self) -> None:
        self._is_undrawn = self._puts_off()
        if self._is_undrawn:
            self._update_timer.resume()
        else:
            super()._compositor_refresh()
            self._put_off_since = 0.0
