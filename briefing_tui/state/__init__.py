"""What the reader leaves behind: marks, the last place, the chosen theme."""

from briefing_tui.state.mark import Fate, Found, Mark
from briefing_tui.state.memory import Memory

__all__ = ["Fate", "Found", "Mark", "Memory"]
