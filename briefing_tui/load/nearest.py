"""What an author probably meant to quote: the nearest passage, with the differing words marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_tui.model.quotation import Passage
from briefing_tui.model.verbatim import fold

if TYPE_CHECKING:
    from collections.abc import Container

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


class Passages:
    """The runs of one to three whole sentences of a letter: what a finding quotes."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter

    def nearest(self, quotation: str, among: Container[int]) -> Nearest | None:
        """Return the one nearest to `quotation` in the paragraphs with those indices, if one is near."""
        words = quotation.split()
        best = self._best(Counter(fold(quotation).split()), among)
        if best is None:
            return None
        letters_words = self.letter.text(best).split()
        changes = _changes([fold(word) for word in words], [fold(word) for word in letters_words])
        equal = sum(j - i for tag, i, j, _, _ in changes if tag == "equal")
        differing = [(i, j, k, m) for tag, i, j, k, m in changes if tag != "equal"]
        if equal < NEAR * len(words) or not differing:
            return None
        first, last = changes[0][3], changes[-1][4]
        return Nearest(
            place=self.letter.place(best),
            letter=_marked(letters_words[first:last], [(k - first, m - first) for _, _, k, m in differing]),
            written=_marked(words, [(i, j) for i, j, _, _ in differing]),
            first_difference=min(differing[0][0], len(words) - 1),
        )

    def _best(self, words: Counter[str], among: Container[int]) -> Passage | None:
        """Return the run in which most of `words` stand; of several the shortest, then the first.

        In a run stand at most as many as in its sentences, each for itself: where that is too few,
        they are not counted.
        """
        sentences, shares = self.letter.sentences, self._shares(words)
        best, most = None, float("-inf")
        for first, sentence in enumerate(sentences):
            if sentence.paragraph not in among:
                continue
            at_most = length = 0
            for last in range(first, min(first + 3, len(sentences))):
                if sentences[last].paragraph != sentence.paragraph:
                    break
                at_most += shares[last]
                length += self._lengths[last]
                if at_most - length / LONGEST > most:
                    shared = self._shared(words, first, last) - length / LONGEST
                    if shared > most:
                        best = Passage(sentence.paragraph, sentence.start, sentences[last].end)
                        most = shared
        return best

    def _shares(self, words: Counter[str]) -> list[int]:
        """Return how many of `words` stand in each sentence."""
        shares = [0] * len(self._counted)
        for word, times in words.items():
            for number in self._having.get(word, ()):
                shares[number] += 1 if times == 1 else min(times, self._counted[number][word])
        return shares

    def _shared(self, words: Counter[str], first: int, last: int) -> int:
        """Return how many of `words` stand in the sentences with those numbers, the last included."""
        run = self._counted[first : last + 1]
        return sum(min(times, sum(one[word] for one in run)) for word, times in words.items())

    @cached_property
    def _lengths(self) -> list[int]:
        """The number of words of each sentence."""
        return [words.total() for words in self._counted]

    @cached_property
    def _counted(self) -> list[Counter[str]]:
        """The words of each sentence, folded, and how often each stands there."""
        return [Counter(fold(one.text).split()) for one in self.letter.quoted_sentences]

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        """The numbers, from 0, of the sentences in which each word stands."""
        having: dict[str, list[int]] = {}
        for number, words in enumerate(self._counted):
            for word in words:
                having.setdefault(word, []).append(number)
        return having


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
