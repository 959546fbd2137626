"""All the positions of an outline, in order: where one can be, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_tui.tui.position import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing_tui.model.outline import Outline


@dataclass(frozen=True)
class Places:
    """Every position at which an outline shows an entry."""

    outline: Outline

    @cached_property
    def _index(self) -> Mapping[Position, int]:
        """The number of each position, in the order of the screen."""
        positions = (
            Position(pane.key, section.key, entry.reference)
            for pane in self.outline.panes
            for section in pane.sections
            for entry in section.entries
        )
        return {position: number for number, position in enumerate(dict.fromkeys(positions))}

    @cached_property
    def _sections(self) -> tuple[Position, ...]:
        """The first position of each section."""
        return tuple(
            Position(pane.key, section.key, section.entries[0].reference)
            for pane in self.outline.panes
            for section in pane.sections
        )

    def __contains__(self, position: Position) -> bool:
        """Say whether the outline shows the entry there."""
        return position in self._index

    def home(self, reference: str) -> Position:
        """Return the position at which that entry is at home. Raises KeyError if nothing shows it."""
        pane, section = self.outline.home(reference)
        return Position(pane.key, section.key, reference)

    def first(self) -> Position:
        """Return the very first position."""
        return self._sections[0]

    def start(self, pane: str, section: str = "") -> Position | None:
        """Return the first position of a section, or of a pane; None if that is not shown."""
        wanted = (one for one in self._sections if one.pane == pane and section in ("", one.section))
        return next(wanted, None)

    def section_beside(self, position: Position, step: int) -> Position | None:
        """Return the first position of the next or the previous section, across panes; None at the ends."""
        keys = [(one.pane, one.section) for one in self._sections]
        here = (position.pane, position.section)
        index = keys.index(here) + step if here in keys else 0
        return self._sections[index] if 0 <= index < len(self._sections) else None

    def around(self, position: Position) -> Iterator[Position]:
        """Yield `position`, then those that follow it, then those before it, the nearest first."""
        positions = list(self._index)
        number = self._index[position]
        yield from positions[number:]
        yield from reversed(positions[:number])

    def nearest(self, position: Position, everything: Places) -> Position:
        """Return the position in its pane that follows `position` of `everything`, or the last.

        Where nothing is left in that pane, the one that follows it in any, or the very last.
        """
        number = everything._index[position]
        here = [one for one in self._index if one.pane == position.pane] or list(self._index)
        return next((one for one in here if everything._index[one] >= number), here[-1])
