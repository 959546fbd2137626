"""Figures as Markdown: medians, and how many times another program's they are."""
# ruff: noqa: INP001 (scripts, not a package)

from __future__ import annotations

import statistics
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.measure import Figure

MEGABYTE = 1_000_000


class Figures:
    """All that was measured, by column and by row."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        """For each column and row the values by their unit."""

    def add(self, column: str, figures: Iterable[Figure]) -> None:
        """Add one round's figures."""
        for figure in figures:
            self._values[column, figure.row][figure.unit].append(figure.value)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, in the order in which they came."""
        return tuple(dict.fromkeys(column for column, _ in self._values))

    def table(self, ratios: Sequence[tuple[str, str]] = ()) -> str:
        """Return the medians as a table; `ratios` are pairs of columns, each a further column."""
        rows = dict.fromkeys(row for _, row in self._values)
        heads = ("", *self.columns, *(f"{one} / {other}" for one, other in ratios))
        lines = [heads, ("---", *["---:"] * (len(heads) - 1))]
        for row in rows:
            shown = (self._shown(column, row) for column in self.columns)
            lines.append((row, *shown, *(self._ratio(row, *pair) for pair in ratios)))
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _medians(self, column: str, row: str) -> dict[str, float]:
        values = self._values.get((column, row), {})
        return {unit: statistics.median(them) for unit, them in values.items()}

    def _shown(self, column: str, row: str) -> str:
        return ", ".join(told(value, unit) for unit, value in self._medians(column, row).items()) or "–"

    def _ratio(self, row: str, one: str, other: str) -> str:
        first, second = self._medians(one, row), self._medians(other, row)
        both = [unit for unit in first if first[unit] and second.get(unit)]
        return ", ".join(f"×{first[unit] / second[unit]:.2f}" for unit in both) or "–"


def told(value: float, unit: str) -> str:
    """Return a value as people read it."""
    if unit == "share":
        return f"{value:.2%}"
    if unit == "s":
        return f"{value * 1000:,.1f} ms"
    return f"{value / MEGABYTE:.1f} MB" if value >= MEGABYTE else f"{value:,.0f} B"
