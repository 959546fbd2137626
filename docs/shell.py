"""Make what shells need from the one parser: `.venv/bin/python docs/shell.py`, after every change to it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shtab
from argparse_manpage.manpage import Manpage

from briefing_tui.cli.parser import SHELLS, grammar

if TYPE_CHECKING:
    from argparse import Action, ArgumentParser
    from collections.abc import Iterator

SHELL = Path(__file__).parents[1] / "briefing_tui" / "shell"
BRIEFINGS: Any = shtab.glob("*.yaml", "*.yml")

BASH = r"""
# What the program has to offer of one kind for this line, in capitals as it has them.
_briefing_list() {
  local program=${COMP_WORDS[0]/#\~/$HOME} typed
  typed=$(printf %s "$2" | tr '[:lower:]' '[:upper:]')
  compgen -W "$("$program" completion --list "$1" "${COMP_WORDS[@]:1}" 2>/dev/null | cut -f 1)" -- "$typed"
}
_briefing_references() { _briefing_list references "$1"; }
_briefing_areas() { _briefing_list areas "$1"; }
_briefing_points() { _briefing_list points "$1"; }
_briefing_files_and_references() { GLOB "$1"; _briefing_references "$1"; }
"""

ZSH = r"""
# What the program has to offer of one kind for this line, each with what it is.
_briefing_list() {
  local -a found
  local line
  for line in "${(@f)$($service completion --list $1 ${(z)BUFFER} 2>/dev/null)}"; do
    [[ -n $line ]] && found+=("${line/$'\t'/:}")
  done
  _describe -t $1 $1 found -M 'm:{[:lower:]}={[:upper:]}'
}
_briefing_references() { _briefing_list references; }
_briefing_areas() { _briefing_list areas; }
_briefing_points() { _briefing_list points; }
_briefing_files_and_references() {
  _alternative 'files:briefing file:_files -g "(*.yaml|*.yml)"' 'references:reference:_briefing_references'
}
functions -c _shtab_briefing_commands _briefing_only_commands
_shtab_briefing_commands() { _briefing_only_commands; _files -g '(*.yaml|*.yml)'; }
"""

FISH = r"""
# What the program has to offer of one kind for this line, each with what it is.
function _briefing_list
    set -l words (commandline -opc)
    $words[1] completion --list $argv[1] $words[2..-1] 2>/dev/null
end
"""


def completing(parser: ArgumentParser) -> ArgumentParser:
    """Say of every argument that takes files or words of a briefing what completes it."""
    at = parser.add_argument("--at", metavar="REF", help="where to open")  # of `open`, which may be left out
    for action in (at, *arguments(parser)):
        match action.dest:
            case "file" | "files":
                complete = BRIEFINGS
            case "words":
                complete = {
                    "bash": "_briefing_files_and_references",
                    "zsh": "_briefing_files_and_references",
                    "fish": f"{BRIEFINGS['fish']} (_briefing_list references)",
                }
            case "at":
                complete = listed("references")
            case "area" | "point":
                complete = listed(f"{action.dest}s")
            case "out":
                complete = shtab.FILE
            case _:
                continue
        action.complete = complete  # type: ignore[attr-defined]
    return parser


def arguments(parser: ArgumentParser) -> Iterator[Action]:
    """Yield the arguments of every command."""
    for action in parser._actions:
        if shtab.is_subparser(action):
            for command in dict.fromkeys(action.choices.values()):  # type: ignore[union-attr]
                yield from command._actions


def listed(kind: str) -> dict[str, str]:
    """Return how each shell gets the words of one kind."""
    return {"bash": f"_briefing_{kind}", "zsh": f"_briefing_{kind}", "fish": f"(_briefing_list {kind})"}


def script(shell: str) -> str:
    """Return the script for `shell`. A file may stand where a command does, and shtab knows only commands."""
    globbing = BRIEFINGS["bash"]
    preamble = {"bash": BASH.replace("GLOB", globbing), "zsh": ZSH, "fish": FISH}[shell]
    made = shtab.complete(completing(grammar()[0]), shell, preamble=preamble)
    if shell == "zsh":  # by shtab's pattern only the first of several words is completed
        made = re.sub(r'"\(\*\)::?', '"*:', made)
    more = {
        "bash": f"\n_shtab_briefing_pos_0_COMPGEN={globbing}\n",
        "zsh": "",
        "fish": "\ncomplete -c briefing -n '_shtab_briefing_using; and test $_shtab_briefing_npos -eq 0' "
        f"-ka \"{BRIEFINGS['fish']}\" -d 'a briefing file'\n",
    }
    return "\n".join(line.rstrip() for line in (made + more[shell]).splitlines()) + "\n"


def manual() -> str:
    """Return the manual page, without the day on which it was made."""
    page = Manpage(grammar()[0])
    page.date, page.manual = "", "User Commands"
    page.description = "read an inspection briefing in the terminal, or as a document"
    name, synopsis, rest = re.split(r"(?<=\.SH SYNOPSIS)|(?=\.SH DESCRIPTION)", str(page))
    return name + synopsis.replace(" briefing ", "\n.br\nbriefing ") + rest


def made() -> dict[str, str]:
    """Return every file with its text, by name."""
    return {**{f"briefing.{shell}": script(shell) for shell in SHELLS}, "briefing.1": manual()}


if __name__ == "__main__":
    for name, text in made().items():
        (SHELL / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{SHELL / name}\n")
