"""How a finding reads: as praise, as worry, as both, or as neither."""

from __future__ import annotations

from enum import Enum


class Tone(Enum):
    """The tone of a finding. Never a score: tones are not counted against each other."""

    STRENGTH = "strength"
    CONCERN = "concern"
    MIXED = "mixed"
    CONTEXT = "context"

    @property
    def mark(self) -> str:
        """The one-cell sign that stands for this tone where colour must not be the only signal."""
        return _MARKS[self]


_MARKS = {Tone.STRENGTH: "▲", Tone.CONCERN: "▼", Tone.MIXED: "◆", Tone.CONTEXT: "·"}
