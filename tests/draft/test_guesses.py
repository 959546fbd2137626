"""The first coding, guess by guess: a rule that goes wrong is seen here before it is seen in a meeting."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_tui.draft.area import AreaGuesser
from briefing_tui.draft.bearing import BearingGuesser
from briefing_tui.draft.day import day_alone, days_in
from briefing_tui.draft.entry import PointDraft, Quote
from briefing_tui.draft.finding import cut
from briefing_tui.draft.phrase import table
from briefing_tui.draft.summary import LONGEST, first_clause
from briefing_tui.draft.tone import guess_tone
from briefing_tui.load.letter import parse_letter
from briefing_tui.model.reference import FORM
from briefing_tui.model.tone import Tone

WRITTEN_ON = date(2022, 2, 4)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("on 21 and 22 September 2022.", (2022, 9, 21), (2022, 9, 22)),
        ("on 26 to 27 April 2022.", (2022, 4, 26), (2022, 4, 27)),
        ("on 31 July and 1 August 2019.", (2019, 7, 31), (2019, 8, 1)),
        ("between 4 May and 6 May 2021", (2021, 5, 4), (2021, 5, 6)),
        ("on the 15th and 16th of May 2018", (2018, 5, 15), (2018, 5, 16)),
        ("on Tuesday 3 and Wednesday 4 March 2020", (2020, 3, 3), (2020, 3, 4)),
        ("on 9, 10 and 11 March 2021.", (2021, 3, 9), (2021, 3, 11)),
        ("on 31 December and 1 January 2020", (2019, 12, 31), (2020, 1, 1)),
        ("on 14–15 Feb 2023", (2023, 2, 14), (2023, 2, 15)),
        ("on 6 March 2019. The last was in May.", (2019, 3, 6), (2019, 3, 6)),
        ("on 24 October 2022 to 25 October 2023.", (2022, 10, 24), (2023, 10, 25)),
        ("on 11 and 12 January.", (2022, 1, 11), (2022, 1, 12)),
        ("on 14 and 15 December.", (2021, 12, 14), (2021, 12, 15)),
    ],
)
def test_the_days_of_a_visit(written: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """Days are read as letters write them; a year left out is the last that fits the letter's date."""
    days = days_in(f"This letter summarises the findings of the focused visit {written}", WRITTEN_ON)
    assert days is not None
    assert (days.first, days.last) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text", ["no day", "on 31 and 32 February 2022", "on 30 February 2022", "in May 2022"]
)
def test_days_that_are_none(text: str) -> None:
    """What is no day of the calendar is not made into one."""
    assert days_in(text, WRITTEN_ON) is None


def test_a_day_by_itself() -> None:
    """A letter's date stands alone on its line, with or without the day of the week and its ending."""
    assert day_alone("Monday, 3rd October 2022") == date(2022, 10, 3)
    assert day_alone("3 October 2022 was a Monday") is None


@pytest.mark.parametrize(
    ("sentence", "tone"),
    [
        ("Assessments are thorough.", Tone.STRENGTH),
        ("Assessments are not thorough.", Tone.CONCERN),
        ("Help is given without delay.", Tone.STRENGTH),
        ("There is delay.", Tone.CONCERN),
        ("Although visits are regular, they are not recorded.", Tone.MIXED),
        ("Visits are regular and unrecorded work is limited.", Tone.CONCERN),
        ("Children wait too long, but the panel is effective.", Tone.MIXED),
        ("A new director was appointed in May.", Tone.CONTEXT),
        ("A panel meets each month.", Tone.STRENGTH),
        ("When progress is too slow, managers act promptly.", Tone.STRENGTH),
        ("However, plans are not clear to those who feel supported.", Tone.CONCERN),
        ("Plans are clear. However, few are followed and drift is common.", Tone.MIXED),
    ],
)
def test_how_a_sentence_reads(sentence: str, tone: Tone) -> None:
    """The longest cue counts, worry outweighs praise, and only a turn between the two makes it mixed."""
    assert guess_tone(sentence).tone is tone


def test_a_tone_carries_its_reason_and_its_hedges() -> None:
    """A guess names the words it rests on, and those that say "less than always"."""
    guess = guess_tone("Most plans are clear, though a few are late.")
    assert (guess.tone, guess.reason) == (Tone.MIXED, "“clear”, but “late”, with “though”")
    assert guess.hedges == ("most", "a few")


def test_an_area_is_carried_along_a_paragraph() -> None:
    """A sentence that names no area belongs to that of the sentence before, and the reason says so."""
    guesser = AreaGuesser("The MASH and the emergency duty team.", "Inspectors looked at the front door.")
    guesses = guesser.guess(["The MASH screens referrals.", "Nobody waits.", "Audits are monthly."])
    assert [guess.areas for guess in guesses] == [("MASH",), ("MASH",), ("QA",)]
    assert guesses[1].reason == "MASH from the sentence before"


def test_a_hub_that_the_letter_does_not_name_is_no_area() -> None:
    """Referrals belong to the hub only in a letter that has one; elsewhere to the front door."""
    (guess,) = AreaGuesser("Referrals are read.", "").guess(["Referrals are read."])
    assert guess.areas == ("FD",)


def test_without_a_word_of_its_own_a_finding_is_about_what_was_visited() -> None:
    """The scope of the visit is the last resort."""
    guesser = AreaGuesser("", "Inspectors looked at arrangements for care leavers.")
    assert guesser.guess(["Nobody waits."])[0].areas == ("CL",)


def test_area_letters_are_references() -> None:
    """Every area of the table has letters that the format takes."""
    assert all(FORM.fullmatch(f"{area['id']}-1") for area in table("areas")["area"])


def points(*texts: str) -> BearingGuesser:
    """Return a guesser for improvement points with those words."""
    return BearingGuesser(PointDraft(f"I-{number}", Quote(text)) for number, text in enumerate(texts, 1))


def bears_on(guesser: BearingGuesser, text: str) -> list[str]:
    """Return what `text` bears on, and how."""
    return [f"{one.point} {one.bearing.value}" for one in guesser.guess(text, guess_tone(text).tone)]


def test_findings_bear_on_the_points_that_speak_of_the_same() -> None:
    """Subject and aspect must both fit: slow assessments are no evidence on how plans are recorded."""
    guesser = points("The timeliness of assessments.", "The recording of supervision.", "Caseloads.")
    assert bears_on(guesser, "Some assessments take too long.") == ["I-1 evidence"]
    assert bears_on(guesser, "Supervision is not recorded.") == ["I-2 evidence"]
    assert bears_on(guesser, "Caseloads are too high, so assessments are late.") == [
        "I-1 evidence",
        "I-3 evidence",
    ]
    assert bears_on(guesser, "Some plans are vague.") == []
    assert bears_on(guesser, "Assessments are prompt.") == ["I-1 counter-evidence"]
    assert bears_on(guesser, "Leaders are aware of high caseloads.") == ["I-3 mitigation"]


def test_what_a_point_names_first_weighs_most() -> None:
    """Caseloads "in the assessment service" are about caseloads: slow assessments there are no evidence."""
    guesser = points("Caseloads in the assessment service.")
    assert bears_on(guesser, "Caseloads are too high.") == ["I-1 evidence"]
    assert bears_on(guesser, "Assessments are too slow.") == []


def test_a_finding_has_three_sentences_at_most() -> None:
    """Sentences that go on from the one before are one finding with it, up to three."""
    letter = parse_letter("Plans are clear. They are short. They are kept. They are shared. Visits are made.")
    found = cut(letter, 0, lambda _said, _sentence: True)
    assert [letter.text(passage) for passage in found] == [
        "Plans are clear. They are short. They are kept.",
        "They are shared.",
        "Visits are made.",
    ]


@pytest.mark.parametrize(
    ("quotation", "summary"),
    [
        ("Plans are clear. They are short.", "Plans are clear. They are short."),
        (
            "Plans are clear to all who work with them. However, those who carry them out are seldom asked.",
            "Plans are clear to all who work with them. …",
        ),
        (
            "Plans are clear and written with families in plain words, which helps all who carry them out.",
            "Plans are clear and written with families in plain words …",
        ),
        (
            "While plans are clear, they are seldom read by those who carry them out, and little is done.",
            "While plans are clear, they are seldom read by those who carry them out …",
        ),
        (
            "Social workers and managers from the ten area teams of the city meet often with schools near.",
            "Social workers and managers from the ten area teams of the city meet often with schools …",
        ),
    ],
)
def test_a_summary_starts_as_the_first_clause(quotation: str, summary: str) -> None:
    """A short sentence stands whole; a long one is cut where a clause ends, one that leads in excepted."""
    assert first_clause(quotation) == summary
    assert len(summary) <= LONGEST
