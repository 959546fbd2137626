"""Reading the briefing's file again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from briefing_tui.errors import BriefingError, InvalidBriefingError
from briefing_tui.load import load_briefing

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


def read_again(file: Path, stamp: Stamp) -> FileRead:
    """Return what is in the file now."""
    try:
        return FileRead(load_briefing(file), (), stamp)
    except InvalidBriefingError as error:
        return FileRead(None, tuple(map(str, error.problems)), stamp)
    except BriefingError as error:
        return FileRead(None, (str(error),), stamp)
