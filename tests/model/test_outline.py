"""The order in which a briefing is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_tui.model.outline import outline

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


def test_panes_without_anything_are_left_out(hackney: Briefing, invented: Briefing) -> None:
    """A briefing without press claims has no press pane; the others keep their order."""
    assert [pane.key for pane in outline(hackney).panes] == [
        "headlines",
        "findings",
        "improvements",
        "letter",
        "press",
        "about",
    ]
    assert [pane.key for pane in outline(invented).panes] == [
        "headlines",
        "findings",
        "improvements",
        "letter",
        "about",
    ]


def test_areas_stand_in_the_order_of_the_file(invented: Briefing) -> None:
    """The findings pane has one section an area, those at home first, then those also about it."""
    sections = outline(invented).pane("findings").sections
    assert [(section.label, section.title) for section in sections] == [
        ("LC", "Leaving care"),
        ("CLA", "Children in care"),
        ("FOST", "Foster homes"),
    ]
    assert [entry.reference for entry in sections[1].entries] == ["CLA-1", "CLA-3", "LC-3", "FOST-1"]
    assert [group.heading for group in sections[1].groups] == ["", "Also about Children in care"]


def test_an_area_without_findings_is_left_out(invented: Briefing) -> None:
    """An area on which the letter found nothing makes no empty section."""
    kept = tuple(finding for finding in invented.findings if finding.areas[0] != "FOST")
    sections = outline(replace(invented, findings=kept)).pane("findings").sections
    assert [section.label for section in sections] == ["LC", "CLA"]


def test_a_point_stands_over_what_bears_on_it(invented: Briefing) -> None:
    """Each point has a section: itself, then its findings by kind, kinds without any left out."""
    first, second = outline(invented).pane("improvements").sections
    assert [group.heading for group in first.groups] == ["", "Evidence", "Cause", "Effect", "Mitigation"]
    assert [group.heading for group in second.groups] == ["", "Evidence", "Counter-evidence"]
    assert [entry.reference for entry in second.entries] == ["PA-2", "FOST-1", "FOST-2"]


def test_the_letter_stands_whole_under_its_own_headings(either: Briefing) -> None:
    """The letter pane has every sentence once, in order, under the letter's headings."""
    sections = outline(either).pane("letter").sections
    assert [entry for section in sections for entry in section.entries] == list(either.sentences)
    titles = [section.title for section in sections]
    assert titles == [title for title in either.letter.sections if title in titles]


def test_claims_and_what_the_paper_leaves_out_stand_apart(hackney: Briefing) -> None:
    """What the article says and what it leaves out are two sections, each claim in one of them."""
    said, left_out = outline(hackney).pane("press").sections
    assert {entry.reference for entry in (*said.entries, *left_out.entries)} == {
        claim.reference for claim in hackney.claims
    }
    assert all("does not" in entry.summary for entry in left_out.entries)
    assert len(said.entries) + len(left_out.entries) == len(hackney.claims)


@pytest.mark.parametrize(
    ("reference", "pane", "section"),
    [
        ("V-1", "headlines", "glance"),
        ("H-2", "headlines", "headlines"),
        ("LC-3", "findings", "LC"),
        ("FOST-1", "findings", "FOST"),
        ("PA-2", "improvements", "PA-2"),
        ("L-1", "letter", "Opening"),
        ("N-1", "about", "people"),
        ("G-2", "about", "glossary"),
        ("S-1", "about", "sources"),
    ],
)
def test_home(invented: Briefing, reference: str, pane: str, section: str) -> None:
    """A reference opens where its entry is at home, not where it is listed as a guest."""
    home, part = outline(invented).home(reference)
    assert (home.key, part.key) == (pane, section)


def test_every_entry_has_a_home_that_shows_it(either: Briefing) -> None:
    """Every reference can be opened, and stands in the section that opens."""
    order = outline(either)
    for reference, entry in either.entries.items():
        pane, section = order.home(reference)
        assert entry in section.entries
        assert order.pane(pane.key).section(section.key) is section


def test_an_unknown_section_opens_the_first(invented: Briefing) -> None:
    """A kept position whose section is gone opens the pane at its beginning."""
    pane = outline(invented).pane("findings")
    assert pane.section("FRONT").key == "LC"


def test_what_nothing_shows_has_no_home(invented: Briefing) -> None:
    """A reference of no entry is a KeyError, not a wrong page."""
    with pytest.raises(KeyError):
        outline(invented).home("P-1")
