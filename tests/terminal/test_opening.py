"""The first frame, at once: what it shows, when it is not used, and that it is only a picture."""

from __future__ import annotations

import os
import re
import shutil
import signal
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.tui.terminal import frame
from briefing_tui.tui.terminal.opening import drawn
from tests.conftest import INVENTED
from tests.terminal.program import opened, shell_status
from tests.terminal.test_differences import visible

if TYPE_CHECKING:
    from collections.abc import Callable

ONLY_FIRST_FRAME = (sys.executable, "-m", "tests.terminal.slow_start")
ROOT = str(Path(__file__).parents[2])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Copy a briefing and its letter to where they may be changed."""
    letter = INVENTED.with_name("marrowdale-2024-letter.md")
    shutil.copy(letter, tmp_path / letter.name)
    shutil.copy(INVENTED, tmp_path / "visit.yaml")
    return tmp_path / "visit.yaml"


def start(home: Path, *arguments: str, columns: int = 80, **variables: str) -> tuple[object, bytes]:
    """Open the program, quit by its key; return the cells of its screen and what it sent until they stood."""
    with opened(home, *arguments, columns=columns, **variables) as terminal:  # type: ignore[arg-type]
        terminal.until(lambda sheet: "Enter open" in sheet.lines[-1])
        terminal.still(1.0)
        cells, raw = visible(terminal.cells), terminal.raw
        terminal.press("q")
        assert terminal.exit_status() == 0
        assert terminal.given_back
    return cells, raw


def first_frame(home: Path, *arguments: str, columns: int = 80, **variables: str) -> str:
    """Return what a program that loads nothing shows: the frame that was kept, or nothing."""
    variables["PYTHONPATH"] = ROOT
    with opened(home, *arguments, columns=columns, program=ONLY_FIRST_FRAME, **variables) as terminal:  # type: ignore[arg-type]
        terminal.still(1.0)
        shown = "\n".join(terminal.sheet.lines)
        terminal.signal(signal.SIGTERM)
        assert shell_status(terminal.exit_status(3)) == 128 + signal.SIGTERM
        assert terminal.given_back
    return shown.strip()


def kept(home: Path) -> list[Path]:
    """Return the files of the frames."""
    return [*(home / "cache" / "briefing").iterdir()]


@pytest.mark.parametrize("gap", [0.0, 0.03])
def test_a_frame_is_of_one_entry(tmp_path: Path, gap: float) -> None:
    """What is kept on leaving in the middle of fast keys has the same entry in the list and beside it."""
    with opened(tmp_path, "--at", "AA-5", columns=120, lines=40) as terminal:
        terminal.until(lambda sheet: sheet.chosen == "AA-5")
        for key in "jjjq":
            terminal.press(key)
            time.sleep(gap)
        assert terminal.exit_status() == 0
    variables = {"columns": 120, "lines": 40, "PYTHONPATH": ROOT}
    with opened(tmp_path, program=ONLY_FIRST_FRAME, **variables) as terminal:  # type: ignore[arg-type]
        sheet = terminal.still(1.0)
        chosen = sheet.chosen
        assert not chosen or any(re.search(rf"{chosen}  [▲▼◆·]", line) for line in sheet.lines)
        terminal.signal(signal.SIGTERM)
        terminal.exit_status(3)


def test_the_second_start_shows_the_same_at_once(tmp_path: Path, file: Path) -> None:
    """The frame stands before anything else is loaded, and the program changes nothing of it."""
    first, _ = start(tmp_path, str(file))
    assert "Marrowdale County Council" in first_frame(tmp_path, str(file))
    second, raw = start(tmp_path, str(file))
    assert second == first
    assert raw.count(b"\x1b[2J") == 1
    assert raw.count(b"Marrowdale County Council") == 1
    assert len(raw) <= 5_000
    (one,) = kept(tmp_path)
    assert stat.S_IMODE(one.stat().st_mode) == 0o600


def test_it_opens_as_it_was_left(tmp_path: Path, file: Path) -> None:
    """The frame that is kept is that of the place where the reader left off."""
    with opened(tmp_path, str(file)) as terminal:
        terminal.until("Enter open")
        terminal.press("2", "]")
        terminal.until(lambda sheet: sheet.chosen == "CLA-1")
        terminal.press("q")
        terminal.exit_status()
    assert "CLA-1  ▲ strength" in first_frame(tmp_path, str(file))


def change_a_word(file: Path) -> None:
    """Take a word out of the briefing, as an editor does."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("The grade is fair.", "Now another text."), encoding="utf-8")


def change_the_letter(file: Path) -> None:
    """Change the letter and leave the briefing."""
    with file.with_name("marrowdale-2024-letter.md").open("a", encoding="utf-8") as letter:
        letter.write("\nOne more sentence.\n")


def change_the_theme(file: Path) -> None:
    """Choose another theme in the settings."""
    settings = file.parent / "config" / "briefing" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('theme = "briefing-light"\n')


def let_others_write(file: Path) -> None:
    """Let everybody write what was kept."""
    kept(file.parent)[0].chmod(0o666)


def forge(file: Path) -> None:
    """Put an escape sequence into what was kept."""
    (one,) = kept(file.parent)
    one.write_bytes(one.read_bytes().replace(b"Marrowdale", b"\x1b[31;1mM", 1))


def cut(file: Path) -> None:
    """Leave half of what was kept."""
    (one,) = kept(file.parent)
    one.write_bytes(one.read_bytes()[: one.stat().st_size // 2])


def link(file: Path) -> None:
    """Put a link where the frame was."""
    (one,) = kept(file.parent)
    one.symlink_to(one.rename(one.with_name("elsewhere")))


@pytest.mark.parametrize(
    "change", [change_a_word, change_the_letter, change_the_theme, let_others_write, forge, cut, link]
)
def test_what_does_not_hold_any_more_is_not_shown(
    tmp_path: Path, file: Path, change: Callable[[Path], None]
) -> None:
    """Once any file behind it has changed, or the frame itself is not as it was, it is not used."""
    start(tmp_path, str(file))
    change(file)
    assert first_frame(tmp_path, str(file)) == ""


@pytest.mark.parametrize(
    ("columns", "variables"), [(81, {}), (80, {"TERM": "xterm"}), (80, {"NO_COLOR": "1"})], ids=str
)
def test_another_terminal_gets_no_frame(
    tmp_path: Path, file: Path, columns: int, variables: dict[str, str]
) -> None:
    """A frame is for one size and one kind of terminal."""
    start(tmp_path, str(file))
    assert first_frame(tmp_path, str(file), columns=columns, **variables) == ""


def test_a_file_that_changes_while_it_is_open_leaves_no_frame(tmp_path: Path, file: Path) -> None:
    """What was read before the file changed is never kept as what the file shows."""
    with opened(tmp_path, str(file)) as terminal:
        terminal.until("Enter open")
        change_a_word(file)
        terminal.press("q")
        terminal.exit_status()
    assert first_frame(tmp_path, str(file)) == ""


def test_keys_typed_meanwhile_are_followed(tmp_path: Path, file: Path) -> None:
    """What is typed at the first frame is done once the program is there; none of it is echoed."""
    start(tmp_path, str(file))
    with opened(tmp_path, str(file)) as terminal:
        terminal.until("Marrowdale County Council")
        terminal.press("2", "j")
        sheet = terminal.until(lambda sheet: sheet.chosen == "LC-2")
        assert "2j" not in "".join(sheet.lines)


def test_few_are_kept(tmp_path: Path) -> None:
    """Frames of many briefings and sizes do not fill the disk; the newest stay."""
    for number in range(12):
        frame.write(str(tmp_path / f"{number:02}.frame"), [], [[("", "abc")]])
        os.utime(tmp_path / f"{number:02}.frame", (number, number))
    assert sorted(one.name for one in tmp_path.iterdir()) == [f"{number:02}.frame" for number in range(4, 12)]


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 200))
def test_any_bytes_are_a_frame_or_none(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int
) -> None:
    """Whatever stands in the file, reading it raises nothing, and what it gives has the terminal's size."""
    path = tmp_path_factory.mktemp("frames", numbered=True) / "one.frame"
    frame.write(str(path), [], [[("1;38;5;2", "ab"), ("", "c")], [("", "def")]])
    data = path.read_bytes()
    path.write_bytes(data[:at] + junk + data[at:])
    found = frame.read(str(path), (3, 2))
    if found is not None:
        assert [sum(len(text) for _, text in runs) for runs in found] == [3, 3]
        shown = drawn(found, erases=True)
        assert all(character.isprintable() or character == "\x1b" for character in shown)
