"""A row of a column: styled text that knows how to wrap, and perhaps where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from textual.content import Content
from textual.strip import Strip
from textual.visual import RenderOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from textual.style import Style

NARROWEST_BODY = 14
"""Cells. Where hanging would leave less, the body starts on the lead's own line and fills the width."""


class Lines(Protocol):
    """The lines of a row, which may be drawn only when they are to be seen."""

    def __len__(self) -> int:
        """Return how many there are."""

    def __getitem__(self, index: int, /) -> Strip:
        """Return a line."""


class Row(NamedTuple):
    """Text that wraps, hanging under its lead.

    The styles in its contents are names, such as `concern`; the widget that draws it knows
    what they look like.
    """

    body: Content
    lead: Content = Content()
    leads_to: Hashable | None = None
    """Where Enter goes, or what it gives; None for a row that cannot be chosen."""
    barred: bool = False
    """Whether the lead stands before every line, not only the first."""

    def strips(self, width: int, base: Style, get_style: Callable[[str | Style], Style]) -> list[Strip]:
        """Return the lines of this row, each exactly `width` cells wide."""
        options = RenderOptions(get_style, {})
        lead = self.lead
        hang = lead.cell_length
        if width - hang < NARROWEST_BODY:
            lines = (lead + self.body).render_strips(width, None, base, options)
        else:
            lines = self.body.render_strips(width - hang, None, base, options)
            if hang:
                first = lead.render_strips(hang, 1, base, options)[0]
                later = first if self.barred else Strip.blank(hang, base.rich_style)
                lines = [Strip.join([later if index else first, line]) for index, line in enumerate(lines)]
        return [line.adjust_cell_length(width, base.rich_style) for line in lines]


def text(body: str, style: str = "") -> Content:
    """Return `body` as content in the style of that name. Never parsed as markup."""
    return Content.styled(body, style) if style else Content(body)


BLANK = Row(Content(" "))
