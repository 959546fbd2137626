"""The line at the top: whose services, which visit, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from datetime import date

    from briefing_tui.model.briefing import Briefing


APART = 2
"""Cells between the authority and the rest."""


class Header(Widget):
    """Authority, visit and date, as much of it as there is room for."""

    def __init__(self, briefing: Briefing) -> None:
        super().__init__()
        self._briefing = briefing

    def render(self) -> Content:
        """Return the longest form that fits."""
        briefing, visit = self._briefing, self._briefing.visit
        kind = visit.kind[:1].upper() + visit.kind[1:]
        days = spoken_days(visit.first_day, visit.last_day)
        forms = (
            f"{briefing.subject} · {visit.framework} {visit.kind} {days}",
            f"{briefing.subject} · {kind} {days}",
            f"{kind} {days}",
            days,
            spoken_days(visit.first_day, visit.last_day, month="%b"),
            f"{visit.last_day:%b %Y}",
        )
        width = self.size.width
        authority = Content.styled(briefing.authority, "bold")
        for form in map(Content, forms):
            free = width - authority.cell_length - form.cell_length
            if free >= APART:
                return Content.assemble(authority, " " * free, form)
        return authority.truncate(width, ellipsis=True)


def spoken_days(first: date, last: date, month: str = "%B") -> str:
    """Return the days of a visit as people say them: `21–22 September 2022`."""
    until = f"{last.day} {last:{month}} {last.year}"
    if first == last:
        return until
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{until}"
    if first.year == last.year:
        return f"{first.day} {first:{month}} – {until}"
    return f"{first.day} {first:{month}} {first.year} – {until}"
