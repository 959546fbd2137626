"""A quotation as it is sent to somebody: the words, whose they are, where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.model.entry import Claim, Labelled
from briefing_tui.model.signature import source_and_place, spoken

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry


def citation(briefing: Briefing, entry: Entry) -> str:
    """Return the words of `entry`, one quotation a line, each with its source, place and reference.

    What the press said comes before the letter's words, and our verdict after them; what rests on no
    words says that it is ours.
    """
    lines = [
        f"{quotation} — {source_and_place(briefing, quotation)} [{entry.reference}]"
        for quotation in entry.quotations
    ]
    if isinstance(entry, Claim):
        if entry.said:
            lines.insert(0, f"{entry.said} — {spoken(briefing, entry)} [{entry.reference}]")
        lines.append(f"Our verdict: {entry.verdict.value} [{entry.reference}]")
    if not lines:
        label = f"{entry.label}: " if isinstance(entry, Labelled) else ""
        lines.append(f"{label}{entry.summary} (this briefing's words, not the letter's) [{entry.reference}]")
    return "\n".join(lines)
