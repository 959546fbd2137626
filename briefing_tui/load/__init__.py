"""From files to a briefing: text, located values, typed objects, rules."""

from briefing_tui.load.briefing import examine_briefing, load_briefing

__all__ = ["examine_briefing", "load_briefing"]
