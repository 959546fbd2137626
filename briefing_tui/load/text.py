"""Reading a file as text, without trusting it."""

from __future__ import annotations

import os
import re
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_LE
from typing import TYPE_CHECKING

from briefing_tui.character import harmless
from briefing_tui.errors import MalformedFileError, Problem, UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 8 * 1024 * 1024
"""Bytes. A briefing of 10,000 findings has about half as many."""

_LINE_END = re.compile(rb"\r\n|\r|\n")

_OTHER_KINDS = {
    BOM_UTF32_LE: "This is UTF-32, not UTF-8. Save the file again with the encoding UTF-8.",
    BOM_UTF16_LE: "This is UTF-16, not UTF-8. Save the file again with the encoding UTF-8.",
    BOM_UTF16_BE: "This is UTF-16, not UTF-8. Save the file again with the encoding UTF-8.",
    b"%PDF-": "This is a PDF. Name a file of plain text.",
    b"PK\x03\x04": "This is a Word document or a ZIP archive. Name a file of plain text.",
}
"""What files begin with that are handed over by mistake, and what to do."""


def read_text(path: Path) -> str:
    """Return the text of a regular UTF-8 file of at most 8 MiB, line ends made equal, BOM dropped.

    Raises UnreadableFileError, saying what to do, for anything else: MalformedFileError, with the place,
    if it is what the file holds. Never blocks on a pipe.
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
        told = "not a regular file. Name a file of text."
        if stat.S_ISDIR(status.st_mode):
            told = "a folder, where a file of text is wanted."
        raise UnreadableFileError(f"{name}: {told}")
    try:
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(LARGEST + 1) if status.st_size <= LARGEST else b" " * (LARGEST + 1)
    except OSError as error:
        raise UnreadableFileError(f"{name}: cannot be read: {harmless(str(error.strerror))}.") from None
    return _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, name: str) -> str:
    """Return the text that `data` holds as UTF-8, without a byte order mark."""
    if len(data) > LARGEST:
        told = "Larger than 8 MiB. Split it into one briefing a file."
        raise malformed(name, data, 0, "too-large", told)
    told = next((told for beginning, told in _OTHER_KINDS.items() if data.startswith(beginning)), "")
    if told or (b"\0\0" in (data[:4:2], data[1:4:2]) and any(data[:4])):
        raise malformed(name, data, 0, "encoding", told or _OTHER_KINDS[BOM_UTF16_LE])
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        told = f"Not UTF-8: byte 0x{data[error.start]:02X}. Save the file again with the encoding UTF-8."
        raise malformed(name, data, error.start, "encoding", told) from None
    if "\0" in text:
        told = "No text: byte 0x00. Save the file again as plain text, with the encoding UTF-8."
        raise malformed(name, data, data.index(b"\0"), "encoding", told)
    return text


def malformed(name: str, data: bytes, offset: int, rule: str, message: str) -> MalformedFileError:
    """Return what to raise when the byte at `offset` cannot be read."""
    before = data[:offset]
    line_ends = list(_LINE_END.finditer(before))
    column = len(before[line_ends[-1].end() if line_ends else 0 :].decode()) + 1
    return MalformedFileError(Problem(name, len(line_ends) + 1, column, message, rule))
