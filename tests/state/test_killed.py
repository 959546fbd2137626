"""Two programs marking at once, one of them killed again and again."""

from __future__ import annotations

import time
from random import SystemRandom
from typing import TYPE_CHECKING

import pytest

from briefing_tui.state import Memory
from tests.state.marker import MARKS, VISIT, said, started

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 10
LONGEST = 0.04
"""Seconds of marking before a kill: ten times that is less than 500 marks take."""


@pytest.mark.parametrize("attempt", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 10))])
def test_no_acknowledged_mark_is_lost(home: Path, environ: dict[str, str], attempt: int) -> None:
    """Every mark acknowledged by either program is there, once, however often one was killed."""
    del attempt
    steady = started(environ, "AA")
    acknowledged = []
    for _ in range(KILLS):
        killed = started(environ, "MASH")
        assert killed.stdout
        assert killed.stdout.readline() == "open\n"
        time.sleep(SystemRandom().uniform(0, LONGEST))
        killed.kill()
        acknowledged += said(killed)
    assert said(steady) == ["open", *(f"AA-{n}" for n in range(1, MARKS + 1))]

    between = [mark.reference for mark in Memory.open(environ, VISIT).marks]
    assert set(acknowledged) <= set(between)
    assert len(between) == len(set(between))

    said(started(environ, "MASH"))
    assert {mark.reference for mark in Memory.open(environ, VISIT).marks} == set(VISIT.entries) - {
        fact.reference for fact in (*VISIT.facts, *VISIT.sentences)
    }
    assert len([one for one in home.rglob("*") if not one.is_dir()]) == 1
