"""Reading a file as text, without trusting it."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_tui.character import ACTS, MOST_MARKS, REMOVED, harmless
from briefing_tui.errors import UnreadableFileError
from briefing_tui.load.text import LARGEST, read_text

if TYPE_CHECKING:
    from pathlib import Path


def refusal(path: Path) -> str:
    """Return why the file at `path` is not read."""
    with pytest.raises(UnreadableFileError) as caught:
        read_text(path)
    return str(caught.value)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Name a file that is not there yet."""
    return tmp_path / "f.yaml"


@pytest.mark.parametrize("written", [b"a\r\nb\r\n", b"a\rb\r", b"a\nb\n", b"\xef\xbb\xbfa\nb\n"])
def test_line_ends_and_byte_order_mark(file: Path, written: bytes) -> None:
    """Files from Windows and old Macs, with or without a byte order mark, are the same text."""
    file.write_bytes(written)
    assert read_text(file) == "a\nb\n"


def test_a_missing_file_is_named(file: Path) -> None:
    """A file that is not there is named, with what to check."""
    assert refusal(file) == f"{file}: there is no such file. Check the name and the folder."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is refused by name."""
    assert refusal(tmp_path).startswith(f"{tmp_path}: a folder, where a file of text is wanted.")


def test_a_pipe_does_not_block(file: Path) -> None:
    """A named pipe that nobody writes to is refused at once instead of waited for."""
    os.mkfifo(file)
    signal.signal(signal.SIGALRM, lambda *_: pytest.fail("It waits."))
    signal.alarm(10)
    try:
        assert "not a regular file" in refusal(file)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def test_a_device_is_no_file(tmp_path: Path) -> None:
    """A device that never ends is refused, by a link too."""
    link = tmp_path / "link.yaml"
    link.symlink_to("/dev/zero")
    assert "not a regular file" in refusal(link)


def test_a_link_to_nowhere_is_missing(file: Path) -> None:
    """A link whose file is gone says so."""
    file.symlink_to("gone.yaml")
    assert "there is no such file" in refusal(file)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    """A name with a null character is refused like any other bad name."""
    assert "cannot be opened" in refusal(tmp_path / "a\0b")
    assert "cannot be opened" in refusal(tmp_path / ("a" * 300))


def test_a_file_just_small_enough_is_read(file: Path) -> None:
    """The largest size is read, one byte more is not."""
    file.write_bytes(b"a" * LARGEST)
    assert len(read_text(file)) == LARGEST
    file.write_bytes(b"a" * (LARGEST + 1))
    assert ":1:1: Larger than 8 MiB." in refusal(file)


@pytest.mark.parametrize(
    ("written", "place", "said"),
    [
        (b"a\nb\nna\xefve\n", "3:3", "Not UTF-8: byte 0xEF."),
        (b"ok \xc3\xa9\n\x80", "2:1", "Not UTF-8: byte 0x80."),
        (b"\xc3\xa9\xc3\xa9\xe9", "1:3", "Not UTF-8: byte 0xE9."),
        (b"\xef\xbb\xbfa\nb \xe9\n", "2:3", "Not UTF-8: byte 0xE9."),
        (b"a\r\nb\xc3", "2:2", "Not UTF-8: byte 0xC3."),
        (b"\xed\xa0\xbd", "1:1", "Not UTF-8: byte 0xED."),
        (b"a\rb\r\xe9\r", "3:1", "Not UTF-8: byte 0xE9."),
        (b"a\nb \0c", "2:3", "No text: byte 0x00."),
        (b"\0\1\2\3", "1:1", "No text: byte 0x00."),
        ("é\n".encode("utf-16"), "1:1", "This is UTF-16, not UTF-8."),
        ("a\n".encode("utf-16-le"), "1:1", "This is UTF-16, not UTF-8."),
        ("a\n".encode("utf-16-be"), "1:1", "This is UTF-16, not UTF-8."),
        ("a\n".encode("utf-32"), "1:1", "This is UTF-32, not UTF-8."),
        (b"%PDF-1.7\n%\xe2\xe3", "1:1", "This is a PDF."),
        (b"PK\x03\x04\x14\x00", "1:1", "This is a Word document or a ZIP archive."),
    ],
)
def test_what_is_no_text_is_named_at_its_place(file: Path, written: bytes, place: str, said: str) -> None:
    """A file in another encoding, or of another kind, is refused with the byte or the kind, and its place."""
    file.write_bytes(written)
    assert refusal(file).startswith(f"{file}:{place}: {said}")


def test_a_hostile_file_name_is_made_harmless(tmp_path: Path) -> None:
    """A file name cannot put an escape sequence into the message about it."""
    message = refusal(tmp_path / "a\x1b[2Jb.yaml")
    assert "\x1b" not in message
    assert f"a{REMOVED}[2Jb.yaml" in message


ACTING = "\x1b\x9b\u202e\u061c\u200c\u200d\u0301\u0307\u094d\u064b\u20dd\ufffd\u0628\u0915 a\n"


@given(st.text(st.characters()) | st.text(ACTING, max_size=30))
def test_harmless_is_idempotent_and_keeps_its_length(text: str) -> None:
    """Made harmless twice is made harmless once, and every place in the text stays where it was."""
    once = harmless(text)
    assert harmless(once) == once
    assert len(once) == len(text)


@pytest.mark.parametrize(
    "acts",
    [
        *(chr(code) for code in range(32) if chr(code) not in "\t\n"),
        "\x7f",
        *(chr(code) for code in range(0x80, 0xA0)),
        *"\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        *"\u2065\u206a\u034f\u17b4\u180e\u3164\uffa0\ufdd0\u200c\u200d",
        *"\u2028\u2029\u2060\u00ad\ufeff\ud800\udfff\U000e0041",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_what_acts_on_a_terminal_is_replaced(acts: str) -> None:
    """Control, bidirectional and invisible characters, and halves of surrogate pairs, are replaced."""
    assert harmless(f"a{acts}b") == f"a{REMOVED}b"


@pytest.mark.parametrize(
    "text", ["a\u200db", "a\u200d\u0915", "\u0915\u200db", "\U0001f468\u200d\U0001f469", "\u200c"]
)
def test_a_joiner_is_replaced_where_it_joins_nothing(text: str) -> None:
    """Beside what is no letter of a script that needs it, a joiner only hides a difference."""
    assert harmless(text) == text.replace("\u200c", REMOVED).replace("\u200d", REMOVED)


@example("\u0628" + "\u064b\u200d" * 20)
@given(st.text(ACTING, max_size=30))
def test_marks_are_never_stacked_high(text: str) -> None:
    """No letter carries more marks than a script needs, whatever stands between them."""
    marks = 0
    for one in harmless(text):
        marks = marks + 1 if category(one) in ("Mn", "Me") else marks if one in "\u200c\u200d" else 0
        assert marks <= MOST_MARKS


def test_the_letter_under_a_stack_of_marks_is_kept() -> None:
    """Of two hundred marks on a letter the first few stay, and what follows stands where it stood."""
    assert (
        harmless("Z" + "\u0351" * 200 + "o")
        == "Z" + "\u0351" * MOST_MARKS + REMOVED * (200 - MOST_MARKS) + "o"
    )


def test_no_acting_character_slips_through_alone() -> None:
    """Each character that is to be replaced is replaced also in a text that is plain but for it."""
    acting = [one for one in map(chr, range(0x110000)) if ACTS.match(one)]
    assert len(acting) > 300
    assert [hex(ord(one)) for one in acting if harmless(f"a{one}b é") != f"a{REMOVED}b é"] == []


WRITING = {
    "layout": "a\tb\nc",
    "typography": "“é” – ½",
    "no-break space": "a\N{NO-BREAK SPACE}b",
    "Polish and Japanese": "Łódź 東京",
    "Hebrew": "שלום",
    "pointed Hebrew": "בְּרֵאשִׁ֖ית",
    "Vietnamese, decomposed": "Vie\u0323\u0302t",
    "Persian, with a non-joiner": "می\u200cخواهم",
    "Sinhala, with a joiner": "ශ්\u200dරී",
    "Hindi, with a joiner": "क्\u200dष",
}


@pytest.mark.parametrize("text", WRITING.values(), ids=WRITING)
def test_writing_is_kept(text: str) -> None:
    """Tabs, line ends, typographic marks and other scripts stay as they are."""
    assert harmless(text) == text
