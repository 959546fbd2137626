"""A first guess at which points a finding bears on, from what both speak of: `tables/concepts.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing_tui.draft.entry import PointGuess
from briefing_tui.draft.phrase import Phrases, table
from briefing_tui.model.entry import Bearing
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing_tui.draft.entry import PointDraft

_HEAD_END = re.compile(
    r",? (?:in (?:the|all|this)|within|for|so that|when|where|during|including|ensuring|which|"
    r"to (?:ensure|reduce|enable|support|help|improve|allow|prevent|provide|drive|safeguard|protect|show))\b"
)
_HEAD = 2
"""What a subject weighs that a point names first; others, and aspects, weigh one."""

_ENOUGH, _ENOUGH_PRAISE = 2, 3
"""What a finding and a point must have in common; more, where the finding is praise."""

_MOST = 2
"""Points of one finding."""


@cache
def _concepts() -> tuple[Phrases, Phrases, Phrases]:
    concepts = table("concepts")

    def phrases(group: str) -> Phrases:
        return Phrases((key, phrase) for key, listed in concepts[group].items() for phrase in listed)

    return phrases("aspects"), phrases("subjects"), phrases("bearing")


@dataclass(frozen=True, slots=True)
class _Speaks:
    """What a text speaks of, with its words for it."""

    aspects: Mapping[str, str]
    subjects: Mapping[str, str]
    head: frozenset[str]
    """The subjects that stand before a point says where, for whom or to what end."""


def _spoken(text: str) -> _Speaks:
    aspects, subjects, _ = _concepts()
    found = subjects.find(text)
    end = _HEAD_END.search(text)
    return _Speaks(
        {hit.key: hit.words for hit in reversed(aspects.find(text))},
        {hit.key: hit.words for hit in reversed(found)},
        frozenset(hit.key for hit in found if not end or hit.start < end.start()),
    )


class BearingGuesser:
    """Matches findings with the points of one letter."""

    def __init__(self, points: Iterable[PointDraft]) -> None:
        self._points = [(point.reference, _spoken(point.quote.text)) for point in points]

    def guess(self, text: str, tone: Tone) -> tuple[PointGuess, ...]:
        """Return the points on which a finding of that tone bears, at most two, the nearest first."""
        if tone is Tone.CONTEXT:
            return ()
        said = _spoken(text)
        enough = _ENOUGH_PRAISE if tone is Tone.STRENGTH else _ENOUGH
        found = []
        for point, wanted in self._points:
            weight, common = _common(said, wanted)
            if weight >= enough:
                found.append((weight, PointGuess(point, _bearing(text, tone), _told(common))))
        found.sort(key=lambda pair: -pair[0])
        return tuple(guess for _, guess in found[:_MOST])


def _common(said: _Speaks, wanted: _Speaks) -> tuple[int, Sequence[str]]:
    """Return how much a finding and a point have in common, and the finding's words for it.

    Nothing, if the point asks for something in a certain way of which the finding does not speak.
    """
    concepts = table("concepts")
    aspects = [key for key in wanted.aspects if key not in concepts["general_aspects"]]
    subjects = [key for key in wanted.subjects if key not in concepts["general_subjects"]]
    any_subject = len(subjects) < len(wanted.subjects) or not subjects
    of_aspects = [key for key in aspects if key in said.aspects]
    of_subjects = [key for key in subjects if key in said.subjects]
    if (aspects and not of_aspects) or not (of_subjects or (any_subject and of_aspects)):
        return 0, ()
    weight = len(of_aspects) + sum(_HEAD if key in wanted.head else 1 for key in of_subjects)
    words = (*(said.aspects[key] for key in of_aspects), *(said.subjects[key] for key in of_subjects))
    return weight + _HEAD * any_subject, tuple(dict.fromkeys(words))


def _bearing(text: str, tone: Tone) -> Bearing:
    hits = {hit.key for hit in _concepts()[2].find(text)}
    if "mitigation" in hits:
        return Bearing.MITIGATION
    if tone is Tone.STRENGTH:
        return Bearing.COUNTER_EVIDENCE
    if "cause" in hits:
        return Bearing.CAUSE
    return Bearing.EFFECT if "effect" in hits else Bearing.EVIDENCE


def _told(words: Sequence[str]) -> str:
    return ", ".join(f"“{one}”" for one in words[:3])
