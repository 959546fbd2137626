"""Looking for words while reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from briefing_tui.model.tone import Tone
from briefing_tui.tui.widgets.column import Column
from tests.tui.reader import opened

if TYPE_CHECKING:
    from textual.widget import Widget

    from briefing_tui.model.briefing import Briefing


def lit(widget: Widget) -> list[str]:
    """Return the pieces of text that stand on the ground of a match."""
    assert isinstance(widget, Column)
    ground = widget.look("match").rich_style.bgcolor
    return [
        segment.text
        for strip in widget.render_lines(widget.region.reset_offset)
        for segment in strip
        if segment.style and segment.style.bgcolor == ground
    ]


async def test_found_as_it_is_typed(hackney: Briefing) -> None:
    """Typing goes to the first hit and lights the words where they stand; the hits are counted by pane."""
    async with opened(hackney) as reader:
        await reader.press("slash", *"backlog")
        assert reader.screen.position.reference == "AA-8"
        assert "backlog" in lit(reader.screen.query_one("#detail"))
        assert reader.shows("Findings 1 · Letter 1")


async def test_lit_where_the_reader_is(hackney: Briefing) -> None:
    """What is looked for stands out in the chosen line of the list, too."""
    async with opened(hackney, at="AA-8") as reader:
        await reader.press("slash", *"backlog", "enter")
        entries = reader.screen.query_one("#list")
        assert "backlog" in lit(entries)
        assert reader.screen.position.reference in reader.highlighted(entries)


async def test_hits_that_are_shown_go_first(hackney: Briefing) -> None:
    """While findings are narrowed, a search goes through those that are shown and the letter."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("t", "slash", *"delay", "enter")
        hits = [reader.screen.position]
        while reader.screen.position not in hits[:-1]:
            await reader.press("n")
            hits.append(reader.screen.position)
            assert reader.screen.selection.tone is Tone.CONCERN
        assert {"findings", "letter"} <= {hit.pane for hit in hits}
        passed = [hit.reference for hit in hits]
        await reader.press("N")
        assert reader.screen.position.reference == passed[-2]


async def test_that_all_is_shown_again_is_said_first(hackney: Briefing) -> None:
    """Where nothing that is shown has the words, all is shown, which is said first, also after Enter."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("t", "slash", *'"helps divert young')
        assert "All findings are shown again. “" in reader.lines()[-1]
        await reader.press("enter")
        assert reader.screen.position.reference == "EH-3"
        assert reader.lines()[-1].startswith("All findings are shown again. “")


async def test_next_and_previous_through_the_panes(hackney: Briefing) -> None:
    """Enter keeps the search; n goes through the hits of all panes and round, N back."""
    async with opened(hackney) as reader:
        await reader.press("slash", *"backlog", "enter")
        passed = [reader.screen.position]
        for _ in range(4):
            await reader.press("n")
            passed.append(reader.screen.position)
        assert [position.pane for position in passed] == ["findings", "letter", "press", "press", "findings"]
        await reader.press("N")
        assert reader.screen.position == passed[3]


async def test_going_round_is_said(hackney: Briefing) -> None:
    """Whoever comes to the first hit again, or back past it, is told: they might count it twice."""
    async with opened(hackney) as reader:
        await reader.press("slash", *"backlog", "enter", "n", "n", "n")
        assert not reader.shows("Again from")
        await reader.press("n")
        assert reader.shows("Again from the first: “backlog” 1 of 4")
        await reader.press("N")
        assert reader.shows("Again from the last: “backlog” 4 of 4")


async def test_a_hit_in_our_words_is_said_to_be(hackney: Briefing) -> None:
    """A word that stands only in a summary or a note of ours is not taken for the letter's."""
    async with opened(hackney) as reader:
        await reader.press("slash", *"backlog")
        assert not reader.shows("in our words:")
        await reader.press("escape", "slash", *"recognise both", "enter")
        assert reader.screen.position.reference == "H-8"
        assert reader.shows(", here in our words: ")
        for theirs in ("hackney citizen", "burke", "https"):
            await reader.press("escape", "slash", *theirs, "enter")
            assert reader.shows("1 of")
            assert not reader.shows("in our words: ")


async def test_esc_undoes_the_search(hackney: Briefing) -> None:
    """Esc while typing comes back to where the search began, and nothing is lit any more."""
    async with opened(hackney, at="MASH-3") as reader:
        await reader.press("slash", *"backlog", "escape")
        assert reader.screen.position.reference == "MASH-3"
        assert reader.screen.column == "list"
        assert not lit(reader.screen.query_one("#detail"))
        await reader.press("j")
        assert reader.screen.position.reference == "MASH-4"


async def test_a_miss_offers_the_nearest_word(hackney: Briefing) -> None:
    """What is nowhere is said to be nowhere, with the word that comes nearest; the place is kept."""
    async with opened(hackney, (120, 40), at="MASH-3") as reader:
        await reader.press("slash", *"supervison")
        assert reader.shows("Nothing has “supervison”. There is “supervision”.")
        assert reader.screen.position.reference == "MASH-3"


async def test_the_letters_own_words(hackney: Briefing) -> None:
    """In the letter the words are lit where they stand in the running text."""
    async with opened(hackney) as reader:
        await reader.press("4", "slash", *'"too high', "enter", "n", "n", "n", "n", "n")
        while reader.screen.position.pane != "letter":
            await reader.press("n")
        assert "too high" in " ".join(lit(reader.screen.query_one("#letter")))


async def test_esc_later_forgets_it(hackney: Briefing) -> None:
    """After Enter the words stay lit until Esc in the list."""
    async with opened(hackney) as reader:
        await reader.press("slash", *"backlog", "enter")
        assert lit(reader.screen.query_one("#detail"))
        await reader.press("escape")
        assert not lit(reader.screen.query_one("#detail"))


async def test_no_key_is_lost(hackney: Briefing) -> None:
    """Keys that come in one burst with / or : all go into the line, and none runs as a command."""
    async with opened(hackney) as reader:
        for key in ("slash", "t", "o", "o"):
            reader.app.post_message(events.Key(key, {"slash": "/"}.get(key, key)))
        await reader.press("enter")
        assert reader.screen.looked_for.terms == ("too",)
        assert not reader.screen.selection


async def test_n_before_any_search(hackney: Briefing) -> None:
    """N with nothing looked for says how to begin."""
    async with opened(hackney) as reader:
        await reader.press("n")
        assert reader.shows("Press / to look for words first.")


async def test_a_second_search_typed_ahead(hackney: Briefing) -> None:
    """A search that is opened before the last one has closed has the keyboard, and the words."""
    async with opened(hackney) as reader:
        await reader.press("slash", *"delay")
        for _ in range(3):
            await reader.burst("enter", "slash")
        await reader.press("escape", "escape", "j")
        assert reader.app.is_running
        assert not reader.screen.query("SearchLine")


async def test_giving_up_a_second_search(hackney: Briefing) -> None:
    """Esc from a second search leaves the first as it was: its words, and what only it shows."""
    async with opened(hackney) as reader:
        await reader.press("slash", *"delay", "enter", "ampersand", "slash", *"qqq", "escape")
        assert reader.screen.looked_for.terms == ("delay",)
        assert reader.screen.selection.words == "delay"
        await reader.press("n")
        assert not reader.shows("Press / to look")
