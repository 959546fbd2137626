"""What an author probably meant to quote: the nearest passage, with the differing words marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from briefing_tui.model.quotation import Passage
from briefing_tui.model.verbatim import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.letter import Letter

NEAR = 0.6
"""Share of words in common from which a passage is worth offering."""

AROUND = 4
"""Words shown on either side of a difference."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest passage of a letter to words that are not in it."""

    place: str
    """How people cite it."""
    letter: str
    """The letter's words, each differing run between asterisks, long equal runs left out."""
    written: str
    """The author's words, marked likewise."""
    first_difference: int
    """Index of the first of the author's words that differs."""


def nearest(letter: Letter, quotation: str) -> Nearest | None:
    """Return the passage of `letter` nearest to `quotation`, or None if none is near."""
    words = fold(quotation).split()
    counted = Counter(words)
    best = max(
        _stretches(letter), key=lambda stretch: _shared(counted, fold(letter.text(stretch))), default=None
    )
    if best is None:
        return None
    letters_words = fold(letter.text(best)).split()
    matcher = SequenceMatcher(None, words, letters_words, autojunk=False)
    if matcher.ratio() < NEAR:
        return None
    changes = [(i, j, k, m) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
    if not changes:
        return None
    return Nearest(
        place=letter.place(best),
        letter=_marked(letters_words, [(k, m) for _, _, k, m in changes]),
        written=_marked(words, [(i, j) for i, j, _, _ in changes]),
        first_difference=min(changes[0][0], len(words) - 1),
    )


def _stretches(letter: Letter) -> Iterator[Passage]:
    """Yield every run of one to three whole sentences of a paragraph: what a finding quotes."""
    for index, paragraph in enumerate(letter.paragraphs):
        for first, (start, _) in enumerate(paragraph.sentences):
            for _, end in paragraph.sentences[first : first + 3]:
                yield Passage(index, start, end)


def _shared(words: Counter[str], text: str) -> float:
    """Return the share of words in common, from 0 to 1, whatever their order."""
    others = Counter(text.split())
    return 2 * (words & others).total() / ((words.total() + others.total()) or 1)


def _marked(words: list[str], runs: list[tuple[int, int]]) -> str:
    """Return `words` with each run between asterisks and an ellipsis for what is far from any."""
    shown = {
        index for start, end in runs for index in range(max(0, start - AROUND), min(len(words), end + AROUND))
    }
    opening = {start for start, end in runs if end > start}
    closing = {end - 1 for start, end in runs if end > start}
    missing = {start for start, end in runs if end == start}
    out = []
    for index, word in enumerate(words):
        if index in missing:
            out.append("*…*")
        if index in shown:
            out.append(f"{'*' if index in opening else ''}{word}{'*' if index in closing else ''}")
        elif not out or out[-1] != "…":
            out.append("…")
    if len(words) in missing:
        out.append("*…*")
    return " ".join(out)
