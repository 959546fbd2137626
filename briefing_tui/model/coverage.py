"""How much of the letter the briefing accounts for, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.quotation import Passage


@dataclass(frozen=True, slots=True)
class Coverage:
    """The sentences of a letter's body, by what became of them."""

    quoted: tuple[Passage, ...]
    """Quoted, every word, by a headline, a finding, a point or a context entry."""
    left_out: tuple[Passage, ...]
    """Left out, for a reason that the file gives."""
    missing: tuple[Passage, ...]
    """Neither."""

    @property
    def total(self) -> int:
        """How many sentences there are."""
        return len(self.quoted) + len(self.left_out) + len(self.missing)


def coverage(briefing: Briefing) -> Coverage:
    """Return what became of every sentence of the letter."""
    entries = (*briefing.context, *briefing.headlines, *briefing.findings, *briefing.points)
    quoted = _offsets(one.passage for entry in entries for one in entry.quotations)
    left_out = _offsets(one.quotation.passage for one in briefing.left_out)
    by_fate: dict[str, list[Passage]] = {"quoted": [], "left_out": [], "missing": []}
    for sentence in briefing.letter.sentences:
        text = briefing.letter.text(sentence)
        words = {
            (sentence.paragraph, sentence.start + offset) for offset, one in enumerate(text) if one.isalnum()
        }
        fate = "quoted" if words <= quoted else "left_out" if words <= quoted | left_out else "missing"
        by_fate[fate].append(sentence)
    return Coverage(*(tuple(by_fate[fate]) for fate in ("quoted", "left_out", "missing")))


def _offsets(passages: Iterable[Passage | None]) -> set[tuple[int, int]]:
    """Return every character of `passages`, as its paragraph's index and its offset."""
    return {
        (passage.paragraph, offset)
        for passage in passages
        if passage
        for offset in range(passage.start, passage.end)
    }
