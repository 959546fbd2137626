"""What of a briefing is searched: all that is printed of an entry, where it is at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.model.entry import Claim, Labelled, Person, Source, Term
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
                    found[key] = Document(
                        key, pane.key, tuple(filter(None, (*not_ours(entry), *_ours(entry))))
                    )
    return tuple(found.values())


def not_ours(entry: Entry) -> Iterator[str]:
    """Yield what is searched of `entry` that is words or names of others, or what it goes by."""
    if isinstance(entry, Labelled):
        yield entry.label
    if isinstance(entry, Term):
        yield from (entry.expansion, entry.source)
    if isinstance(entry, Claim):
        yield entry.speaker
        if entry.said:
            yield entry.said.text
    if isinstance(entry, Person | Source):
        yield entry.summary
    if isinstance(entry, Source):
        yield from (entry.citation, entry.date, entry.rights, entry.url)
    for quotation in entry.quotations:
        yield quotation.text


def _ours(entry: Entry) -> Iterator[str]:
    """Yield the rest."""
    if isinstance(entry, Claim):
        yield entry.verdict.value
    if not isinstance(entry, Person | Source):
        yield entry.summary
    yield entry.note
