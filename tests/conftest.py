"""The briefings that tests read: the bundled one, an invented council's unlike it, and a hostile one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing_tui.load import load_briefing
from briefing_tui.paths import bundled_briefing

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing

INVENTED = Path(__file__).parent / "data" / "marrowdale-2024.yaml"
NASTY = INVENTED.with_name("nasty-2023.yaml")


@pytest.fixture(scope="session")
def hackney() -> Briefing:
    """Load the bundled briefing."""
    return load_briefing(bundled_briefing())


@pytest.fixture(scope="session")
def invented() -> Briefing:
    """Load the invented council's briefing."""
    return load_briefing(INVENTED)


@pytest.fixture(scope="session")
def nasty() -> Briefing:
    """Load the briefing whose every text could act on what shows it."""
    return load_briefing(NASTY)


@pytest.fixture(params=["hackney", "invented"])
def either(request: pytest.FixtureRequest) -> Briefing:
    """Give each of the two in turn: what holds for one council holds for any."""
    briefing: Briefing = request.getfixturevalue(request.param)
    return briefing


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let what is expected be written anew, to be looked at and committed."""
    parser.addoption("--write-screens", action="store_true", help="write tests/tui/screens anew")
    parser.addoption("--write-documents", action="store_true", help="write tests/export/documents anew")


def pytest_xdist_auto_num_workers() -> int:
    """Run one more at a time than there are processors: half of the tests wait for a terminal."""
    return (os.cpu_count() or 1) + 1
