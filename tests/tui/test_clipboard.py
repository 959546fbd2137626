"""What is sent to the reader's clipboard, and in which wrapping."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest

from briefing_tui.export.citation import citation
from briefing_tui.tui.clipboard import LARGEST, copy_sequence
from tests.tui.reader import opened

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


def test_a_citation(hackney: Briefing) -> None:
    """A quotation is sent on one line, with source, date, place and reference."""
    assert citation(hackney, hackney.entries["AA-7"]) == (
        "“Caseloads in the A&A teams and for some newly qualified workers are too high.” — "
        "Ofsted, Hackney focused visit, 26 October 2022, Main findings, paragraph 9, sentence 1 [AA-7]"
    )


def test_what_is_ours_says_so(hackney: Briefing) -> None:
    """A line that rests on no words of the letter is not sent as if it did."""
    assert "not the letter's" in citation(hackney, hackney.entries["V-1"])


def test_plain_terminal() -> None:
    """Without a multiplexer it is one OSC 52."""
    found = re.fullmatch("\x1b\\]52;c;([A-Za-z0-9+/=]*)\x07", copy_sequence("“x” — y", {}))
    assert found
    assert b64decode(found[1]).decode() == "“x” — y"


def test_inside_screen() -> None:
    """GNU screen is given pieces that it passes on, which make up the whole again."""
    sent = copy_sequence("x" * 2000, {"STY": "1.pts"})
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", sent, re.DOTALL)
    assert max(map(len, pieces)) <= 256
    assert "".join(pieces) == copy_sequence("x" * 2000, {})


def test_too_long() -> None:
    """What no terminal takes is refused rather than cut."""
    with pytest.raises(ValueError, match="bytes"):
        copy_sequence("x" * (LARGEST + 1), {})


async def test_y_says_what_it_did(hackney: Briefing) -> None:
    """Y says that it was sent to the terminal's clipboard, until the next key."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("y")
        assert reader.shows("AA-5 sent to your terminal's clipboard.")
        await reader.press("j")
        assert not reader.shows("clipboard")


def test_every_entry_is_sent_with_its_words(hackney: Briefing) -> None:
    """No entry is sent without words, and what quotes nothing says that it is not the letter's."""
    for entry in hackney.entries.values():
        sent = citation(hackney, entry)
        assert sent.endswith(f"[{entry.reference}]")
        assert len(sent) > 60
        assert entry.quotations or "not the letter's" in sent or "Hackney Citizen" in sent
