"""Cells: what is painted is what the terminal shows, and nothing that is painted acts."""

from __future__ import annotations

import re
from itertools import pairwise

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.character import harmless
from briefing_tui.tui.terminal.cell import _DOUBLE, _SINGLE, cut, trusted
from briefing_tui.tui.terminal.grid import Grid
from briefing_tui.tui.terminal.pen import Look, change, look
from tests.terminal.emulator import Screen

COLUMNS, LINES = 24, 4

SEQUENCE = re.compile(r"\x1b\[[0-9;]*[mHJKXBCD]|\r\n")

LETTERS = st.one_of(
    st.characters(),
    st.sampled_from(
        "  abc─│é漢字あ“”…▲\x1b[]\x9b\u202e\u200b\t\n\r\x07\ud800\u0301\u0301\u200d👩💻\ufe0fक्षि"
    ),
)
TEXTS = st.text(LETTERS, max_size=40)
TRUSTED = st.text(st.sampled_from("    abcdef─│é漢字あ“”…▲"), max_size=40)
LOOKS = st.sampled_from(
    [
        look(one)
        for one in ("", "1", "7", "4;38;5;12", "38;5;255;48;5;17", "1;38;5;255;48;5;17", "2;31", "48;5;17")
    ]
)
SPOTS = st.tuples(st.integers(0, COLUMNS), st.integers(0, LINES))


def strokes(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[tuple[int, int], str, Look]]]:
    """Return a strategy for what is painted: place, text, look."""
    return st.lists(st.tuples(SPOTS, texts, LOOKS), max_size=6)


def screen_of(sent: str) -> Screen:
    """Return the terminal to which that was sent, in which lines do not wrap."""
    screen = Screen(COLUMNS, LINES)
    screen.reset_mode(7, private=True)
    pyte.Stream(screen).feed(sent)
    return screen


def cells_of(screen: Screen) -> list[list[tuple[str, str, str]]]:
    """Return text, ink and ground of each cell; of a blank, the ground alone."""
    found = []
    for y in range(LINES):
        line = [screen.buffer[y][x] for x in range(COLUMNS)]
        found.append([(c.data, "" if c.data == " " and not c.reverse else c.fg, c.bg) for c in line])
    return found


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.lists(strokes(TRUSTED), min_size=1, max_size=5), st.booleans())
def test_differences_add_up(frames: list[list[tuple[tuple[int, int], str, Look]]], erases: bool) -> None:  # noqa: FBT001
    """However a screen came about, the terminal shows what one whole frame of it would show."""
    grid = Grid(COLUMNS, LINES, erases=erases)
    sent = ""
    for frame in frames:
        for (x, y), text, shown in frame:
            grid.paint(x, y, [(text, shown)], cell_len(text))
        sent += grid.difference()
    shown_by_differences = cells_of(screen_of(sent))
    grid.forget()
    assert cells_of(screen_of(grid.difference())) == shown_by_differences
    assert grid.difference() == ""


@settings(max_examples=300, derandomize=True, deadline=None)
@given(strokes(TEXTS), strokes(TEXTS))
def test_nothing_painted_acts(
    first: list[tuple[tuple[int, int], str, Look]], second: list[tuple[tuple[int, int], str, Look]]
) -> None:
    """Whatever is painted, only letters and our own sequences are sent, and each line keeps its width."""
    grid = Grid(COLUMNS, LINES, erases=True)
    for frame in (first, second):
        for (x, y), text, shown in frame:
            grid.paint(x, y, [(text, shown)], cell_len(text))
        letters = SEQUENCE.sub("", grid.difference())
        assert harmless(letters) == letters
        assert not re.search("[\t\n]", letters)
        letters.encode()
    assert [len(row) for row in grid.wanted] == [COLUMNS] * LINES
    for row in grid.wanted:
        for left, right in pairwise(row):
            assert (right[0] == "") == (cell_len(left[0]) == 2 and left[0] != "")


@settings(max_examples=300, derandomize=True, deadline=None)
@given(TEXTS)
def test_cutting_is_idempotent(text: str) -> None:
    """What was cut into cells is cut into the same cells again."""
    cells = cut(text)
    assert cut("".join(cells)) == cells


def test_what_is_trusted_has_the_width_that_textual_gives_it() -> None:
    """The characters that we take to have one cell or two have so many for the layout, too."""
    for width, ranges in ((1, _SINGLE), (2, _DOUBLE)):
        members = re.compile(f"[{ranges}]")
        for number in range(32, 0x10000):
            if members.match(chr(number)) and not 0xD800 <= number < 0xE000:
                assert cell_len(chr(number)) == width, hex(number)


@pytest.mark.parametrize("text", ["👩\u200d💻", "é".replace("é", "e\u0301"), "☎\ufe0f", "क", "ע", "✊🏽"])
def test_after_a_doubtful_character_the_place_is_given(text: str) -> None:
    """Where terminals disagree on a width, what follows is put where it belongs by its number."""
    assert not all(trusted(cell) for cell in cut(text))
    grid = Grid(COLUMNS, LINES, erases=True)
    grid.paint(0, 1, [(f"{text}after", Look())], COLUMNS)
    column = cell_len("".join(cut(text))) + 1
    assert f"\x1b[2;{column}Hafter" in grid.difference()


def test_half_a_wide_character_becomes_blank() -> None:
    """Writing over one half of a wide character leaves no other half behind."""
    for x in (2, 3):
        grid = Grid(COLUMNS, LINES, erases=True)
        grid.paint(2, 0, [("漢", Look())], 2)
        grid.difference()
        grid.paint(x, 0, [("x", Look())], 1)
        assert "".join(text for text, _ in grid.wanted[0]).strip() == "x"


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("", "1", "\x1b[1m"),
        ("1;38;5;255;48;5;17", "38;5;255;48;5;17", "\x1b[22m"),
        ("1;7", "", "\x1b[m"),
        ("1;2", "1", "\x1b[0;1m"),
        ("38;5;12", "38;5;13", "\x1b[38;5;13m"),
        ("31", "31", ""),
    ],
)
def test_shortest_change(before: str, after: str, sent: str) -> None:
    """From one look to another by the fewest bytes."""
    assert change(look(before), look(after)) == sent


def test_without_colour_only_attributes_are_left() -> None:
    """Where no colour is wanted, none is sent, whatever a style asks for."""
    assert look("1;38;5;255;48;2;1;2;3", colour=False) == look("1")
    assert look("7;31;102", colour=False) == look("7")
