"""Narrowing a briefing: by tone, by service area, by improvement point, by words, all at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.entry import Finding
from briefing_tui.model.outline import FINDINGS, LETTER, Group, Outline
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_tui.model.entry import Entry
    from briefing_tui.model.outline import Pane, Section

_REFERENCE = attrgetter("reference")

_MANY = {Tone.CONCERN: "concerns", Tone.STRENGTH: "strengths", Tone.MIXED: "mixed", Tone.CONTEXT: "context"}


class Selection(NamedTuple):
    """Which entries are wanted. Tone, area and point leave out findings only; words leave out anything."""

    tone: Tone | None = None
    area: str = ""
    """The key of a service area; empty for all."""
    point: str = ""
    """The reference of an improvement point; empty for all."""
    words: str = ""
    """What was looked for; empty for all."""
    matches: frozenset[str] = frozenset()
    """The references of everything that has the words."""

    def __bool__(self) -> bool:
        """Say whether anything is left out."""
        return self != Selection()

    def __str__(self) -> str:
        """Return the selection in words: `concerns · AA · I-2 · “delay”`."""
        words = f"“{self.words}”" if self.words else ""
        tone = _MANY[self.tone] if self.tone else ""
        return " · ".join(part for part in (tone, self.area, self.point, words) if part)

    def counted(self, findings: Iterable[Finding]) -> str:
        """Return the selection in words with how many it leaves: `concerns · 5 of 49 findings`.

        With an area, they are counted among those of the area.
        """
        left, among = self.tally(findings)
        return f"{self} · {left} of {among} findings"

    def tally(self, findings: Iterable[Finding]) -> tuple[int, int]:
        """Return how many of `findings` it leaves, and among how many: all, or those of the area."""
        among = [finding for finding in findings if not self.area or self.area in finding.areas]
        return len(self.among(among)), len(among)

    def passing(self, sections: Iterable[Section]) -> int | None:
        """Return how many entries it leaves in `sections` of what `of` returns, each counted once.

        None if it could not leave out any of their kind.
        """
        if not self:
            return None
        entries = chain.from_iterable(section.entries for section in sections)
        if self.words:  # the letter has what does not have them, too
            return len(self.matches.intersection(map(_REFERENCE, entries)))
        return len({entry.reference for entry in entries if isinstance(entry, Finding)}) or None

    def among(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Return those of `entries` that are wanted, in their order.

        One question at a time for all of them: ten thousand are asked at every key that narrows.
        """
        tone, area, point = self.tone, self.area, self.point
        if self.words:
            entries = [one for one in entries if one.reference in self.matches]
        if tone:
            entries = [one for one in entries if not isinstance(one, Finding) or one.tone is tone]
        if area:
            entries = [one for one in entries if not isinstance(one, Finding) or area in one.areas]
        if point:
            entries = [one for one in entries if not isinstance(one, Finding) or one.bearing_on(point)]
        return entries

    def of(self, outline: Outline) -> Outline:
        """Return what of `outline` is wanted. A pane in which nothing is has no sections.

        The letter always has them all: it is read as it was written.
        """
        if not self:
            return outline
        return Outline(tuple(pane._replace(sections=self._sections(pane)) for pane in outline.panes))

    def leaves_anything(self, outline: Outline) -> bool:
        """Say whether it leaves any finding or, where words were looked for, anything that has them."""
        return any(
            self.among(section.entries)
            for pane in outline.panes
            if pane.key == FINDINGS or (self.words and pane.key != LETTER)
            for section in pane.sections
            if pane.key != FINDINGS or self.area in ("", section.key)
        )

    def _sections(self, pane: Pane) -> tuple[Section, ...]:
        sections = pane.sections
        if pane.key == LETTER:
            return sections
        if self.area and pane.key == FINDINGS:
            sections = tuple(section for section in sections if section.key == self.area)
        narrowed = (replace(section, groups=self._groups(section)) for section in sections)
        return tuple(section for section in narrowed if section.groups)

    def _groups(self, section: Section) -> tuple[Group, ...]:
        narrowed = (Group(group.heading, tuple(self.among(group.entries))) for group in section.groups)
        return tuple(group for group in narrowed if group.entries)
