"""Keys that only move, as the driver hands them on: many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from briefing_tui.tui.terminal.moves import Moves
from tests.tui.reader import opened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_tui.model.briefing import Briefing


def moves(keys: Iterable[str]) -> Moves:
    """Return those keys as the driver hands them on together."""
    return Moves([Key(key, " " if key == "space" else None) for key in keys])


@pytest.mark.parametrize(
    ("at", "first", "keys"),
    [
        ("AA-5", "", [*"jjjjGkkkgjj", "space", "j", "b", *"ddujjjj"]),
        ("MASH-1", "t", ["d", "pagedown", "u"]),
        ("AA-5", "s", [*"jk"]),
        ("AA-5", "s", ["down", "u", *"ddjjku"]),
    ],
)
async def test_many_lead_where_each_would(hackney: Briefing, at: str, first: str, keys: list[str]) -> None:
    """Keys that come together lead to where they would lead one after the other, and show the same."""
    async with opened(hackney, (40, 12), at=at) as reader:
        await reader.press(*first)
        for key in keys:
            await reader.press(key)
        single = reader.screen.view()
    async with opened(hackney, (40, 12), at=at) as reader:
        await reader.press(*first)
        reader.app.post_message(moves(keys))
        await reader.pilot.pause()
        await reader.pilot.pause()
        assert reader.screen.view() == single


async def test_who_types_meanwhile(hackney: Briefing) -> None:
    """Where a line to type into has opened before they come, they are typed."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("colon")
        reader.app.post_message(moves(["g", "space", "j"]))
        await reader.pilot.pause()
        assert reader.shows("Nothing is called g j")
