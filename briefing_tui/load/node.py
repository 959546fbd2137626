"""Located values: what a YAML file says, and where it says it. Every scalar is text."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int


class Scalar:
    """A single value, as written."""

    __slots__ = ("place", "text")

    def __init__(self, text: str, place: Place) -> None:
        self.text = text
        self.place = place


class Sequence:
    """A list of values."""

    __slots__ = ("items", "place")

    def __init__(self, place: Place) -> None:
        self.items: list[Node] = []
        self.place = place


class Mapping:
    """Keys with values, and where each key stands."""

    __slots__ = ("keys", "place", "values")

    def __init__(self, place: Place) -> None:
        self.values: dict[str, Node] = {}
        self.keys: dict[str, Place] = {}
        self.place = place


Node = Scalar | Sequence | Mapping
