"""What every page repeats, known by its words and never by its place: Ofsted's address, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_tui.draft.line import Line

_SURE = re.compile(
    r"Piccadilly Gate|Store Street|(Manchester )?M1 2WD|((T|Tel|Telephone):? ?)?0300 123 \d{4}|"
    r"Textphone:?|0161 618(?: 8524)?|(E|Email):? ?enquiries@ofsted\.gov\.uk|enquiries@ofsted\.gov\.uk|"
    r"(https?://)?(www\.)?(ofsted\.gov\.uk|gov\.uk/ofsted)/?|"
    r"Clive House|70 Petty France|(London )?SW1H 9EX|"
    r"Aviation House|125 Kingsway|(London )?WC2B 6SE|2 Rivergate|Temple Quay|(Bristol )?BS1 6EH",
    re.IGNORECASE,
)
"""Lines of the letterheads used since 2018."""

_PERHAPS = re.compile(r"Ofsted|Manchester|London|Bristol|Westminster|[\d ]{3,14}", re.IGNORECASE)
"""Lines of a letterhead only among others that are sure."""

_PAGE_NUMBER = re.compile(r"(?:Page )?[-–]? ?\d{1,2} ?[-–]?(?: of \d{1,2})?", re.IGNORECASE)
_RUNNING = 3
"""On how many pages a first or last line must stand to be a running head or foot."""


def body_lines(lines: Sequence[Line]) -> Sequence[Line]:
    """Return `lines` without the letterhead, the page numbers, and running heads and feet."""
    dropped = _letterhead(lines) | _page_numbers(lines) | _running_lines(lines)
    return [line for index, line in enumerate(lines) if index not in dropped]


def _letterhead(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of runs of letterhead lines of which one at least is sure."""
    found: set[int] = set()
    run: list[int] = []
    sure = 0
    for index in range(len(lines) + 1):
        text = lines[index].text.rstrip(",. ") if index < len(lines) else ""
        is_sure = _all_match(_SURE, text)
        if text and (is_sure or _PERHAPS.fullmatch(text)):
            run.append(index)
            sure += is_sure
            continue
        if sure > 1 or (sure and lines[run[0]].gap):
            found.update(run)
        run, sure = [], 0
    return found


def _all_match(pattern: re.Pattern[str], text: str) -> bool:
    """Say whether `text` is one or several things that `pattern` matches, side by side."""
    while text:
        match = pattern.match(text)
        if not match or (match.end() < len(text) and text[match.end()] not in " ,"):
            return False
        text = text[match.end() :].lstrip(" ,")
    return True


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of lines that hold a page number and nothing else."""
    found = set()
    for index, line in enumerate(lines):
        if not _PAGE_NUMBER.fullmatch(line.text):
            continue
        before = lines[index - 1] if index else None
        after = lines[index + 1] if index + 1 < len(lines) else None
        turns = [one for one in (before, after) if one is None or one.page != line.page]
        if turns or (line.gap and after and after.gap):
            found.add(index)
    return found


def _running_lines(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of first and last lines of pages that several pages share."""
    edges: dict[int, str] = {}
    for index, line in enumerate(lines):
        first = index == 0 or lines[index - 1].page != line.page
        last = index + 1 == len(lines) or lines[index + 1].page != line.page
        if line.page and (first or last):
            edges[index] = line.text
    shared = {text for text, pages in Counter(edges.values()).items() if pages >= _RUNNING}
    return {index for index, text in edges.items() if text in shared}
