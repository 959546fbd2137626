"""All the positions of an outline, in order: where one can be, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_tui.tui.position import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing_tui.model.outline import Outline, Section


@dataclass(frozen=True)
class Places:
    """Every position at which an outline shows an entry."""

    outline: Outline

    @cached_property
    def _sections(self) -> tuple[tuple[str, Section], ...]:
        """The key of its pane and each section, in the order of the screen."""
        return tuple((pane.key, section) for pane in self.outline.panes for section in pane.sections)

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, str], int]:
        """The number of each section, by the keys of its pane and its own."""
        return {(pane, section.key): number for number, (pane, section) in enumerate(self._sections)}

    @cached_property
    def _orders(self) -> dict[int, Mapping[str, int]]:
        return {}

    def _order(self, number: int) -> Mapping[str, int]:
        """Return the place of each reference in a section; only of those that are asked for."""
        if number not in self._orders:
            order: dict[str, int] = {}
            for place, entry in enumerate(self._sections[number][1].entries):
                order.setdefault(entry.reference, place)
            self._orders[number] = order
        return self._orders[number]

    def _at(self, position: Position) -> tuple[int, int] | None:
        """Return the number of a position's section and its place in it; None if it is not shown."""
        number = self._numbers.get((position.pane, position.section))
        place = None if number is None else self._order(number).get(position.reference)
        return None if number is None or place is None else (number, place)

    def __contains__(self, position: Position) -> bool:
        """Say whether the outline shows the entry there."""
        return self._at(position) is not None

    def home(self, reference: str) -> Position:
        """Return the position at which that entry is at home. Raises KeyError if nothing shows it."""
        pane, section = self.outline.home(reference)
        return Position(pane.key, section.key, reference)

    def first(self) -> Position:
        """Return the very first position."""
        return self._start_of(0)

    def start(self, pane: str, section: str = "") -> Position | None:
        """Return the first position of a section, or of a pane; None if that is not shown."""
        return next(
            (
                self._start_of(number)
                for number, (key, one) in enumerate(self._sections)
                if key == pane and section in ("", one.key)
            ),
            None,
        )

    def section_beside(self, position: Position, step: int) -> Position | None:
        """Return the first position of the next or the previous section, across panes; None at the ends."""
        here = self._numbers.get((position.pane, position.section))
        number = 0 if here is None else here + step
        return self._start_of(number) if 0 <= number < len(self._sections) else None

    def around(self, position: Position) -> Iterator[Position]:
        """Yield `position`, then those that follow it, then those before it, the nearest first."""
        number, place = self._at(position) or self._at(self.home(position.reference)) or (0, 0)
        here = list(self._positions(number))
        yield from here[place:]
        for later in range(number + 1, len(self._sections)):
            yield from self._positions(later)
        yield from reversed(here[:place])
        for earlier in range(number - 1, -1, -1):
            yield from reversed(list(self._positions(earlier)))

    def nearest(self, position: Position, everything: Places) -> Position:
        """Return the position in its pane that follows `position` of `everything`, or the last.

        Where nothing is left in that pane, the one that follows it in any, or the very last.
        """
        after = everything._at(position) or (0, 0)
        numbers = [number for number, (pane, _) in enumerate(self._sections) if pane == position.pane]
        last = None
        for number in numbers or range(len(self._sections)):
            pane, section = self._sections[number]
            if everything._numbers[pane, section.key] < after[0]:
                last = number
                continue
            for one in self._positions(number):
                if (everything._at(one) or after) >= after:
                    return one
            last = number
        return list(self._positions(len(self._sections) - 1 if last is None else last))[-1]

    def _positions(self, number: int) -> Iterator[Position]:
        """Yield the positions of a section, each once."""
        pane, section = self._sections[number]
        for reference in self._order(number):
            yield Position(pane, section.key, reference)

    def _start_of(self, number: int) -> Position:
        pane, section = self._sections[number]
        return Position(pane, section.key, section.entries[0].reference)
