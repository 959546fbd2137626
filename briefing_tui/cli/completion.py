"""`briefing completion SHELL`: the script by which a shell completes, and what that script asks for."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.cli.output import ExitCode, say, warn
from briefing_tui.errors import BriefingError
from briefing_tui.load import load_briefing
from briefing_tui.model.entry import Sentence
from briefing_tui.paths import bundled_briefing

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from briefing_tui.model.briefing import Briefing

SUFFIXES = (".yaml", ".yml")
"""What the name of a briefing file ends in, for the search among the words of a line."""


def run(asked: Namespace) -> ExitCode:
    """Print what is asked for."""
    return completion(asked.shell, asked.list)


def completion(shell: str | None, asked: Sequence[str]) -> ExitCode:
    """Print the script for `shell`; or, asked by such a script, the words that may stand somewhere.

    `asked` is what kind of words, then the words of the line. They are those of the briefing named on
    the line, each with a line about it after a tab; of a broken one there are none, and no message.
    """
    if asked:
        try:
            say("\t".join(pair) for pair in _words(asked[0], _briefing(asked[1:])))
        except BriefingError:
            return ExitCode.PROBLEMS
        return ExitCode.OK
    if shell is None:
        warn("briefing: name the shell: bash, zsh or fish.")
        return ExitCode.CANNOT
    script = files("briefing_tui").joinpath("shell", f"briefing.{shell}").read_text(encoding="utf-8")
    say(script.rstrip("\n").split("\n"), "utf-8")
    return ExitCode.OK


def _briefing(words: Sequence[str]) -> Briefing:
    named = (os.path.expanduser(word) for word in words if word.endswith(SUFFIXES))  # noqa: PTH111 (never raises)
    found = next((Path(path) for path in named if os.path.isfile(path)), None)  # noqa: PTH113 (likewise)
    return load_briefing(found or bundled_briefing())


def _words(kind: str, briefing: Briefing) -> Iterator[tuple[str, str]]:
    match kind:
        case "areas":
            yield from ((area.key, area.name) for area in briefing.areas)
        case "points":
            yield from ((point.reference, point.line) for point in briefing.points)
        case _:
            for reference, entry in briefing.entries.items():
                if not isinstance(entry, Sentence):
                    yield reference, entry.line
