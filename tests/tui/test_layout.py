"""What is where, at the sizes that people have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_tui.tui.commands import COLUMN_COMMANDS, SCREEN_COMMANDS
from briefing_tui.tui.widgets.column import Column
from briefing_tui.tui.widgets.rows import MEASURE
from tests.tui.reader import opened

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
from tests.tui.reader import Reader

SIZES = [(80, 24), (100, 30), (120, 40), (200, 50), (60, 20), (40, 12)]


def shown(reader: Reader) -> set[str]:
    """Return which columns have room."""
    names = {"contents": "#contents", "list": "#list", "detail": "#detail", "letter": "#letter"}
    return {name for name, query in names.items() if reader.screen.query_one(query).region.area}


def expected_screen(request: pytest.FixtureRequest, name: str, found: str) -> str:
    """Return the committed screen of that name; with --write-screens, what was found becomes it."""
    file = request.path.parent / "screens" / f"{name}.txt"
    if request.config.getoption("--write-screens"):
        file.write_text(found, encoding="utf-8")
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("size", "at_list", "at_detail", "at_contents"),
    [
        ((120, 40), "contents list detail", "contents list detail", "contents list detail"),
        ((80, 24), "contents list detail", "contents detail", "contents list detail"),
        ((80, 12), "contents list", "contents detail", "contents list"),
        ((60, 20), "list detail", "detail", "contents"),
        ((40, 12), "list", "detail", "contents"),
    ],
)
async def test_columns_by_room(
    hackney: Briefing, size: tuple[int, int], at_list: str, at_detail: str, at_contents: str
) -> None:
    """The columns that have room are shown, and always the one that has the keyboard."""
    async with opened(hackney, size) as reader:
        await reader.press("2")
        assert shown(reader) == set(at_list.split())
        await reader.press("l")
        assert shown(reader) == set(at_detail.split())
        await reader.press("h", "h")
        assert shown(reader) == set(at_contents.split())


async def test_the_letter_and_the_finding_side_by_side(hackney: Briefing) -> None:
    """On a wide screen the letter and what rests on the lit sentence stand together and follow each other."""
    async with opened(hackney, (120, 40), at="AA-5") as reader:
        await reader.press("s")
        assert shown(reader) == {"contents", "letter", "detail"}
        assert "AA-5" in reader.lines(reader.screen.query_one("#detail"))[0]
        await reader.press("j")
        assert any("AA-6" in line for line in reader.lines(reader.screen.query_one("#detail")))


async def test_a_claim_beside_the_letters_words(hackney: Briefing) -> None:
    """At 80×24 every claim is in view together with the words of the letter that it is held against."""
    async with opened(hackney) as reader:
        await reader.press("5")
        for claim in hackney.claims:
            assert reader.screen.position.reference == claim.reference
            await reader.press("enter")
            seen = " ".join(line.strip(" ▎┆│┃") for line in reader.lines(reader.screen.query_one("#detail")))
            assert (claim.said.text if claim.said else claim.summary) in seen
            words = claim.quotations[0].text if claim.quotations else "Nothing."
            assert words in seen, claim.reference
            await reader.press("escape", "j")


@pytest.mark.parametrize(
    "size", [(80, 24), (120, 40), (60, 20), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}"
)
@pytest.mark.parametrize("pane", [1, 2, 3, 4, 5, 6])
async def test_screens(
    hackney: Briefing, size: tuple[int, int], pane: int, request: pytest.FixtureRequest
) -> None:
    """Each pane looks as it did when a person last looked at it and committed it."""
    async with opened(hackney, size) as reader:
        await reader.press(str(pane))
        lines = reader.lines()
    assert [len(line) for line in lines] == [size[0]] * size[1]
    text = "".join(f"{line.rstrip()}\n" for line in lines)
    assert text == expected_screen(request, f"pane-{pane}-{size[0]}x{size[1]}", text)


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_cut_without_a_mark(hackney: Briefing, size: tuple[int, int]) -> None:
    """A heading that does not fit ends in an ellipsis; the footer shows whole keys only."""
    async with opened(hackney, size) as reader:
        await reader.press("2", "right_square_bracket", "right_square_bracket", "j", "j", "j", "j", "l")
        heading = reader.lines(reader.screen.query_one("#detail"))[0].rstrip()
        full = "AA-5  ▼ concern  Access and assessment, Workforce"
        short = full.replace("Workforce", "WF")
        room = reader.screen.query_one("#detail").size.width
        assert heading == full or len(full) > room
        assert heading in (full, short) or (heading.endswith("…") and short.startswith(heading[:-1].rstrip()))
        footer = reader.lines()[-1].split("  ")
        commands = [command for command in (*COLUMN_COMMANDS, *SCREEN_COMMANDS) if command.footer]
        known = {f"{command.shown[0]} {command.footer}" for command in commands}
        assert {part.strip() for part in footer} <= {*known, "← list", "s return", ""}
        assert {"? help", "q quit"} <= {part.strip() for part in footer}


async def test_resizing_keeps_the_place(hackney: Briefing) -> None:
    """A smaller and a larger terminal show the same entry, in view."""
    async with opened(hackney, (120, 40), at="OOH-2") as reader:
        for size in ((40, 12), (200, 50), (80, 24)):
            await reader.pilot.resize_terminal(*size)
            await reader.press("f12")
            assert reader.screen.position.reference == "OOH-2"
            assert "OOH-2" in reader.highlighted(reader.screen.query_one("#list"))


async def test_the_chosen_ground_reaches_the_bar(hackney: Briefing) -> None:
    """In a column wider than a line of text may be, what is chosen is on its ground up to the bar."""
    async with opened(hackney, size=(300, 24), at="AA-5") as reader:
        entries = reader.screen.query_one("#list", Column)
        assert entries.size.width > MEASURE + 1
        ground = entries.look("chosen").rich_style.bgcolor
        assert ground
        line = reader.cells()[entries.region.y + 1][entries.region.x :][: entries.size.width]
        lit = [look.endswith(f"on {ground.name}") for _, look in line]
        assert lit == [True] * (entries.size.width - 1) + [False]


async def test_a_heading_is_whole_before_it_is_counted(hackney: Briefing) -> None:
    """Where there is no room for an area's name and the count of its findings, the name stays."""
    async with opened(hackney, size=(120, 40), at="AA-5") as reader:
        heading = reader.lines(reader.screen.query_one("#list"))[0].split("  ")
        assert (heading[0], heading[-1].strip()) == ("Access and assessment", "in our words")
        await reader.press("right_square_bracket")
        assert "1 of 3 · in our words" in reader.lines(reader.screen.query_one("#list"))[0]


async def test_the_footer_says_what_the_keys_do_here(hackney: Briefing) -> None:
    """`←` leads to the contents only from the list, and `s` to the letter only from elsewhere."""
    async with opened(hackney, size=(120, 40), at="AA-4") as reader:
        await reader.press("j")
        assert "← contents" in reader.lines()[-1]
        await reader.press("right")
        assert "← list" in reader.lines()[-1]
        await reader.press("left", "left")
        assert "←" not in reader.lines()[-1]
        await reader.press("escape", "s")
        assert "s return" in reader.lines()[-1]
