"""Texts made ready to be searched, and what was found in them.

No inverted index: words are looked for anywhere, also inside longer words, and going through all of
10,000 folded texts takes a few milliseconds (`benchmarks/search.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.search.folding import caseless, folded, folded_words
from briefing_tui.search.query import Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NEAR = 0.7
"""Likeness from which a word is offered for another: 1 is the same, 0 has no letter in common."""

FURTHEST_LENGTH = 2
FURTHEST_LETTERS = 4
"""How much longer or shorter, and in how many different letters unlike, a word may be to be compared at all.

Comparing every one of 20,000 words takes 100 ms."""

_WORD = re.compile(r"\w+(?:['-]\w+)*")


class Document(NamedTuple):
    """Something that can be found."""

    key: str
    """Its reference, unique in an index: `AA-5`."""
    group: str
    """The key of the pane where it is at home."""
    texts: tuple[str, ...]
    """As printed. A phrase stands in one of them; several words may stand in several."""


@dataclass(frozen=True)
class Hits:
    """The documents that a query finds, of ten thousand at every keystroke: told apart when asked for."""

    query: Query
    places: Sequence[int]
    """Where in the index they stand, in reading order."""
    _keys: Sequence[str] = field(repr=False, compare=False)
    """The key of every document of the index, found or not, in reading order."""
    _groups: Sequence[str] = field(repr=False, compare=False)
    """The group of each."""
    _order: Mapping[str, int] = field(repr=False, compare=False)
    """The place of each."""

    def __len__(self) -> int:
        return len(self.places)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of what was found, in reading order."""
        return tuple(map(self._keys.__getitem__, self.places))

    @cached_property
    def by_group(self) -> Mapping[str, int]:
        """How many there are in each group that has any, in order of first appearance."""
        return MappingProxyType(Counter(map(self._groups.__getitem__, self.places)))

    def at(self, key: str) -> int:
        """Return which hit the document with that key is, from 1; 0 if it is none."""
        place = self._order.get(key, -1)
        number = bisect_left(self.places, place)
        return number + 1 if [*self.places[number : number + 1]] == [place] else 0

    def after(self, key: str, step: int) -> str | None:
        """Return the key of the hit `step` hits after `key`, around the ends; None if nothing was found.

        A negative step goes back. From a document that is no hit, the first step leads to the nearest
        hit in that direction. Step 0 is the hit at `key`, else the next. A key that the index does not
        have stands before them all.
        """
        if not self.places:
            return None
        number = bisect_left(self.places, self._order.get(key, -1)) + step
        if step > 0 and not self.at(key):
            number -= 1
        return self._keys[self.places[number % len(self.places)]]


class Index:
    """Documents in reading order, folded once, to be searched at every keystroke."""

    def __init__(self, documents: Iterable[Document]) -> None:
        documents = tuple(documents)
        parts: set[str] = set()
        self._cased = [_joined(document, parts) for document in documents]
        self._caseless = [caseless(text) for text in self._cased]
        self._words = _words(parts)
        self._keys = [document.key for document in documents]
        self._groups = [document.group for document in documents]
        self._order = {key: place for place, key in enumerate(self._keys)}
        self._last = self._hits(Query(()), [])

    def find(self, query: Query) -> Hits:
        """Return what `query` finds. Typing on only looks through what was found so far."""
        if query == self._last.query:
            return self._last
        places: Sequence[int] = range(len(self._keys)) if query.terms else ()
        if query.narrows(self._last.query):
            places = self._last.places
        texts = self._cased if query.cased else self._caseless
        for term in query.terms:
            places = [place for place in places if term in texts[place]]
        self._last = self._hits(query, places)
        return self._last

    def _hits(self, query: Query, places: Sequence[int]) -> Hits:
        return Hits(query, places, self._keys, self._groups, self._order)

    def absent(self, query: Query) -> tuple[str, ...]:
        """Return the terms of `query` that stand nowhere: what to ask `nearest` about after a miss."""
        texts = self._cased if query.cased else self._caseless
        return tuple(term for term in query.terms if not any(term in text for text in texts))

    def nearest(self, word: str) -> str | None:
        """Return the word of the documents that is most like `word`, as they have it, or None.

        Likeness is without case and accents, so `SUPERVISON` leads to `supervision`.
        """
        wanted = folded(word)
        letters = set(wanted)
        near = [
            one
            for one in self._words
            if abs(len(one) - len(wanted)) <= FURTHEST_LENGTH
            and len(letters.symmetric_difference(one)) <= FURTHEST_LETTERS
        ]
        best = get_close_matches(wanted, near, n=1, cutoff=NEAR)
        return self._words[best[0]] if best else None


def _joined(document: Document, parts: set[str]) -> str:
    """Return the texts of `document` folded, one a line, and add what stands between white space to `parts`.

    No term holds a line feed, so none reaches from one text into the next.
    """
    lines = []
    for text in document.texts:
        words = folded_words(text, cased=True)
        parts.update(words)
        lines.append(" ".join(words))
    return "\n".join(lines)


def _words(parts: set[str]) -> Mapping[str, str]:
    """Return every word in `parts` by its caseless form, with small letters if it ever stands so."""
    words = {word for part in parts for word in _WORD.findall(part)}
    return {caseless(word): word for word in sorted(words)}
