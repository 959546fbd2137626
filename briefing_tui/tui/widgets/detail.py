"""The third column: one entry in full, the words it rests on first, then what is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from briefing_tui.model.entry import Claim, Finding, Labelled, Person, Point, Sentence, Source, Term
from briefing_tui.model.relation import relations
from briefing_tui.model.signature import signature, spoken
from briefing_tui.tui.listing import Listing
from briefing_tui.tui.row import BLANK, Row, text
from briefing_tui.tui.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry
    from briefing_tui.model.quotation import Quotation
    from briefing_tui.tui.places import Places

REFERENCE = 8
"""Cells for a reference and the space after it."""


class _Telling(Listing):
    """The rows that tell of an entry. Those of what it has to do with others are made when seen."""

    def __init__(self, rows: Iterable[Row | Entry], places: Places) -> None:
        self._rows = tuple(rows)
        self._places = places
        self.stops = [
            index for index, row in enumerate(self._rows) if not isinstance(row, Row) or row.leads_to
        ]

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Row:
        one = self._rows[index]
        return one if isinstance(one, Row) else _linked(one)

    def leads_to(self, stop: int) -> Hashable:
        """Return where the related entry is at home, or what else the row leads to."""
        one = self._rows[self.stops[stop]]
        return one.leads_to if isinstance(one, Row) else self._places.home(one.reference)


class Detail(Column):
    """One entry: the words it rests on, where they stand, and what is ours about it."""

    reference: reactive[str] = reactive("", repaint=False)
    explained: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the glossary's terms in the text are explained below it."""

    def __init__(self, briefing: Briefing, places: Places, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._briefing = briefing
        self._places = places

    def watch_reference(self) -> None:
        """Show another entry."""
        self._tell()

    def watch_explained(self) -> None:
        """Explain, or stop explaining; what is read stays where it is."""
        top = self.top
        self._tell()
        self.top = top

    def _tell(self) -> None:
        if self.reference:
            briefing, entry = self._briefing, self._briefing.entries[self.reference]
            self.headings = tuple(_headings(briefing, entry))
            rows: tuple[Row | Entry, ...] = (
                *_told(briefing, entry),
                *_spelled_out(briefing, self._places, entry, explained=self.explained),
                *_related(briefing, entry),
            )
            self.show(_Telling(rows, self._places))


def _headings(briefing: Briefing, entry: Entry) -> Iterator[Content]:
    """Yield the reference, what it is, and the word that matters most about it; then it shorter."""
    for kind in _kinds(briefing, entry):
        yield Content.assemble((entry.reference, "reference"), f"  {kind}")


def _kinds(briefing: Briefing, entry: Entry) -> Iterator[str]:
    match entry:
        case Finding():
            names = {area.key: area.name for area in briefing.areas}
            home, *others = entry.areas
            for further in ([names[key] for key in others], others):
                yield f"{entry.tone.mark} {entry.tone.value}  {', '.join((names[home], *further))}"
        case Claim():
            yield f"our verdict: {entry.verdict.value}"
        case Point():
            yield "area for priority action" if entry.priority else "improvement point"
        case Labelled():
            yield entry.label
        case _:
            yield "sentence of the letter"


def _told(briefing: Briefing, entry: Entry) -> Iterator[Row]:
    """Yield the entry's words, the quoted before ours."""
    match entry:
        case Sentence():
            return
        case Claim():
            yield from _claimed(briefing, entry)
        case Term():
            yield from _ours("Short for", entry.expansion)
            yield from _ours("Meaning, in our words", entry.summary)
            yield from _ours("Where the meaning comes from", entry.source)
        case Source():
            yield from _ours("Title", entry.summary)
            yield from _ours("Cited as", entry.citation)
            yield from _ours("Date", entry.date)
            yield from _ours("Rights", entry.rights)
            yield from _ours("Address", entry.url)
        case Person():
            yield from _ours("Role", entry.summary)
            yield from _ours("Named as", entry.part)
        case _:
            for quotation in entry.quotations:
                yield from _quoted(quotation, signature(briefing, quotation))
            yield from _ours("In our words", entry.summary)
    yield from _ours("Our note", entry.note)


def _claimed(briefing: Briefing, claim: Claim) -> Iterator[Row]:
    """Yield what the paper says, then the letter's words against which it is held."""
    if claim.said:
        yield from _quoted(claim.said, spoken(briefing, claim))
    else:
        yield from _ours("What the paper says, in our words", claim.summary)
    for quotation in claim.quotations:
        yield from _quoted(quotation, signature(briefing, quotation))
    if not claim.quotations:
        yield from _ours("In the letter", "Nothing.")
    if claim.said:
        yield from _ours("The claim, in our words", claim.summary)


def _spelled_out(briefing: Briefing, places: Places, entry: Entry, *, explained: bool) -> Iterator[Row]:
    """Yield what short forms in the text stand for and, if asked, what every term in it means.

    Each leads to the glossary.
    """
    terms = [term for term in briefing.vocabulary.used_by(entry) if explained or term.expansion]
    for term in terms:
        told = [part for part in (term.expansion, term.summary if explained else "") if part]
        yield Row(
            text(". ".join(told), "" if explained else "quiet"),
            text(f"{term.label}: ", "reference"),
            places.home(term.reference),
        )
    if terms:
        yield BLANK


def _related(briefing: Briefing, entry: Entry) -> Iterator[Row | Entry]:
    """Yield what the entry has to do with others, under headings."""
    for relation in relations(briefing, entry):
        yield Row(text(relation.kind, "label"))
        yield from relation.entries
        yield BLANK


def _linked(related: Entry) -> Row:
    """Return the row of an entry that leads to where it is at home."""
    tone = (f"{related.tone.mark} ", related.tone.value) if isinstance(related, Finding) else "  "
    lead = Content.assemble(tone, (related.reference.ljust(REFERENCE), "reference"))
    return Row(text(related.line, "" if related.summary else "quotation"), lead)


def _ours(label: str, words: str) -> Iterator[Row]:
    if words:
        yield Row(text(label, "label"))
        yield Row(text(words))
        yield BLANK


def _quoted(quotation: Quotation, place: str) -> Iterator[Row]:
    """Yield the words and whose they are; what is not proved looks less than what is."""
    bar = text("▎ " if quotation.passage else "┆ ", "quiet")
    yield Row(text(str(quotation), "quotation" if quotation.passage else ""), bar, barred=True)
    yield Row(text(place, "quiet"), bar, barred=True)
    yield BLANK
