"""Whose words a quotation is and where they stand, worded once for the screen and every document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Claim
    from briefing_tui.model.quotation import Quotation


def whose(quotation: Quotation) -> str:
    """Return whose words they are, so that nobody has to see quotation marks to know."""
    return "The paper’s words" if quotation.passage is None else "The letter’s words"


def signature(briefing: Briefing, quotation: Quotation) -> str:
    """Return who said it and where, within this briefing: proved for the letter, as written for the press."""
    source = briefing.sources[quotation.source]
    if quotation.passage is None:
        return source.citation or source.label
    return f"{source.label}’s letter: {quotation.place}"


def spoken(briefing: Briefing, claim: Claim) -> str:
    """Return whose words a claim quotes, with the role, and which paper has them."""
    paper = briefing.sources[claim.source]
    speaker = next(
        (f"{one.label}, {one.summary}; " for one in briefing.people if one.label == claim.speaker), ""
    )
    return f"{speaker}{paper.citation or paper.label}"


def source_and_place(briefing: Briefing, quotation: Quotation) -> str:
    """Return who said it, in what and where, for words that leave the briefing."""
    source = briefing.sources[quotation.source]
    return ", ".join(part for part in (source.citation or source.label, quotation.place) if part)
