"""Our themes. Body text has a contrast of at least 7:1 against every ground it stands on.

Every colour is one of the 256 of xterm's palette: over SSH, where COLORTERM does not cross,
that is what a terminal shows, and it shows what was chosen. The last theme uses the
terminal's own sixteen colours and reverse video, and is what NO_COLOR gets.
"""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme


def _theme(
    name: str, *, dark: bool, ground: str, text: str, bar: str, accent: str, **variables: str
) -> Theme:
    ansi = ground == "ansi_default"
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=accent,
        background=ground,
        surface=ground,
        panel=bar,
        foreground=text,
        boost=ground,
        variables={
            **(BUILTIN_THEMES["ansi-dark"].variables if ansi else {}),
            "chosen-style": "bold",
            "heading-style": "none",
            "match-style": "bold underline",
            "focused-heading-style": "bold",
            **{name.replace("_", "-"): value for name, value in variables.items()},
        },
    )


DARK = _theme(
    "briefing-dark",
    dark=True,
    ground="#121212",
    text="#e4e4e4",
    bar="#262626",
    accent="#87afd7",
    on_accent="#121212",
    bright="#ffffff",
    quiet="#b2b2b2",
    rule="#585858",
    strength="#87d787",
    concern="#ffaf5f",
    mixed="#d7afff",
    chosen="#005f5f",
    on_chosen="#ffffff",
    chosen_elsewhere="#303030",
    match="#ffff87",
    on_match="#000000",
)

LIGHT = _theme(
    "briefing-light",
    dark=False,
    ground="#ffffff",
    text="#1c1c1c",
    bar="#e4e4e4",
    accent="#00005f",
    on_accent="#ffffff",
    bright="#000000",
    quiet="#4e4e4e",
    rule="#a8a8a8",
    strength="#005f00",
    concern="#870000",
    mixed="#5f00af",
    chosen="#005f5f",
    on_chosen="#ffffff",
    chosen_elsewhere="#dadada",
    match="#ffff5f",
    on_match="#000000",
)

CONTRAST = _theme(
    "briefing-contrast",
    dark=True,
    ground="#000000",
    text="#ffffff",
    bar="#000000",
    accent="#ffff00",
    on_accent="#000000",
    bright="#ffffff",
    quiet="#eeeeee",
    rule="#ffffff",
    strength="#87ff87",
    concern="#ffaf87",
    mixed="#d7d7ff",
    chosen="#ffff00",
    on_chosen="#000000",
    chosen_elsewhere="#000000",
    match="#00ffff",
    on_match="#000000",
    heading_style="underline",
    chosen_style="bold underline",
)

TERMINAL = _theme(
    "briefing-terminal",
    dark=True,
    ground="ansi_default",
    text="ansi_default",
    bar="ansi_default",
    accent="ansi_default",
    on_accent="ansi_default",
    bright="ansi_default",
    quiet="ansi_default",
    rule="ansi_default",
    strength="ansi_green",
    concern="ansi_red",
    mixed="ansi_magenta",
    chosen="ansi_default",
    on_chosen="ansi_default",
    chosen_elsewhere="ansi_default",
    match="ansi_default",
    on_match="ansi_default",
    heading_style="underline",
    focused_heading_style="bold reverse",
    chosen_style="bold reverse",
)

THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)
"""In the order in which `T` goes through them. The first is what there is at first."""
