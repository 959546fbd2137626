"""The briefings that are open together, and one search through them all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.search.index import Index
    from briefing_tui.search.query import Query


class Volume(NamedTuple):
    """One briefing and the file that it was read from."""

    file: Path
    briefing: Briefing
    warnings: tuple[str, ...] = ()
    """What `briefing check` warns of, each with its place."""


class Leaf(NamedTuple):
    """A place in one of several briefings."""

    volume: int
    """Its number, from 0."""
    reference: str = ""
    """Empty for the briefing as such."""


@dataclass(frozen=True)
class Library:
    """Briefings, in the order in which they were named."""

    volumes: tuple[Volume, ...]

    def revised(self, number: int, briefing: Briefing, warnings: tuple[str, ...]) -> Library:
        """Return the library with what the file of one volume has become."""
        volume = self.volumes[number]._replace(briefing=briefing, warnings=warnings)
        return Library((*self.volumes[:number], volume, *self.volumes[number + 1 :]))

    def find(self, query: Query) -> tuple[Leaf, ...]:
        """Return everything in any of them that has what is looked for, briefing after briefing."""
        return tuple(self._leaves[key] for key in self._index.find(query).keys)

    @cached_property
    def _leaves(self) -> Mapping[str, Leaf]:
        return {
            f"{number} {reference}": Leaf(number, reference)
            for number, volume in enumerate(self.volumes)
            for reference in volume.briefing.entries
        }

    @cached_property
    def _index(self) -> Index:
        from briefing_tui.search.documents import documents  # noqa: PLC0415 (only a search needs it)
        from briefing_tui.search.index import Index  # noqa: PLC0415 (likewise)

        return Index(
            document._replace(key=f"{number} {document.key}")
            for number, volume in enumerate(self.volumes)
            for document in documents(volume.briefing)
        )
