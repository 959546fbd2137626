"""Characters that no text of ours needs and that act on a terminal, mislead a reader or shift a line."""

from __future__ import annotations

import re
from unicodedata import category

REMOVED = "\N{REPLACEMENT CHARACTER}"
"""What stands where a character was removed."""

MOST_MARKS = 4
"""Combining marks on one letter: pointed and cantillated Hebrew has as many. More paint over other lines."""

JOINER = "\u200d"
"""Makes one letter of the two beside it, as of the people in a family."""

JOINERS = f"\u200c{JOINER}"
_JOINING = (
    "\u0620-\u109f\u1780-\u17ff\u1810-\u18af\u1b00-\u1bff\ua840-\ua87f\ua8e0-\ua8ff"
    "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
)
"""Scripts in which a joiner changes how letters are written: Arabic, those of India, and others."""

ACTS = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1: they start escape sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls: they reorder what is read
    "\u200b\u2060-\u2065\u206a-\u206f\ufeff\u00ad\u034f"  # invisible: they hide a difference
    "\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # likewise
    "\u2028\u2029\ufff9-\ufffb"  # line and paragraph separators, annotations
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # lone surrogates and noncharacters: they cannot be written out
    "\U000e0000-\U000e007f"  # tags: invisible text
    "]"
)
STRAY_JOINER = f"(?<![{_JOINING}])[{JOINERS}]|[{JOINERS}](?![{_JOINING}])"
"""A joiner beside a letter of no such script. Compiled when a text has any: most have none."""

MAY_MISLEAD = re.compile(f"[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]|[^\x00-\u02ff]{{{MOST_MARKS + 1}}}")
"""What of the above can stand in a text that Python calls printable."""

MAY_BE_STACKED = re.compile(f"[^\x00-\u02ff]{{{MOST_MARKS + 1},}}")


def unstacked(run: re.Match[str]) -> str:
    """Return the text of `run` with the combining marks that are too many on one letter replaced."""
    marks, kept = 0, []
    for one in run[0]:
        if category(one) in ("Mn", "Me"):
            marks += 1
        elif one not in JOINERS:
            marks = 0
        kept.append(REMOVED if marks > MOST_MARKS and one not in JOINERS else one)
    return "".join(kept)


def harmless(text: str) -> str:
    """Return `text` with every character that could act on a terminal or mislead a reader replaced.

    Idempotent, and as long as `text`. Line feeds and tabs stay: whoever prints them decides.
    """
    if text.isprintable() and (text.isascii() or not MAY_MISLEAD.search(text)):
        return text
    text = MAY_BE_STACKED.sub(unstacked, ACTS.sub(REMOVED, text))
    return re.sub(STRAY_JOINER, REMOVED, text) if any(joiner in text for joiner in JOINERS) else text
