"""Mending words that a line end broke, by the letter's own spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from briefing_tui.draft.line import Line

_SPELLED = re.compile(r"\w+(?:-\w+)*")
_SUSPENDED = re.compile(r"(?:and|or|to)\s")
"""What follows the hyphen of "short- and long-term"."""

_PREFIXES = {
    "co",
    "cross",
    "inter",
    "mid",
    "multi",
    "non",
    "post",
    "pre",
    "re",
    "self",
    "semi",
    "sub",
    "well",
}
"""Words that are printed with a hyphen or without, so that the letter's other spelling settles nothing."""


def spellings(lines: Sequence[Line]) -> frozenset[str]:
    """Return the letter's words, with and without hyphens, in small letters."""
    found = (match[0].lower() for line in lines for match in _SPELLED.finditer(line.text))
    return frozenset(found)


def joined(first: str, second: str, spelled: AbstractSet[str]) -> str:
    """Return two pieces of a broken line as one; `spelled` are the words of the letter.

    A hyphen at the end stays, as in "multi-" and "agency", unless the letter elsewhere has the
    word without it and nowhere with it.
    """
    if not first or not second:
        return first + second
    before = re.search(r"(\w+)[-\u00ad]$", first)
    after = re.match(r"\w+", second)
    if not before or not after or _SUSPENDED.match(second):
        return f"{first} {second}"
    whole, hyphened = (before[1] + after[0]).lower(), f"{before[1]}-{after[0]}".lower()
    printed = before[1].lower() in _PREFIXES or hyphened in spelled
    if first.endswith("\u00ad") or (whole in spelled and not printed):
        return first[:-1] + second
    return first + second
