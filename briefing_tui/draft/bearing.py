"""A first guess at which points a finding bears on, from what both speak of: `tables/concepts.toml`."""

from __future__ import annotations

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

_MOST = 2
"""Points of one finding."""

_ENOUGH = 2
"""Things in common that a finding of strength needs, and a point that names many things."""

_MANY = 3


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


def _spoken(text: str) -> _Speaks:
    aspects, subjects, _ = _concepts()
    return _Speaks(
        {hit.key: hit.words for hit in reversed(aspects.find(text))},
        {hit.key: hit.words for hit in reversed(subjects.find(text))},
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
        found = [
            (len(common), PointGuess(point, _bearing(text, tone), _told(common)))
            for point, wanted in self._points
            if (common := _common(said, wanted, tone))
        ]
        found.sort(key=lambda pair: -pair[0])
        return tuple(guess for _, guess in found[:_MOST])


def _common(said: _Speaks, wanted: _Speaks, tone: Tone) -> Sequence[str]:
    """Return the finding's words for what it and a point have in common; empty if that is too little."""
    concepts = table("concepts")
    aspects = [key for key in wanted.aspects if key not in concepts["general_aspects"]]
    subjects = [key for key in wanted.subjects if key not in concepts["general_subjects"]]
    any_subject = len(subjects) < len(wanted.subjects) or not subjects
    of_aspects = [said.aspects[key] for key in aspects if key in said.aspects]
    of_subjects = [said.subjects[key] for key in subjects if key in said.subjects]
    if aspects and not of_aspects:
        return ()
    if not of_subjects and not (any_subject and of_aspects):
        return ()
    enough = _ENOUGH if len(subjects) >= _MANY or (tone is Tone.STRENGTH and not any_subject) else 1
    common = tuple(dict.fromkeys((*of_aspects, *of_subjects)))
    return common if len(common) >= enough else ()


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
