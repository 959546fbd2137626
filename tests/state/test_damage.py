"""A file of marks that was torn, scribbled on, deleted or replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_tui.state import Memory
from tests.state.visit import briefing, numbered

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = numbered("AA", 4)
VISIT = briefing(*ENTRIES)


@pytest.fixture
def kept(environ: dict[str, str], home: Path) -> Path:
    """Keep three marks, and give the file in which they are."""
    memory = Memory.open(environ, VISIT)
    for entry in ENTRIES[:3]:
        memory.toggle(entry)
    (file,) = home.rglob("*.jsonl")
    return file


def references(environ: dict[str, str]) -> list[str]:
    """Return what a program started now shows as marked."""
    return [mark.reference for mark in Memory.open(environ, VISIT).marks]


def test_a_write_torn_anywhere(environ: dict[str, str], kept: Path) -> None:
    """Wherever a write was cut off, the marks before it are there, and so is the next one after it."""
    whole = kept.read_bytes()
    for cut in range(len(whole)):
        kept.write_bytes(whole[:cut])
        before = references(environ)
        complete = whole[:cut].count(b"}\n")
        assert before == ["AA-1", "AA-2", "AA-3"][:complete]
        Memory.open(environ, VISIT).toggle(ENTRIES[3])
        after = references(environ)
        assert after[:complete] == before
        assert after[-1] == "AA-4"


@pytest.mark.parametrize(
    "rubbish",
    [
        b"\x00" * 5000,
        b"\xff\xfe\x9b" * 50,
        b"[" * 100_000,
        b'{"marked": ["AA-4"], "text": null}\n{"marked": "AA-4"}\n{"left": ["a", 1]}\n7\nnull\n{}\n',
        b'{"theme": {}}\n' + b"9" * 5000 + b"\n",
        b'{"marked": "AA-4", "te',
    ],
    ids=["nothing", "bytes", "depth", "types", "digits", "torn"],
)
@pytest.mark.parametrize("at_the_end", [True, False], ids=["behind", "before"])
def test_rubbish_is_passed_over(
    environ: dict[str, str], kept: Path, rubbish: bytes, *, at_the_end: bool
) -> None:
    """Rubbish in the file costs no mark, before it or after it, and stops no new one."""
    data = kept.read_bytes()
    kept.write_bytes(data + rubbish if at_the_end else rubbish + data)
    assert references(environ) == ["AA-1", "AA-2", "AA-3"]
    memory = Memory.open(environ, VISIT)
    assert memory.toggle(ENTRIES[3])
    assert memory.remembers
    assert references(environ) == ["AA-1", "AA-2", "AA-3", "AA-4"]


def test_a_line_that_is_being_written(environ: dict[str, str], kept: Path) -> None:
    """A line seen half written counts once it is whole."""
    whole = kept.read_bytes()
    half = len(whole) - 9
    kept.write_bytes(whole[:half])
    memory = Memory.open(environ, VISIT)
    assert not memory.is_marked("AA-3")
    with kept.open("ab") as file:
        file.write(whole[half:])
    assert memory.refresh()
    assert memory.is_marked("AA-3")


def test_a_file_deleted_under_a_program(environ: dict[str, str], kept: Path) -> None:
    """What is marked after the file was deleted is kept in a new one."""
    memory = Memory.open(environ, VISIT)
    kept.unlink()
    kept.parent.rmdir()
    memory.toggle(ENTRIES[3])
    assert memory.remembers
    assert references(environ) == ["AA-4"]


def test_a_file_replaced_under_a_program(environ: dict[str, str], kept: Path) -> None:
    """When an older copy is put back, longer or shorter than before, a program shows what that has."""
    older = kept.read_bytes()
    memory = Memory.open(environ, VISIT)
    for entry in ENTRIES:
        memory.toggle(entry)
    newer = kept.read_bytes()
    for data, marked in ((older, ["AA-1", "AA-2", "AA-3"]), (newer, ["AA-4"]), (b"\n" + newer, ["AA-4"])):
        kept.write_bytes(data)
        assert memory.refresh()
        assert [mark.reference for mark in memory.marks] == marked
