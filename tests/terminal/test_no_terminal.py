"""Where there is no screen to draw on, the program says so at once, and what to do instead."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.terminal.program import THIS_PYTHON, environment, opened

if TYPE_CHECKING:
    from pathlib import Path

SOON = 5.0
"""Seconds: five times what it may take to say so, since what is a fault is to hang."""


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_without_a_screen(tmp_path: Path, term: str) -> None:
    """A terminal that cannot move its cursor: exit status 2, and `briefing show` is named."""
    with opened(tmp_path, TERM=term) as terminal:
        assert terminal.exit_status(SOON) == 2
        assert b"briefing show" in terminal.raw
        assert b"\x1b" not in terminal.raw
        assert terminal.given_back


@pytest.mark.parametrize("missing", ["stdin", "stderr"])
def test_standard_input_or_messages_go_elsewhere(tmp_path: Path, missing: str) -> None:
    """Without a terminal to read from or to say things to, nothing is drawn: exit status 2."""
    master, slave = os.openpty()
    streams = {"stdin": slave, "stdout": slave, "stderr": slave} | {missing: subprocess.DEVNULL}
    if missing == "stderr":
        streams["stderr"] = subprocess.PIPE
    done = subprocess.run(THIS_PYTHON, **streams, env=environment(tmp_path), timeout=SOON, check=False)  # type: ignore[call-overload]
    os.close(slave)
    said = os.read(master, 4096) if missing == "stdin" else done.stderr
    os.close(master)
    assert done.returncode == 2
    assert b"briefing show" in said
    assert b"\x1b" not in said


def test_locale_c(tmp_path: Path) -> None:
    """In the C locale the screen is the same."""
    with opened(tmp_path) as terminal:
        expected = terminal.until("At a glance").lines
    with opened(tmp_path, LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii") as terminal:
        assert terminal.until("At a glance").lines == expected
