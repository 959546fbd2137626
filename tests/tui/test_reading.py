"""Every finding, at every size people have: reached with `j`, opened, and read to its end."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from briefing_tui.model.outline import outline
from tests.paging import continued, folded, unwrapped
from tests.sheet import Line, Sheet
from tests.tui.reader import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_tui.model.briefing import Briefing
    from tests.tui.reader import Reader

SIZES = ((80, 24), (100, 30), (120, 40), (200, 50), (60, 20), (40, 12))

DEADLINE = 20.0
"""Seconds. No key takes so long unless the test fails."""

MANY = 20
"""More key presses than it takes to pass one finding."""


def seen(reader: Reader) -> Sheet:
    """Return what the terminal would show now."""
    rows = []
    for strip in reader.app.screen._compositor.render_strips():
        grounds = []
        for segment in strip:
            colour = segment.style.bgcolor.triplet if segment.style and segment.style.bgcolor else None
            grounds.append((segment.cell_length, colour.hex.removeprefix("#") if colour else ""))
        rows.append(Line(strip.text, tuple(grounds)))
    return Sheet(tuple(rows))


async def press(reader: Reader, key: str, until: Callable[[Sheet], bool]) -> Sheet:
    """Press a key and wait for what must come of it; Pilot's own waiting would take minutes here."""
    reader.app.simulate_key(key)
    ends = time.monotonic() + DEADLINE
    while not until(sheet := seen(reader)):
        assert time.monotonic() < ends, f"waited in vain after {key}:\n" + "\n".join(sheet.lines)
        await asyncio.sleep(0.005)
    return sheet


async def step_down(reader: Reader) -> str:
    """Press `j` until something else is chosen; return what is."""
    sheet = left = seen(reader)
    for _ in range(MANY):
        sheet = await press(reader, "j", partial(Sheet.moved, since=sheet))
        if sheet.chosen not in ("", left.chosen):
            break
    return sheet.chosen


async def read_to_the_end(reader: Reader) -> str:
    """Open what is chosen, turn its pages, go back to the list as it was; return the text that was seen."""
    listed = seen(reader)
    sheet = await press(
        reader, "enter", lambda sheet: sheet.full_height and sheet.heading.startswith(f"{listed.chosen} ")
    )
    read = sheet.page
    while not sheet.at_end:
        sheet = await press(reader, "pagedown", partial(Sheet.turned, since=sheet))
        read = continued(read, sheet.page)
    await press(reader, "escape", lambda sheet: sheet.box == listed.box and sheet.page == listed.page)
    return unwrapped(read)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_finding_is_read_to_its_end(hackney: Briefing, size: tuple[int, int]) -> None:
    """With `j`, Enter, PgDn and Esc alone, all words of every finding come past, at its home or elsewhere."""
    async with opened(hackney, size) as reader:
        await reader.press("2")
        sections = outline(hackney).pane("findings").sections
        listed = [entry for section in sections for entry in section.entries]
        read = set()
        for number, entry in enumerate(listed):
            chosen = await step_down(reader) if number else seen(reader).chosen
            assert chosen == entry.reference
            if chosen not in read:
                text = await read_to_the_end(reader)
                for words in (*(quotation.text for quotation in entry.quotations), entry.summary, entry.note):
                    assert folded(words) in text
                read.add(chosen)
        await reader.press("j", "j")
        assert seen(reader).chosen == listed[-1].reference, "the last stays chosen"
        assert read == {finding.reference for finding in hackney.findings}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_columns_neither_overlap_nor_spill(hackney: Briefing, size: tuple[int, int]) -> None:
    """In lists, letter and press, no cell is shared between columns and every row fills the width."""
    async with opened(hackney, size) as reader:
        for pane in "245":
            for key in (pane, "l", "escape", "h"):
                await reader.press(key)
                lines = reader.lines()
                assert [cell_len(line) for line in lines] == [size[0]] * size[1]
                shown = [
                    widget.region for widget in reader.screen.query() if not widget.children and widget.region
                ]
                for number, region in enumerate(shown):
                    assert reader.screen.region.contains_region(region)
                    assert not any(region.overlaps(other) for other in shown[number + 1 :])
