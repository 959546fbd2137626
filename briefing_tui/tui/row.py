"""A row of a column: styled text that knows how to wrap, and perhaps where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from textual.content import Content

from briefing_tui.tui.typesetting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from textual.style import Style

    from briefing_tui.tui.typesetting import Line

NARROWEST_BODY = 14
"""Cells. Where hanging would leave less, the body starts on the lead's own line and fills the width."""


class Lines(Protocol):
    """The lines of a row, which may be drawn only when they are to be seen."""

    def __len__(self) -> int:
        """Return how many there are."""

    def __getitem__(self, index: int, /) -> Line:
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

    def lines(self, width: int, ground: Style, get_style: Callable[[str | Style], Style]) -> list[Line]:
        """Return the lines of this row, each `width` cells wide."""
        hang = self.lead.cell_length
        if width - hang < NARROWEST_BODY:
            return Typesetter(self.lead + self.body, ground, get_style).lines(width)
        lines = Typesetter(self.body, ground, get_style).lines(width - hang)
        if hang:
            lead = Typesetter(self.lead, ground, get_style)
            first = lead.line(0, len(lead.text), hang)
            later = first if self.barred else lead.line(0, 0, hang)
            lines = [[*(later if index else first), *line] for index, line in enumerate(lines)]
        return lines


def text(body: str, style: str = "") -> Content:
    """Return `body` as content in the style of that name. Never parsed as markup."""
    return Content.styled(body, style) if style else Content(body)


BLANK = Row(Content(" "))
