"""Sending only what differs shows the very same screen as sending everything, in fewer bytes."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pyte
import pytest

from tests.terminal.program import opened
from tests.terminal.recorded import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyte.screens import Char

    from tests.terminal.emulator import Terminal

KEYS = (
    *(
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "j",
        "k",
        "j",
        "j",
        "d",
        "u",
        "g",
        "G",
        "h",
        "l",
        "]",
        "[",
        "s",
        "e",
        "t",
        "a",
    ),
    *("p", "x", "T", "m", "n", "N", "?", "/", "r", "o", "Enter", "Backspace", "PgDn", "PgUp", "Esc", "Tab"),
)
SIZES = ((80, 24), (120, 40), (40, 12), (72, 20), (111, 31), (200, 50), (10, 3), (25, 24))

SCREENS = 50
KEYS_EACH = 10


Cells = list[list[tuple[object, ...]]]

FOUND = re.compile(f"{MARK}([0-9]+) ([0-9]+) ([^{MARK}]*)")


def visible(cells: Sequence[Sequence[Char]]) -> Cells:
    """Return what can be seen of each cell: of a blank, only its ground."""
    return [
        [
            (" ", cell.bg) if cell.data == " " and not (cell.underscore or cell.reverse) else tuple(cell)
            for cell in line
        ]
        for line in cells
    ]


def differing(sent: Cells, whole: Cells) -> list[tuple[int, int, object, object]]:
    """Return line, column and both states of every cell in which two screens differ."""
    if (len(sent), len(sent[0])) != (len(whole), len(whole[0])):
        return [(0, 0, "another size", "")]
    return [
        (y, x, one, other)
        for y, lines in enumerate(zip(sent, whole, strict=True))
        for x, (one, other) in enumerate(zip(*lines, strict=True))
        if one != other
    ]


class Recording:
    """The frames that were written whole, on a screen of their own."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read = 0
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self.screen)

    def catch_up(self) -> Sequence[Sequence[Char]]:
        """Show what was written since; return the cells."""
        text = self._file.read_text(encoding="utf-8")
        for columns, lines, frame in FOUND.findall(text[self._read :]):
            if (self.screen.columns, self.screen.lines) != (int(columns), int(lines)):
                self.screen.resize(int(lines), int(columns))
            self._stream.feed(frame)
        self._read = len(text)
        return [
            [self.screen.buffer[y][x] for x in range(self.screen.columns)] for y in range(self.screen.lines)
        ]


def at_rest(terminal: Terminal, recording: Recording) -> list[tuple[int, int, object, object]]:
    """Return what differs once both have come to rest."""
    for _ in range(20):
        terminal.still(0.15)
        left = differing(visible(terminal.cells), visible(recording.catch_up()))
        if not left:
            break
    return left


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_the_screen_is_the_same(tmp_path: Path, seed: int) -> None:
    """After 500 random keys and resizes, cell for cell and style for style, as if all had been sent."""
    record = tmp_path / "frames"
    recording = Recording(record)
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    program = (sys.executable, "-m", "tests.terminal.recorded", str(record))
    with opened(tmp_path, program=program, PYTHONPATH=str(Path(__file__).parents[2])) as terminal:
        terminal.until("At a glance")
        for _ in range(SCREENS):
            keys = chance.choices(KEYS, k=KEYS_EACH)
            if chance.random() < 0.3:
                terminal.resize(*chance.choice(SIZES))
            for key in keys:
                terminal.press(key)
                terminal.still(0.01)
            assert at_rest(terminal, recording) == [], keys
        sent = len(terminal.raw)
        terminal.press("Esc")
        terminal.still(0.2)
        terminal.press("q")
        assert terminal.exit_status() == 0
    assert sent < record.stat().st_size / 3


def test_differences_can_be_turned_off(tmp_path: Path) -> None:
    """With BRIEFING_WHOLE_FRAMES all is sent, and shows the same."""
    screens, sent = [], []
    for home, variables in ((tmp_path / "1", {}), (tmp_path / "2", {"BRIEFING_WHOLE_FRAMES": "1"})):
        home.mkdir()
        with opened(home, **variables) as terminal:  # type: ignore[arg-type]
            terminal.until("At a glance")
            for key in ("2", "j", "T", "4"):
                terminal.press(key)
                terminal.still(0.2)
            screens.append(visible(terminal.cells))
            sent.append(len(terminal.raw))
    assert screens[0] == screens[1]
    assert sent[0] < sent[1] / 3
