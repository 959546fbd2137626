"""Characters that act on a terminal or mislead a reader, wherever a text comes from."""

from __future__ import annotations

import re

REMOVED = "\N{REPLACEMENT CHARACTER}"
"""What stands where a character was removed."""

_ACTS = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1: they start escape sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls: they reorder what is read
    "\u200b\u2060-\u2064\ufeff\u00ad"  # invisible: they hide a difference between two words
    "\u2028\u2029\ufff9-\ufffb"  # line and paragraph separators, annotations
    "\ud800-\udfff\ufffe\uffff"  # lone surrogates and noncharacters: they cannot be written out
    "\U000e0000-\U000e007f"  # tags: invisible text
    "]"
)


def harmless(text: str) -> str:
    """Return `text` with every character that could act on a terminal or mislead a reader replaced.

    Idempotent. Line feeds and tabs stay: whoever prints them decides.
    """
    return _ACTS.sub(REMOVED, text)
