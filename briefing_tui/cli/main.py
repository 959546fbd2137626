"""The program: reads the arguments and hands over to one command."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing_tui.cli.check import check
from briefing_tui.cli.draft import draft
from briefing_tui.cli.open import open_briefing
from briefing_tui.cli.output import ExitCode, warn
from briefing_tui.cli.parser import parse
from briefing_tui.errors import BriefingError, InvalidBriefingError, LetterError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> ExitCode:
    """Do what `arguments` ask for and return the exit status."""
    asked = parse(arguments)
    try:
        if asked.command == "check":
            return check(asked.files)
        if asked.command == "draft":
            return draft(asked.letter, asked.folder, force=asked.force, then_open=asked.open)
        return open_briefing(asked.file, asked.at)
    except InvalidBriefingError as error:
        warn(str(error))
        return ExitCode.PROBLEMS
    except LetterError as error:
        warn(f"briefing: {error}")
        return ExitCode.PROBLEMS
    except BriefingError as error:
        warn(f"briefing: {error}")
        return ExitCode.CANNOT


def run() -> None:
    """Run as a program."""
    sys.exit(main(sys.argv[1:]))
