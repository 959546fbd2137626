"""The briefing file: which keys it has, and what must hold between them."""

from __future__ import annotations

import gc
from collections import Counter
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from briefing_tui.character import harmless
from briefing_tui.errors import InvalidBriefingError, MalformedFileError
from briefing_tui.load.entry import Entries
from briefing_tui.load.fields import Fields
from briefing_tui.load.node import Sequence
from briefing_tui.load.problems import Problems
from briefing_tui.load.quote import Quotes
from briefing_tui.load.source import Sources
from briefing_tui.load.text import read_text
from briefing_tui.load.yaml import read_yaml
from briefing_tui.model.briefing import Area, Briefing, LeftOut, Visit
from briefing_tui.model.entry import Event, Person, Term
from briefing_tui.model.letter import LETTER
from briefing_tui.model.quotation import Quotation
from briefing_tui.model.reference import FORM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing_tui.errors import Problem
    from briefing_tui.load.node import Place

FORMAT = "1"
"""The format this program reads, as the file's `format` line has it."""

DRAFT = "draft"
"""What `coded` says of a file whose coding nobody has checked; whoever has takes the line out."""

PARTS = ("addressee", "inspector", "speaker")
"""Why a person is named."""

RESERVED = {
    "V": "visit",
    "C": "context",
    "H": "headlines",
    "I": "improvements",
    "PA": "priority actions",
    "P": "claims",
    "L": "the letter's sentences",
    "N": "people",
    "T": "timeline",
    "G": "glossary",
    "S": "sources",
}
"""Letters of references that are not a service area's."""


def load_briefing(path: Path) -> Briefing:
    """Return the briefing in the file at `path`, every quotation found in its source.

    Raises UnreadableFileError if the file cannot be opened, and InvalidBriefingError, with every
    problem found, if it breaks the rules.
    """
    briefing, problems = examine_briefing(path)
    if briefing is None:
        raise InvalidBriefingError(problems)
    return briefing


def examine_briefing(path: Path) -> tuple[Briefing | None, tuple[Problem, ...]]:
    """Return the briefing in the file at `path`, None if it has errors, and its problems, warnings too.

    Raises UnreadableFileError if the file cannot be opened.
    """
    problems = Problems(harmless(str(path)))
    with _without_collector():
        try:
            briefing = _read(path, problems)
        except MalformedFileError as error:
            return None, (error.problem,)
        except InvalidBriefingError:
            briefing = None  # what it carries is among the problems
    return briefing, problems.all()


def _read(path: Path, problems: Problems) -> Briefing:
    text = problems.removed.from_text(read_text(path))
    root = Fields(read_yaml(text, problems), "briefing", problems)
    return _File(root, path.parent, text.split("\n")).read()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector from going through all that is read: none of it refers to itself."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _File:
    """Reads the keys of one file; what other keys refer to is read first."""

    def __init__(self, root: Fields, folder: Path, lines: list[str]) -> None:
        self.root = root
        self.problems = root.problems
        sources = Sources(folder, self.problems)
        self.sources = root.group("sources", "list of sources", sources.read) or {}
        self.letter = sources.letter
        self.numbers: Counter[str] = Counter()
        self.terms: dict[str, Place] = {}
        """Where each term of the glossary is explained first."""
        self.quotes = Quotes(self.letter, lines, self.problems)
        self.entries = Entries(self.quotes, [key for key in self.sources if key != LETTER], self.problems)

    def read(self) -> Briefing:
        """Return the briefing. Raises InvalidBriefingError if anything is wrong."""
        root, entries = self.root, self.entries
        version = root.scalar("format")
        if version and version.text.strip() != FORMAT:
            self.problems.add(
                version.place,
                "format",
                f"`format` cannot be `{version.text.strip()}`. Write `format: {FORMAT}`.",
            )
        coded = root.scalar("coded", required=False)
        draft = bool(coded and root.one_of(coded, (DRAFT,), "unknown-value", "`coded` cannot be"))
        title, subject, authority = root.text("title"), root.text("subject"), root.text("authority")
        entries.areas = root.each("areas", "service area", self._area)
        entries.people = root.each("people", "person", self._person, required=False)
        visit = root.group("visit", "visit", self._visit)
        entries.points += root.each("improvements", "improvement point", entries.improvement, required=False)
        context = root.each("context", "context entry", entries.context, required=False)
        findings = root.each("findings", "finding", entries.finding)
        headlines = root.each("headlines", "headline finding", entries.headline, required=False)
        claims = root.each("claims", "press claim", entries.claim, required=False)
        timeline = root.each("timeline", "event", self._event, required=False)
        glossary = root.each("glossary", "glossary term", self._term, required=False)
        left_out = root.each("left_out", "passage left out", self._left_out, required=False)
        root.finish()
        self.problems.raise_errors()
        entries.every_point_has_evidence((*headlines, *findings))
        assert visit is not None  # noqa: S101 (its absence was an error)
        return Briefing(
            draft=draft,
            title=title,
            subject=subject,
            authority=authority,
            visit=visit,
            people=entries.people,
            letter=self.letter,
            sources=self.sources,
            areas=entries.areas,
            context=context,
            headlines=headlines,
            findings=findings,
            points=entries.points,
            claims=claims,
            timeline=timeline,
            glossary=glossary,
            left_out=tuple(passage for passage in left_out if passage),
        )

    def _area(self, fields: Fields) -> Area:
        key, place = fields.text("id"), fields.place("id")
        if key in RESERVED:
            self.problems.add(place, "reserved", f"`{key}` stands for {RESERVED[key]}. Choose other letters.")
        elif key and not FORM.fullmatch(f"{key}-1"):
            self.problems.add(
                place,
                "area-id",
                f"`{key}` cannot stand for an area. Choose one to six capital letters, such as AA.",
            )
        self.entries.once(key, place)
        return Area(key, fields.text("name"))

    def _person(self, fields: Fields) -> Person:
        return Person(
            reference=self._next("N"),
            label=fields.text("name"),
            summary=fields.text("role"),
            part=fields.choice("part", PARTS),
        )

    def _visit(self, fields: Fields) -> Visit:
        priority = fields.value("priority_actions")
        if isinstance(priority, Sequence):
            self.entries.points = fields.each(
                "priority_actions", "area for priority action", self.entries.priority_action
            )
        elif priority:
            fields.choice("priority_actions", ["none"])
        visit = Visit(
            kind=fields.text("kind"),
            framework=fields.text("framework"),
            first_day=fields.day("from"),
            last_day=fields.day("to"),
            graded=fields.yes_or_no("graded"),
        )
        if date.min < visit.last_day < visit.first_day:
            self.problems.add(
                fields.place("to"), "date", "The visit ends before it begins. Check `from` and `to`."
            )
        return visit

    def _event(self, fields: Fields) -> Event:
        source = fields.choice("source", self.sources)
        quotations: tuple[Quotation, ...] = ()
        if "quote" in fields.node.values:
            if source == LETTER:
                quotations = self.quotes.read(fields)
            else:
                quotations = (Quotation(fields.text("quote"), source, None, ""),)
        return Event(
            reference=self._next("T"),
            label=fields.date("date"),
            summary=fields.text("event"),
            source=source,
            quotations=quotations,
        )

    def _term(self, fields: Fields) -> Term:
        label = fields.text("term")
        first = self.terms.setdefault(label, fields.node.place)
        if label and first != fields.node.place:
            told = f"`{label}` is explained at line {first.line} already. Keep one of the two."
            self.problems.add(fields.node.place, "repeated-term", told)
        return Term(
            reference=self._next("G"),
            label=label,
            expansion=fields.text("expansion", required=False),
            summary=fields.text("meaning"),
            source=fields.text("source", required=False),
        )

    def _next(self, letters: str) -> str:
        """Return the next reference with those letters, for what the file lists without references."""
        self.numbers[letters] += 1
        return f"{letters}-{self.numbers[letters]}"

    def _left_out(self, fields: Fields) -> LeftOut | None:
        reason = fields.text("reason")
        quotations = self.quotes.read(fields)
        return LeftOut(quotation=quotations[0], reason=reason) if quotations else None
