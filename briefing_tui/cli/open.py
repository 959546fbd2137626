"""`briefing [FILE] [--at REF]`: the screen, or plain text where there is none."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from briefing_tui.character import harmless
from briefing_tui.cli.output import ExitCode, say, warn
from briefing_tui.errors import BriefingError, InvalidBriefingError, UnreadableFileError
from briefing_tui.paths import bundled_briefing, settings_file
from briefing_tui.tui.library import Library, Volume
from briefing_tui.tui.terminal import opening
from briefing_tui.tui.terminal.modes import NO_SCREEN

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SUFFIXES = (".yaml", ".yml")
"""What the name of a briefing file in a folder ends in."""

NEEDED = "the screen needs a terminal for input and messages, and its name in TERM."


def run(asked: Namespace) -> int:
    """Open what is asked for; what was on the screen already makes way for a message."""
    try:
        return open_briefings(asked.files or [bundled_briefing()], asked.at)
    finally:
        opening.end()


def open_briefings(paths: Sequence[Path], at: str) -> int:
    """Open the briefings in the files and folders at `paths`, the first at the reference `at`, if any.

    Of a folder, what is no briefing is left out and told of. Returns the exit status: one of ExitCode's, or
    128 and the number of the signal that ended it.

    Raises BriefingError for what a person can mend.
    """
    if opening.ahead:
        _import_screen()
    left_out: list[str] = []
    volumes = tuple(volume for path in paths for volume in _volumes(path, left_out))
    reference = volumes[0].briefing.entry(at).reference if at else ""
    if not sys.stdout.isatty():
        from briefing_tui.export.text import text_lines  # noqa: PLC0415 (the screen does without)

        for message in left_out:
            warn(message)
        for volume in volumes:
            say(text_lines(volume.briefing))
        return ExitCode.OK
    if not (sys.stdin.isatty() and sys.stderr.isatty()) or os.environ.get("TERM") in NO_SCREEN:
        warn(f"briefing: {NEEDED} For plain text: briefing show")
        return ExitCode.CANNOT

    _import_screen()
    from briefing_tui.state import Memory  # noqa: PLC0415 (only the screen leaves anything behind)
    from briefing_tui.tui.app import BriefingApp  # noqa: PLC0415 (Textual is imported only for the screen)
    from briefing_tui.tui.settings import read_settings  # noqa: PLC0415
    from briefing_tui.tui.terminal.session import Session  # noqa: PLC0415

    settings, problems = read_settings(settings_file(os.environ))
    session = opening.session or Session()
    app = BriefingApp(
        Library(volumes),
        partial(Memory.open, os.environ),
        reference,
        settings=settings,
        problems=(*map(str, problems), *left_out),
        session=session,
    )
    app.run(mouse=settings.mouse)
    if app.crash:
        warn(str(app.crash))
    sys.stderr.flush()
    os._exit(
        app.return_code or ExitCode.OK
    )  # all is kept: taking Textual apart would only keep the reader waiting


def _import_screen() -> None:
    opening.end_on_ctrl_c()
    from briefing_tui.tui.toolkit import import_textual  # noqa: PLC0415 (only the screen needs it)

    import_textual()
    import briefing_tui.tui.app  # noqa: F401, PLC0415 (likewise)

    opening.raise_on_ctrl_c()


def _volume(path: Path) -> Volume:
    """Return the briefing in the file at `path`, from the process that has loaded it if there is one.

    Raises BriefingError.
    """
    ahead, opening.ahead = opening.ahead, None
    if ahead and (loaded := ahead.loaded()):
        return Volume(path, *loaded)
    from briefing_tui.load import examine_briefing  # noqa: PLC0415 (not of a large file)

    briefing, problems = examine_briefing(path)
    if briefing is None:
        raise InvalidBriefingError(problems)
    return Volume(path, briefing, tuple(map(str, problems)))


def _volumes(path: Path, left_out: list[str]) -> Iterator[Volume]:
    """Yield the briefing at `path`, or those in that folder by name; to `left_out` goes what is none."""
    if not os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where one may not look)
        yield _volume(path)
        return
    name = harmless(str(path))
    try:
        files = sorted(file for file in path.iterdir() if file.suffix in SUFFIXES)
    except OSError as error:
        raise UnreadableFileError(f"{name}: cannot be opened: {error.strerror}.") from None
    volumes = 0
    for file in files:
        try:
            yield _volume(file)
            volumes += 1
        except BriefingError as error:
            left_out += str(error).split("\n")
    if not volumes:
        raise UnreadableFileError(
            f"{name}: no briefing is in this folder. briefing check says why of a file."
        )
