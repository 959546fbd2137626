"""Looking for words in a briefing, and saying what was found."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.search.index import Index
    from briefing_tui.search.query import Query


class Finder:
    """Finds words in one briefing. The index is made when something is first to be looked for."""

    def __init__(self, briefing: Briefing, titles: Mapping[str, str]) -> None:
        self._briefing = briefing
        self._titles = titles
        """The title of each pane, by its key."""

    def hit(self, query: Query, reference: str, step: int, is_shown: Callable[[str], bool]) -> str | None:
        """Return the next hit after `reference` that is shown; if none is, the next that there is.

        With a step of 0 it may be `reference` itself, with -1 the way is backwards. None if there is no hit.
        """
        hits = self._index.find(query)
        first = hits.after(reference, step) if query.terms else None
        hit = first
        while hit is not None and not is_shown(hit):
            hit = hits.after(hit, step or 1)
            if hit == first:
                break
        return hit

    def is_round(self, query: Query, before: str, after: str, step: int) -> bool:
        """Say whether the way from one hit to another, `step` hits on, led around an end."""
        hits = self._index.find(query)
        return len(hits) > 1 and hits.at(before) > 0 and (hits.at(after) - hits.at(before)) * step < 0

    def matches(self, query: Query) -> frozenset[str]:
        """Return the references of everything that has what is looked for."""
        return frozenset(self._index.find(query).keys)

    def told(self, query: Query, reference: str) -> str:
        """Return which hit `reference` is, of how many, pane by pane; of a miss, the nearest word.

        Of a hit that needs words of ours, such as a note, that too: nobody is to think the letter says it.
        """
        if not query.terms:
            return ""
        hits = self._index.find(query)
        if hits:
            panes = " · ".join(f"{self._titles[group]} {count}" for group, count in hits.by_group.items())
            ours = ", here in our words" if hits.at(reference) and self._is_ours(query, reference) else ""
            return f"“{query}” {hits.at(reference)} of {len(hits)}{ours}: {panes}"
        absent = self._index.absent(query)
        if not absent:
            return "Nothing has all of these together."
        near = self._index.nearest(absent[0])
        return f"Nothing has “{absent[0]}”." + (f" There is “{near}”." if near else "")

    def _is_ours(self, query: Query, reference: str) -> bool:
        """Say whether it takes words of ours in an entry to have all of what is looked for."""
        from briefing_tui.search.documents import not_ours  # noqa: PLC0415 (most readers only read)

        return not query.spans(" | ".join(not_ours(self._briefing.entries[reference])))

    def prepare(self) -> None:
        """Begin to make the index, if that has not been done: the first letter is still to be typed."""
        self._made  # noqa: B018 (it is made by being asked for)

    @property
    def _index(self) -> Index:
        return self._made.result()

    @cached_property
    def _made(self) -> Future[Index]:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 (likewise)

        from briefing_tui.search.documents import documents  # noqa: PLC0415
        from briefing_tui.search.index import Index  # noqa: PLC0415

        executor = ThreadPoolExecutor(1)
        made = executor.submit(lambda: Index(documents(self._briefing)))
        executor.shutdown(wait=False)
        return made
