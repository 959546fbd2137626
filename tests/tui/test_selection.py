"""Narrowing what is shown, always said in words, and never losing one's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone
from briefing_tui.tui.widgets.letter import LetterText
from tests.tui.reader import opened

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from tests.tui.reader import Reader


def listed(reader: Reader) -> list[str]:
    """Return the lines of the list, the heading first."""
    return reader.lines(reader.screen.query_one("#list"))


def notice(reader: Reader) -> str:
    """Return what the top line says about what is left out, from its right end."""
    return reader.lines()[0].strip().split("  ")[-1].strip()


async def test_concerns_only(hackney: Briefing) -> None:
    """T leaves the concerns, says so above them, and goes on to strengths and to all."""
    async with opened(hackney, (80, 60)) as reader:
        await reader.press("2", "t")
        assert notice(reader) == "Only concerns · 5 of 49 findings · x shows all"
        marks = {
            line.lstrip()[0] for line in listed(reader)[1:] if line.strip() and line.lstrip()[0] in "▲▼◆·"
        }
        assert marks == {"▼"}
        await reader.press("t")
        assert notice(reader).startswith("Only mixed · ")
        await reader.press("t")
        assert notice(reader).startswith("Only strengths · ")
        await reader.press("t")
        assert not notice(reader).startswith("Only")


async def test_they_combine(hackney: Briefing) -> None:
    """Tone, area and improvement point narrow together; x shows all again."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("t", "p", "a")
        assert reader.screen.selection == Selection(Tone.CONCERN, "AA", "I-1")
        assert notice(reader) == "Only concerns · AA · I-1 · 3 of 14 findings · x shows all"
        await reader.press("4")
        assert notice(reader).startswith("Only concerns"), "in every pane"
        await reader.press("x")
        assert reader.screen.selection == Selection()


async def test_the_place_is_kept(hackney: Briefing) -> None:
    """An entry that is still shown stays chosen; one that is not gives way to the next that is."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("t")
        assert reader.screen.position.reference == "AA-5"
        await reader.press("t")
        assert reader.screen.position.reference == "AA-9"


async def test_contents_count_what_is_left(hackney: Briefing) -> None:
    """While narrowed, the contents say how many findings of each area are left."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("t")
        contents = " ".join(line.strip() for line in reader.lines(reader.screen.query_one("#contents")))
        assert "assessment · 4" in contents


async def test_only_this_area(hackney: Briefing) -> None:
    """A leaves the one area that the reader is in, with what else concerns it; again, all."""
    async with opened(hackney, at="PLAN-2") as reader:
        await reader.press("a")
        assert "OOH-1" not in " ".join(listed(reader))
        assert reader.screen.selection.area == "PLAN"
        contents = " ".join(reader.lines(reader.screen.query_one("#contents")))
        assert "PLAN" in contents
        assert "OOH" not in contents
        await reader.press("a")
        assert "OOH" in " ".join(reader.lines(reader.screen.query_one("#contents")))


async def test_nothing_left_is_passed_over(hackney: Briefing) -> None:
    """A choice that would leave nothing is passed over: out of hours has no concerns."""
    async with opened(hackney, at="OOH-2") as reader:
        await reader.press("a", "t")
        assert reader.screen.selection.tone is Tone.STRENGTH


async def test_a_link_leads_out(hackney: Briefing) -> None:
    """Going to a finding that is left out shows all again and says so; Backspace narrows again."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("t", "colon", *"ooh1", "enter")
        assert reader.screen.position.reference == "OOH-1"
        assert reader.screen.selection == Selection()
        assert reader.shows("All findings are shown again")
        await reader.press("backspace")
        assert reader.screen.position.reference == "AA-5"
        assert reader.screen.selection.tone is Tone.CONCERN


async def test_contents_count_only_what_can_be_left_out(hackney: Briefing) -> None:
    """A tone leaves out nothing of the letter or the press, so there is no count beside them."""
    async with opened(hackney) as reader:
        await reader.press("t")
        contents = [line.strip() for line in reader.lines(reader.screen.query_one("#contents"))]
        assert "▸ 5 Press" in contents


async def test_only_what_matches(hackney: Briefing) -> None:
    """& keeps only what has the words that were looked for, in every list, and says so; again, all."""
    async with opened(hackney, (80, 60)) as reader:
        await reader.press("ampersand")
        assert reader.shows("Press / to look for words first.")
        await reader.press("slash", *"caseload", "enter", "ampersand", "2")
        assert notice(reader) == "Only “caseload” · 1 of 49 findings · x shows all"
        shown = [line.split()[1] for line in listed(reader)[1:] if line.strip() and line[0] in "▲▼◆"]
        assert shown == ["AA-7", "AA-7"], "at home, and in the area that it also concerns"
        await reader.press("4")
        assert len(reader.screen.query_one("#letter", LetterText)._rows) > 20, "the letter stays whole"
        await reader.press("ampersand", "2")
        assert not notice(reader).startswith("Only")


async def test_a_pane_without_matches(hackney: Briefing) -> None:
    """A pane in which nothing matches stays in the contents with 0, and its key says that it is empty."""
    async with opened(hackney, (80, 60)) as reader:
        await reader.press("slash", *"cyber attack", "enter", "ampersand", "3")
        assert reader.shows("Improvements has nothing")
        assert reader.shows("3 Improvements · 0")
        for key in ("1", "2", "5", "6", "g", "G", "]", "[", "h", "j", "j", "j", "enter"):
            await reader.press(key)
        assert reader.app.is_running


async def test_escape_ends_only_matches(hackney: Briefing) -> None:
    """Esc forgets the words, and shows all again with them."""
    async with opened(hackney) as reader:
        await reader.press("slash", *"caseload", "enter", "ampersand", "escape")
        assert reader.screen.selection == Selection()
        assert not reader.screen.looked_for.terms


async def test_the_answer_none_is_said(hackney: Briefing) -> None:
    """Where an area has none of what is asked for, that is said: it is an answer."""
    async with opened(hackney, at="MASH-1") as reader:
        await reader.press("t")
        assert reader.shows("No concerns in MASH")
        await reader.press("x", "2", "g", "a", "t")
        assert reader.shows("No concerns · MASH.")


async def test_the_point_one_is_at(hackney: Briefing) -> None:
    """At an improvement point, p selects that very point; again, all."""
    async with opened(hackney, at="I-3") as reader:
        await reader.press("p")
        assert reader.screen.selection.point == "I-3"
        await reader.press("p")
        assert not reader.screen.selection


async def test_a_finding_in_two_areas_counts_once(hackney: Briefing) -> None:
    """A folded pane has as many findings as there are, however many lists they stand in."""
    async with opened(hackney, (120, 40)) as reader:
        await reader.press("t")
        assert reader.shows("2 Findings · 5")
