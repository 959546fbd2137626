"""How many bytes go down the line: what a reader on a slow one waits for."""

from __future__ import annotations

import os
import re
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing_tui.tui.terminal.driver import HELD
from tests.terminal.program import opened
from tests.terminal.test_differences import visible

if TYPE_CHECKING:
    from tests.terminal.emulator import Terminal


@pytest.mark.parametrize(("size", "most"), [((80, 24), 5_000), ((120, 40), 10_000)])
def test_the_first_frame(tmp_path: Path, size: tuple[int, int], most: int) -> None:
    """Opening sends the modes and one frame, not every state in which the screen was being built."""
    with opened(tmp_path, columns=size[0], lines=size[1]) as terminal:
        terminal.until("At a glance")
        terminal.still()
        assert len(terminal.raw) <= most
        assert terminal.raw.count(b"\x1b[2J") == 1


@pytest.mark.parametrize(("size", "most"), [((80, 24), 1_200), ((120, 40), 2_000)])
def test_a_move_that_scrolls_nothing(tmp_path: Path, size: tuple[int, int], most: int) -> None:
    """The next finding: the choice moves, the detail changes, all else stays and is not sent."""
    with opened(tmp_path, columns=size[0], lines=size[1]) as terminal:
        terminal.until("At a glance")
        terminal.press("2")
        terminal.until(lambda sheet: sheet.chosen == "MASH-1")
        terminal.still()
        sent = len(terminal.raw)
        terminal.press("j")
        terminal.until(lambda sheet: sheet.chosen == "MASH-2")
        terminal.still()
        assert len(terminal.raw) - sent <= most


@pytest.mark.parametrize(("size", "most"), [((80, 24), 350), ((120, 40), 450)])
def test_a_move_within_the_contents(tmp_path: Path, size: tuple[int, int], most: int) -> None:
    """The choice moves, and nothing else is sent."""
    with opened(tmp_path, "--at", "MASH-1", columns=size[0], lines=size[1]) as terminal:
        terminal.until(lambda sheet: sheet.chosen == "MASH-1")
        terminal.press("h")
        before = terminal.still()
        for key in "jjjkk":
            sent = len(terminal.raw)
            terminal.press(key)
            terminal.until(lambda sheet, before=before: sheet != before)  # type: ignore[misc]
            before = terminal.still()
            assert 0 < len(terminal.raw) - sent <= most


@pytest.mark.parametrize(("size", "most"), [((80, 24), 12_000), ((120, 40), 16_000)])
def test_a_key_held_down(tmp_path: Path, size: tuple[int, int], most: int) -> None:
    """Thirty findings in a second are some fifteen frames of the list; the detail follows the last."""
    for _ in range(10):
        with opened(tmp_path, columns=size[0], lines=size[1], whole_frames=True) as terminal:
            terminal.until("At a glance")
            terminal.press("2")
            terminal.until(lambda sheet: sheet.chosen == "MASH-1")
            terminal.still()
            sent, frames = len(terminal.raw), terminal.raw.count(b"\x1b[?2026h")
            if hold(terminal, "j", 30) >= HELD:
                continue  # the machine had something else to do: that was no key held down
            sheet = terminal.still()
            assert any(re.search(rf"{sheet.chosen}  [▲▼◆·]", line) for line in sheet.lines)
            assert len(terminal.raw) - sent <= most
            assert terminal.raw.count(b"\x1b[?2026h") - frames <= 20
            return
    pytest.fail("this machine is too busy for a key to be held down")


def hold(terminal: Terminal, key: str, times: int) -> float:
    """Hold a key down; return the longest time between two of it, in seconds."""
    pressed = []
    for _ in range(times):
        terminal.press(key)
        pressed.append(time.monotonic())
        time.sleep(0.033)
    return max(after - before for before, after in pairwise(pressed))


@pytest.mark.parametrize(("size", "most"), [((80, 24), 3_000), ((120, 40), 6_000)])
def test_a_page(tmp_path: Path, size: tuple[int, int], most: int) -> None:
    """A page down in the letter."""
    with opened(tmp_path, columns=size[0], lines=size[1]) as terminal:
        opening = terminal.until("At a glance")
        terminal.press("4")
        terminal.until(lambda sheet: sheet.turned(opening))
        before = terminal.still()
        sent = len(terminal.raw)
        terminal.press("PgDn")
        terminal.until(lambda sheet: sheet.turned(before))
        terminal.still()
        assert len(terminal.raw) - sent <= most


def test_an_idle_screen(tmp_path: Path) -> None:
    """Nothing is sent; the program wakes only to look once a second whether the file has changed, briefly."""
    with opened(tmp_path) as terminal:
        terminal.until("At a glance")
        terminal.press("2")
        terminal.still(1.0)
        process = terminal.process_id
        sent, woken, used = len(terminal.raw), wake_ups(process), processor_time(process)
        time.sleep(2)
        terminal.still(0)
        assert len(terminal.raw) == sent
        assert wake_ups(process) - woken < 10
        assert processor_time(process) - used < 0.05 * 2


def wake_ups(process_id: int) -> int:
    """Return how often the threads of a program have waited for something and gone on."""
    return sum(
        int(line.split()[1])
        for task in Path(f"/proc/{process_id}/task").iterdir()
        for line in (task / "status").read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    )


def processor_time(process_id: int) -> float:
    """Return the seconds for which a program has used a processor."""
    fields = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.slow
def test_a_line_that_takes_nothing(tmp_path: Path) -> None:
    """While the line takes nothing, no screens are queued: the last is what is sent then."""
    with opened(tmp_path, columns=200, lines=50) as terminal:
        terminal.until("At a glance")
        terminal.press("2")
        terminal.still()
        sent = len(terminal.raw)
        for _ in range(40):
            terminal.press("T")
            time.sleep(0.05)
        terminal.press("?")
        used = -1.0
        while used < (used := processor_time(terminal.process_id)):  # until it has followed all of them
            time.sleep(0.4)
        terminal.until("Moving")
        terminal.still()
        assert len(terminal.raw) - sent < 120_000
        before = visible(terminal.cells)
        terminal.send(b"\x0c")
        terminal.until(lambda _: terminal.raw.count(b"\x1b[2J") == 2)
        assert visible(terminal.cells) == before
