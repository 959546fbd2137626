"""Text through the reader's own pager."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from briefing_tui.cli.output import encoded
from briefing_tui.errors import UnwritableError

if TYPE_CHECKING:
    from collections.abc import Iterable


def page(lines: Iterable[str], encoding: str) -> None:
    """Show `lines` in `$PAGER`, or in less. Leaving it early is no fault.

    Raises UnwritableError if there is no such program.
    """
    asked = os.environ.get("PAGER") or "less"
    try:
        command = shlex.split(asked) or ["less"]
        pager = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 (the reader's own choice)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnwritableError(f"The pager {asked} does not start: {reason}. Set PAGER.") from None
    interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the pager's
    try:
        assert pager.stdin is not None  # noqa: S101 (it was asked for)
        with suppress(BrokenPipeError), pager.stdin:
            for data in encoded(lines, encoding or sys.stdout.encoding or "utf-8"):
                pager.stdin.write(data)
        pager.wait()
    finally:
        signal.signal(signal.SIGINT, interrupt)
