"""Every size people have, in a real terminal: nothing spills, and findings are read to their end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from briefing_tui.load import load_briefing
from briefing_tui.model.outline import outline
from briefing_tui.paths import bundled_briefing
from tests.paging import continued, folded, unwrapped
from tests.sheet import Sheet
from tests.terminal.emulator import spilled
from tests.terminal.program import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.emulator import Terminal

SIZES = ((80, 24), (100, 30), (120, 40), (200, 50), (60, 20), (40, 12))

EVERY = 7
"""In a real terminal every seventh finding is opened; tests/tui/test_reading.py opens them all."""

MANY = 20
"""More key presses than it takes to pass one finding."""


@pytest.mark.slow
@pytest.mark.parametrize(("columns", "lines"), SIZES, ids=str)
def test_findings_are_walked_and_read(tmp_path: Path, columns: int, lines: int) -> None:
    """`j` passes every finding; one that is opened can be read to its end; nothing is drawn outside."""
    briefing = load_briefing(bundled_briefing())
    listed = [entry for part in outline(briefing).pane("findings").sections for entry in part.entries]
    assert {entry.reference for entry in listed} == {finding.reference for finding in briefing.findings}

    with opened(tmp_path, columns=columns, lines=lines, whole_frames=True) as terminal:
        terminal.until("At a glance")
        terminal.press("2")
        for number, entry in enumerate(listed):
            if number:
                step_down(terminal, to=entry.reference)
            else:
                terminal.until(lambda sheet: sheet.chosen == listed[0].reference)
            if number % EVERY == 0:
                seen = read_to_the_end(terminal, entry.reference)
                for words in (entry.quotations[0].text, entry.summary, entry.note):
                    assert folded(words) in seen, entry.reference

        sheet = terminal.sheet
        assert [cell_len(line) for line in sheet.lines] == [columns] * lines
        assert "Hackney" in sheet.lines[0]
        assert "Enter open" in sheet.lines[-1]
        assert spilled(terminal.raw, columns, lines) == ""


def step_down(terminal: Terminal, to: str) -> None:
    """Press `j` until something else is chosen; it must be `to`, however many lines were scrolled first."""
    sheet = left = terminal.sheet
    for _ in range(MANY):
        before = sheet

        def followed(sheet: Sheet, before: Sheet = before) -> bool:
            is_counted = " of " in sheet.heading  # where there is room
            goes_on = sheet.chosen not in ("", left.chosen)
            return sheet.moved(before) and not (goes_on and is_counted and sheet.heading == left.heading)

        terminal.press("j")
        sheet = terminal.until(followed)
        if sheet.chosen not in ("", left.chosen):
            break
    assert sheet.chosen == to


def read_to_the_end(terminal: Terminal, reference: str) -> str:
    """Open what is chosen, turn its pages, go back to the list as it was; return the text that was seen."""

    def is_open(sheet: Sheet) -> bool:
        return sheet.full_height and sheet.heading.startswith(f"{reference} ")

    listed = terminal.sheet
    terminal.press("Enter")
    sheet = terminal.until(is_open)
    read = sheet.page
    while not sheet.at_end:
        terminal.press("PgDn")
        sheet = terminal.until(partial(Sheet.turned, since=sheet))
        read = continued(read, sheet.page)
    terminal.press("Esc")
    terminal.until(lambda sheet: sheet.box == listed.box and sheet.page == listed.page)
    assert terminal.sheet.chosen == reference
    return unwrapped(read)
