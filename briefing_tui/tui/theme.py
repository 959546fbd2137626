"""Our themes. Body text has a contrast of at least 7:1 against every ground it stands on.

Every colour is one of the 256 of xterm's palette: over SSH, where COLORTERM does not cross,
that is what a terminal shows, and it shows what was chosen.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="briefing-dark",
    dark=True,
    primary="#87afd7",
    background="#121212",
    surface="#121212",
    panel="#262626",
    foreground="#e4e4e4",
    variables={
        "strength": "#87d787",
        "concern": "#ffaf5f",
        "mixed": "#d7afff",
        "quiet": "#b2b2b2",
        "rule": "#585858",
        "chosen": "#005f5f",
        "on-chosen": "#ffffff",
        "chosen-elsewhere": "#303030",
        "bright": "#ffffff",
    },
)

LIGHT = Theme(
    name="briefing-light",
    dark=False,
    primary="#005f87",
    background="#ffffff",
    surface="#ffffff",
    panel="#e4e4e4",
    foreground="#1c1c1c",
    variables={
        "strength": "#005f00",
        "concern": "#870000",
        "mixed": "#5f00af",
        "quiet": "#4e4e4e",
        "rule": "#a8a8a8",
        "chosen": "#005f5f",
        "on-chosen": "#ffffff",
        "chosen-elsewhere": "#dadada",
        "bright": "#000000",
    },
)

THEMES = (DARK, LIGHT)
