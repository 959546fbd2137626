"""The entries of a briefing file: what each kind takes, and what it may refer to."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_tui.load.node import Sequence
from briefing_tui.load.problems import did_you_mean
from briefing_tui.model.entry import Bearing, BearsOn, Claim, Context, Finding, Headline, Point, Verdict
from briefing_tui.model.quotation import Quotation
from briefing_tui.model.reference import prefix
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing_tui.load.fields import Fields
    from briefing_tui.load.node import Place, Scalar
    from briefing_tui.load.problems import Problems
    from briefing_tui.load.quote import Quotes
    from briefing_tui.model.briefing import Area
    from briefing_tui.model.entry import Person

SUMMARY = 90
"""Characters: what two lines of the list hold at 80 columns."""

CLAIM = 140
"""Characters: a claim may need to quote."""


class Entries:
    """Reads the entries of one file. What an entry may refer to is set before it is read."""

    def __init__(self, quotes: Quotes, press: list[str], problems: Problems) -> None:
        self.quotes = quotes
        self.press = press
        """Keys of the press sources."""
        self.problems = problems
        self.areas: tuple[Area, ...] = ()
        self.points: tuple[Point, ...] = ()
        self.people: tuple[Person, ...] = ()
        self.findings: dict[str, None] = {}
        """References of the main findings."""
        self.references: dict[str, Place] = {}
        """Where each reference and each area's letters were given."""

    def priority_action(self, fields: Fields) -> Point:
        """Read an area for priority action."""
        return self._point(fields, "PA", priority=True)

    def improvement(self, fields: Fields) -> Point:
        """Read an improvement point."""
        return self._point(fields, "I", priority=False)

    def _point(self, fields: Fields, letters: str, *, priority: bool) -> Point:
        return Point(
            reference=self._reference(fields, letters),
            quotations=self.quotes.read(fields),
            note=fields.text("note", required=False),
            priority=priority,
        )

    def context(self, fields: Fields) -> Context:
        """Read a context entry."""
        return Context(
            reference=self._reference(fields, "C"),
            label=fields.text("label"),
            summary=fields.text("summary", at_most=SUMMARY),
            quotations=self.quotes.read(fields),
            note=fields.text("note", required=False),
        )

    def finding(self, fields: Fields) -> Finding:
        """Read a main finding."""
        areas = self._areas(fields)
        home = areas[0] if areas and areas[0] in self._area_keys else ""
        reference = self._reference(fields, home, f"because {home} is the first of its areas")
        self.findings[reference] = None
        return Finding(
            reference=reference,
            areas=areas,
            tone=fields.enum("tone", Tone),
            summary=fields.text("summary", at_most=SUMMARY),
            quotations=self.quotes.read(fields),
            bears_on=self._bearings(fields),
            note=fields.text("note", required=False),
        )

    def headline(self, fields: Fields) -> Headline:
        """Read a headline finding."""
        areas = self._areas(fields)
        return Headline(
            reference=self._reference(fields, "H"),
            areas=areas,
            tone=fields.enum("tone", Tone),
            summary=fields.text("summary", at_most=SUMMARY),
            quotations=self.quotes.read(fields),
            bears_on=self._bearings(fields),
            findings=tuple(
                self._known(scalar, self.findings, "finding")
                for scalar in fields.words("findings", required=False)
            ),
            note=fields.text("note", required=False),
        )

    def _bearings(self, fields: Fields) -> tuple[BearsOn, ...]:
        """Return how a finding bears on points, on each at most once."""
        bearings = fields.each("bears_on", "bearing", self._bears_on, required=False)
        for point, times in Counter(one.point for one in bearings).items() if len(bearings) > 1 else ():
            if point and times > 1:
                self.problems.add(
                    fields.place("bears_on"),
                    "repeated-bearing",
                    f"This bears on {point} more than once. Keep the kind that matters most.",
                )
        return bearings

    def _bears_on(self, fields: Fields) -> BearsOn:
        point = fields.scalar("point")
        return BearsOn(
            point=self._known(point, self._point_references, "improvement point") if point else "",
            bearing=fields.enum("as", Bearing),
        )

    def claim(self, fields: Fields) -> Claim:
        """Read a press claim."""
        source = self._press(fields)
        speaker = fields.scalar("speaker", required=False)
        said = fields.text("quotation", required=False)
        return Claim(
            reference=self._reference(fields, "P"),
            summary=fields.text("claim", at_most=CLAIM),
            source=source,
            verdict=fields.enum("verdict", Verdict),
            said=Quotation(said, source, None, "") if said else None,
            speaker=self._known(speaker, [one.label for one in self.people], "person") if speaker else "",
            quotations=tuple(
                quotation
                for quoted in fields.each("letter", "letter's words", self.quotes.read)
                for quotation in quoted
            ),
            note=fields.text("note", required=False),
        )

    def _press(self, fields: Fields) -> str:
        """Return the key of the press source that `fields` names."""
        scalar = fields.scalar("source")
        if scalar and not self.press:
            told = f"`source` cannot be `{scalar.text.strip()}`. List the press source under `sources` first."
            self.problems.add(scalar.place, "unknown-value", told)
        return fields.choice("source", self.press) if self.press else ""

    def _areas(self, fields: Fields) -> tuple[str, ...]:
        """Return the keys of the service areas of a finding, the home first."""
        scalars = fields.words("areas")
        given = fields.node.values.get("areas")
        if isinstance(given, Sequence) and not given.items:
            told = f"This {fields.what} is in no service area. Name at least one, like `areas: [AA]`."
            self.problems.add(fields.place("areas"), "no-area", told)
        return tuple(
            dict.fromkeys(self._known(scalar, self._area_keys, "service area") for scalar in scalars)
        )

    @cached_property
    def _area_keys(self) -> dict[str, None]:
        return dict.fromkeys(area.key for area in self.areas)

    @cached_property
    def _point_references(self) -> dict[str, None]:
        return dict.fromkeys(point.reference for point in self.points)

    def _known(self, scalar: Scalar, known: Collection[str], what: str) -> str:
        """Return the text of `scalar`, which must be one of `known`."""
        text = scalar.text.strip()
        if text not in known:
            hint = did_you_mean(text, known)
            self.problems.add(scalar.place, "unknown-reference", f"There is no {what} `{text}`.{hint}")
        return text

    def _reference(self, fields: Fields, letters: str, because: str = "here") -> str:
        """Return the reference under `id`, which must start with `letters` and stand only once."""
        reference = fields.reference("id")
        place = fields.place("id")
        if reference and letters and prefix(reference) != letters:
            self.problems.add(
                place, "reference-prefix", f"`{reference}` must begin with `{letters}-` {because}."
            )
        self.once(reference, place)
        return reference

    def once(self, name: str, place: Place) -> None:
        """Note a problem that names both places if `name` has been given before."""
        first = self.references.setdefault(name, place)
        if name and first != place:
            self.problems.add(
                place,
                "repeated-reference",
                f"`{name}` stands at line {first.line} already. Give each its own.",
            )

    def every_point_has_evidence(self, findings: tuple[Finding, ...]) -> None:
        """Warn of every point on which none of `findings` bears."""
        supported = {one.point for finding in findings for one in finding.bears_on}
        for point in self.points:
            if point.reference not in supported:
                self.problems.add(
                    self.references[point.reference],
                    "no-evidence",
                    f"No finding bears on {point.reference}. To those that do, add "
                    f"`bears_on: [{{point: {point.reference}, as: evidence}}]`.",
                    "warning",
                )
