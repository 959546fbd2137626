"""Colours: readable from the back of a room, the same over SSH, and never the only signal."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest
from rich.color import Color
from textual.color import Color as Shade

from briefing_tui.tui.settings import Settings
from briefing_tui.tui.theme import CONTRAST, DARK, LIGHT, THEMES
from tests.tui.reader import opened

if TYPE_CHECKING:
    from textual.strip import Strip
    from textual.theme import Theme

    from briefing_tui.model.briefing import Briefing
    from tests.tui.reader import Reader

OURS = [DARK, LIGHT, CONTRAST]


def pairs(theme: Theme) -> list[tuple[str, str]]:
    """Return every text colour of `theme` with the ground it stands on."""
    ground, bar = str(theme.background), str(theme.panel)
    text, accent = str(theme.foreground), str(theme.primary)
    names = theme.variables
    on_ground = [text, accent, *(names[name] for name in ("bright", "quiet", "strength", "concern", "mixed"))]
    return [
        *((colour, ground) for colour in on_ground),
        (text, bar),
        (names["on-accent"], accent),
        (names["on-chosen"], names["chosen"]),
        (names["bright"], names["chosen-elsewhere"]),
        (names["on-match"], names["match"]),
    ]


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_contrast(theme: Theme) -> None:
    """Every text stands out from its ground by at least 7:1 (WCAG 2.2, 1.4.6)."""
    for text, ground in pairs(theme):
        one, other = (Shade.parse(colour) for colour in (text, ground))
        light, dark = sorted((luminance(one), luminance(other)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 7, (text, ground)


def luminance(colour: Shade) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_256_colours_show_what_was_chosen(theme: Theme) -> None:
    """Every colour is one of the 256, so that a terminal without true colour shows that very one."""
    levels = [0, 95, 135, 175, 215, 255]
    greys = [8 + 10 * step for step in range(24)]
    for colour in {colour for pair in pairs(theme) for colour in pair}:
        triplet = Color.parse(colour).get_truecolor()
        in_cube = all(part in levels for part in triplet)
        assert in_cube or (len(set(triplet)) == 1 and triplet.red in greys), colour


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_tone_without_colour(hackney: Briefing, theme: Theme) -> None:
    """In every theme the tone is told by its mark in the list, and by its word in the detail."""
    async with opened(hackney, (120, 40), at="AA-5") as reader:
        reader.app.theme = theme.name
        await reader.press("f12")
        assert any("▼ AA-5" in line for line in reader.lines(reader.screen.query_one("#list")))
        assert "▼ concern" in reader.lines(reader.screen.query_one("#detail"))[0]


async def test_next_theme(hackney: Briefing) -> None:
    """T goes through all themes, says which, and comes round."""
    async with opened(hackney) as reader:
        seen = []
        for _ in THEMES:
            await reader.press("T")
            seen.append(reader.app.theme)
            assert reader.shows(f"Theme: {reader.app.theme.removeprefix('briefing-')}")
        assert sorted(seen) == sorted(theme.name for theme in THEMES)


LOOKS = ("f12", "slash", "d", "escape", "ctrl+p", "escape", "question_mark", "escape", "Y")
"""Keys after each of which something else is on the screen."""


async def looks(reader: Reader) -> list[list[Strip]]:
    """Return what the screen looks like after each of those keys."""
    seen = []
    for key in LOOKS:
        await reader.press(key)
        seen.append(reader.app.screen._compositor.render_strips())
    await reader.press("escape")
    return seen


@pytest.mark.parametrize("ready", [False, True], ids=["at once", "made ready"])
async def test_a_theme_looks_the_same_whenever_it_is_taken(hackney: Briefing, *, ready: bool) -> None:
    """A theme that is taken on the way, before something was first opened or after, is no other."""
    afresh = {}
    for theme in THEMES:
        async with opened(hackney, at="AA-5", settings=Settings(theme=theme.name)) as reader:
            afresh[theme.name] = await looks(reader)
    async with opened(hackney, at="AA-5") as reader:
        for prepare in reader.app.preparations() if ready else ():
            prepare()
        for _ in range(2):
            for _ in THEMES:
                await reader.press("T")
                assert await looks(reader) == afresh[reader.app.theme]


async def test_keys_while_things_are_made_ready(hackney: Briefing) -> None:
    """Whatever the reader opens meanwhile, everything is made ready, and does what it did."""
    async with opened(hackney, at="AA-5") as reader:
        before = await looks(reader)
    async with opened(hackney, at="AA-5") as reader:
        preparations = reader.app.preparations()
        for key in LOOKS:
            for prepare in islice(preparations, 4):
                prepare()
            await reader.press(key)
        await reader.press("escape")
        for prepare in preparations:
            prepare()
        assert await looks(reader) == before


async def test_no_color(hackney: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR the terminal's own colours are used and stay, and what is chosen is in reverse video."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(hackney) as reader:
        await reader.press("T")
        assert reader.app.theme == "briefing-terminal"
        listed = reader.screen.query_one("#list")
        chosen = listed.render_lines(listed.region.reset_offset)[2]
        assert all(segment.style and segment.style.reverse for segment in list(chosen)[:2])
