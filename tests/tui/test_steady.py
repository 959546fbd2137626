"""What must not shake the program: keys in a burst, tiny terminals, messages that come late."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import events

from briefing_tui.character import harmless
from briefing_tui.load import load_briefing
from briefing_tui.model.outline import LETTER
from briefing_tui.paths import bundled_briefing
from briefing_tui.state import Memory
from briefing_tui.tui.commands import COMMANDS
from briefing_tui.tui.terminal.cell import cut
from briefing_tui.tui.widgets.letter import LetterText
from tests.terminal.hostile import write_hostile
from tests.tui.reader import BURST, opened

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_tui.model.briefing import Briefing

KEYS = [key for command in COMMANDS for key in command.keys if key != "q"]

TYPED = ["a", "5", "space", "quotation_mark", "left_square_bracket", "é"]
"""What is typed into a line, which lists and columns take otherwise or not at all."""

NASTY = [
    *"[]@=(){}\t\n\x1b\x9b\x07\x7f\u202e\u2066\u200b\u200d\ufe0f\u0301\u094d\u0915\u05d0漢👩💻✊\U0001f3fd☎ "
]
"""Characters that act, hide, join, or are as wide as nobody agrees on."""


@pytest.mark.slow
@pytest.mark.parametrize("size", [(40, 12), (120, 40)])
@given(keys=st.lists(st.sampled_from([*KEYS, *TYPED]), min_size=200, max_size=200))
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
async def test_any_keys(size: tuple[int, int], keys: list[str]) -> None:
    """After any 200 keys the program runs, at an entry that the briefing has; Esc and q lead out of all."""
    async with opened(load_briefing(bundled_briefing()), size) as reader:
        for start in range(0, len(keys), BURST):
            await reader.burst(*keys[start : start + BURST])
            screen = reader.screen
            assert screen.position.pane == LETTER or screen.position in screen.everything
            assert screen.reference == screen.position.reference
            assert [cell_len(line) for line in reader.lines()] == [size[0]] * size[1]
        for _ in range(4):
            await reader.press("escape")
        assert reader.app.screen is reader.screen
        assert reader.screen.column == "list"
        await reader.press("q")
        assert not reader.app.is_running


@pytest.mark.slow
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from([None] * 9 + [(120, 40), (80, 24), (40, 12), (200, 50)]),
            st.lists(st.sampled_from([*KEYS, *TYPED, *"jkThls24"]), min_size=1, max_size=4),
        ),
        min_size=60,
        max_size=60,
    )
)
@settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
async def test_what_is_kept_is_what_would_be_drawn(
    steps: list[tuple[tuple[int, int] | None, list[str]]],
) -> None:
    """After any keys and sizes, lines that were drawn before look as they would if they were drawn now."""
    async with opened(load_briefing(bundled_briefing()), (120, 40)) as reader:
        for size, keys in steps:
            if size:
                await reader.pilot.resize_terminal(*size)
            await reader.burst(*keys)
            shown = reader.cells()
            reader.forget_what_is_drawn()
            assert reader.cells() == shown


@pytest.mark.slow
@given(
    payloads=st.lists(
        st.text(st.sampled_from(NASTY) | st.characters(exclude_categories=["Cs"]), max_size=40),
        min_size=1,
        max_size=12,
    ),
    steps=st.lists(
        st.tuples(
            st.integers(1, 130),
            st.integers(1, 50),
            st.lists(st.sampled_from([*KEYS, *TYPED]), min_size=BURST, max_size=BURST),
        ),
        min_size=8,
        max_size=8,
    ),
)
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
async def test_any_texts_keys_and_sizes(
    tmp_path_factory: pytest.TempPathFactory, payloads: list[str], steps: list[tuple[int, int, list[str]]]
) -> None:
    """Whatever a briefing says, each line is as wide as the terminal and free of what acts, at any size."""
    file = write_hostile(tmp_path_factory.mktemp("any"), payloads)
    async with opened(load_briefing(file), steps[0][:2]) as reader:
        for columns, lines, keys in steps:
            await reader.pilot.resize_terminal(columns, lines)
            await reader.burst(*keys)
            drawn = reader.lines()
            assert [cell_len(line) for line in drawn] == [columns] * lines
            assert [len(cut(line)) for line in drawn] == [columns] * lines, "as it is sent"
            assert [line for line in drawn if harmless(line) != line or "\t" in line or "\n" in line] == []
            assert reader.app.is_running


async def test_a_burst_in_the_contents(hackney: Briefing) -> None:
    """A row chosen just before the findings are narrowed away from it is let go, not gone to."""
    for steps in range(8):
        async with opened(hackney, at="AA-5") as reader:
            await reader.press("h", *["j"] * steps)
            for key in ("j", "p", "enter", "k", "t"):
                reader.app.post_message(events.Key(key, key))
            await reader.press("x")
            screen = reader.screen
            assert screen.position.pane == LETTER or screen.position in screen.everything


async def test_a_second_search_while_one_is_typed(hackney: Briefing) -> None:
    """Keys that are commands elsewhere are text in the search line, and Esc gives the search up."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("slash", "h", "tab", "slash", "o", "escape", "escape")
        assert not reader.screen.query("#search")
        assert reader.screen.position.reference == "AA-5"


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (14, 3), (200, 1), (1, 50)])
async def test_tiny_terminals(hackney: Briefing, size: tuple[int, int]) -> None:
    """At any size one can go everywhere, also while a place is being typed."""
    async with opened(hackney, size) as reader:
        for pane in "123456":
            await reader.press(pane, "j", "l", "j", "pagedown", "G", "h", "h", "j", "escape")
        await reader.press(
            "colon", "down", "up", "escape", "apostrophe", "j", "escape", "question_mark", "j", "q"
        )
        assert reader.app.is_running


async def test_every_way_out_keeps_the_place(hackney: Briefing, tmp_path: Path) -> None:
    """Ctrl+Q, which Textual has, keeps the place as q does."""
    async with opened(hackney, at="OOH-2", memory=Memory(tmp_path, hackney)) as reader:
        await reader.press("ctrl+q")
    assert Memory(tmp_path, hackney).position == ("findings", "OOH", "OOH-2")


async def test_reading_the_letter_seldom_scrolls(hackney: Briefing) -> None:
    """Going through the letter sentence by sentence, most steps leave the text where it is."""
    async with opened(hackney) as reader:
        await reader.press("4")
        text = reader.screen.query_one("#letter", LetterText)
        tops = set()
        for _ in range(40):
            tops.add(text.top)
            await reader.press("j")
        assert len(tops) <= 20


async def test_panes_in_a_burst(hackney: Briefing) -> None:
    """Keys typed faster than they are followed lead where they lead one by one: a list does not call back."""
    async with opened(hackney) as reader:
        for keys in (("4", "2", "G", "g", "3", "6"), ("2", "G", "5"), ("3", "j", "j", "4", "j", "1")):
            await reader.burst(*keys)
            await reader.pilot.pause()
            last = [key for key in keys if key.isdigit()][-1]
            panes = reader.screen.everything.outline.panes
            assert reader.screen.position.pane == panes[int(last) - 1].key
