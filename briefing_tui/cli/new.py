"""`briefing new OUT.yaml`: a briefing to begin with, and its letter."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing_tui.character import harmless
from briefing_tui.cli.outfile import write_whole
from briefing_tui.cli.output import ExitCode, warn
from briefing_tui.errors import UnwritableError

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path


def run(asked: Namespace) -> ExitCode:
    """Write the starter file where it is asked for and its letter beside it, over nothing that is there.

    Raises UnwritableError, and leaves neither, if one of the two cannot be written.
    """
    out: Path = asked.out
    if out.is_dir():
        raise UnwritableError(f"{harmless(str(out))}: is a folder. Name a file.")
    if out.name != out.name.strip():
        raise UnwritableError(f"{harmless(str(out))}: begins or ends with a space. Choose another name.")
    letter = out.with_name(f"{out.stem}-letter.md")
    if harmless(out.name) != out.name:
        raise UnwritableError(f"{harmless(str(out))}: has a character that a letter's name cannot have.")
    starter = files("briefing_tui").joinpath("starter")
    briefing = starter.joinpath("briefing.yaml").read_text(encoding="utf-8")
    named = briefing.replace("file: LETTER", f"file: {json.dumps(letter.name, ensure_ascii=False)}")
    write_whole(letter, starter.joinpath("letter.md").read_bytes(), anew=True)
    try:
        write_whole(out, named.encode(), anew=True)
    except UnwritableError:
        letter.unlink()
        raise
    warn(f"briefing: {out} and {letter} are written: an invented council, to be replaced by yours.")
    return ExitCode.OK
