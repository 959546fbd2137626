"""Setting text in lines: as Textual breaks and colours it, each line as wide as it is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.color import Color
from textual.content import Content
from textual.style import Style
from textual.visual import RenderOptions

from briefing_tui.tui.typesetting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment

GROUND = Style(background=Color(0, 0, 32), foreground=Color(200, 200, 200))
STYLES = {
    "strong": Style(bold=True),
    "slanted": Style(italic=True, underline=True),
    "turned": Style(reverse=True),
    "red": Style(foreground=Color(255, 0, 0)),
    "lit": Style(background=Color(255, 255, 0), foreground=Color(0, 0, 0)),
}
WORDS = ("a", "ab", "é日", "-", "words", "longer-word.", "\n", " ")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join)
MARKED = ("a", "b ", "-", "\n", "日", "e\u0301", "👩\u200d👩\u200d👧", "❤\ufe0f")
MARKED_TEXTS = st.lists(st.sampled_from(MARKED), max_size=20).map("".join)
SPANS = st.lists(
    st.tuples(st.sampled_from(sorted(STYLES)), st.integers(0, 40), st.integers(1, 40)), max_size=4
)

Spans = list[tuple[str, int, int]]
Letters = list[tuple[str, str]]


def looks(name: str | Style) -> Style:
    """Return what a name looks like."""
    return STYLES[name] if isinstance(name, str) else name


def typesetter(text: str, spans: Spans) -> Typesetter:
    """Return what sets `text` with those looks in it."""
    return Typesetter(styled(text, spans), GROUND, looks)


def styled(text: str, spans: Spans) -> Content:
    """Return `text` with those looks in it: each a name, where it starts and for how many letters."""
    content = Content(text)
    for name, start, length in spans:
        content = content.stylize(name, start, start + length)
    return content


@given(TEXTS, SPANS, st.integers(2, 16))
def test_as_textual_sets_it(text: str, spans: Spans, width: int) -> None:
    """Every letter stands on the line on which Textual would have it, and looks the same."""
    theirs = styled(text, spans).render_strips(width, None, GROUND, RenderOptions(looks, {}))
    assert [_letters(line) for line in typesetter(text, spans).lines(width)] == [
        _letters(strip.adjust_cell_length(width, GROUND.rich_style)) for strip in theirs
    ]


@given(MARKED_TEXTS, SPANS, st.integers(1, 30))
@example("aab b 👩\u200d👩\u200d👧👩\u200d👩\u200d👧👩\u200d👩\u200d👧aa", [("lit", 0, 8), ("lit", 19, 4)], 9)
def test_fills_the_width(text: str, spans: Spans, width: int) -> None:
    """The pieces of a line take as many cells as it is given, however wide its letters are, and cut where."""
    for line in typesetter(text, spans).lines(width):
        assert sum(cell_len(piece.text) for piece in line) == width


def test_a_letter_is_lit_whole() -> None:
    """What is searched for may begin or end between a letter and its marks, which are drawn in one cell."""
    (line,) = typesetter("ae\u0301o", [("red", 0, 2), ("strong", 3, 1)]).lines(3)
    assert [piece.text for piece in line] == ["ae\u0301", "o"]
    (line,) = typesetter("👩\u200d👩 o", [("red", 2, 2)]).lines(4)
    assert [piece.text for piece in line] == ["👩\u200d👩 ", "o"]


def test_a_tab_is_a_space() -> None:
    """A tab, which no cell can hold, takes one cell as any space between words does."""
    (line,) = typesetter("one\ttwo", []).lines(9)
    assert "".join(piece.text for piece in line) == "one two  "
    (line,) = typesetter("one\ttwo", [("red", 4, 3)]).lines(9)
    assert [piece.text for piece in line] == ["one ", "two", "  "]


def _letters(line: Iterable[Segment]) -> Letters:
    """Return each letter with how it looks, but not with what Textual keeps of its place."""
    told = []
    for text, ink, _ in line:
        assert ink
        shown = f"{ink.color} {ink.bgcolor} {ink.bold} {ink.italic} {ink.underline} {ink.reverse}"
        told += [(letter, shown) for letter in text]
    return told
