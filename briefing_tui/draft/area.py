"""A first guess at the service area of a passage, from the words in `tables/areas.toml`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing_tui.draft.entry import AreaGuess
from briefing_tui.draft.phrase import Phrases, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STRONG, _WEAK = 2.0, 1.0
_SUBJECT = 40
"""Characters: what a sentence names within so many is its subject."""

_SUBJECT_BONUS = 1.0
_CARRIED = 1.0
"""What the area of the paragraph so far weighs: less than a word that names another."""

_ALSO = 2.0
"""What another area needs to be named beside the home."""

_MOST = 3
"""Areas of one finding."""

_SHOWN = 2
"""Words named in a reason for each area."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    weights: Mapping[str, float]
    words: Mapping[str, tuple[str, ...]]


class AreaGuesser:
    """Guesses areas within one letter, whose own words decide which areas there are."""

    def __init__(self, letter: str, scope: str) -> None:
        """Take the text of the letter, and of its opening paragraphs, which say what was visited."""
        areas: list[dict[str, Any]] = table("areas")["area"]
        self.names = {area["id"]: area["name"] for area in areas}
        self._instead: dict[str, str] = {
            area["id"]: area["otherwise"]
            for area in areas
            if "named" in area and not Phrases((area["id"], one) for one in area["named"]).find(letter)
        }
        self._phrases = Phrases(
            (f"{kind} {area['id']}", phrase)
            for kind in ("strong", "weak")
            for area in areas
            for phrase in area[kind]
        )
        scopes = Phrases((area["id"], phrase) for area in areas for phrase in area.get("scope", ()))
        found = scopes.find(scope)
        self.subject = self._real(found[0].key) if found else "FD"
        """The area that the letter as a whole is about."""

    def _real(self, area: str) -> str:
        return self._instead.get(area, area)

    def _weigh(self, text: str) -> _Weighed:
        weights: defaultdict[str, float] = defaultdict(float)
        words: dict[str, list[str]] = {}
        for hit in self._phrases.find(text):
            kind, _, key = hit.key.partition(" ")
            area = self._real(key)
            weights[area] += _STRONG if kind == "strong" else _WEAK
            if kind == "strong" and hit.start < _SUBJECT and area not in words:
                weights[area] += _SUBJECT_BONUS
            words.setdefault(area, []).append(hit.words)
        return _Weighed(weights, {area: tuple(dict.fromkeys(one)) for area, one in words.items()})

    def same_subject(self, said: str, sentence: str) -> bool:
        """Say whether `sentence` names no area of its own, or one that `said` names too."""
        own = self._weigh(sentence).weights
        return not own or max(own, key=lambda area: own[area]) in self._weigh(said).weights

    def guess(self, passages: Iterable[str]) -> tuple[AreaGuess, ...]:
        """Return the areas of the passages of one paragraph, carrying what one names to the next."""
        passages = tuple(passages)
        whole = self._weigh(" ".join(passages)).weights
        topic = max(whole, key=lambda area: whole[area]) if whole else ""
        guesses = []
        carried = ""
        for passage in passages:
            guess = self._guess(passage, carried, topic)
            guesses.append(guess)
            carried = guess.areas[0]
        return tuple(guesses)

    def _guess(self, passage: str, carried: str, topic: str) -> AreaGuess:
        weighed = self._weigh(passage)
        totals = defaultdict(float, weighed.weights)
        for area in {carried or topic, topic} - {""}:
            totals[area] += _CARRIED
        if not totals:
            return AreaGuess((self.subject,), "what the visit was about")
        ranked = sorted(totals, key=lambda area: (-totals[area], list(self.names).index(area)))
        home = ranked[0]
        also = tuple(one for one in ranked[1:] if weighed.weights.get(one, 0) >= _ALSO)[: _MOST - 1]
        named = "; ".join(
            f"{area} from {_told(weighed.words[area])}" for area in (home, *also) if area in weighed.words
        )
        if home not in weighed.words:
            before = f"{home} from the {'sentence before' if home == carried else 'paragraph'}"
            named = f"{before}; {named}" if named else before
        return AreaGuess((home, *also), named)


def _told(words: Iterable[str]) -> str:
    return ", ".join(f"“{one}”" for one in tuple(words)[:_SHOWN])
