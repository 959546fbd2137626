"""What a briefing is made of: the things that have a reference.

Entry
├── Finding       a main finding                              AA-5
│   └── Headline  a headline finding                          H-2
├── Point         an improvement point, or an area for        I-1
│                 priority action                             PA-1
├── Claim         what the press said, held against it        P-7
├── Sentence      a sentence of the letter                    L-57
└── Labelled      what is found by a word or two
    ├── Fact      at a glance: what people ask first          V-1
    ├── Context   what the letter says that is no finding     C-1
    ├── Event     a line of the timeline                      T-1
    ├── Person    somebody in a public role                   N-1
    ├── Source    a text that the briefing rests on           S-1
    └── Term      a word of the field                         G-1
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from briefing_tui.model.quotation import Quotation
    from briefing_tui.model.tone import Tone


class Bearing(Enum):
    """How a finding bears on an improvement point. In the order in which they are shown."""

    EVIDENCE = "evidence"
    CAUSE = "cause"
    EFFECT = "effect"
    MITIGATION = "mitigation"
    COUNTER_EVIDENCE = "counter-evidence"


class Verdict(Enum):
    """How a claim of the press stands to the letter."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    OVERSTATED = "overstated"
    MEANING_CHANGED = "meaning changed"
    NOT_IN_THE_LETTER = "not in the letter"
    SPEAKERS_OWN_WORDS = "speaker's own words"
    LEFT_OUT = "left out"


class BearsOn(NamedTuple):
    """That a finding bears on a point, and how."""

    point: str
    """The point's reference."""
    bearing: Bearing


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something with a reference, a line of ours, and the words it rests on."""

    reference: str
    """What people say aloud: `AA-5`."""
    summary: str = ""
    """Ours, in plain English; never a quotation. Empty where the words themselves are short enough."""
    quotations: tuple[Quotation, ...] = ()
    """The words it rests on; empty where the line is ours alone, and `note` then says why."""
    note: str = ""
    """Ours, optional: what a reader should know about how we read the words."""

    @property
    def line(self) -> str:
        """The one line that stands for it in a list: our summary, else the words in quotation marks."""
        return self.summary or " ".join(str(quotation) for quotation in self.quotations)

    def __reduce__(self) -> tuple[Callable[..., Entry], tuple[type[Entry], tuple[Any, ...]]]:
        """Return what makes the same entry in another process, in half the time that dataclasses take."""
        kind = type(self)
        return _handed_over, (kind, attrgetter(*_SETTERS[kind])(self))


class Sentence(Entry):
    """A sentence of the letter's body, numbered through. `quotations` is the sentence itself."""

    __slots__ = ()  # no field of its own, so what makes an entry makes this, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled(Entry):
    """Something that people look for by a word or two rather than by its reference."""

    label: str
    """The word or two: `Grade`, `MASH`, `2020`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Labelled):
    """An answer to what people ask first, made from the briefing itself."""

    see: tuple[str, ...] = ()
    """References of the entries it sums up."""


class Context(Labelled):
    """What the letter says about the visit itself."""

    __slots__ = ()  # likewise


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Labelled):
    """A line of the timeline. Its label is a year, a month or a day, as written."""

    source: str
    """The key of the source that reports it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Labelled):
    """Somebody whom a source names, with a public role as the summary."""

    part: str
    """`addressee`, `inspector` or `speaker`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Labelled):
    """A text that the briefing rests on. Its summary is its title."""

    key: str
    """What the file calls it: `letter`."""
    date: str = ""
    """As written: a day, a month or a year."""
    citation: str = ""
    """How a quotation from it is signed: `Ofsted, Marrowdale focused visit, 2 April 2024`."""
    rights: str = ""
    url: str = ""
    file: str = ""
    """The name of the file that holds it whole, beside the briefing; empty if it is only quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Labelled):
    """A word of the field, explained. All of it ours."""

    expansion: str = ""
    """What it is short for."""
    source: str = ""
    """Where the meaning comes from, in words."""

    @property
    def line(self) -> str:
        """What it is short for; its meaning takes more than a line."""
        return self.expansion


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Entry):
    """One to three consecutive sentences of the letter that make one point."""

    tone: Tone
    areas: tuple[str, ...]
    """Keys of service areas; the first is where it is at home."""
    bears_on: tuple[BearsOn, ...] = ()

    def bearing_on(self, point: str) -> Bearing | None:
        """Return how this bears on the point with that reference, or None if it does not."""
        for one in self.bears_on:
            if one.point == point:
                return one.bearing
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline(Finding):
    """A headline finding."""

    findings: tuple[str, ...] = ()
    """References of the main findings that say the same or say more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Entry):
    """An improvement point, or an area for priority action."""

    priority: bool = False
    """Whether it is an area for priority action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Entry):
    """What a press source said, held against the letter. `quotations` are the letter's words."""

    source: str
    """The press source's key."""
    verdict: Verdict
    said: Quotation | None = None
    """The press's own words, short."""
    speaker: str = ""
    """The person in the article whose words they are, if not the paper's."""


class _Setters(dict[type[Entry], Mapping[str, Callable[[Entry, Any], None]]]):
    """What sets each field of a kind of entry, which is frozen, by the field's name."""

    def __missing__(self, kind: type[Entry]) -> Mapping[str, Callable[[Entry, Any], None]]:
        self[kind] = setters = {field.name: getattr(kind, field.name).__set__ for field in fields(kind)}
        return setters


_SETTERS = _Setters()


def _handed_over(kind: type[Entry], values: tuple[Any, ...]) -> Entry:
    """Return the entry of which the fields, in their order, have those values."""
    entry = object.__new__(kind)
    for set_field, value in zip(_SETTERS[kind].values(), values, strict=True):
        set_field(entry, value)
    return entry
