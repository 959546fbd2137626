"""Briefings of any size, as the benchmarks use them."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from benchmarks.sample import write
from briefing_tui.load.briefing import examine_briefing
from briefing_tui.model.coverage import coverage
from briefing_tui.model.outline import outline

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("findings", [60, 1000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_a_briefing_of_any_size(tmp_path: Path, findings: int) -> None:
    """However many findings there are, each is read with its quotation and has its place in the outline."""
    briefing, problems = examine_briefing(write(tmp_path, findings))
    assert problems == ()
    assert briefing is not None
    assert len(briefing.findings) == findings
    assert all(len(finding.quotations) == 1 for finding in briefing.findings)
    assert coverage(briefing).missing == ()
    shape = outline(briefing)
    for finding in briefing.findings:
        pane, section = shape.home(finding.reference)
        assert (pane.key, section.key) == ("findings", finding.areas[0])


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    """Two samples of one size are the same, so that figures of two runs can be compared."""
    first, second = write(tmp_path / "a", 100), write(tmp_path / "b", 100)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(tmp_path: Path, *, enabled: bool) -> None:
    """Garbage is collected after loading as before, also when a file is refused."""
    path = write(tmp_path, 1)
    try:
        for text in (path.read_text(encoding="utf-8"), "["):
            path.write_text(text, encoding="utf-8")
            (gc.enable if enabled else gc.disable)()
            examine_briefing(path)
            assert gc.isenabled() is enabled
    finally:
        gc.enable()
