"""The briefing as plain text: linear, in the order of the screen, with the same references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import wcwidth

from briefing_tui.export.excerpt import Excerpt, in_full
from briefing_tui.export.telling import Line, Linked, Quoted, blocks, kind, one_line, opening, parts
from briefing_tui.model.letter import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.export.telling import Part
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry
    from briefing_tui.model.outline import Outline, Pane, Section

WIDTH = 80
"""Cells, where no terminal says otherwise."""

_INDENT = "    "


def text_lines(briefing: Briefing, excerpt: Excerpt | None = None, width: int = WIDTH) -> Iterator[str]:
    """Yield the lines of what is wanted, at most `width` cells each; an address is never broken."""
    excerpt = excerpt or Excerpt()
    outlined = excerpt.of(briefing)
    yield from wrapped(briefing.title.upper(), width)
    for told in (*opening(briefing), excerpt.told(briefing)):
        yield from wrapped(told, width)
    for number, pane in enumerate(outlined.panes, start=1):
        yield ""
        yield ""
        title = pane.title.upper() if excerpt else f"{number} {pane.title.upper()}"
        yield from _underlined(title, "=", width)
        yield from (
            _letter(briefing, width) if pane.key == "letter" else _pane(briefing, outlined, pane, width)
        )


def _pane(briefing: Briefing, outlined: Outline, pane: Pane, width: int) -> Iterator[str]:
    for section in pane.sections:
        if section.title:
            yield ""
            yield from _underlined(f"{section.label} {section.title}".strip(), "-", width)
        for group in section.groups:
            guests = [entry for entry in group.entries if not in_full(outlined, section, entry)]
            if group.heading:
                yield ""
                yield from wrapped(f"{group.heading}{', in our words' if guests else ''}:", width)
            for entry in group.entries:
                if entry not in guests:
                    yield ""
                    yield from _entry(briefing, entry, section, width)
                else:
                    yield from wrapped(one_line(briefing, entry), width, _INDENT, _INDENT * 2)


def _entry(briefing: Briefing, entry: Entry, section: Section, width: int) -> Iterator[str]:
    yield from wrapped(f"{entry.reference} {kind(briefing, entry)}", width, "", _INDENT)
    for part in parts(briefing, entry, section):
        yield from _part(part, width)


def _part(part: Part, width: int) -> Iterator[str]:
    match part:
        case Quoted(label, quotation, signature):
            yield from wrapped(f"{label}: {quotation} — {signature}", width, _INDENT, _INDENT)
        case Linked(label, entries):
            references = ", ".join(entry.reference for entry in entries)
            yield from wrapped(f"{label}: {references}", width, _INDENT, _INDENT)
        case Line(label, words) if "://" in words and " " not in words:
            yield f"{_INDENT}{label}:"
            yield f"{_INDENT}{words}"
        case Line(label, words):
            yield from wrapped(f"{label}: {words}", width, _INDENT, _INDENT)


def _letter(briefing: Briefing, width: int) -> Iterator[str]:
    for block in blocks(briefing):
        paragraph = block.paragraph
        yield ""
        if paragraph.form is Form.HEADING:
            yield from _underlined(paragraph.text, "-", width)
            continue
        number = f"{paragraph.number}. " if paragraph.number else ""
        yield from wrapped(number + paragraph.text, width, "", " " * len(number))
        if block.quoted_at:
            references = ", ".join(entry.reference for entry in block.quoted_at)
            yield from wrapped(f"Quoted at: {references}", width, _INDENT, _INDENT)


def _underlined(title: str, mark: str, width: int) -> Iterator[str]:
    lines = wrapped(title, width)
    yield from lines
    yield mark * max((wcwidth.width(line) for line in lines), default=0)


def wrapped(words: str, width: int, first: str = "", hang: str = "") -> list[str]:
    """Return `words` in lines of at most `width` cells, a wide character being two, broken at no hyphen."""
    return wcwidth.wrap(
        words,
        width,
        initial_indent=first,
        subsequent_indent=hang,
        break_on_hyphens=False,
        control_codes="ignore",
    )
