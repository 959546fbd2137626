"""What a drafted briefing is made of: the entries of the file, each guess with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.draft.identity import Identity
    from briefing_tui.model.entry import Bearing
    from briefing_tui.model.quotation import Passage
    from briefing_tui.model.tone import Tone


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the letter, and where they stand if they stand there more than once."""

    text: str
    at: str = ""
    """A citation such as `Main findings, paragraph 7`; empty where the words stand only once."""


@dataclass(frozen=True, slots=True)
class ToneGuess:
    """How a passage reads."""

    tone: Tone
    reason: str
    hedges: tuple[str, ...] = ()
    """Words in it that say "less than always"."""


@dataclass(frozen=True, slots=True)
class AreaGuess:
    """What a passage is about."""

    areas: tuple[str, ...]
    """Keys of service areas, the home first."""
    reason: str


@dataclass(frozen=True, slots=True)
class PointGuess:
    """That a finding bears on a point."""

    point: str
    bearing: Bearing
    reason: str


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """A finding or a headline."""

    reference: str
    passage: Passage
    quote: Quote
    summary: str
    area: AreaGuess
    tone: ToneGuess
    points: tuple[PointGuess, ...]
    findings: tuple[str, ...] = ()
    """Of a headline: references of the findings that seem to say more."""


@dataclass(frozen=True, slots=True)
class PointDraft:
    """An improvement point or an area for priority action."""

    reference: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class ContextDraft:
    """What the letter says that is no finding."""

    reference: str
    label: str
    summary: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingDraft:
    """Everything that a drafted briefing file holds."""

    identity: Identity
    areas: tuple[tuple[str, str], ...]
    """Key and name of each service area that a finding has."""
    context: tuple[ContextDraft, ...]
    headlines: tuple[FindingDraft, ...]
    findings: tuple[FindingDraft, ...]
    priorities: tuple[PointDraft, ...]
    improvements: tuple[PointDraft, ...]
