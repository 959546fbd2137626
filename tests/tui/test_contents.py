"""Contents that follow, and that fold by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        await reader.press("h", "z", "enter")
        assert reader.screen.position.reference == "MASH-1"
        assert reader.screen.column == "list"
