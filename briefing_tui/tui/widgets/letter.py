"""The letter itself: every paragraph, numbered as people cite it, the current quotation lit."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from briefing_tui.model.entry import Finding
from briefing_tui.model.letter import Form
from briefing_tui.model.outline import LETTER
from briefing_tui.model.tone import Tone
from briefing_tui.tui.listing import Listing
from briefing_tui.tui.position import Position
from briefing_tui.tui.row import BLANK, Row, text
from briefing_tui.tui.typesetting import Typesetter
from briefing_tui.tui.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.letter import Paragraph
    from briefing_tui.model.quotation import Passage
    from briefing_tui.tui.row import Lines
    from briefing_tui.tui.typesetting import Line
    from briefing_tui.tui.viewport import LinePlace

BESIDE_NUMBER = 3
"""Cells of the margin besides the paragraph's number: a tone's mark, a bullet, and space."""

NARROWEST_NUMBER = 2
"""Cells."""

_WORST_FIRST = (Tone.CONCERN, Tone.MIXED, Tone.STRENGTH, Tone.CONTEXT)


class _Sentences(Listing):
    """Paragraphs, of which every sentence is a stop."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._paragraphs: list[int | None] = []
        """The paragraph that is each row, by its index; None of a blank line."""
        self.row_of: list[int] = []
        """The row of each paragraph."""
        before = None
        for index, paragraph in enumerate(briefing.letter.paragraphs):
            if before and _apart(before, paragraph):
                self._paragraphs.append(None)
            self.row_of.append(len(self._paragraphs))
            self._paragraphs.append(index)
            before = paragraph
        self.stops = [self.row_of[passage.paragraph] for passage in briefing.letter.sentences]

    def __len__(self) -> int:
        return len(self._paragraphs)

    def __getitem__(self, index: int) -> Row:
        paragraph = self.paragraph(index)
        return BLANK if paragraph is None else _row(self._briefing.letter.paragraphs[paragraph])

    def paragraph(self, row: int) -> int | None:
        """Return the index of the paragraph that is a row; None if it is a blank line."""
        return self._paragraphs[row]

    def leads_to(self, stop: int) -> Position:
        """Return the sentence's own position."""
        paragraph = self._briefing.letter.sentences[stop].paragraph
        section = self._briefing.letter.paragraphs[paragraph].section
        return Position(LETTER, section, self._briefing.sentences[stop].reference)


class _Lines:
    """The lines of a paragraph, each drawn when it is to be seen."""

    def __init__(self, count: int, draw: Callable[[int], Line]) -> None:
        self._drawn: list[Line | None] = [None] * count
        self._draw = draw

    def __len__(self) -> int:
        return len(self._drawn)

    def __getitem__(self, index: int) -> Line:
        line = self._drawn[index]
        if line is None:
            line = self._drawn[index] = self._draw(index)
        return line


class LetterText(Column):
    """The letter as running text. Its stops are sentences, not rows."""

    position: reactive[Position | None] = reactive(None, repaint=False)

    def __init__(self, briefing: Briefing, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._briefing = briefing
        self._listing = _Sentences(briefing)
        highest = max((paragraph.number for paragraph in briefing.letter.paragraphs), default=0)
        self._number = max(NARROWEST_NUMBER, len(str(highest)))
        """Cells for the number of a paragraph."""
        self._quoted: tuple[Passage, ...] = ()
        """What is quoted at the position."""
        self._broken: dict[int, tuple[int, Sequence[tuple[int, int]]]] = {}
        """The width for which a row was broken last, and where in its paragraph each line starts and ends."""
        self._tones_of: dict[int, frozenset[Tone]] = {}

    def on_mount(self) -> None:
        """Lay the paragraphs out; the sentences are the stops."""
        self.show(self._listing)
        self._light(self.position)

    def watch_position(self, position: Position | None) -> None:
        """Light what is quoted there, and bring it into view."""
        self._light(position)

    def choose(self, target: Hashable) -> None:
        """Light what is quoted there. Posts nothing."""
        if isinstance(target, Position):
            self._light(target)

    def take_up(self) -> None:
        """Light the sentence."""
        self.choose(self.chosen)

    def _light(self, position: Position | None) -> None:
        if position is None or position.pane != LETTER or not self._stops:
            return
        entry = self._briefing.entries[position.reference]
        passages = tuple(quotation.passage for quotation in entry.quotations if quotation.passage)
        if not passages:
            return
        self._forget(*self._quoted, *passages)
        self._quoted = passages
        places = " · ".join(quotation.place for quotation in entry.quotations if quotation.passage)
        self.headings = (text(places),)
        sentences = self._briefing.letter.sentences
        stops = self._stops_of(passages[0].paragraph)
        self._choose(next(stop for stop in stops if sentences[stop].overlaps(passages[0])))
        self.refresh()

    @property
    def _margin_width(self) -> int:
        return self._number + BESIDE_NUMBER

    def _forget(self, *passages: Passage) -> None:
        """Draw anew the paragraphs of `passages`."""
        for passage in passages:
            for keyboard in (False, True):
                self._drawn_rows.pop((self._listing.row_of[passage.paragraph], False, keyboard), None)

    def _stops_of(self, paragraph: int) -> range:
        """Return the stops that are the sentences of a paragraph."""
        sentences = self._briefing.letter.sentences
        return range(
            *(bisect_left(sentences, index, key=itemgetter(0)) for index in (paragraph, paragraph + 1))
        )

    # What differs from a column whose stops are rows

    def _is_chosen(self, row: int) -> bool:  # noqa: ARG002 (no row as a whole)
        return False

    def _shows_keyboard(self, row: int) -> bool:
        paragraph = self._listing.paragraph(row)
        return any(passage.paragraph == paragraph for passage in self._quoted)

    def _extent(self, stop: int) -> tuple[LinePlace, LinePlace]:
        passage = self._briefing.letter.sentences[stop]
        return self._line(passage, passage.start), self._line(passage, passage.end - 1)

    def _reveal(self, stop: int) -> None:
        """Bring all that is quoted into view, not only its first sentence."""
        self._viewport.reveal(*self._extent(stop))
        quoted = next(iter(self._quoted), None)
        if quoted and quoted.overlaps(self._briefing.letter.sentences[stop]):
            self._viewport.reveal(self._line(quoted, quoted.start), self._line(quoted, quoted.end - 1))

    def _line(self, passage: Passage, offset: int) -> LinePlace:
        """Return the line on which a character of the passage's paragraph stands."""
        row = self._listing.row_of[passage.paragraph]
        self._drawn(row)
        _, breaks = self._broken[row]
        return row, max(line for line, (start, _) in enumerate(breaks) if start <= offset or line == 0)

    def _stop_under(self, x: int, y: int) -> int | None:
        line = y - 1
        if not 0 <= line < len(self._viewport.seen):
            return None
        row, row_line = self._viewport.seen[line]
        paragraph = self._listing.paragraph(row)
        if row not in self._broken or paragraph is None:
            return None
        offset = self._broken[row][1][row_line][0] + max(0, x - self._margin_width)
        sentences = self._briefing.letter.sentences
        under = (
            stop
            for stop in self._stops_of(paragraph)
            if sentences[stop].start <= offset < sentences[stop].end + 1
        )
        return next(under, None)

    def _draw(self, row: int, width: int) -> Lines:
        paragraph = self._listing.paragraph(row)
        if paragraph is None:
            return super()._draw(row, width)
        printed = self._rows[row]
        body = printed.body
        for passage in self._quoted:
            if passage.paragraph == paragraph:
                body = body.stylize("chosen", passage.start, passage.end)
        typesetter = Typesetter(self._lit(printed._replace(body=body)).body, self.visual_style, self._style)
        body_width = max(1, width - self._margin_width)
        breaks = self._breaks(row, typesetter, body_width)

        def draw(number: int) -> Line:
            margin = Typesetter(self._margin(paragraph, number, breaks), self.visual_style, self._style)
            in_margin = margin.line(0, len(margin.text), width - body_width)
            return in_margin + typesetter.line(*breaks[number], body_width)

        return _Lines(len(breaks), draw)

    def _breaks(self, row: int, typesetter: Typesetter, width: int) -> Sequence[tuple[int, int]]:
        """Return where in its paragraph each line of a row starts and ends."""
        known, breaks = self._broken.get(row, (0, ()))
        if known != width:
            breaks = tuple(typesetter.breaks(width))
            self._broken[row] = width, breaks
        return breaks

    def _tones(self, stop: int) -> frozenset[Tone]:
        """Return the tones of the findings that quote a sentence."""
        if stop not in self._tones_of:
            quoting = self._briefing.quoting(self._briefing.sentences[stop])
            self._tones_of[stop] = frozenset(entry.tone for entry in quoting if isinstance(entry, Finding))
        return self._tones_of[stop]

    def _margin(self, paragraph: int, line: int, breaks: Sequence[tuple[int, int]]) -> Content:
        """Return what stands before a line: the worst tone that begins in it, and the paragraph's number."""
        printed = self._briefing.letter.paragraphs[paragraph]
        end = breaks[line + 1][0] if line + 1 < len(breaks) else len(printed.text) + 1
        first, last = (
            bisect_left(self._briefing.letter.sentences, (paragraph, offset))
            for offset in (breaks[line][0], end)
        )
        tones: set[Tone] = set().union(*map(self._tones, range(first, last)))
        tone = next((tone for tone in _WORST_FIRST if tone in tones), None)
        number = str(printed.number) if printed.number and line == 0 else ""
        bullet = "-" if printed.form is Form.BULLET and line == 0 else " "
        return Content.assemble(
            (tone.mark if tone else " ", tone.value if tone else ""),
            (number.rjust(self._number), "quiet"),
            bullet,
            " ",
        )


def _apart(before: Paragraph, after: Paragraph) -> bool:
    """Say whether a blank line stands between two paragraphs."""
    return before.form is not Form.HEADING and not before.form is after.form is Form.BULLET


def _row(paragraph: Paragraph) -> Row:
    return Row(text(paragraph.text, "section" if paragraph.form in (Form.TITLE, Form.HEADING) else ""))
