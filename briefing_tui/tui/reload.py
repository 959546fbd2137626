"""Reading the briefing's file again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual.message import Message

from briefing_tui.errors import BriefingError

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.tui.watch import Stamp


class FileRead(Message):
    """The file was read again, as it was at `stamp`."""

    def __init__(self, briefing: Briefing | None, problems: tuple[str, ...], stamp: Stamp) -> None:
        super().__init__()
        self.briefing = briefing
        """None if the file is no briefing just now."""
        self.problems = problems
        """Why not, or what is to be warned of, each with its place."""
        self.stamp = stamp

    @classmethod
    def now(cls, file: Path, stamp: Stamp) -> Self:
        """Read the file."""
        from briefing_tui.load import examine_briefing  # noqa: PLC0415 (the first time is another process's)

        try:
            briefing, problems = examine_briefing(file)
            return cls(briefing, tuple(map(str, problems)), stamp)
        except BriefingError as error:
            return cls(None, (str(error),), stamp)
