"""`briefing check FILE …`."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from briefing_tui.paths import bundled_briefing
from tests.cli.program import err, out, run
from tests.conftest import INVENTED

BROKEN = Path(__file__).parent.parent / "load" / "broken"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the invented briefing and its letter."""
    shutil.copy(INVENTED.with_name(f"{INVENTED.stem}-letter.md"), tmp_path)
    return Path(shutil.copy(INVENTED, tmp_path))


def change(file: Path, old: str, new: str) -> None:
    """Put `new` where `old` stands, once, in `file`."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_whole_briefing() -> None:
    """A briefing that quotes every sentence says so in one line and exits 0."""
    done = run("check", bundled_briefing())
    assert (done.returncode, err(done)) == (0, [])
    assert out(done) == [f"{bundled_briefing()}: 80 of 80 sentences of the letter quoted (100 %)."]


def test_what_is_left_out_is_listed_with_its_reason(copy: Path) -> None:
    """A passage left out is listed with its place, its words and the reason, and is no fault."""
    done = run("check", copy.name, folder=copy.parent)
    assert (done.returncode, err(done)) == (0, [])
    assert out(done) == [
        "marrowdale-2024.yaml: 21 of 22 sentences of the letter quoted (95 %), 1 left out for a reason.",
        (
            "  left out: Findings, paragraph 7: "
            "“We thank the staff at St. Wenna’s House for the use of a room.” "
            "Reason: A courtesy that says nothing about the service."
        ),
    ]


def test_a_sentence_that_is_not_quoted_is_listed(copy: Path) -> None:
    """A sentence that is neither quoted nor left out is listed with its place, and the exit status is 1."""
    change(
        copy,
        "    quote: Two foster homes had no check in 2023-24.\n",
        "    quote: Two foster homes had no check\n",
    )
    done = run("check", copy.name, folder=copy.parent)
    assert (done.returncode, err(done)) == (1, [])
    assert (
        out(done)[0]
        == "marrowdale-2024.yaml: 20 of 22 sentences of the letter quoted (90 %), 1 left out for a reason."
    )
    assert out(done)[-2:] == [
        "  not quoted: Findings, bullet 5, sentence 1: “Two foster homes had no check in 2023–24.”",
        "Quote these, or list them under `left_out:` with a `quote` and a `reason`.",
    ]


def test_a_changed_word_is_named(copy: Path) -> None:
    """A word changed is named by line and column, with the nearest passage; the exit status is 1."""
    change(copy, "quote: Two foster homes had no", "quote: Three foster homes had no")
    done = run("check", copy.name, folder=copy.parent)
    assert (done.returncode, err(done)) == (1, [])
    problem, summary = out(done)
    line = copy.read_text(encoding="utf-8").partition("Three")[0].count("\n") + 1
    assert problem.startswith(
        f"marrowdale-2024.yaml:{line}:12: error Not word for word. "
        "Findings, bullet 5, sentence 1 has “*Two* foster"
    )
    assert problem.endswith("(quote-not-found)")
    assert summary == "marrowdale-2024.yaml: 1 error to mend before it opens."


@pytest.mark.parametrize("file", sorted(BROKEN.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_broken_file(file: Path) -> None:
    """Each broken file gives lines of `file:line:col: level message (rule)` on stdout and no traceback."""
    done = run("check", file.name, folder=BROKEN)
    assert err(done) == []
    problems = [line for line in out(done) if re.match(r".*:\d+:\d+: ", line)]
    assert problems
    for problem in problems:
        assert re.fullmatch(rf"{re.escape(file.name)}:\d+:\d+: (error|warning) .+ \([a-z-]+\)", problem)
    assert done.returncode == 1 or all(": warning " in problem for problem in problems)


def test_the_worst_file_decides(copy: Path) -> None:
    """Of several files each is checked, and the worst result is the exit status."""
    broken = BROKEN / "format.yaml"
    done = run("check", broken, copy)
    assert done.returncode == 1
    assert any("21 of 22" in line for line in out(done))
    done = run("check", copy.with_name("gone.yaml"), broken, copy)
    assert done.returncode == 2
    assert len(out(done)) == 4


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a folder, a pipe and a file that is no text: one line on stderr, exit status 2."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "latin").write_bytes(b"title: na\xefve\n")
    for name in ("gone", "", "pipe", "latin"):
        done = run("check", tmp_path / name)
        assert (done.returncode, out(done)) == (2, []), name
        (line,) = err(done)
        assert line.startswith(f"briefing: {tmp_path / name}")


def test_check_needs_a_file() -> None:
    """Without a file the usage is shown on stderr, exit status 2."""
    done = run("check")
    assert (done.returncode, out(done)) == (2, [])
    assert err(done)[0].startswith("usage: briefing")
