"""The program with a mistake in it: `?` hangs, raises, or starts work that raises.

Usage: python -m tests.terminal.faulty hang|raise|work ARGUMENT…
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from briefing_tui.cli.main import main
from briefing_tui.tui.screens.main import MainScreen

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "words of the finding"


def _hang(_: MainScreen) -> None:
    time.sleep(600)


def _raise(_: MainScreen) -> None:
    local = WORDS
    raise KeyError(local)


def _work(screen: MainScreen) -> None:
    async def work() -> None:
        _raise(screen)

    screen.run_worker(work())


MISTAKES: dict[str, Callable[[MainScreen], None]] = {"hang": _hang, "raise": _raise, "work": _work}

if __name__ == "__main__":
    MainScreen.action_help = MISTAKES[sys.argv[1]]  # type: ignore[assignment]
    sys.exit(main(sys.argv[2:]))
