"""No text acts: neither on the terminal nor, as markup, on the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import INVENTED
from tests.terminal.emulator import spilled
from tests.terminal.hostile import ACTING, write_hostile
from tests.terminal.program import opened

if TYPE_CHECKING:
    from pathlib import Path

OURS = re.compile(
    r"\x1b\[(?:[0-9;]*[mHJKXBCD]|\?(?:1049|25|7|1000|1002|1006|2004|2026)[hl]|\?2026\$p)|\x1b\\|\r\n"
)
"""All that the program sends to a terminal but letters."""

ACTS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)

PALETTE, CHOOSER = "\x10", "B"

EVERYWHERE = (
    *("1", "j", "j", "2", *"j" * 12, "Enter", "Esc", "3", "j", "j", "j", "4", "PgDn", "PgDn", "5", "6"),
    *(*"j" * 12, "?", "PgDn", "Esc", "m", "'", "Esc", ":", "c", "Esc", "/", "r", "Enter", "n", "&", "x"),
    *("2", "G", "s", "s", "e", "Y", "Esc", "m", "t", "a", "p", "x", "h", "z", "l", PALETTE, "r", "Esc"),
    *(CHOOSER, "r", "Down", "Esc", "T", "T", "T", "T"),
)
"""Keys that lead to every pane and to all that is laid over it."""

BUTTON = "[@click=app.screenshot('x.svg','.')]c[/]"


def left_over(raw: bytes) -> list[str]:
    """Return what in `raw` is neither a letter nor a sequence of ours."""
    return ACTS.findall(OURS.sub("", raw.decode()))


@pytest.mark.slow
def test_nothing_of_a_text_reaches_the_terminal_but_letters(tmp_path: Path) -> None:
    """On every pane of a briefing full of sequences, only the program's own go to the terminal.

    Nor do those in what is said of it once it is broken.
    """
    file = write_hostile(tmp_path)
    with opened(tmp_path, str(file), str(INVENTED), columns=100, lines=30) as terminal:
        terminal.until("Marrowdale")
        terminal.press("Enter")
        terminal.until("At a glance")
        for key in EVERYWHERE:
            terminal.press(key)
            terminal.still(0.15 if key == "Esc" else 0.05)
        file.write_text(file.read_text().replace('"strength"', '"\\e]0;owned\\a\\e[2J\\x9b2J\\u202e"'))
        terminal.press("r")
        terminal.until("no briefing now")
        terminal.press("!")
        terminal.until("(removed-character)")
        told = len(terminal.raw)
        for _ in range(20):
            terminal.press("PgDn")
            terminal.still(0.05)
        assert b"]0;owned" in terminal.raw[told:]
        terminal.press("Esc")
        terminal.still(0.15)
        assert not any(acting.encode() in terminal.raw for acting in ACTING)
        terminal.press("q")
        assert terminal.exit_status() == 0
        assert left_over(terminal.raw) == []
        assert spilled(terminal.raw, 100, 30) == ""
        assert terminal.given_back


def test_a_file_name_that_acts(tmp_path: Path) -> None:
    """The name of a file is a text like others, in the program and in its messages."""
    file = write_hostile(tmp_path).rename(tmp_path / "\x1b]0;owned\x07\u202e.yaml")
    with opened(tmp_path, str(file)) as terminal:
        terminal.until("At a glance")
        terminal.press("6", "q")
        assert terminal.exit_status() == 0
        assert left_over(terminal.raw) == []
    with opened(tmp_path, f"{file}x") as terminal:
        assert terminal.exit_status() == 2
        assert left_over(terminal.raw) == []


@pytest.mark.slow
def test_markup_stays_as_typed_and_is_no_button(tmp_path: Path) -> None:
    """`[/]`, `[red]` and `[@click=…]` are shown as typed; a click on every cell does nothing they name."""
    file = write_hostile(tmp_path)
    with opened(tmp_path, str(file), columns=100, lines=30) as terminal:
        terminal.until("At a glance")
        terminal.press("2", "G")
        terminal.until(lambda sheet: "[/]" in " ".join(sheet.lines) and "[red]" in " ".join(sheet.lines))
        files = {*tmp_path.rglob("*.svg")}
        for y in range(1, 31):
            terminal.press("Esc", "4")
            terminal.still(0.1)
            terminal.press("G")
            terminal.until(lambda sheet: all(typed in " ".join(sheet.lines) for typed in (BUTTON, "[A-3]")))
            # From the right: the contents, on the left, lead to other panes.
            clicks = "".join(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m" for x in range(100, 0, -1))
            terminal.send(clicks.encode())
            terminal.still(0.05)
        assert {*tmp_path.rglob("*.svg")} == files
        terminal.press("Esc")
        terminal.still()
        terminal.press("q")
        assert terminal.exit_status() == 0
