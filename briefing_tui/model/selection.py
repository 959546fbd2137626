"""Narrowing a briefing: by tone, by service area, by improvement point, all at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_tui.model.entry import Finding
from briefing_tui.model.outline import FINDINGS, Group, Outline
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from briefing_tui.model.entry import Entry
    from briefing_tui.model.outline import Pane, Section

_MANY = {Tone.CONCERN: "concerns", Tone.STRENGTH: "strengths", Tone.MIXED: "mixed", Tone.CONTEXT: "context"}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings are wanted. What is no finding is always wanted."""

    tone: Tone | None = None
    area: str = ""
    """The key of a service area; empty for all."""
    point: str = ""
    """The reference of an improvement point; empty for all."""

    def __bool__(self) -> bool:
        """Say whether anything is left out."""
        return self != Selection()

    def __str__(self) -> str:
        """Return the selection in words: `concerns · AA · I-2`."""
        return " · ".join(
            part for part in (_MANY[self.tone] if self.tone else "", self.area, self.point) if part
        )

    def wants(self, entry: Entry) -> bool:
        """Say whether `entry` is wanted."""
        if not isinstance(entry, Finding):
            return True
        return (
            self.tone in (None, entry.tone)
            and (not self.area or self.area in entry.areas)
            and (not self.point or entry.bearing_on(self.point) is not None)
        )

    def of(self, outline: Outline) -> Outline:
        """Return what of `outline` is wanted. A pane in which nothing is has no sections."""
        if not self:
            return outline
        return Outline(tuple(replace(pane, sections=self._sections(pane)) for pane in outline.panes))

    def _sections(self, pane: Pane) -> tuple[Section, ...]:
        sections = pane.sections
        if self.area and pane.key == FINDINGS:
            sections = tuple(section for section in sections if section.key == self.area)
        narrowed = (replace(section, groups=self._groups(section)) for section in sections)
        return tuple(section for section in narrowed if section.groups)

    def _groups(self, section: Section) -> tuple[Group, ...]:
        narrowed = (
            Group(group.heading, tuple(filter(self.wants, group.entries))) for group in section.groups
        )
        return tuple(group for group in narrowed if group.entries)
