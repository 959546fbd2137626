"""The findings as a table for spreadsheets."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing_tui.export.excerpt import Excerpt
from briefing_tui.export.table import COLUMNS, _line, csv_lines
from briefing_tui.model.selection import Selection
from briefing_tui.model.signature import source_and_place
from briefing_tui.model.tone import Tone
from tests.cli.program import run
from tests.conftest import NASTY

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


def test_one_row_a_finding(either: Briefing) -> None:
    """Every headline and main finding has one row, with the letter's words and where they stand."""
    rows = list(csv.DictReader(csv_lines(either)))
    findings = (*either.headlines, *either.findings)
    assert sorted(row["Reference"] for row in rows) == sorted(finding.reference for finding in findings)
    for row in rows:
        entry = either.entries[row["Reference"]]
        assert row["In our words"] == entry.summary
        assert row["The letter's words"] == str(entry.quotations[0])
        assert row["Said by and where"] == source_and_place(either, entry.quotations[0])


def test_a_selection(hackney: Briefing) -> None:
    """A narrowed table holds those findings alone; one that is at home and a guest has one row."""
    rows = list(csv.DictReader(csv_lines(hackney, Excerpt(Selection(tone=Tone.CONCERN, point="I-2")))))
    references = [row["Reference"] for row in rows]
    assert len(set(references)) == len(references) > 1
    assert {row["Tone"] for row in rows} == {"concern"}


def test_nothing_is_computed(nasty: Briefing) -> None:
    """No cell of a hostile briefing begins with what a spreadsheet would compute; nothing else is changed."""
    for row in csv.reader(csv_lines(nasty)):
        assert [cell for cell in row if cell.lstrip().startswith(tuple("=+-@\t\r＝＋－＠"))] == []
    (cells,) = csv.reader(line for line in csv_lines(nasty) if line.startswith('"CSV-1",'))
    assert dict(zip(COLUMNS, cells, strict=True))["In our words"] == "'=cmd|' /C calc'!A0"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1, max_size=4))
@settings(max_examples=300, derandomize=True)
def test_cells_come_back(cells: list[str]) -> None:
    """A spreadsheet reads every cell as it was, but for the apostrophe that keeps it from computing."""
    (read,) = csv.reader([_line(tuple(cells))])
    for cell, back in zip(cells, read, strict=True):
        assert back.replace("'", "") == cell.replace("'", "")
        assert ";" in cell or back in (cell, f"'{cell}")
        assert not back.lstrip().startswith(tuple("=+-@＝＋－＠"))


@given(st.lists(st.text(st.sampled_from("ab =-＋@;,'\" ")), min_size=1, max_size=4))
@example(["AA-1", 'x;"=1+1"'])
@example(["AA-1", "x, y; =1+1"])
@settings(max_examples=500, derandomize=True)
def test_nothing_is_computed_after_a_semicolon(cells: list[str]) -> None:
    """Nor where a spreadsheet, as in much of Europe, takes the semicolon and not the comma to separate."""
    (read,) = csv.reader([_line(("AA-1", *cells))], delimiter=";")
    assert [cell for cell in read if cell.lstrip().startswith(tuple("=+-@＝＋－＠"))] == []


def test_every_cell_is_quoted(nasty: Briefing) -> None:
    """Every cell stands in quotation marks, whatever it holds."""
    for line in csv_lines(nasty):
        assert re.fullmatch(r'"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*', line)


def test_a_spreadsheet_sees_utf_8() -> None:
    """The bytes begin with the mark by which spreadsheets know UTF-8, once, whatever the terminal has."""
    written = run("show", NASTY, "--format", "csv", environment={"PYTHONIOENCODING": "ascii"}).stdout
    assert written.startswith(b'\xef\xbb\xbf"Reference",')
    assert written.count(b"\xef\xbb\xbf") == 1
    assert "児童サービス" in written.decode()
