"""References as people say and type them."""

from __future__ import annotations

import re

FORM = re.compile(r"[A-Z]{1,6}-[1-9][0-9]{0,4}")
"""What a reference looks like: capitals, a hyphen, a number from 1."""

_TYPED = re.compile(r"\s*([A-Za-z]{1,6})[\s-]*0*([1-9][0-9]{0,4})\s*")


def normal(typed: str) -> str:
    """Return the reference that `typed` means: `aa5`, `AA 5` and `aa-05` are all `AA-5`.

    Text of no such form comes back as it is.
    """
    match = _TYPED.fullmatch(typed)
    return f"{match[1].upper()}-{match[2]}" if match else typed


def prefix(reference: str) -> str:
    """Return the letters before the hyphen: `AA` of `AA-5`."""
    return reference.partition("-")[0]
