"""`briefing draft LETTER`, as a user runs it."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from signal import SIGINT
from typing import TYPE_CHECKING

import pytest

from briefing_tui.draft.source import LARGEST, LONGEST
from tests.cli.program import ENVIRONMENT, PROGRAM, err, out, run
from tests.draft.golden import DRAFTS, LETTERS
from tests.draft.pages import Printed, pdf
from tests.terminal.program import opened
from tests.test_floors import loaded_by, screen_modules

if TYPE_CHECKING:
    from pathlib import Path

LETTER = LETTERS / "ashcombe-2022.txt"


def expected(name: str) -> bytes:
    """Return what is expected to be written as `name`."""
    return (DRAFTS / name).read_bytes()


def files(folder: Path) -> set[str]:
    """Return the names of what lies in `folder`."""
    return {file.name for file in folder.iterdir()}


def test_a_letter_becomes_a_briefing(tmp_path: Path) -> None:
    """Both files are written, the file's name goes to stdout, and what was found and what to do to stderr."""
    done = run("draft", LETTER, "-o", tmp_path / "new")
    assert done.returncode == 0
    assert out(done) == [str(tmp_path / "new" / "ashcombe-2022.yaml")]
    assert err(done) == [
        "authority: Ashcombe",
        "visit: 2022-10-04 to 2022-10-05 (“4 and 5 October 2022”)",
        "letter: 2022-11-03",
        "2 headlines, 8 findings, 0 priority actions, 2 improvement points, 5 context entries",
        "A draft, made by rules: read it against the letter, then take out the line `coded: draft`.",
    ]
    assert files(tmp_path / "new") == {"ashcombe-2022.yaml", "ashcombe-2022-letter.md"}
    for name in files(tmp_path / "new"):
        assert (tmp_path / "new" / name).read_bytes() == expected(name)
    checked = run("check", tmp_path / "new" / "ashcombe-2022.yaml")
    assert (checked.returncode, len(out(checked))) == (0, 1)


def test_into_the_folder_one_is_in(tmp_path: Path) -> None:
    """Without -o the files are written where the program was started."""
    assert run("draft", LETTER, folder=tmp_path).returncode == 0
    assert files(tmp_path) == {"ashcombe-2022.yaml", "ashcombe-2022-letter.md"}


def test_from_standard_input(tmp_path: Path) -> None:
    """A letter piped in is named after its council and year."""
    done = subprocess.run(
        [*PROGRAM, "draft", "-"],
        input=LETTER.read_bytes(),
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=ENVIRONMENT,
        timeout=60,
    )
    assert (done.returncode, out(done)) == (0, ["ashcombe-2022.yaml"])
    assert (tmp_path / "ashcombe-2022-letter.md").read_bytes() == expected("ashcombe-2022-letter.md")


@pytest.mark.parametrize("there", ["ashcombe-2022.yaml", "ashcombe-2022-letter.md"])
def test_never_over_another_file(there: str, tmp_path: Path) -> None:
    """If either file is there already, neither is written, and the exit status is 2; --force writes both."""
    (tmp_path / there).write_text("a morning's work", encoding="utf-8")
    done = run("draft", LETTER, "-o", tmp_path)
    assert (done.returncode, out(done)) == (2, [])
    remedy = "Use --force to write over it, or -o for another folder."
    assert err(done) == [f"briefing: {tmp_path / there}: there already. {remedy}"]
    assert files(tmp_path) == {there}
    assert (tmp_path / there).read_text(encoding="utf-8") == "a morning's work"
    assert run("draft", LETTER, "-o", tmp_path, "--force").returncode == 0
    for name in ("ashcombe-2022.yaml", "ashcombe-2022-letter.md"):
        assert (tmp_path / name).read_bytes() == expected(name)


@pytest.mark.parametrize("there", ["ashcombe-2022.yaml", "ashcombe-2022-letter.md"])
def test_never_over_a_folder(there: str, tmp_path: Path) -> None:
    """A folder that has the name of either file stays with all it holds, even with --force."""
    (tmp_path / there).mkdir()
    (tmp_path / there / "work.txt").write_text("a morning's work", encoding="utf-8")
    done = run("draft", LETTER, "-o", tmp_path, "--force")
    assert (done.returncode, out(done)) == (2, [])
    remedy = "is a folder. Move it, or use -o for another folder."
    assert err(done) == [f"briefing: {tmp_path / there}: {remedy}"]
    assert files(tmp_path) == {there}
    assert (tmp_path / there / "work.txt").read_text(encoding="utf-8") == "a morning's work"


@pytest.mark.parametrize(
    ("failure", "status"),
    [("OSError(28, 'No space left on device')", 2), ("KeyboardInterrupt", 128 + SIGINT)],
    ids=["full", "interrupted"],
)
@pytest.mark.parametrize("before", [{}, {"ashcombe-2022-letter.md": "a morning's work"}], ids=["new", "old"])
def test_both_files_or_neither(before: dict[str, str], failure: str, status: int, tmp_path: Path) -> None:
    """If the second file is not put in place, the first is as it was before: another's, or not there."""
    for name, text in before.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    blocked = tmp_path / "ashcombe-2022.yaml"
    code = (
        "import pathlib, sys\n"
        "rename = pathlib.Path.rename\n"
        "def failing(self, target):\n"
        f"    if str(target) == {str(blocked)!r}:\n"
        f"        raise {failure}\n"
        "    return rename(self, target)\n"
        "pathlib.Path.rename = failing\n"
        "from briefing_tui.cli.main import main\n"
        f"sys.exit(main(['draft', {str(LETTER)!r}, '-o', {str(tmp_path)!r}, '--force']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=ENVIRONMENT)
    assert done.returncode == status
    if status == 2:
        assert err(done) == [f"briefing: {tmp_path}: cannot be written to: No space left on device."]
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in files(tmp_path)} == before


def archive() -> bytes:
    """Return a ZIP archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("letter.txt", LETTER.read_bytes())
    return held.getvalue()


MONITORING = LETTER.read_bytes().replace(b"Focused", b"Monitoring").replace(b"focused", b"monitoring")
WHOLE = pdf([Printed("Dear Ms Roe", 72, 700), Printed("x" * 70, 72, 680)], [Printed("y" * 300, 72, 700)])

BAD = {
    "empty.pdf": (b"", "the file is empty. Save the letter again."),
    "blank.txt": (b" \n\n", "the file is empty. Save the letter again."),
    "zip.pdf": (
        archive(),
        "this is a ZIP archive or a Word document, whatever its name. Save the letter as PDF or text.",
    ),
    "cut.pdf": (WHOLE[: len(WHOLE) // 2], "the PDF is cut off before its end. Download it again."),
    "damaged.pdf": (b"%PDF-1.4\nnothing\n%%EOF\n", "the PDF is damaged. Download it again."),
    "scanned.pdf": (
        pdf([Printed("Scan 1", 72, 700)], []),
        "the PDF holds pictures of pages and no text. Have its text recognised first.",
    ),
    "locked.pdf": (
        pdf([Printed("Dear nobody", 72, 700)], locked=True),
        "the PDF is locked with a password. Save a copy without one.",
    ),
    "thick.pdf": (pdf(*[[Printed("A page", 72, 700)]] * 41), "41 pages, which is no focused visit letter."),
    "long.txt": (
        LETTER.read_bytes() + b"Visits are regular.\n" * (LONGEST // 19),
        "far longer than a focused visit letter. Name the letter itself.",
    ),
    "latin.txt": (
        "Dear Renée".encode("latin-1"),
        "neither a PDF nor text in UTF-8. Save the letter as one of them.",
    ),
    "nul.txt": (b"Dear\0 Ms Roe", "neither a PDF nor text. Save the letter as one of them."),
    "monitoring.txt": (
        MONITORING,
        "this is about a monitoring visit, not a focused visit letter. A draft can only be made of one.",
    ),
    "other.txt": (
        b"Dear Ms Roe\n\nYour books are late.\n",
        "this is no focused visit letter. A draft can only be made of one.",
    ),
    "half.txt": (
        LETTER.read_bytes().partition(b"Headline")[0],
        (
            "this looks like a focused visit letter but has no heading such as “Main findings”. "
            "Check that the text is whole."
        ),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_letter_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    """Each kind of file that is no letter gets a line of its own, exit status 1, and nothing is written."""
    data, told = BAD[name]
    (tmp_path / name).write_bytes(data)
    done = run("draft", name, "-o", "new", folder=tmp_path)
    assert (done.returncode, out(done), err(done)) == (1, [], [f"briefing: {name}: {told}"])
    assert files(tmp_path) == {name}


def test_a_letter_without_a_year(tmp_path: Path) -> None:
    """A letter with no year in any date is refused in one sentence; who does what it says gets the draft."""
    text = LETTER.read_text(encoding="utf-8")
    undated = text[text.index("Dear ") :].replace("October 2022", "October")
    letter = tmp_path / "letter.txt"
    letter.write_text(undated, encoding="utf-8")
    done = run("draft", "letter.txt", "-o", "new", folder=tmp_path)
    told = "has no date with a year. Write the letter's date on its first line."
    assert (done.returncode, out(done), err(done)) == (1, [], [f"briefing: letter.txt: {told}"])
    assert files(tmp_path) == {"letter.txt"}
    letter.write_text(f"3 November 2022\n{undated}", encoding="utf-8")
    done = run("draft", "letter.txt", "-o", "new", folder=tmp_path)
    assert done.returncode == 0
    assert err(done)[1:3] == ["visit: 2022-10-04 to 2022-10-05 (“4 and 5 October”)", "letter: 2022-11-03"]


def test_a_letter_without_the_days_of_the_visit(tmp_path: Path) -> None:
    """Where only the letter's own date is known, it stands in, which is said, and the draft opens."""
    text = LETTER.read_text(encoding="utf-8")
    letter = tmp_path / "letter.txt"
    letter.write_text(text.replace("4 and 5 October 2022", "two days"), encoding="utf-8")
    done = run("draft", "letter.txt", "-o", "new", folder=tmp_path)
    assert done.returncode == 0
    assert "not sure: The days of the visit were not found: write `from` and `to`." in err(done)
    assert run("check", tmp_path / "new" / "letter.yaml").returncode == 0


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """A file of 200 MB is refused before it is read: a program that may not hold so much still can."""
    with (tmp_path / "huge.pdf").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    code = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (150 * 1024 * 1024,) * 2)\n"
        "from briefing_tui.cli.main import main\n"
        "sys.exit(main(['draft', 'huge.pdf']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=tmp_path, env=ENVIRONMENT
    )
    size = LARGEST // 1024 // 1024
    told = f"briefing: huge.pdf: larger than {size} MB, which no letter is. Name the letter itself."
    assert (done.returncode, err(done)) == (1, [told])
    assert files(tmp_path) == {"huge.pdf"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing.pdf", "missing.pdf: there is no such file. Check the name and the folder."),
        (".", ".: not a regular file. Name a letter as PDF or text."),
        ("/dev/zero", "/dev/zero: not a regular file. Name a letter as PDF or text."),
    ],
)
def test_what_cannot_be_read(name: str, told: str, tmp_path: Path) -> None:
    """A file that is not there, a folder or a device: exit status 2, at once."""
    done = run("draft", name, folder=tmp_path)
    assert (done.returncode, out(done), err(done)) == (2, [], [f"briefing: {told}"])


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that cannot be made is said, and the exit status is 2."""
    (tmp_path / "file").touch()
    done = run("draft", LETTER, "-o", tmp_path / "file" / "new")
    assert (done.returncode, out(done)) == (2, [])
    assert err(done) == [f"briefing: {tmp_path / 'file' / 'new'}: cannot be written to: Not a directory."]


def test_a_pdf_without_the_extra(tmp_path: Path) -> None:
    """Without the package that reads PDF the message says what to install; text needs no package."""
    (tmp_path / "letter.pdf").write_bytes(WHOLE)
    code = (
        "import sys\nsys.modules['pypdfium2'] = None\n"
        "from briefing_tui.cli.main import main\nsys.exit(main(['draft', sys.argv[1]]))"
    )
    for letter, status in ((tmp_path / "letter.pdf", 2), (LETTER, 0)):
        done = subprocess.run(
            [sys.executable, "-c", code, letter],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=ENVIRONMENT,
        )
        assert done.returncode == status
        if status:
            assert err(done) == [
                "briefing: Reading a PDF takes one package more. Install it: pip install 'pypdfium2>=5,<6'"
            ]


def test_text_that_acts_is_shown_and_told(tmp_path: Path) -> None:
    """Escape sequences in a letter reach neither the files nor the terminal; how many, is told."""
    letter = tmp_path / "letter.txt"
    letter.write_text(
        LETTER.read_text(encoding="utf-8").replace(
            "answers calls quickly", "answers \x1b]52;c;eA==\x07 calls \u202equickly"
        ),
        encoding="utf-8",
    )
    done = run("draft", letter, "-o", tmp_path / "new")
    assert done.returncode == 0
    assert "not sure: 3 characters could not be shown; “\ufffd” stands for each in the letter." in err(done)
    for file in (tmp_path / "new").iterdir():
        assert not set("\x1b\x07\u202e") & set(file.read_text(encoding="utf-8"))


def test_a_strange_file_name_gives_a_plain_one(tmp_path: Path) -> None:
    """A name that YAML or a terminal would trip over is made plain."""
    letter = tmp_path / "a: 'b' #c\x1b[31m – v1.2.txt"
    shutil.copy(LETTER, letter)
    done = run("draft", letter, "-o", tmp_path / "new")
    assert done.returncode == 0
    assert files(tmp_path / "new") == {"a-b-c-31m-v1.2.yaml", "a-b-c-31m-v1.2-letter.md"}


def test_drafting_loads_no_screen_and_text_no_pdf_reader(tmp_path: Path) -> None:
    """Drafting starts without Textual, and reads text without what reads PDF."""
    modules = loaded_by(
        f"from briefing_tui.cli.main import main\nmain(['draft', {str(LETTER)!r}, '-o', {str(tmp_path)!r}])"
    )
    assert "briefing_tui.draft.coding" in modules
    assert screen_modules(modules) == set()
    assert "pypdfium2" not in modules


def test_straight_into_the_viewer(tmp_path: Path) -> None:
    """With --open the draft is on the screen as soon as it is written."""
    with opened(tmp_path, "draft", str(LETTER), "-o", str(tmp_path / "new"), "--open") as terminal:
        terminal.until("At a glance")
        terminal.press("q")
        assert terminal.exit_status() == 0
    assert files(tmp_path / "new") == {"ashcombe-2022.yaml", "ashcombe-2022-letter.md"}
