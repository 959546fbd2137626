"""Finding words in a briefing: the query, the index, and what of a briefing is searched."""
