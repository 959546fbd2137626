"""A printed line, as every kind of input comes down to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a letter, white space folded, never empty."""

    text: str
    gap: bool = False
    """Whether there is blank space above it."""
    page: int = 0
    """The page it is on, from 1; 0 where the input has no pages."""
    indent: float = 0
    """Points from the left edge of the page; 0 where the input does not say."""
    bold: bool = False
    small: bool = False
    """Whether its type is smaller than that of the letter's body."""
