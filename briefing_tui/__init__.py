"""A terminal viewer for inspection briefings in which every word is provable.

The floors, top to bottom: `cli` › `tui` › `load`, `search`, `export`, `state` › `model` › `errors`, `paths`,
`character`, `digest`.
A floor imports only from those below it, and only `tui` imports Textual.
"""

__version__ = "0.1.0"
