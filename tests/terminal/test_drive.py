"""The program in a real terminal at 80×24: opened, walked through, left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.load import load_briefing
from briefing_tui.paths import bundled_briefing
from tests.paging import folded, unwrapped
from tests.terminal.emulator import ON_AT_START
from tests.terminal.program import opened, walk_to_ooh_1

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sheet import Sheet

UNBOUND = ("w", "Z", "7", "$", "F9", "é", "Ctrl+X", "Ctrl+F5")
"""Keys that mean nothing to the program."""


def quotation(reference: str) -> str:
    """Return the first words of the letter that an entry of the bundled briefing quotes."""
    return folded(load_briefing(bundled_briefing()).entries[reference].quotations[0].text)


def below_heading(sheet: Sheet, reference: str) -> str:
    """Return the text from the detail's heading down, as one line."""
    line, column = next(
        (y, line.index(f"{reference}  "))
        for y, line in enumerate(sheet.lines)
        if f"{reference}  ▲ str" in line
    )
    return unwrapped([text[column:-1] for text in sheet.lines[line:]])


def test_walk_to_out_of_hours_and_quit(tmp_path: Path) -> None:
    """A reader finds out of hours, sees the letter's words, quits, and gets the terminal back."""
    with opened(tmp_path) as terminal:
        walk_to_ooh_1(terminal)
        sheet = terminal.until("OOH-1  ▲ strength")
        assert quotation("OOH-1") in below_heading(sheet, "OOH-1")
        assert not terminal.cursor_shown

        terminal.press("q")
        assert terminal.exit_status() == 0
        assert terminal.modes_on == ON_AT_START
        assert terminal.cursor_shown
        assert terminal.raw.count(b"\x1b[<u") == terminal.raw.count(b"\x1b[>"), "kitty keys left on"
        assert terminal.termios == terminal.line_settings


def test_every_mode_is_taken_back(tmp_path: Path) -> None:
    """The alternate screen, mouse reports and bracketed paste are on while it runs, and off after."""
    with opened(tmp_path) as terminal:
        terminal.until("At a glance")
        used = terminal.modes_on
        assert 1049 in used
        terminal.press("q")
        terminal.exit_status()
        for mode in used - ON_AT_START:
            assert terminal.raw.rfind(b"\x1b[?%dl" % mode) > terminal.raw.rfind(b"\x1b[?%dh" % mode)


def test_nothing_of_the_briefing_stays_after_the_alternate_screen(tmp_path: Path) -> None:
    """What was on the terminal before is what is there after: nothing is drawn once the screen is left."""
    with opened(tmp_path) as terminal:
        terminal.until("At a glance")
        terminal.press("q")
        terminal.exit_status()
        before, _, _ = terminal.raw.partition(b"\x1b[?1049h")
        _, _, after = terminal.raw.rpartition(b"\x1b[?1049l")
        assert before == b""
        assert after.replace(b"\x1b[", b"").translate(None, b"?0123456789;hlm\r\n") == b""


def test_opens_at_a_reference(tmp_path: Path) -> None:
    """`--at OOH-1` opens where OOH-1 is, chosen in the list and told in full."""
    with opened(tmp_path, "--at", "OOH-1") as terminal:
        sheet = terminal.until(lambda sheet: sheet.chosen == "OOH-1")
        assert quotation("OOH-1") in below_heading(sheet, "OOH-1")


def test_help_opens_and_escape_closes_it(tmp_path: Path) -> None:
    """`?` lists the keys; Esc brings back the screen as it was."""
    with opened(tmp_path) as terminal:
        before = terminal.until("At a glance").lines
        terminal.press("?")
        sheet = terminal.until("Help")
        assert any("quit" in line for line in sheet.lines) or not sheet.at_end
        terminal.press("Esc")
        terminal.until(lambda sheet: sheet.lines == before)


def test_escape_never_quits(tmp_path: Path) -> None:
    """However often Esc is pressed, and wherever, the program stays open."""
    with opened(tmp_path) as terminal:
        terminal.until("At a glance")
        for place in ("Enter", "h", "4", "?"):
            terminal.press(place)
            terminal.still()
            for _ in range(5):
                terminal.press("Esc")
                terminal.still(0.15)
        assert terminal.running
        terminal.press("2")
        terminal.until(lambda sheet: sheet.chosen == "MASH-1")


def test_unknown_keys_do_nothing(tmp_path: Path) -> None:
    """Keys without a meaning, and text that is pasted, change nothing; the next key with one is followed."""
    with opened(tmp_path, "--at", "OOH-2") as terminal:
        before = terminal.until(lambda sheet: sheet.chosen == "OOH-2").lines
        for key in UNBOUND:
            terminal.press(key)
            assert terminal.still().lines == before, key
        terminal.send(b"\x1b[200~qqq\x1b[201~")
        assert terminal.still().lines == before, "pasted"
        terminal.press("j")
        terminal.until(lambda sheet: sheet.chosen == "OOH-3")


def test_a_resize_is_followed(tmp_path: Path) -> None:
    """When the window changes size, the screen is laid out anew and what was chosen stays chosen."""
    with opened(tmp_path, "--at", "OOH-2") as terminal:
        terminal.until(lambda sheet: sheet.chosen == "OOH-2")
        for columns, lines in ((40, 12), (200, 50), (80, 24)):
            terminal.resize(columns, lines)
            sheet = terminal.until(
                lambda sheet: sheet.chosen == "OOH-2" and "Enter open" in sheet.lines[-1].strip()
            )
            assert "Hackney" in sheet.lines[0]
            assert sheet.lines[0].rstrip().endswith("2022")
            assert len(sheet.lines[0].rstrip()) > columns - 4
