"""The one page that goes round a table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_tui.export.sheet import sheet, sheet_lines, strongest
from briefing_tui.model.entry import Bearing, BearsOn
from briefing_tui.model.tone import Tone
from tests.cli.program import err, run

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


def large(briefing: Briefing, times: int) -> Briefing:
    """Return a briefing with so many times the headlines and points, each point with as many findings."""
    points = tuple(
        replace(point, reference=f"I-{number}")
        for number, point in enumerate(briefing.points * times, start=1)
    )
    bears_on = tuple(BearsOn(point.reference, Bearing.EVIDENCE) for point in points)
    return replace(
        briefing,
        title=f"{briefing.title} " * times,
        points=points,
        headlines=tuple(
            replace(one, reference=f"H-{number}")
            for number, one in enumerate(briefing.headlines * times, start=1)
        ),
        findings=tuple(replace(one, bears_on=bears_on) for one in briefing.findings),
    )


@pytest.mark.parametrize("times", [1, 2, 3, 5, 30])
def test_it_fits(hackney: Briefing, nasty: Briefing, times: int) -> None:
    """It has at most 60 lines of 80 cells, however much there is; what is left out is named or counted."""
    for briefing in (hackney, nasty):
        lines = list(sheet_lines(sheet(large(briefing, times))))
        assert len(lines) <= 60
    shown = sheet(large(hackney, times))
    assert bool(shown.more_headlines) == (len(shown.headlines) < 9 * times)
    assert bool(shown.more_points) == (len(shown.answers) < 3 * times)


def test_it_holds_what_matters(hackney: Briefing) -> None:
    """Nothing of Hackney is left out: every headline, every point with its evidence, place and source."""
    text = " ".join(" ".join(sheet_lines(sheet(hackney))).split())
    for headline in hackney.headlines:
        assert f"{headline.reference} {headline.tone.mark} {headline.tone.value}: {headline.summary}" in text
    for point in hackney.points:
        found = strongest(hackney, point)
        assert found is not None
        assert f"{point.reference} {point.line}" in text
        assert f"{found.quotations[0]} — {found.quotations[0].place}" in text
    assert "Source: Ofsted, Hackney focused visit, 26 October 2022." in text
    assert "[…]" not in text


def test_the_strongest_evidence(hackney: Briefing) -> None:
    """The evidence named is what bears on that point and no other, a concern before what is mixed."""
    named = [one.reference for point in hackney.points if (one := strongest(hackney, point))]
    assert named == ["AA-7", "AA-5", "WF-3"]


def test_of_equals_the_first_in_the_letter(hackney: Briefing) -> None:
    """Of findings equally strong, the one that the letter has first is named, wherever the file has it."""
    point = hackney.points[0]
    alike = [
        replace(one, bears_on=(BearsOn(point.reference, Bearing.EVIDENCE),), tone=Tone.CONCERN)
        for one in hackney.findings
    ]
    first = min(alike, key=lambda one: [quotation.passage for quotation in one.quotations])
    assert first is not alike[-1]
    for findings in (alike, alike[::-1]):
        assert strongest(replace(hackney, findings=tuple(findings)), point) is first


def test_what_is_cut_says_so(nasty: Briefing) -> None:
    """A quotation too long for the page is cut at a word, with a mark, and stays in quotation marks."""
    long = next(finding for finding in nasty.findings if finding.reference == "CSV-2")
    crowded = replace(
        nasty, findings=(replace(long, bears_on=(BearsOn("PA-1", Bearing.EVIDENCE),)),), headlines=()
    )
    text = " ".join(" ".join(sheet_lines(sheet(crowded))).split())
    assert "Words […]” — Opening, paragraph 3" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "csv"], "There is no one page in csv: choose --format text or html."),
        (["--tone", "concern"], "The one page is of the whole: leave out references and filters."),
    ],
)
def test_what_has_no_page(arguments: list[str], told: str) -> None:
    """What cannot be on one page is said, exit status 2."""
    done = run("show", "--one-page", *arguments)
    assert (done.returncode, done.stdout, err(done)) == (2, b"", [f"briefing: {told}"])
