"""The program inside a real tmux, as people have it who keep a session on a server."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from briefing_tui.character import harmless
from tests.terminal.emulator import DEADLINE
from tests.terminal.hostile import write_hostile
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

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self._run("resize-window", "-x", str(columns), "-y", str(lines))

    def take_clipboard(self) -> None:
        """Let programs set the clipboard, and put something into it."""
        self._run("set-option", "-g", "set-clipboard", "on")
        self._run("set-buffer", "mine")

    @property
    def clipboard(self) -> str:
        """What is in the clipboard."""
        return self._run("show-buffer")

    @property
    def title(self) -> str:
        """The title of the pane."""
        return self._run("display-message", "-p", "#{pane_title}")

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


def test_a_hostile_briefing_changes_neither_title_nor_clipboard(tmux: Tmux, tmp_path: Path) -> None:
    """What a text would write to the clipboard or to the title is not written; `y` alone does."""
    file = write_hostile(tmp_path)
    tmux.take_clipboard()
    title = tmux.title
    tmux.type(" ".join((*THIS_PYTHON, str(file))) + "; echo status $?")
    tmux.until(lambda lines: any("At a glance" in line for line in lines))
    for key in ("2", "j", "j", "G", "4", "G", "6", "G"):
        tmux.press(key)
        time.sleep(0.1)
    assert (tmux.clipboard, tmux.title) == ("mine", title)
    tmux.press("2")
    tmux.press("y")
    tmux.until(lambda _: tmux.clipboard != "mine")
    assert harmless(tmux.clipboard) == tmux.clipboard
    tmux.press("q")
    tmux.until(lambda lines: any("status 0" in line for line in lines))
    assert tmux.title == title


def test_ctrl_z_and_fg_three_times(tmux: Tmux) -> None:
    """Ctrl+Z gives the shell back, `fg` the whole screen, in the size that the window has by then."""

    def whole(lines: list[str], columns: int = 80) -> bool:
        fills = columns - 4 < len(lines[0].rstrip()) <= columns
        return fills and "Enter open" in lines[-1] and any("At a glance" in line for line in lines)

    tmux.type("PS1='ready$ '; clear")
    tmux.type(" ".join(THIS_PYTHON) + "; echo status $?")
    before = tmux.until(whole)
    for columns, lines in ((80, 24), (100, 30), (80, 24)):
        tmux.press("C-z")
        stopped = tmux.until(lambda shown: any("Stopped" in line for line in shown))
        assert not any("At a glance" in line for line in stopped)
        tmux.type("echo here $((1 + 1))")
        tmux.until(lambda shown: any("here 2" in line for line in shown))
        tmux.resize(columns, lines)
        tmux.type("fg")
        tmux.until(lambda shown, columns=columns: whole(shown, columns))  # type: ignore[misc]
    tmux.until(lambda shown: shown == before)
    tmux.press("j")
    tmux.press("q")
    tmux.until(lambda shown: [line for line in shown if line][-1].rstrip() == "ready$")
    tmux.type("echo and there")
    tmux.until(
        lambda shown: any(
            line.endswith(("$ and there", "and there")) and "echo" not in line for line in shown
        )
    )
