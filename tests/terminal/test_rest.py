"""What is got ready while no key comes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from briefing_tui.tui.terminal.rest import prepare
from tests.terminal.program import opened

if TYPE_CHECKING:
    from pathlib import Path


async def test_each_waits_until_it_is_quiet() -> None:
    """Everything is done once and in its order, and nothing while there is no quiet."""
    done: list[str] = []
    quiet = [False, False, True, False, True, True]

    def is_quiet() -> bool:
        done.append("quiet" if quiet[0] else "noise")
        return quiet.pop(0)

    await prepare(iter([lambda: done.append("first"), lambda: done.append("second")]), is_quiet)
    assert done == ["noise", "noise", "quiet", "first", "noise", "quiet", "second", "quiet"]


def test_a_line_to_type_into_is_ready_before_it_is_asked_for(tmp_path: Path) -> None:
    """What a search, a reference and a command are typed into is imported without any key."""
    compiled = tmp_path / "compiled"
    with opened(tmp_path, PYTHONPYCACHEPREFIX=str(compiled), PYTHONDONTWRITEBYTECODE="") as terminal:
        terminal.until("At a glance")
        ends = time.monotonic() + 20
        while not (list(compiled.rglob("textual/widgets/_input.*")) and list(compiled.rglob("palette.*"))):
            assert time.monotonic() < ends
            terminal.still()
