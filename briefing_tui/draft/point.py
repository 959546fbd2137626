"""The items of a list of improvement points or areas for priority action, told from what leads in to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_tui.model.letter import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_tui.draft.part import Part
    from briefing_tui.model.letter import Letter

_NONE_SET = re.compile(
    r"\b(?:remain(?:s|ed)?|continues?|no (?:additional |new |further )?(?:areas?|priority|improvement)|"
    r"(?:set|identified|made) (?:at|in|during|following) the (?:last|previous))\b",
    re.IGNORECASE,
)
"""What a paragraph says that stands there instead of a list."""


def items(letter: Letter, parts: Sequence[Part], part: Part) -> tuple[int, ...]:
    """Return the indexes of the paragraphs that are items of the list under the heading of `part`.

    Bullets are; where there are none, as in text that lost its bullets, each paragraph is that
    neither leads in to others nor says that nothing was set.
    """
    below = [index for index, one in enumerate(parts) if one is part and letter.paragraphs[index].sentences]
    bullets = tuple(index for index in below if letter.paragraphs[index].form is Form.BULLET)
    if bullets:
        return bullets
    texts = {index: letter.paragraphs[index].text for index in below}
    return tuple(
        index for index, text in texts.items() if not text.endswith(":") and not _NONE_SET.search(text)
    )
