"""The program, which never gets further than its first frame.

Usage: python -m tests.terminal.slow_start ARGUMENT…
"""

from __future__ import annotations

import sys
import time
from typing import Never

from briefing_tui.__main__ import run


class Stuck:
    """Finds the modules of the command line, and never comes back."""

    def find_spec(self, name: str, *_: object) -> None:
        """Hang for what is imported after the first frame."""
        if name.startswith("briefing_tui.cli"):
            self._hang()

    def _hang(self) -> Never:
        while True:
            time.sleep(600)


if __name__ == "__main__":
    sys.meta_path.insert(0, Stuck())
    run()
