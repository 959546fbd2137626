"""`briefing new`: a file to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_tui.load.briefing import examine_briefing
from tests.cli.program import err, out, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["mine.yaml", "a visit: no. #1.yaml", "Ärger”.yml", "bare"])
def test_it_passes_the_check(tmp_path: Path, name: str) -> None:
    """What is written passes `briefing check` as it stands, under any name, without so much as a warning."""
    done = run("new", tmp_path / name)
    assert (done.returncode, out(done)) == (0, [])
    briefing, problems = examine_briefing(tmp_path / name)
    assert briefing is not None
    assert problems == ()
    assert run("check", tmp_path / name).returncode == 0
    assert len(list(tmp_path.iterdir())) == 2


def test_it_says_what_it_wrote(tmp_path: Path) -> None:
    """Both files are named on stderr."""
    (line,) = err(run("new", "mine.yaml", folder=tmp_path))
    assert line.startswith("briefing: mine.yaml and mine-letter.md are written")


@pytest.mark.parametrize("there", ["mine.yaml", "mine-letter.md"])
def test_never_over_a_file(tmp_path: Path, there: str) -> None:
    """A file that is there stays as it is, nothing is written beside it, exit status 2."""
    (tmp_path / there).write_text("precious")
    done = run("new", "mine.yaml", folder=tmp_path)
    assert (done.returncode, err(done)) == (
        2,
        [f"briefing: {there}: is there already, and stays as it is. Choose another name."],
    )
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [(there, "precious")]


@pytest.mark.parametrize("name", ["", ".", "..", "/", "folder"])
def test_never_a_folder(tmp_path: Path, name: str) -> None:
    """What is no name for a file is refused in one line, and nothing is written, exit status 2."""
    (tmp_path / "folder").mkdir()
    done = run("new", name, folder=tmp_path)
    told = f"briefing: {name or '.'}: is a folder. Name a file."
    assert (done.returncode, err(done)) == (2, [told])
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("name", [" mine.yaml", "mine.yaml ", "\u00a0mine.yaml"])
def test_a_name_that_would_not_be_found(tmp_path: Path, name: str) -> None:
    """A name with a space at an end, which a briefing file cannot give its letter, is refused."""
    done = run("new", name, folder=tmp_path)
    told = "begins or ends with a space. Choose another name."
    assert (done.returncode, err(done)) == (2, [f"briefing: {name}: {told}"])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A folder that does not exist is named in one line, exit status 2."""
    done = run("new", tmp_path / "none" / "mine.yaml")
    assert done.returncode == 2
    assert err(done) == [
        f"briefing: {tmp_path}/none/mine-letter.md: cannot be written: No such file or directory."
    ]


def test_a_name_that_acts(tmp_path: Path) -> None:
    """A name with a control character is refused, without the character, and nothing is written."""
    done = run("new", "a\x1b]0;x\x07.yaml", folder=tmp_path)
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr
    assert list(tmp_path.iterdir()) == []
