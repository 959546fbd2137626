"""What of a briefing is searched: all that is printed of an entry, where it is at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.model.entry import Claim, Labelled, Source, Term
from briefing_tui.model.outline import outline
from briefing_tui.search.index import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry


def documents(briefing: Briefing) -> tuple[Document, ...]:
    """Return every entry of `briefing` once, in the order in which it is read; sentences of the letter too.

    A heading of the letter is no entry: nothing has its words to show.
    """
    shape = outline(briefing)
    found: dict[str, Document] = {}
    for pane in shape.panes:
        for section in pane.sections:
            for entry in section.entries:
                key = entry.reference
                if key not in found and shape.home(key) == (pane, section):
                    found[key] = Document(key, pane.key, tuple(filter(None, _texts(entry))))
    return tuple(found.values())


def _texts(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Labelled):
        yield entry.label
    if isinstance(entry, Term):
        yield entry.expansion
    yield entry.summary
    if isinstance(entry, Claim):
        yield entry.verdict.value
        yield entry.speaker
        if entry.said:
            yield entry.said.text
    for quotation in entry.quotations:
        yield quotation.text
    yield entry.note
    if isinstance(entry, Term):
        yield entry.source
    if isinstance(entry, Source):
        yield from (entry.citation, entry.date, entry.rights, entry.url)
