"""Lines of a letter saved as plain text or Markdown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_tui.draft.line import Line
from briefing_tui.model.verbatim import fold_space

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNWRAPPED = 140
"""Characters: no line of text that is wrapped is longer."""

_EARLY = 0.88
"""Of the width: a sentence's last line that is shorter, the next word included, was not broken for width."""

_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b]")
_SENTENCE_END = re.compile(r"""[.?!:]["'’”)\]]*\d?$""")
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
    return _parted(lines)


def _parted(lines: list[Line]) -> Sequence[Line]:
    """Return `lines` with a gap after each that ended a paragraph, as not all text has blank lines there."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths or lengths[-1] > _UNWRAPPED:
        return lines
    width = lengths[len(lengths) * 9 // 10]
    parted = lines[:1]
    for before, line in pairwise(lines):
        room = _EARLY * width - len(before.text)
        early = _SENTENCE_END.search(before.text) and len(line.text.partition(" ")[0]) < room
        parted.append(replace(line, gap=line.gap or bool(early)))
    return parted
