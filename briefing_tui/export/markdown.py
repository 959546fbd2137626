"""The briefing as Markdown: for a wiki, a repository or an email, and to be read as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.export.commonmark import address, escaped, heading, paragraph
from briefing_tui.export.excerpt import Excerpt, in_full
from briefing_tui.export.telling import Line, Linked, Quoted, blocks, kind, one_line, opening, parts
from briefing_tui.model.entry import Labelled, Sentence
from briefing_tui.model.letter import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_tui.export.telling import Part
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry
    from briefing_tui.model.outline import Outline, Pane, Section


def markdown_lines(briefing: Briefing, excerpt: Excerpt | None = None) -> Iterator[str]:
    """Yield the lines of what is wanted: one heading a reference, so that `#aa-5` leads to AA-5."""
    excerpt = excerpt or Excerpt()
    page = _Page(briefing, excerpt.of(briefing))
    title = heading(1, briefing.title)
    yield title
    cut = [briefing.title] if title.endswith("…") else []
    for told in (*cut, *opening(briefing), excerpt.told(briefing)):
        if told:
            yield ""
            yield from paragraph(escaped(told))
    for number, pane in enumerate(page.outlined.panes, start=1):
        yield ""
        yield heading(2, f"{number} {pane.title}")
        yield from page.letter(number) if pane.key == "letter" else page.pane(pane, number)


class _Page:
    """One document: knows which references have a heading in it, to link to them."""

    def __init__(self, briefing: Briefing, outlined: Outline) -> None:
        self.briefing = briefing
        self.outlined = outlined
        self.headed = {
            entry.reference
            for pane in outlined.panes
            if pane.key != "letter"
            for section in pane.sections
            for entry in section.entries
            if not isinstance(entry, Labelled)
        }

    def pane(self, pane: Pane, number: int) -> Iterator[str]:
        for place, section in enumerate(pane.sections, start=1):
            if section.title:
                title = section.label if section.label in self.headed else f"{section.label} {section.title}"
                yield ""
                yield heading(3, f"{number}.{place} {title.strip()}")
            for group in section.groups:
                guests = [entry for entry in group.entries if not in_full(self.outlined, section, entry)]
                if group.heading:
                    yield ""
                    yield from paragraph(escaped(f"{group.heading}{', in our words' if guests else ''}:"))
                if guests:
                    yield ""
                for entry in group.entries:
                    if entry in guests:
                        line = escaped(one_line(self.briefing, entry))
                        yield from paragraph(self.linked(entry, line), "- ", "  ")
                    else:
                        yield from self.entry(entry, section)

    def entry(self, entry: Entry, section: Section) -> Iterator[str]:
        """Yield an entry: under its reference, or in a list under its label."""
        told = escaped(str(kind(self.briefing, entry)))
        yield ""
        if isinstance(entry, Labelled):
            yield from paragraph(f"**{told}** ({entry.reference})", "- ", "  ")
        else:
            yield heading(4 if section.title else 3, entry.reference)
            yield ""
            word, colon, about = told.partition(": ")
            yield from paragraph(
                f"**{word}**{colon}{about}" if about else f"**{told[0].upper()}{told[1:]}.**"
            )
        for part in parts(self.briefing, entry, section):
            yield from self.part(part, "  " if isinstance(entry, Labelled) else "")

    def part(self, part: Part, indent: str) -> Iterator[str]:
        yield ""
        match part:
            case Quoted(label, quotation, signature):
                yield from paragraph(f"{label}:", indent)
                yield ""
                yield from quoted((str(quotation), f"— {signature}"), indent)
            case Linked(label, entries):
                yield from paragraph(f"{escaped(label)}: {self.references(entries)}", indent)
            case Line(label, words):
                yield from paragraph(f"{label}: {address(words)}", indent)

    def letter(self, number: int) -> Iterator[str]:
        """Yield the letter, all of it quoted, with a line of ours before every numbered paragraph."""
        places = {title: place for place, title in enumerate(self.briefing.letter.sections, start=1)}
        section, ours = "", True
        for block in blocks(self.briefing):
            own = block.paragraph
            if own.section != section:
                section, ours = own.section, True
                yield ""
                yield heading(3, f"{number}.{places[section]} {section}")
            if own.form is Form.HEADING:
                continue
            if own.number:
                quoting = f", quoted at {self.references(block.quoted_at)}" if block.quoted_at else ""
                yield ""
                yield from paragraph(f"{own.form.value.capitalize()} {own.number}{quoting}:")
                ours = True
            yield "" if ours else ">"
            yield from quoted((own.text,))
            ours = False

    def references(self, entries: Iterable[Entry]) -> str:
        return ", ".join(self.linked(entry, entry.reference) for entry in entries)

    def linked(self, entry: Entry, words: str) -> str:
        """Return `words`, which begin with the reference of `entry`, leading to it if it is there."""
        reference = entry.reference
        if reference not in self.headed or isinstance(entry, Sentence):
            return words
        return f"[{reference}](#{reference.lower()}){words.removeprefix(reference)}"


def quoted(paragraphs: Iterable[str], indent: str = "") -> Iterator[str]:
    """Yield paragraphs of plain text as one block of quotation."""
    for number, text in enumerate(paragraphs):
        if number:
            yield f"{indent}>"
        yield from paragraph(escaped(text), f"{indent}> ")
