"""Every command, area and reference, by any part of its name."""

from __future__ import annotations

import re
from functools import cached_property
from heapq import nsmallest
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.outline import FINDINGS
from briefing_tui.tui.commands import Command
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import Row, text
from briefing_tui.tui.screens.prompt import MOST, Prompt
from briefing_tui.tui.terminal.rest import DRAWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.tui.places import Places

LEAD = 12
"""Cells for the key of a command, or what an area or an entry is called."""


class _Choice(NamedTuple):
    lead: str
    """The key of a command, or what an area or an entry is called."""
    body: str
    target: Command | Position | str
    """What it gives; of an entry, its reference."""


class PaletteScreen(Prompt[Command | Position | None]):
    """Asks for a command, an area or an entry. Gives the command or the position."""

    HEADING = "Commands and references · Enter does or goes, Esc closes"
    PLACEHOLDER = "any part of a name"

    def __init__(self, commands: Sequence[Command], briefing: Briefing, places: Places) -> None:
        super().__init__()
        self._places = places
        self._named = [
            *(_Choice(command.shown[0], command.does, command) for command in commands),
            *(
                _Choice(area.key, area.name, start)
                for area in briefing.areas
                if (start := places.start(FINDINGS, area.key))
            ),
        ]
        """The commands and areas, which come before the entries."""
        self._entries = tuple(briefing.entries.values())

    def on_mount(self) -> None:
        """Have the names ready when the first letter of one is typed."""
        self.set_timer(DRAWN, Thread(target=lambda: self._names, daemon=True).start)

    def opened(self, target: object) -> None:
        """Give the command or the position."""
        if isinstance(target, Command | Position):
            self.give(target)

    def candidates(self, typed: str) -> Iterator[Row]:
        """Yield what has the very letters typed, then what has them in that order, closest together first."""
        wanted = typed.casefold()
        if not wanted:
            yield from map(self._row, range(len(self._named) + len(self._entries)))
            return
        stands_at = {number: at for number, name in enumerate(self._names) if (at := name.find(wanted)) >= 0}
        yield from map(self._row, nsmallest(MOST, stands_at, key=stands_at.__getitem__))
        letters = [re.escape(letter) for letter in wanted if not letter.isspace()]
        pattern = re.compile(f"(?=({'.*?'.join(letters)}))")
        scattered = []
        for number in sorted(set(range(len(self._names))).difference(stands_at)):
            spans = [(len(match[1]), match.start()) for match in pattern.finditer(self._names[number])]
            if spans:
                scattered.append((*min(spans), number))
        yield from (self._row(number) for *_, number in sorted(scattered))

    @cached_property
    def _names(self) -> list[str]:
        """What each choice is found by."""
        choices = map(self._choice, range(len(self._named) + len(self._entries)))
        return [
            f"{'' if isinstance(choice.target, Command) else f'{choice.lead} '}{choice.body}".casefold()
            for choice in choices
        ]

    def _choice(self, number: int) -> _Choice:
        if number < len(self._named):
            return self._named[number]
        entry = self._entries[number - len(self._named)]
        return _Choice(entry.reference, entry.line, entry.reference)

    def _row(self, number: int) -> Row:
        choice = self._choice(number)
        target = self._places.home(choice.target) if isinstance(choice.target, str) else choice.target
        return Row(text(choice.body), text(choice.lead.ljust(LEAD), "reference"), target)
