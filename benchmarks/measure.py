"""One round of measuring a program: its starts, its keys, its end."""
# ruff: noqa: INP001 (scripts, not a package)

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from benchmarks.program import HELD, environment
from benchmarks.screen import first_seen, first_text, seen
from benchmarks.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.program import Action, Program
    from benchmarks.session import Reaction

FIRST_PAINT = "first paint"
SETTLED = "first screen settled"

REPEAT = 1 / 30
"""Seconds between the keys that a held key types."""

HELD_KEYS = b"j" * 30


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that was measured."""

    row: str
    value: float
    unit: Literal["s", "bytes", "share"] = "s"


@dataclass(frozen=True, slots=True)
class Bench:
    """What programs are measured on."""

    columns: int
    lines: int
    compiled: Path
    """Where their modules are kept compiled."""

    def session(self, command: Sequence[str], home: Path) -> Session:
        """Start `command`."""
        return Session(command, environment(home, self.compiled), home, self.columns, self.lines)


def start_figures(program: Program, bench: Bench) -> Iterator[Figure]:
    """Start it as new, a second time, and with a key typed at once where keys do anything."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with bench.session(program.command, home) as session:
            start = session.started()
            yield Figure(FIRST_PAINT, first_text(start.heard) or 0.0)
            yield Figure(SETTLED, start.ended)
            yield Figure("bytes of the first screen", start.bytes, "bytes")
            yield Figure("peak memory", session.peak_memory(), "bytes")
            yield Figure("quit", session.quit(b"q"))
        if not program.ours:
            return
        with bench.session(program.command, home) as session:
            yield Figure("first paint, second start", first_text(session.started().heard) or 0.0)
            session.quit(b"q")
    unkeyed = seen(start.heard, bench.columns, bench.lines)
    with tempfile.TemporaryDirectory() as new, bench.session(program.command, Path(new)) as session:
        keyed = session.press(b"j")
        reacted = first_seen(keyed.heard, unkeyed, bench.columns, bench.lines)
        if reacted:
            yield Figure("reaction to a key typed at once", reacted)


def key_figures(program: Program, bench: Bench, *, short: bool) -> Iterator[Figure]:
    """Press its keys; if `short`, not every one."""
    if not program.actions:
        return
    with tempfile.TemporaryDirectory() as home, bench.session(program.command, Path(home)) as session:
        session.started()
        yield from _keys([action for action in program.actions if action.budgeted or not short], session)


def _keys(actions: Iterable[Action], session: Session) -> Iterator[Figure]:
    for action in actions:
        for key in action.before:
            session.press(key.encode())
        for key in action.keys:
            yield from _reacted(action.name, session.press(key.encode()))
        for key in action.after:
            session.press(key.encode())
    yield from _reacted(HELD, session.press(HELD_KEYS, every=REPEAT))


def _reacted(row: str, reaction: Reaction) -> Iterator[Figure]:
    yield Figure(row, reaction.bytes, "bytes")
    yield Figure(row, reaction.ended)


def idle_figures(program: Program, bench: Bench, seconds: float) -> Iterator[Figure]:
    """Leave it alone for so long."""
    with tempfile.TemporaryDirectory() as home, bench.session(program.command, Path(home)) as session:
        session.started()
        came, used = session.idle(seconds)
        yield Figure("idle", came, "bytes")
        yield Figure("idle", used, "share")


def slow_figures(program: Program, bench: Bench) -> Iterator[Figure]:
    """Measure through a line of 64 kbit/s with 100 ms of round trip, from the key that starts it on."""
    line = (sys.executable, str(Path(__file__).with_name("line.py")), *program.command)
    with tempfile.TemporaryDirectory() as home, bench.session(line, Path(home)) as session:
        session.started()
        start = session.press(b"\r")
        yield Figure(FIRST_PAINT, first_text(start.heard) or 0.0)
        yield Figure(SETTLED, start.ended)
        if program.actions:
            move = program.actions[0]
            for key in move.before:
                session.press(key.encode())
            for key in move.keys:
                yield Figure(move.name, session.press(key.encode()).ended)
            yield Figure(HELD, session.press(HELD_KEYS, every=REPEAT).ended)
        session.quit(b"q")
