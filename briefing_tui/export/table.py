"""The findings as a table for spreadsheets: one a row, separated by commas, with nothing to be computed."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from briefing_tui.export.excerpt import Excerpt
from briefing_tui.model.entry import Finding, Headline
from briefing_tui.model.signature import source_and_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing

COLUMNS = (
    "Reference",
    "Kind",
    "Tone",
    "Service areas",
    "In our words",
    "The letter's words",
    "Said by and where",
    "Bears on",
    "Our note",
    "Coding",
)

_COMPUTED = re.compile(r"""^(?=\s*[=+\-@＝＋－＠])|(?<=;)(?=[\s"]*[=+\-@＝＋－＠])""")
"""Where a spreadsheet takes what follows for a formula, after OWASP's page on CSV injection.

After a semicolon too: where it separates, and not the comma, a cell begins there, quoted or not.
"""


def csv_lines(briefing: Briefing, excerpt: Excerpt | None = None) -> Iterator[str]:
    """Yield the lines of the table: its columns' names, then one for each finding that is wanted."""
    yield _line(COLUMNS)
    for finding in dict.fromkeys(_findings(briefing, excerpt or Excerpt())):
        yield _line(_row(briefing, finding))


def _findings(briefing: Briefing, excerpt: Excerpt) -> Iterator[Finding]:
    for pane in excerpt.of(briefing).panes:
        for section in pane.sections:
            yield from (entry for entry in section.entries if isinstance(entry, Finding))


def _row(briefing: Briefing, finding: Finding) -> tuple[str, ...]:
    names = {area.key: area.name for area in briefing.areas}
    return (
        finding.reference,
        "headline finding" if isinstance(finding, Headline) else "main finding",
        finding.tone.value,
        "; ".join(names[key] for key in finding.areas),
        finding.summary,
        " ".join(str(quotation) for quotation in finding.quotations),
        "; ".join(source_and_place(briefing, quotation) for quotation in finding.quotations),
        "; ".join(f"{one.point} as {one.bearing.value}" for one in finding.bears_on),
        finding.note,
        "draft" if briefing.draft else "checked",
    )


def _line(cells: tuple[str, ...]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="", quoting=csv.QUOTE_ALL).writerow([_inert(cell) for cell in cells])
    return line.getvalue()


def _inert(cell: str) -> str:
    """Return `cell` as text: an apostrophe goes before what would be computed, as one types it by hand."""
    return _COMPUTED.sub("'", cell)
