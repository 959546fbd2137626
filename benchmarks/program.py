"""The programs that are measured: this one, and three that people know to be quick."""
# ruff: noqa: INP001 (scripts, not a package)

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_DOWN = "\x1b[6~"
HELD = "30 moves held"
MOVE = "cursor move"
PAGE = "PageDown"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a reader does, tried with several keys in a row."""

    name: str
    keys: tuple[str, ...]
    before: tuple[str, ...] = ()
    """What leads there, not measured."""
    after: tuple[str, ...] = ()
    """What leads back."""
    budgeted: bool = False
    """Whether it has a budget of its own and so belongs into a short run."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program and the keys it understands."""

    name: str
    command: tuple[str, ...]
    actions: tuple[Action, ...] = ()
    ours: bool = False
    """Whether it is the one that is measured, and not one to measure it by."""


BRIEFING = (
    Action(MOVE, ("j", "j", "k", "k"), before=("2",), budgeted=True),
    Action("contents move", ("j", "j", "k", "k"), before=("h",), after=("l",), budgeted=True),
    Action(PAGE, (PAGE_DOWN, PAGE_DOWN), after=("g",), budgeted=True),
    Action("next pane", ("3", "2", "3", "2")),
    Action("next area", ("]", "]", "[", "[")),
    Action("to the end, to the top", ("G", "g")),
    Action("only concerns", ("t",), after=("x",)),
    Action("only one point", ("p",), after=("x",)),
    Action("only hits", ("&", "&"), before=("/", "c", "\r"), after=("\x1b",)),
    Action("mark", ("m", "m")),
    Action("letter and back", ("s", "s")),
    Action("first letter looked for", ("c",), before=("/",), after=("\x1b",)),
    Action("search keystroke", tuple("hildren"), before=("/", "c"), after=("\x1b",)),
    Action("theme", ("T", "T", "T", "T")),
    Action("go to", (":", "a", "a"), after=("\x1b",)),
    Action("palette", ("\x10", "m", "a"), after=("\x1b",)),
    Action("help", ("?",), after=("\x1b",)),
)
"""All begin in the findings pane, at its first finding."""


def programs(file: Path, text: Path) -> Iterator[Program]:
    """Yield this program reading the briefing in `file`, and the others, reading it as plain `text`."""
    installed = Path(sys.executable).with_name("briefing")
    opens = (str(installed),) if installed.exists() else (sys.executable, "-m", "briefing_tui")
    yield Program("briefing", (*opens, str(file)), BRIEFING, ours=True)
    here = Path(__file__).parent
    yield Program("bare Textual", (sys.executable, str(here / "bare.py")))
    moves = Action(MOVE, ("j", "j", "k", "k"), budgeted=True)
    yield Program(
        "curses list",
        (sys.executable, str(here / "curses_list.py"), str(text)),
        (moves, Action(PAGE, (PAGE_DOWN, PAGE_DOWN), after=("\x1b[5~", "\x1b[5~"), budgeted=True)),
    )
    if less := shutil.which("less"):
        yield Program(
            "less", (less, str(text)), (moves, Action(PAGE, (" ", " "), after=("g",), budgeted=True))
        )


def environment(home: Path, compiled: Path) -> dict[str, str]:
    """Return what a login over SSH would set: 256 colours, all that is kept in `home`.

    Modules are compiled into `compiled`, as an installation would have them; a first, unmeasured
    start has to fill it.
    """
    return {
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "PYTHONPYCACHEPREFIX": str(compiled),
        **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")},
    }
