"""What an author probably meant to quote: the nearest passage, with the differing words marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from briefing_tui.model.quotation import Passage
from briefing_tui.model.verbatim import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from briefing_tui.model.letter import Letter

NEAR = 0.6
"""Share of the author's words, in order, from which a passage is worth offering."""

LONGEST = 10_000
"""Words: more than any stretch has."""

_CLOSING = ".,;:?!)\"'"
"""What may follow the last word of a quotation that stops within a sentence."""

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


def nearest(letter: Letter, quotation: str, among: Container[int]) -> Nearest | None:
    """Return the passage nearest to `quotation` in the paragraphs with those indices; None if none is."""
    words = quotation.split()
    counted = Counter(fold(quotation).split())
    stretches = (stretch for stretch in _stretches(letter) if stretch.paragraph in among)
    best = max(stretches, key=lambda stretch: _shared(counted, letter.text(stretch)), default=None)
    if best is None:
        return None
    letters_words = letter.text(best).split()
    changes = _changes([fold(word) for word in words], [fold(word) for word in letters_words])
    equal = sum(j - i for tag, i, j, _, _ in changes if tag == "equal")
    differing = [(i, j, k, m) for tag, i, j, k, m in changes if tag != "equal"]
    if equal < NEAR * len(words) or not differing:
        return None
    first, last = changes[0][3], changes[-1][4]
    return Nearest(
        place=letter.place(best),
        letter=_marked(letters_words[first:last], [(k - first, m - first) for _, _, k, m in differing]),
        written=_marked(words, [(i, j) for i, j, _, _ in differing]),
        first_difference=min(differing[0][0], len(words) - 1),
    )


def _changes(words: list[str], letters: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return what makes `words` out of `letters`, as difflib's opcodes.

    A quotation may leave off a sentence's beginning and its end, also a last comma or stop: that
    is not why it was not found, and counts for nothing.
    """
    last = words[-1]
    letters = [last if one.rstrip(_CLOSING) == last else one for one in letters]
    changes: list[tuple[str, int, int, int, int]] = list(
        SequenceMatcher(None, words, letters, autojunk=False).get_opcodes()
    )
    if changes and changes[0][0] == "insert":
        changes = changes[1:]
    if changes and changes[-1][0] == "insert":
        changes = changes[:-1]
    if changes and changes[0][0] == "replace":
        tag, i, j, k, m = changes[0]
        changes[0] = (tag, i, j, max(k, m - (j - i)), m)
    if changes and changes[-1][0] == "replace":
        tag, i, j, k, m = changes[-1]
        changes[-1] = (tag, i, j, k, min(m, k + (j - i)))
    return changes


def _stretches(letter: Letter) -> Iterator[Passage]:
    """Yield every run of one to three whole sentences of a paragraph: what a finding quotes."""
    for index, paragraph in enumerate(letter.paragraphs):
        for first, (start, _) in enumerate(paragraph.sentences):
            for _, end in paragraph.sentences[first : first + 3]:
                yield Passage(index, start, end)


def _shared(words: Counter[str], text: str) -> float:
    """Return how many of `words` stand in `text`, the shorter text first where as many do."""
    others = Counter(fold(text).split())
    return (words & others).total() - others.total() / LONGEST


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
