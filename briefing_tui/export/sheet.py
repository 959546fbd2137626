"""The one page that goes round a table: headline findings, and each point with its strongest evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_tui.export.text import WIDTH, wrapped
from briefing_tui.model.entry import Bearing, Finding, Headline
from briefing_tui.model.letter import LETTER
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_tui.model.briefing import Briefing, Visit
    from briefing_tui.model.entry import Point

LINES = 60
"""Of 80 cells: what one page of A4 holds."""

LISTED = 8
"""References in a row; the rest are counted."""

_LIMITS = ((40, 20, 600), (40, 20, 300), (14, 8, 200), (10, 6, 160), (7, 4, 120), (5, 3, 80))
"""Headlines, points, and characters of a quotation; from the fullest sheet to one that always fits."""

_WORST_FIRST = (Tone.CONCERN, Tone.MIXED, Tone.CONTEXT, Tone.STRENGTH)

_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Other:
    """What else bears on a point in one way."""

    label: str
    findings: tuple[Finding, ...]
    more: int
    """How many are not named."""

    def __str__(self) -> str:
        """Return it in words: `Cause: WF-1`."""
        return f"{self.label}: {_listed([one.reference for one in self.findings], self.more)}"


@dataclass(frozen=True, slots=True)
class Answer:
    """An improvement point, in the letter's words, and what bears on it."""

    point: Point
    words: str
    evidence: Finding | None
    """The strongest; None where nothing bears on the point as evidence."""
    evidence_words: str
    evidence_place: str
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is on the page, cut to fit, in the words in which it is printed."""

    title: str
    about: str
    visit: str
    facts: str
    headlines: tuple[Headline, ...]
    more_headlines: str
    answers: tuple[Answer, ...]
    more_points: str
    source: str


def sheet(briefing: Briefing) -> Sheet:
    """Return the fullest sheet that is at most `LINES` lines of text."""
    sheets = (_sheet(briefing, *limits) for limits in _LIMITS)
    return next(
        (one for one in sheets if len(list(sheet_lines(one))) <= LINES), _sheet(briefing, *_LIMITS[-1])
    )


def strongest(briefing: Briefing, point: Point) -> Finding | None:
    """Return the finding to name if only one can be named as evidence for `point`.

    A rule, not a judgement: main findings before headlines, what bears on the fewest points
    before what bears on many, concerns before what is mixed, then the order in which
    the letter has what they quote.
    """
    return min(
        briefing.bearing_on(point.reference, Bearing.EVIDENCE),
        key=lambda one: (
            isinstance(one, Headline),
            len(one.bears_on),
            _WORST_FIRST.index(one.tone),
            [quotation.passage for quotation in one.quotations if quotation.passage],
        ),
        default=None,
    )


def sheet_lines(page: Sheet, width: int = WIDTH) -> Iterator[str]:
    """Yield the sheet as lines of text of at most `width` cells."""
    yield from wrapped(page.title.upper(), width)
    yield from wrapped(f"{page.about} {page.visit}", width)
    yield from wrapped(page.facts, width)
    yield ""
    yield "HEADLINE FINDINGS, in our words"
    for one in page.headlines:
        yield from wrapped(
            f"{one.reference} {one.tone.mark} {one.tone.value}: {one.summary}", width, "", _INDENT
        )
    yield from wrapped(page.more_headlines, width, _INDENT, _INDENT)
    yield ""
    yield "WHAT NEEDS TO IMPROVE, in the letter’s words"
    for answer in page.answers:
        kind = " area for priority action:" if answer.point.priority else ""
        yield from wrapped(f"{answer.point.reference}{kind} {answer.words}", width, "", _INDENT)
        if answer.evidence:
            found = answer.evidence
            lead = f"Evidence, {found.reference} {found.tone.mark} {found.tone.value}:"
            told = f"{lead} {answer.evidence_words} — {answer.evidence_place}"
            yield from wrapped(told, width, _INDENT, _INDENT)
        else:
            yield from wrapped("Evidence: no finding bears on it as evidence.", width, _INDENT, _INDENT)
        yield from wrapped(". ".join(map(str, answer.others)), width, _INDENT, _INDENT)
    yield from wrapped(page.more_points, width, _INDENT, _INDENT)
    yield ""
    yield from wrapped(page.source, width)


def _sheet(briefing: Briefing, headlines: int, points: int, characters: int) -> Sheet:
    letter = briefing.sources[LETTER]
    visit = briefing.visit
    return Sheet(
        title=_cut(briefing.title, characters),
        about=_cut(f"{briefing.authority}. {briefing.subject}.", characters)
        + " Draft coding." * briefing.draft,
        visit=_cut(f"{visit.kind[:1].upper()}{visit.kind[1:]}, {_days(visit)}.", characters),
        facts=" ".join(fact.summary for fact in briefing.facts),
        headlines=briefing.headlines[:headlines],
        more_headlines=_more(briefing.headlines[headlines:]),
        answers=tuple(_answer(briefing, point, characters) for point in briefing.points[:points]),
        more_points=_more(briefing.points[points:]),
        source=_cut(f"Source: {letter.citation or letter.label}. {letter.rights}".rstrip(". "), characters)
        + ". What is in “quotation marks” was found in the letter word for word; all else is ours. Evidence"
        " is one finding of several, chosen by rule. Strengths and concerns are not added up.",
    )


def _days(visit: Visit) -> str:
    """Return when the visit was: `21 to 22 September 2022`."""
    first, last = visit.first_day, visit.last_day
    ended = f"{last.day} {last:%B %Y}"
    if first == last:
        return ended
    began = (
        f"{first.day}"
        if (first.year, first.month) == (last.year, last.month)
        else f"{first.day} {first:%B %Y}"
    )
    return f"{began} to {ended}"


def _answer(briefing: Briefing, point: Point, characters: int) -> Answer:
    found = strongest(briefing, point)
    quotation = found.quotations[0] if found and found.quotations else None
    bearing = ((kind, briefing.bearing_on(point.reference, kind)) for kind in Bearing)
    return Answer(
        point=point,
        words=_cut(point.line, characters),
        evidence=found,
        evidence_words=_cut(str(quotation), characters) if quotation else "",
        evidence_place=quotation.place if quotation else "",
        others=tuple(
            Other(
                "More evidence" if kind is Bearing.EVIDENCE else kind.value.capitalize(),
                others[:LISTED],
                max(0, len(others) - LISTED),
            )
            for kind, findings in bearing
            if (others := tuple(one for one in findings if one is not found))
        ),
    )


def _cut(words: str, characters: int) -> str:
    """Return `words`, cut at a space and marked as cut if they are longer; a quotation stays one."""
    if len(words) <= characters:
        return words
    kept = words[:characters].rsplit(" ", 1)[0]
    return f"{kept} […]{'”' if words.startswith('“') else ''}"


def _listed(references: Sequence[str], more: int) -> str:
    return ", ".join(references) + (f" and {more} more" if more else "")


def _more(entries: Sequence[Finding | Point]) -> str:
    if not entries:
        return ""
    named = [entry.reference for entry in entries[:LISTED]]
    return f"Not on this page: {_listed(named, len(entries) - len(named))}."
