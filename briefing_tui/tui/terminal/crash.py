"""What is left behind when the program stops by a mistake of its own."""

from __future__ import annotations

import os
import sys
import time
import traceback
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui import __version__
from briefing_tui.character import harmless
from briefing_tui.paths import state_dir

if TYPE_CHECKING:
    from collections.abc import Mapping


class Crash(NamedTuple):
    """What is said of a mistake. Holds no word of the briefing: the error's own message may."""

    kind: str
    """The name of the error's class."""
    where: str
    """Where its traceback is, or why it is nowhere: a sentence."""

    def __str__(self) -> str:
        return f"briefing: stopped by a mistake of its own: {self.kind}.\n{self.where}"


def record(error: BaseException, environ: Mapping[str, str]) -> Crash:
    """Write the traceback, without local variables, where only the reader may read it; return what to say."""
    kind = type(error).__name__
    folder = state_dir(environ)
    if folder is None:
        return Crash(kind, "There is no folder for a report of it: set HOME or XDG_STATE_HOME.")
    path = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(_report(error))
    except OSError as failure:
        return Crash(kind, f"A report of it could not be written: {failure.strerror}.")
    return Crash(kind, f"For whoever mends it, a report is in {path}")


def _report(error: BaseException) -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    lines = "".join(traceback.format_exception(error))
    return harmless(f"briefing {__version__}, Python {python}, {sys.platform}\n\n{lines}")
