"""Homes in which nothing can be kept: the program opens all the same, and says so on the screen."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.state.test_failure import FULL, PRIVATE, READ_ONLY, can_mount
from tests.terminal.program import THIS_PYTHON, opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SAID = "last only for this session"
LEFT = "*EH-1"
"""How the mark is shown that the session before has left."""

WITHOUT_HOME = (
    "env",
    *(f"-u{name}" for name in ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")),
)
NOBODY = ("unshare", "--user", "--map-user=54321", "--map-group=54321")

FILLED = f'{FULL}; head -c 65536 /dev/zero >"$HOME/ballast" 2>/dev/null || true; exec "$@"'


def full(home: Path) -> tuple[str, ...]:
    """Return a command that runs another where the home is a full disk of 64 KB."""
    if not can_mount(FULL, home):
        pytest.skip("no mounts of our own here")
    return (*PRIVATE, FILLED, "sh")


def read_only(home: Path) -> tuple[str, ...]:
    """Return a command that runs another where the home cannot be written to."""
    if not can_mount(READ_ONLY, home):
        pytest.skip("no mounts of our own here")
    return (*PRIVATE, READ_ONLY, "sh")


def unknown(_: Path) -> tuple[str, ...]:
    """Return a command that runs another without a home, as a user whom no account knows."""
    if (
        not shutil.which("unshare")
        or subprocess.run((*NOBODY, "true"), capture_output=True, check=False).returncode
    ):
        return WITHOUT_HOME
    return (*NOBODY, *WITHOUT_HOME)


@pytest.mark.parametrize(("within", "sees_old"), [(full, False), (read_only, True), (unknown, False)])
def test_it_runs_and_says_that_it_forgets(
    tmp_path: Path, within: Callable[[Path], tuple[str, ...]], *, sees_old: bool
) -> None:
    """One can read, mark and quit; that nothing is kept is said; what was kept before is as it was."""
    with opened(tmp_path, "--at", "EH-1") as terminal:
        terminal.until(lambda sheet: sheet.chosen == "EH-1")
        terminal.press("m")
        terminal.until(LEFT)
        terminal.press("q")
        assert terminal.exit_status() == 0
    kept = {file: file.read_bytes() for file in (tmp_path / "state").rglob("*.jsonl")}
    assert kept
    with opened(tmp_path, "--at", "EH-2", program=(*within(tmp_path), *THIS_PYTHON)) as terminal:
        terminal.until(lambda sheet: sheet.chosen == "EH-2")
        terminal.press("m")
        terminal.until("*EH-2")
        terminal.until(SAID)
        terminal.press("'")
        sheet = terminal.until("Marks ·")
        assert [any(f"{one}  " in line for line in sheet.lines[1:]) for one in ("EH-1", "EH-2")] == [
            sees_old,
            True,
        ]
        terminal.press("Esc")
        terminal.until("*EH-2")
        terminal.press("q")
        assert terminal.exit_status() == 0
        assert terminal.given_back
    assert {file: file.read_bytes() for file in (tmp_path / "state").rglob("*.jsonl")} == kept
