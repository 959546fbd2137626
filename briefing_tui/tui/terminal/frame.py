"""Frames kept between two starts: what a briefing opened with, to be shown while the program loads.

A frame is found by the file, the terminal and this program's version, and used only while every file that
it was made from has the very bytes it had then. It is data like any other: read only if nobody else can have
written it, and shown only if nothing in it acts. Kept as lines of text, since reading JSON would take
longer than all the rest. Nothing here may import what takes a millisecond.
"""

from __future__ import annotations

import os
import stat

from briefing_tui import __version__
from briefing_tui.digest import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Run = tuple[str, str]
"""SGR's parameters, and text of one cell a character."""

_FORM = "briefing frame 1"
_LARGEST = 256 * 1024
_LARGEST_INPUT = 8 * 1024 * 1024
_KEPT = 8
"""Files. Two briefings at four sizes."""

_NUMBERS = frozenset("0123456789;")
_ONE_CELL_BELOW = "\u2e80"
_ENVIRONMENT = ("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL_COLOR_SYSTEM", "XDG_STATE_HOME", "HOME")


def folder() -> str | None:
    """Return the folder of the frames, after the XDG Base Directory Specification; None if it is unknown."""
    for variable, below in (("XDG_CACHE_HOME", ""), ("HOME", ".cache")):
        named = os.environ.get(variable, "")
        if os.path.isabs(named):
            return os.path.join(named, below, "briefing")
    return None


def name_of(path: str, at: str, size: tuple[int, int]) -> str:
    """Return the name of the file for the frame with which a briefing opens."""
    terminal = (f"{one}={os.environ.get(one)}" for one in _ENVIRONMENT)
    return (
        sha256(
            "\0".join((__version__, path, at, f"{size[0]}x{size[1]}", *terminal)).encode("utf-8", "replace")
        )
        + ".frame"
    )


def digest(paths: Iterable[str]) -> str:
    """Return what changes as soon as the bytes of one of these files do, or whether it is there."""
    parts = []
    for path in paths:
        data = _bytes_of(path, _LARGEST_INPUT, own=False)
        parts.append("-" if data is None else sha256(data))
    return sha256(" ".join(parts).encode())


def read(path: str, size: tuple[int, int]) -> list[list[Run]] | None:
    """Return the frame in the file at `path`, line by line; None unless all is as it was when it was kept."""
    data = _bytes_of(path, _LARGEST, own=True)
    try:
        lines = (data or b"").decode().split("\n")
        form, known, count, *rest = lines
        inputs, rows = rest[: int(count)], rest[int(count) : -1]
    except ValueError:
        return None
    columns, height = size
    if form != _FORM or len(rows) != height or digest(inputs) != known:
        return None
    frame = []
    for row in rows:
        parts = row.split("\t")
        runs = [*zip(parts[::2], parts[1::2], strict=False)]
        if sum(len(text) for _, text in runs) != columns or not all(_harmless(*run) for run in runs):
            return None
        frame.append(runs)
    return frame


def write(path: str, inputs: Sequence[str], frame: Sequence[Sequence[Run]]) -> None:
    """Keep a frame in the file at `path`, with the files that it was made from. Raises OSError."""
    if not all(_harmless(*run) for runs in frame for run in runs) or any("\n" in one for one in inputs):
        return
    rows = ("\t".join(part for run in runs for part in run) for runs in frame)
    text = "\n".join((_FORM, digest(inputs), str(len(inputs)), *inputs, *rows, ""))
    above = os.path.dirname(path)
    os.makedirs(above, mode=0o700, exist_ok=True)
    new = f"{path}.{os.getpid()}"
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)
    os.replace(new, path)
    _forget_old(above)


def _forget_old(above: str) -> None:
    with os.scandir(above) as entries:
        frames = [
            (one.stat(follow_symlinks=False).st_mtime_ns, one.path) for one in entries if ".frame" in one.name
        ]
    for _, path in sorted(frames)[:-_KEPT]:
        os.unlink(path)


def _harmless(parameters: str, text: str) -> bool:
    """Say whether a run is digits, and characters of one cell that do not act."""
    return (
        _NUMBERS.issuperset(parameters) and text.isprintable() and not (text and max(text) >= _ONE_CELL_BELOW)
    )


def _bytes_of(path: str, most: int, *, own: bool) -> bytes | None:
    """Return what a regular file holds, if it is no larger than that and, with `own`, nobody else's."""
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (os.O_NOFOLLOW if own else 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(descriptor)
        ours = status.st_uid == os.geteuid() and not status.st_mode & 0o077
        if not stat.S_ISREG(status.st_mode) or status.st_size > most or (own and not ours):
            return None
        return os.read(descriptor, most)
    except OSError:
        return None
    finally:
        os.close(descriptor)
