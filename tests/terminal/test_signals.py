"""Signals at any moment, a line that is dropped, and mistakes of ours: what is left of the terminal."""

from __future__ import annotations

import os
import signal
import stat
import sys
import time
from pathlib import Path

import pytest

from tests.terminal.faulty import WORDS
from tests.terminal.program import opened, shell_status

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)

ROOT = str(Path(__file__).parents[2])

WITHIN = 3.0
"""Seconds in which a signal must have ended the program, whatever it was doing."""


def faulty(mistake: str) -> tuple[str, ...]:
    """Return the command of the program with a mistake."""
    return (sys.executable, "-m", "tests.terminal.faulty", mistake)


@pytest.mark.parametrize("number", ENDING, ids=lambda number: number.name)
def test_a_signal_while_idle(tmp_path: Path, number: signal.Signals) -> None:
    """The terminal is as before, the exit status 128 and the number; place and marks are kept."""
    with opened(tmp_path) as terminal:
        terminal.until("At a glance")
        terminal.press("2", "]")
        terminal.until(lambda sheet: sheet.chosen == "EH-1")
        terminal.press("m")
        terminal.until("*EH-1")
        terminal.signal(number)
        assert shell_status(terminal.exit_status(WITHIN)) == 128 + number
        assert terminal.given_back
    with opened(tmp_path) as terminal:
        terminal.until("*EH-1")
        assert terminal.still(1.0).chosen == "EH-1"  # not only in the frame kept of the last


@pytest.mark.slow
@pytest.mark.parametrize("number", ENDING, ids=lambda number: number.name)
def test_a_signal_while_a_handler_hangs(tmp_path: Path, number: signal.Signals) -> None:
    """A program that is stuck is ended by force; it gives the terminal back, and the marks are kept."""
    with opened(tmp_path, "--at", "EH-1", program=faulty("hang"), PYTHONPATH=ROOT) as terminal:
        terminal.until(lambda sheet: sheet.chosen == "EH-1")
        terminal.press("m")
        terminal.until("*EH-1")
        terminal.press("?")
        terminal.still()
        terminal.signal(number)
        terminal.signal(number)
        assert shell_status(terminal.exit_status(WITHIN)) == 128 + number
        assert terminal.given_back
    with opened(tmp_path, "--at", "EH-1") as terminal:
        terminal.until("*EH-1")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "again"),
    [
        *((number, False) for number in ENDING if number != signal.SIGINT),
        *((number, True) for number in ENDING),
    ],
)
def test_a_signal_while_it_starts(tmp_path: Path, number: signal.Signals, *, again: bool) -> None:
    """At whatever moment of the start it comes, the terminal is as before and the status as always.

    A start that is not the first has a frame to show at once, and marks to lose.
    """
    if again:
        with opened(tmp_path, "--at", "EH-1") as terminal:
            terminal.until(lambda sheet: sheet.chosen == "EH-1")
            terminal.press("m")
            terminal.until("*EH-1")
            terminal.still(1.0)
            terminal.press("q")
            assert terminal.exit_status() == 0
    for hundredths in range(2, 60, 6):
        with opened(tmp_path, "--at", "EH-1") as terminal:
            if number == signal.SIGINT:  # of which Python may make an error of its own until there is a frame
                terminal.until(lambda _, terminal=terminal: b"\x1b[2J" in terminal.raw)  # type: ignore[misc]
            time.sleep(hundredths / 100)
            terminal.signal(number)
            status = shell_status(terminal.exit_status(WITHIN))
            reports = [one.read_text() for one in (tmp_path / "state").rglob("crash-*")]
            assert status == 128 + number, "\n".join([str(hundredths), *reports])
            assert terminal.given_back, hundredths
    with opened(tmp_path, "--at", "EH-1") as terminal:
        terminal.until("*EH-1" if again else "EH-1")


def test_ctrl_c_before_anything_is_shown(tmp_path: Path) -> None:
    """A program that is told to end while it still loads says nothing: no traceback, status 130."""
    program = (sys.executable, "-m", "tests.terminal.slow_start")
    with opened(tmp_path, program=program, PYTHONPATH=ROOT) as terminal:
        terminal.still(1.0)
        terminal.signal(signal.SIGINT)
        assert shell_status(terminal.exit_status(WITHIN)) == 128 + signal.SIGINT
        assert terminal.raw == b""
        assert terminal.given_back


@pytest.mark.parametrize("ignoring", [None, signal.SIGHUP])
def test_the_line_is_dropped(tmp_path: Path, ignoring: signal.Signals | None) -> None:
    """When the line is dropped the program is gone soon, also where it was told to ignore SIGHUP.

    The reader's place is kept.
    """
    with opened(tmp_path, ignoring=ignoring) as terminal:
        terminal.until("At a glance")
        terminal.press("2", "]")
        terminal.until(lambda sheet: sheet.chosen == "EH-1")
        terminal.hang_up()
        assert shell_status(terminal.exit_status(5)) == 128 + signal.SIGHUP
    with opened(tmp_path) as terminal:
        terminal.until(lambda sheet: sheet.chosen == "EH-1")


@pytest.mark.parametrize("mistake", ["raise", "work"])
def test_a_mistake_of_ours(tmp_path: Path, mistake: str) -> None:
    """Two lines say what it was and where the report is; only the reader may read it; no word is repeated."""
    with opened(tmp_path, program=faulty(mistake), PYTHONPATH=ROOT) as terminal:
        terminal.until("At a glance")
        terminal.press("?")
        assert terminal.exit_status() == 1
        assert terminal.given_back
        _, _, said = terminal.raw.rpartition(b"\x1b[?25h")
    first, second = said.decode().splitlines()
    assert first == "briefing: stopped by a mistake of its own: KeyError."
    assert WORDS not in said.decode()
    report = Path(second.rpartition("report is in ")[2])
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert report.is_relative_to(tmp_path)
    assert "action_help" in report.read_text() or "_raise" in report.read_text()
    assert "local = " not in report.read_text().replace("local = WORDS", "")


def test_a_mistake_where_nothing_can_be_written(tmp_path: Path) -> None:
    """Where no report can be written, the second line says why."""
    taken = tmp_path / "taken"
    taken.write_text("")
    with opened(tmp_path, program=faulty("raise"), PYTHONPATH=ROOT, XDG_STATE_HOME=str(taken)) as terminal:
        terminal.until("At a glance")
        terminal.press("?")
        assert terminal.exit_status() == 1
        _, _, said = terminal.raw.rpartition(b"\x1b[?25h")
    assert "could not be written: Not a directory." in said.decode().splitlines()[1]


def test_ctrl_c_says_how_to_quit(tmp_path: Path) -> None:
    """Ctrl+C is a key: it ends nothing, and says what does."""
    with opened(tmp_path) as terminal:
        terminal.until("At a glance")
        terminal.send(b"\x03\x03")
        terminal.until("To quit, press q.")
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_a_stop_from_outside_is_made_good(tmp_path: Path) -> None:
    """After `kill -STOP` and `kill -CONT` the whole screen is drawn again."""
    with opened(tmp_path) as terminal:
        before = terminal.until("At a glance").lines
        terminal.still()
        terminal.signal(signal.SIGSTOP)
        time.sleep(0.1)
        sent = len(terminal.raw)
        os.kill(terminal.process_id, signal.SIGCONT)
        assert terminal.still().lines == before
        assert b"\x1b[2J" in terminal.raw[sent:]
