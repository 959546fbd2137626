"""A program that marks 500 findings and says so after each: `python -m tests.state.marker AA`.

Started again, it goes on where it was. At the first mark that is not kept it says why, and ends.
Without an argument it says what is marked. The environment says where marks are kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import tests
from briefing_tui.state import Memory
from tests.state.visit import briefing, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

MARKS = 500
AREAS = ("AA", "MASH", "EH", "QA")
VISIT = briefing(*(one for area in AREAS for one in numbered(area, MARKS)))
NO_BYTECODE = {"PYTHONDONTWRITEBYTECODE": "1"}
"""Where no file can grow, Python would leave bytecode behind that was cut short, for all to stumble over."""
COMMAND = (sys.executable, "-m", "tests.state.marker")


def started(
    environ: Mapping[str, str], *arguments: str, within: tuple[str, ...] = ()
) -> subprocess.Popen[str]:
    """Start the program, as the argument of the command `within` if there is one."""
    checkout = Path(tests.__file__).parents[1]
    return subprocess.Popen(
        (*within, *COMMAND, *arguments),
        cwd=checkout,
        env={"PATH": os.defpath, "PYTHONPATH": str(checkout), **NO_BYTECODE, **environ},
        stdout=subprocess.PIPE,
        text=True,
    )


def said(program: subprocess.Popen[str]) -> list[str]:
    """Return the lines that the program wrote before it ended, from where they were last read."""
    with program:
        assert program.stdout
        return program.stdout.read().splitlines()


def main() -> None:
    """Mark what is not yet marked, or say what is."""
    memory = Memory.open(os.environ, VISIT)
    if not sys.argv[1:]:
        say(*(mark.reference for mark in memory.marks))
        return
    say("open")
    for entry in VISIT.findings:
        if entry.reference.startswith(f"{sys.argv[1]}-") and not memory.is_marked(entry.reference):
            memory.toggle(entry)
            if memory.why:
                say(memory.why)
                return
            say(entry.reference)


def say(*lines: str) -> None:
    """Write `lines` out at once."""
    os.write(1, "".join(f"{line}\n" for line in lines).encode())


if __name__ == "__main__":
    main()
