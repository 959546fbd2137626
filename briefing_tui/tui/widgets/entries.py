"""The second column: the entries of the open pane, section after section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from briefing_tui.model.entry import Claim, Finding, Labelled
from briefing_tui.tui.listing import Listing
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import BLANK, Row, text
from briefing_tui.tui.widgets.column import Column

if TYPE_CHECKING:
    from briefing_tui.model.entry import Entry
    from briefing_tui.model.outline import Pane


MOST_LISTINGS = 12
"""Panes of which the rows are kept: those there are, with and without a selection."""

WIDEST = 20
"""Cells for a label before its line; where labels are longer, the line goes below."""


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

    def watch_marked(self) -> None:
        """Show the marks."""
        self._drawn_rows.clear()
        self.refresh()

    def _listing(self, pane: Pane) -> Listing:
        known = next((listing for listed, listing in self._listings if listed is pane), None)
        if known is None:
            known = self._made(pane)
            self._listings = [*self._listings[1 - MOST_LISTINGS :], (pane, known)]
        return known

    def _made(self, pane: Pane) -> Listing:
        """Return the rows of a pane: headings and blank lines, and entries, which alone lead somewhere."""
        made: list[Entry | Row] = []
        widths: list[int] = []
        targets: list[Position | None] = []
        for number, section in enumerate(pane.sections):
            width = max(len(_called(entry)) for entry in section.entries) + 2
            before = [BLANK] if number else []
            if section.label != section.entries[0].reference:
                before.append(Row(text(section.title, "section")))
            for group in section.groups:
                if group.heading:
                    before.append(Row(text(group.heading, "label")))
                made += [*before, *group.entries]
                targets += [None] * len(before)
                targets += [Position(pane.key, section.key, entry.reference) for entry in group.entries]
                widths += [width] * (len(before) + len(group.entries))
                before = []

        def make(index: int) -> Row:
            one = made[index]
            if isinstance(one, Row):
                return one
            marked = one.reference in self.marked
            return _row(one, widths[index], targets[index], marked=marked)

        return Listing(targets, make)

    def watch_position(self, position: Position | None) -> None:
        """Follow the reader; a position that the pane does not have yet comes with the next pane."""
        if position is None or self.pane is None or position.pane != self.pane.key:
            return
        section = self.pane.section(position.section)
        references = [entry.reference for entry in section.entries]
        if position.reference in references:
            self.choose(position)
            point = section.label == references[0]
            title = f"{section.label} and what bears on it" if point else section.title
            number = references.index(position.reference) + 1
            whose = "summaries ours" if point else "in our words"
            self.heading = text(title)
            self.aside = f"{number} of {len(references)} · {whose}"


def _row(entry: Entry, width: int, target: Position | None, *, marked: bool) -> Row:
    lead, line = _lead(entry, width, marked=marked), _line(entry)
    if width > WIDEST and line:
        lead, line = Content(), Content.assemble(lead, "\n", line)
    return Row(line, lead, target)


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
