"""A terminal viewer for inspection briefings in which every word is provable.

The floors, top to bottom: `cli` › `tui` › `load`, `export` › `model` › `errors`, `paths`.
A floor imports only from those below it, and only `tui` imports Textual.
"""

__version__ = "0.1.0"
