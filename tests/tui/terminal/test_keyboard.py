"""What is read from the keyboard line, cut into keys."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.tui.terminal.keyboard import Keyboard

PIECES = st.sampled_from(
    (
        *(b"\x1b", b"[", b"]", b"O", b"P", b"<", b"0;1;2", b"M", b"m", b"u", b"q", b"\xff", b"\xc3\xa9"),
        *(b"\x1b[200~", b"\x1b[201~", b"\x1b\\", b"\x07", b"$y", b"?", b"A", b"\x9b", b"\x00", b"\r"),
    )
)


def keys(*data: bytes) -> list[str]:
    """Return the units in what is read piece by piece."""
    keyboard = Keyboard()
    return [unit for piece in data for unit in keyboard.feed(piece)]


@pytest.mark.parametrize(
    ("data", "units"),
    [
        (b"jq", ["j", "q"]),
        (b"\x1b[A\x1bOP\x1b[[A\x1b[15;5~", ["\x1b[A", "\x1bOP", "\x1b[[A", "\x1b[15;5~"]),
        (b"\x1bq", ["\x1b", "q"]),
        (b"\x1b\x1b[A", ["\x1b", "\x1b[A"]),
        ("é漢".encode(), ["é", "漢"]),
        (b"\x1b[200~q\x1b[A\x1b[201~j", ["\x1b[200~q\x1b[A\x1b[201~", "j"]),
        (b"\x1b[<0;1;1Mj", ["\x1b[<0;1;1M", "j"]),
        (b"\x1b[M qqj", ["\x1b[M qq", "j"]),
        (b"\x1b[12\x01j", ["\x01", "j"]),
        (b"\x1b]0;q\x1b[A", ["\x1b[A"]),
    ],
)
def test_units(data: bytes, units: list[str]) -> None:
    """Keys, reports and pasted text are told apart, however they arrive; what is torn is dropped."""
    assert keys(data) == units
    assert keys(*(data[at : at + 1] for at in range(len(data)))) == units


def test_a_sequence_too_long_to_be_one() -> None:
    """What never ends is not kept, and its end is no key."""
    assert keys(b"\x1b[" + b"1;" * 4000, b"1;", b"qj") == ["\x1b[!1;q", "j"]


@pytest.mark.parametrize(("data", "left"), [(b"\x1b", ["\x1b"]), (b"\x1b[", ["\x1b", "["]), (b"\x1b[1;", [])])
def test_what_has_no_end(data: bytes, left: list[str]) -> None:
    """Escape alone is a key once nothing follows it; half a sequence is none."""
    keyboard = Keyboard()
    assert list(keyboard.feed(data)) == []
    assert keyboard.waiting
    assert list(keyboard.give_up()) == left
    assert not keyboard.waiting


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_any_bytes(pieces: list[bytes]) -> None:
    """Whatever is read, nothing is raised, and after it and a pause the next key is a key."""
    keyboard = Keyboard()
    for piece in pieces:
        list(keyboard.feed(piece))
    list(keyboard.give_up())
    list(keyboard.feed(b""))
    assert list(keyboard.feed(b"q"))[-1] == "q"
