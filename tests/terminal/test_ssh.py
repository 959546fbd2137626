"""Over SSH: a real server, a real client, a login that sets no locale."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

import pytest

from briefing_tui.export.citation import citation
from tests.terminal.emulator import ON_AT_START, Terminal, plain_environment
from tests.terminal.program import THIS_PYTHON, environment, walk_to_ooh_1
from tests.terminal.ssh import Server, missing

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_tui.model.briefing import Briefing

_CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")

_LOCAL = {"TERM", "LANG", "PATH"}
"""What is the client's, or what a login sets by itself."""


@pytest.mark.slow
def test_read_copy_and_quit(tmp_path: Path, hackney: Briefing) -> None:
    """A finding is read, its quotation reaches the clipboard of this end, and q gives the line back."""
    if missing():
        pytest.skip(f"install Debian's openssh-server and openssh-client: no {', '.join(missing())}")
    kept = {name: value for name, value in environment(tmp_path).items() if name not in _LOCAL}
    (tmp_path / "ssh").mkdir()
    with (
        Server(tmp_path / "ssh") as server,
        Terminal(
            server.login(THIS_PYTHON, kept), environment=plain_environment(tmp_path), folder=tmp_path
        ) as terminal,
    ):
        walk_to_ooh_1(terminal)
        quotation = str(hackney.entry("OOH-1").quotations[0])
        terminal.until(lambda sheet: quotation[:20] in " ".join("\n".join(sheet.lines).split()))
        terminal.press("y")
        terminal.until("OOH-1 sent to your terminal's clipboard.")
        copied = [base64.b64decode(text).decode() for text in _CLIPBOARD.findall(terminal.raw)]
        assert copied == [citation(hackney, hackney.entry("OOH-1"))]
        terminal.press("q")
        assert terminal.exit_status() == 0, server.log
        assert terminal.modes_on == ON_AT_START
        assert terminal.cursor_shown
        assert terminal.termios == terminal.line_settings
