"""The application: themes, styles and the first screen."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from textual.app import App

from briefing_tui.tui.clipboard import copy_sequence
from briefing_tui.tui.screens.main import MainScreen
from briefing_tui.tui.theme import DARK, TERMINAL, THEMES

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.state import Memory


class BriefingApp(App[None]):
    """Shows one briefing."""

    CSS_PATH = ["styles/main.tcss", "styles/column.tcss", "styles/help.tcss", "styles/go_to.tcss"]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, briefing: Briefing, memory: Memory, reference: str = "") -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.title = briefing.title
        self._briefing = briefing
        self._memory = memory
        self._reference = reference
        for theme in THEMES:
            self.register_theme(theme)
        chosen = next((theme for theme in THEMES if theme.name == memory.theme), DARK)
        self.theme = TERMINAL.name if self.no_color else chosen.name
        self.animation_level = "none"

    def copy_to_clipboard(self, text: str) -> None:
        """Ask the reader's terminal, through whatever multiplexer, to take `text`.

        Raises ValueError if it is more than terminals take.
        """
        if self._driver:
            self._driver.write(copy_sequence(text, os.environ))

    async def action_quit(self) -> None:
        """Keep the reader's place, whichever key it was, and end."""
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.keep_place()
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to quit: Ctrl+C is easily typed by mistake in front of people."""
        if isinstance(self.screen, MainScreen):
            self.screen.say("To quit, press q.")

    def get_default_screen(self) -> MainScreen:
        """Open the briefing, laid out for this size at once, without a blank screen of Textual's below it."""
        screen = MainScreen(self._briefing, self._memory, self._reference)
        breakpoints = (
            (self.size.width, MainScreen.HORIZONTAL_BREAKPOINTS),
            (self.size.height, MainScreen.VERTICAL_BREAKPOINTS),
        )
        screen.add_class(
            *(max(step for step in steps if step[0] <= length)[1] for length, steps in breakpoints)
        )
        return screen

    def on_mount(self) -> None:
        """Look for garbage again, once the first screen is there; what it is made of is none."""
        self.call_after_refresh(_collect_again)


def _collect_again() -> None:
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
