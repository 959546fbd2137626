"""The one table of commands: keys, footer and help derive from it.

Only as aliases, never alone: keys that a multiplexer or the line itself may take (Ctrl+A,
Ctrl+B, Ctrl+S, Ctrl+Q) and those that are another key in disguise (Ctrl+H, I, M and [).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Command:
    """Something the reader can ask for with a key."""

    action: str
    """Textual's action string, and the command's stable name: `section(1)`."""
    keys: tuple[str, ...]
    """Keys by Textual's names."""
    shown: str
    """The keys as a person reads them, spaces between: `→ l Tab`."""
    does: str
    """What it does, for the help page."""
    group: str
    footer: str = ""
    """One or two words for the footer, where commands stand in the table's order; empty keeps it out."""
    opens_line: bool = False
    """Whether it opens a line to type into: it goes before all else, lest a key typed after it be lost."""


MOVE, OPEN, NARROW, PROGRAM = "Moving", "Opening and going back", "Narrowing", "The program"

COLUMN_COMMANDS = (
    Command("open", ("enter",), "Enter", "open, or follow", OPEN, "open"),
    Command("move(1)", ("down", "j"), "↓ j", "next line or finding", MOVE),
    Command("move(-1)", ("up", "k"), "↑ k", "previous line or finding", MOVE),
    Command("page(1)", ("pagedown", "space"), "PgDn Space", "a page down", MOVE),
    Command("page(-1)", ("pageup", "b"), "PgUp b", "a page up", MOVE),
    Command("half_page(1)", ("d",), "d", "half a page down", MOVE),
    Command("half_page(-1)", ("u",), "u", "half a page up", MOVE),
    Command("edge(-1)", ("home", "g"), "Home g", "to the top", MOVE),
    Command("edge(1)", ("end", "G"), "End G", "to the end", MOVE),
)
"""Commands of whichever column has the keyboard."""

SCREEN_COMMANDS = (
    Command("help", ("question_mark", "f1"), "? F1", "this help", PROGRAM, "help"),
    Command("quit", ("q",), "q", "quit", PROGRAM, "quit"),
    Command("close", ("escape",), "Esc", "back to the list; never quits", PROGRAM),
    Command(
        "column(-1)", ("left", "h", "shift+tab"), "← h Shift+Tab", "column to the left", OPEN, "contents"
    ),
    Command("column(1)", ("right", "l", "tab"), "→ l Tab", "column to the right", OPEN),
    Command("source", ("s",), "s", "the sentence in the letter, and back", OPEN, "letter"),
    Command("explain", ("e",), "e", "explain the words of the field, or stop", OPEN),
    Command(
        "search", ("slash",), "/", 'look for words, or an "exact phrase"', OPEN, "search", opens_line=True
    ),
    Command("hit(1)", ("n",), "n", "next place where it stands", OPEN),
    Command("hit(-1)", ("N",), "N", "previous place where it stands", OPEN),
    Command("back", ("backspace", "ctrl+o"), "Backspace Ctrl+O", "back to where you were", OPEN, "back"),
    Command("forward", ("ctrl+f",), "Ctrl+F", "forward again", OPEN),
    Command("copy", ("y",), "y", "copy the quotation with its reference", PROGRAM, "copy"),
    Command("section(1)", ("right_square_bracket",), "]", "next area or section", MOVE, "next area"),
    Command("section(-1)", ("left_square_bracket",), "[", "previous area or section", MOVE),
    Command("mark", ("m",), "m", "mark what you are at, or take the mark away", PROGRAM, "mark"),
    Command("marks", ("apostrophe",), "'", "list the marks, and go to one", OPEN),
    Command("go_to", ("colon",), ":", "go to a reference or a place of the letter", OPEN, opens_line=True),
    Command("select_tone", ("t",), "t", "only concerns, only strengths, all", NARROW),
    Command("select_area", ("a",), "a", "only the service area you are in, all", NARROW),
    Command("select_point", ("p",), "p", "only what bears on one improvement point, the next, all", NARROW),
    Command("select_all", ("x",), "x", "show all findings again", NARROW),
    Command("next_theme", ("T",), "T", "next theme", PROGRAM),
    Command("app.redraw", ("ctrl+l",), "Ctrl+L", "draw the screen anew", PROGRAM),
    Command("app.suspend_process", ("ctrl+z",), "Ctrl+Z", "back to the shell until you type fg", PROGRAM),
    Command("pane(1)", ("1",), "1", "headlines", OPEN),
    Command("pane(2)", ("2",), "2", "findings by service area", OPEN),
    Command("pane(3)", ("3",), "3", "improvement points", OPEN),
    Command("pane(4)", ("4",), "4", "the letter itself", OPEN),
    Command("pane(5)", ("5",), "5", "the press, held against the letter", OPEN),
    Command("pane(6)", ("6",), "6", "visit, people, timeline, glossary, sources", OPEN),
)
"""Commands of the main screen."""


def bindings(commands: Iterable[Command]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Return Textual's bindings for `commands`."""
    return [
        Binding(",".join(command.keys), command.action, command.does, priority=command.opens_line)
        for command in commands
    ]
