"""Where in a letter a quotation stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_tui.load.letter import parse_letter
from briefing_tui.model.quotation import Passage
from briefing_tui.model.verbatim import cuts_a_word, fold

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing

LETTER = parse_letter(
    "# A visit\n\nDear Ann\n\nWork is ineffective. The children’s plans – all of them – are “clear”.\n\n"
    "## Main findings\n\nStaff are kind.\nStaff are co-operative.\n\n- Staff are kind.\n\n"
    "## Main worries\n\nNone were seen.\n\nYours sincerely\n\nStaff are kind.\n"
)


def places(quotation: str) -> list[str]:
    """Return how people cite every passage that is `quotation`."""
    return [LETTER.place(passage) for passage in LETTER.find(quotation)]


@pytest.mark.parametrize(
    "quotation",
    [
        "The children’s plans – all of them – are “clear”.",
        'The children\'s plans - all of them - are "clear".',
        "The children`s plans — all of them ― are „clear‟.",
        'The children\'s\n  plans -\tall of them - are "clear".',
        'The children\'s plans - all of\N{NO-BREAK SPACE}them - are "clear".',
    ],
)
def test_marks_and_white_space_are_made_equal(quotation: str) -> None:
    """Quotation marks, dashes and white space make no difference; what comes back is the letter's."""
    (passage,) = LETTER.find(quotation)
    assert LETTER.text(passage) == "The children’s plans – all of them – are “clear”."


@pytest.mark.parametrize(
    "quotation",
    [
        "the children's plans",
        "The children's plans, all of them",
        "The childrens plans",
        "The children's plans -- all of them",
        "The children's plans -all of them",
        "are 'clear'",
        "Work is ineffective!",
        "Staff are cooperative.",
        "",
        "   ",
    ],
)
def test_nothing_else_is_forgiven(quotation: str) -> None:
    """Another case, a comma, a missing hyphen or space, other marks or no words at all are not found."""
    assert LETTER.find(quotation) == ()


@pytest.mark.parametrize(
    "quotation",
    [
        "effective",
        "Work is in",
        "The children",
        "children",
        "co",
        "operative",
        "Staff are co",
        "s plans",
        "inds",
    ],
)
def test_no_word_is_cut(quotation: str) -> None:
    """A piece of a word is not found, so no quotation can turn a word into its opposite."""
    assert LETTER.find(quotation) == ()


def test_a_piece_of_a_sentence_is_found() -> None:
    """A quotation may leave off the ends of a sentence at whole words, and shows that it does."""
    (passage,) = LETTER.find("all of them")
    assert str(LETTER.quote(passage)) == "“… all of them …”"
    (passage,) = LETTER.find("Work is")
    assert str(LETTER.quote(passage)) == "“Work is …”"


def test_a_quotation_stays_in_its_paragraph() -> None:
    """Words that run on from one paragraph into the next are not found."""
    assert LETTER.find("Staff are co-operative. Staff are kind.") == ()
    assert places("Staff are kind. Staff are co-operative.") == ["Main findings, paragraph 1, sentences 1–2"]


def test_only_the_body_is_quoted() -> None:
    """Title, salutation, headings and signature are not found."""
    for words in ("A visit", "Dear Ann", "Main findings", "Yours sincerely"):
        assert LETTER.find(words) == ()


def test_every_occurrence_is_found_in_order() -> None:
    """Words that stand twice are found twice, cited as people do; the signature is not the body."""
    assert places("Staff are kind.") == ["Main findings, paragraph 1, sentence 1", "Main findings, bullet 2"]


def test_opening_is_cited_without_a_heading() -> None:
    """What stands before the first heading is cited as the opening."""
    assert places("Work is ineffective.") == ["Opening, paragraph 1, sentence 1"]


@pytest.mark.parametrize(
    ("citation", "first_words"),
    [
        ("main findings 2", ["Staff are kind."]),
        ("Main findings, bullet 2", ["Staff are kind."]),
        ("MAIN FINDINGS, PARAGRAPH 1", ["Staff are kind. Staff are co-operative."]),
        ("main f", ["Staff are kind. Staff are co-operative.", "Staff are kind."]),
        ("main 1", ["Staff are kind. Staff are co-operative.", "None were seen."]),
        ("opening 1", ["Work is ineffective. The children’s plans – all of them – are “clear”."]),
        ("main 3", []),
        ("main 0", []),
        ("findings 1", []),
        ("1", []),
        ("", []),
    ],
)
def test_a_citation_names_paragraphs(citation: str, first_words: list[str]) -> None:
    """The beginning of a heading, any case, and perhaps a number name paragraphs of the body; else none."""
    assert [LETTER.text(passage) for passage in LETTER.at(citation)] == first_words


def test_every_place_names_its_own_sentence(either: Briefing) -> None:
    """The place shown for a sentence, typed after `at:`, leads back to that very sentence."""
    letter = either.letter
    for passage in letter.sentences:
        assert letter.at(letter.place(passage)) == (passage,)


def test_every_sentence_is_found_where_it_stands(either: Briefing) -> None:
    """Each sentence of a real letter, quoted whole, is found at its own place."""
    letter = either.letter
    for passage in letter.sentences:
        assert passage in letter.find(letter.text(passage))


def test_each_sentence_is_quoted_as_any_passage_is(either: Briefing) -> None:
    """A sentence is the quotation that its passage would be."""
    letter = either.letter
    assert letter.quoted_sentences == tuple(letter._quote(passage) for passage in letter.sentences)


@given(data=st.data())
@settings(
    derandomize=True,
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_is_found_is_what_reading_through_finds(hackney: Briefing, data: st.DataObject) -> None:
    """Any stretch of a letter is found wherever reading all of it would find it, and nowhere else."""
    letter = hackney.letter
    paragraph = data.draw(st.sampled_from(letter.paragraphs)).text
    start = data.draw(st.integers(0, len(paragraph) - 1))
    wanted = " ".join(paragraph[start : start + data.draw(st.integers(1, 60))].split())
    through = [
        Passage(index, offset, offset + len(wanted))
        for index, one in enumerate(letter.paragraphs)
        for text in [fold(one.text)]
        for offset in range(len(text))
        if one.number
        and wanted
        and text.startswith(fold(wanted), offset)
        and not cuts_a_word(text, offset)
        and not cuts_a_word(text, offset + len(wanted))
    ]
    assert list(letter.find(wanted)) == through
