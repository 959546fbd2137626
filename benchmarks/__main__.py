"""Measures the program in a pty, beside a bare Textual app, a curses list and less: `python -m benchmarks`.

Each round starts all programs in turn, several times, and then presses their keys in turn, so that a busy
moment of the machine falls on all of them; printed are medians, as Markdown. `--short` is what CI runs.
"""
# ruff: noqa: INP001, S603, T201 (scripts that run programs and print)

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import sample
from benchmarks.measure import Bench, idle_figures, key_figures, slow_figures, start_figures
from benchmarks.program import programs
from benchmarks.table import Figures
from briefing_tui.paths import bundled_briefing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.program import Program

SIZES = ((80, 24), (120, 40))
HACKNEY = 60
"""About how many findings the bundled briefing has."""
LARGER = (1_000, 10_000)
STARTS = 5
"""In each round. They are compared, and the machine's clock may change from one minute to the next."""


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--short", action="store_true", help="under 40 seconds: one round of the least at 80x24"
    )
    parser.add_argument(
        "--rounds", type=int, help="how often to measure each (default: 5, or 1 with --short)"
    )
    parser.add_argument("--idle", type=float, help="seconds of idleness (default: 60, or 1 with --short)")
    asked = parser.parse_args()
    rounds = asked.rounds or (1 if asked.short else 5)
    idle = asked.idle or (1 if asked.short else 60)
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        files = {HACKNEY: bundled_briefing()}
        if not asked.short:
            files |= {count: sample.write(at, count) for count in LARGER}
        for columns, lines in SIZES[:1] if asked.short else SIZES:
            bench = Bench(columns, lines, at / "compiled")
            beside = _programs(files[HACKNEY], bench)
            for program in beside:
                _begin(program, bench)
            _compare(beside, bench, rounds, idle, short=asked.short)
            if asked.short:
                beside = beside[:1]
            else:
                ours = {count: next(iter(_programs(file, bench))) for count, file in files.items()}
                _grow(ours, bench, rounds)
            _slow(beside, bench, rounds)


def _programs(file: Path, bench: Bench) -> tuple[Program, ...]:
    """Return the programs, reading the briefing in `file` or the plain text of it."""
    text = bench.compiled.with_name(f"{file.stem}.txt")
    shown = subprocess.run([sys.executable, "-m", "briefing_tui", file], capture_output=True, check=True)
    text.write_bytes(shown.stdout)
    return tuple(programs(file, text))


def _begin(program: Program, bench: Bench) -> None:
    """Start it once unmeasured: its modules get compiled and its files come from the disk."""
    with tempfile.TemporaryDirectory() as home, bench.session(program.command, Path(home)) as session:
        session.started()


def _compare(beside: Sequence[Program], bench: Bench, rounds: int, idle: float, *, short: bool) -> None:
    """Measure the programs in turn, round after round."""
    found = _measured({program.name: program for program in beside}, bench, rounds, short=short)
    for program in beside:
        found.add(program.name, idle_figures(program, bench, idle))
    ours, *others = [program.name for program in beside]
    _say(f"{bench.columns}×{bench.lines}, the bundled briefing; idle for {idle:g} s")
    print(found.table([(ours, other) for other in others]))


def _grow(files: Mapping[int, Program], bench: Bench, rounds: int) -> None:
    """Measure this program on ever larger files in turn, round after round."""
    programs = {f"{count:,} findings": program for count, program in files.items()}
    found = _measured(programs, bench, rounds, short=False)
    first, *others = found.columns
    _say(f"{bench.columns}×{bench.lines}, larger files")
    print(found.table([(other, first) for other in others]))


def _measured(programs: Mapping[str, Program], bench: Bench, rounds: int, *, short: bool) -> Figures:
    """Measure the starts of the programs, right after each other, and then their keys, round after round."""
    found = Figures()
    for _ in range(rounds):
        for turn in range(1 if short else STARTS):
            names = deque(programs)
            names.rotate(turn)  # none always comes after the same
            for name in names:
                found.add(name, start_figures(programs[name], bench))
        for name, program in programs.items():
            found.add(name, key_figures(program, bench, short=short))
    return found


def _slow(beside: Sequence[Program], bench: Bench, rounds: int) -> None:
    """Measure the programs through a slow line, in turn, round after round."""
    found = Figures()
    for _ in range(rounds):
        for program in beside:
            found.add(program.name, slow_figures(program, bench))
    _say(f"{bench.columns}×{bench.lines}, through 64 kbit/s with 100 ms of round trip")
    print(found.table())


def _say(title: str) -> None:
    print(f"\n{title}\n", flush=True)


if __name__ == "__main__":
    main()
