"""The first frame, at once: before anything else is imported, the screen with which this file opened last.

The terminal is set to pass on each key before anything is drawn, and keys typed meanwhile wait in the line's
queue until the program reads them.
"""

from __future__ import annotations

import os
import termios
import time
import tty

# The standard library's `signal` makes enumerations of them, which takes longer than drawing the frame.
from _signal import (  # type: ignore[import-not-found]
    SIG_BLOCK,
    SIG_DFL,
    SIG_UNBLOCK,
    SIGHUP,
    SIGINT,
    SIGQUIT,
    SIGTERM,
    default_int_handler,
    getsignal,
    pthread_sigmask,
    signal,
)

from briefing_tui.tui.ahead import Ahead
from briefing_tui.tui.terminal import frame
from briefing_tui.tui.terminal.modes import NO_SCREEN, TAKE, fills

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_tui.tui.terminal.session import Session

LARGE = 64 * 1024
"""Bytes of a briefing file, with 160 findings or so, from which it is loaded in a process of its own."""

_ENDING = (SIGHUP, SIGINT, SIGQUIT, SIGTERM)

session: Session | None = None
"""The stay in the terminal that has begun, if one has."""

ahead: Ahead | None = None
"""The process that loads the file that was asked for, if that is large."""

at = ""
"""The reference at which to open, as it was typed."""

_file: str | None = None
"""The briefing that was asked for, empty for the bundled one; None for anything else."""

began = time.time()
"""When this program was started: what is read of a file that changed later may be older than the file."""


def begin(arguments: Sequence[str]) -> None:
    """Begin to load a large file that is asked for, and show the frame that was kept if that still holds."""
    global session, ahead, at, _file  # noqa: PLW0603 (one process has one terminal)
    if not _has_screen():
        return
    file, at = asked(arguments)
    if file is None:
        return
    _file = os.path.abspath(file) if file else ""
    try:
        ahead = Ahead(file) if file and os.stat(file).st_size >= LARGE else None
    except OSError:
        ahead = None
    size = os.get_terminal_size(1)
    path = frame_file(at, size)
    rows = frame.read(path, size) if path else None
    if rows is None:
        return
    pthread_sigmask(SIG_BLOCK, _ENDING)
    settings = termios.tcgetattr(0)
    tty.setraw(0, termios.TCSANOW)
    _write(f"{TAKE}{drawn(rows, erases=fills(os.environ['TERM']))}".encode())
    from briefing_tui.tui.terminal.session import Session  # noqa: PLC0415 (once the frame is there)

    session = Session(settings, rows)
    pthread_sigmask(SIG_UNBLOCK, _ENDING)


def frame_file(at: str, size: tuple[int, int]) -> str | None:
    """Return where the frame for a start at a reference is kept; None if it is not to be kept."""
    above = frame.folder()
    if _file is None or above is None:
        return None
    return os.path.join(above, frame.name_of(_file, at, size))


def end_on_ctrl_c() -> None:
    """Have Ctrl+C end the program at once while it is being imported, unless a session watches for it.

    Python 3.11 makes another error of what is raised while a class is made.
    """
    if session is None and getsignal(SIGINT) is default_int_handler:
        signal(SIGINT, SIG_DFL)


def raise_on_ctrl_c() -> None:
    """Have Ctrl+C raise KeyboardInterrupt again."""
    if getsignal(SIGINT) == SIG_DFL:
        signal(SIGINT, default_int_handler)


def end() -> None:
    """Give the terminal back if that was not done yet."""
    if session:
        session.line.give_back()


def drawn(rows: Sequence[Sequence[frame.Run]], *, erases: bool) -> str:
    """Return what draws a frame on a terminal in any state."""
    grounds = [runs[-1][0] for runs in rows if runs and runs[-1][1].isspace()]
    ground = max(grounds, key=grounds.count, default="") if erases else ""
    parts = [f"\x1b[0;{ground}m\x1b[2J"]
    for number, runs in enumerate(rows, 1):
        parts.append(f"\x1b[{number}H")
        blank = 0
        for parameters, text in runs:
            ink = text.rstrip(" ") if _shows_only_ground(parameters, ground) else text
            if ink:
                jump = f"\x1b[{blank}C" if blank else ""
                parts.append(f"{jump}\x1b[0;{parameters}m{ink}")
                blank = 0
            blank += len(text) - len(ink)
    return "".join(parts).replace("[0;m", "[m")


def _shows_only_ground(parameters: str, ground: str) -> bool:
    """Say whether a blank of that look is what the terminal was cleared with."""
    ink = parameters.removesuffix(ground)
    return ink != parameters and not {"4", "7", "9", "21"}.intersection(ink.split(";"))


def asked(arguments: Sequence[str]) -> tuple[str | None, str]:
    """Return file and reference as they were typed, if that is all that is asked for; else no file.

    An empty file is the bundled one.
    """
    rest = [*arguments]
    if rest[:1] == ["open"]:
        del rest[0]
    at = ""
    if "--at" in rest[:-1]:
        place = rest.index("--at")
        at = rest[place + 1]
        del rest[place : place + 2]
    if not rest:
        return (None if at[:1] == "-" else ""), at
    (file,) = rest[:1]
    if len(rest) > 1 or file[:1] == "-" or at[:1] == "-":
        return None, at
    if not (file.endswith((".yaml", ".yml")) and os.path.isfile(file)):
        return None, at
    return file, at


def _has_screen() -> bool:
    return (
        os.environ.get("TERM") not in NO_SCREEN
        and "BRIEFING_WHOLE_FRAMES" not in os.environ
        and all(os.isatty(standard) for standard in (0, 1, 2))
    )


def _write(data: bytes) -> None:
    while data:
        data = data[os.write(1, data) :]
