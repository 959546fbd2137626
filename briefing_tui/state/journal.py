"""A file of JSON lines that several programs add to at once, and that no kill and no full disk spoils.

A change is one write of whole lines at the end of the file, on the disk before it counts. Each line
begins with a line break as well as ending with one, so that what a torn write left behind cannot
swallow the line after it. Nothing is ever rewritten, so there is no second file to be left behind.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing_tui.state.disk import append, read, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Record = dict[str, object]
"""One change, as JSON has it."""

_SEEN = 256
"""Bytes before the place read to that must still be there for the file to be the one that was read."""


class Journal:
    """The changes that were kept, and those that could not be. Nothing here raises."""

    def __init__(self, path: Path | None) -> None:
        self.trouble = ""
        """Why changes cannot be kept, as the end of a sentence; empty while they can."""
        self.unkept: list[Record] = []
        """Changes that are not in the file. The next change tries them again."""
        self.path = path
        """The file, there or not; None if nothing is kept."""
        self._offset = 0
        self._seen = b""
        """The last bytes before `_offset`."""

    def add(self, *records: Record) -> None:
        """Keep `records`, in one piece. With none, make the file and see whether it could keep any."""
        self.unkept += records
        if not self.path:
            self.trouble = "neither XDG_STATE_HOME nor HOME names a folder"
            return
        try:
            append(self.path, "".join(_lines(self.unkept)).encode("ascii"))
        except (OSError, ValueError) as error:  # a path that no system takes is a ValueError
            self.trouble = reason(error)
        else:
            self.trouble = ""
            self.unkept.clear()

    def news(self) -> tuple[bool, list[Record]]:
        """Return whether the file is another than it was, and the records not yet returned.

        Those of another file are all of its records. A line that is no record is passed over; one
        that is not yet ended is left for the next call.
        """
        if not self.path:
            return False, []
        try:
            data = read(self.path, self._offset - len(self._seen))
            another = not data.startswith(self._seen)
            if another:
                self._offset, self._seen = 0, b""
                data = read(self.path, 0)
        except FileNotFoundError:
            return False, []
        except (OSError, ValueError) as error:
            self.trouble = reason(error)
            return False, []
        start, end = len(self._seen), data.rfind(b"\n") + 1
        if end <= start:
            return another, []
        self._offset += end - start
        self._seen = data[max(0, end - _SEEN) : end]
        return another, list(_records(data[start:end]))


def _lines(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield f"\n{json.dumps(record)}\n"


def _records(data: bytes) -> Iterator[Record]:
    for line in filter(None, data.split(b"\n")):
        try:
            record = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield record
