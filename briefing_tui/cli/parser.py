"""The command line's grammar, in one place."""

from __future__ import annotations

from argparse import REMAINDER, SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui import __version__
from briefing_tui.character import harmless
from briefing_tui.model.tone import Tone

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Sequence

    from _typeshed import SupportsWrite

OPEN = "open"
"""The command that is meant when none is named."""

FORMATS = ("text", "markdown", "html", "json", "csv")
"""What `show` writes."""

SHELLS = ("bash", "zsh", "fish")
"""What `completion` has a script for."""

DESCRIPTION = """\
Opens an inspection briefing in the terminal. Every quotation of the letter has
been found in it word for word; everything else is marked as ours or the paper's.

  briefing                     the bundled briefing: Hackney, September 2022
  briefing FILE                a briefing file of your own; of several, or a folder, one chooses
  briefing --at AA-5           opens at a reference
  briefing check FILE          what is wrong with a file, and how much is quoted
  briefing show [AA-5 …]       as text, Markdown, a web page, JSON or a table
  briefing new OUT.yaml        begins a briefing file of your own
  briefing draft LETTER        a first draft from a focused visit letter (PDF or text)

In the program, ? lists the keys and q quits."""

EPILOG = "Exit status: 0 done; 1 the file has problems; 2 what was asked for cannot be done."


class _Parser(ArgumentParser):
    """Says what is wrong with the arguments without letting them act on the terminal."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        super()._print_message(harmless(message), file)


def parse(arguments: Sequence[str]) -> Namespace:
    """Return what `arguments` ask for; print and exit as argparse does on `--help` and mistakes."""
    parser, commands = grammar()
    named = arguments and (arguments[0] in commands.choices or arguments[0] in ("-h", "--help", "--version"))
    return parser.parse_args(arguments if named else [OPEN, *arguments])


def grammar() -> tuple[ArgumentParser, _SubParsersAction[_Parser]]:
    """Return the parser and its commands: what `--help`, completion and the manual page are made of."""
    parser = _Parser(
        prog="briefing",
        usage="briefing [open] [FILE …] [--at REF]\n       briefing check [--format FORMAT] FILE [FILE …]\n"
        "       briefing show [FILE] [REF …] [--area A] [--tone T] [--point I] [--one-page]\n"
        "                     [--format F] [-o OUT | --pager]\n"
        "       briefing draft LETTER [-o DIR] [--force] [--open]\n       briefing new OUT.yaml\n"
        "       briefing schema [briefing | export]\n"
        "       briefing completion SHELL",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="briefing")

    opening = commands.add_parser(OPEN, help="open a briefing (meant when no command is named)")
    opening.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="a briefing file, or a folder of them"
    )
    opening.add_argument(
        "--at",
        default="",
        metavar="REF",
        help='where to open: AA-5, aa5, or a place of the letter as "main 7"',
    )

    checking = commands.add_parser("check", help="say what is wrong with briefing files")
    checking.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a briefing file")
    told = "text for people, json for editors and CI"
    checking.add_argument("--format", choices=("text", "json"), default="text", help=told)

    _add_show(commands)

    drafting = commands.add_parser("draft", help="draft a briefing from a focused visit letter")
    drafting.add_argument("letter", metavar="LETTER", help="the letter as PDF or text; - for standard input")
    drafting.add_argument(
        "-o", dest="folder", default=Path(), type=Path, metavar="DIR", help="where to write (default: here)"
    )
    drafting.add_argument("--force", action="store_true", help="write over files that are there")
    drafting.add_argument("--open", action="store_true", help="open the draft at once")

    starting = commands.add_parser("new", help="begin a briefing file of your own")
    starting.add_argument("out", type=Path, metavar="OUT.yaml", help="where to; its letter goes beside it")

    describing = commands.add_parser("schema", help="print the JSON Schema that editors use")
    describing.add_argument(
        "of",
        nargs="?",
        choices=("briefing", "export"),
        default="briefing",
        help="of a briefing file (meant when nothing is named), or of what show writes as JSON",
    )

    completing = commands.add_parser("completion", help="print the script by which a shell completes")
    completing.add_argument("shell", choices=SHELLS, nargs="?", help="the shell")
    completing.add_argument("--list", nargs=REMAINDER, default=[], help=SUPPRESS)
    return parser, commands


def _add_show(commands: _SubParsersAction[_Parser]) -> None:
    show = commands.add_parser(
        "show",
        help="write a briefing, or part of it, as a document",
        usage="briefing show [FILE] [REF …] [options]",
    )
    show.add_argument(
        "words",
        nargs="*",
        metavar="FILE, REF",
        help="a briefing file, the bundled one if none is named; references such as AA-5 for single entries",
    )
    narrow = show.add_argument_group("only some findings")
    narrow.add_argument("--area", metavar="A", help="of one service area: MASH")
    narrow.add_argument("--tone", choices=[tone.value for tone in Tone], help="of one tone")
    narrow.add_argument("--point", metavar="I", help="that bear on one improvement point: I-2")
    show.add_argument("--one-page", action="store_true", help="the page that goes round a table")
    show.add_argument("--format", choices=FORMATS, help="text unless OUT ends in .md, .html, .json or .csv")
    where = show.add_mutually_exclusive_group()
    where.add_argument("-o", "--out", type=Path, metavar="OUT", help="write to a file, whole or not at all")
    where.add_argument(
        "--pager", action="store_true", help="read it in $PAGER, when the output is a terminal"
    )
