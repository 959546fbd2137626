"""One cell of the terminal, and text cut into cells.

A wide character has two: the second holds no text. A letter carries its combining marks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing_tui.character import JOINER, REMOVED, harmless
from briefing_tui.tui.terminal.pen import Look

Cell = tuple[str, Look]

_MARKS = 4
"""Combining marks that a letter may carry. More of them draw over other lines."""

_SINGLE = (
    " -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u1e00-\u1eff\u2010-\u2015\u2018-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2200-\u22ff"
    "\u2500-\u25fc\ufffd"
)
_DOUBLE = "\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
_PLAIN = re.compile(f"[{_SINGLE}]*")
_WIDE = f"[{_DOUBLE}]"
"""One of them. Compiled when there is a character that is no single: most screens have none."""


def trusted(text: str) -> bool:
    """Say whether every terminal agrees on how many cells `text`, one cell's, takes.

    They do not on emoji, on marks that combine, and on scripts that are joined or run from right to left.
    """
    return len(text) <= 1 and bool(_PLAIN.fullmatch(text) or re.fullmatch(_WIDE, text))


@lru_cache(maxsize=4096)
def cut(text: str) -> tuple[str, ...]:
    """Return the text of each cell; marks without a letter before them are lost.

    Nothing in it acts on a terminal.
    """
    text = harmless(text).replace("\t", REMOVED).replace("\n", REMOVED)
    if _PLAIN.fullmatch(text):
        return tuple(text)
    from rich.cells import split_graphemes  # noqa: PLC0415 (rare, and not before the first frame)

    cells: list[str] = []
    for start, end, width in split_graphemes(text)[0]:
        cluster = text[start:end]
        if len(cluster) > 1 + _MARKS and JOINER not in cluster:
            cluster = cluster[: 1 + _MARKS]
        if width:
            cells += [cluster, *[""] * (width - 1)]
    return tuple(cells)
