"""A quotation as it is sent to somebody: the words, whose they are, where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry


def citation(briefing: Briefing, entry: Entry) -> str:
    """Return the words of `entry` on one line a quotation, each with its source and place.

    What rests on no words of the letter says that it is ours.
    """
    lines = []
    for quotation in entry.quotations:
        source = briefing.sources[quotation.source]
        signed = ", ".join(part for part in (source.citation or source.label, quotation.place) if part)
        lines.append(f"{quotation} — {signed} [{entry.reference}]")
    if not lines:
        lines.append(f"{entry.line} (a reader's note, not the letter's words) [{entry.reference}]")
    return "\n".join(lines)
