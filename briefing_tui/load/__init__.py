"""From files to a briefing: text, located values, typed objects, rules."""

from briefing_tui.load.briefing import load_briefing
from briefing_tui.load.source import files_of

__all__ = ["files_of", "load_briefing"]
