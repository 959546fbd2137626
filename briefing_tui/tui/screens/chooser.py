"""Choosing one of several briefings, or what a search through all of them finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from briefing_tui.character import harmless
from briefing_tui.model.entry import Finding, Sentence
from briefing_tui.search.query import Query
from briefing_tui.tui.library import Leaf
from briefing_tui.tui.row import Row, text
from briefing_tui.tui.screens.prompt import Prompt
from briefing_tui.tui.widgets.header import DRAFT, spoken_days

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_tui.tui.library import Library, Volume


class ChooserScreen(Prompt[Leaf | None]):
    """Lists the briefings; of what is typed, where it stands in any of them. Gives what is chosen."""

    HEADING = "Briefings · type to search them all, Enter opens, Esc closes"
    PLACEHOLDER = 'words or "a phrase", in all briefings'

    def __init__(self, library: Library, left_out: Sequence[str]) -> None:
        super().__init__()
        self._library = library
        self._left_out = left_out
        """What could not be read, each with its file and why."""

    def opened(self, target: object) -> None:
        """Give what is chosen."""
        if isinstance(target, Leaf):
            self.give(target)

    def candidates(self, typed: str) -> Iterator[Row]:
        """Yield every briefing; or those whose name is typed, then what has the words, findings first."""
        volumes = self._library.volumes
        for number, volume in enumerate(volumes):
            if typed.casefold() in volume.briefing.authority.casefold():
                yield Row(_told(volume), leads_to=Leaf(number))
        query = Query.parse(typed)
        found = self._library.find(query) if query.terms else ()
        entries = {leaf: volumes[leaf.volume].briefing.entries[leaf.reference] for leaf in found}
        ordered = sorted(found, key=lambda leaf: isinstance(entries[leaf], Sentence))
        for leaf in ordered:
            entry = entries[leaf]
            tone = (entry.tone.mark, entry.tone.value) if isinstance(entry, Finding) else (" ", "")
            lead = Content.assemble(tone, " ", (leaf.reference.ljust(8), "reference"))
            where = (f"  {volumes[leaf.volume].briefing.authority}", "label")
            yield Row(Content.assemble(entry.line, where), lead, leaf)
        if not typed:
            yield from (Row(text(f"Left out: {one}", "concern")) for one in self._left_out)


def _told(volume: Volume) -> Content:
    """Return whose services, in which file, when, and how much is to improve."""
    briefing = volume.briefing
    days = spoken_days(briefing.visit.first_day, briefing.visit.last_day)
    counts = [
        _counted(sum(point.priority for point in briefing.points), "area for priority action"),
        _counted(sum(not point.priority for point in briefing.points), "improvement point"),
    ]
    told = " · ".join(part for part in (briefing.subject, days, *counts) if part)
    draft = (f" · {DRAFT}", "label") if briefing.draft else ""
    file = (f"  {harmless(volume.file.name)}", "quiet")
    return Content.assemble((briefing.authority, "reference"), file, "\n", told, draft)


def _counted(number: int, what: str) -> str:
    if not number:
        return ""
    many = what.replace("area ", "areas ") if "area " in what else f"{what}s"
    return f"{number} {what if number == 1 else many}"
