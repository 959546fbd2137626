"""What a selection leaves, and how many it says that it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_tui.model.entry import Finding
from briefing_tui.model.outline import outline
from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry
    from briefing_tui.model.outline import Pane

NARROWED = {
    "tone": Selection(tone=Tone.CONCERN),
    "area": Selection(area="AA"),
    "point": Selection(point="I-1"),
    "tone and area": Selection(tone=Tone.STRENGTH, area="AA"),
    "words": Selection(words="wait", matches=frozenset({"AA-5", "MASH-1", "I-1", "L-3", "L-4"})),
    "words and tone": Selection(tone=Tone.CONCERN, words="wait", matches=frozenset({"AA-5", "I-1", "L-3"})),
}


@pytest.mark.parametrize("selection", NARROWED.values(), ids=NARROWED)
def test_what_passes_is_counted_once(hackney: Briefing, selection: Selection) -> None:
    """The counts of panes are of what is left in them, whatever stands in several sections."""
    everything = outline(hackney)
    for pane in selection.of(everything).panes:
        judged = [
            one for one in entries(everything.pane(pane.key)) if selection.words or isinstance(one, Finding)
        ]
        expected = len({one.reference for one in selection.among(judged)})
        assert (selection.passing(pane.sections) or 0) == expected, pane.key


def entries(pane: Pane) -> list[Entry]:
    """Return the entries of a pane, as often as they stand in it."""
    return [entry for section in pane.sections for entry in section.entries]
