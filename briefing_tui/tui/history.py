"""Where the reader has been: the way back, exactly, and forward again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing_tui.model.selection import Selection
    from briefing_tui.tui.position import Position
    from briefing_tui.tui.viewport import LinePlace


class View(NamedTuple):
    """All that it takes to come back: the place, what was shown, and what each column was scrolled to."""

    position: Position
    selection: Selection
    column: str
    tops: Mapping[str, LinePlace]


class History:
    """Views to come back to, and those come back from."""

    def __init__(self) -> None:
        self._behind: list[View] = []
        self._ahead: list[View] = []

    @property
    def last(self) -> View | None:
        """The view that was left last, if there is any to come back to."""
        return self._behind[-1] if self._behind else None

    def leave(self, view: View) -> None:
        """Remember `view`, which is being left for somewhere new."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != view:
            self._behind.append(view)

    def back(self, here: View) -> View | None:
        """Return the last view that is not `here`; None if there is none."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: View) -> View | None:
        """Return the view that `back` last came from; None if there is none."""
        return _step(self._ahead, self._behind, here)

    def keep(self, wanted: Callable[[View], bool]) -> None:
        """Forget all views but those that are `wanted`."""
        self._behind = list(filter(wanted, self._behind))
        self._ahead = list(filter(wanted, self._ahead))


def _step(source: list[View], other: list[View], here: View) -> View | None:
    """Take the last view that is not `here` from `source`, and keep `here` in `other`."""
    while source:
        view = source.pop()
        if view != here:
            other.append(here)
            return view
    return None
