"""Bytes on the keyboard line that are no keys: nothing comes of them, and the next key works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.terminal.program import opened

if TYPE_CHECKING:
    from pathlib import Path

NONSENSE = (
    b"\xff",
    b"\xe9",  # é of Latin-1
    b"\xc3",  # half of a character
    b"\xed\xa0\x80",  # a surrogate
    b"\xf8\x88\x80\x80\x80",
    b"\x80\x9b\xc2\x9b",  # C1 in eight bits and in UTF-8
    b"\x00" * 20,
    b"\x1b[1;2",
    b"\x1b[99999999999u",  # a key of the kitty protocol beyond Unicode
    b"\x1b[1114112;5u",
    b"\x1b[55296u",
    b"\x1b[;;;u",
    b"\x1b[113:::;1:9;113:1114112u",
    b"\x1b[<0;99999;99999M",
    b"\x1b[<0;-5;-5M",
    b"\x1b[<M",
    b"\x1b[M\x20qq",  # the mouse in its oldest form
    b"\x1b[M!",
    b"\x1b[48;99999;99999;1;1t",  # a size that nobody asked for
    b"\x1b[999;999R",
    b"\x1b[?2026;9$y",
    b"\x1b[?2048;2$y",
    b"\x1b]11;rgb:1212/qqqq/1212\x1b\\",
    b"\x1b]52;c;cXFx",
    b"\x1bP1$rq\x1b\\",
    b"\x1bP$q",
    b"\x1b_Gqqq\x1b\\",
    b"\x1b[200~qqq",  # pasted text without an end
    b"\x1b[201~",
    b"\x1b[" + b"9;" * 3000 + b"q",
    b"\x1b[1\xff",
)


def test_nonsense_is_ignored(tmp_path: Path) -> None:
    """After each, the screen is as it was, and after all `j`, `k` and `q` do what they do."""
    with opened(tmp_path, "--at", "OOH-2") as terminal:
        before = terminal.until(lambda sheet: sheet.chosen == "OOH-2").lines
        for nonsense in NONSENSE:
            terminal.send(nonsense)
            patience = 1.2 if nonsense.startswith(b"\x1b[200~") else 0.15
            assert terminal.still(patience).lines == before, nonsense
            terminal.press("j")
            terminal.until(lambda sheet: sheet.chosen == "OOH-3")
            terminal.press("k")
            terminal.until(lambda sheet: sheet.chosen == "OOH-2")
        terminal.send(b"".join(nonsense for nonsense in NONSENSE if b"200~" not in nonsense))
        terminal.still(0.2)
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_nonsense_is_not_typed(tmp_path: Path) -> None:
    """Where words to look for are typed, what is no character of any does not stand among them."""
    with opened(tmp_path, "--at", "OOH-2") as terminal:
        terminal.until(lambda sheet: sheet.chosen == "OOH-2")
        terminal.press("/")
        terminal.until("Esc comes back")
        terminal.send(b"caf\xe9 \xed\xa0\x80\x1b[55357u\xffload")
        terminal.until("caf load")
        terminal.press("\x1b", "q")
        assert terminal.exit_status() == 0


def test_ten_thousand_keys_and_quit(tmp_path: Path) -> None:
    """Many keys in one go are all followed, and `q` after them ends it soon."""
    with opened(tmp_path, "--at", "OOH-1") as terminal:
        terminal.until(lambda sheet: sheet.chosen == "OOH-1")
        for _ in range(100):
            terminal.send(b"jk" * 50)
            terminal.still(0)
        terminal.press("j", "q")
        assert terminal.exit_status() == 0
    with opened(tmp_path) as terminal:
        terminal.until(lambda sheet: sheet.chosen == "OOH-2")
