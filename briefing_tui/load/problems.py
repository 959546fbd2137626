"""The one collector of problems: a file is read to its end, then everything is said at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.errors import InvalidBriefingError, Problem
from briefing_tui.load.removed import Removed
from briefing_tui.model.verbatim import fold_space

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_tui.errors import Level
    from briefing_tui.load.node import Place

MOST_ERRORS = 1000
"""Of one file. Nobody mends more at once, and looking for what each may have meant takes time."""


class Problems:
    """The problems found so far in one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []
        self._errors = 0
        self.removed = Removed(path)
        """What was taken out of the file, and how often."""

    def add(self, place: Place, rule: str, message: str, level: Level = "error") -> None:
        """Note a problem at `place`. Raises InvalidBriefingError when there have been too many errors."""
        # Some repeat what the file says, which may go over several lines.
        self.found.append(Problem(self.path, place.line, place.column, fold_space(message), rule, level))
        self._errors += level == "error"
        if self._errors >= MOST_ERRORS:
            told = f"This is error number {MOST_ERRORS:,}, and the last that is told. Mend these first."
            self.found.append(Problem(self.path, place.line, place.column, told, "too-many-errors"))
            raise InvalidBriefingError(self.found)

    def all(self) -> tuple[Problem, ...]:
        """Return everything found, in the order of the file."""
        return tuple(sorted((*self.found, *self.removed.problems())))

    def raise_errors(self) -> None:
        """Raise InvalidBriefingError with everything found, if there is an error among it."""
        if self._errors:
            raise InvalidBriefingError(self.found)


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Return a hint that offers the nearest of `known`, with a space before it; or all, if few."""
    choices = list(known)
    lowered: dict[str, str] = {}
    for choice in choices:
        lowered.setdefault(choice.lower(), choice)
    near = closest(wrong.lower(), lowered, likeness=0.6)
    if near:
        return f" Did you mean `{lowered[near]}`?"
    if 0 < len(choices) <= 8:  # noqa: PLR2004 (as many as one line holds)
        return f" It is one of: {', '.join(choices)}."
    return ""


def closest(wrong: str, known: Iterable[str], likeness: float) -> str:
    """Return the one of `known` that is closest to `wrong`, empty if none has that likeness, at most 1."""
    from difflib import get_close_matches  # noqa: PLC0415 (a file without faults does not wait for it)

    return next(iter(get_close_matches(wrong, known, n=1, cutoff=likeness)), "")
