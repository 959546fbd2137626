"""Following what leads elsewhere, and coming back to exactly where one was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_tui.model.tone import Tone
from briefing_tui.model.verbatim import fold_space
from tests.tui.reader import opened

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from tests.tui.reader import Reader

SIZES = [(80, 24), (120, 40)]


def state(reader: Reader) -> tuple[object, ...]:
    """Return everything that coming back must restore."""
    screen = reader.screen
    return screen.position, screen.column, *(screen._widget(name).top for name in ("list", "detail"))


async def test_a_link_is_followed_and_left(hackney: Briefing) -> None:
    """Enter on a related entry goes to where it is at home; Backspace comes back, at any depth."""
    async with opened(hackney, at="AA-5") as reader:
        trail = [state(reader)]
        await reader.press("enter")
        for _ in range(4):
            trail.append(state(reader))
            before = reader.screen.position
            await reader.press("G", "enter")
            assert reader.screen.position != before
        for was in reversed(trail):
            await reader.press("backspace")
            assert reader.screen.position == was[0]
            assert reader.screen.column == was[1]


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_the_source_of_everything(either: Briefing, size: tuple[int, int]) -> None:
    """From every entry with words of the letter, s lights exactly those and comes back to the place."""
    async with opened(either, size) as reader:
        for pane in ("1", "2", "3", "5"):
            await reader.press(pane, "g")
            before = None
            while reader.screen.position != before:
                before = reader.screen.position
                was = state(reader)
                entry = either.entries[before.reference]
                quoted = [one.text for one in entry.quotations if one.passage]
                if quoted:
                    await reader.burst("s")
                    assert reader.screen.position.pane == "letter"
                    lit = reader.highlighted(reader.screen.query_one("#letter"))
                    assert lit.startswith(fold_space(quoted[0])), entry.reference
                    if len(quoted) == 1:
                        assert lit == fold_space(quoted[0]), entry.reference
                    await reader.burst("s")
                    await reader.pilot.pause()
                    assert state(reader) == was, entry.reference
                await reader.burst("j")


async def test_what_is_ours_has_no_source(hackney: Briefing) -> None:
    """S on a line that is ours says so and stays."""
    async with opened(hackney, at="V-1") as reader:
        before = state(reader)
        await reader.press("s")
        assert state(reader) == before


async def test_from_an_acronym_to_the_glossary(hackney: Briefing) -> None:
    """Enter on a short form that is spelled out leads to the glossary, which says where it is used."""
    async with opened(hackney, (120, 40), at="OOH-3") as reader:
        await reader.press("2", "g", "enter", "j", "enter")
        assert reader.screen.position.section == "glossary"
        detail = " ".join(reader.lines(reader.screen.query_one("#detail")))
        assert "Used in" in detail
        await reader.press("backspace")
        assert reader.screen.position.reference == "MASH-1"


async def test_from_a_sentence_to_what_rests_on_it(hackney: Briefing) -> None:
    """In the letter, Enter on a sentence lists the entries that rest on it, and Enter follows one."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("s", "k", "j")
        sentence = reader.screen.position.reference
        assert sentence.startswith("L-")
        await reader.press("enter")
        detail = reader.lines(reader.screen.query_one("#detail"))
        assert any("AA-5" in line for line in detail)
        await reader.press("j", "enter")
        assert reader.screen.position.pane != "letter"


async def test_from_a_sentence_gone_on_to(hackney: Briefing) -> None:
    """S leads from another sentence of the letter to what quotes that, and Backspace to the sentence."""
    async with opened(hackney, at="AA-5") as reader:
        was = state(reader)
        await reader.press("s")
        assert reader.shows("s return")
        await reader.press("k", "j")
        assert reader.screen.position.reference.startswith("L-")
        await reader.press("s")
        assert state(reader) == was
        await reader.press("s", "j")
        sentence = reader.screen.position
        assert reader.shows("s entry")
        await reader.press("s")
        quoting = hackney.quoting(hackney.entries[sentence.reference])
        assert hackney.entries[reader.screen.position.reference] == quoting[0]
        await reader.press("backspace")
        assert reader.screen.position == sentence


async def test_from_the_letter_pane_to_the_entry_that_is_lit(hackney: Briefing) -> None:
    """S leads out of the letter, also where one has come to the same words twice."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("s", "4", "s")
        assert (reader.screen.position.pane, reader.screen.position.reference) == ("findings", "AA-5")


async def test_what_is_shown_goes_first(hackney: Briefing) -> None:
    """Where several findings quote a sentence, s leads to one that is shown."""
    concern = next(one for one in hackney.findings if one.reference == "AA-5")
    twin = replace(concern, reference="AA-99", tone=Tone.STRENGTH)
    both = replace(hackney, findings=(*hackney.findings, twin))
    sentence = next(one for one in both.sentences if concern in both.quoting(one))
    async with opened(both, at=sentence.reference) as reader:
        await reader.press("t", "t", "t", "s")
        assert reader.screen.position.reference == "AA-99"
        assert reader.screen.selection.tone is Tone.STRENGTH


async def test_from_a_sentence_that_nothing_quotes(invented: Briefing) -> None:
    """S on a sentence of the letter that no entry quotes says so and stays."""
    left = next(one for one in invented.sentences if not invented.quoting(one))
    async with opened(invented, at=left.reference) as reader:
        before = state(reader)
        await reader.press("s")
        assert state(reader) == before
        assert reader.shows("Nothing in the briefing quotes this sentence.")
        await reader.press("f12")
        assert not any(told in reader.lines()[-1] for told in ("s entry", "s return"))


async def test_what_is_related_shows_its_tone(hackney: Briefing) -> None:
    """Findings named beside a point have their signs, as in every other list of them."""
    async with opened(hackney, (120, 40), at="I-1") as reader:
        detail = reader.lines(reader.screen.query_one("#detail"))
        assert any(line.startswith("▼ AA-7") for line in detail)
