"""`briefing show`: what goes where, and what it says when it cannot."""

from __future__ import annotations

import json
import os
import pty
import re
import resource
import stat
import subprocess
import termios
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from briefing_tui.paths import bundled_data
from tests.cli.program import ENVIRONMENT, PROGRAM, err, out, run
from tests.conftest import INVENTED, NASTY
from tests.terminal.hostile import write_hostile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOSTILE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SMALL = 20_000
"""Bytes: fewer than any whole document has."""


def test_show_is_what_a_pipe_gets() -> None:
    """`briefing show FILE` and `briefing FILE` into a pipe are the same bytes."""
    assert run("show", INVENTED).stdout == run(INVENTED).stdout != b""


def test_a_file_and_references() -> None:
    """The first word is a file unless it has the form of a reference; references are typed loosely."""
    bundled, own = out(run("show", "aa5", "i 1")), out(run("show", INVENTED, "lc1"))
    assert any(line.startswith("AA-5 ▼ concern") for line in bundled)
    assert any(line.startswith("I-1 improvement point") for line in bundled)
    assert any(line.startswith("LC-1 ▼ concern") for line in own)


def test_a_file_named_like_a_reference(tmp_path: Path) -> None:
    """A file with the name of a reference is read when it is written as a path."""
    (tmp_path / "AA-5").write_bytes(INVENTED.read_bytes())
    letter = INVENTED.with_name("marrowdale-2024-letter.md")
    (tmp_path / letter.name).write_bytes(letter.read_bytes())
    assert "MARROWDALE" in out(run("show", "./AA-5", folder=tmp_path))[0]
    assert "HACKNEY" in out(run("show", "AA-5", folder=tmp_path))[0]


@pytest.mark.parametrize("typed", ["WF", "wf", "workforce"])
def test_an_area_by_letters_or_name(typed: str) -> None:
    """A service area is named by its letters or its name, in any case."""
    done = run("show", "--area", typed, "--tone", "concern")
    assert "Only concerns about Workforce (WF): 5 of 11 findings and 1 of 3 headline" in out(done)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--area", "XX"], "This briefing has no service area XX. It has MASH, EH,"),
        (["--point", "I-9"], "This briefing has no improvement point I-9. It has I-1, I-2, I-3."),
        (["aa55"], "This briefing has no reference aa55. There are AA-1 to AA-9."),
        (["aa5", "--tone", "concern"], "References name single entries: leave out"),
        (["gone.yaml"], "gone.yaml: there is no such file."),
    ],
)
def test_what_is_not_there(arguments: list[str], told: str) -> None:
    """What the briefing has not is said on stderr in one line with what there is; nothing is printed; 2."""
    done = run("show", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = err(done)
    assert line.startswith(f"briefing: {told}")


def test_nothing_passes() -> None:
    """Filters that no finding passes say so on stderr and in the text; that is no fault."""
    done = run("show", "--tone", "mixed", "--area", "OOH")
    assert done.returncode == 0
    assert "Only mixed findings about Out of hours (OOH): there are none." in out(done)
    assert err(done) == ["briefing: no finding is all of that. Ask for less."]


def test_head_ends_it_quietly() -> None:
    """`show | head -1`: the first line, nothing on stderr, exit status 0."""
    with subprocess.Popen(
        [*PROGRAM, "show"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**ENVIRONMENT, "PYTHONUNBUFFERED": "1"},
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert b"HACKNEY" in program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(timeout=60) == 0


@pytest.mark.parametrize(
    "form", ["text", "markdown", "html", "json", "csv", "text --one-page", "html --one-page"]
)
def test_nothing_acts(tmp_path: Path, form: str) -> None:
    """No control character, escape sequence or bidi mark of a hostile briefing reaches a document."""
    for file in (NASTY, write_hostile(tmp_path)):
        done = run("show", file, "--format", *form.split())
        assert (done.returncode, err(done)) == (0, [])
        text = done.stdout.decode()
        assert text
        assert not HOSTILE.search(text.replace("\r\n", "\n"))
        if form == "json":
            assert not HOSTILE.search("".join(strings(json.loads(text))))


def strings(value: object) -> Iterator[str]:
    """Yield every text in what was read from JSON, names included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings([*value.keys(), *value.values()])
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def test_a_value_is_what_is_written(tmp_path: Path) -> None:
    """`007`, `1.10` and `no` are shown as they were typed, in quotation marks or not."""
    text = INVENTED.read_text(encoding="utf-8")
    for old, new in (
        ("Pathway plans begin late and do not say who will act.", "007"),
        ("A promise on housing is not yet kept.", "no"),
        ("Records are up to date.", "1.10"),
    ):
        assert f"summary: {old}\n" in text
        text = text.replace(f"summary: {old}\n", f"summary: {new}\n", 1)
    letter = INVENTED.with_name("marrowdale-2024-letter.md")
    (tmp_path / letter.name).write_bytes(letter.read_bytes())
    (tmp_path / "f.yaml").write_text(text, encoding="utf-8")
    shown = out(run("show", tmp_path / "f.yaml"))
    for value in ("007", "no", "1.10"):
        assert f"    In our words: {value}" in shown


def test_a_full_output() -> None:
    """An output without room is reported in one line, exit status 2."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123 (a device)
        done = subprocess.run(
            [*PROGRAM, "show"], stdout=full, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT, timeout=60
        )
    assert done.returncode == 2
    assert done.stderr == b"briefing: The output cannot be written: No space left on device.\n"


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """`-o` writes what stdout would get, readable as any new file, and replaces what was there."""
    there = tmp_path / "out.txt"
    there.write_text("old")
    there.chmod(0o640)
    assert run("show", "-o", there).stdout == b""
    assert there.read_bytes() == run("show").stdout
    assert stat.S_IMODE(there.stat().st_mode) == 0o640
    before = os.umask(0o027)
    try:
        run("show", "-o", tmp_path / "new.txt")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640
    assert sorted(one.name for one in tmp_path.iterdir()) == ["new.txt", "out.txt"]


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    """When the disk takes only half, one line says so, exit status 2, and the old file is as it was."""
    there = tmp_path / "out.txt"
    there.write_text("old")
    done = subprocess.run(
        [*PROGRAM, "show", "-o", str(there)],
        capture_output=True,
        check=False,
        env=ENVIRONMENT,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL)),
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"briefing: {there}: cannot be written: File too large.\n"
    assert there.read_text() == "old"
    assert list(tmp_path.iterdir()) == [there]


def test_a_place_that_cannot_be_written() -> None:
    """A folder that takes no file is reported in one line, exit status 2."""
    done = run("show", "-o", "/proc/briefing.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = err(done)
    assert line.startswith("briefing: /proc/briefing.txt: cannot be written: ")


@pytest.mark.parametrize("name", ["mine.yaml", "marrowdale-2024-letter.md", "link"])
def test_never_over_what_it_reads(tmp_path: Path, name: str) -> None:
    """The briefing and its letter are never written over, by whatever name."""
    for file, copy in (
        (INVENTED, "mine.yaml"),
        (INVENTED.with_name("marrowdale-2024-letter.md"), "marrowdale-2024-letter.md"),
    ):
        (tmp_path / copy).write_bytes(file.read_bytes())
    (tmp_path / "link").symlink_to("mine.yaml")
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    done = run("show", tmp_path / "mine.yaml", "-o", tmp_path / name)
    assert done.returncode == 2
    assert "Choose another" in err(done)[0]
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_the_bundled_briefing_is_safe() -> None:
    """The bundled letter is not written over either."""
    assert run("show", "-o", bundled_data() / "hackney-2022-letter.md").returncode == 2


def test_a_device_is_not_replaced(tmp_path: Path) -> None:
    """A pipe stays a pipe: what is written goes into it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert run("show", "AA-5", "-o", pipe).returncode == 0
    assert pipe.is_fifo()
    assert os.read(reader, 65536) == run("show", "AA-5").stdout
    os.close(reader)


def on_terminal(*arguments: str, columns: int, environment: dict[str, str] | None = None) -> str:
    """Return what the program writes to a terminal that many columns wide."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (30, columns))
    with subprocess.Popen(
        [*PROGRAM, *arguments], stdin=theirs, stdout=theirs, env={**ENVIRONMENT, **(environment or {})}
    ) as program:
        os.close(theirs)
        read = b""
        with suppress(OSError):  # a terminal whose other side is closed ends with one
            while data := os.read(ours, 65536):
                read += data
        os.close(ours)
        assert program.wait(timeout=60) == 0
    return read.decode()


@pytest.mark.parametrize("columns", [44, 120])
def test_a_terminal_decides_the_width(columns: int) -> None:
    """On a terminal the lines are as wide as it is, whatever COLUMNS says, and nothing is paged."""
    text = on_terminal("show", "H-1", columns=columns, environment={"COLUMNS": "9999", "PAGER": "false"})
    longest = max(len(line.rstrip()) for line in text.split("\n"))
    assert columns - 15 < longest <= columns


def test_a_pager_when_asked(tmp_path: Path) -> None:
    """`--pager` hands the text to $PAGER on a terminal, and only there; leaving it early is no fault."""
    pager = tmp_path / "my pager"
    pager.write_text('#!/bin/sh\necho "$1:"\nhead -n 1\n')
    pager.chmod(0o755)
    environment = {"PAGER": f"'{pager}' paged"}
    text = on_terminal("show", "--pager", columns=80, environment=environment)
    assert text.splitlines() == ["paged:", "FOCUSED VISIT TO HACKNEY CHILDREN'S SERVICES"]
    assert run("show", "--pager", environment=environment).stdout == run("show").stdout


@pytest.mark.parametrize(
    ("pager", "reason"), [("/none/such", "No such file or directory"), ("less '", "No closing quotation")]
)
def test_a_pager_that_does_not_start(pager: str, reason: str) -> None:
    """A pager that does not start is named with what to do, in one line."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*PROGRAM, "show", "--pager"],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
        env={**ENVIRONMENT, "PAGER": pager},
        timeout=60,
    )
    os.close(theirs)
    os.close(ours)
    told = f"briefing: The pager {pager} does not start: {reason}. Set PAGER.\n"
    assert (done.returncode, done.stderr.decode()) == (2, told)


def test_never_over_a_briefing(tmp_path: Path) -> None:
    """What is named as briefings are is not written over with a document, whichever briefing is shown."""
    own = tmp_path / "own.yaml"
    own.write_text("an afternoon's work", encoding="utf-8")
    done = run("show", "-o", own)
    assert done.returncode == 2
    assert "which no document replaces" in err(done)[0]
    assert own.read_text(encoding="utf-8") == "an afternoon's work"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream(closed: str) -> None:
    """Where a standard stream is closed, as under cron, the exit status is as ever and nothing breaks."""
    command = f"{' '.join(PROGRAM)} show zz9 {closed}"
    done = subprocess.run(["sh", "-c", command], env=ENVIRONMENT, capture_output=True, check=False)  # noqa: S607
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
