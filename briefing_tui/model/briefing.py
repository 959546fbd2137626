"""The briefing: one visit, its letter, and what we make of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.errors import UnknownReferenceError
from briefing_tui.model.entry import (
    Bearing,
    Claim,
    Context,
    Entry,
    Fact,
    Finding,
    Headline,
    Point,
    Sentence,
    Term,
)
from briefing_tui.model.reference import normal, prefix
from briefing_tui.model.usage import Usage
from briefing_tui.model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from briefing_tui.model.entry import Event, Person, Source
    from briefing_tui.model.letter import Letter
    from briefing_tui.model.quotation import Passage, Quotation


STRETCH = 256
"""Characters of a paragraph within which quotations are looked through one by one: a sentence or two."""


class Visit(NamedTuple):
    """The visit that the letter reports."""

    kind: str
    framework: str
    first_day: date
    last_day: date
    graded: bool


class Area(NamedTuple):
    """A service area."""

    key: str
    """The letters of its references: `MASH`."""
    name: str


class LeftOut(NamedTuple):
    """A passage of the letter that the briefing leaves out, and why."""

    quotation: Quotation
    reason: str


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """Everything that is shown about one visit."""

    title: str
    subject: str
    authority: str
    visit: Visit
    people: tuple[Person, ...]
    letter: Letter
    sources: Mapping[str, Source]
    """By key; `letter` is the letter's, the others are quoted only."""
    areas: tuple[Area, ...]
    context: tuple[Context, ...]
    headlines: tuple[Headline, ...]
    findings: tuple[Finding, ...]
    points: tuple[Point, ...]
    """Areas for priority action first, then improvement points."""
    claims: tuple[Claim, ...] = ()
    timeline: tuple[Event, ...] = ()
    glossary: tuple[Term, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    draft: bool = False
    """Whether the coding is a first draft, made by rules, that nobody has checked."""

    def files(self, file: Path) -> tuple[Path, ...]:
        """Return the files that it was read from: its own, which is `file`, and those of its sources."""
        return (file, *(file.parent / source.file for source in self.sources.values() if source.file))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What people ask first. Ours: the letter does not say what it leaves unsaid."""
        points = [point for point in self.points if not point.priority]
        priorities = [point for point in self.points if point.priority]
        return (
            Fact(
                reference="V-1",
                label="Grade",
                summary="A grade was given: see the letter." if self.visit.graded else "No grade was given.",
                note="" if self.visit.graded else "Not said in words: the letter gives no grade.",
            ),
            _counted("V-2", "Priority action", priorities, ("area", "areas", "for priority action")),
            _counted("V-3", "To improve", points, ("point", "points", "to improve")),
        )

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The glossary's terms, to be found in texts."""
        return Vocabulary(self.glossary)

    @cached_property
    def usage(self) -> Usage:
        """Which entries use a term of the glossary, the letter's sentences and other terms apart."""
        users = (one for one in self.entries.values() if not isinstance(one, Sentence | Term))
        return Usage(self.vocabulary, tuple(users))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Everything with a reference, by reference, in the order of the panes."""
        groups: tuple[tuple[Entry, ...], ...] = (
            self.facts,
            self.context,
            self.headlines,
            self.findings,
            self.points,
            self.sentences,
            self.claims,
            self.people,
            self.timeline,
            self.glossary,
            tuple(self.sources.values()),
        )
        return {entry.reference: entry for group in groups for entry in group}

    def entry(self, typed: str) -> Entry:
        """Return the entry that `typed` names, as loosely as people type: `aa5`.

        A place of the letter, `main 7`, names its first sentence. Raises UnknownReferenceError, with the
        nearest references, when there is none.
        """
        reference = normal(typed)
        if reference in self.entries:
            return self.entries[reference]
        places = self.letter.at(typed) if any(map(str.isdigit, typed)) else ()
        sentence = next(filter(None, map(self.first_sentence, places)), None)
        if sentence:
            return sentence
        raise UnknownReferenceError(f"This briefing has no reference {typed}.{self._near(reference.upper())}")

    def first_sentence(self, place: Passage) -> Sentence | None:
        """Return the first sentence of a place of the letter; None of a heading, which has none."""
        sentences = zip(self.sentences, self.letter.sentences, strict=True)
        return next((sentence for sentence, passage in sentences if passage.overlaps(place)), None)

    def _near(self, reference: str) -> str:
        """Return a hint, with a space before it, at what may be meant; empty if nothing seems to be."""
        alike = [one for one in self.entries if prefix(one) == prefix(reference)]
        if alike:
            first, last = (pick(alike, key=lambda one: (len(one), one)) for pick in (min, max))
            return f" There is {first}." if first == last else f" There are {first} to {last}."
        from difflib import get_close_matches  # noqa: PLC0415 (who types a reference that is there does not wait)

        near = get_close_matches(reference, self.entries, n=3, cutoff=0.6)
        return f" Did you mean {', '.join(near)}?" if near else ""

    @cached_property
    def _by_area(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings that are at home in each area, by the area's key."""
        homes: dict[str, list[Finding]] = {area.key: [] for area in self.areas}
        for finding in self.findings:
            homes[finding.areas[0]].append(finding)
        return {key: tuple(findings) for key, findings in homes.items()}

    def in_area(self, area: str) -> tuple[Finding, ...]:
        """Return the findings that are at home in the area with that key."""
        return self._by_area[area]

    @cached_property
    def _guests_by_area(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings that concern each area and are at home in another, by the area's key."""
        guests: dict[str, list[Finding]] = {}
        for finding in self.findings:
            for area in finding.areas[1:]:
                guests.setdefault(area, []).append(finding)
        return {key: tuple(findings) for key, findings in guests.items()}

    def also_in_area(self, area: str) -> tuple[Finding, ...]:
        """Return the findings that concern the area and are at home in another."""
        return self._guests_by_area.get(area, ())

    @cached_property
    def _by_bearing(self) -> Mapping[tuple[str, Bearing], tuple[Finding, ...]]:
        """The headlines and findings by the point's reference and how they bear on it."""
        bearing: dict[tuple[str, Bearing], list[Finding]] = {}
        for finding in (*self.headlines, *self.findings):
            for one in finding.bears_on:
                bearing.setdefault((one.point, one.bearing), []).append(finding)
        return {key: tuple(findings) for key, findings in bearing.items()}

    def bearing_on(self, point: str, bearing: Bearing) -> tuple[Finding, ...]:
        """Return the headlines and findings that bear in that way on the point with that reference."""
        return self._by_bearing.get((point, bearing), ())

    @cached_property
    def _headlines_by_finding(self) -> Mapping[str, tuple[Headline, ...]]:
        """The headlines that name each finding, by the finding's reference."""
        naming: dict[str, list[Headline]] = {}
        for headline in self.headlines:
            for reference in dict.fromkeys(headline.findings):
                naming.setdefault(reference, []).append(headline)
        return {reference: tuple(headlines) for reference, headlines in naming.items()}

    def headlines_on(self, finding: str) -> tuple[Headline, ...]:
        """Return the headlines that name the finding with that reference."""
        return self._headlines_by_finding.get(finding, ())

    @cached_property
    def _quoting(self) -> Mapping[tuple[int, int], tuple[tuple[int, Passage, Entry], ...]]:
        """The passages that entries quote, with the entry and its place among them, by stretch of the letter.

        The letter's own sentences apart.
        """
        quoting: dict[tuple[int, int], list[tuple[int, Passage, Entry]]] = {}
        for place, entry in enumerate(self.entries.values()):
            if isinstance(entry, Sentence):
                continue
            for quotation in entry.quotations:
                if quotation.passage:
                    for stretch in _stretches(quotation.passage):
                        quoting.setdefault(stretch, []).append((place, quotation.passage, entry))
        return {stretch: tuple(found) for stretch, found in quoting.items()}

    def quoting(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the other entries that quote words of the letter that `entry` quotes, each once.

        Those that quote the words of its first quotation come first. The letter's own sentences apart.
        """
        found: dict[int, Entry] = {}
        for mine in (quotation.passage for quotation in entry.quotations if quotation.passage):
            quoting = {
                place: other
                for stretch in _stretches(mine)
                for place, theirs, other in self._quoting.get(stretch, ())
                if other is not entry and mine.overlaps(theirs)
            }
            found |= {place: quoting[place] for place in sorted(quoting)}
        return tuple(found.values())

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the letter's body, in order."""
        return tuple(
            Sentence(reference=f"L-{number}", quotations=(quotation,))
            for number, quotation in enumerate(self.letter.quoted_sentences, start=1)
        )


def _stretches(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the letter in which some of `passage` lies: its paragraph and a number in it."""
    for number in range(passage.start // STRETCH, (passage.end - 1) // STRETCH + 1):
        yield passage.paragraph, number


def _counted(reference: str, label: str, points: list[Point], words: tuple[str, str, str]) -> Fact:
    """Return the fact that says how many points there are, in the words for one, for many and for what."""
    one, many, what = words
    summary = f"{len(points)} {many} {what} were set." if len(points) > 1 else f"One {one} {what} was set."
    return Fact(
        reference=reference,
        label=label,
        summary=summary if points else f"No {one} {what} was set.",
        note="" if points else f"Not said in words: the letter sets no {one} {what}.",
        see=tuple(point.reference for point in points),
    )
