"""The briefing as plain text: linear, in the order of the screen, with the same references."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from briefing_tui.model.entry import Claim, Finding, Labelled, Term
from briefing_tui.model.letter import Form
from briefing_tui.model.outline import outline
from briefing_tui.model.relation import relations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry
    from briefing_tui.model.outline import Pane
    from briefing_tui.model.quotation import Quotation

INDENT = "    "


def text_lines(briefing: Briefing, width: int = 80) -> Iterator[str]:
    """Yield the lines of the briefing, at most `width` characters each where words allow."""
    yield from _wrapped(briefing.title.upper(), width)
    letter = briefing.sources["letter"]
    yield from _wrapped(
        f"{briefing.authority}. {briefing.subject}. {letter.citation or letter.label}.", width
    )
    yield from _wrapped(
        "Words in “quotation marks” that are signed with a place are the letter's own, found in it word for "
        "word; others are signed by the paper they come from; all else is ours.",
        width,
    )
    for number, pane in enumerate(outline(briefing).panes, start=1):
        yield ""
        yield ""
        title = f"{number} {pane.title}".upper()
        yield title
        yield "=" * len(title)
        yield from _letter(briefing, width) if pane.key == "letter" else _pane(briefing, pane, width)


def _pane(briefing: Briefing, pane: Pane, width: int) -> Iterator[str]:
    for section in pane.sections:
        yield ""
        yield from _wrapped(f"{section.label} {section.title}".strip(), width)
        yield "-" * min(width, len(f"{section.label} {section.title}".strip()))
        for group in section.groups:
            if group.heading:
                yield ""
                references = ", ".join(entry.reference for entry in group.entries)
                yield from _wrapped(f"{group.heading}: {references}", width)
                continue
            for entry in group.entries:
                yield ""
                yield from _entry(briefing, entry, width)


def _entry(briefing: Briefing, entry: Entry, width: int) -> Iterator[str]:
    match entry:
        case Finding():
            lead = f"{entry.tone.mark} {entry.reference} {entry.tone.value}: "
        case Labelled():
            lead = f"{entry.label}: "
        case Claim():
            lead = f"{entry.reference} our verdict, {entry.verdict.value}: "
        case _:
            lead = f"{entry.reference} "
    words = (
        f"{entry.expansion}. {entry.summary}"
        if isinstance(entry, Term) and entry.expansion
        else entry.summary
    )
    yield from _wrapped(lead + words, width, hang=INDENT)
    if isinstance(entry, Claim) and entry.said:
        whose = ", ".join(part for part in (entry.speaker, briefing.sources[entry.source].label) if part)
        yield from _wrapped(f"{entry.said} — {whose}", width, INDENT, INDENT)
    for quotation in entry.quotations:
        yield from _wrapped(f"{quotation} — {_place(briefing, quotation)}", width, INDENT, INDENT)
    if entry.note:
        yield from _wrapped(f"Our note: {entry.note}", width, INDENT, INDENT)
    if not isinstance(entry, Term):
        for relation in relations(briefing, entry):
            references = ", ".join(other.reference for other in relation.entries)
            yield from _wrapped(f"{relation.kind}: {references}", width, INDENT, INDENT)


def _letter(briefing: Briefing, width: int) -> Iterator[str]:
    for paragraph in briefing.letter.paragraphs:
        if paragraph.form is not Form.BULLET or paragraph.number == 1:
            yield ""
        number = f"{paragraph.number}. " if paragraph.number else ""
        yield from _wrapped(number + paragraph.text, width, hang=" " * len(number))


def _place(briefing: Briefing, quotation: Quotation) -> str:
    label = briefing.sources[quotation.source].label
    return f"{label}, {quotation.place}" if quotation.place else label


def _wrapped(words: str, width: int, first: str = "", hang: str = "") -> list[str]:
    """Return `words` wrapped, never broken at a hyphen or inside a long word."""
    return wrap(
        words,
        width,
        initial_indent=first,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
