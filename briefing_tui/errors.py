"""Every error this package raises on purpose.

BriefingError
├── UnreadableFileError     a file cannot be opened
│   └── MalformedFileError  it can, and what it holds is no text; carries the place
├── InvalidBriefingError    a briefing file breaks the rules; carries every problem found
├── UnknownReferenceError   a reference that the briefing does not have
├── LetterError             a file holds no focused visit letter that can be read
├── MissingExtraError       a package is not installed that only some commands need
└── UnwritableError         what was made cannot be written where it was asked for
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Level = Literal["error", "warning"]


class BriefingError(Exception):
    """Something a person can act on: its text says what to do."""


class UnreadableFileError(BriefingError):
    """A file cannot be opened, is not a regular file, or is not text."""


class Problem(NamedTuple):
    """One thing wrong with a file, and where.

    Problems sort by file, then place. Lines and columns count from 1.
    """

    path: str
    line: int
    column: int
    message: str
    """What is wrong and what to do, in one or two sentences."""
    rule: str
    """A short stable name of the rule that was broken, such as `quote-not-found`."""
    level: Level = "error"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.level} {self.message} ({self.rule})"


class MalformedFileError(UnreadableFileError):
    """A regular file holds what is no text, in an encoding that is not read, or too much."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(f"{problem.path}:{problem.line}:{problem.column}: {problem.message}")


class InvalidBriefingError(BriefingError):
    """A briefing file breaks the rules of the format."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownReferenceError(BriefingError):
    """A reference that the briefing does not have."""


class UnwritableError(BriefingError):
    """What was made cannot be written where it was asked for."""


class LetterError(BriefingError):
    """A file holds no focused visit letter that can be read."""


class MissingExtraError(BriefingError):
    """A package is not installed that only some commands need."""
