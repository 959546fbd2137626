"""The palette: every command, area and reference, by any part of its name."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from briefing_tui.model.tone import Tone
from briefing_tui.tui.commands import COLUMN_COMMANDS, SCREEN_COMMANDS
from briefing_tui.tui.screens.palette import PaletteScreen
from briefing_tui.tui.screens.prompt import MOST
from tests.tui.reader import opened

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


async def test_a_command_is_done(hackney: Briefing) -> None:
    """Letters of what a command does, in their order, lead to it, and Enter does it."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("ctrl+p", *"concerns only", "enter")
        assert reader.screen.selection.tone is Tone.CONCERN


async def test_a_command_of_the_column(hackney: Briefing) -> None:
    """A command of the column with the keyboard is done there."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("ctrl+p", *"to the end", "enter")
        assert reader.screen.position.reference == "WF-7"


async def test_an_area_and_a_reference(hackney: Briefing) -> None:
    """Areas and references are gone to; the way back leads to where one was."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("ctrl+p", *"out hours", "enter")
        assert reader.screen.position.reference == "OOH-1"
        await reader.press("ctrl+p", *"qa2", "enter")
        assert reader.screen.position.reference == "QA-2"
        await reader.press("backspace", "backspace")
        assert reader.screen.position.reference == "AA-5"


async def test_everything_is_there(hackney: Briefing) -> None:
    """Every command of the main screen, every area and every reference can be chosen."""
    async with opened(hackney) as reader:
        await reader.press("ctrl+p")
        palette = reader.app.screen
        assert isinstance(palette, PaletteScreen)
        for name in (
            *(command.does for command in (*COLUMN_COMMANDS, *SCREEN_COMMANDS) if command.name != "palette"),
            *(area.name for area in hackney.areas),
            *(f"{entry.reference} {entry.line}" for entry in hackney.entries.values()),
        ):
            assert any(
                name.startswith(row.body.plain) or row.body.plain in name for row in palette.candidates(name)
            ), name


async def test_what_begins_with_it_comes_first(hackney: Briefing) -> None:
    """Of the many that have a letter, those are listed that have it earliest."""
    async with opened(hackney) as reader:
        await reader.press("ctrl+p")
        palette = reader.app.screen
        assert isinstance(palette, PaletteScreen)
        listed = [row.body.plain for row in palette.candidates("")]
        commands = len(COLUMN_COMMANDS) + len(SCREEN_COMMANDS) - 1
        names = [
            body.casefold() if number < commands else f"{row.lead.plain.strip()} {body}".casefold()
            for number, (row, body) in enumerate(zip(palette.candidates(""), listed, strict=True))
        ]
        have = [number for number, name in enumerate(names) if "e" in name]
        expected = [listed[number] for number in sorted(have, key=lambda number: names[number].index("e"))]
        shown = [row.body.plain for row in islice(palette.candidates("e"), MOST)]
        assert len(have) > MOST
        assert shown == expected[:MOST]


async def test_nothing_is_called_so(hackney: Briefing) -> None:
    """What matches nothing says so; Esc leaves everything as it was."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("ctrl+p", *"[/]zq", "enter")
        assert reader.shows("Nothing is called [/]zq here.")
        await reader.press("escape")
        assert reader.app.screen is reader.screen
        assert reader.screen.position.reference == "AA-5"
