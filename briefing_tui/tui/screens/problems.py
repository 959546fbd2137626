"""What is wrong with the briefing's file or the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.tui.row import BLANK, Row, text
from briefing_tui.tui.screens.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Sequence


class ProblemsScreen(Overlay[None]):
    """Lists problems, each with its place, as `briefing check` does."""

    HEADING = "Problems · Esc closes"

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__()
        self._problems = problems

    def fill(self) -> None:
        """List them."""
        rows = [row for problem in self._problems for row in (Row(text(problem), leads_to=problem), BLANK)]
        self.column.show(rows or (Row(text("No file has problems.")),))
