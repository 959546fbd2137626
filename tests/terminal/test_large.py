"""A briefing of ten thousand findings, in a real terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.sample import write
from tests.terminal.program import opened

SOON = 10.0
"""Seconds: five times what opening may take, since what is a fault is that it does not scale."""

MOST = 100_000_000 // 1024
"""Kibibytes of memory, at most."""


@pytest.mark.slow
def test_ten_thousand_findings(tmp_path: Path) -> None:
    """It opens, goes to the last of them and quits, as a small one does, in less than 100 MB."""
    file = write(tmp_path, 10_000)
    with opened(tmp_path, str(file)) as terminal:
        terminal.until("At a glance", within=SOON)
        terminal.press("2")
        terminal.until(lambda sheet: sheet.chosen == "MASH-1")
        terminal.press("G")
        terminal.until(lambda sheet: sheet.chosen == "PLAN-833")
        assert memory(terminal.process_id) < MOST
        terminal.press("q")
        assert terminal.exit_status(SOON) == 0


def memory(process_id: int) -> int:
    """Return the most kibibytes that a program has had at once."""
    status = Path(f"/proc/{process_id}/status").read_text(encoding="ascii")
    (found,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(found.split()[1])
