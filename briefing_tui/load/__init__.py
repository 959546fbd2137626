"""From files to a briefing: text, located values, typed objects, rules."""

from briefing_tui.load.briefing import load_briefing

__all__ = ["load_briefing"]
