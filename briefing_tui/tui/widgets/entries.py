"""The second column: the entries of the open pane, section after section."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from briefing_tui.model.entry import Claim, Finding, Labelled
from briefing_tui.tui.listing import Listing
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import BLANK, Row, text
from briefing_tui.tui.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from briefing_tui.model.entry import Entry
    from briefing_tui.model.outline import Pane


MOST_LISTINGS = 12
"""Panes of which the rows are kept: those there are, with and without a selection."""

WIDEST = 20
"""Cells for a label before its line; where labels are longer, the line goes below."""


class EntryListing(Listing):
    """The rows of a pane: headings and blank lines, and entries, which alone lead somewhere.

    Of ten thousand entries, what is not seen is neither worded nor placed.
    """

    def __init__(self, pane: Pane, is_marked: Callable[[str], bool]) -> None:
        self._pane = pane
        self._is_marked = is_marked
        self._rows: list[Entry | Row] = []
        self.stops: list[int] = []
        self._first_stops: list[int] = []
        """The first stop of each section."""
        self._widths: dict[int, int] = {}
        """Cells before the lines of a section's entries, by its number."""
        for number, section in enumerate(pane.sections):
            self._first_stops.append(len(self.stops))
            if number:
                self._rows.append(BLANK)
            if section.label != section.entries[0].reference:
                self._rows.append(Row(text(section.title, "section")))
            for group in section.groups:
                if group.heading:
                    self._rows.append(Row(text(group.heading, "label")))
                self.stops += range(len(self._rows), len(self._rows) + len(group.entries))
                self._rows += group.entries

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Row:
        one = self._rows[index]
        if isinstance(one, Row):
            return one
        number = self._number(bisect_left(self.stops, index))
        if number not in self._widths:
            entries = self._pane.sections[number].entries
            self._widths[number] = max(len(_called(entry)) for entry in entries) + 2
        return _row(one, self._widths[number], marked=self._is_marked(one.reference))

    def leads_to(self, stop: int) -> Position:
        """Return the position of an entry."""
        number = self._number(stop)
        section = self._pane.sections[number]
        entry = section.entries[stop - self._first_stops[number]]
        return Position(self._pane.key, section.key, entry.reference)

    def stop_of(self, target: Hashable) -> int | None:
        """Return the first stop of the entry at that position."""
        if not isinstance(target, Position) or target.pane != self._pane.key:
            return None
        keys = [section.key for section in self._pane.sections]
        if target.section not in keys:
            return None
        number = keys.index(target.section)
        references = [entry.reference for entry in self._pane.sections[number].entries]
        if target.reference not in references:
            return None
        return self._first_stops[number] + references.index(target.reference)

    def _number(self, stop: int) -> int:
        """Return the number of the section in which a stop is."""
        return bisect_right(self._first_stops, stop) - 1


class Entries(Column):
    """The entries of one pane. Follows the position; choosing one posts it."""

    pane: reactive[Pane | None] = reactive(None, repaint=False)
    position: reactive[Position | None] = reactive(None, repaint=False)
    marked: reactive[frozenset[str]] = reactive(frozenset(), repaint=False)
    """References of what the reader has marked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._listings: list[tuple[Pane, Listing]] = []
        """What each pane was listed as; a pane of another selection is another pane."""

    def watch_pane(self, pane: Pane | None) -> None:
        """Show another pane, or another selection of it."""
        if pane:
            self.show(self._listing(pane))
            self.watch_position(self.position)
            self.begin_at_heading()

    def take_up(self) -> None:
        """Bring the headings above the choice into view."""
        self.show_chosen()

    def watch_marked(self) -> None:
        """Show the marks."""
        self._forget_lines()
        self.refresh()

    def _listing(self, pane: Pane) -> Listing:
        known = next((listing for listed, listing in self._listings if listed is pane), None)
        if known is None:
            known = EntryListing(pane, lambda reference: reference in self.marked)
            self._listings = [*self._listings[1 - MOST_LISTINGS :], (pane, known)]
        return known

    def watch_position(self, position: Position | None) -> None:
        """Follow the reader; a position that the pane does not have yet comes with the next pane."""
        if position is None or self.pane is None or position.pane != self.pane.key:
            return
        section = self.pane.section(position.section)
        references = [entry.reference for entry in section.entries]
        if position.reference in references:
            self.choose(position)
            point = section.label == references[0]
            number = references.index(position.reference) + 1
            whose = "summaries ours" if point else "in our words"
            self.headings = (text(section.label if point else section.title),)
            self.asides = (f"{number} of {len(references)} · {whose}", whose)


def _row(entry: Entry, width: int, *, marked: bool) -> Row:
    lead, line = _lead(entry, width, marked=marked), _line(entry)
    if width > WIDEST and line:
        lead, line = Content(), Content.assemble(lead, "\n", line)
    return Row(line, lead)


def _called(entry: Entry) -> str:
    """Return what people look for an entry by."""
    return entry.label if isinstance(entry, Labelled) else entry.reference


def _line(entry: Entry) -> Content:
    """Return the line of an entry; of a claim, with our verdict on it."""
    if isinstance(entry, Claim):
        return Content.assemble(entry.line, "  ", (entry.verdict.value, "label"))
    return text(entry.line, "" if entry.summary else "quotation")


def _lead(entry: Entry, width: int, *, marked: bool) -> Content:
    """Return what stands before an entry's summary: its tone, the reader's mark, what it is called."""
    sign = "*" if marked else " "
    match entry:
        case Labelled():
            return text((sign.strip() + entry.label).ljust(width), "reference")
        case Finding():
            tone = (entry.tone.mark, entry.tone.value)
        case _:
            tone = (" ", "")
    return Content.assemble(tone, (sign, "reference"), (entry.reference.ljust(width), "reference"))
