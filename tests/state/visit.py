"""Briefings made for the occasion: a letter of one paragraph, and findings that say what a test wants."""

from __future__ import annotations

from datetime import date

from briefing_tui.load.letter import parse_letter
from briefing_tui.model.briefing import Area, Briefing, Visit
from briefing_tui.model.entry import Finding
from briefing_tui.model.letter import LETTER
from briefing_tui.model.quotation import Quotation
from briefing_tui.model.tone import Tone

BEFORE = "Some children wait. Records are kept up to date. Plans are thorough."
"""What the letter says."""


def finding(reference: str, *words: str) -> Finding:
    """Return a finding that quotes `words`."""
    return Finding(
        reference=reference,
        summary="A summary.",
        quotations=tuple(Quotation(one, LETTER, None, "") for one in words),
        tone=Tone.CONCERN,
        areas=(reference.partition("-")[0],),
    )


def briefing(*findings: Finding, text: str = BEFORE) -> Briefing:
    """Return a briefing with those findings on a letter that says `text`."""
    day = date(2024, 3, 5)
    areas = dict.fromkeys(one.areas[0] for one in findings)
    return Briefing(
        title="A visit",
        subject="Care leavers",
        authority="Nowhere",
        visit=Visit(kind="visit", framework="none", first_day=day, last_day=day, graded=False),
        people=(),
        letter=parse_letter(text),
        sources={},
        areas=tuple(Area(key, key) for key in areas),
        context=(),
        headlines=(),
        findings=findings,
        points=(),
    )


def numbered(letters: str, count: int) -> tuple[Finding, ...]:
    """Return that many findings, each with words of its own."""
    return tuple(finding(f"{letters}-{n}", f"What {letters} says, {n}.") for n in range(1, count + 1))
