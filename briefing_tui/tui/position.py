"""Where the reader is: always by reference, never by row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the briefing."""

    pane: str
    section: str
    reference: str
