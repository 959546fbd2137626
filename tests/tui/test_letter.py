"""The letter's text: all of its words, whatever stands beside them."""

from __future__ import annotations

import pytest

from briefing_tui.tui.widgets.letter import LetterText
from tests.state.visit import briefing, finding
from tests.tui.reader import opened

LINES = ("abcdefghi " * 20, "ab cde f " * 20, "Children wait for too long in this service and in others " * 3)
"""What fills lines of various widths to their last cell."""


@pytest.mark.parametrize("width", [40, 57, 60, 62, 79, 80, 81])
async def test_no_word_is_cut_where_numbers_are_long(width: int) -> None:
    """A paragraph is there to its last letter, also if its number takes more cells than most."""
    paragraphs = [f"Paragraph {number}. {LINES[number % 3].strip()}." for number in range(1, 1002)]
    visit = briefing(finding("AA-1", "Paragraph 1."), text="\n\n".join(paragraphs))
    async with opened(visit, (width, 60), at="L-1") as reader:
        text = reader.screen.query_one(LetterText)
        for number in (1, 2, 99, 100, 101, 102, 999, 1000, 1001):
            sentence = visit.first_sentence(visit.letter.at(f"opening {number}")[0])
            assert sentence
            reader.screen.go_to(sentence.reference)
            await reader.pilot.pause()
            shown = " ".join(" ".join(line[:-1] for line in reader.lines(text)).split())
            assert f"{number} {paragraphs[number - 1]}" in shown
