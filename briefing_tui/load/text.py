"""Reading a file as text, without trusting it."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from briefing_tui.character import REMOVED, harmless
from briefing_tui.errors import UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LARGEST", "REMOVED", "harmless", "read_text"]

LARGEST = 8 * 1024 * 1024
"""Bytes. A briefing of 10,000 findings has about half as many."""

_LINE_END = re.compile(rb"\r\n|\r|\n")


def read_text(path: Path) -> str:
    """Return the text of a regular UTF-8 file of at most 8 MiB, line ends made equal, BOM dropped.

    Raises UnreadableFileError, saying what to do, for anything else. Never blocks on a pipe.
    """
    name = harmless(str(path))
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise UnreadableFileError(f"{name}: there is no such file. Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(f"{name}: cannot be opened: {harmless(reason)}.") from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise UnreadableFileError(f"{name}: not a regular file. Name a file of text.")
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(LARGEST + 1) if status.st_size <= LARGEST else b" " * (LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableFileError(f"{name}: larger than 8 MiB. Split it into one briefing a file.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(_LINE_END.findall(data, 0, error.start)) + 1
        raise UnreadableFileError(
            f"{name}:{line}: not UTF-8: byte 0x{data[error.start]:02X}. Save the file as UTF-8."
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
