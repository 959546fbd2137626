"""The line at the top: whose services, which visit, when; and what the reader must not miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from briefing_tui.tui.look import BOLD

if TYPE_CHECKING:
    from datetime import date

    from briefing_tui.model.briefing import Briefing


DRAFT = "draft coding"

APART = 2
"""Cells between the authority and the rest."""


class Header(Widget):
    """Authority, visit and date, as much of it as there is room for; or what is left out just now."""

    notice: reactive[str] = reactive("")
    """What stands in place of the visit: that not all is shown, or that the file has changed."""

    def __init__(self, briefing: Briefing) -> None:
        super().__init__()
        self._briefing = briefing

    def render(self) -> Content:
        """Return the longest form that fits. A notice goes before the authority."""
        if self.notice:
            return self._noticed()
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
        authority = self._authority()
        for form in map(Content, forms):
            free = width - authority.cell_length - form.cell_length
            if free >= APART:
                return Content.assemble(authority, " " * free, form)
        return authority.truncate(width, ellipsis=True)

    def _authority(self) -> Content:
        """Return whose services, and that nobody has checked the coding, as long as that is so."""
        draft = f" · {DRAFT}" if self._briefing.draft else ""
        return Content.styled(f"{self._briefing.authority}{draft}", BOLD)

    def _noticed(self) -> Content:
        notice = Content.styled(self.notice, BOLD)
        authority = self._authority()
        free = self.size.width - authority.cell_length - notice.cell_length
        if free < APART:
            if self._briefing.draft:
                notice = Content.styled(f"{DRAFT} · ", BOLD) + notice
            return notice.truncate(self.size.width, ellipsis=True)
        return Content.assemble(authority, " " * free, notice)


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
