"""The rows of a column, made when they are to be seen; where they lead is known before."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from briefing_tui.tui.row import Row


class Listing:
    """Rows, and the stops among them: those that lead somewhere."""

    def __init__(self, targets: Sequence[Hashable | None], make: Callable[[int], Row]) -> None:
        self.targets = targets
        """Where each row leads; None for a row that cannot be chosen."""
        self._make = make

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Listing:
        """Return a listing of rows that are there already."""
        return cls([row.leads_to for row in rows], rows.__getitem__)

    def __len__(self) -> int:
        return len(self.targets)

    def __getitem__(self, index: int) -> Row:
        return self._make(index)

    @cached_property
    def stops(self) -> Sequence[tuple[Hashable, int]]:
        """Where each stop leads, and the index of its row."""
        return [(target, index) for index, target in enumerate(self.targets) if target]

    @cached_property
    def stop_at(self) -> Mapping[Hashable, int]:
        """The first stop that leads to each target."""
        stops: dict[Hashable, int] = {}
        for number, (target, _) in enumerate(self.stops):
            stops.setdefault(target, number)
        return stops
