"""The briefing as documents, without a screen."""
