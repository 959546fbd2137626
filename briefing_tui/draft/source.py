"""Reading the letter's bytes, and saying in one sentence why they are none."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, BinaryIO

from briefing_tui.draft.plain import plain_lines
from briefing_tui.errors import LetterError, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_tui.draft.line import Line

LARGEST = 32 * 1024 * 1024
"""Bytes. The published letters have at most a few hundred thousand."""

LONGEST = 100_000
"""Characters. The longest letter published has about 18,000."""

_OTHER_KINDS = (
    (b"PK\x03\x04", "a ZIP archive or a Word document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a document in rich text format"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"<!DOCTYPE", "a web page"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
)
"""How files begin that people have and that are neither PDF nor text."""

_PDF_SIGNATURE_WITHIN = 1024
"""Bytes: readers of PDF accept this much before the signature."""


def read_file(path: Path) -> bytes:
    """Return the bytes of the regular file at `path`.

    Raises UnreadableFileError if it cannot be opened, and LetterError if it is too large,
    before reading it.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError(f"{path}: not a regular file. Name a letter as PDF or text.")
        if status.st_size > LARGEST:
            raise LetterError(_too_large(str(path)))
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFileError(f"{path}: there is no such file. Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(f"{path}: cannot be opened: {reason}.") from None


def read_stream(stream: BinaryIO) -> bytes:
    """Return what `stream` holds. Raises LetterError if that is too much."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise LetterError(_too_large("Standard input"))
    return data


def _too_large(name: str) -> str:
    return f"{name}: larger than {LARGEST // 1024 // 1024} MB, which no letter is. Name the letter itself."


def letter_lines(data: bytes, name: str) -> Sequence[Line]:
    """Return the lines of the letter that `data` holds, as PDF or text.

    Raises LetterError, naming `name`, if it holds none, and MissingExtraError if it takes the
    extra `pdf` to read it and that is not installed.
    """
    lines = _lines(data, name)
    if sum(len(line.text) for line in lines) > LONGEST:
        raise LetterError(f"{name}: far longer than a focused visit letter. Name the letter itself.")
    return lines


def _lines(data: bytes, name: str) -> Sequence[Line]:
    if not data.strip():
        raise LetterError(f"{name}: the file is empty. Save the letter again.")
    if b"%PDF-" in data[:_PDF_SIGNATURE_WITHIN]:
        from briefing_tui.draft.pdf import pdf_lines  # noqa: PLC0415 (an extra, wanted only for a PDF)

        return pdf_lines(data, name)
    for beginning, kind in _OTHER_KINDS:
        if data.lstrip().startswith(beginning):
            raise LetterError(f"{name}: this is {kind}, whatever its name. Save the letter as PDF or text.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LetterError(
            f"{name}: neither a PDF nor text in UTF-8. Save the letter as one of them."
        ) from None
    if "\0" in text:
        raise LetterError(f"{name}: neither a PDF nor text. Save the letter as one of them.")
    return plain_lines(text)
