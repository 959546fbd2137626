"""Text read page by page, put together again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BARS = "▎┆"
"""Stand before every line of a quotation: of the letter, of the press."""


def continued(read: Sequence[str], page: Sequence[str]) -> list[str]:
    """Return the lines of `read` and of `page`, those that end the one and begin the other once."""
    shared = next(
        count
        for count in range(min(len(read), len(page)), -1, -1)
        if list(read[len(read) - count :]) == list(page[:count])
    )
    return [*read, *page[shared:]]


def unwrapped(lines: Sequence[str]) -> str:
    """Return the words of `lines`, one space between."""
    return folded(" ".join(line.strip().lstrip(BARS) for line in lines))


def folded(text: str) -> str:
    """Return `text` with every stretch of white space made one space."""
    return " ".join(text.split())
