"""Where the reader has been: the way back, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_tui.tui.position import Position
    from briefing_tui.tui.viewport import LinePlace


@dataclass(frozen=True, slots=True)
class View:
    """All that it takes to come back: the position, the column, and what each column was scrolled to."""

    position: Position
    column: str
    tops: Mapping[str, LinePlace]


class History:
    """Views to come back to, the last first."""

    def __init__(self) -> None:
        self._views: list[View] = []

    def leave(self, view: View) -> None:
        """Remember `view`, which is being left."""
        if not self._views or self._views[-1] != view:
            self._views.append(view)

    def back(self, here: View) -> View | None:
        """Return the last view that is not `here`, and forget it; None if there is none."""
        while self._views:
            view = self._views.pop()
            if view != here:
                return view
        return None
