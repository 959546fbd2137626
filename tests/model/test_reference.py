"""References as people type them."""

from __future__ import annotations

import pytest

from briefing_tui.model.reference import FORM, normal, prefix


@pytest.mark.parametrize("typed", ["AA-5", "aa5", "AA 5", "aa-05", " Aa - 5 ", "aa--5"])
def test_what_people_type_is_the_reference(typed: str) -> None:
    """Case, a missing or doubled hyphen, spaces and leading noughts make no difference."""
    assert normal(typed) == "AA-5"


@pytest.mark.parametrize("typed", ["", "AA", "5", "AA-0", "AA-5b", "caseloads", "ABCDEFG-1"])
def test_other_text_comes_back(typed: str) -> None:
    """Text of no such form comes back as it was, to be named in the message."""
    assert normal(typed) == typed


def test_a_normal_reference_has_the_form_of_the_file() -> None:
    """What people type becomes what a briefing file may hold."""
    assert FORM.fullmatch(normal("mash12"))
    assert prefix("MASH-12") == "MASH"
