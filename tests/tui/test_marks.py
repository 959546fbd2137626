"""What the reader leaves behind, seen on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_tui.state import Memory
from tests.tui.reader import opened

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_tui.model.briefing import Briefing


async def test_a_mark_is_shown_listed_and_gone_to(hackney: Briefing) -> None:
    """M marks with a star in the list, ' lists the marks, Enter goes to one, m again takes it away."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("m")
        assert any("▼*AA-5" in line for line in reader.lines(reader.screen.query_one("#list")))
        await reader.press("1", "apostrophe", "enter")
        assert reader.screen.position.reference == "AA-5"
        await reader.press("m")
        assert not any("*AA-5" in line for line in reader.lines(reader.screen.query_one("#list")))


async def test_a_mark_is_taken_away_in_the_list(hackney: Briefing) -> None:
    """M in the list of marks takes the chosen one away; an empty list says how to mark."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("m", "apostrophe", "m")
        assert reader.shows("Nothing is marked. m marks what you are at.")


async def test_the_next_session(hackney: Briefing, tmp_path: Path) -> None:
    """The next session opens where this one was left, with its marks and its theme."""
    async with opened(hackney, at="OOH-2", memory=Memory(tmp_path, hackney)) as reader:
        await reader.press("m", "T", "q")
    async with opened(hackney, memory=Memory(tmp_path, hackney)) as reader:
        assert reader.screen.position.reference == "OOH-2"
        assert reader.app.theme == "briefing-light"
        assert any("▲*OOH-2" in line for line in reader.lines(reader.screen.query_one("#list")))


async def test_an_edited_file(hackney: Briefing, tmp_path: Path) -> None:
    """A mark on an entry that quotes other words now says so in the list of marks."""
    memory = Memory(tmp_path, hackney)
    memory.toggle(hackney.entries["AA-5"])
    edited = replace(
        hackney,
        findings=tuple(
            replace(one, quotations=hackney.entries["AA-7"].quotations) if one.reference == "AA-5" else one
            for one in hackney.findings
        ),
    )
    async with opened(edited, (120, 40), memory=Memory(tmp_path, edited)) as reader:
        await reader.press("apostrophe")
        assert reader.shows("its text has changed since you marked it")


async def test_where_nothing_can_be_kept(hackney: Briefing) -> None:
    """Without a place to keep anything the program runs, and says once that it will not remember."""
    async with opened(hackney, (120, 40), memory=Memory(None, hackney)) as reader:
        assert reader.shows("last only for this session")
        await reader.press("j")
        assert not reader.shows("last only for this session")
