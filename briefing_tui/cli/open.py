"""`briefing [FILE] [--at REF]`: the screen, or plain text where there is none."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from briefing_tui.cli.output import ExitCode, say, warn
from briefing_tui.load import load_briefing
from briefing_tui.paths import bundled_briefing

if TYPE_CHECKING:
    from pathlib import Path


def open_briefing(file: Path | None, at: str) -> ExitCode:
    """Open the briefing in `file`, the bundled one if None, at the reference `at` if not empty.

    Raises BriefingError for what a person can mend.
    """
    briefing = load_briefing(file or bundled_briefing())
    reference = briefing.entry(at).reference if at else ""
    if not sys.stdout.isatty():
        from briefing_tui.export.text import text_lines  # noqa: PLC0415 (the screen does without)

        say(text_lines(briefing))
        return ExitCode.OK
    if not (sys.stdin.isatty() and sys.stderr.isatty()) or os.environ.get("TERM") == "dumb":
        warn("briefing: the screen needs a terminal for input and messages. For plain text: briefing | cat")
        return ExitCode.CANNOT

    from briefing_tui.state import Memory  # noqa: PLC0415 (only the screen leaves anything behind)
    from briefing_tui.tui.app import BriefingApp  # noqa: PLC0415 (Textual is imported only for the screen)

    app = BriefingApp(briefing, Memory.open(os.environ, briefing), reference)
    app.run()
    return ExitCode(app.return_code or 0)
