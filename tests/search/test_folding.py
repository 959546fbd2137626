"""When two texts are the same to somebody who searches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.search.folding import Folded, caseless, folded
from tests.search.soup import soup


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Café", "cafe"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "cafe"),
        ("oﬃce", "office"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"),
        ("children’s", "children's"),
        ("children`s", "children's"),
        ("“front door”", '"front door"'),
        ("21–22 September", "21-22 september"),
        ("out\N{NO-BREAK SPACE}of\n  hours ", "out of hours"),
        ("‴", "'''"),
        ("wait…", "wait..."),
    ],
)
def test_what_is_the_same(printed: str, typed: str) -> None:
    """Case, accents, ligatures, the kind of quotation mark, dash and space make no difference."""
    assert folded(printed) == folded(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("MASH", "mash"), ("Straße", "Strasse"), ("A&A", "AA"), ("well-being", "wellbeing"), ("3", "4")],
)
def test_what_is_not_the_same_when_capitals_count(one: str, other: str) -> None:
    """Where capitals count, a letter's case makes a difference; punctuation always does."""
    assert folded(one, cased=True) != folded(other, cased=True)


@given(soup(), st.booleans())
def test_folding_twice_changes_nothing(text: str, cased: bool) -> None:  # noqa: FBT001
    """What is folded already stays as it is."""
    once = folded(text, cased=cased)
    assert folded(once, cased=cased) == once


@given(soup())
def test_case_can_be_folded_away_later(text: str) -> None:
    """Folding with capitals and then without is folding without."""
    assert caseless(folded(text, cased=True)) == folded(text)


@given(soup(), st.booleans())
def test_the_way_back_is_of_the_same_text(text: str, cased: bool) -> None:  # noqa: FBT001
    """The fold that knows its way back is the fold that is searched, and leads into the text, forwards."""
    kept = Folded.of(text, cased=cased)
    assert kept.text == folded(text, cased=cased)
    assert len(kept.text) == len(kept.starts) == len(kept.ends)
    assert list(kept.starts) == sorted(kept.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(kept.starts, kept.ends, strict=True))


@given(soup(), st.booleans())
def test_each_character_comes_from_its_own(text: str, cased: bool) -> None:  # noqa: FBT001
    """The printed characters that a folded one comes from fold to it, perhaps among others."""
    kept = Folded.of(text, cased=cased)
    for one, start, end in zip(kept.text, kept.starts, kept.ends, strict=True):
        if one != " ":
            assert one in folded(text[start:end], cased=cased)
