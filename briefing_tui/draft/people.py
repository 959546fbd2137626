"""Whom the letter is to and who visited, in its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_tui.draft.block import SALUTATION
from briefing_tui.draft.day import day_alone
from briefing_tui.model.verbatim import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing_tui.draft.letter import LetterText

_INSPECTORS = re.compile(
    r"(?:[Ii]nspectors?\b[^.]{0,40}?\b(?:were|was)|(?:carried out|undertaken|conducted) by)\s+"
    r"(?P<who>[^.]*(?:\b[A-Z]\. [^.]*){0,4})(?:\.|$)"
)
_RANK = re.compile(
    r"[,(]?\s*\b(?:(?:Her|His) Majesty.s Inspectors?|Senior HMI|HMI(?: designate)?|SHMI|Ofsted Inspectors?|"
    r"(?:the )?(?:lead|team) inspector|who observed the visit)\b\)?",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r",| and |\bwith\b|[()]")
_HMI = re.compile(r"(?:Her|His) Majesty.s Inspector", re.IGNORECASE)
_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr) )?[A-Z][\w'’.-]*(?: (?:de|van|der|la)\b)?(?: [A-Z][\w'’.-]*){1,3}")
_POST = re.compile(
    r"\b(?:director|chief|executive|head|officer|DCS|commissioner|secretary|lead member)\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:\b(?:and|of|for|the|to)|[,&])$")
_REST_OF_POST = re.compile(r"[a-z]|Services?$")
_NO_POST = "addressee of the letter"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom the letter names, with a role in its words where it gives one."""

    name: str
    role: str
    part: str
    """`addressee` or `inspector`."""


def addressee(letter: LetterText) -> Iterator[Named]:
    """Yield the person to whom the letter is addressed, by the address or else the salutation."""
    lines = [line.text for line in letter.head]
    dated = next((index for index, text in enumerate(lines) if day_alone(text)), None)
    below = lines[dated + 1 :] if dated is not None else []
    if below:
        name, _, beside = below[0].partition(",")
        if _NAME.fullmatch(name.strip()):
            yield Named(name.strip(), _role(beside, below[1:]), "addressee")
            return
    salutation = next((one.text for one in letter.blocks if SALUTATION.match(one.text)), "")
    name = SALUTATION.sub("", salutation, count=1).strip(" ,.")
    if name:
        yield Named(name, _NO_POST, "addressee")


def _role(beside: str, below: Sequence[str]) -> str:
    """Return the post, which stands beside the name or on the one or two lines below it."""
    if _POST.search(beside):
        return beside.strip(" ,")
    if not below or not _POST.search(below[0]):
        return _NO_POST
    role = below[0]
    if len(below) > 1 and (_GOES_ON.search(role) or _REST_OF_POST.match(below[1])):
        role = f"{role} {below[1]}"
    return role.strip(" ,")


def inspectors(opening: str) -> Iterator[Named]:
    """Yield the inspectors whom the opening paragraphs name, each once."""
    rank = _HMI.search(opening)
    role = fold(rank[0]).title().replace("'S", "'s") if rank else "HMI"
    pieces = (
        piece.strip(" .")
        for match in _INSPECTORS.finditer(opening)
        for piece in _BETWEEN_NAMES.split(_RANK.sub(",", match["who"]))
    )
    for name in dict.fromkeys(piece for piece in pieces if _NAME.fullmatch(piece)):
        yield Named(name, role, "inspector")
