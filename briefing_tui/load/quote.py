"""Finding a quotation in its source, or saying at the very word why it is not there."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_tui.load.node import Place
from briefing_tui.model.quotation import Passage
from briefing_tui.model.verbatim import fold_space

if TYPE_CHECKING:
    from briefing_tui.load.fields import Fields
    from briefing_tui.load.nearest import Passages
    from briefing_tui.load.node import Scalar
    from briefing_tui.load.problems import Problems
    from briefing_tui.model.letter import Letter
    from briefing_tui.model.quotation import Quotation

_BLOCK_HEADER = re.compile(r"[>|][-+0-9]*[ \t]*(#.*)?$")

MOST_OFFERED = 100
"""Quotations for which the nearest passage is offered. Where more are not found, it is another letter."""


class Quotes:
    """Reads the quotations of one briefing file."""

    def __init__(self, letter: Letter, lines: list[str], problems: Problems) -> None:
        self.letter = letter
        self.lines = lines
        """The briefing file's own lines, to point at a word of a folded text."""
        self.problems = problems
        self.missed = 0
        """How many quotations were not found."""

    def read(self, fields: Fields) -> tuple[Quotation, ...]:
        """Return the quotation under `quote`, cut out of the letter at `at` if that is given.

        Not there, or there more than once with no `at`: a problem, and an empty tuple.
        """
        scalar = fields.scalar("quote")
        citation = fields.text("at", required=False)
        if scalar is None or not self.letter.sentences:
            return ()  # that there is no letter is a problem of its own
        everywhere = passages = self.letter.find(scalar.text)
        places: tuple[Passage, ...] = ()
        if citation or not everywhere:
            places = self._places(fields, citation)
            passages = tuple(one for one in everywhere if any(one.overlaps(place) for place in places))
        if everywhere and not passages:
            told = f"These words do not stand there, but in: {self._cited(everywhere)}."
            self.problems.add(fields.place("at"), "quote-elsewhere", told)
        elif not passages:
            self._not_found(scalar, {place.paragraph for place in places})
        elif len(passages) > 1:
            self.problems.add(
                scalar.place,
                "quote-ambiguous",
                f"These words stand {len(passages)} times in the letter: {self._cited(passages)}. "
                f"Say which with a line such as `at: {self.letter.place(passages[0])}`, or quote more.",
            )
        else:
            return (self.letter.quote(passages[0]),)
        return ()

    def _cited(self, passages: tuple[Passage, ...]) -> str:
        """Return where the first few of `passages` stand."""
        return "; ".join(self.letter.place(passage) for passage in passages[:4])

    def _places(self, fields: Fields, citation: str) -> tuple[Passage, ...]:
        """Return what `citation` names; the whole letter if it is empty, or names nothing."""
        places = self.letter.at(citation)
        if citation and not places:
            example = self.letter.place(self.letter.sentences[0])
            told = f"The letter has no `{citation}`. A place is written like `{example}`."
            self.problems.add(fields.place("at"), "unknown-place", told)
        return places or self._whole

    @cached_property
    def _passages(self) -> Passages:
        from briefing_tui.load.nearest import Passages  # noqa: PLC0415 (mostly, every quotation is found)

        return Passages(self.letter)

    @cached_property
    def _whole(self) -> tuple[Passage, ...]:
        """Every paragraph of the letter."""
        return tuple(Passage(index, 0, len(one.text)) for index, one in enumerate(self.letter.paragraphs))

    def _not_found(self, scalar: Scalar, among: set[int]) -> None:
        self.missed += 1
        quotation = fold_space(scalar.text)
        if self.missed > MOST_OFFERED:
            told = f"“{quotation[:60]}” is not in the letter, and much else is not. Is it the right letter?"
            self.problems.add(scalar.place, "quote-not-found", told)
            return
        near = self._passages.nearest(quotation, among)
        if near is None:
            told = f"“{quotation[:60]}” is not in the letter, nor anything like it."
            self.problems.add(scalar.place, "quote-not-found", f"{told} Copy the words from the letter.")
            return
        self.problems.add(
            self._word(scalar, near.first_difference),
            "quote-not-found",
            f"Not word for word. {near.place} has “{near.letter}”; here stands “{near.written}”.",
        )

    def _word(self, scalar: Scalar, index: int) -> Place:
        """Return where in the file the word of `scalar` with that index, from 0, stands."""
        line, column = scalar.place.line - 1, scalar.place.column - 1
        if _BLOCK_HEADER.match(self.lines[line], column):
            line, column = line + 1, 0
        for number in range(line, len(self.lines)):
            for match in re.compile(r"\S+").finditer(self.lines[number], column if number == line else 0):
                if index == 0:
                    return Place(number + 1, match.start() + 1)
                index -= 1
        return scalar.place
