"""`briefing show`: the briefing, or part of it, as a document."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.character import harmless
from briefing_tui.cli.outfile import write_whole
from briefing_tui.cli.output import ExitCode, encoded, say, warn
from briefing_tui.cli.pager import page
from briefing_tui.errors import UnknownReferenceError, UnwritableError
from briefing_tui.export.excerpt import Excerpt
from briefing_tui.load import load_briefing
from briefing_tui.model.reference import FORM, normal
from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone
from briefing_tui.paths import bundled_briefing

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing

SUFFIXES = {".md": "markdown", ".html": "html", ".htm": "html", ".json": "json", ".csv": "csv"}
"""The format that a name for `-o` asks for where `--format` does not."""

ENCODINGS = {"text": "", "csv": "utf-8-sig"}
"""Text goes out as the terminal has it. Spreadsheets take a file for UTF-8 only by its first bytes."""

BRIEFINGS = (".yaml", ".yml")
"""What the names of briefing files end in."""

NARROWEST = 20
"""Cells. A terminal that claims fewer is not asked again."""


def run(asked: Namespace) -> ExitCode:
    """Write what is asked for to the output, a file or a pager.

    Raises BriefingError for what a person can mend.
    """
    file, typed = _file_first(asked.words)
    path = file or bundled_briefing()
    briefing = load_briefing(path)
    excerpt = _excerpt(briefing, asked, typed)
    wanted = asked.format or SUFFIXES.get(asked.out.suffix.lower() if asked.out else "", "text")
    width = _width(asked.out)
    if asked.one_page:
        if excerpt:
            raise UnknownReferenceError("The one page is of the whole: leave out references and filters.")
        lines = _one_page(briefing, wanted, width)
    else:
        lines = _document(briefing, excerpt, wanted, width)
    encoding = ENCODINGS.get(wanted, "utf-8")
    if not excerpt.of(briefing).panes:
        warn("briefing: no finding is all of that. Ask for less.")
    if asked.out and asked.out.suffix in BRIEFINGS:
        name = harmless(str(asked.out))
        raise UnwritableError(
            f"{name}: is the name of a briefing, which no document replaces. Choose another."
        )
    if asked.out:
        data = b"".join(encoded(lines, encoding or "utf-8"))
        write_whole(asked.out, data, never=briefing.files(path))
    elif asked.pager and sys.stdout.isatty():
        page(lines, encoding)
    else:
        say(lines, encoding)
    return ExitCode.OK


def _document(briefing: Briefing, excerpt: Excerpt, wanted: str, width: int) -> Iterator[str]:
    """Return the lines of the document; what only one format needs is imported for it alone."""
    match wanted:
        case "markdown":
            from briefing_tui.export.markdown import markdown_lines  # noqa: PLC0415

            return markdown_lines(briefing, excerpt)
        case "html":
            from briefing_tui.export.page import html_lines  # noqa: PLC0415

            return html_lines(briefing, excerpt)
        case "json":
            from briefing_tui.export.record import json_lines  # noqa: PLC0415

            return json_lines(briefing, excerpt)
        case "csv":
            from briefing_tui.export.table import csv_lines  # noqa: PLC0415

            return csv_lines(briefing, excerpt)
        case _:
            from briefing_tui.export.text import text_lines  # noqa: PLC0415

            return text_lines(briefing, excerpt, width)


def _one_page(briefing: Briefing, wanted: str, width: int) -> Iterator[str]:
    if wanted == "html":
        from briefing_tui.export.page import html_sheet  # noqa: PLC0415

        return html_sheet(briefing)
    if wanted != "text":
        raise UnwritableError(f"There is no one page in {wanted}: choose --format text or html.")
    from briefing_tui.export.sheet import sheet, sheet_lines  # noqa: PLC0415

    return sheet_lines(sheet(briefing), width)


def _file_first(words: list[str]) -> tuple[Path | None, list[str]]:
    """Return the file, None if the first word has the form of a reference, and the references.

    A file with such a name is written `./AA-5`.
    """
    if words and not FORM.fullmatch(normal(words[0])):
        return Path(words[0]), words[1:]
    return None, words


def _excerpt(briefing: Briefing, asked: Namespace, typed: list[str]) -> Excerpt:
    """Return what of `briefing` is asked for. Raises UnknownReferenceError, naming what there is."""
    selection = Selection(
        tone=Tone(asked.tone) if asked.tone else None,
        area=_area(briefing, asked.area) if asked.area else "",
        point=_point(briefing, asked.point) if asked.point else "",
    )
    references = tuple(briefing.entry(one).reference for one in typed)
    if references and selection:
        raise UnknownReferenceError("References name single entries: leave out --area, --tone and --point.")
    return Excerpt(selection, references)


def _area(briefing: Briefing, typed: str) -> str:
    """Return the key of the service area that `typed` names, by its letters or its name, in any case."""
    for area in briefing.areas:
        if typed.lower() in (area.key.lower(), area.name.lower()):
            return area.key
    known = ", ".join(area.key for area in briefing.areas)
    raise UnknownReferenceError(f"This briefing has no service area {typed}. It has {known}.")


def _point(briefing: Briefing, typed: str) -> str:
    """Return the reference of the improvement point that `typed` names."""
    known = [point.reference for point in briefing.points]
    if normal(typed) in known:
        return normal(typed)
    told = f"It has {', '.join(known)}." if known else "It has none."
    raise UnknownReferenceError(f"This briefing has no improvement point {typed}. {told}")


def _width(out: Path | None) -> int:
    """Return how many cells a line may have: the terminal's, or 80 where there is none."""
    columns = os.get_terminal_size(sys.stdout.fileno()).columns if not out and sys.stdout.isatty() else 80
    return columns if columns >= NARROWEST else 80
