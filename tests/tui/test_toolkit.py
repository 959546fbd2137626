"""Textual without what the first screen does not need."""

from __future__ import annotations

import subprocess
import sys

NOT_NEEDED = (
    "ssl",
    "platformdirs",
    "uuid",
    "rich.table",
    "rich.tree",
    "textual.command",
    "textual.containers",
    "textual.markup",
    "textual.widgets._input",
    "briefing_tui.load",
    "tomllib",
)

FIRST_SCREEN = """
import sys
from briefing_tui.tui.toolkit import import_textual
import_textual()
import briefing_tui.tui.app
"""

DRAWN = """
import asyncio, sys
from functools import partial
from briefing_tui.load import load_briefing
from briefing_tui.paths import bundled_briefing
from briefing_tui.tui.toolkit import import_textual
import_textual()
from briefing_tui.state import Memory
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.library import Library, Volume

async def draw():
    volume = Volume(bundled_briefing(), load_briefing(bundled_briefing()))
    async with BriefingApp(Library((volume,)), partial(Memory, None)).run_test() as pilot:
        await pilot.press("2", "j")
        await pilot.pause()

asyncio.run(draw())
print(*sys.modules)
"""

LATER = """
import asyncio, ssl
from textual.app import App, CommandPalette

class Small(App):
    pass

async def use():
    app = Small()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert CommandPalette.is_open(app), app.screen
        await pilot.press("escape")
        app.notify("told")
        await pilot.pause()
        assert any("told" in strip.text for strip in app.screen._compositor.render_strips())
        assert app.stylesheet.parse_style("bold").bold
        assert app.tree.label

ssl.create_default_context()
asyncio.run(use())
"""


def run(program: str) -> str:
    """Run a Python program and return what it prints; it is to end well and without a warning."""
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def test_the_start_is_lean() -> None:
    """What makes up a third of Textual's import does not hold up the first screen."""
    loaded = run(FIRST_SCREEN + "print(*sys.modules)").split()
    assert "textual.app" in loaded
    assert not set(NOT_NEEDED) & set(loaded)


def test_drawing_is_lean() -> None:
    """Nor does anything that is drawn there, or at a finding, bring it in."""
    loaded = run(DRAWN).split()
    assert "briefing_tui.tui.screens.main" in loaded
    assert not ({*NOT_NEEDED} - {"briefing_tui.load", "ssl"}) & {*loaded}  # which the test itself brings in


def test_a_change_waits_a_millisecond_at_most() -> None:
    """The screen follows a key sooner than Textual's 60 frames a second would have it."""
    assert run(FIRST_SCREEN + "from textual.constants import MAX_FPS; print(MAX_FPS)") == "1000\n"


def test_what_was_left_out_comes_when_it_is_asked_for() -> None:
    """The palette opens, a message pops up and ssl is all there, as if nothing had been left out."""
    assert run(FIRST_SCREEN + LATER) == ""


def test_what_is_there_already_stays() -> None:
    """Where a program has imported one of them first, it keeps that."""
    kept = "import uuid; before = uuid" + FIRST_SCREEN + "import uuid; assert uuid is before; uuid.uuid4()"
    assert run(kept) == ""
