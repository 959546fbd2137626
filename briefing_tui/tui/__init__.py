"""The terminal program. The only floor that imports Textual."""
