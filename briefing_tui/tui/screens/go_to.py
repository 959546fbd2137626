"""Going to a reference or a place of the letter."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from briefing_tui.model.reference import normal
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import Row, text
from briefing_tui.tui.screens.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.tui.places import Places


class GoToScreen(Prompt[Position | None]):
    """Asks for a reference or a place of the letter. Gives the position."""

    HEADING = "Go to · Enter goes, Esc closes"
    ASIDES = ("in our words",)
    PLACEHOLDER = "a reference, or a place of the letter"

    def __init__(self, briefing: Briefing, places: Places) -> None:
        super().__init__()
        self._briefing = briefing
        self._places = places

    def opened(self, target: object) -> None:
        """Give the position."""
        if isinstance(target, Position):
            self.give(target)

    def candidates(self, typed: str) -> Iterator[Row]:
        """Yield the entry of that very reference, then those that begin so, then places of the letter."""
        reference = normal(typed)
        wanted = typed.upper().replace(" ", "").replace("-", "")
        entries = self._briefing.entries
        exact = [reference] if reference in entries else []
        begin = (one for one in entries if one.replace("-", "").startswith(wanted) and one not in exact)
        for one in chain(exact, begin):
            yield Row(text(entries[one].line), text(one.ljust(8), "reference"), self._places.home(one))
        for place in self._briefing.letter.at(typed):
            if sentence := self._briefing.first_sentence(place):
                home = self._places.home(sentence.reference)
                yield Row(text(self._briefing.letter.place(place)), leads_to=home)
