"""The application: themes, styles and the first screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from briefing_tui.tui.screens.main import MainScreen
from briefing_tui.tui.theme import THEMES

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


class BriefingApp(App[None]):
    """Shows one briefing."""

    CSS_PATH = ["styles/main.tcss", "styles/column.tcss", "styles/help.tcss"]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, briefing: Briefing, reference: str = "") -> None:
        super().__init__()
        self.title = briefing.title
        self._briefing = briefing
        self._reference = reference
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.animation_level = "none"

    def on_mount(self) -> None:
        """Open the briefing."""
        self.push_screen(MainScreen(self._briefing, self._reference))
