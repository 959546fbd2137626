"""Letters as PDF: what only the printed page tells."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from briefing_tui.draft.letter import take_apart
from briefing_tui.draft.part import part_of_heading
from briefing_tui.draft.pdf import _lines, _Run
from briefing_tui.draft.source import letter_lines
from briefing_tui.model.letter import Form
from tests.draft.golden import DRAFTS, LETTERS
from tests.draft.pages import Printed, pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.draft.letter import LetterText

LEFT, TOP, STEP, GAP = 71.8, 740.0, 14.5, 12.0
HANG = 17.5
"""How far a bullet's text stands to the right of its sign."""

OPENING = [
    "Dear Ms Roe",
    "Focused visit to Marsham children's services",
    "This letter summarises the findings of a focused visit to Marsham children's services on 3 May 2023.",
    "This visit was carried out in line with the framework that is used for visits of this kind, on site.",
]


def read(*pages: list[Printed]) -> LetterText:
    """Return the letter on those pages."""
    return take_apart(letter_lines(pdf(*pages), "letter.pdf"), "letter.pdf")


def column(*paragraphs: str, top: float = TOP) -> list[Printed]:
    """Print paragraphs one below the other, headings in bold, each a line or several joined by line feeds."""
    printed, base = [], top
    for paragraph in paragraphs:
        hanging = False
        for line in paragraph.split("\n"):
            bold = part_of_heading(line) is not None or line.startswith("Focused visit to")
            printed.append(Printed(line, LEFT + HANG * hanging, base, bold=bold))
            hanging = hanging or line.startswith("• ")
            base -= STEP
        base -= GAP
    return printed


def texts(letter: LetterText, form: Form) -> list[str]:
    """Return the texts of the blocks of that form."""
    return [block.text for block in letter.blocks if block.form is form]


def pages_of(text: str) -> Iterator[list[Printed]]:
    """Print a letter of plain text; a line that holds a number ends a page, and is printed on the next."""
    page, base, numbers = list[Printed](), TOP, count(2)
    for line in text.replace("◼", "•").split("\n"):
        if line.isdigit():
            yield page
            page, base = [Printed(str(next(numbers)), 518, 59)], TOP
        elif line:
            page += [replace(one, base=base) for one in column(line)]
        base -= STEP if line else GAP
    yield page


def test_a_letter_printed_is_the_letter_written() -> None:
    """A letter gives the same text as PDF and as plain text: title, headings, bullets, joins and all."""
    name = "ashcombe-2022"
    printed = read(*pages_of((LETTERS / f"{name}.txt").read_text(encoding="utf-8")))
    assert printed.markdown == (DRAFTS / f"{name}-letter.md").read_text(encoding="utf-8")


def test_a_letterhead_in_two_columns_after_the_text_is_dropped() -> None:
    """Ofsted's address, which the page holds last and prints first, beside its telephone, is no text."""
    head = ["Ofsted", "Piccadilly Gate", "Store Street", "Manchester", "M1 2WD"]
    beside = ["T 0300 123 1231", "Textphone 0161 618", "8524", "enquiries@ofsted.gov.uk"]
    page = column(*OPENING, "Main findings", "Manchester families are helped early.")
    page += [Printed(text, LEFT, 800 - 11 * row, size=9) for row, text in enumerate(head)]
    page += [Printed(text, 169, 800 - 11 * row, size=9) for row, text in enumerate(beside)]
    assert read(page).markdown.endswith("## Main findings\n\nManchester families are helped early.\n")


def test_a_bullet_goes_on_over_the_page_by_its_indent() -> None:
    """What stands under a bullet's text on the next page is the bullet's, even after a full stop."""
    first = column(*OPENING, "Findings", "• Plans are made early.\nThey are kept short.")
    second = column("• They are shared.\nParents like them.")
    second[0] = replace(second[0], text="However, some are late.", left=LEFT + HANG)
    second[1] = replace(second[1], left=LEFT + HANG)
    letter = read(first, second)
    assert texts(letter, Form.BULLET) == [
        "Plans are made early. They are kept short. However, some are late. Parents like them."
    ]


def test_a_paragraph_after_a_bullet_at_a_page_end_stands_alone() -> None:
    """What stands at the left edge on the next page is no part of a bullet that had ended."""
    first = column(*OPENING, "Findings", "• Plans are made early.\nThey are kept short.")
    one_line = column(*OPENING, "Findings", "• Plans are made early.")
    for page, bullet in (
        (first, "Plans are made early. They are kept short."),
        (one_line, "Plans are made early."),
    ):
        letter = read(page, column("Leaders know this."))
        assert texts(letter, Form.BULLET) == [bullet]
        assert texts(letter, Form.TEXT)[-1] == "Leaders know this."


def test_the_mark_of_a_footnote_stays_at_its_word() -> None:
    """A small raised figure is on the printed line of the word before it, and the heading is known."""
    page = column(
        *OPENING, "What needs to improve", "• The quality of plans.", "Main findings", "Plans vary."
    )
    heading = page[len(OPENING)]
    page.insert(len(OPENING) + 1, Printed("1", LEFT + 133.5, heading.base + 4, size=8, bold=True))
    page += [Printed("1 A note on the list above, in small print.", LEFT, 90, size=9)]
    letter = read(page)
    assert texts(letter, Form.HEADING) == ["What needs to improve1", "Main findings"]
    assert [block.text for block in letter.blocks if block.footnote] == [
        "1 A note on the list above, in small print."
    ]


def test_a_raised_figure_that_the_reader_of_pdf_takes_for_a_line() -> None:
    """Where a footnote's mark comes as a line by itself, it goes back to its word; the next line does not."""
    heading = _Run("What needs to improve?", 2, 71, 427.6, 735.6, 735.6, 12, bold=True)
    mark = _Run("1", 2, 428.1, 432.8, 739.5, 739.5, 8, bold=True)
    below = [_Run("Plans.", 2, 71, 110, base, base, 12, bold=False) for base in (712.0, 697.5, 683.0)]
    assert [line.text for line in _lines([heading, mark, *below])][:2] == [
        "What needs to improve?1",
        "Plans.",
    ]


def test_hyphens_at_line_ends() -> None:
    """A hyphen stays if the letter spells the word so, goes if it spells it without, and is no dash."""
    paragraph = (
        "Multi-agency work with children is good. Multi-\nagency meetings help chil-\ndren in the short-\n"
        "and medium-term, face-to-\nface."
    )
    letter = read(column(*OPENING, "Main findings", paragraph))
    assert texts(letter, Form.TEXT)[-1] == (
        "Multi-agency work with children is good. Multi-agency meetings help children in the short- "
        "and medium-term, face-to-face."
    )


def test_a_heading_that_nobody_knows_is_told_by_its_type() -> None:
    """A short line in bold type within the findings is a heading; the same in plain type is not."""
    page = column(*OPENING, "Main findings", "Visits are regular.", "Health", "Teeth are seen to.")
    bold = [replace(line, bold=True) if line.text == "Health" else line for line in page]
    assert texts(read(bold), Form.HEADING) == ["Main findings", "Health"]
    assert texts(read(page), Form.HEADING) == ["Main findings"]
