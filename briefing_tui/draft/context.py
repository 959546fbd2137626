"""What the letter says that is neither finding nor point: cut at sentences, with a word for each kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_tui.draft.part import Part
from briefing_tui.model.quotation import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.letter import Letter

WHEN, INSPECTORS, UNPLACED = "When", "Inspectors", "Unplaced"
"""Labels that others ask for."""

_LABELS = (
    (WHEN, r"summari[sz]es the .{0,20}findings"),
    (
        INSPECTORS,
        r"\bInspectors?\b[^.]{0,40} (?:were|was) (?-i:[A-Z])|\b(?:carried out|undertaken) by .*Inspector",
    ),
    ("Framework", r"\bin line with the inspection of\b|\bmethodology\b|\bILACS\b"),
    (
        "Scope",
        (
            r"\barrangements (?:for|at)\b|\bfocus(?:ed)? (?:of|on|specifically)\b|\bvisit looked at\b|"
            r"\bInspectors (?:also |carefully )?(?:considered|looked (?:specifically )?at) "
            r"(?!a (?:broad |wide )?range)"
        ),
    ),
    ("How", r"\b(?:remote|on site|video calls?|evidence|case records|spoke|talked|met with)\b"),
)
_COMPILED = tuple((label, re.compile(pattern, re.IGNORECASE)) for label, pattern in _LABELS)
_BY_PART = {
    Part.OPENING: "About the visit",
    Part.PRIORITY: "Priority actions",
    Part.IMPROVE: "To improve",
    Part.CLOSING: "Next",
    Part.FOOTNOTE: "Footnote",
}


def labelled(letter: Letter, paragraph: int, part: Part, before: str) -> Iterator[tuple[str, Passage]]:
    """Yield the passages of the paragraph with that index, each with its label.

    `before` is the label of the paragraph before, which a list under it shares.
    """
    own = letter.paragraphs[paragraph]
    label, start, end = "", 0, 0
    for first, last in own.sentences:
        told = _label(own.text[first:last], part, label or before)
        if label and told != label:
            yield label, Passage(paragraph, start, end)
            start = first
        elif not label:
            start = first
        label, end = told, last
    if label:
        yield label, Passage(paragraph, start, end)


def _label(sentence: str, part: Part, before: str) -> str:
    if part is not Part.OPENING:
        return _BY_PART.get(part, UNPLACED)
    found = next((label for label, pattern in _COMPILED if pattern.search(sentence)), "")
    listed = sentence[:1].islower() or re.match(r"(?:They|It|Specifically)\b", sentence) is not None
    return found or (before if listed and before else _BY_PART[part])
