"""When two texts are the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.verbatim import cuts_a_word, fold, fold_space


def test_white_space_is_folded() -> None:
    """Line ends, tabs and non-breaking spaces are one space each run, and none stands at the ends."""
    assert fold_space("\n a\t b\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}c\n") == "a b c"


@pytest.mark.parametrize(
    ("marks", "mark"),
    [("‘’‚‛′`´'", "'"), ('“”„‟″"', '"'), ("‐‑‒–—―−-", "-")],
)
def test_marks_are_made_equal(marks: str, mark: str) -> None:
    """Every kind of quotation mark, hyphen and dash counts as the plain one of its kind."""
    assert fold(marks) == mark * len(marks)


@given(st.text())
def test_offsets_survive(text: str) -> None:
    """An offset into the folded text is one into the text itself, and folding twice changes nothing."""
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("in", "effective"),
        ("in-", "effective"),
        ("in", "-effective"),
        ("child", "'s"),
        ("child'", "s"),
        ("1", "6"),
    ],
)
def test_inside_a_word(before: str, after: str) -> None:
    """Between letters or digits, and beside a hyphen or apostrophe that joins them, a word is cut."""
    assert cuts_a_word(before + after, len(before))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "word"),
        ("word", ""),
        ("word ", "word"),
        ("word", ", word"),
        ("“", "word"),
        ("word", "' said"),
        ("- ", "a"),
    ],
)
def test_between_words(before: str, after: str) -> None:
    """At the ends of a text and beside spaces, stops and marks that join nothing, no word is cut."""
    assert not cuts_a_word(before + after, len(before))
