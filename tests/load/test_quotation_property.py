"""Whatever word of whatever quotation is changed, the file is refused at that word."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from briefing_tui.load.briefing import examine_briefing, load_briefing
from briefing_tui.model.coverage import coverage
from briefing_tui.model.verbatim import fold
from briefing_tui.paths import bundled_briefing
from tests.conftest import INVENTED
from tests.load.marked import Quoted, place, quoted

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_tui.errors import Problem
    from briefing_tui.model.briefing import Briefing

# Shrinking is off: what is drawn is already as small as a case can be, one word of one quotation.
DRAWN = settings(
    max_examples=30, deadline=None, database=None, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)

NEW = "zebra"
"""A word that stands in neither letter."""


class Copy:
    """A copy of a briefing file and its letter that a test may change."""

    def __init__(self, path: Path, briefing: Briefing) -> None:
        self.path = path
        self.briefing = briefing
        self.text = path.read_text(encoding="utf-8")
        self.quotes = quoted(self.text)

    def __repr__(self) -> str:
        return self.path.stem

    def examine(self, text: str) -> tuple[Briefing | None, tuple[Problem, ...]]:
        """Put `text` in the place of the file's and examine it."""
        self.path.write_text(text, encoding="utf-8")
        return examine_briefing(self.path)

    def where(self, quote: Quoted) -> str:
        """Return how people cite the place of `quote` in the letter."""
        letter = self.briefing.letter
        places = letter.at(quote.at)
        found = letter.find(quote.value)
        (passage,) = [one for one in found if not quote.at or any(one.overlaps(place) for place in places)]
        return letter.place(passage)


@pytest.fixture(scope="module", params=[bundled_briefing(), INVENTED], ids=lambda path: path.stem)
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Copy a briefing and its letter."""
    original: Path = request.param
    folder = tmp_path_factory.mktemp(original.stem)
    for file in (original, original.with_name(f"{original.stem}-letter.md")):
        shutil.copy(file, folder)
    path = folder / original.name
    return Copy(path, load_briefing(path))


def changed(copy: Copy, quote: Quoted, index: int) -> None:
    """Change one word of one quotation and see that this word is named, and nothing else."""
    start, end = quote.words[index]
    briefing, problems = copy.examine(copy.text[:start] + NEW + copy.text[end:])
    assert briefing is None
    (problem,) = [one for one in problems if one.level == "error"]
    line, column = place(copy.text, start)
    # In a YAML text in quotation marks the first word begins at its mark, where an editor shows the value.
    columns = (column, column - 1) if index == 0 and copy.text[start - 1] in "'\"" else (column,)
    assert (problem.rule, problem.line) == ("quote-not-found", line)
    assert problem.column in columns
    assert problem.message.startswith(f"Not word for word. {copy.where(quote)} has ")
    theirs, ours = problem.message.split("; here stands ")
    assert f"*{fold(quote.value.split()[index])}*" in fold(theirs)
    assert f"*{NEW}*" in ours
    assert problem.message.count("*") == 4


def test_every_quotation_is_read(copy: Copy) -> None:
    """What the tests here change are all quotations of the letter, in every style of writing YAML text."""
    entries = (*copy.briefing.entries.values(),)
    held = sum(len(entry.quotations) for entry in entries if not entry.reference.startswith("L-"))
    press = sum(not quotation.passage for entry in entries for quotation in entry.quotations)
    assert len(copy.quotes) == held - press + len(copy.briefing.left_out)
    for quote in copy.quotes:
        assert len(quote.words) == len(quote.value.split())


def test_a_changed_word_in_every_quotation(copy: Copy) -> None:
    """No quotation, whole sentences or a part of one, goes unwatched: its middle word changed is named."""
    missed = []
    for quote in copy.quotes:
        try:
            changed(copy, quote, len(quote.words) // 2)
        except AssertionError:
            missed.append(quote.value)
    assert missed == []


@given(data=st.data())
@DRAWN
def test_a_changed_word(copy: Copy, data: st.DataObject) -> None:
    """One word changed is refused at its line and column, with the nearest passage and the word marked."""
    quote = data.draw(st.sampled_from([one for one in copy.quotes if whole(copy, one)]))
    changed(copy, quote, data.draw(st.integers(0, len(quote.words) - 1)))


def whole(copy: Copy, quote: Quoted) -> bool:
    """Say whether `quote` is whole sentences; parts of one are watched by the test of every quotation."""
    (quotation, *_) = [copy.briefing.letter.quote(one) for one in copy.briefing.letter.find(quote.value)]
    return not (quotation.opens_mid_sentence or quotation.closes_mid_sentence)


def refused_within(copy: Copy, quote: Quoted, text: str) -> None:
    """See that `text` is refused for a quotation, at one of the lines of `quote`."""
    briefing, problems = copy.examine(text)
    assert briefing is None
    (problem,) = [one for one in problems if one.level == "error"]
    assert problem.rule == "quote-not-found"
    first, last = (place(copy.text, quote.words[index][0])[0] for index in (0, -1))
    assert first <= problem.line <= last


@given(data=st.data())
@DRAWN
def test_a_word_too_many(copy: Copy, data: st.DataObject) -> None:
    """A word put in anywhere is refused within the quotation's lines."""
    quote = data.draw(st.sampled_from(copy.quotes))
    start, _ = data.draw(st.sampled_from(quote.words))
    refused_within(copy, quote, f"{copy.text[:start]}{NEW} {copy.text[start:]}")


@given(data=st.data())
@DRAWN
def test_a_word_too_few(copy: Copy, data: st.DataObject) -> None:
    """A word taken out from between others is refused within the quotation's lines."""
    quote = data.draw(st.sampled_from([one for one in copy.quotes if len(one.words) > 2]))
    start, end = data.draw(st.sampled_from(quote.words[1:-1]))
    refused_within(copy, quote, copy.text[:start] + copy.text[end:].lstrip(" "))


@given(data=st.data())
@DRAWN
def test_another_case(copy: Copy, data: st.DataObject) -> None:
    """One letter in another case is refused within the quotation's lines."""
    quote = data.draw(st.sampled_from(copy.quotes))
    start, end = data.draw(st.sampled_from(quote.words))
    offset = data.draw(st.integers(start, end - 1))
    letter = copy.text[offset].swapcase()
    assume(letter != copy.text[offset])
    refused_within(copy, quote, copy.text[:offset] + letter + copy.text[offset + 1 :])


def test_a_sentence_cut_short(copy: Copy) -> None:
    """A first or last word left off is still verbatim, but the sentence then counts as not quoted."""
    for quote in copy.quotes:
        if quote.part in {"claims", "timeline"}:
            continue  # neither accounts for a sentence
        start, end = quote.words[-1]
        briefing, _ = copy.examine(copy.text[:start] + copy.text[end:])
        assert briefing is None or coverage(briefing).missing
