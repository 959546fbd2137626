"""Programs marking at once, all but one of them killed again and again."""

from __future__ import annotations

import time
from random import SystemRandom
from typing import TYPE_CHECKING

import pytest

from briefing_tui.state import Memory
from tests.state.marker import AREAS, MARKS, VISIT, said, started

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 0.04
"""Seconds of marking before a kill: ten times that is less than 500 marks take."""


@pytest.mark.parametrize(
    ("areas", "rounds"), [(AREAS[1:2], 10), pytest.param(AREAS[1:], 34, marks=pytest.mark.slow)]
)
def test_no_acknowledged_mark_is_lost(
    home: Path, environ: dict[str, str], areas: tuple[str, ...], rounds: int
) -> None:
    """However often programs were killed, every mark acknowledged is there, once, and no file but one."""
    steady = started(environ, AREAS[0])
    acknowledged = []
    for _ in range(rounds):
        killed = [started(environ, area) for area in areas]
        for program in killed:
            assert program.stdout
            assert program.stdout.readline() == "open\n"
        for program in killed:
            time.sleep(SystemRandom().uniform(0, LONGEST / len(areas)))
            program.kill()
            acknowledged += said(program)
    assert said(steady) == ["open", *(f"{AREAS[0]}-{n}" for n in range(1, MARKS + 1))]

    between = [mark.reference for mark in Memory.open(environ, VISIT).marks]
    assert set(acknowledged) <= set(between)
    assert len(between) == len(set(between))

    for program in [started(environ, area) for area in areas]:
        said(program)
    all_of_them = {f"{area}-{n}" for area in (AREAS[0], *areas) for n in range(1, MARKS + 1)}
    assert {mark.reference for mark in Memory.open(environ, VISIT).marks} == all_of_them
    assert len([one for one in home.rglob("*") if not one.is_dir()]) == 1
