"""What was taken out of a file because it could act on a terminal or mislead: each kind is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, name

from briefing_tui.character import ACTS, MOST_MARKS, REMOVED, harmless
from briefing_tui.errors import Problem
from briefing_tui.load.node import Place

if TYPE_CHECKING:
    from collections.abc import Iterator


class Removed:
    """The characters that were replaced in one file: where each first stood, and how often it did."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._first: dict[str, Place] = {}
        self._count: dict[str, int] = {}

    def from_text(self, text: str) -> str:
        """Return the file's `text` made harmless."""
        lines = text.split("\n")
        clean = [harmless(line) for line in lines]
        if clean == lines:
            return text
        for line, (before, after) in enumerate(zip(lines, clean, strict=True), start=1):
            if before != after:
                self._note_all(before, after, line)
        return "\n".join(clean)

    def from_value(self, value: str, place: Place) -> str:
        """Return `value` made harmless; it begins at `place`, and may have been written with escapes."""
        clean = harmless(value)
        if clean != value:
            for one, kept in zip(value, clean, strict=True):
                if one != kept:
                    self._note(one, place)
        return clean

    def _note_all(self, before: str, after: str, line: int) -> None:
        for column, (one, kept) in enumerate(zip(before, after, strict=True), start=1):
            if one != kept:
                self._note(one, Place(line, column))

    def problems(self) -> Iterator[Problem]:
        """Yield a warning for each kind of character, at its first place."""
        for kind, place in self._first.items():
            again = f", and {self._count[kind] - 1} more after it" if self._count[kind] > 1 else ""
            told = f"{kind} stands here{again}. {REMOVED} is shown instead. Type the word again without it."
            yield Problem(self._path, *place, told, "removed-character", "warning")

    def _note(self, character: str, place: Place) -> None:
        kind = _kind(character)
        self._first.setdefault(kind, place)
        self._count[kind] = self._count.get(kind, 0) + 1


def _kind(character: str) -> str:
    """Return what a message calls the character, in words that people can look up."""
    if category(character) in ("Mn", "Me") and not ACTS.match(character):
        return f"One accent more than the {MOST_MARKS} that a letter can have"
    known = name(character, "control character" if category(character) == "Cc" else "noncharacter").lower()
    return f"An invisible character (U+{ord(character):04X}, {known})"
