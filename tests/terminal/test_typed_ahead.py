"""Keys that come together, as from a line that stalls or a program that is busy: none overtakes another."""

from __future__ import annotations

import base64
import time
from typing import TYPE_CHECKING

import pytest

from tests.terminal.program import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sheet import Sheet


def at_ooh_1(sheet: Sheet) -> bool:
    """Say whether that is what is chosen."""
    return sheet.chosen == "OOH-1"


@pytest.mark.parametrize(("keys", "copied"), [(b"jy", "OOH-2"), (b"jjy", "OOH-3"), (b"jjky", "OOH-2")])
def test_what_is_copied(tmp_path: Path, keys: bytes, copied: str) -> None:
    """What is copied is where the keys before led, not what they left."""
    with opened(tmp_path, "--at", "OOH-1") as terminal:
        terminal.until(at_ooh_1)
        terminal.send(keys)
        terminal.until(f"{copied} sent to your terminal")
        encoded = terminal.raw.rpartition(b"\x1b]52;c;")[2].partition(b"\x1b\\")[0].partition(b"\x07")[0]
        assert f"[{copied}]" in base64.b64decode(encoded).decode()


def test_what_is_marked(tmp_path: Path) -> None:
    """What is marked is where the keys before led."""
    with opened(tmp_path, "--at", "OOH-1") as terminal:
        terminal.until(at_ooh_1)
        terminal.send(b"jjm")
        terminal.until("Marked OOH-3")


def test_the_column_that_is_meant(tmp_path: Path) -> None:
    """After a key that leads to another column, the next is that column's."""
    with opened(tmp_path, "--at", "OOH-1") as terminal:
        terminal.until(at_ooh_1)
        terminal.send(b"ljjh")
        assert at_ooh_1(terminal.still())
        terminal.send(b"hjlj")
        terminal.until(lambda sheet: sheet.chosen == "FD-2")


@pytest.mark.parametrize("gap", [0.03, 0.045, 0.055])
def test_what_is_opened_from_the_detail(tmp_path: Path, gap: float) -> None:
    """However fast one goes on in the detail, what is opened is what stands there."""
    with opened(tmp_path, "--at", "AA-5", columns=120, lines=40) as terminal:
        terminal.until(lambda sheet: sheet.chosen == "AA-5")
        for key in ("l", "j", "j", "\r", "j", "j", "j", "\r"):
            terminal.send(key.encode())
            time.sleep(gap)
        sheet = terminal.until(lambda sheet: sheet.heading.startswith("PLAN-3"))
        assert sheet == terminal.still()


def test_the_place_that_is_kept(tmp_path: Path) -> None:
    """Where the last key before `q` led is where the next start opens."""
    with opened(tmp_path, "--at", "OOH-1") as terminal:
        terminal.until(at_ooh_1)
        terminal.send(b"jq")
        assert terminal.exit_status() == 0
    with opened(tmp_path) as terminal:
        terminal.until(lambda sheet: sheet.chosen == "OOH-2")


def test_something_is_seen_while_keys_keep_coming(tmp_path: Path) -> None:
    """Of many keys that each draw all anew, it is not only the last that is seen."""
    with opened(tmp_path, "--at", "OOH-1") as terminal:
        terminal.until(at_ooh_1)
        terminal.still()
        terminal.send(b"t" * 800 + b"q")
        seen = set()
        while terminal.running:
            terminal.still(0.01)
            seen.add(len(terminal.raw))
        assert terminal.exit_status() == 0
        assert len(seen) > 4
