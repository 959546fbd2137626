"""One stay in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_tui.tui.terminal.line import Line
from briefing_tui.tui.terminal.signals import Signals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_tui.tui.terminal.frame import Run


class Session:
    """The line, and the watch for signals that gives it back whatever happens.

    Main thread only. Without the `settings` of a line that is taken already the terminal is not touched yet;
    with them it shows the frame `shown`.
    """

    def __init__(
        self, settings: list[Any] | None = None, shown: Sequence[Sequence[Run]] | None = None
    ) -> None:
        self.line = Line(settings)
        self.shown = shown
        self.signals = Signals(self.line)
        self.signals.watch()
