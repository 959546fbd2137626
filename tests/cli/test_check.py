"""`briefing check FILE …`."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from briefing_tui.paths import bundled_briefing
from tests.cli.program import err, out, run, without_rights
from tests.conftest import INVENTED

BROKEN = Path(__file__).parent.parent / "load" / "broken"

SOON = 10.0
"""Seconds: ten times what a file that is refused may take, since what is a fault is to hang."""

MOST = 60 * 1024
"""Kilobytes of memory: a refused file is not read whole, and nothing is built of it."""

_MEASURE = """\
import resource, subprocess, sys
status = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(status)
"""
MEASURED = (sys.executable, "-ISc", _MEASURE)
"""Runs its arguments, and says how many kilobytes of memory they had at most."""


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
    """A missing file, a folder, a pipe, a device: one line on stderr that says why, exit status 2."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "device").symlink_to("/dev/zero")
    for name, why in (("gone", "no such file"), ("", "a folder"), ("pipe", "not a r"), ("device", "not a r")):
        done = run("check", tmp_path / name, patience=SOON)
        assert (done.returncode, out(done)) == (2, []), name
        (line,) = err(done)
        assert line.startswith(f"briefing: {tmp_path / name}: ")
        assert why in line


def test_a_file_of_somebody_elses(copy: Path) -> None:
    """A file that one may not read: one line on stderr that says why, exit status 2."""
    copy.chmod(0)
    done = run("check", copy, within=without_rights(copy), patience=SOON)
    assert (done.returncode, out(done)) == (2, [])
    assert err(done) == [f"briefing: {copy}: cannot be opened: Permission denied."]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("title: naïve\n".encode("latin-1"), "1:10: error Not UTF-8: byte 0xEF."),
        ("title: x\n".encode("utf-16"), "1:1: error This is UTF-16, not UTF-8."),
        (b"format: 1\ntitle: a\0b\n", "2:9: error No text: byte 0x00."),
        (b"x" * (8 * 1024 * 1024 + 1), "1:1: error Larger than 8 MiB."),
    ],
    ids=["Latin-1", "UTF-16", "NUL", "large"],
)
def test_what_is_no_text(tmp_path: Path, written: bytes, said: str) -> None:
    """What is no text in UTF-8 is a problem at its place, naming byte or encoding; exit status 1."""
    (tmp_path / "f.yaml").write_bytes(written)
    done = run("check", "f.yaml", folder=tmp_path)
    assert (done.returncode, err(done)) == (1, [])
    assert out(done)[0].startswith(f"f.yaml:{said}")
    assert out(done)[1:] == ["f.yaml: 1 error to mend before it opens."]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("\n".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)), "1:5"),
        ("\n".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]" for n in range(1, 25)), "1:5"),
        ("a: " + "[" * 1_000_000, "1:(35|1003)"),  # the latter where libyaml counts levels, too
        ("{a: " * 1_000_000, "1:129"),
        ("title: words\n" * 4_000_000, "1:1"),
    ],
    ids=["aliases", "merge keys", "lists", "groups", "50 MB"],
)
def test_a_bomb(tmp_path: Path, written: str, place: str) -> None:
    """A file that is large, or grows large in other readers, is refused at its place in little memory."""
    (tmp_path / "f.yaml").write_text(written, encoding="utf-8")
    done = run("check", "f.yaml", folder=tmp_path, within=MEASURED, patience=SOON)
    (kilobytes,) = err(done)
    assert (done.returncode, int(kilobytes) < MOST) == (1, True), kilobytes
    assert re.match(f"f.yaml:{place}: error ", out(done)[0])


def test_a_byte_order_mark(copy: Path) -> None:
    """A file with the mark that Windows' editors put first is read as any other, and is no fault."""
    copy.write_bytes(b"\xef\xbb\xbf" + copy.read_bytes())
    done = run("check", copy)
    assert (done.returncode, err(done)) == (0, [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from: 2024-05-14", "from: 2024-13-45"),
        ("from: 2024-05-14", "from: !!int ''"),
        ("summary: The grade is fair.", 'summary: "\\uD83D"'),
        ("summary: The grade is fair.", "summary: !!timestamp x"),
    ],
)
def test_a_value_that_stops_other_readers(copy: Path, old: str, new: str) -> None:
    """A day that is none, half of a character, a wrong tag: a problem in its line, no traceback."""
    change(copy, old, new)
    line = copy.read_text(encoding="utf-8").partition(new)[0].count("\n") + 1
    done = run("check", copy.name, folder=copy.parent)
    assert (done.returncode, err(done)) == (1, [])
    problem, _ = out(done)
    assert re.fullmatch(rf"marrowdale-2024\.yaml:{line}:\d+: error .+ \([a-z-]+\)", problem)


def test_what_is_told_of_hostile_text_cannot_act(copy: Path) -> None:
    """No sequence that a value or a key holds is in what is said of it, in either form."""
    acts = "\\e]0;owned\\a\\e[2J\\x9b2J\\u202e"
    change(
        copy,
        "    tone: mixed\n    summary: Too",
        f'    "tone{acts}": 1\n    tone: "{acts}"\n    summary: Too',
    )
    change(copy, "quote: Two foster homes had no", f'quote: "{acts}"\n    note: Two foster homes had no')
    for form in ("text", "json"):
        done = run("check", "--format", form, copy)
        assert (done.returncode, err(done)) == (1, [])
        assert "]0;owned" in done.stdout.decode()
        said = [done.stdout.decode()]
        if form == "json":
            said += [problem["message"] for problem in json.loads(done.stdout)["problems"]]
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", "".join(said))


def test_a_file_name_cannot_act(copy: Path) -> None:
    """An escape sequence in the name of a file or of a letter reaches neither stdout nor stderr."""
    hostile = copy.rename(copy.with_name("a\x1b]0;b\x07\u202e\x9b.yaml"))
    change(hostile, "file: marrowdale-2024-letter.md", 'file: "\\e]0;x\\a.md"')
    for form in ("text", "json"):
        done = run("check", "--format", form, hostile, hostile.with_name("\x1b[2J"))
        assert done.returncode == 2
        said = (done.stdout + done.stderr).decode()
        if form == "json":
            said += str(json.loads(done.stdout)["files"][0]["file"])
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)
        assert said


def test_problems_of_several_files_are_sorted() -> None:
    """All problems of all files come first, by file, line and column, whatever the order of the files."""
    names = ["tag.yaml", "everything-at-once.yaml", "date.yaml"]
    problems = [line for line in out(run("check", *names, folder=BROKEN)) if ": error " in line]
    places = [
        (file, int(line), int(column)) for file, line, column, _ in (one.split(":", 3) for one in problems)
    ]
    assert places == sorted(places)
    assert {file for file, _, _ in places} == set(names)


def test_problems_for_programs(copy: Path) -> None:
    """`--format json` gives each problem with exactly these names, and what text says of each file."""
    name = copy.name
    change(copy, "quote: Two foster homes had no check in 2023-24.", "quote: Two foster homes had no check")
    change(copy, "    date: 2024-06\n", "    date: 2024-06 #or later\n")
    done = run("check", "--format", "json", name, BROKEN / "format.yaml", folder=copy.parent)
    assert (done.returncode, err(done)) == (1, [])
    told = json.loads(done.stdout)
    assert list(told) == ["problems", "files"]
    broken, cut = told["problems"]
    assert broken == {
        "file": str(BROKEN / "format.yaml"),
        "line": 1,
        "column": 9,
        "level": "error",
        "rule": "format",
        "message": "`format` cannot be `2`. Write `format: 1`.",
    }
    assert (cut["file"], cut["level"], cut["rule"]) == (name, "warning", "cut-by-comment")
    assert told["files"] == [
        {
            "file": name,
            "opens": True,
            "sentences": 22,
            "quoted": 20,
            "left_out": 1,
            "not_quoted": [
                {
                    "place": "Findings, bullet 5, sentence 1",
                    "text": "Two foster homes had no check in 2023–24.",
                }
            ],
        },
        {"file": str(BROKEN / "format.yaml"), "opens": False},
    ]


def test_a_clean_file_for_programs() -> None:
    """`--format json` of a clean file has an empty list of problems, and the exit status is 0."""
    done = run("check", "--format", "json", bundled_briefing())
    assert (done.returncode, err(done)) == (0, [])
    told = json.loads(done.stdout)
    assert told["problems"] == []
    assert told["files"][0]["quoted"] == told["files"][0]["sentences"] == 80


def test_check_needs_a_file() -> None:
    """Without a file the usage is shown on stderr, exit status 2."""
    done = run("check")
    assert (done.returncode, out(done)) == (2, [])
    assert err(done)[0].startswith("usage: briefing")
