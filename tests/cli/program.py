"""The real program, run as a user runs it, with its output caught."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import briefing_tui

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = (sys.executable, "-m", "briefing_tui")

# From whatever folder: the very package that the tests import.
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(briefing_tui.__file__).parent.parent), "PYTHONUTF8": "1"}


def run(
    *arguments: str | Path,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    within: tuple[str, ...] = (),
    patience: float = 60,
) -> subprocess.CompletedProcess[bytes]:
    """Run the program with nothing to read and its output caught; `environment` is added to ours.

    `within` is a command that runs its last arguments. Raises TimeoutExpired after `patience` seconds.
    """
    return subprocess.run(
        [*within, *PROGRAM, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        cwd=folder,
        env={**ENVIRONMENT, **(environment or {})},
        timeout=patience,
    )


def without_rights(path: Path) -> tuple[str, ...]:
    """Return a command that runs others as somebody who may not read `path`, whose mode says so; or skip."""
    if not os.access(path, os.R_OK):
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root may read everything, and there is no setpriv to run the program with less")
    return ("setpriv", "--bounding-set=-all", "--inh-caps=-all")


def out(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """Return the lines of data."""
    return done.stdout.decode().splitlines()


def err(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """Return the lines of talk."""
    return done.stderr.decode().splitlines()
