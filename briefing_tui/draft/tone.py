"""A first guess at how a passage reads, from the cue phrases in `tables/tones.toml`."""

from __future__ import annotations

import re
from functools import cache

from briefing_tui.draft.entry import ToneGuess
from briefing_tui.draft.phrase import Hit, Phrases, table
from briefing_tui.model.tone import Tone

_SUPPOSED = re.compile(r"(?:When|Whenever|Where|If|Should|Once)\b[^,.;]*,")
"""A clause that says in which case: what is bad in it is no finding."""

_TURNED = re.compile(r"(?:However|Nevertheless|Nonetheless|Notwithstanding|But|Yet)\b")
"""An opening that turns from the finding before, not within this one."""

_SHOWN = 3
"""Cue phrases named in a reason."""


@cache
def _cues() -> Phrases:
    tones = table("tones")
    return Phrases((key, phrase) for key in ("concern", "strength") for phrase in tones[key])


@cache
def _marks() -> Phrases:
    tones = table("tones")
    return Phrases((key, phrase) for key in ("contrast", "hedge", "context") for phrase in tones[key])


def guess_tone(text: str) -> ToneGuess:
    """Return how `text`, one to three sentences, reads.

    What a clause such as "When risks are high," supposes is no worry. Worry outweighs praise, as a
    letter that worries often says first what works. Both count as mixed only where a word such as
    "although" sets them against each other.
    """
    hits = _cues().find(text)
    supposed = _SUPPOSED.match(text)
    said = supposed.end() if supposed else 0
    worries = [hit for hit in hits if hit.key == Tone.CONCERN.value and hit.start >= said]
    praises = [hit for hit in hits if hit.key == Tone.STRENGTH.value]
    marks = _marks().find(text)
    hedges = tuple(dict.fromkeys(hit.words.lower() for hit in marks if hit.key == "hedge"))
    turned = _TURNED.match(text)
    contrasts = [hit for hit in marks if hit.key == "contrast" and not (turned and hit.start == 0)]
    background = [hit for hit in marks if hit.key == "context"]
    if worries and praises and contrasts and _against(worries, praises, contrasts):
        reason = f"{_told(praises)}, but {_told(worries)}, with “{contrasts[0].words}”"
        return ToneGuess(Tone.MIXED, reason, hedges)
    if worries:
        return ToneGuess(Tone.CONCERN, _told(worries), hedges)
    if praises:
        return ToneGuess(Tone.STRENGTH, _told(praises), hedges)
    if background:
        return ToneGuess(Tone.CONTEXT, _told(background), hedges)
    return ToneGuess(Tone.STRENGTH, "no word of worry", hedges)


def _against(worries: list[Hit], praises: list[Hit], contrasts: list[Hit]) -> bool:
    """Say whether a contrast stands between praise and worry, or opens the sentence."""
    first = min(worries[0].start, praises[0].start)
    last = max(worries[-1].start, praises[-1].start)
    return any(one.start <= last for one in contrasts) and first != last


def _told(hits: list[Hit]) -> str:
    words = list(dict.fromkeys(hit.words.lower() for hit in hits))
    return ", ".join(f"“{one}”" for one in words[:_SHOWN])
