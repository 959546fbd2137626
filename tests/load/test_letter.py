"""From plain Markdown to a letter."""

from __future__ import annotations

import pytest

from briefing_tui.load.letter import parse_letter, sentences
from briefing_tui.model.letter import Form


def split(text: str) -> list[str]:
    """Return the sentences of one paragraph."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two.", "Three."],
        ["Is this safe?", "It is!", "Good."],
        ["They call it “steady”.", "It is."],
        ["One said: “I am heard.”", "Others agreed."],
        ["One said: 'Why not?'", "'Because,' said another."],
        ["(They agreed.)", "(Most did.)", "“Yes.”", "‘No.’"],
        ["At 17½, they leave.", "16–17 is young."],
        ["14 did.", "9 do."],
        ["They had A&A.", "Others had none."],
        ["It ended in 2022.", "It began in 2021."],
    ],
)
def test_sentences_are_told_apart(parts: list[str]) -> None:
    """Stops, question and exclamation marks end a sentence, with the marks and brackets that close it."""
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Pellow and Mrs. Otten met Prof. Lund at St. Wenna's.",
        "Ms. A. B. Tarn led it.",
        "Checks, e.g. Safe Hearth certificates, i.e. Papers, are kept (cf. Annex A).",
        "It costs 1.5 million pounds.",
        "See example.org for more.",
        "“We were not asked,” said one carer.",
        "Children ask who? and why? and are answered.",
        "no capital and no stop",
        "…",
    ],
)
def test_what_looks_like_an_end_and_is_none(sentence: str) -> None:
    """Titles, initials, abbreviations, decimals and marks within a sentence do not end it."""
    assert split(sentence) == [sentence]


def test_every_character_belongs_to_a_sentence() -> None:
    """Nothing between two sentences is lost but the space."""
    text = "Ms. A. B. Tarn led it. Is it safe? “Yes.” (Dr. Pellow agreed.) It is"
    assert " ".join(split(text)) == text


def test_no_words_no_sentences() -> None:
    """An empty paragraph has no sentence."""
    assert split("") == []


LETTER = """
# A visit

Dear Ann

Before any heading.
On two lines.

## Findings
Straight after its heading.
- First item,
  on two lines.
- Second item.
Still the second.

After the list.

## Findings

Again.

- And again.

Yours faithfully,

B. Tarn
## Annex
Not body any more.
"""


def test_blocks_and_their_numbers() -> None:
    """Headings, bullets and paragraphs are told apart, numbered under their heading, and lines joined.

    Under a heading that comes again the numbers go on: no two paragraphs have the same place.
    """
    found = [(one.form, one.place, one.text) for one in parse_letter(LETTER).paragraphs]
    assert found == [
        (Form.TITLE, "Opening", "A visit"),
        (Form.TEXT, "Opening", "Dear Ann"),
        (Form.TEXT, "Opening, paragraph 1", "Before any heading. On two lines."),
        (Form.HEADING, "Findings", "Findings"),
        (Form.TEXT, "Findings, paragraph 1", "Straight after its heading."),
        (Form.BULLET, "Findings, bullet 2", "First item, on two lines."),
        (Form.BULLET, "Findings, bullet 3", "Second item. Still the second."),
        (Form.TEXT, "Findings, paragraph 4", "After the list."),
        (Form.HEADING, "Findings", "Findings"),
        (Form.TEXT, "Findings, paragraph 5", "Again."),
        (Form.BULLET, "Findings, bullet 6", "And again."),
        (Form.TEXT, "Findings", "Yours faithfully,"),
        (Form.TEXT, "Findings", "B. Tarn"),
        (Form.HEADING, "Annex", "Annex"),
        (Form.TEXT, "Annex", "Not body any more."),
    ]


@pytest.mark.parametrize("again", ["Findings", "FINDINGS", "Opening"])
def test_every_place_is_one_paragraph(again: str) -> None:
    """A place names one paragraph, though a heading comes twice, in other letters, or is called Opening."""
    letter = parse_letter(f"First.\n\n## Findings\n\nSecond.\n\n## {again}\n\nThird.\n")
    for passage in letter.sentences:
        assert letter.at(letter.place(passage)) == (passage,)


def test_only_the_body_is_counted() -> None:
    """Title, headings, salutation and all from the signature on have no sentences to account for."""
    letter = parse_letter(LETTER)
    assert [letter.text(passage) for passage in letter.sentences] == [
        "Before any heading.",
        "On two lines.",
        "Straight after its heading.",
        "First item, on two lines.",
        "Second item.",
        "Still the second.",
        "After the list.",
        "Again.",
        "And again.",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# A visit\n", "## Only a heading\n", "Dear Ann\n"])
def test_a_letter_without_a_body(text: str) -> None:
    """A file with no paragraph of text is a letter without sentences, not a fault here."""
    assert parse_letter(text).sentences == ()


@pytest.mark.parametrize("closing", ["Yours sincerely", "Your sincerely", "YOURS FAITHFULLY,"])
def test_the_signature_ends_the_body(closing: str) -> None:
    """The usual closings, in any case, end the body."""
    assert len(parse_letter(f"One. Two.\n\n{closing}\n\nThree.").sentences) == 2


def test_a_word_like_a_salutation_is_body() -> None:
    """A paragraph that only begins like a salutation stays in the body."""
    assert len(parse_letter("Dearly held plans are kept.").sentences) == 1
    assert len(parse_letter("## Findings\n\nDear reader, plans are kept.").sentences) == 1
