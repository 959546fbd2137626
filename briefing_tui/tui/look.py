"""What the names of styles in the rows look like in a theme.

Read from the theme's variables and not from component classes: Textual matches its style sheets
against each of those, in each column, whenever anything of the screen changes its style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color
from textual.style import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

BOLD = Style(bold=True)
"""What stands out in the header and the footer. By its name Textual would look it up as markup does."""

_LOOKS = {
    "heading": ("panel", "foreground", "$heading-style"),
    "chosen": ("chosen-elsewhere", "bright", "bold"),
    "match": ("match", "on-match", "$match-style"),
    "strength": ("", "strength", ""),
    "concern": ("", "concern", ""),
    "mixed": ("", "mixed", ""),
    "context": ("", "quiet", ""),
    "section": ("", "primary", "bold"),
    "label": ("", "quiet", "italic"),
    "quotation": ("", "bright", "bold"),
    "quiet": ("", "quiet", ""),
    "reference": ("", "", "bold"),
    "thumb": ("", "quiet", ""),
    "track": ("", "rule", ""),
}
"""For each name the variables of its ground and its text, empty for what it stands on, and how it is set."""

_WITH_KEYBOARD = {
    "heading": ("primary", "on-accent", "$focused-heading-style"),
    "chosen": ("chosen", "on-chosen", "$chosen-style"),
}
"""What looks different in the column that has the keyboard."""


def look(name: str, variables: Mapping[str, str], *, keyboard: bool) -> Style:
    """Return what a name looks like with a theme's `variables`, in a column with or without the keyboard."""
    ground, text, setting = (_WITH_KEYBOARD if keyboard else {}).get(name) or _LOOKS[name]
    words = variables[setting[1:]] if setting.startswith("$") else setting
    return Style(
        background=Color.parse(variables[ground]) if ground else None,
        foreground=Color.parse(variables[text]) if text else None,
        bold="bold" in words or None,
        italic="italic" in words or None,
        underline="underline" in words or None,
        reverse="reverse" in words or None,
    )
