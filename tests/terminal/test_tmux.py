"""The program inside a real tmux, as people have it who keep a session on a server."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.terminal.emulator import DEADLINE
from tests.terminal.program import THIS_PYTHON, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


class Tmux:
    """A tmux server of our own with one pane of 80×24, in which a shell runs."""

    def __init__(self, home: Path) -> None:
        self._environment = environment(home) | {"TMUX_TMPDIR": str(home)}
        self._home = home
        shell = ("new-session", "-d", "-x", "80", "-y", "24", "sh")
        self._run("-f", os.devnull, "start-server", ";", "set-option", "-g", "status", "off", ";", *shell)

    def type(self, line: str) -> None:
        """Type a line at the shell's prompt."""
        self._run("send-keys", "-l", line)
        self._run("send-keys", "Enter")

    def press(self, key: str) -> None:
        """Press a key, by tmux's name for it."""
        self._run("send-keys", key)

    @property
    def lines(self) -> list[str]:
        """What the pane shows."""
        return self._run("capture-pane", "-p").splitlines()

    def until(self, condition: Callable[[list[str]], bool]) -> list[str]:
        """Wait until the pane shows what is meant; return its lines."""
        ends = time.monotonic() + DEADLINE
        while not condition(lines := self.lines):
            assert time.monotonic() < ends, "waited in vain:\n" + "\n".join(lines)
            time.sleep(0.05)
        return lines

    def end(self) -> None:
        """End the server and all that runs in it."""
        self._run("kill-server")

    def _run(self, *arguments: str) -> str:
        command = ["tmux", "-L", "briefing", "-u", *arguments]
        return subprocess.run(
            command, env=self._environment, cwd=self._home, check=True, capture_output=True, text=True
        ).stdout


@pytest.fixture
def tmux(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tmux]:
    """Start a server; its socket's folder has a short name, since a socket's path may not be long."""
    server = Tmux(tmp_path_factory.mktemp("t"))
    yield server
    server.end()


def test_walk_and_quit_in_tmux(tmux: Tmux) -> None:
    """Inside tmux the reader walks to OOH-1, quits, and is back where the shell was."""
    tmux.type("PS1='ready$ '; clear")
    tmux.until(lambda lines: lines[0].rstrip() == "ready$")
    tmux.type("echo what stood here; printf '%s\\n' before")
    before = tmux.until(lambda lines: "before" in lines and lines[3].startswith("ready$"))[:3]

    tmux.type(" ".join(THIS_PYTHON) + "; echo status $?")
    tmux.until(lambda lines: any("At a glance" in line for line in lines))
    tmux.press("2")
    for first in ("MASH-1", "EH-1", "AA-1"):
        tmux.until(lambda lines, first=first: any(f"{first}  ▲ " in line for line in lines))  # type: ignore[misc]
        tmux.press("]")
    lines = tmux.until(lambda lines: any("OOH-1  ▲ strength" in line for line in lines))
    assert len(lines) == 24
    assert max(len(line) for line in lines) <= 80
    assert not any("what stood here" in line for line in lines)

    tmux.press("q")
    after = tmux.until(lambda lines: "status 0" in lines)
    assert after[: len(before)] == before
    assert not any("OOH-1" in line for line in after)
