"""The colours that a terminal is sent are those that it knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.terminal.program import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.emulator import Terminal

SGR = re.compile(rb"\x1b\[([0-9;]*)m")
EXTENDED = re.compile(rb"(?:^|;)[34]8;([25]);")
COLOUR = re.compile(rb"(?:^|;)(?:[34][0-8]|9[0-7]|10[0-7])(?:;|$)")


def looks(tmp_path: Path, **variables: str) -> tuple[bytes, ...]:
    """Open the program, look at a few panes, quit; return the parameters of every SGR that was sent."""
    with opened(tmp_path, **variables) as terminal:  # type: ignore[arg-type]
        terminal.until("At a glance")
        for key in ("2", "j", "4", "?"):
            terminal.press(key)
            terminal.still(0.1)
        terminal.press("Esc")
        terminal.still(0.2)
        return tuple(SGR.findall(terminal.raw))


@pytest.mark.parametrize("term", ["xterm-256color", "screen-256color", "tmux-256color"])
def test_256_colours(tmp_path: Path, term: str) -> None:
    """Where 256 colours are known and COLORTERM did not cross the line, 256 are used and no more."""
    kinds = {kind for one in looks(tmp_path, TERM=term) for kind in EXTENDED.findall(one)}
    assert kinds == {b"5"}


@pytest.mark.parametrize("term", ["linux", "xterm", "vt100", "screen"])
def test_16_colours(tmp_path: Path, term: str) -> None:
    """Where sixteen colours are known, no other is sent."""
    sent = looks(tmp_path, TERM=term)
    assert {kind for one in sent for kind in EXTENDED.findall(one)} == set()
    assert any(COLOUR.search(one) for one in sent)


def test_no_colour(tmp_path: Path) -> None:
    """With NO_COLOR no colour is sent, not even grey; what is chosen is told by reverse video or bold."""
    sent = looks(tmp_path, NO_COLOR="1")
    assert [one for one in sent if COLOUR.search(one)] == []
    assert any(number in one.split(b";") for one in sent for number in (b"7", b"1"))


def test_nothing_is_lost_without_colour(tmp_path: Path) -> None:
    """With NO_COLOR the same words and signs are shown, and what is chosen can be told from the rest."""
    with opened(tmp_path, "--at", "AA-5", NO_COLOR="1") as terminal:
        lines = terminal.until("AA-5  ▼ concern").lines
        terminal.press("j")
        terminal.until("AA-6  ")
        terminal.still()
        before = styles_of(terminal, "AA-5"), styles_of(terminal, "AA-6")
        terminal.press("k")
        terminal.until("AA-5  ▼ concern")
        terminal.still()
        after = styles_of(terminal, "AA-5"), styles_of(terminal, "AA-6")
        assert before == after[::-1]
        assert before[0] != before[1]
    with opened(tmp_path, "--at", "AA-5") as terminal:
        assert terminal.until("AA-5  ▼ concern").lines == lines


def styles_of(terminal: Terminal, reference: str) -> set[tuple[bool, bool, bool]]:
    """Return how the first row with a reference in the list is written: bold, underlined, reversed."""
    row = next(y for y, line in enumerate(terminal.sheet.lines) if reference in line)
    column = terminal.sheet.lines[row].index(reference)
    cells = terminal.cells[row][column : column + len(reference)]
    return {(cell.bold, cell.underscore, cell.reverse) for cell in cells}


@pytest.mark.parametrize(
    ("term", "ground"), [("screen-256color", False), ("xterm-256color", True), ("tmux-256color", True)]
)
def test_erasing_with_a_colour(tmp_path: Path, term: str, *, ground: bool) -> None:
    """GNU screen, which erases to its own ground, is not asked to erase where another is wanted."""
    with opened(tmp_path, TERM=term) as terminal:
        terminal.until("At a glance")
        erased = re.findall(rb"\x1b\[[0-9]*[KX]", terminal.raw)
    assert bool(erased) == ground
