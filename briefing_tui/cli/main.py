"""The program: reads the arguments and hands over to one command."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from signal import SIGINT
from types import SimpleNamespace
from typing import TYPE_CHECKING, Protocol, cast

from briefing_tui.cli.output import ExitCode, warn
from briefing_tui.errors import BriefingError, InvalidBriefingError, LetterError
from briefing_tui.tui.terminal import opening

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence


class Command(Protocol):
    """A module of this package that is a command: `briefing check` is `cli/check.py`."""

    def run(self, asked: Namespace) -> int:
        """Do what is asked for and return the exit status. Raises BriefingError."""


def main(arguments: Sequence[str]) -> int:
    """Do what `arguments` ask for and return the exit status."""
    asked = _asked(arguments)
    command = cast("Command", import_module(f"briefing_tui.cli.{asked.command}"))
    try:
        return command.run(asked)
    except InvalidBriefingError as error:
        warn(str(error))
        return ExitCode.PROBLEMS
    except LetterError as error:
        warn(f"briefing: {error}")
        return ExitCode.PROBLEMS
    except BriefingError as error:
        warn(f"briefing: {error}")
        return ExitCode.CANNOT
    except KeyboardInterrupt:
        return 128 + SIGINT


def _asked(arguments: Sequence[str]) -> Namespace:
    """Return what `arguments` ask for; without the grammar, which takes a while, if it is but to open."""
    file, at = opening.asked(arguments)
    if file is None:
        from briefing_tui.cli.parser import parse  # noqa: PLC0415 (most starts do without)

        return parse(arguments)
    return cast("Namespace", SimpleNamespace(command="open", files=[Path(file)] if file else [], at=at))


def run() -> None:
    """Run as a program, without looking for garbage while it starts: what is made then is there to stay."""
    gc.disable()
    _open_what_is_closed()
    sys.exit(main(sys.argv[1:]))


def _open_what_is_closed() -> None:
    """Have a standard stream that was closed, as under cron, read and write nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (open to the end)
