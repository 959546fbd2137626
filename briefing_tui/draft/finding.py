"""Cutting a paragraph into findings: at sentences, and together where one continues another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_tui.model.quotation import Passage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_tui.model.letter import Letter

_CONTINUES = re.compile(
    r"(?:They|Their|Them|This|These|Those|It|Its|Such|He|She|Examples?|For example|For instance|"
    r"As a result|As such|Consequently|Therefore|Thus|Hence|In turn|In these|In this|Here)\b"
)
_TURNS = re.compile(r"(?:However|But|Nevertheless|Nonetheless|Despite this|That said|Although this)\b")

_MOST = 3
"""Sentences of one finding, as the format describes one."""


def cut(letter: Letter, paragraph: int, same_subject: Callable[[str, str], bool]) -> Iterator[Passage]:
    """Yield the passages of the paragraph with that index, of one to three sentences each.

    A sentence that turns ("However …") goes with the one before where `same_subject` says that
    both are about the same; it has the finding so far and the sentence.
    """
    text = letter.paragraphs[paragraph].text
    start = end = -1
    count = 0
    for first, last in letter.paragraphs[paragraph].sentences:
        sentence = text[first:last]
        goes_on = _CONTINUES.match(sentence) is not None or (
            _TURNS.match(sentence) is not None and count > 0 and same_subject(text[start:end], sentence)
        )
        if count and goes_on and count < _MOST:
            end, count = last, count + 1
            continue
        if count:
            yield Passage(paragraph, start, end)
        start, end, count = first, last, 1
    if count:
        yield Passage(paragraph, start, end)
