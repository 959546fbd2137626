"""Setting text in lines: as Textual breaks and colours it, each line as wide as it is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
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
    "red": Style(foreground=Color(255, 0, 0)),
    "lit": Style(background=Color(255, 255, 0), foreground=Color(0, 0, 0)),
}
WORDS = ("a", "ab", "é日", "-", "words", "longer-word.", "\n", " ")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join)
MARKED_TEXTS = st.text(st.sampled_from("ab -\n日e\u0301"), max_size=40)
SPANS = st.lists(
    st.tuples(st.sampled_from(sorted(STYLES)), st.integers(0, 40), st.integers(1, 40)), max_size=4
)

Letters = list[tuple[str, str]]


def looks(name: str | Style) -> Style:
    """Return what a name looks like."""
    return STYLES[name] if isinstance(name, str) else name


@given(TEXTS, SPANS, st.integers(2, 16))
def test_as_textual_sets_it(text: str, spans: list[tuple[str, int, int]], width: int) -> None:
    """Every letter stands on the line on which Textual would have it, and looks the same."""
    content = Content(text)
    for name, start, length in spans:
        content = content.stylize(name, start, start + length)
    typesetter = Typesetter(content, GROUND, looks)
    ours = [typesetter.line(start, end, width) for start, end in typesetter.breaks(width)]
    theirs = content.render_strips(width, None, GROUND, RenderOptions(looks, {}))
    assert [_letters(line) for line in ours] == [
        _letters(strip.adjust_cell_length(width, GROUND.rich_style)) for strip in theirs
    ]


@given(MARKED_TEXTS, st.integers(1, 30))
def test_fills_the_width(text: str, width: int) -> None:
    """A line takes as many cells as it is given, however wide its letters are."""
    typesetter = Typesetter(Content(text), GROUND, looks)
    for start, end in typesetter.breaks(width):
        assert cell_len("".join(piece.text for piece in typesetter.line(start, end, width))) == width


def test_a_tab_is_a_space() -> None:
    """A tab, which no cell can hold, takes one cell as any space between words does."""
    line = Typesetter(Content("one\ttwo"), GROUND, looks).line(0, 7, 9)
    assert "".join(piece.text for piece in line) == "one two  "


def _letters(line: Iterable[Segment]) -> Letters:
    """Return each letter with its colours and whether it is bold."""
    told = []
    for text, ink, _ in line:
        assert ink
        told += [(letter, f"{ink.color} {ink.bgcolor} {ink.bold}") for letter in text]
    return told
