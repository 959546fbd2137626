"""Reading the briefing's file again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual.message import Message

from briefing_tui.errors import BriefingError, InvalidBriefingError

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
        """Why not, each with its place."""
        self.stamp = stamp

    @classmethod
    def now(cls, file: Path, stamp: Stamp) -> Self:
        """Read the file."""
        from briefing_tui.load import load_briefing  # noqa: PLC0415 (the first time is another process's)

        try:
            return cls(load_briefing(file), (), stamp)
        except InvalidBriefingError as error:
            return cls(None, tuple(map(str, error.problems)), stamp)
        except BriefingError as error:
            return cls(None, (str(error),), stamp)
