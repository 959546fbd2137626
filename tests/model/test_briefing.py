"""What a briefing answers about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_tui.errors import UnknownReferenceError
from briefing_tui.model.entry import Bearing, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry


def references(entries: Iterable[Entry]) -> list[str]:
    """Return what people call `entries`."""
    return [entry.reference for entry in entries]


def test_an_entry_is_found_as_people_type_it(invented: Briefing) -> None:
    """A reference typed loosely finds its entry."""
    assert invented.entry("fost 02").reference == "FOST-2"
    assert invented.entry("pa1").reference == "PA-1"


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("FOST-9", "There are FOST-1 to FOST-"),
        ("fots1", "Did you mean FOST-1"),
        ("CLA-2", "There are CLA-1 to CLA-3"),
    ],
)
def test_a_near_miss_is_offered(invented: Briefing, typed: str, near: str) -> None:
    """A reference that is not there is named as typed, with the nearest ones."""
    with pytest.raises(UnknownReferenceError) as caught:
        invented.entry(typed)
    message = str(caught.value)
    assert typed in message
    assert near in message


def test_a_place_of_the_letter_is_its_first_sentence(hackney: Briefing) -> None:
    """A paragraph is named as it is cited."""
    sentence = hackney.entry("main 7")
    assert sentence.quotations[0].place == "Main findings, paragraph 7, sentence 1"


def test_nothing_near_offers_nothing(invented: Briefing) -> None:
    """Where nothing is near, no guess is made."""
    with pytest.raises(UnknownReferenceError, match=r"no reference ¿\?\.$"):
        invented.entry("¿?")


def test_every_reference_finds_its_entry(either: Briefing) -> None:
    """Each reference that is shown can be typed, and is one entry's only."""
    for reference, entry in either.entries.items():
        assert either.entry(reference.lower().replace("-", "")) is entry


def test_findings_stand_in_their_home_area(invented: Briefing) -> None:
    """The first area of a finding is its home; the others list it as also about them."""
    assert references(invented.in_area("CLA")) == ["CLA-1", "CLA-3"]
    assert references(invented.also_in_area("CLA")) == ["LC-3", "FOST-1"]
    assert references(invented.also_in_area("LC")) == []


def test_every_finding_has_one_home(either: Briefing) -> None:
    """Over all areas, each finding is at home exactly once."""
    homes = [reference for area in either.areas for reference in references(either.in_area(area.key))]
    assert sorted(homes) == sorted(references(either.findings))


@pytest.mark.parametrize(
    ("point", "bearing", "expected"),
    [
        ("PA-1", Bearing.EVIDENCE, ["H-2"]),
        ("PA-1", Bearing.CAUSE, ["LC-1"]),
        ("PA-1", Bearing.EFFECT, ["LC-3"]),
        ("PA-1", Bearing.MITIGATION, ["LC-2"]),
        ("PA-1", Bearing.COUNTER_EVIDENCE, []),
        ("PA-2", Bearing.EVIDENCE, ["FOST-1"]),
        ("PA-2", Bearing.COUNTER_EVIDENCE, ["FOST-2"]),
    ],
)
def test_what_bears_on_a_point(invented: Briefing, point: str, bearing: Bearing, expected: list[str]) -> None:
    """Headlines and findings bear on a point in the way the file says, and in no other."""
    assert references(invented.bearing_on(point, bearing)) == expected


def test_what_people_ask_first(hackney: Briefing, invented: Briefing) -> None:
    """Grade, areas for priority action and points to improve are answered from the briefing itself."""
    assert [fact.summary for fact in hackney.facts] == [
        "No grade was given.",
        "No area for priority action was set.",
        "3 points to improve were set.",
    ]
    assert [fact.summary for fact in invented.facts] == [
        "A grade was given: see the letter.",
        "2 areas for priority action were set.",
        "No point to improve was set.",
    ]
    assert [fact.see for fact in invented.facts] == [(), ("PA-1", "PA-2"), ()]


def test_what_the_letter_leaves_unsaid_is_marked_as_ours(either: Briefing) -> None:
    """An answer that rests on no words of the letter says so in its note."""
    for fact in either.facts:
        assert bool(fact.note) == fact.summary.startswith("No ")


def test_what_is_shown_is_cut_out_of_the_letter(invented: Briefing) -> None:
    """A quotation shows the letter's own marks, whatever marks the briefing file has."""
    (quotation,) = invented.entry("LC-1").quotations
    assert quotation.text.startswith("Pathway plans are begun late – at 17 rather")
    assert quotation.place == "Findings, bullet 3, sentences 1–2"


def test_a_place_in_the_file_decides_between_two(invented: Briefing) -> None:
    """Of words that stand twice, each entry has those at the place its `at` names."""
    (first,) = invented.entry("H-3").quotations
    (second,) = invented.entry("CLA-3").quotations
    assert (first.place, second.place) == ("Overview, paragraph 2", "Findings, bullet 2")
    assert first.text == second.text


def test_who_quotes_the_same_words(either: Briefing) -> None:
    """Whatever an entry quotes, all others that quote any of it are named once, by its quotations' order."""
    quoted = [
        (quotation.passage, entry)
        for entry in either.entries.values()
        if not isinstance(entry, Sentence)
        for quotation in entry.quotations
        if quotation.passage
    ]
    for entry in either.entries.values():
        mine = [quotation.passage for quotation in entry.quotations if quotation.passage]
        others = [
            other for one in mine for theirs, other in quoted if other is not entry and theirs.overlaps(one)
        ]
        assert references(either.quoting(entry)) == references(dict.fromkeys(others))
