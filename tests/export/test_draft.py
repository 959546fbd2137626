"""A briefing whose coding nobody has checked says so on paper too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_tui.export.markdown import markdown_lines
from briefing_tui.export.page import html_lines, html_sheet
from briefing_tui.export.record import json_lines
from briefing_tui.export.sheet import sheet, sheet_lines
from briefing_tui.export.table import csv_lines
from briefing_tui.export.text import text_lines
from tests.export.test_sheet import large

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_tui.model.briefing import Briefing


def one_page(briefing: Briefing) -> Iterator[str]:
    """Yield the lines of the sheet that goes round a table."""
    return sheet_lines(sheet(briefing))


@pytest.mark.parametrize(
    ("write", "mark"),
    [
        (text_lines, "draft coding"),
        (markdown_lines, "draft coding"),
        (html_lines, "draft coding"),
        (html_sheet, "draft coding"),
        (one_page, "draft coding"),
        (json_lines, '"draft": true'),
        (csv_lines, ',"draft"\n'),
    ],
)
def test_a_draft_says_so(hackney: Briefing, write: Callable[[Briefing], Iterator[str]], mark: str) -> None:
    """What nobody has checked is marked in every document, and what has been is not."""
    assert mark in "\n".join(write(replace(hackney, draft=True))).lower()
    assert mark not in "\n".join(write(hackney)).lower()


def test_a_draft_says_so_on_a_page_that_was_cut_short(hackney: Briefing) -> None:
    """What does not fit on the one page is left out, but not that nobody has checked it."""
    draft = large(replace(hackney, draft=True, subject="Front door services " * 40), 30)
    for lines in (one_page(draft), html_sheet(draft)):
        text = "\n".join(lines)
        assert "[…]" in text
        assert "draft coding" in text.lower()
