"""What becomes of a mark when the briefing is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_tui.model.entry import Claim, Verdict
from briefing_tui.model.quotation import Quotation
from briefing_tui.state.mark import Fate, Found, Mark, Texts, text_of
from tests.state.visit import BEFORE, briefing, finding

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Finding

WAIT, RECORDS, PLANS = (f"{sentence}." for sentence in BEFORE.rstrip(".").split(". "))


def mark(reference: str, *words: str) -> Mark:
    """Return the mark of a finding that quoted `words`."""
    return Mark(reference, text_of(finding(reference, *words)))


def test_every_entry_is_found_again(either: Briefing) -> None:
    """Whatever has a reference can be marked, and nothing is mistaken for another that says the same."""
    texts = Texts(either)
    for reference, entry in either.entries.items():
        assert texts.find(Mark(reference, text_of(entry))) == Found(Fate.SAME, reference)


@pytest.mark.parametrize(
    ("edited", "fate", "reference"),
    [
        pytest.param([finding("AA-1", WAIT)], Fate.SAME, "AA-1", id="as it was"),
        pytest.param([finding("AA-1", PLANS), finding("AA-2", WAIT)], Fate.MOVED, "AA-2", id="renumbered"),
        pytest.param([finding("EH-4", WAIT)], Fate.MOVED, "EH-4", id="moved to another area"),
        pytest.param(
            [finding("EH-1", WAIT), finding("AA-2", WAIT)], Fate.MOVED, "AA-2", id="its own area comes first"
        ),
        pytest.param(
            [finding("AA-1", WAIT, RECORDS)],
            Fate.CHANGED,
            "AA-1",
            id="it quotes more, not the sentence alone",
        ),
        pytest.param(
            [finding("AA-1", PLANS)], Fate.CHANGED, "AA-1", id="its words are in the letter, not in a finding"
        ),
        pytest.param([finding("EH-1", PLANS)], Fate.MOVED, "L-1", id="only the letter's sentence is left"),
    ],
)
def test_an_edited_briefing(edited: list[Finding], fate: Fate, reference: str) -> None:
    """A mark follows its words to another finding; else its reference, and says that the words changed."""
    assert Texts(briefing(*edited)).find(mark("AA-1", WAIT)) == Found(fate, reference)


def test_words_that_stand_nowhere_are_gone() -> None:
    """A mark of which neither the words nor the reference are left leads nowhere."""
    assert Texts(briefing()).find(mark("AA-1", "Never said.")) == Found(Fate.GONE, None)


def test_marks_and_spaces_do_not_change_words() -> None:
    """Straight or curly, one space or a line break: the words are the same."""
    seen = briefing(finding("AA-1", "A child’s “voice” – heard."))
    assert Texts(seen).find(mark("AA-1", 'A child\'s\n"voice" - heard.')).fate is Fate.SAME


def test_claims_on_the_same_words_are_told_apart() -> None:
    """A claim is known by what the press said, not by the letter's words that others rest on too."""
    words = (Quotation(WAIT, "letter", None, ""),)
    one, other = (
        Claim(
            reference=f"P-{number}",
            summary=summary,
            quotations=words,
            source="article",
            verdict=Verdict.PARAPHRASE,
        )
        for number, summary in enumerate(("Children wait.", "Nobody waits."), start=1)
    )
    assert text_of(one) != text_of(other)
