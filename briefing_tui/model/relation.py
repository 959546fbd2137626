"""How entries hang together, in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.entry import Bearing, Claim, Fact, Finding, Headline, Point, Sentence, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry


class Relation(NamedTuple):
    """What one entry has to do with others."""

    kind: str
    """In words, as a heading: `Bears on, as evidence`."""
    entries: tuple[Entry, ...]


def relations(briefing: Briefing, entry: Entry) -> tuple[Relation, ...]:
    """Return what `entry` has to do with others, each relation that has any."""
    return tuple(relation for relation in _relations(briefing, entry) if relation.entries)


def _relations(briefing: Briefing, entry: Entry) -> Iterator[Relation]:
    quoting = briefing.quoting(entry)
    claims = tuple(other for other in quoting if isinstance(other, Claim))
    others = tuple(other for other in quoting if not isinstance(other, Claim))
    match entry:
        case Fact():
            yield Relation("See", tuple(briefing.entries[reference] for reference in entry.see))
        case Sentence():
            yield Relation("Rests on this sentence", others)
        case Claim():
            yield Relation("Rests on the same words", others)
            claims = ()
        case Point():
            for bearing in Bearing:
                yield Relation(bearing.value.capitalize(), briefing.bearing_on(entry.reference, bearing))
        case Finding():
            yield from _of_finding(briefing, entry)
        case Term():
            yield Relation("Used in", briefing.usage.of(entry))
    yield Relation("In the press", claims)


def _of_finding(briefing: Briefing, finding: Finding) -> Iterator[Relation]:
    for bearing in Bearing:
        points = (one.point for one in finding.bears_on if one.bearing is bearing)
        yield Relation(f"Bears on, as {bearing.value}", tuple(briefing.entries[point] for point in points))
    if isinstance(finding, Headline):
        yield Relation("Main findings on this", tuple(briefing.entries[one] for one in finding.findings))
    else:
        yield Relation("Headline on this", briefing.headlines_on(finding.reference))
