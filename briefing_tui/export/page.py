"""The briefing as one self-contained web page, which needs no script and lets none in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from briefing_tui.export.excerpt import Excerpt, in_full
from briefing_tui.export.sheet import sheet
from briefing_tui.export.telling import Linked, Quoted, blocks, kind, opening, parts
from briefing_tui.model.entry import Finding, Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.export.telling import Block, Kind, Part
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry, Source
    from briefing_tui.model.outline import Outline, Pane, Section
    from briefing_tui.model.quotation import Passage, Quotation

ADDRESSES = ("https://", "http://")
"""What a link out of the page may begin with; `javascript:` may not."""


def html_lines(briefing: Briefing, excerpt: Excerpt | None = None) -> Iterator[str]:
    """Yield the page of what is wanted; the whole begins with the one page that goes round a table."""
    excerpt = excerpt or Excerpt()
    page = _Page(briefing, excerpt.of(briefing))
    yield _rendered(page, page_of=None if excerpt else briefing, told=excerpt.told(briefing))


def html_sheet(briefing: Briefing) -> Iterator[str]:
    """Yield a page with nothing but the sheet that goes round a table; printed it is one page of A4."""
    yield _rendered(_Page(briefing, None), page_of=briefing, told="")


def _rendered(page: _Page, *, page_of: Briefing | None, told: str) -> str:
    environment = Environment(
        loader=PackageLoader("briefing_tui.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["quoted"] = lambda part: isinstance(part, Quoted)
    environment.tests["linked"] = lambda part: isinstance(part, Linked)
    environment.tests["labelled"] = lambda entry: isinstance(entry, Labelled)
    environment.tests["finding"] = lambda entry: isinstance(entry, Finding)
    environment.tests["address"] = lambda words: words.startswith(ADDRESSES)
    return (
        environment.get_template("page.html")
        .render(
            page=page,
            briefing=page.briefing,
            opening=opening(page.briefing),
            sheet=sheet(page_of) if page_of else None,
            told=told,
        )
        .rstrip("\n")
    )


@dataclass(frozen=True)
class _Page:
    """What the template asks: what is on this page, under which anchors, and what leads where."""

    briefing: Briefing
    outlined: Outline | None
    """None for a page of the sheet alone."""

    @property
    def panes(self) -> tuple[Pane, ...]:
        return self.outlined.panes if self.outlined else ()

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The references that this page tells in full."""
        told = (
            entry.reference for pane in self.panes for section in pane.sections for entry in section.entries
        )
        return frozenset(told)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that the foot of the page has to name, because nothing above does."""
        return tuple(one for one in self.briefing.sources.values() if one.reference not in self.anchors)

    @cached_property
    def blocks(self) -> dict[str, list[Block]]:
        """The paragraphs of the letter under each of its headings."""
        by_section: dict[str, list[Block]] = {}
        for block in blocks(self.briefing):
            by_section.setdefault(block.paragraph.section, []).append(block)
        return by_section

    def in_full(self, section: Section, entry: Entry) -> bool:
        return self.outlined is not None and in_full(self.outlined, section, entry)

    def kind(self, entry: Entry) -> Kind:
        return kind(self.briefing, entry)

    def parts(self, entry: Entry, section: Section) -> Iterator[Part]:
        return parts(self.briefing, entry, section)

    @cached_property
    def _sentences(self) -> dict[int, list[tuple[Passage, str]]]:
        """The sentences of each paragraph of the letter, by its index."""
        by_paragraph: dict[int, list[tuple[Passage, str]]] = {}
        pairs = zip(self.briefing.letter.sentences, self.briefing.sentences, strict=True)
        for passage, sentence in pairs:
            by_paragraph.setdefault(passage.paragraph, []).append((passage, sentence.reference))
        return by_paragraph

    def cite(self, quotation: Quotation) -> str:
        """Return the anchor of the sentence in which the words begin, else of their source."""
        passage = quotation.passage
        for own, reference in self._sentences.get(passage.paragraph, ()) if passage else ():
            if passage and own.overlaps(passage) and reference in self.anchors:
                return f"#{reference}"
        return f"#{self.briefing.sources[quotation.source].reference}"
