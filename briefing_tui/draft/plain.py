"""Lines of a letter saved as plain text or Markdown."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefing_tui.draft.line import Line
from briefing_tui.model.verbatim import fold_space

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*")
_BOLD = re.compile(r"(?:\*\*|__)(?P<text>[^*_]+)(?:\*\*|__)")


def tidy(text: str) -> str:
    """Return `text` with white space folded, invisible characters taken out and ligatures spelled out."""
    spelled = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return fold_space(_INVISIBLE.sub("", spelled))


def plain_lines(text: str) -> Sequence[Line]:
    """Return the lines of `text`; a form feed turns the page, and a Markdown heading is bold."""
    lines = []
    paged = "\f" in text
    for number, page in enumerate(text.split("\f"), start=1):
        gap = True
        for raw in _LINE_END.split(page):
            folded = tidy(raw)
            match = _HEADING.fullmatch(folded) or _BOLD.fullmatch(folded)
            if match:
                folded = match["text"]
            if folded:
                lines.append(Line(folded, gap, page=number if paged else 0, bold=bool(match)))
            gap = not folded
    return lines
