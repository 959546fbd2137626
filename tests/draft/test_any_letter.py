"""Whatever a letter says and however lines and pages break it, its words come out as they went in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefing_tui.cli.draft import draft
from briefing_tui.draft.letter import take_apart
from briefing_tui.draft.plain import plain_lines
from briefing_tui.draft.source import letter_lines
from briefing_tui.errors import LetterError
from briefing_tui.load.briefing import examine_briefing
from briefing_tui.model.coverage import coverage

if TYPE_CHECKING:
    from collections.abc import Sequence

# Shrinking is off: it takes minutes, and a letter that fails is short enough to read.
RUN = settings(
    max_examples=40, deadline=None, database=None, derandomize=True, phases=[Phase.explicit, Phase.generate]
)

WORDS = """\
children plans assessments are is not well timely delay however MASH A&A 16- 2022 e.g. Dr the of and care
leavers “early help” (PLO) supervision: yes no # - null [x] {y} 'it's' caseloads; drift – * & % @ ` | > \\
"""
"""Words of the field, and whatever YAML or Markdown would take for its own."""

sentences = st.builds(
    lambda words, end: " ".join(["Leaders", *words]) + end,
    st.lists(st.sampled_from(WORDS.split()), min_size=2, max_size=30),
    st.sampled_from([".", "?", ".”", ".)"]),
)
paragraphs = st.lists(sentences, min_size=1, max_size=5).map(" ".join)


@dataclass(frozen=True)
class Made:
    """A letter as it was meant, and as it came out of a machine."""

    meant: str
    came: str


@st.composite
def letters(draw: st.DrawFn) -> Made:
    """Draw a letter, its paragraphs wrapped at some width and cut by page ends."""
    parts = [
        "Dear Ms Roe",
        "Focused visit to Marsham children's services",
        "This letter summarises the findings of a focused visit to Marsham children's services on 3 May 2023",
        "Headline findings",
        *draw(st.lists(paragraphs, min_size=1, max_size=2)),
        "What needs to improve?",
        *(f"• {one}" for one in draw(st.lists(sentences, min_size=1, max_size=3))),
        "Main findings",
        *draw(st.lists(paragraphs, min_size=1, max_size=5)),
        "Ofsted will take the findings into account.",
        "Yours sincerely",
    ]
    width = draw(st.integers(70, 110))
    cuts = draw(st.sets(st.integers(0, 60), max_size=3))
    lines = [line for part in parts for line in (*wrapped(part, width), "")]
    came: list[str] = []
    for number, line in enumerate(lines):
        came += [str(2 + len(came) % 7), "\f" + line] if number in cuts and line else [line]
    return Made("\n\n".join(parts), "1 June 2023\n\n" + "\n".join(came))


def wrapped(text: str, width: int) -> Sequence[str]:
    """Break `text` at spaces; no line begins as a bullet, heading or page number would."""
    lines = [""]
    for word in text.split():
        fits = len(lines[-1]) + len(word) < width
        if not lines[-1] or fits or re.fullmatch(r"[-–*#]|\d+-?|>", word):
            lines[-1] = f"{lines[-1]} {word}".strip()
        else:
            lines.append(word)
    return lines


def squeezed(text: str) -> str:
    """Return `text` without spaces, signs of Markdown and bullets, and hyphens."""
    return re.sub(r"(?m)^(#+|-|•) |\s|-", "", text)


@RUN
@given(letters())
def test_every_word_once_and_in_order(made: Made) -> None:
    """No word is lost, doubled or moved by joining lines and pages."""
    letter = take_apart(plain_lines(made.came), "letter.txt")
    assert squeezed(letter.markdown) == squeezed(made.meant)


@RUN
@given(letters())
def test_every_draft_opens(made: Made) -> None:
    """The loader finds every quotation of a draft, and no sentence is left over."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "letter.txt")
        file.write_text(made.came, encoding="utf-8")
        draft(str(file), Path(folder, "out"), force=False, then_open=False)
        briefing, problems = examine_briefing(Path(folder, "out", "letter.yaml"))
        assert briefing is not None, problems
        assert coverage(briefing).missing == ()


@RUN
@given(
    st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.4\n", b"Dear X\nFocused visit to Y\nFindings\n"])
)
def test_whatever_the_bytes_only_its_own_error(data: bytes, beginning: bytes) -> None:
    """Bytes that are no letter are refused with a LetterError that names the file, and nothing else."""
    try:
        take_apart(letter_lines(beginning + data, "letter.bin"), "letter.bin")
    except LetterError as error:
        assert str(error).startswith("letter.bin: ")  # noqa: PT017 (most examples raise, some need not)
