"""The rows of a column, and the stops among them: what can be chosen, and where it leads."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from briefing_tui.tui.row import Row


class Listing(ABC):
    """Rows that may be made only when they are to be seen; their stops are known before."""

    stops: Sequence[int]
    """The index of the row of each stop, in order. A row may have several."""

    @abstractmethod
    def __len__(self) -> int:
        """Return how many rows there are."""

    @abstractmethod
    def __getitem__(self, index: int) -> Row:
        """Return a row."""

    @abstractmethod
    def leads_to(self, stop: int) -> Hashable:
        """Return where a stop leads."""

    def stop_of(self, target: Hashable) -> int | None:
        """Return the first stop that leads to `target`."""
        return next((stop for stop in range(len(self.stops)) if self.leads_to(stop) == target), None)

    def stops_in(self, rows: range) -> range:
        """Return the stops of those rows."""
        return range(bisect_left(self.stops, rows.start), bisect_left(self.stops, rows.stop))


class RowListing(Listing):
    """Rows that are there already, of which some lead somewhere."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self.stops = [index for index, row in enumerate(rows) if row.leads_to]

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Row:
        return self._rows[index]

    def leads_to(self, stop: int) -> Hashable:
        """Return where a stop leads."""
        return self._rows[self.stops[stop]].leads_to
