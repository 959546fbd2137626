"""What is kept of a briefing, and for whom."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from briefing_tui.state import Fate, Memory
from tests.state.visit import briefing, finding, numbered

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_tui.model.briefing import Briefing

ONE, TWO, THREE = numbered("AA", 3)
VISIT = briefing(ONE, TWO, THREE)


def references(memory: Memory) -> list[str]:
    """Return what is marked, in order of marking."""
    return [mark.reference for mark in memory.marks]


def test_marks_are_kept_in_the_order_of_marking(environ: dict[str, str]) -> None:
    """What was marked is marked the next time, in that order; what was marked twice is not."""
    memory = Memory.open(environ, VISIT)
    assert [memory.toggle(entry) for entry in (THREE, ONE, TWO, ONE)] == [True, True, True, False]
    for seen in (memory, Memory.open(environ, VISIT)):
        assert references(seen) == ["AA-3", "AA-2"]
        assert [seen.is_marked(entry.reference) for entry in (ONE, TWO, THREE)] == [False, True, True]
        assert seen.remembers
        assert seen.why == ""


def test_every_entry_can_be_marked(environ: dict[str, str], either: Briefing) -> None:
    """Whatever has a reference can be marked, and has not changed the next time."""
    memory = Memory.open(environ, either)
    for entry in either.entries.values():
        assert memory.toggle(entry)
    again = Memory.open(environ, either)
    assert references(again) == list(either.entries)
    assert {again.find(mark).fate for mark in again.marks} == {Fate.SAME}


def test_another_programs_changes_are_brought_in(environ: dict[str, str]) -> None:
    """Asked to, a program shows what another marked and unmarked, and says whether anything was."""
    ours, theirs = Memory.open(environ, VISIT), Memory.open(environ, VISIT)
    theirs.toggle(TWO)
    assert ours.refresh()
    assert references(ours) == ["AA-2"]
    assert not ours.refresh()
    theirs.toggle(TWO)
    assert ours.refresh()
    assert references(ours) == []
    ours.toggle(ONE)
    ours.leave("findings", "AA", "AA-1")
    assert not ours.refresh()


def test_news_that_came_with_a_change_of_ours_is_still_told(environ: dict[str, str]) -> None:
    """What another program marked is announced, also when a mark of ours brought it in."""
    ours, theirs = Memory.open(environ, VISIT), Memory.open(environ, VISIT)
    theirs.toggle(TWO)
    ours.toggle(ONE)
    ours.leave("findings", "AA", "AA-1")
    ours.choose_theme("light")
    assert ours.refresh()


def test_two_programs_mark_the_same(environ: dict[str, str]) -> None:
    """Two readers who both mark a finding that neither sees marked have marked it."""
    ours, theirs = Memory.open(environ, VISIT), Memory.open(environ, VISIT)
    assert ours.toggle(ONE)
    assert theirs.toggle(ONE)
    assert references(Memory.open(environ, VISIT)) == ["AA-1"]


def test_the_last_place_is_kept(environ: dict[str, str]) -> None:
    """The next reader begins where the last one left, whoever that was."""
    assert Memory.open(environ, VISIT).position is None
    ours, theirs = Memory.open(environ, VISIT), Memory.open(environ, VISIT)
    ours.leave("findings", "AA", "AA-2")
    theirs.leave("letter", "Opening", "L-1")
    ours.leave("findings", "AA", "AA-2")
    assert Memory.open(environ, VISIT).position == ("findings", "AA", "AA-2")


def test_staying_put_costs_nothing(environ: dict[str, str], home: Path) -> None:
    """A reader who leaves from the same place every day adds nothing to the disk."""
    memory = Memory.open(environ, VISIT)
    memory.leave("findings", "AA", "AA-2")
    (file,) = home.rglob("*.jsonl")
    size = file.stat().st_size
    Memory.open(environ, VISIT).leave("findings", "AA", "AA-2")
    assert file.stat().st_size == size


def test_marks_are_the_letters_and_the_theme_the_readers(environ: dict[str, str]) -> None:
    """A briefing on another letter has the theme, and neither the marks nor the place."""
    memory = Memory.open(environ, VISIT)
    memory.toggle(ONE)
    memory.leave("findings", "AA", "AA-1")
    memory.choose_theme("light")
    other = Memory.open(environ, briefing(ONE, text="Another letter altogether."))
    assert (other.marks, other.position, other.theme) == ((), None, "light")


def test_a_letter_is_known_by_its_words(environ: dict[str, str]) -> None:
    """Other line breaks, curly marks and an edited briefing make no other letter; another word does."""
    said = "Some children's plans - not all - wait."
    Memory.open(environ, briefing(ONE, text=said)).toggle(ONE)
    for same in (said.replace(" ", "\n"), said.replace("'", "’").replace("-", "–")):
        assert references(Memory.open(environ, briefing(TWO, text=same))) == ["AA-1"]
    assert references(Memory.open(environ, briefing(ONE, text=said.replace("Some", "Many")))) == []


def test_a_mark_follows_its_words(environ: dict[str, str]) -> None:
    """In an edited briefing the entry to which a mark leads is the marked one, and can be unmarked."""
    memory = Memory.open(environ, VISIT)
    memory.toggle(ONE)
    moved = finding("AA-7", ONE.quotations[0].text)
    memory.take_up(briefing(moved, finding("AA-1", "Other words.")))
    assert memory.is_marked("AA-7")
    assert not memory.is_marked("AA-1")
    assert not memory.toggle(moved)
    assert Memory.open(environ, VISIT).marks == ()


def test_a_letter_that_became_another(environ: dict[str, str]) -> None:
    """Reloaded with another letter, a program shows that letter's marks, and the first's on going back."""
    memory = Memory.open(environ, VISIT)
    memory.toggle(ONE)
    memory.take_up(briefing(TWO, text="Another letter altogether."))
    memory.toggle(TWO)
    assert references(memory) == ["AA-2"]
    memory.take_up(VISIT)
    assert references(memory) == ["AA-1"]


def test_a_mark_of_what_is_gone_can_be_taken_away(environ: dict[str, str]) -> None:
    """The mark of an entry that is no more is shown until it is taken away, for good."""
    Memory.open(environ, VISIT).toggle(ONE)
    memory = Memory.open(environ, briefing(TWO))
    (mark,) = memory.marks
    assert memory.find(mark).fate is Fate.GONE
    memory.forget(mark)
    assert memory.marks == Memory.open(environ, VISIT).marks == ()


@pytest.mark.parametrize(
    "text", ['\n{"marked": "X-1", "text": ""}\n', "\x1b]52;c;eA==\x07\x00\x9b", "\u202e\ud83d", "\\", "é“”🤨"]
)
def test_hostile_text_comes_back_as_it_was(environ: dict[str, str], home: Path, text: str) -> None:
    """No text can break the file or make a mark of its own, and none is altered or stands there raw."""
    entry = finding("AA-1", text)
    memory = Memory.open(environ, briefing(entry))
    memory.toggle(entry)
    memory.leave(text, text, text)
    memory.choose_theme(text)
    again = Memory.open(environ, briefing(entry))
    assert [(mark.reference, mark.text) for mark in again.marks] == [("AA-1", text)]
    assert again.position == (text, text, text)
    assert again.theme == text
    for file in home.rglob("*.jsonl"):
        assert all(byte == ord("\n") or ord(" ") <= byte <= ord("~") for byte in file.read_bytes())


def test_nobody_else_may_look(environ: dict[str, str], home: Path) -> None:
    """Files and folders are their owner's alone, whatever the umask allows."""
    before = os.umask(0)
    try:
        memory = Memory.open(environ, VISIT)
        memory.toggle(ONE)
        memory.choose_theme("light")
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(one.stat().st_mode) for one in home.rglob("*") if one.is_dir()}
    assert modes == {0o700}
    assert {stat.S_IMODE(one.stat().st_mode) for one in home.rglob("*") if one.is_file()} == {0o600}
