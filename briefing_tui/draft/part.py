"""The parts of a focused visit letter, and the headings that begin them."""

from __future__ import annotations

import re
from enum import Enum


class Part(Enum):
    """What a paragraph of the letter belongs to."""

    OPENING = "opening"
    SUMMARY = "summary"
    PRIORITY = "priority actions"
    IMPROVE = "improvement points"
    FINDINGS = "main findings"
    CLOSING = "closing"
    FRAME = "salutation, title and signature"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    UNPLACED = "unplaced"


_HEADINGS = (
    (Part.SUMMARY, r"headline findings|overview|summary(?: of (?:main |key )?findings)?|key findings"),
    (Part.PRIORITY, r"areas? (?:for|of) priority actions?|priority actions?"),
    (
        Part.IMPROVE,
        (
            r"what needs to improve(?: in this area of (?:social work )?practice)?|"
            r"areas? for (?:improvement|development)s?"
        ),
    ),
    (Part.FINDINGS, r"(?:main )?findings|areas? of strengths?|strengths"),
)
"""As printed in the letters from 2018 on."""

_COMPILED = tuple(
    (part, re.compile(rf"(?:{pattern})\s*[?:.]*\s*\d{{0,2}}", re.IGNORECASE)) for part, pattern in _HEADINGS
)


def part_of_heading(text: str) -> Part | None:
    """Return the part that a line with exactly this text begins; None if it is no known heading."""
    if not text[:1].isupper():
        return None
    return next((part for part, pattern in _COMPILED if pattern.fullmatch(text)), None)
