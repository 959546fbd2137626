"""Contents that follow, lead, and fold by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.reader import opened

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from tests.tui.reader import Reader


def contents(reader: Reader) -> list[str]:
    """Return the lines of the contents."""
    return [line.rstrip() for line in reader.lines(reader.screen.query_one("#contents"))]


async def test_they_follow(hackney: Briefing) -> None:
    """The pane that the reader is in is unfolded, the section that the reader is in chosen."""
    async with opened(hackney, (120, 40)) as reader:
        await reader.press("2", "]", "]")
        assert "▾ 2 Findings" in contents(reader)
        assert "▸ 1 Headlines" in contents(reader)
        chosen = reader.highlighted(reader.screen.query_one("#contents")).split()
        assert chosen[0] == "AA"


async def test_folding_by_hand(hackney: Briefing) -> None:
    """A pane that was folded by hand stays folded while one reads in it; unfolded, it stays so elsewhere."""
    async with opened(hackney, (120, 40), at="AA-5") as reader:
        await reader.press("h", "z")
        assert "▸ 2 Findings" in contents(reader)
        await reader.press("escape", "j", "j")
        assert "▸ 2 Findings" in contents(reader)
        assert "Findings" in reader.highlighted(reader.screen.query_one("#contents"))
        await reader.press("h", "z", "escape", "5")
        assert "▾ 2 Findings" in contents(reader)
        assert "▾ 5 Press" in contents(reader)


async def test_a_folded_pane_opens(hackney: Briefing) -> None:
    """From a pane's row one gets to its first entry."""
    async with opened(hackney, (120, 40), at="AA-5") as reader:
        await reader.press("h", "G", "k", "k", "k")
        assert reader.highlighted(reader.screen.query_one("#contents")) == "▸ 3 Improvements"
        await reader.press("enter")
        assert reader.screen.position.reference == "I-1"
        assert reader.screen.column == "list"


async def test_another_pane_unfolds_without_being_opened(hackney: Briefing) -> None:
    """Folding and unfolding is of the pane that is chosen; its first section is chosen then."""
    async with opened(hackney, (120, 40), at="AA-5") as reader:
        await reader.press("h", "G", "k", "k", "k", "z")
        assert reader.highlighted(reader.screen.query_one("#contents")).startswith("I-1")
        assert reader.screen.position.reference == "AA-5"
        await reader.press("z")
        assert reader.highlighted(reader.screen.query_one("#contents")) == "▸ 3 Improvements"


@pytest.mark.parametrize("key", ["enter", "l", "right", "tab"])
async def test_they_lead(hackney: Briefing, key: str) -> None:
    """Moving in the contents moves nothing else; Enter, or going right, leads to what was chosen."""
    async with opened(hackney, (120, 40), at="MASH-3") as reader:
        before = reader.lines(reader.screen.query_one("#reading"))
        await reader.press("h", "j")
        assert reader.highlighted(reader.screen.query_one("#contents")).startswith("EH")
        assert reader.lines(reader.screen.query_one("#reading")) == before
        assert reader.screen.position.reference == "MASH-3"
        await reader.press(key)
        assert reader.screen.position.reference == "EH-1"
        assert reader.screen.column == "list"
        await reader.press("backspace")
        assert reader.screen.position.reference == "MASH-3"


@pytest.mark.parametrize("key", ["enter", "l"])
async def test_the_way_back_to_the_entry(hackney: Briefing, key: str) -> None:
    """Into the contents and out again where one is keeps the entry; so does Esc from anywhere in them."""
    async with opened(hackney, (120, 40), at="MASH-3") as reader:
        await reader.press("h", key)
        assert (reader.screen.position.reference, reader.screen.column) == ("MASH-3", "list")
        await reader.press("h", "j", "j", "escape")
        assert (reader.screen.position.reference, reader.screen.column) == ("MASH-3", "list")
        assert reader.highlighted(reader.screen.query_one("#contents")).startswith("MASH")


async def test_a_click_leads(hackney: Briefing) -> None:
    """One click on a section opens it."""
    async with opened(hackney, (120, 40), at="MASH-3") as reader:
        widget = reader.screen.query_one("#contents")
        row = next(y for y, line in enumerate(contents(reader)) if "Out of hours" in line)
        await reader.pilot.click(widget, offset=(8, row))
        assert (reader.screen.position.reference, reader.screen.column) == ("OOH-1", "list")
