"""Every command, area and reference, by any part of its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_tui.model.outline import FINDINGS
from briefing_tui.tui.commands import Command
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import Row, text
from briefing_tui.tui.screens.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.tui.places import Places

LEAD = 12
"""Cells for the key of a command, or what an area or an entry is called."""


@dataclass(frozen=True, slots=True)
class _Choice:
    name: str
    """What it is found by."""
    lead: str
    body: str
    target: Command | Position


class PaletteScreen(Prompt[Command | Position | None]):
    """Asks for a command, an area or an entry. Gives the command or the position."""

    HEADING = "Commands and references · Enter does or goes, Esc closes"
    PLACEHOLDER = "any part of a name"

    def __init__(self, commands: Sequence[Command], briefing: Briefing, places: Places) -> None:
        super().__init__()
        self._choices = [*_commands(commands), *_areas(briefing, places), *_entries(briefing, places)]

    def opened(self, target: object) -> None:
        """Give the command or the position."""
        if isinstance(target, Command | Position):
            self.give(target)

    def candidates(self, typed: str) -> Iterator[Row]:
        """Yield what has the typed letters in that order, those closest together first."""
        letters = [re.escape(letter) for letter in typed.casefold() if not letter.isspace()]
        pattern = re.compile(f"(?=({'.*?'.join(letters)}))")
        found = []
        for number, choice in enumerate(self._choices):
            spans = [(len(match[1]), match.start()) for match in pattern.finditer(choice.name)]
            if spans:
                found.append((*min(spans), number))
        for *_, number in sorted(found):
            choice = self._choices[number]
            yield Row(text(choice.body), text(choice.lead.ljust(LEAD), "reference"), choice.target)


def _commands(commands: Sequence[Command]) -> Iterator[_Choice]:
    for command in commands:
        yield _Choice(f"{command.does} {command.name}".casefold(), command.shown[0], command.does, command)


def _areas(briefing: Briefing, places: Places) -> Iterator[_Choice]:
    for area in briefing.areas:
        start = places.start(FINDINGS, area.key)
        if start:
            yield _Choice(f"{area.key} {area.name}".casefold(), area.key, area.name, start)


def _entries(briefing: Briefing, places: Places) -> Iterator[_Choice]:
    for entry in briefing.entries.values():
        name = f"{entry.reference} {entry.line}"
        yield _Choice(name.casefold(), entry.reference, entry.line, places.home(entry.reference))
