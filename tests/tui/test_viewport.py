"""The window onto rows: never outside, never losing what it is asked to show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.tui.viewport import Viewport

HEIGHTS = st.lists(st.integers(1, 9), min_size=1, max_size=30)


def window(heights: list[int], height: int) -> Viewport:
    """Return a window of `height` lines onto rows of those heights."""
    return Viewport(len(heights), heights.__getitem__, height)


@given(HEIGHTS, st.integers(1, 12), st.lists(st.integers(-40, 40), max_size=12))
def test_scrolling_stays_within(heights: list[int], height: int, steps: list[int]) -> None:
    """However one scrolls, the window is as full as there are lines, and its lines follow each other."""
    lines = [(row, line) for row, count in enumerate(heights) for line in range(count)]
    viewport = window(heights, height)
    for step in steps:
        viewport.scroll(step)
        assert len(viewport.seen) == min(height, len(lines))
        start = lines.index(viewport.seen[0])
        assert viewport.seen == lines[start : start + len(viewport.seen)]


@given(HEIGHTS, st.integers(1, 12), st.data())
def test_revealing_shows(heights: list[int], height: int, data: st.DataObject) -> None:
    """A row that is revealed can be seen whole, or from its first line if it is taller than the window."""
    viewport = window(heights, height)
    for row in data.draw(st.lists(st.integers(0, len(heights) - 1), max_size=8)):
        viewport.reveal((row, 0), (row, heights[row] - 1))
        assert (row, 0) in viewport.seen
        if heights[row] <= height:
            assert (row, heights[row] - 1) in viewport.seen


@given(HEIGHTS, st.integers(1, 12))
def test_scrolling_back_and_forth(heights: list[int], height: int) -> None:
    """Scrolling to the end and back to the start passes every line."""
    viewport = window(heights, height)
    passed = set(viewport.seen)
    while not viewport.at_end:
        viewport.scroll(1)
        passed.update(viewport.seen)
    assert len(passed) == sum(heights)
    viewport.scroll(-sum(heights))
    assert viewport.at_start


def test_nothing_to_see() -> None:
    """A window onto no rows shows nothing and can be moved."""
    viewport = window([], 5)
    viewport.scroll(3)
    assert viewport.seen == []
    assert viewport.at_start
    assert viewport.at_end


def test_the_edge_moves_half_a_window() -> None:
    """A row just below the window brings half a window with it, so that holding a key scrolls seldom."""
    viewport = window([1] * 40, 10)
    viewport.reveal((10, 0), (10, 0))
    assert viewport.top == (6, 0)
