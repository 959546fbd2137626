"""Where the reader is: always by reference, never by row."""

from __future__ import annotations

from typing import NamedTuple


class Position(NamedTuple):
    """A place in the briefing."""

    pane: str
    section: str
    reference: str
