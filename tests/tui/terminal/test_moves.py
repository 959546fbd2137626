"""Keys that only move, as the driver hands them on: many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.tui.terminal.moves import Moves
from tests.tui.reader import opened

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


async def test_many_lead_where_each_would(hackney: Briefing) -> None:
    """Keys that come together lead to where they would lead one after the other."""
    keys = [*"jjjjGkkkgjj", "space", "j", "b", *"ddujjjj"]
    async with opened(hackney, at="AA-5") as reader:
        await reader.press(*keys)
        single = reader.screen.view()
    async with opened(hackney, at="AA-5") as reader:
        reader.app.post_message(Moves(keys))
        await reader.pilot.pause()
        assert reader.screen.view() == single


async def test_who_types_meanwhile(hackney: Briefing) -> None:
    """Where a line to type into has opened before they come, they are typed."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("colon")
        reader.app.post_message(Moves("gj"))
        await reader.pilot.pause()
        assert reader.shows("Nothing is called gj")
