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
    quoted = [one.passage for entry in entries for one in entry.quotations]
    left_out = [one.quotation.passage for one in briefing.left_out]
    by_quotations, by_all = _by_paragraph(quoted), _by_paragraph(quoted + left_out)
    by_fate: dict[str, list[Passage]] = {"quoted": [], "left_out": [], "missing": []}
    for sentence in briefing.letter.sentences:
        text = briefing.letter.paragraphs[sentence.paragraph].text
        fate = (
            "quoted"
            if _covered(sentence, text, by_quotations)
            else "left_out"
            if _covered(sentence, text, by_all)
            else "missing"
        )
        by_fate[fate].append(sentence)
    return Coverage(*(tuple(by_fate[fate]) for fate in ("quoted", "left_out", "missing")))


def _by_paragraph(passages: Iterable[Passage | None]) -> dict[int, list[Passage]]:
    """Return `passages` by the index of their paragraph, in the order in which they start."""
    grouped: dict[int, list[Passage]] = {}
    for passage in sorted(filter(None, passages)):
        grouped.setdefault(passage.paragraph, []).append(passage)
    return grouped


def _covered(sentence: Passage, text: str, passages: dict[int, list[Passage]]) -> bool:
    """Say whether every letter and digit of `sentence`, in the paragraph `text`, is in one of `passages`."""
    reached = sentence.start
    for passage in passages.get(sentence.paragraph, ()):
        if passage.start >= sentence.end:
            break
        if passage.end > reached:
            if _says_something(text[reached : passage.start]):
                return False
            reached = passage.end
    return not _says_something(text[reached : sentence.end])


def _says_something(text: str) -> bool:
    return any(one.isalnum() for one in text)
