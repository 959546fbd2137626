"""`briefing [FILE] [--at REF]` where the output is no terminal."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import briefing_tui
from tests.cli.program import ENVIRONMENT, PROGRAM, err, out, run, without_rights
from tests.conftest import INVENTED

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing

BROKEN = Path(__file__).parent.parent / "load" / "broken"
HOSTILE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def words(text: str) -> str:
    """Return `text` with its white space folded."""
    return " ".join(text.split())


def test_plain_text_says_everything(hackney: Briefing) -> None:
    """Piped, the briefing is plain text with every reference, line, note and quotation; exit status 0."""
    done = run()
    assert (done.returncode, err(done)) == (0, [])
    text = words(done.stdout.decode())
    assert not HOSTILE.search(text)
    for entry in (*hackney.headlines, *hackney.findings, *hackney.points, *hackney.claims):
        assert words(f"{entry.reference} ") in text
        assert words(entry.summary) in text
        assert words(entry.note) in text
        for quotation in entry.quotations:
            assert words(str(quotation)) in text


def test_plain_text_of_another_council(invented: Briefing) -> None:
    """A file of one's own is printed like the bundled one, and nothing of the bundled one with it."""
    done = run(INVENTED)
    assert (done.returncode, err(done)) == (0, [])
    text = words(done.stdout.decode())
    for entry in (*invented.headlines, *invented.findings, *invented.points):
        assert words(entry.line) in text
    assert "hackney" not in text.lower()


def test_lines_fit_80_columns() -> None:
    """No line of the plain text is longer than 80 characters, addresses excepted."""
    assert [line for line in out(run()) if len(line) > 80 and "://" not in line] == []


@pytest.mark.parametrize("arguments", [[], ["check", str(INVENTED)]])
def test_head_ends_it_quietly(arguments: list[str]) -> None:
    """A reader that stops after a line leaves nothing on stderr, and the exit status is still 0."""
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**ENVIRONMENT, "PYTHONUNBUFFERED": "1"},
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(timeout=60) == 0


@pytest.mark.parametrize("command", [[], ["show"]], ids=str)
@pytest.mark.parametrize(
    "environment", [{"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_other_encodings(environment: dict[str, str], command: list[str]) -> None:
    """Where the output has no room for every character, question marks stand in, and all else is there."""
    done = run(*command, environment=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"OOH-1" in done.stdout


def test_version() -> None:
    """`--version` says name and version on stdout."""
    done = run("--version")
    assert (done.returncode, out(done), err(done)) == (0, [f"briefing {briefing_tui.__version__}"], [])


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help(asked: str) -> None:
    """`--help` names the ways to start, the commands, and the exit statuses."""
    done = run(asked)
    assert (done.returncode, err(done)) == (0, [])
    for named in ("check", "--at", "Exit status"):
        assert named in done.stdout.decode()


def test_a_reference_as_people_type_it() -> None:
    """`--at` takes a reference as loosely as people type it."""
    done = run("--at", "aa5")
    assert (done.returncode, err(done)) == (0, [])


@pytest.mark.parametrize(
    ("typed", "near"),
    [("OOH-9", "There are OOH-1 to OOH-"), ("aa55", "There are AA-1 to AA-9."), ("mahs1", "MASH-1")],
)
def test_a_reference_that_is_not_there(typed: str, near: str) -> None:
    """A wrong reference is named with the nearest ones on stderr, exit status 2, and nothing is printed."""
    done = run("--at", typed)
    assert (done.returncode, out(done)) == (2, [])
    (line,) = err(done)
    assert line.startswith(f"briefing: This briefing has no reference {typed}.")
    assert near in line


def test_a_reference_with_an_escape_sequence() -> None:
    """What is typed reaches the message without what could act on a terminal."""
    done = run("--at", "\x1b]0;x\x07")
    assert done.returncode == 2
    assert not HOSTILE.search("".join(err(done)))


def test_a_broken_file() -> None:
    """A broken file gives its problems on stderr as `file:line:col: error message (rule)`, exit status 1."""
    done = run("everything-at-once.yaml", folder=BROKEN)
    assert (done.returncode, out(done)) == (1, [])
    expected = (BROKEN / "everything-at-once.txt").read_text(encoding="utf-8").splitlines()
    assert err(done) == [f"everything-at-once.yaml:{line}" for line in expected]


def test_a_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named on stderr, exit status 2."""
    done = run(tmp_path / "gone.yaml")
    assert (done.returncode, out(done)) == (2, [])
    assert err(done) == [
        f"briefing: {tmp_path / 'gone.yaml'}: there is no such file. Check the name and the folder."
    ]


def test_what_is_no_file(tmp_path: Path) -> None:
    """A pipe that nobody writes to, or a device that never ends, is refused in one line, not waited for."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "device").symlink_to("/dev/zero")
    for name in ("pipe", "device"):
        done = run(tmp_path / name, patience=10)
        assert (done.returncode, out(done)) == (2, [])
        assert err(done) == [f"briefing: {tmp_path / name}: not a regular file. Name a file of text."]


def test_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    """A folder that one may not look into is named in one line with the reason, exit status 2."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    shutil.copy(INVENTED, folder)
    try:
        folder.chmod(0)
        done = run(folder, within=without_rights(folder))
        in_it = run(folder / INVENTED.name, within=without_rights(folder))
    finally:
        folder.chmod(0o700)
    for one, name in ((done, folder), (in_it, folder / INVENTED.name)):
        assert (one.returncode, out(one)) == (2, [])
        assert err(one) == [f"briefing: {name}: cannot be opened: Permission denied."]


def test_an_unknown_option() -> None:
    """An option that does not exist shows the usage on stderr, exit status 2."""
    done = run("--att", "AA-5", "--nope")
    assert (done.returncode, out(done)) == (2, [])
    assert "usage: briefing" in err(done)[0]


def test_it_runs_anywhere(tmp_path: Path) -> None:
    """The bundled briefing opens from an empty folder without a home."""
    done = run("--at", "OOH-1", folder=tmp_path, environment={"HOME": str(tmp_path / "none")})
    assert (done.returncode, err(done)) == (0, [])
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path: Path) -> None:
    """Of a folder, every briefing in it is printed, in the order of the names; what is none is told of."""
    for file in (INVENTED, INVENTED.with_name("marrowdale-2024-letter.md")):
        shutil.copy(file, tmp_path)
    (tmp_path / "zz.yaml").write_text("format: 2\n", encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 0
    assert "Marrowdale County Council" in done.stdout.decode()
    assert any("zz.yaml:1:" in line for line in err(done))


def test_a_folder_without_briefings(tmp_path: Path) -> None:
    """A folder in which nothing is a briefing is refused in one line."""
    (tmp_path / "zz.yaml").write_text("format: 2\n", encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 2
    assert "no briefing is in this folder" in err(done)[0]
