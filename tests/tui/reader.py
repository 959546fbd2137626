"""Somebody at the keyboard of the running program, for tests of the screen."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.state import Memory
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.library import Library, Volume
from briefing_tui.tui.screens.main import MainScreen
from briefing_tui.tui.settings import NOTHING_SET
from briefing_tui.tui.widgets.column import Column
from briefing_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot
    from textual.widget import Widget

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.tui.settings import Settings

BURST = 10
"""Keys that come before the program has drawn what the first of them does."""

NO_FILE = Path("there is no such file")


class Reader:
    """Presses keys, and reads what the terminal shows."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> MainScreen:
        """The main screen, whatever lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))

    async def press(self, *keys: str) -> None:
        """Press keys and wait until the program has followed."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def burst(self, *keys: str) -> None:
        """Press keys as fast as a held key sends them, and wait until the program has followed."""
        for key in keys:
            self.app.simulate_key(key)
        await self.pilot.pause()
        while not self.lines():  # a screen that has only just been laid over the others
            await self.pilot.pause()

    def lines(self, widget: Widget | None = None) -> list[str]:
        """Return what the terminal shows, or the part of it where `widget` is."""
        lines = [strip.text for strip in self.app.screen._compositor.render_strips()]
        if widget is None:
            return lines
        region = widget.region
        return [line[region.x : region.right] for line in lines[region.y : region.bottom]]

    def cells(self) -> list[list[tuple[str, str]]]:
        """Return each letter that the terminal shows, and how it looks."""
        strips = self.app.screen._compositor.render_strips()
        return [[(letter, str(look)) for text, look, _ in strip for letter in text] for strip in strips]

    def forget_what_is_drawn(self) -> None:
        """Have the columns draw each of their lines anew when they are to be seen."""
        for rows in self.app.screen.query(Rows):
            rows._forget_lines()
            rows._looks.clear()
            rows._styles_cache.clear()

    def shows(self, text: str) -> bool:
        """Say whether `text` stands on the screen, in one line."""
        return any(text in line for line in self.lines())

    def highlighted(self, widget: Widget) -> str:
        """Return the text that stands on the ground of what is chosen, lines joined by spaces."""
        assert isinstance(widget, Column)
        ground = widget.look("chosen").rich_style.bgcolor
        region = widget.region
        runs = []
        for strip in widget.render_lines(region.reset_offset)[1:]:
            run = "".join(
                segment.text for segment in strip if segment.style and segment.style.bgcolor == ground
            )
            if run.strip():
                runs.append(run.strip())
        return " ".join(runs)


@asynccontextmanager
async def opened(
    briefing: Briefing,
    size: tuple[int, int] = (80, 24),
    at: str = "",
    memory: Memory | None = None,
    *,
    file: Path = NO_FILE,
    settings: Settings = NOTHING_SET,
) -> AsyncIterator[Reader]:
    """Open a briefing in a terminal of `size` columns and rows."""
    library = Library((Volume(file, briefing),))
    app = BriefingApp(library, lambda _: memory or Memory(None, briefing), at, settings=settings)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Reader(app, pilot)
