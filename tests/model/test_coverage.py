"""How much of the letter is accounted for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_tui.model.coverage import coverage
from briefing_tui.model.quotation import Passage

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


def missing(briefing: Briefing) -> list[str]:
    """Return the sentences of the letter that nothing in `briefing` accounts for."""
    return [briefing.letter.text(passage) for passage in coverage(briefing).missing]


def test_every_sentence_has_one_fate(either: Briefing) -> None:
    """Quoted, left out and missing together are the letter's sentences, each once."""
    found = coverage(either)
    assert sorted((*found.quoted, *found.left_out, *found.missing)) == sorted(either.letter.sentences)
    assert found.total == len(either.letter.sentences)
    assert found.missing == ()


def test_what_is_left_out_is_accounted_for(invented: Briefing) -> None:
    """A passage left out with a reason is not missing; without it, it is."""
    (left_out,) = coverage(invented).left_out
    assert invented.letter.text(left_out).startswith("We thank the staff")
    assert missing(replace(invented, left_out=())) == [invented.letter.text(left_out)]


def test_each_kind_of_entry_counts(either: Briefing) -> None:
    """Without the context, the headlines, the findings or the points, their sentences are missing."""
    for without in (
        replace(either, context=()),
        replace(either, headlines=()),
        replace(either, findings=()),
        replace(either, points=()),
    ):
        assert missing(without)


def test_claims_and_timeline_do_not_count(hackney: Briefing) -> None:
    """A sentence that only a press claim or the timeline quotes is not accounted for."""
    without = replace(hackney, points=())
    (point,) = hackney.entry("I-3").quotations
    assert any(point in claim.quotations for claim in hackney.claims)
    assert point.text in missing(without)


def test_a_sentence_quoted_in_part_is_missing(invented: Briefing) -> None:
    """One word short of a sentence is not the sentence."""
    letter = invented.letter
    (short,) = letter.find("Children in care live in homes that they call")
    first, *others = invented.headlines
    cut = replace(invented, headlines=(replace(first, quotations=(letter.quote(short),)), *others))
    assert missing(cut) == ["Children in care live in homes that they call “steady”."]


def test_the_same_words_elsewhere_do_not_count(invented: Briefing) -> None:
    """A sentence that stands twice must be quoted at both places."""
    kept = tuple(finding for finding in invented.findings if finding.reference != "CLA-3")
    (place,) = [
        invented.letter.place(passage) for passage in coverage(replace(invented, findings=kept)).missing
    ]
    assert place == "Findings, bullet 2"


@given(data=st.data())
@settings(
    derandomize=True,
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_sentence_is_quoted_when_every_word_of_it_is(invented: Briefing, data: st.DataObject) -> None:
    """Whatever stretches are quoted, in whatever order, a sentence counts when no letter or digit is left."""
    letter = invented.letter
    passages = []
    for _ in range(data.draw(st.integers(0, 12))):
        index = data.draw(st.sampled_from([n for n, one in enumerate(letter.paragraphs) if one.number]))
        length = len(letter.paragraphs[index].text)
        start = data.draw(st.integers(0, length - 1))
        passages.append(Passage(index, start, data.draw(st.integers(start + 1, length))))
    quoting = replace(invented.findings[0], quotations=tuple(letter.quote(one) for one in passages))
    quoted = {(one.paragraph, offset) for one in passages for offset in range(one.start, one.end)}
    found = coverage(replace(invented, context=(), headlines=(), findings=(quoting,), points=(), left_out=()))
    assert found.quoted == tuple(
        one
        for one in letter.sentences
        if all(
            (one.paragraph, one.start + offset) in quoted
            for offset, character in enumerate(letter.text(one))
            if character.isalnum()
        )
    )
