"""What somebody is looking for, as typed so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.search.folding import Folded, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Query(NamedTuple):
    """Terms that must all stand in what is found, each anywhere, also inside a word."""

    terms: tuple[str, ...]
    """Words and phrases, folded, each once. None: nothing is looked for, and nothing found."""
    cased: bool = False
    """Whether capitals count: when there is one in what was typed."""

    @classmethod
    def parse(cls, typed: str) -> Query:
        """Return the query that `typed` means: words, and `"exact phrases"`.

        Every beginning of a query is one: a quotation mark that is not closed yet counts to the end.
        """
        cased = any(one.isupper() or one.istitle() for one in typed)
        terms: list[str] = []
        for number, part in enumerate(folded(typed, cased=cased).split('"')):
            terms += filter(None, [part.strip()] if number % 2 else part.split())
        return cls(tuple(dict.fromkeys(terms)), cased)

    def __str__(self) -> str:
        """Return the terms, as they were folded."""
        return " ".join(self.terms)

    def narrows(self, other: Query) -> bool:
        """Say whether whatever this finds, `other` finds too, judging by the terms alone."""
        if not other.terms or (other.cased and not self.cased):
            return False
        terms = self.terms if other.cased == self.cased else tuple(map(folded, self.terms))
        return all(any(wider in term for term in terms) for wider in other.terms)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the terms stand in `text`, if all of them do: `(start, end)` in its characters.

        In order, and apart: spans that touch are one. A span holds whole characters with their
        accents, so that `f` lights the whole of `ﬁ`.
        """
        return self._stand(text, all_of_them=True)

    def lit(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where any of the terms stands in `text`, as `spans` does.

        For one text of a document that was found: the other terms may stand in its other texts.
        """
        return self._stand(text, all_of_them=False)

    def _stand(self, text: str, *, all_of_them: bool) -> tuple[tuple[int, int], ...]:
        where = Folded.of(text, cased=self.cased)
        if all_of_them and any(term not in where.text for term in self.terms):
            return ()
        return _merged(
            (where.starts[first], where.ends[first + len(term) - 1])
            for term in self.terms
            for first in _occurrences(term, where.text)
        )


def _occurrences(term: str, text: str) -> Iterator[int]:
    """Yield where `term` stands in `text`, those that overlap included."""
    first = text.find(term)
    while first >= 0:
        yield first
        first = text.find(term, first + 1)


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
