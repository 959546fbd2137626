"""Moving within and between columns, panes and sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_tui.tui.widgets.column import Column
from tests.tui.reader import opened

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing

PANES = ["headlines", "findings", "improvements", "letter", "press", "about"]


async def test_number_keys_open_the_panes(hackney: Briefing) -> None:
    """Each number key opens its pane, and the contents say which one is open."""
    async with opened(hackney) as reader:
        for number, pane in enumerate(PANES, start=1):
            await reader.press(str(number))
            assert reader.screen.position.pane == pane


async def test_a_pane_is_found_where_it_was_left(hackney: Briefing) -> None:
    """Coming back to a pane by its number, the reader finds the entry that was left."""
    async with opened(hackney) as reader:
        await reader.press("2", "j", "j", "3", "2")
        assert reader.screen.position.reference == "MASH-3"


async def test_every_finding_is_passed_in_order(hackney: Briefing) -> None:
    """Going down through the findings pane passes every finding at its home, area after area."""
    async with opened(hackney) as reader:
        await reader.press("2")
        passed = []
        for _ in range(
            sum(len(pane.entries) for pane in reader.screen.everything.outline.pane("findings").sections)
        ):
            position = reader.screen.position
            if position.section == hackney.entries[position.reference].areas[0]:  # type: ignore[attr-defined]
                passed.append(position.reference)
            await reader.press("j")
        assert passed == [finding.reference for finding in hackney.findings]


@pytest.mark.parametrize("way", ["section key", "contents", "narrowed"])
@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_a_section_begins_at_the_top(either: Briefing, size: tuple[int, int], way: str) -> None:
    """However one goes to a section, its heading is the first line, as far as what follows fills the list."""
    async with opened(either, size) as reader:
        entries = reader.screen.query_one("#list", Column)
        for key, pane in (("2", "findings"), ("3", "improvements")):
            await reader.press(key, "g")
            for section in reader.screen.everything.outline.pane(pane).sections[1:]:
                if way == "contents":
                    await reader.press("h", "j", "enter")
                else:
                    await reader.press("right_square_bracket")
                if way == "narrowed" and pane == "findings":
                    await reader.press("a", "x")
                assert reader.screen.position.section == section.key
                first = reader.lines(entries)[1].strip()
                title = section.title if pane == "findings" else f"{section.label} "
                assert first.startswith(title[:20]) or entries._viewport.at_end


async def test_a_section_of_the_letter_begins_at_the_top(hackney: Briefing) -> None:
    """From another pane into the letter, too, the heading of the section is the first line."""
    async with opened(hackney, at="P-1") as reader:
        await reader.press("left_square_bracket")
        assert reader.screen.position.section == "Main findings"
        assert reader.lines(reader.screen.query_one("#letter"))[1].strip(" ┃│") == "Main findings"


async def test_the_chosen_row_is_always_in_view(hackney: Briefing) -> None:
    """However one moves, the chosen finding can be seen."""
    async with opened(hackney) as reader:
        await reader.press("2")
        for keys in ("jjjjjjjjj", "d", "dd", "u", "G", "kkkk", "g", "jj"):
            await reader.press(*keys)
            assert reader.screen.position.reference in reader.highlighted(reader.screen.query_one("#list"))


async def test_sections_follow_each_other(hackney: Briefing) -> None:
    """] goes to the next area's first finding, [ back, and past the last area into the next pane."""
    async with opened(hackney) as reader:
        await reader.press("2", "right_square_bracket")
        assert reader.screen.position.reference == "EH-1"
        await reader.press("left_square_bracket")
        assert reader.screen.position.reference == "MASH-1"
        await reader.press(*["right_square_bracket"] * 9)
        assert reader.screen.position.pane == "improvements"


@pytest.mark.parametrize(("right", "left"), [("l", "h"), ("right", "left"), ("tab", "shift+tab")])
async def test_columns(hackney: Briefing, right: str, left: str) -> None:
    """Right and left go through contents, list and detail, and stop at the edges."""
    async with opened(hackney) as reader:
        seen = []
        for key in (left, left, right, right, right):
            await reader.press(key)
            seen.append(reader.screen.column)
        assert seen == ["contents", "contents", "list", "detail", "detail"]


async def test_escape_closes_and_never_quits(hackney: Briefing) -> None:
    """Esc leaves the detail for the list, closes help, and does nothing more, however often."""
    async with opened(hackney) as reader:
        await reader.press("enter", "escape")
        assert reader.screen.column == "list"
        await reader.press("question_mark", "escape", "escape", "escape")
        assert reader.app.screen is reader.screen
        assert reader.app.is_running


async def test_mouse(hackney: Briefing) -> None:
    """A click chooses a row, a second opens it, and the wheel scrolls without choosing."""
    async with opened(hackney, (120, 40)) as reader:
        await reader.press("2")
        listed = reader.screen.query_one("#list")
        row = next(y for y, line in enumerate(reader.lines(listed)) if "MASH-2" in line)
        await reader.pilot.click(listed, offset=(5, row))
        assert reader.screen.position.reference == "MASH-2"
        await reader.pilot.click(listed, offset=(5, row))
        assert reader.screen.column == "detail"
