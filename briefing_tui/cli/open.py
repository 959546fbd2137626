"""`briefing [FILE] [--at REF]`: the screen, or plain text where there is none."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from briefing_tui.cli.output import ExitCode, say, warn
from briefing_tui.load import load_briefing
from briefing_tui.paths import bundled_briefing, settings_file
from briefing_tui.tui.terminal import opening
from briefing_tui.tui.terminal.modes import NO_SCREEN

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

NEEDED = "the screen needs a terminal for input and messages, and its name in TERM."


def run(asked: Namespace) -> int:
    """Open what is asked for; what was on the screen already makes way for a message."""
    try:
        return open_briefing(asked.file, asked.at)
    finally:
        opening.end()


def open_briefing(file: Path | None, at: str) -> int:
    """Open the briefing in `file`, the bundled one if None, at the reference `at` if not empty.

    Returns the exit status: one of ExitCode's, or 128 and the number of the signal that ended it.

    Raises BriefingError for what a person can mend.
    """
    file = file or bundled_briefing()
    briefing = load_briefing(file)
    reference = briefing.entry(at).reference if at else ""
    if not sys.stdout.isatty():
        from briefing_tui.export.text import text_lines  # noqa: PLC0415 (the screen does without)

        say(text_lines(briefing))
        return ExitCode.OK
    if not (sys.stdin.isatty() and sys.stderr.isatty()) or os.environ.get("TERM") in NO_SCREEN:
        warn(f"briefing: {NEEDED} For plain text: briefing show")
        return ExitCode.CANNOT

    from briefing_tui.state import Memory  # noqa: PLC0415 (only the screen leaves anything behind)
    from briefing_tui.tui.toolkit import import_textual  # noqa: PLC0415 (likewise)

    import_textual()
    from briefing_tui.tui.app import BriefingApp  # noqa: PLC0415 (Textual is imported only for the screen)
    from briefing_tui.tui.settings import read_settings  # noqa: PLC0415
    from briefing_tui.tui.terminal.session import Session  # noqa: PLC0415

    settings, problems = read_settings(settings_file(os.environ))
    memory = Memory.open(os.environ, briefing)
    session = opening.session or Session()
    app = BriefingApp(
        file, briefing, memory, reference, settings=settings, problems=problems, session=session
    )
    app.run(mouse=settings.mouse)
    if app.crash:
        warn(str(app.crash))
    return app.return_code or ExitCode.OK
