"""What of a briefing goes into a document: all of it, the findings of a selection, or single entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_tui.model.entry import Finding
from briefing_tui.model.outline import Group, Outline, Pane, Section, outline
from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry

_WHICH = {
    None: "findings",
    Tone.STRENGTH: "strengths",
    Tone.CONCERN: "concerns",
    Tone.MIXED: "mixed findings",
    Tone.CONTEXT: "findings that are context",
}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is wanted. Nothing asked for is the whole; either a selection or references narrow it."""

    selection: Selection = field(default_factory=Selection)
    references: tuple[str, ...] = ()
    """Of entries of the briefing, in the order asked for."""

    def __bool__(self) -> bool:
        """Say whether anything is left out."""
        return bool(self.selection or self.references)

    def of(self, briefing: Briefing) -> Outline:
        """Return the outline of what is wanted, in the order of the screen."""
        if self.references:
            asked = dict.fromkeys(briefing.entries[reference] for reference in self.references)
            return Outline((Pane("asked", "Asked for", (Section("asked", "", (Group("", tuple(asked)),)),)),))
        whole = outline(briefing)
        return self._findings(self.selection.of(whole)) if self.selection else whole

    def _findings(self, narrowed: Outline) -> Outline:
        """Keep what holds findings, and of the points the one asked for."""
        panes = (
            pane._replace(sections=tuple(section for section in pane.sections if self._keeps(section)))
            for pane in narrowed.panes
        )
        return Outline(tuple(pane for pane in panes if pane.sections))

    def _keeps(self, section: Section) -> bool:
        if self.selection.point and section.key == self.selection.point:
            return True
        return all(isinstance(entry, Finding) for entry in section.entries)

    def told(self, briefing: Briefing) -> str:
        """Return in one sentence what a narrowed document holds; empty for the whole."""
        if self.references:
            return f"Only {', '.join(dict.fromkeys(self.references))}."
        if not self.selection:
            return ""
        wanted = self.selection
        counts = [wanted.tally(findings) for findings in (briefing.findings, briefing.headlines) if findings]
        held = any(left for left, _ in counts)
        told = [
            f"{left} of {among} {kind}"
            for (left, among), kind in zip(counts, ("findings", "headline findings"), strict=False)
        ]
        name = next((area.name for area in briefing.areas if area.key == wanted.area), "")
        parts = (
            f"Only {_WHICH[wanted.tone]}",
            f" about {name} ({wanted.area})" if name else "",
            f" that bear on {wanted.point}" if wanted.point else "",
            f": {' and '.join(told)}." if held else ": there are none.",
        )
        return "".join(parts)


def in_full(outlined: Outline, section: Section, entry: Entry) -> bool:
    """Say whether `entry` is told in full in `section`, or stands there as one line that leads to it."""
    return outlined.home(entry.reference)[1] is section
