"""What Textual drew, taken as text with its looks rather than as a stream of sequences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip

from briefing_tui.tui.terminal.cell import cut
from briefing_tui.tui.terminal.pen import Look, change, look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.color import ColorSystem
    from rich.style import Style
    from textual._compositor import CompositorUpdate

Placed = tuple[int, int, list[tuple[str, Look]], int]
"""Column, line, text with its looks, and how many cells it takes."""


def placed(update: CompositorUpdate, system: ColorSystem, *, colour: bool) -> Iterator[Placed]:
    """Yield all that an update shows, in that many colours or in none."""
    for x, y, strip in _spans(update):
        pieces = [(text, look(_parameters(style, system), colour=colour)) for text, style, _ in strip]
        yield x, y, pieces, strip.cell_length


def written(update: Iterable[Placed]) -> str:
    """Return what shows an update, whatever is on the screen already."""
    parts = []
    for x, y, pieces, _ in update:
        parts.append(f"\x1b[{y + 1};{x + 1}H")
        parts += (f"{change(Look(), shown)}{''.join(cut(text))}\x1b[m" for text, shown in pieces)
    return "".join(parts)


def _parameters(style: Style | None, system: ColorSystem) -> str:
    if style is None:
        return ""
    known = style._ansi  # noqa: SLF001
    return Strip.render_ansi(style, system) if known is None else known


def _spans(update: CompositorUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Yield each strip of an update with its place, as Textual's own `render_segments` places them."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for part in line:
                yield x, y, part
                x += part.cell_length
    elif isinstance(update, ChopsUpdate):
        for y, left, right in update.spans:
            for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if strip is None or x > right or end <= left:
                    continue
                inside = right > x >= left and end <= right
                yield x, y, strip if inside else strip.crop(0, min(end, right) - x)
