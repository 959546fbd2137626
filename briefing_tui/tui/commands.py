"""The one table of commands: keys, footer, help, palette and the reader's own keys derive from it.

Only as aliases, never alone: keys that a multiplexer or the line itself may take (Ctrl+A,
Ctrl+B, Ctrl+S, Ctrl+Q) and those that are another key in disguise (Ctrl+H, I, M and [).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, key_to_character

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SPOKEN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "space": "Space",
}
"""Keys that people call something else than Textual does."""

_UNICODE = {ours: unicode for unicode, ours in KEY_NAME_REPLACEMENTS.items()}
"""Unicode's names of the characters that Textual calls otherwise: `solidus` for `slash`."""


class Command(NamedTuple):
    """Something the reader can ask for with a key."""

    name: str
    """Stable: the settings file gives other keys by it."""
    action: str
    """Textual's action string: `section(1)`."""
    keys: tuple[str, ...]
    """Keys by Textual's names."""
    does: str
    """What it does, for the help page and the palette."""
    group: str
    footer: str = ""
    """One or two words for the footer, where commands stand in the table's order; empty keeps it out."""
    opens_line: bool = False
    """Whether it opens a line to type into: it goes before all else, lest a key typed after it be lost."""

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys as a person reads them: `→`, `l`, `Tab`."""
        return tuple(map(spoken, self.keys))


def spoken(key: str) -> str:
    """Return the name of a key as a person reads it: `Ctrl+O` for `ctrl+o`."""
    if key in _SPOKEN:
        return _SPOKEN[key]
    character = key_to_character(_UNICODE.get(key, key))
    if character and character.isprintable():
        return character
    return "+".join(part.capitalize() for part in key.split("+"))


MOVE, OPEN, NARROW, KEEP, PROGRAM = (
    "Moving",
    "Opening and going back",
    "Finding and narrowing",
    "Keeping and copying",
    "The program",
)

COLUMN_COMMANDS = (
    Command("open", "open", ("enter",), "open, or follow", OPEN, "open"),
    Command("next", "move(1)", ("down", "j"), "next line or finding", MOVE),
    Command("previous", "move(-1)", ("up", "k"), "previous line or finding", MOVE),
    Command("page-down", "page(1)", ("pagedown", "space"), "a page down", MOVE),
    Command("page-up", "page(-1)", ("pageup", "b"), "a page up", MOVE),
    Command("half-page-down", "half_page(1)", ("d",), "half a page down", MOVE),
    Command("half-page-up", "half_page(-1)", ("u",), "half a page up", MOVE),
    Command("top", "edge(-1)", ("home", "g"), "to the top", MOVE),
    Command("end", "edge(1)", ("end", "G"), "to the end", MOVE),
)
"""Commands of whichever column has the keyboard."""

CONTENTS_COMMANDS = (Command("fold", "fold", ("z",), "fold or unfold a pane of the contents", MOVE),)
"""Commands of the contents, besides those of every column."""

ANYWHERE_COMMANDS = (
    Command("redraw", "app.redraw", ("ctrl+l",), "draw the screen anew", PROGRAM),
    Command("stop", "app.suspend_process", ("ctrl+z",), "back to the shell until you type fg", PROGRAM),
)
"""Commands that work whatever lies over the main screen."""

SCREEN_COMMANDS = (
    Command("help", "help", ("question_mark", "f1"), "this help", PROGRAM, "help"),
    Command("quit", "app.quit", ("q",), "quit", PROGRAM, "quit"),
    Command("close", "close", ("escape",), "back to the list; there, out of a search; never quits", PROGRAM),
    Command("left", "column(-1)", ("left", "h", "shift+tab"), "column to the left", OPEN, "contents"),
    Command("right", "column(1)", ("right", "l", "tab"), "column to the right", OPEN),
    Command(
        "letter",
        "source",
        ("s",),
        "the sentence in the letter; there, back, or what quotes it",
        OPEN,
        "letter",
    ),
    Command("explain", "explain", ("e",), "explain the words of the field, or stop", OPEN),
    Command(
        "search",
        "search",
        ("slash",),
        'look for words, or an "exact phrase"',
        NARROW,
        "search",
        opens_line=True,
    ),
    Command("next-match", "hit(1)", ("n",), "next place where it stands", NARROW),
    Command("previous-match", "hit(-1)", ("N",), "previous place where it stands", NARROW),
    Command("only-matches", "select_matches", ("ampersand",), "only what matches the search, all", NARROW),
    Command("back", "back", ("backspace", "ctrl+o"), "back to where you were", OPEN, "back"),
    Command("forward", "forward", ("ctrl+f",), "forward again", OPEN),
    Command("copy", "copy", ("y",), "copy the quotation with its reference", KEEP, "copy"),
    Command("show-copy", "show_copy", ("Y",), "show the same alone, for the terminal's own selection", KEEP),
    Command("next-area", "section(1)", ("right_square_bracket",), "next area or section", MOVE, "next area"),
    Command("previous-area", "section(-1)", ("left_square_bracket",), "previous area or section", MOVE),
    Command("mark", "mark", ("m",), "mark what you are at, or take the mark away", KEEP, "mark"),
    Command("marks", "marks", ("apostrophe",), "list the marks, and go to one", KEEP),
    Command(
        "go-to", "go_to", ("colon",), "go to a reference or a place of the letter", OPEN, opens_line=True
    ),
    Command(
        "palette",
        "palette",
        ("ctrl+p",),
        "every command and reference, by any part of its name",
        OPEN,
        opens_line=True,
    ),
    Command(
        "briefings", "app.choose", ("B",), "another briefing, or a search through all that are open", OPEN
    ),
    Command("tone", "select_tone", ("t",), "only concerns, only mixed, only strengths, all", NARROW),
    Command("area", "select_area", ("a",), "only the service area you are in, all", NARROW),
    Command(
        "point", "select_point", ("p",), "only what bears on one improvement point, the next, all", NARROW
    ),
    Command("all", "select_all", ("x",), "show all findings again", NARROW),
    Command("theme", "next_theme", ("T",), "next theme", PROGRAM),
    Command("mouse", "app.mouse", ("M",), "mouse off, so that the terminal selects text; on again", PROGRAM),
    Command("reload", "app.reload", ("r",), "read the file again; it is also watched", PROGRAM),
    Command("problems", "app.problems", ("exclamation_mark",), "what is wrong with a file", PROGRAM),
    *ANYWHERE_COMMANDS,
    Command("pane-1", "pane(1)", ("1",), "headlines", OPEN),
    Command("pane-2", "pane(2)", ("2",), "findings by service area", OPEN),
    Command("pane-3", "pane(3)", ("3",), "improvement points", OPEN),
    Command("pane-4", "pane(4)", ("4",), "the letter itself", OPEN),
    Command("pane-5", "pane(5)", ("5",), "the press, held against the letter", OPEN),
    Command("pane-6", "pane(6)", ("6",), "visit, people, timeline, glossary, sources", OPEN),
)
"""Commands of the main screen."""

OVERLAY_COMMANDS = (
    Command("close-list", "close", ("escape", "q", "backspace"), "close", PROGRAM),
    Command("help-here", "help", ("question_mark", "f1"), "this help", PROGRAM),
)
"""Commands of every list that lies over the main screen."""

MARKS_COMMANDS = (
    Command("forget-mark", "forget", ("m",), "take the mark away", KEEP),
    Command("close-marks", "close", ("apostrophe",), "close the marks", KEEP),
)
"""Commands of the list of marks."""

PROMPT_COMMANDS = (
    Command("close-line", "close", ("escape",), "never mind", PROGRAM),
    Command("next-candidate", "move(1)", ("down", "ctrl+n"), "next that is meant", MOVE),
    Command("previous-candidate", "move(-1)", ("up", "ctrl+p"), "previous that is meant", MOVE),
    Command("help-on-line", "help", ("f1",), "this help", PROGRAM),
)
"""Commands while something is typed that leads somewhere."""

COMMANDS = (
    *COLUMN_COMMANDS,
    *CONTENTS_COMMANDS,
    *SCREEN_COMMANDS,
    *OVERLAY_COMMANDS,
    *MARKS_COMMANDS,
    *PROMPT_COMMANDS,
)
"""Every command. Names are unique."""

TOGETHER = tuple(
    frozenset(command.name for commands in tables for command in commands)
    for tables in (
        (COLUMN_COMMANDS, CONTENTS_COMMANDS, SCREEN_COMMANDS),
        (COLUMN_COMMANDS, OVERLAY_COMMANDS, MARKS_COMMANDS, ANYWHERE_COMMANDS),
        (PROMPT_COMMANDS, ANYWHERE_COMMANDS),
    )
)
"""The names of the commands that work at the same time: no two of them have the same key."""


def bindings(
    commands: Iterable[Command], *, first: bool = False
) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Return Textual's bindings for `commands`, by whose names the reader gives them other keys.

    Those of `first` go before all else that has the keyboard.
    """
    return [
        Binding(
            ",".join(command.keys),
            command.action,
            command.does,
            id=command.name,
            priority=first or command.opens_line,
        )
        for command in commands
    ]


def remapped(commands: Iterable[Command], keys: Mapping[str, tuple[str, ...]]) -> tuple[Command, ...]:
    """Return `commands` with the reader's own keys, by the names of the commands."""
    return tuple(command._replace(keys=keys.get(command.name, command.keys)) for command in commands)
