"""Letters as text: what converters, copying and mail programs do to them."""

from __future__ import annotations

import pytest

from briefing_tui.draft.coding import code_letter
from briefing_tui.draft.doubt import doubts
from briefing_tui.draft.identity import identify
from briefing_tui.draft.letter import LetterText, take_apart
from briefing_tui.draft.part import Part
from briefing_tui.draft.plain import plain_lines
from briefing_tui.load.letter import parse_letter
from briefing_tui.model.letter import Form
from tests.draft.golden import DRAFTS, LETTERS

START = """\
1 June 2023

Dear Ms Roe

Focused visit to Quarrington children's services

This letter summarises the findings of the focused visit to Quarrington children's services on 3 May 2023.

"""
END = "\n\nYours sincerely\n\nA. Inspector\n"


def read(text: str) -> LetterText:
    """Return the letter in `text`."""
    return take_apart(plain_lines(text), "letter.txt")


def body(text: str) -> list[str]:
    """Return the paragraphs and bullets of the findings of a letter in which they read `text`."""
    letter = read(f"{START}Main findings\n\n{text}{END}")
    return [block.text for block, part in letter if part is Part.FINDINGS]


ASHCOMBE = (LETTERS / "ashcombe-2022.txt").read_text(encoding="utf-8")
EXPECTED = (DRAFTS / "ashcombe-2022-letter.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "changed",
    [
        ASHCOMBE.replace("\n", "\r\n"),
        ASHCOMBE.replace("\n", "\r"),
        f"\ufeff{ASHCOMBE}",
        ASHCOMBE.replace(" ", "\u00a0"),
        ASHCOMBE.replace("◼", "\uf06e"),
        ASHCOMBE.replace("◼ ", "- "),
        ASHCOMBE.replace("◼ ", "◼\n\n"),
        ASHCOMBE.replace("ff", "\ufb00").replace("fi", "\ufb01"),
        ASHCOMBE.replace("\n2\n", "\n\f2\n").replace("\n3\n", "\nPage 3 of 3\n"),
        ASHCOMBE.replace("strategy meet-\nings", "strategy meet\u00ad\nings"),
        ASHCOMBE.replace("Main findings", "**Main findings**").replace(
            "Headline findings", "## Headline findings"
        ),
        "\n".join([*ASHCOMBE.split("\n")[10:24], *ASHCOMBE.split("\n")[:10], *ASHCOMBE.split("\n")[24:]]),
    ],
    ids="crlf cr bom nbsp private-use dash alone ligatures pages soft-hyphen markdown furniture".split(),  # noqa: SIM905
)
def test_the_same_letter_in_other_clothes(changed: str) -> None:
    """Line ends, bullets, ligatures, page numbers and the letterhead's place make no difference."""
    assert read(changed).markdown == EXPECTED


def test_paragraphs_without_blank_lines() -> None:
    """Where text has no blank lines, a sentence that ends well before the margin ends its paragraph."""
    wide = "Families are helped by people who know them well and who come when they say that they will"
    text = f"{wide}\nevery week.\n{wide}\nand listen."
    assert body(text) == [f"{wide} every week.", f"{wide} and listen."]


def test_paragraphs_on_a_line_each() -> None:
    """Where lines are too long to have been wrapped, each is a paragraph of its own."""
    long = "Families are helped by people who know them well. " * 4
    assert body(f"{long}\nLeaders agree.\n{long}") == [long.strip(), "Leaders agree.", long.strip()]


def test_an_opening_without_blank_lines() -> None:
    """Salutation, title and the sentence that opens a letter are told apart by their words."""
    squeezed = f"{START}Findings\n\nAll is well.{END}".replace("\n\n", "\n")
    assert [block.text for block in read(squeezed).blocks][:3] == START.strip().split("\n\n")[1:]


def test_a_paragraph_that_begins_with_a_number_is_no_footnote() -> None:
    """Only where its mark stands at a word of the letter is a numbered paragraph a footnote."""
    text = "Many wait,\n\n2 Homes are full.\n\nand some leave."
    assert body(text) == ["Many wait, 2 Homes are full.", "and some leave."]
    assert body(text.replace("wait", "wait2")) == ["Many wait2, and some leave."]


def test_a_running_head_is_dropped() -> None:
    """A line that begins or ends three pages is no text of the letter; once, it is."""
    head = "A letter to Marsham."
    pages = [f"{head}\n\nVisits are regular,", f"{head}\n\nand they are", f"{head}\n\nrecorded."]
    assert body("\n\f".join(["Plans are clear.", *pages])) == [
        "Plans are clear.",
        "Visits are regular, and they are recorded.",
    ]
    assert body("\n\f".join(["Plans are clear.", pages[0]]))[1] == head


def test_a_dash_that_wraps_is_no_bullet() -> None:
    """A line that begins with a dash within a sentence goes on with it."""
    assert body("Leaders\n– new and old – agree.") == ["Leaders – new and old – agree."]


def test_a_paragraph_without_a_stop_goes_on_after_a_gap() -> None:
    """A page end within a sentence is mended, before a capital too; a bullet needs more than that."""
    assert body("They work in the\n\nMASH together.") == ["They work in the MASH together."]
    assert body("- a plan\n\nLeaders agree.") == ["a plan", "Leaders agree."]
    assert body("- a plan that is\n\nshared.") == ["a plan that is shared."]


def test_a_name_in_the_body_is_no_letterhead() -> None:
    """Lines such as "Manchester" or "Ofsted" are dropped only among others of Ofsted's address."""
    assert body("Homes in\nManchester\nare few.") == ["Homes in Manchester are few."]
    assert body("They wrote to\nwww.gov.uk/ofsted\nabout it.") == [
        "They wrote to www.gov.uk/ofsted about it."
    ]


def test_a_number_in_the_body_is_no_page_number() -> None:
    """A number that a line ends with, or that wraps to a line of its own, is kept."""
    assert body("There were visits to\n12\nhomes.") == ["There were visits to 12 homes."]


def test_a_title_above_the_salutation_is_the_letters() -> None:
    """A title that stands above the date opens the letter; what is between them is no part of it."""
    letter = read(
        "# Focused visit to Quarrington children's services\n\n1 June 2023\n\nJo Roe\n\nDear Jo\n\n"
        "This letter summarises the findings of the focused visit to Quarrington children's services "
        f"on 3 May 2023.\n\nFindings\n\nAll is well.{END}"
    )
    assert [block.text for block in letter.blocks][:2] == [
        "Focused visit to Quarrington children's services",
        "Dear Jo",
    ]
    assert [named.name for named in identify(letter).people] == ["Jo Roe"]


def test_doubts_are_told() -> None:
    """A letter with neither summary, list nor signature is drafted all the same, with a doubt for each."""
    letter = read(f"{START}Main findings\n\nAll is well.\n\nHealth\n\nTeeth are seen to.")
    draft = code_letter(letter, parse_letter(letter.markdown))
    assert list(doubts(letter, draft)) == [
        "There is no summary such as “Headline findings”, so there are no headlines.",
        "There is no list of what needs to improve, so there are no improvement points.",
        "There is no “Yours sincerely” at the end: check that the letter is whole.",
        "“Health” was taken for a heading.",
    ]


def test_points_that_lost_their_bullets() -> None:
    """Where a list has lost its bullets, each paragraph under its heading is an item, and that is told."""
    items = "The quality of plans.\n\nThe recording of visits."
    letter = read(
        f"{START}What needs to improve\n\nThe council needs to improve:\n\n{items}\n\n"
        f"Main findings\n\nAll is well.{END}"
    )
    draft = code_letter(letter, parse_letter(letter.markdown))
    assert [one.quote.text for one in draft.improvements] == items.split("\n\n")
    assert any("no bullets" in doubt for doubt in doubts(letter, draft))


def test_headings_in_any_order() -> None:
    """Priority actions after the findings, and points before the summary, are found where they are."""
    letter = read(
        f"{START}Areas for Improvement:\n\nLeaders know this.\n\n- Plans.\n\nOverview.\n\nAll is well.\n\n"
        "FINDINGS\n\nPlans vary.\n\n"
        f"Area for priority action\n\nThe local authority needs to address the delay in visits.{END}"
    )
    draft = code_letter(letter, parse_letter(letter.markdown))
    assert [one.quote.text for one in draft.improvements] == ["Plans."]
    assert [one.quote.text for one in draft.headlines] == ["All is well."]
    assert [one.quote.text for one in draft.findings] == ["Plans vary."]
    assert [one.quote.text for one in draft.priorities] == [
        "The local authority needs to address the delay in visits."
    ]
    assert [block.text for block in letter.blocks if block.form is Form.HEADING] == [
        "Areas for Improvement:",
        "Overview.",
        "FINDINGS",
        "Area for priority action",
    ]
