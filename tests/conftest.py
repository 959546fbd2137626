"""The two briefings that tests read: the bundled one, and an invented council's, as unlike it as can be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing_tui.load import load_briefing
from briefing_tui.paths import bundled_briefing

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing

INVENTED = Path(__file__).parent / "data" / "marrowdale-2024.yaml"


@pytest.fixture(scope="session")
def hackney() -> Briefing:
    """Load the bundled briefing."""
    return load_briefing(bundled_briefing())


@pytest.fixture(scope="session")
def invented() -> Briefing:
    """Load the invented council's briefing."""
    return load_briefing(INVENTED)


@pytest.fixture(params=["hackney", "invented"])
def either(request: pytest.FixtureRequest) -> Briefing:
    """Give each of the two in turn: what holds for one council holds for any."""
    briefing: Briefing = request.getfixturevalue(request.param)
    return briefing


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the expected screens be written anew, to be looked at and committed."""
    parser.addoption("--write-screens", action="store_true", help="write tests/tui/screens anew")
