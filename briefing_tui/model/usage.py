"""The glossary the other way round: which entries use a term."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_tui.model.entry import Entry, Term
    from briefing_tui.model.vocabulary import Vocabulary

_PARTED = "\0"
"""What stands between the texts of two entries, and in none of them."""


class Texts(NamedTuple):
    """The texts of all entries, one after the other."""

    text: str
    starts: Sequence[int]
    """Where the text of each entry starts."""

    @classmethod
    def of(cls, text: str) -> Texts:
        """Return `text`, in which the entries' are parted."""
        return cls(text, [0, *(parting.end() for parting in re.finditer(_PARTED, text))])

    def having(self, word: str, ending: str) -> Iterator[int]:
        """Yield the index of each entry in which `word` stands as a word, perhaps with `ending`."""
        start = self.text.find(word)
        while start >= 0:
            end = start + len(word)
            if not _in_word(self.text[start - 1 : start]) and (
                not _in_word(self.text[end : end + 1])
                or (self.text[end : end + 1] == ending and not _in_word(self.text[end + 1 : end + 2]))
            ):
                index = bisect_right(self.starts, start)
                yield index - 1
                if index == len(self.starts):
                    return
                end = self.starts[index]
            start = self.text.find(word, end)


@dataclass(frozen=True)
class Usage:
    """Finds the entries that use a term without looking at every one."""

    vocabulary: Vocabulary
    entries: tuple[Entry, ...]
    """Those that may."""

    def of(self, term: Term) -> tuple[Entry, ...]:
        """Return the entries that use `term`: those of which `Vocabulary.used_by` has it, in their order."""
        runs = re.findall(r"\w+", term.label)
        if not runs:
            return tuple(one for one in self.entries if term in self.vocabulary.used_by(one))
        plain = re.fullmatch(r"[\w ]+", term.label) is not None  # without a mark that others are taken for
        small = term.label == term.label.lower()
        texts = self._lowered if small else self._texts
        having = texts.having(term.label if plain else max(runs, key=len), "s" if small else "")
        found = (self.entries[index] for index in having)
        if plain and self._is_alone(term):
            return tuple(found)
        return tuple(one for one in found if term in self.vocabulary.used_by(one))

    def _is_alone(self, term: Term) -> bool:
        """Say whether no other term can stand where this one does."""
        return all(self._terms_by_word[word] == 1 for word in _words(term))

    @cached_property
    def _terms_by_word(self) -> dict[str, int]:
        """How many terms have each word."""
        counted: dict[str, int] = {}
        for term in self.vocabulary.terms:
            for word in _words(term):
                counted[word] = counted.get(word, 0) + 1
        return counted

    @cached_property
    def _texts(self) -> Texts:
        return Texts.of(_PARTED.join("\n".join(self.vocabulary.texts(entry)) for entry in self.entries))

    @cached_property
    def _lowered(self) -> Texts:
        return Texts.of(self._texts.text.lower())


def _words(term: Term) -> set[str]:
    """Return the words of `term`, those that differ only by a plural as one."""
    return {word.removesuffix("s") for word in re.findall(r"\w+", term.label.lower())}


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
