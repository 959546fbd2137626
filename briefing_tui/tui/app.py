"""The application: themes, styles and the first screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing_tui.tui.screens.main import MainScreen
from briefing_tui.tui.terminal.app import TerminalApp
from briefing_tui.tui.theme import DARK, TERMINAL, THEMES

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.state import Memory
    from briefing_tui.tui.terminal.session import Session


class BriefingApp(TerminalApp):
    """Shows one briefing."""

    CSS_PATH = ["styles/main.tcss", "styles/column.tcss", "styles/help.tcss", "styles/go_to.tcss"]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, briefing: Briefing, memory: Memory, reference: str = "", session: Session | None = None
    ) -> None:
        super().__init__(session, ansi_color=True if "NO_COLOR" in os.environ else None)
        self.title = briefing.title
        self._briefing = briefing
        self._memory = memory
        self._reference = reference
        for theme in THEMES:
            self.register_theme(theme)
        chosen = next((theme for theme in THEMES if theme.name == memory.theme), DARK)
        self.theme = TERMINAL.name if self.no_color else chosen.name
        self.animation_level = "none"

    def keep(self) -> None:
        """Keep the reader's place."""
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.keep_place()

    def action_help_quit(self) -> None:
        """Say how to quit: Ctrl+C is easily typed by mistake in front of people."""
        if isinstance(self.screen, MainScreen):
            self.screen.say("To quit, press q.")

    def on_mount(self) -> None:
        """Open the briefing."""
        self.push_screen(MainScreen(self._briefing, self._memory, self._reference))
