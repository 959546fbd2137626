"""Homes in which nothing can be kept: the program runs, says so, and harms nothing that was kept."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from briefing_tui.load.letter import parse_letter
from briefing_tui.state import Memory
from briefing_tui.state.disk import LARGEST
from tests.state.marker import MARKS, VISIT, said, started

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ONE, TWO = VISIT.findings[:2]
PRIVATE = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-ec")
"""A command that runs a script with mounts of its own, where the system lets it; no mount is left behind."""
FULL = 'mount -t tmpfs -o size=64k none "$HOME"'
READ_ONLY = 'mount --bind "$HOME" "$HOME"; mount -o remount,bind,ro "$HOME"; exec "$@"'


def can_mount(script: str, home: Path) -> bool:
    """Say whether this system lets a test have mounts of its own."""
    try:
        tried = subprocess.run(
            (*PRIVATE, script, "sh", "true"),
            env={"HOME": str(home), "PATH": os.defpath},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        return False
    return tried.returncode == 0


def nothing_but_a_file(home: Path) -> str:
    """Make a regular file, and name it as the home."""
    (home / "file").write_text("")
    return str(home / "file")


def a_folder_for_the_file(home: Path) -> str:
    """Put a folder where the file of marks would be."""
    Memory.open({"HOME": str(home)}, VISIT)
    (file,) = home.rglob("*.jsonl")
    file.unlink()
    file.mkdir()
    return str(home)


def a_pipe_for_the_file(home: Path) -> str:
    """Put a pipe where the file of marks would be: opening it would wait for ever."""
    Memory.open({"HOME": str(home)}, VISIT)
    (file,) = home.rglob("*.jsonl")
    file.unlink()
    os.mkfifo(file)
    return str(home)


def a_file_too_large(home: Path) -> str:
    """Make the file of marks larger than a journal may be, without filling disk or memory."""
    Memory.open({"HOME": str(home)}, VISIT)
    (file,) = home.rglob("*.jsonl")
    os.truncate(file, LARGEST + 1)
    return str(home)


def a_device_for_the_file(home: Path) -> str:
    """Link the file of marks to nowhere, as people do who want nothing kept."""
    Memory.open({"HOME": str(home)}, VISIT)
    (file,) = home.rglob("*.jsonl")
    file.unlink()
    file.symlink_to("/dev/null")
    return str(home)


HOMES: dict[str, tuple[Callable[[Path], str], str]] = {
    "none": (lambda _: "", "neither XDG_STATE_HOME nor HOME names a folder"),
    "missing": (lambda home: str(home / "missing"), "the folder for this is missing"),
    "below a file": (nothing_but_a_file, "the folder for this is missing"),
    "a folder": (a_folder_for_the_file, "something else stands where the file for this should be"),
    "a pipe": (a_pipe_for_the_file, "something else stands where the file for this should be"),
    "a device": (a_device_for_the_file, "something else stands where the file for this should be"),
    "a file too large": (a_file_too_large, "the file for this is too large"),
    "a name that cannot be": (lambda home: f"{home}/\0", "the file for this cannot be used"),
    "a name too long": (lambda home: f"{home}/{'x' * 5000}", "the file for this cannot be used"),
    "a name of surrogates": (lambda home: f"{home}/\ud83d", "the file for this cannot be used"),
}


@pytest.mark.parametrize("kind", HOMES)
def test_marks_last_for_the_session(home: Path, kind: str) -> None:
    """Where nothing can be kept, one sentence says so; all the rest works until the end of the session."""
    name, why = HOMES[kind]
    named = name(home)
    before = sorted(home.rglob("*"))
    memory = Memory.open({"HOME": named}, VISIT)
    assert not memory.remembers
    assert memory.toggle(ONE)
    assert memory.toggle(TWO)
    assert not memory.toggle(ONE)
    memory.leave("findings", "AA", "AA-2")
    memory.refresh()
    assert [mark.reference for mark in memory.marks] == ["AA-2"]
    assert memory.position == ("findings", "AA", "AA-2")
    assert not memory.remembers
    assert memory.why == f"Marks and your place last only for this session: {why}."
    assert sorted(home.rglob("*")) == before


def test_a_disk_that_fails_late(environ: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk took and then could not hold, as over a network, does not count as kept."""

    def fails(_: int) -> None:
        raise OSError(errno.EDQUOT, "quota")

    memory = Memory.open(environ, VISIT)
    monkeypatch.setattr("os.fsync", fails)
    memory.toggle(ONE)
    assert memory.why == "Marks and your place last only for this session: the disk is full."


def test_a_program_stopped_while_it_writes(
    environ: dict[str, str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that was stopped in the middle of a write does not stop others from keeping theirs."""
    monkeypatch.setattr("briefing_tui.state.disk.PATIENCE", 0.05)
    memory = Memory.open(environ, VISIT)
    (kept,) = home.rglob("*.jsonl")
    with kept.open("ab") as stopped:
        fcntl.flock(stopped, fcntl.LOCK_EX)
        memory.toggle(ONE)
        assert memory.remembers
        assert Memory.open(environ, VISIT).is_marked(ONE.reference)


def test_a_program_that_ends_its_write_soon(environ: dict[str, str], home: Path) -> None:
    """Nothing is added while another program writes: over a network, both would be lost."""
    memory = Memory.open(environ, VISIT)
    (kept,) = home.rglob("*.jsonl")
    with kept.open("ab") as writing:
        fcntl.flock(writing, fcntl.LOCK_EX)
        size = kept.stat().st_size
        marking = Thread(target=memory.toggle, args=[ONE])
        marking.start()
        marking.join(0.2)
        assert kept.stat().st_size == size
    marking.join()
    assert Memory.open(environ, VISIT).is_marked(ONE.reference)


def test_a_theme_that_cannot_be_kept(environ: dict[str, str], home: Path) -> None:
    """A theme is chosen for the session where it cannot be kept, and the marks are kept all the same."""
    memory = Memory.open(environ, VISIT)
    memory.choose_theme("light")
    (theme,) = (file for file in home.rglob("*.jsonl") if file.stat().st_size)
    theme.unlink()
    theme.mkdir()
    memory.choose_theme("dark")
    assert memory.theme == "dark"
    assert memory.why.startswith("The theme lasts only for this session: ")
    memory.toggle(ONE)
    assert Memory.open(environ, VISIT).is_marked(ONE.reference)


def test_what_could_not_be_kept_is_kept_later(environ: dict[str, str], home: Path) -> None:
    """Once there is room again, the next change brings all that were made in the meantime with it."""
    home.rmdir()
    memory = Memory.open(environ, VISIT)
    memory.toggle(ONE)
    assert not memory.remembers
    home.mkdir()
    memory.toggle(TWO)
    assert memory.remembers
    assert [mark.reference for mark in Memory.open(environ, VISIT).marks] == ["AA-1", "AA-2"]


def test_what_could_not_be_kept_outlives_a_reload(home: Path) -> None:
    """Marks that last only for the session are still there when the letter is edited under the program."""
    memory = Memory.open({"HOME": str(home / "missing")}, VISIT)
    memory.toggle(ONE)
    memory.take_up(replace(VISIT, letter=parse_letter("Another letter altogether.")))
    assert memory.is_marked(ONE.reference)


def test_a_file_that_cannot_grow(environ: dict[str, str]) -> None:
    """Where a write is cut short, all that was acknowledged is there, and goes on when there is room."""
    cut_short = ("sh", "-ec", 'ulimit -f 8; exec "$@"', "sh")
    opening, *acknowledged, why = said(started(environ, "AA", within=cut_short))
    assert opening == "open"
    assert acknowledged
    assert why == "Marks and your place last only for this session: the disk is full."
    assert [mark.reference for mark in Memory.open(environ, VISIT).marks] == acknowledged
    said(started(environ, "AA"))
    assert len(Memory.open(environ, VISIT).marks) == MARKS


def test_a_full_disk(environ: dict[str, str], home: Path) -> None:
    """On a full disk of 64 KB the program says so, and all that was acknowledged is there and stays."""
    if not can_mount(FULL, home):
        pytest.skip("no mounts of our own here: test_a_file_that_cannot_grow stands in for the full disk")
    script = f"""{FULL}
        head -c 49152 /dev/zero >"$HOME/ballast"
        "$@" AA; echo; "$@"; echo; find "$HOME" -type f | wc -l; rm "$HOME/ballast"; "$@" AA >&2
        "$@" | wc -l"""
    with started(environ, within=(*PRIVATE, script, "sh")) as program:
        assert program.stdout
        first, there, rest = program.stdout.read().split("\n\n")
    opening, *acknowledged, why = first.splitlines()
    assert opening == "open"
    assert acknowledged
    assert why == "Marks and your place last only for this session: the disk is full."
    assert there.splitlines() == acknowledged
    assert rest.split() == ["2", str(MARKS)]


def test_a_home_that_is_read_only(environ: dict[str, str], home: Path) -> None:
    """In a read-only home old marks are shown, nothing is kept, and the program says so."""
    Memory.open(environ, VISIT).toggle(ONE)
    if not can_mount(READ_ONLY, home):
        pytest.skip("no mounts of our own here: a home below a file stands in for the read-only one")
    within = (*PRIVATE, READ_ONLY, "sh")
    assert said(started(environ, within=within)) == ["AA-1"]
    why = "Marks and your place last only for this session: the folder for this cannot be written to."
    assert said(started(environ, "AA", within=within)) == ["open", why]
    assert [mark.reference for mark in Memory.open(environ, VISIT).marks] == ["AA-1"]


def test_a_user_whom_the_system_does_not_know(home: Path) -> None:
    """Without a home, and with a number that no account has, marks last for the session, and that is said."""
    nobody = ("unshare", "--user", "--map-user=54321", "--map-group=54321")
    if subprocess.run((*nobody, "true"), capture_output=True, check=False).returncode:
        pytest.skip("no users of our own here: a missing home stands in for the unknown one")
    opening, why = said(started({}, "AA", within=nobody))
    assert opening == "open"
    assert why == f"Marks and your place last only for this session: {HOMES['none'][1]}."
    assert list(home.iterdir()) == []
