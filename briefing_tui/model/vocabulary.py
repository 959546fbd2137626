"""The glossary at work: which of its terms stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_tui.model.verbatim import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_tui.model.entry import Entry, Term


@dataclass(frozen=True)
class Vocabulary:
    """The terms of a glossary."""

    terms: tuple[Term, ...]

    def used_in(self, text: str) -> tuple[Term, ...]:
        """Return the terms that stand in `text`, in the order in which they first do.

        A term written in small letters is found whatever the case, and with a plural s; one
        with capitals only as it is. Where terms overlap, the longest counts.
        """
        found = (
            self._by_word.get(match["exact"] or "") or self._by_word.get((match["any"] or "").lower())
            for match in self._pattern.finditer(fold(text))
        )
        return tuple(dict.fromkeys(term for term in found if term))

    def used_by(self, entry: Entry) -> tuple[Term, ...]:
        """Return the terms that stand in the words and the lines of `entry`, itself excepted."""
        return tuple(term for term in self.used_in("\n".join(self.texts(entry))) if term is not entry)

    def texts(self, entry: Entry) -> tuple[str, ...]:
        """Return the words and the lines of `entry` in which terms are looked for."""
        return (*(quotation.text for quotation in entry.quotations), entry.summary, entry.note)

    @cached_property
    def _by_word(self) -> Mapping[str, Term]:
        return {fold(term.label): term for term in self.terms}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = sorted(self._by_word, key=len, reverse=True)
        exact = "|".join(re.escape(word) for word in words if word != word.lower())
        small = "|".join(re.escape(word) for word in words if word == word.lower())
        return re.compile(rf"(?<!\w)(?:(?P<exact>{exact or '(?!)'})|(?P<any>(?i:{small or '(?!)'}))s?)(?!\w)")
