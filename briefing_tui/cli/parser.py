"""The command line's grammar, in one place."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui import __version__
from briefing_tui.load.text import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed import SupportsWrite

OPEN = "open"
"""The command that is meant when none is named."""

DESCRIPTION = """\
Opens an inspection briefing in the terminal. Every quotation of the letter has
been found in it word for word; everything else is marked as ours or the paper's.

  briefing                     the bundled briefing: Hackney, September 2022
  briefing FILE                a briefing file of your own
  briefing --at AA-5           opens at a reference
  briefing check FILE          what is wrong with a file, and how much is quoted
  briefing draft LETTER        a first draft from a focused visit letter (PDF or text)
  briefing | less              as plain text, when the output is no terminal

In the program, ? lists the keys and q quits."""

EPILOG = "Exit status: 0 done; 1 the file has problems; 2 what was asked for cannot be done."


class _Parser(ArgumentParser):
    """Says what is wrong with the arguments without letting them act on the terminal."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        super()._print_message(harmless(message), file)


def parse(arguments: Sequence[str]) -> Namespace:
    """Return what `arguments` ask for; print and exit as argparse does on `--help` and mistakes."""
    parser = _Parser(
        prog="briefing",
        usage="briefing [open] [FILE] [--at REF]\n       briefing check FILE [FILE …]\n"
        "       briefing draft LETTER [-o DIR] [--force] [--open]",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="briefing")

    opening = commands.add_parser(OPEN, help="open a briefing (meant when no command is named)")
    opening.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a briefing file")
    opening.add_argument("--at", default="", metavar="REF", help="where to open: AA-5, or aa5 for short")

    checking = commands.add_parser("check", help="say what is wrong with briefing files")
    checking.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a briefing file")

    drafting = commands.add_parser("draft", help="draft a briefing from a focused visit letter")
    drafting.add_argument("letter", metavar="LETTER", help="the letter as PDF or text; - for standard input")
    drafting.add_argument(
        "-o", dest="folder", default=Path(), type=Path, metavar="DIR", help="where to write (default: here)"
    )
    drafting.add_argument("--force", action="store_true", help="write over files that are there")
    drafting.add_argument("--open", action="store_true", help="open the draft at once")

    named = arguments and (arguments[0] in commands.choices or arguments[0] in ("-h", "--help", "--version"))
    return parser.parse_args(arguments if named else [OPEN, *arguments])
