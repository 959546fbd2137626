"""Finding a quotation in its source, or saying at the very word why it is not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_tui.load.nearest import nearest
from briefing_tui.load.node import Place
from briefing_tui.model.verbatim import fold_space

if TYPE_CHECKING:
    from briefing_tui.load.fields import Fields
    from briefing_tui.load.node import Scalar
    from briefing_tui.load.problems import Problems
    from briefing_tui.model.letter import Letter
    from briefing_tui.model.quotation import Quotation

_BLOCK_HEADER = re.compile(r"[>|][-+0-9]*[ \t]*(#.*)?$")


class Quotes:
    """Reads the quotations of one briefing file."""

    def __init__(self, letter: Letter, lines: list[str], problems: Problems) -> None:
        self.letter = letter
        self.lines = lines
        """The briefing file's own lines, to point at a word of a folded text."""
        self.problems = problems

    def read(self, fields: Fields) -> tuple[Quotation, ...]:
        """Return the quotation under `quote`, cut out of the letter at `at` if that is given.

        Not there, or there more than once with no `at`: a problem, and an empty tuple.
        """
        scalar = fields.scalar("quote")
        citation = fields.text("at", required=False)
        if scalar is None:
            return ()
        passages = self.letter.find(scalar.text)
        if citation:
            paragraphs = self.letter.at(citation)
            if not paragraphs:
                fields.problems.add(
                    fields.place("at"),
                    "unknown-place",
                    f"The letter has no `{citation}`. A place is: `main 7`.",
                )
            elif passages:
                passages = tuple(passage for passage in passages if passage.paragraph in paragraphs)
                if not passages:
                    self.problems.add(
                        fields.place("at"), "quote-elsewhere", f"These words do not stand at `{citation}`."
                    )
                    return ()
        if not passages:
            self._not_found(scalar)
            return ()
        if len(passages) > 1:
            places = "; ".join(self.letter.place(passage) for passage in passages[:4])
            self.problems.add(
                scalar.place,
                "quote-ambiguous",
                f"These words stand {len(passages)} times in the letter: {places}. "
                "Say which with a line such as `at: main 7`, or quote more.",
            )
            return ()
        return (self.letter.quote(passages[0]),)

    def _not_found(self, scalar: Scalar) -> None:
        near = nearest(self.letter, scalar.text)
        if near is None:
            self.problems.add(
                scalar.place,
                "quote-not-found",
                f"“{fold_space(scalar.text)[:60]}” is not in the letter, nor anything like it. "
                "Copy the words from the letter.",
            )
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
