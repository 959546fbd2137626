"""Copying, as the bytes that arrive at the reader's terminal: plain, and through a real tmux."""

from __future__ import annotations

import re
import shutil
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest

from briefing_tui.export.citation import citation
from briefing_tui.load import load_briefing
from briefing_tui.paths import bundled_briefing
from tests.terminal.emulator import Terminal
from tests.terminal.program import THIS_PYTHON, environment, opened

if TYPE_CHECKING:
    from pathlib import Path

_ASKED = re.compile(rb"\x1b\]52;c?;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


def copied(terminal: Terminal) -> list[str]:
    """Return the texts that the terminal was asked to put on the clipboard."""
    return [b64decode(data).decode() for data in _ASKED.findall(terminal.raw)]


def cited(reference: str) -> str:
    """Return what copying an entry of the bundled briefing is to send."""
    briefing = load_briefing(bundled_briefing())
    return citation(briefing, briefing.entries[reference])


def test_plain(tmp_path: Path) -> None:
    """Y asks the terminal for the quotation with its place, once, unwrapped."""
    with opened(tmp_path, "--at", "AA-5") as terminal:
        terminal.until("AA-5  ▼ concern")
        terminal.press("y")
        terminal.until("sent to your terminal's clipboard")
        assert copied(terminal) == [cited("AA-5")]
        assert "\n" not in copied(terminal)[0]


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
@pytest.mark.parametrize("option", ["", "set-clipboard on", "set-clipboard off", "allow-passthrough on"])
def test_through_tmux(tmp_path_factory: pytest.TempPathFactory, option: str) -> None:
    """Inside tmux, whatever its settings, the text arrives at the terminal outside."""
    home = tmp_path_factory.mktemp("t")
    settings = home / "tmux.conf"
    settings.write_text(f"set-option -g {option}\n" if option else "", encoding="utf-8")
    command = ("tmux", "-L", "copy", "-u", "-f", str(settings), "new-session", *THIS_PYTHON, "--at", "AA-5")
    with Terminal(
        command, environment=environment(home) | {"TMUX_TMPDIR": str(home)}, folder=home
    ) as terminal:
        terminal.until("AA-5  ▼ concern")
        terminal.press("y")
        terminal.until("sent to your terminal's clipboard")
        terminal.still()
        assert copied(terminal)[-1] == cited("AA-5")
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_the_mouse_is_given_away_and_taken_back(tmp_path: Path) -> None:
    """M ends mouse reports, so that the terminal selects text by itself, and M begins them again."""
    with opened(tmp_path) as terminal:
        terminal.until("At a glance")
        reports = {1000, 1002, 1003, 1006, 1015, 1016} & terminal.modes_on
        assert reports
        terminal.press("M")
        terminal.until("The mouse is the terminal's")
        assert not reports & terminal.modes_on
        terminal.press("M")
        terminal.until("The mouse is the program's")
        assert reports <= terminal.modes_on


def test_alone_on_the_screen(tmp_path: Path) -> None:
    """With Y the text stands alone, from the first cell, and the mouse is the terminal's meanwhile."""
    with opened(tmp_path, "--at", "AA-7") as terminal:
        terminal.until("AA-7  ▼ concern")
        reports = {1000, 1002, 1006} & terminal.modes_on
        terminal.press("Y")
        sheet = terminal.until("Any key goes back")
        shown = " ".join(line.rstrip() for line in sheet.lines[: sheet.lines.index(" " * 80)])
        assert shown == cited("AA-7")
        assert not reports & terminal.modes_on
        terminal.press("q")
        terminal.until("AA-7  ▼ concern")
        assert reports <= terminal.modes_on


def test_a_mouse_that_is_not_wanted(tmp_path: Path) -> None:
    """With `mouse = false` in the settings there are no mouse reports; M turns them on."""
    folder = tmp_path / "config" / "briefing"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("mouse = false\n", encoding="utf-8")
    with opened(tmp_path) as terminal:
        terminal.until("At a glance")
        assert not {1000, 1002, 1003} & terminal.modes_on
        terminal.press("M")
        terminal.until("The mouse is the program's")
        assert {1000, 1002, 1006} <= terminal.modes_on


def test_settings_that_are_wrong(tmp_path: Path) -> None:
    """A settings file with a mistake is told of, with the place one key away, and the program runs."""
    folder = tmp_path / "config" / "briefing"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('theme = "dork"\n', encoding="utf-8")
    with opened(tmp_path) as terminal:
        terminal.until("Not everything could be read")
        terminal.press("!")
        terminal.until(lambda sheet: "config.toml:1:1: error" in "".join(map(str.strip, sheet.lines)))
