"""Located values: what a YAML file says, and where it says it. Every scalar is text."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Mark(Protocol):
    """Where the parser was, counted from 0."""

    line: int
    column: int


class Place(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int

    @classmethod
    def of(cls, mark: Mark) -> Place:
        """Return the place of `mark`."""
        return cls(mark.line + 1, mark.column + 1)


class Located:
    """A value with its place, which is counted when it is asked for: few are."""

    __slots__ = ("_mark",)

    def __init__(self, mark: Mark) -> None:
        self._mark = mark

    @property
    def place(self) -> Place:
        """Where the value begins."""
        return Place.of(self._mark)


class Scalar(Located):
    """A single value, as written."""

    __slots__ = ("text",)

    def __init__(self, text: str, mark: Mark) -> None:
        self.text = text
        self._mark = mark


class Sequence(Located):
    """A list of values."""

    __slots__ = ("items",)

    def __init__(self, items: list[Node], mark: Mark) -> None:
        self.items = items
        self._mark = mark


class Mapping(Located):
    """Values by key, and where each key stands."""

    __slots__ = ("keys", "values")

    def __init__(self, values: dict[str, Node], keys: dict[str, Mark], mark: Mark) -> None:
        self.values = values
        self.keys = keys
        self._mark = mark


Node = Scalar | Sequence | Mapping
