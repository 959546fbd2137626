"""A mark, and what has become of it when the briefing was edited."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.entry import Claim, Finding, Labelled
from briefing_tui.model.reference import prefix
from briefing_tui.model.verbatim import fold, fold_space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry


class Mark(NamedTuple):
    """That the reader marked an entry, and what it said at the time."""

    reference: str
    text: str
    """As `text_of` gave it."""


class Fate(Enum):
    """What has become of a marked entry."""

    SAME = "same"
    MOVED = "moved"
    """Its words now have another reference."""
    CHANGED = "changed"
    """Its reference now has other words."""
    GONE = "gone"


class Found(NamedTuple):
    """What has become of a marked entry, and where it is now."""

    fate: Fate
    reference: str | None
    """Where to go; None when it is gone."""


def text_of(entry: Entry) -> str:
    """Return the words by which `entry` is known again: what it quotes, one quotation a line.

    A claim is known by what the press said, since several rest on the same words of the letter;
    what quotes nothing is known by its label and line.
    """
    if isinstance(entry, Claim):
        return entry.said.text if entry.said else entry.summary
    if entry.quotations:
        return "\n".join(quotation.text for quotation in entry.quotations)
    label = entry.label if isinstance(entry, Labelled) else ""
    return ": ".join(part for part in (label, entry.line or entry.note) if part)


class Texts:
    """What every entry of a briefing says, to find marks by."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing

    def find(self, mark: Mark) -> Found:
        """Return what has become of `mark`.

        Words found at another reference count as moved there. Those of an entry of another kind do
        so only when the reference is gone: the letter's sentences repeat what the findings quote,
        and a finding that now quotes more has not moved to the sentence that it quoted.
        """
        text = _folded(mark.text)
        entry = self._briefing.entries.get(mark.reference)
        if entry and _folded(text_of(entry)) == text:
            return Found(Fate.SAME, mark.reference)
        holders = self._holders.get(text, ())
        letters = prefix(mark.reference)
        alike = [reference for reference in holders if self._kind(prefix(reference)) == self._kind(letters)]
        if alike:
            nearest = next((reference for reference in alike if prefix(reference) == letters), alike[0])
            return Found(Fate.MOVED, nearest)
        if entry:
            return Found(Fate.CHANGED, mark.reference)
        return Found(Fate.MOVED, holders[0]) if holders else Found(Fate.GONE, None)

    def _kind(self, letters: str) -> str:
        """Return the letters that stand for a kind of entry; an empty text for all areas' findings."""
        return letters if letters in self._kinds else ""

    @cached_property
    def _kinds(self) -> frozenset[str]:
        """The letters before the hyphen of everything that is no main finding."""
        entries = self._briefing.entries.values()
        return frozenset(prefix(entry.reference) for entry in entries if type(entry) is not Finding)

    @cached_property
    def _holders(self) -> Mapping[str, Sequence[str]]:
        """The references of the entries that say the same, in the order of the panes, by what they say."""
        holders: dict[str, list[str]] = {}
        for reference, entry in self._briefing.entries.items():
            holders.setdefault(_folded(text_of(entry)), []).append(reference)
        return holders


def _folded(text: str) -> str:
    return fold(fold_space(text))
