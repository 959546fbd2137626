"""Whose letter it is: the authority, the days, the people, and what was looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_tui.draft.day import day_alone, days_in
from briefing_tui.draft.part import Part
from briefing_tui.draft.people import addressee, inspectors

if TYPE_CHECKING:
    from datetime import date

    from briefing_tui.draft.day import Days
    from briefing_tui.draft.letter import LetterText
    from briefing_tui.draft.people import Named

_SUMMARISES = re.compile(r"summari[sz]es the .{0,20}findings [^.]{0,400}", re.IGNORECASE)
_VISITED = re.compile(
    r"focused visits? (?:to|of) (?P<who>.+?)(?=,? (?:on|between|from|in)\b(?: the)? \d|[.]|$)", re.IGNORECASE
)
_SERVICES = re.compile(
    r"(?:['’]s?)?(?: local authority(?= children))?(?:['’]s)? children['’]?s['’]? "
    r"(?:social care )?services?\W*$",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:looked (?:specifically )?at|considered|evaluated|focused on|focus of this visit was on|reviewed)\b"
    r"[^.]{0,80}?"
    r"(?:arrangements (?:for|at|in)|(?:quality|effectiveness) (?:and impact )?of|practice (?:for|in))\s+"
    r"(?P<scope>[^.]+)",
    re.IGNORECASE,
)
_SCOPE_LOOSE = re.compile(r"\bvisit (?:looked at|considered|focused on)\s+(?P<scope>[^.]+)", re.IGNORECASE)
_SCOPE_END = re.compile(
    r",? (?:including|in accordance with|with (?:a |particular |specific )|which |the point at|focusing|"
    r"and the (?:quality|response|effectiveness))|[:;,(]"
)
_ARTICLE = re.compile(r"(?:its|the|their) ", re.IGNORECASE)
_LONGEST_SCOPE = 80
"""Characters: a title's worth."""

_ANY_SCOPE = "Children's services"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a briefing file says of its letter before it comes to the findings."""

    title: str
    authority: str
    """Empty if the letter does not say whom it is about."""
    subject: str
    published: date | None
    visit: Days | None
    people: tuple[Named, ...]


def identify(letter: LetterText) -> Identity:
    """Return who and when, as far as `letter` says it."""
    opening = " ".join(block.text for block, part in letter if part is Part.OPENING)
    published = next((day for line in letter.head if (day := day_alone(line.text))), None)
    found = _SUMMARISES.search(opening)
    sentence = found[0] if found else ""
    return Identity(
        title=letter.title.removesuffix(".") or _title(sentence),
        authority=_authority(letter.title, sentence),
        subject=_subject(letter),
        published=published,
        visit=days_in(sentence, published) or days_in(opening, published),
        people=(*addressee(letter), *inspectors(opening)),
    )


def _title(sentence: str) -> str:
    visited = _VISITED.search(sentence)
    return f"Focused visit to {visited['who']}" if visited else "Focused visit"


def _authority(title: str, sentence: str) -> str:
    """Return the council that was visited, without the words for its services.

    The title names it; where that names a trust, the sentence may still name the council.
    """
    visited = [match["who"].strip(" .") for text in (title, sentence) if (match := _VISITED.search(text))]
    councils = [who for who in visited if _SERVICES.search(who)]
    who = _SERVICES.sub("", next(iter(councils or visited), ""))
    return re.sub(r"^the ", "", who, flags=re.IGNORECASE).strip()


def _subject(letter: LetterText) -> str:
    """Return what the inspectors looked at, in the letter's words, short."""
    for block, part in letter:
        found = _SCOPE.search(block.text) or _SCOPE_LOOSE.search(block.text)
        if part is Part.OPENING and found:
            words = _SCOPE_END.split(found["scope"])[0].strip()
            article = _ARTICLE.match(words)
            words = words[article.end() :] if article else words
            if len(words) > _LONGEST_SCOPE:
                words = words[:_LONGEST_SCOPE].rpartition(" ")[0] + " …"
            return re.sub(r"\w", lambda first: first[0].upper(), words, count=1) or _ANY_SCOPE
    return _ANY_SCOPE
