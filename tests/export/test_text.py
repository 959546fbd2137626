"""The briefing as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import wcwidth
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.export.excerpt import Excerpt
from briefing_tui.export.text import text_lines, wrapped
from briefing_tui.model.entry import Finding
from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing

FULL = re.compile(r"^([A-Z]+-\d+) \S")


def told_in_full(lines: list[str]) -> list[str]:
    """Return the references of the entries that are told in full, in their order."""
    return [match[1] for line in lines if (match := FULL.match(line)) and "“" not in line]


def test_the_order_of_the_screen(hackney: Briefing) -> None:
    """Everything with a reference but the letter's sentences is told in full, in the screen's order, once."""
    told = told_in_full(list(text_lines(hackney)))
    points = [point.reference for point in hackney.points]
    expected = [ref for ref in hackney.entries if not ref.startswith("L-")]
    by_area = [one.reference for area in hackney.areas for one in hackney.in_area(area.key)]
    home = iter(by_area)
    findings = {finding.reference for finding in hackney.findings}
    assert told == [next(home) if ref in findings else ref for ref in expected]
    assert set(points) <= set(told)


def test_every_quotation_says_whose_it_is(hackney: Briefing) -> None:
    """No quotation mark opens an entry's words without a label that says whose words they are."""
    text = " ".join(" ".join(text_lines(hackney)).split())
    for entry in (*hackney.headlines, *hackney.findings, *hackney.points):
        for quotation in entry.quotations:
            assert f"The letter’s words: {quotation} — Ofsted’s letter: {quotation.place}" in text
    said = [claim.said for claim in hackney.claims if claim.said]
    assert said
    for quotation in said:
        assert f"The paper’s words: {quotation} — " in text


def test_a_selection_is_told_and_kept(hackney: Briefing) -> None:
    """A narrowed text says in words what it holds, tells those findings in full, and nothing else."""
    lines = list(text_lines(hackney, Excerpt(Selection(tone=Tone.CONCERN, area="WF"))))
    wanted = {
        one.reference
        for one in (*hackney.headlines, *hackney.findings)
        if one.tone is Tone.CONCERN and "WF" in one.areas
    }
    assert "Only concerns about Workforce (WF): 5 of 11 findings and 1 of 3 headline" in lines
    assert sorted(told_in_full(lines)) == sorted(wanted)


def test_a_point_comes_with_its_findings(hackney: Briefing) -> None:
    """Asked for a point, the text holds the point and every finding that bears on it, no other point."""
    told = told_in_full(list(text_lines(hackney, Excerpt(Selection(point="I-2")))))
    bearing = {
        one.reference for one in hackney.entries.values() if isinstance(one, Finding) if one.bearing_on("I-2")
    }
    assert set(told) == {"I-2"} | bearing


def test_references_in_the_order_asked_for(hackney: Briefing) -> None:
    """Single entries come in the order asked for, each once."""
    assert told_in_full(list(text_lines(hackney, Excerpt(references=("P-7", "AA-5", "P-7"))))) == [
        "P-7",
        "AA-5",
    ]


@pytest.mark.parametrize("width", [20, 40, 80, 132])
def test_lines_fit(nasty: Briefing, hackney: Briefing, width: int) -> None:
    """No line is wider than asked, wide characters counted as two, addresses excepted."""
    for briefing in (nasty, hackney):
        wide = [line for line in text_lines(briefing, None, width) if wcwidth.width(line) > width]
        assert [line for line in wide if "://" not in line] == []


@given(st.text(st.sampled_from("ab -漢字é\u0301👩🇬🇧"), max_size=200), st.integers(8, 40))
@settings(max_examples=200, derandomize=True)
def test_wrapping_loses_nothing(words: str, width: int) -> None:
    """Wrapping loses and adds no character but spaces, and no line is wider than asked."""
    lines = wrapped(words, width)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(wcwidth.width(line) <= width for line in lines)
