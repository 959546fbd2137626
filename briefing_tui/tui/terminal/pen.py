"""Looks of a cell, and the shortest SGR sequence from one to another.

After ECMA-48, "SGR - Select Graphic Rendition", and ITU-T T.416 for 256 colours.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_OFF = {
    "1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29",
    "21": "24", "51": "54", "52": "54", "53": "55",
}  # fmt: skip
"""What takes each attribute back."""

_SEEN_ON_BLANK = frozenset({"4", "5", "6", "7", "9", "21", "51", "52", "53"})
"""Attributes that show where there is no letter."""


_FOREGROUND = re.compile("[39][0-7]")
_BACKGROUND = re.compile("(?:4|10)[0-7]")


class Look(NamedTuple):
    """How a cell looks, as the parameters of SGR."""

    attributes: frozenset[str] = frozenset()
    foreground: str = ""
    background: str = ""

    @property
    def parameters(self) -> str:
        """The parameters of SGR that give this look to a terminal just reset."""
        return ";".join(filter(None, (*sorted(self.attributes), self.foreground, self.background)))

    @property
    def blank(self) -> Look:
        """What of it shows where there is no letter."""
        return self if self.attributes & _SEEN_ON_BLANK else plain(self.background)


@cache
def plain(background: str) -> Look:
    """Return the look of an empty cell."""
    return Look(background=background)


@cache
def look(parameters: str, *, colour: bool = True) -> Look:
    """Return the look that SGR `parameters` such as `1;38;5;255` give to a terminal just reset."""
    attributes, foreground, background = set(), "", ""
    rest = parameters.split(";") if parameters else []
    while rest:
        number = rest.pop(0)
        if number in _OFF:
            attributes.add(number)
        elif number in ("38", "48"):
            count = {"5": 2, "2": 4}.get(rest[0] if rest else "", 1)
            named = ";".join([number, *rest[:count]])
            del rest[:count]
            foreground, background = (named, background) if number == "38" else (foreground, named)
        elif _FOREGROUND.fullmatch(number):
            foreground = number
        elif _BACKGROUND.fullmatch(number):
            background = number
    if not colour:
        foreground = background = ""
    return _one(frozenset(attributes), foreground, background)


@cache
def _one(attributes: frozenset[str], foreground: str, background: str) -> Look:
    """Return the one object for equal looks, so that they compare quickly."""
    if not (attributes or foreground):
        return plain(background)
    return Look(attributes, foreground, background)


@cache
def change(before: Look, after: Look) -> str:
    """Return the shortest sequence that turns the pen from `before` to `after`; empty if it is there."""
    if before == after:
        return ""
    whole = ["0" if before != Look() else "", *sorted(after.attributes), after.foreground, after.background]
    off = {_OFF[one] for one in before.attributes - after.attributes}
    kept = {one for one in before.attributes & after.attributes if _OFF[one] not in off}
    parts = [*sorted(off), *sorted(after.attributes - kept)]
    if before.foreground != after.foreground:
        parts.append(after.foreground or "39")
    if before.background != after.background:
        parts.append(after.background or "49")
    candidates = (";".join(filter(None, whole)), ";".join(parts))
    return f"\x1b[{min(candidates, key=len)}m".replace("[0m", "[m")
