"""Setting text in lines: where they break, and the pieces of each with their looks.

They break as Textual breaks them, but that a tab is one space. It would make a text of each line, and a style
of each piece that tells where it stands, for a mouse to select: a third of the time to draw a screen.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich._wrap import divide_line  # what Textual wraps with; nothing public says where a line begins
from rich.cells import cell_len
from rich.segment import Segment

from briefing_tui.character import JOINER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.style import Style as Ink
    from textual.content import Content, Span
    from textual.style import Style

Line = list[Segment]
"""The pieces of a line. Together they fill its width."""


class Typesetter:
    """Sets a text, with what its styles look like on a ground."""

    def __init__(self, content: Content, ground: Style, get_style: Callable[[str | Style], Style]) -> None:
        self.text = content.plain.replace("\t", " ")
        self._blank = ground.rich_style
        self._runs = tuple(_runs(self.text, content.spans, ground, get_style))

    def breaks(self, width: int) -> Iterator[tuple[int, int]]:
        """Yield where each line of at most `width` cells starts and ends, less the space where it breaks."""
        start = 0
        for paragraph in self.text.split("\n"):
            for first, past in pairwise([0, *divide_line(paragraph, width), len(paragraph)]):
                kept = paragraph[first:past] if past == len(paragraph) else paragraph[first:past].rstrip()
                yield start + first, start + first + len(kept)
            start += len(paragraph) + 1

    def lines(self, width: int) -> list[Line]:
        """Return the whole text in lines of `width` cells."""
        return [self.line(start, end, width) for start, end in self.breaks(width)]

    def line(self, start: int, end: int, width: int) -> Line:
        """Return the text from `start` to `end` as a line of `width` cells."""
        line = [
            Segment(self.text[max(start, first) : min(end, past)], ink)
            for first, past, ink in self._runs
            if first < end and start < past
        ]
        free = width - sum(cell_len(piece.text) for piece in line)  # each is drawn by itself
        if free < 0:
            return Segment.adjust_line_length(line, width)
        if free:
            line.append(Segment(" " * free, self._blank))
        return line


def _runs(
    text: str, spans: Iterable[Span], ground: Style, get_style: Callable[[str | Style], Style]
) -> Iterator[tuple[int, int, Ink]]:
    """Yield where each look starts and ends. None starts or ends within a letter with its marks."""
    looks = [
        (_whole_letters(text, span.start, -1), _whole_letters(text, span.end, 1), get_style(span.style))
        for span in spans
    ]
    edges = {0, len(text)}.union(*(look[:2] for look in looks))
    for first, past in pairwise(sorted(edges)):
        style = ground
        for start, end, look in looks:
            if start <= first and past <= end:
                style += look
        yield first, past, style.rich_style


def _whole_letters(text: str, place: int, step: int) -> int:
    """Move `place` by `step` until no letter is parted from its marks, which take no cell of their own."""
    while 0 < place < len(text) and text[place] != "\n":
        if text[place - 1] != JOINER and cell_len(text[place]):
            break
        place += step
    return place
