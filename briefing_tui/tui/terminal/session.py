"""One stay in the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_tui.tui.terminal.line import Line
from briefing_tui.tui.terminal.signals import Signals


@dataclass(frozen=True, slots=True)
class Session:
    """The line, and the watch for signals that gives it back whatever happens."""

    line: Line
    signals: Signals

    @classmethod
    def begin(cls) -> Session:
        """Find the terminal and watch for signals; main thread only. The terminal is not touched yet."""
        line = Line()
        signals = Signals(line)
        signals.watch()
        return cls(line, signals)
