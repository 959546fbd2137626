"""Going to a reference or a place by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.reader import opened

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


@pytest.mark.parametrize(
    ("typed", "reference"),
    [("aa5", "AA-5"), ("AA-5", "AA-5"), ("i1", "I-1"), ("ooh 2", "OOH-2"), ("h-8", "H-8"), ("p7", "P-7")],
)
async def test_a_reference_as_people_type_it(hackney: Briefing, typed: str, reference: str) -> None:
    """A reference, in small letters and without its hyphen, leads to the entry at home."""
    async with opened(hackney) as reader:
        await reader.press(
            "colon", *("space" if key == " " else "minus" if key == "-" else key for key in typed)
        )
        await reader.press("enter")
        assert reader.screen.position.reference == reference


async def test_a_place_of_the_letter(hackney: Briefing) -> None:
    """The beginning of a heading and a number lead to that paragraph of the letter."""
    async with opened(hackney) as reader:
        await reader.press("colon", *"main", "space", "7", "enter")
        assert reader.screen.position.pane == "letter"
        lit = reader.highlighted(reader.screen.query_one("#letter"))
        assert lit.startswith("Workforce challenges have increased")


async def test_what_begins_so_is_listed(hackney: Briefing) -> None:
    """What may be meant is listed while typing, and the arrows choose among it."""
    async with opened(hackney) as reader:
        await reader.press("colon", "a", "a")
        assert all(reader.shows(f"AA-{number}") for number in range(1, 10))
        await reader.press("down", "down", "enter")
        assert reader.screen.position.reference == "AA-3"


async def test_nothing_of_that_name(hackney: Briefing) -> None:
    """A name that nothing has is said to have nothing, Enter goes nowhere, and Esc comes back."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("colon", *"zz", "[", "9", "enter")
        assert reader.shows("Nothing is called zz")
        await reader.press("escape")
        assert reader.screen.position.reference == "AA-5"
        assert reader.app.screen is reader.screen


async def test_back_from_there(hackney: Briefing) -> None:
    """Backspace comes back from where one went, Ctrl+F goes there again."""
    async with opened(hackney, at="AA-5") as reader:
        await reader.press("colon", *"qa2", "enter", "backspace")
        assert reader.screen.position.reference == "AA-5"
        await reader.press("ctrl+f")
        assert reader.screen.position.reference == "QA-2"
