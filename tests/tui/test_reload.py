"""The briefing's file, edited while it is open."""

from __future__ import annotations

import asyncio
import shutil
import time
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from briefing_tui.load import load_briefing
from briefing_tui.state import Memory
from briefing_tui.tui.watch import STILL, Watch
from tests.tui.reader import opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tui.reader import Reader

DEADLINE = 20.0
"""Seconds. Nothing takes so long unless the test fails."""


@pytest.fixture
def file(tmp_path: Path, pytestconfig: pytest.Config) -> Path:
    """Return the file of a briefing that may be edited, its letter beside it."""
    for one in (pytestconfig.rootpath / "data").glob("hackney*"):
        shutil.copy(one, tmp_path)
    return tmp_path / "hackney-2022.yaml"


def read(file: Path) -> str:
    """Return what is in a file."""
    return file.read_text(encoding="utf-8")


def write(file: Path, text: str) -> None:
    """Write a file anew."""
    file.write_text(text, encoding="utf-8")


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text in a file, as an editor that saves in place does."""
    text = read(file)
    assert old in text
    write(file, text.replace(old, new))


async def until(reader: Reader, met: Callable[[], bool]) -> None:
    """Wait until something has come of an edit."""
    ends = time.monotonic() + DEADLINE
    while not met():
        assert time.monotonic() < ends, "\n".join(reader.lines())
        await asyncio.sleep(0.02)
        await reader.pilot.pause()


def remove(file: Path) -> None:
    """Delete a file."""
    file.unlink()


SUMMARY = "Some child in need assessments are too slow, so some wait too long for work to begin."


async def test_an_edit_while_it_starts(file: Path) -> None:
    """What is saved after the file was read, and before there is a screen, is shown all the same."""
    loaded = load_briefing(file)
    edit(file, SUMMARY, "Some assessments take too long.")
    async with opened(loaded, (120, 40), "AA-5", file=file) as reader:
        await until(reader, lambda: reader.shows("Some assessments take too long."))


async def test_an_edit_is_shown(file: Path) -> None:
    """An edited summary appears by itself, with the reader in the place where they were."""
    async with opened(load_briefing(file), (120, 40), "AA-5", file=file) as reader:
        await reader.press("enter", "j", "j")
        view = reader.screen.view()
        edit(file, SUMMARY, "Some assessments take too long.")
        await until(reader, lambda: reader.shows("The file has changed"))
        assert reader.screen.view() == view
        assert "Some assessments take too long." in " ".join(reader.lines())


async def test_an_entry_that_has_another_reference(file: Path) -> None:
    """An entry is followed by its words when its reference has changed."""
    async with opened(load_briefing(file), at="OOH-3", file=file) as reader:
        edit(file, "OOH-3", "OOH-9")
        await until(reader, lambda: reader.shows("You are at OOH-9."))
        assert reader.screen.position.reference == "OOH-9"


async def test_an_entry_that_is_gone(file: Path) -> None:
    """Where the reader's entry is gone, they are at the next; the way back skips what is gone."""
    before, after = read(file).split("\npeople:\n")
    without = before + after[after.index("\nsources:") :]
    async with opened(load_briefing(file), at="N-2", file=file) as reader:
        await reader.press("2", "6")
        write(file, without.replace("speaker:", "# speaker:"))
        await until(reader, lambda: reader.shows("The file has changed"))
        assert reader.screen.position.section == "timeline"
        await reader.press("backspace", "backspace", "backspace")
        assert reader.screen.position.pane == "findings"


async def test_the_letter_is_watched_too(file: Path) -> None:
    """An edited letter is another file of the briefing: quotations no longer found are problems."""
    letter = file.with_name("hackney-2022-letter.md")
    async with opened(load_briefing(file), at="AA-5", file=file) as reader:
        edit(letter, "completed quickly enough", "completed fast enough")
        await until(reader, lambda: reader.shows("Not the file as it is now"))


async def test_a_broken_file(file: Path) -> None:
    """The last good briefing stays, says so, and ! lists the problems and their places."""
    good = read(file)
    async with opened(load_briefing(file), (120, 40), "AA-5", file=file) as reader:
        edit(file, "completed quickly enough", "completed fast enough")
        await until(reader, lambda: reader.shows("! says why"))
        assert reader.shows("completed quickly")
        await reader.press("j", "k")
        assert reader.shows("Not the file as it is now"), "as long as it is so"
        await reader.press("exclamation_mark")
        assert reader.shows("hackney-2022.yaml:")
        assert reader.shows("(quote-not-found)")
        await reader.press("escape")
        write(file, good)
        await until(reader, lambda: not reader.shows("Not the file as it is now"))


async def test_a_file_that_is_gone(file: Path) -> None:
    """A deleted file leaves everything as it was, and says so."""
    async with opened(load_briefing(file), at="AA-5", file=file) as reader:
        remove(file)
        await until(reader, lambda: reader.shows("Not the file as it is now"))
        await reader.press("exclamation_mark")
        assert reader.shows("there is no such file")


async def test_reading_again_on_demand(file: Path) -> None:
    """R reads the file again at once and says if nothing has changed."""
    async with opened(load_briefing(file), at="AA-5", file=file) as reader:
        await reader.press("r")
        await until(reader, lambda: reader.shows("nothing has changed"))
        edit(file, SUMMARY, "Some assessments take too long.")
        await reader.press("r")
        await until(reader, lambda: reader.shows("Some assessments take too long."))


async def test_in_the_middle_of_something(file: Path) -> None:
    """While something is typed or a list lies over the screen, the edit waits until that is closed."""
    async with opened(load_briefing(file), at="AA-5", file=file) as reader:
        await reader.press("slash", "o")
        edit(file, SUMMARY, "Some assessments take too long.")
        await until(reader, lambda: reader.app._not_taken_up is not None)
        await reader.press("f")
        assert reader.screen.query_one(Input).value == "of"
        await reader.press("escape")
        await until(reader, lambda: reader.shows("The file has changed"))
        assert reader.screen.position.reference == "AA-5"


async def test_what_is_narrowed_and_looked_for(file: Path) -> None:
    """What is shown only stays so, with the words looked for found anew in the edited file."""
    async with opened(load_briefing(file), at="AA-5", file=file) as reader:
        await reader.press("slash", *"wait", "enter", "ampersand")
        edit(file, SUMMARY, "Some assessments take too long for families that wait.")
        await until(reader, lambda: reader.shows("The file has changed"))
        assert reader.screen.selection.words == "wait"
        assert reader.screen.looked_for.terms == ("wait",)


async def test_marks_follow(file: Path) -> None:
    """A mark is shown at the reference that its words now have."""
    async with opened(load_briefing(file), at="OOH-3", file=file) as reader:
        await reader.press("m")
        edit(file, "OOH-3", "OOH-9")
        await until(reader, lambda: reader.shows("OOH-9"))
        assert reader.screen.marked == {"OOH-9"}


def test_a_file_that_is_being_written(file: Path) -> None:
    """Nothing is read before the file has been still for a quarter of a second."""
    watch = Watch(load_briefing(file).files(file))
    assert not watch.changed()
    for moment in range(40):
        with file.open("a", encoding="utf-8") as writer:
            writer.write("# more\n")
        assert watch.changed()
        assert not watch.rested(moment * STILL * 0.9)
    assert not watch.rested(39 * STILL * 0.9 + STILL / 2)
    assert watch.rested(39 * STILL * 0.9 + STILL)


async def test_at_the_words_in_the_letter(file: Path) -> None:
    """Who looks at a finding's words in the letter stays there, after an edit and in the next session."""
    memory = Memory(file.parent, load_briefing(file))
    async with opened(load_briefing(file), at="AA-5", file=file, memory=memory) as reader:
        await reader.press("s")
        edit(file, SUMMARY, "Some assessments take too long.")
        await until(reader, lambda: reader.shows("The file has changed"))
        assert (reader.screen.position.pane, reader.screen.position.reference) == ("letter", "AA-5")
        await reader.press("q")
    async with opened(load_briefing(file), memory=Memory(file.parent, load_briefing(file))) as reader:
        assert (reader.screen.position.pane, reader.screen.position.reference) == ("letter", "AA-5")


async def test_a_change_that_is_taken_back(file: Path) -> None:
    """What was saved and taken back while a list lay over the screen is never shown."""
    good = read(file)
    async with opened(load_briefing(file), (120, 40), "AA-5", file=file) as reader:
        await reader.press("question_mark")
        edit(file, SUMMARY, "Some assessments take too long.")
        await until(reader, lambda: reader.app._not_taken_up is not None)
        write(file, good)
        await until(reader, lambda: reader.app._not_taken_up == reader.screen.briefing)
        await reader.press("escape")
        await until(reader, lambda: reader.app._not_taken_up is None)
        assert SUMMARY in " ".join(" ".join(reader.lines(reader.screen.query_one("#detail"))).split())


async def test_a_selected_point_that_is_gone(file: Path) -> None:
    """Where the improvement point that was selected is gone, all findings are shown, and p works on."""
    async with opened(load_briefing(file), at="AA-5", file=file) as reader:
        await reader.press("slash", *"delay", "enter", "ampersand", "p", "p", "p")
        write(file, read(file).replace("I-3", "I-4"))
        await until(reader, lambda: reader.shows("The file has changed"))
        assert reader.screen.selection.point in ("", "I-1", "I-2", "I-4")
        await reader.press("p", "x")
        assert reader.app.is_running


async def test_mended_again(file: Path) -> None:
    """When a broken file is as it was before, the warning goes and the reader is told."""
    good = read(file)
    async with opened(load_briefing(file), at="AA-5", file=file) as reader:
        write(file, "format: 1")
        await until(reader, lambda: reader.shows("Not the file as it is now"))
        write(file, good)
        await until(reader, lambda: reader.shows("in order again"))
        assert not reader.shows("Not the file")


async def test_an_entry_that_is_not_selected_any_more(file: Path) -> None:
    """Where an edit takes the reader's entry out of what is selected, all go on to the next."""
    async with opened(load_briefing(file), at="PLAN-2", file=file) as reader:
        await reader.press("t")
        before, after = read(file).split("id: PLAN-2\n")
        write(file, f"{before}id: PLAN-2\n{after.replace('tone: concern', 'tone: mixed', 1)}")
        await until(reader, lambda: reader.shows("You are at WF-1."))
        assert reader.screen.selection
        assert reader.screen._widget("list").chosen == reader.screen.position
        assert reader.lines(reader.screen.query_one("#detail"))[0].startswith("WF-1  ▼ concern")


def without_lead_1(text: str) -> str:
    """Return the briefing without that finding."""
    start = text.index("  - id: LEAD-1\n")
    return (text[:start] + text[text.index("  - id: LEAD-2\n") :]).replace(", LEAD-1]", "]")


def without_bearing_of_wf_3(text: str) -> str:
    """Return the briefing with WF-3 under no improvement point."""
    before, after = text.split("id: WF-3\n")
    return before + "id: WF-3\n" + after.replace("    bears_on: [{point: I-3, as: evidence}]\n", "", 1)


def with_more_above(text: str) -> str:
    """Return the briefing with forty more findings before the others."""
    before, after = text.split("findings:\n  - id: MASH-1")
    more = "findings:\n" + "".join(
        f"  - {{id: MASH-{number}, areas: [MASH], tone: context, summary: One more.,\n"
        "     quote: This letter summarises}\n"
        for number in range(50, 90)
    )
    return f"{before}{more}  - id: MASH-1{after}"


@pytest.mark.parametrize(
    ("at", "keys", "edited", "reference"),
    [
        ("WF-3", "3G", without_bearing_of_wf_3, "WF-3"),
        ("LEAD-1", "", without_lead_1, "L-59"),
        ("AA-5", "", with_more_above, "AA-5"),
    ],
)
async def test_where_one_is_after_an_edit_is_in_view(
    file: Path, at: str, keys: str, edited: Callable[[str], str], reference: str
) -> None:
    """Wherever an edit moves the reader, and whatever it puts above them, what is chosen can be seen."""
    async with opened(load_briefing(file), at=at, file=file) as reader:
        await reader.press(*keys)
        write(file, edited(read(file)))
        await until(reader, lambda: reader.shows("The file has changed: this is what it is now"))
        await reader.pilot.pause()
        column = reader.screen._widget("list")
        assert reader.screen.reference == reference
        assert column._chosen is not None
        assert column._viewport.shows(*column._extent(column._chosen))
