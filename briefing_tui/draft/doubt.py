"""What was found in a letter, and what a person should look at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.draft.context import UNPLACED
from briefing_tui.draft.part import Part, part_of_heading
from briefing_tui.model.letter import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.draft.entry import BriefingDraft
    from briefing_tui.draft.letter import LetterText

_LONGEST_VISIT = 10
"""Days: focused visits take one or two, rarely more."""

_LONGEST_WAIT = 120
"""Days from a visit to its letter; published ones took about five weeks."""


def found(draft: BriefingDraft) -> Iterator[str]:
    """Yield lines that say what the draft holds."""
    identity = draft.identity
    visit = identity.visit
    yield f"authority: {identity.authority or 'not found'}"
    days = "not found" if not visit else f"{visit.first} to {visit.last} (“{visit.written}”)"
    yield f"visit: {days}"
    yield f"letter: {identity.published or 'no date found'}"
    yield (
        f"{_count(len(draft.headlines), 'headline')}, {_count(len(draft.findings), 'finding')}, "
        f"{_count(len(draft.priorities), 'priority action')}, "
        f"{_count(len(draft.improvements), 'improvement point')}, "
        f"{_count(len(draft.context), 'context entry', 'context entries')}"
    )


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def doubts(text: LetterText, draft: BriefingDraft) -> Iterator[str]:
    """Yield what was not sure, a sentence each."""
    yield from _of_identity(draft)
    yield from _of_lists(text, draft)
    if not any(block.signed for block in text.blocks):
        yield "There is no “Yours sincerely” at the end: check that the letter is whole."
    for block in text.blocks:
        if block.form is Form.HEADING and part_of_heading(block.text) is None:
            yield f"“{block.text}” was taken for a heading."
        if block.footnote:
            yield f"“{block.text[:40]}…” was taken for a footnote; it stands after the paragraph it broke."
    for entry in draft.context:
        if entry.label == UNPLACED:
            yield f"{entry.reference} could not be placed and stays where it stood."


def _of_identity(draft: BriefingDraft) -> Iterator[str]:
    identity, visit = draft.identity, draft.identity.visit
    if not identity.authority:
        yield "The title names no council: write `authority`."
    if not identity.published:
        yield "The letter's own date was not found: write it under `sources`."
    if not visit:
        yield "The days of the visit were not found: write `from` and `to`."
        return
    if not visit.year_given:
        yield f"The letter gives no year with “{visit.written}”; {visit.last.year} goes by the letter's date."
    if visit.last < visit.first or (visit.last - visit.first).days > _LONGEST_VISIT:
        yield f"“{visit.written}” is a strange length for a visit: check `from` and `to`."
    if identity.published and not 0 <= (identity.published - visit.last).days <= _LONGEST_WAIT:
        yield f"The letter is dated {identity.published}, the visit ended {visit.last}: check both."


def _of_lists(text: LetterText, draft: BriefingDraft) -> Iterator[str]:
    parts = {part_of_heading(block.text) for block in text.blocks if block.form is Form.HEADING}
    if Part.SUMMARY not in parts:
        yield "There is no summary such as “Headline findings”, so there are no headlines."
    if Part.IMPROVE not in parts:
        yield "There is no list of what needs to improve, so there are no improvement points."
    elif not draft.improvements:
        yield "There is a heading for what needs to improve and no item under it."
    if Part.PRIORITY in parts and not draft.priorities:
        yield "There is a heading for priority actions and no item under it."
    for part, points in ((Part.PRIORITY, draft.priorities), (Part.IMPROVE, draft.improvements)):
        below = [block for block, own in text if own is part]
        if points and not any(block.form is Form.BULLET for block in below):
            yield f"The {part.value} have no bullets: each paragraph was taken for one."
        elif points and below[-1].form is not Form.BULLET:
            yield f"“{below[-1].text[:40]}…” stands after the last of the {part.value} and may belong to it."
