"""The order in which a briefing is read: panes, sections and groups, on the screen as on paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.entry import Bearing, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry


FINDINGS = "findings"
"""The key of the pane whose sections are service areas."""

IMPROVEMENTS = "improvements"
"""The key of the pane whose sections are improvement points."""

LETTER = "letter"
"""The key of the pane that is the letter itself."""


class Group(NamedTuple):
    """Entries that stand together, under a heading if they are at home elsewhere."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Section:
    """A part of a pane that the contents list."""

    key: str
    """Unique within the pane: `MASH`, `I-1`."""
    title: str
    groups: tuple[Group, ...]
    label: str = ""
    """Letters that stand before the title: `MASH`."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Its entries, in the order shown."""
        return tuple(chain.from_iterable(group.entries for group in self.groups))


class Pane(NamedTuple):
    """One of the views of a briefing."""

    key: str
    """Stable: positions are kept by it."""
    title: str
    sections: tuple[Section, ...]

    def section(self, key: str) -> Section:
        """Return the section with that key; the first if there is none."""
        return next((section for section in self.sections if section.key == key), self.sections[0])


@dataclass(frozen=True)
class Outline:
    """The panes of a briefing, in their order."""

    panes: tuple[Pane, ...]

    def pane(self, key: str) -> Pane:
        """Return the pane with that key. Raises KeyError if there is none."""
        return self._panes[key]

    def home(self, reference: str) -> tuple[Pane, Section]:
        """Return where the entry with that reference is at home. Raises KeyError if nothing shows it.

        At home is under no heading; an entry that stands only under headings is at home under the first.
        """
        return self._homes[reference]

    @cached_property
    def _panes(self) -> Mapping[str, Pane]:
        return {pane.key: pane for pane in self.panes}

    @cached_property
    def _homes(self) -> Mapping[str, tuple[Pane, Section]]:
        homes: dict[str, tuple[Pane, Section]] = {}
        guests: dict[str, tuple[Pane, Section]] = {}
        for pane in self.panes:
            for section in pane.sections:
                here = pane, section
                for group in section.groups:
                    among = guests if group.heading else homes
                    for entry in group.entries:
                        among.setdefault(entry.reference, here)
        return guests | homes


def outline(briefing: Briefing) -> Outline:
    """Return the outline of `briefing`. A pane or section with nothing in it is left out."""
    panes = (
        Pane("headlines", "Headlines", _headlines(briefing)),
        Pane(FINDINGS, "Findings", _findings(briefing)),
        Pane(IMPROVEMENTS, "Improvements", _improvements(briefing)),
        Pane(LETTER, "Letter", _letter(briefing)),
        Pane("press", "Press", _press(briefing)),
        Pane("about", "About", _about(briefing)),
    )
    return Outline(tuple(pane for pane in panes if pane.sections))


def _section(key: str, title: str, *groups: Group, label: str = "") -> tuple[Section, ...]:
    full = tuple(group for group in groups if group.entries)
    return (Section(key, title, full, label),) if full else ()


def _headlines(briefing: Briefing) -> tuple[Section, ...]:
    return (
        *_section("glance", "At a glance", Group("", (*briefing.facts, *briefing.context))),
        *_section("headlines", "Headline findings", Group("", briefing.headlines)),
    )


def _findings(briefing: Briefing) -> tuple[Section, ...]:
    return tuple(
        section
        for area in briefing.areas
        for section in _section(
            area.key,
            area.name,
            Group("", briefing.in_area(area.key)),
            Group(f"Also about {area.name}", briefing.also_in_area(area.key)),
            label=area.key,
        )
    )


def _improvements(briefing: Briefing) -> tuple[Section, ...]:
    return tuple(
        section
        for point in briefing.points
        for section in _section(
            point.reference,
            point.line,
            Group("", (point,)),
            *(
                Group(bearing.value.capitalize(), briefing.bearing_on(point.reference, bearing))
                for bearing in Bearing
            ),
            label=point.reference,
        )
    )


def _letter(briefing: Briefing) -> tuple[Section, ...]:
    paragraphs = briefing.letter.paragraphs
    by_section: dict[str, list[Entry]] = {title: [] for title in briefing.letter.sections}
    for passage, sentence in zip(briefing.letter.sentences, briefing.sentences, strict=True):
        by_section[paragraphs[passage.paragraph].section].append(sentence)
    return tuple(
        section
        for title, sentences in by_section.items()
        for section in _section(title, title, Group("", tuple(sentences)))
    )


def _press(briefing: Briefing) -> tuple[Section, ...]:
    return tuple(
        section
        for source in briefing.sources.values()
        for claims in [[claim for claim in briefing.claims if claim.source == source.key]]
        for section in (
            *_section(
                source.key,
                source.label,
                Group("", tuple(claim for claim in claims if claim.verdict is not Verdict.LEFT_OUT)),
            ),
            *_section(
                f"{source.key}, left out",
                "What it leaves out",
                Group("", tuple(claim for claim in claims if claim.verdict is Verdict.LEFT_OUT)),
            ),
        )
    )


def _about(briefing: Briefing) -> tuple[Section, ...]:
    return (
        *_section("visit", "The visit", Group("At a glance", (*briefing.facts, *briefing.context))),
        *_section("people", "People", Group("", briefing.people)),
        *_section("timeline", "Timeline", Group("", briefing.timeline)),
        *_section("glossary", "Glossary", Group("", briefing.glossary)),
        *_section("sources", "Sources", Group("", tuple(briefing.sources.values()))),
    )
