"""Several briefings open together: choosing one, and one search through them all."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.load import load_briefing
from briefing_tui.load.text import read_text
from briefing_tui.paths import bundled_data
from briefing_tui.state import Memory
from briefing_tui.tui.app import BriefingApp
from briefing_tui.tui.library import Library, Volume
from tests.tui.reader import Reader, opened
from tests.tui.test_reload import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from briefing_tui.model.briefing import Briefing


@asynccontextmanager
async def opened_together(
    tmp_path: Path, *briefings: Briefing, left_out: Sequence[str] = ()
) -> AsyncIterator[Reader]:
    """Open several briefings in a terminal of 80 by 24."""
    library = Library(tuple(Volume(Path(f"unread-{number}"), one) for number, one in enumerate(briefings)))
    app = BriefingApp(library, lambda briefing: Memory(tmp_path, briefing), problems=left_out)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield Reader(app, pilot)


async def test_one_is_chosen(hackney: Briefing, invented: Briefing, tmp_path: Path) -> None:
    """At the start authority, days and points of each are listed; Enter opens one, B lists them again."""
    async with opened_together(tmp_path, hackney, invented) as reader:
        assert reader.shows("London Borough of Hackney")
        assert reader.shows("21–22 September 2022 · 3 improvement points")
        await reader.press("down", "enter")
        assert reader.screen.briefing is invented
        assert reader.lines()[0].startswith("Marrowdale County Council")
        await reader.press("B", "enter")
        assert reader.screen.briefing is hackney


async def test_what_is_missing_is_told_of(hackney: Briefing, invented: Briefing, tmp_path: Path) -> None:
    """Each briefing is listed with its file, and a file that could not be read with why."""
    broken = "visits/c.yaml:101:5: error This line has no `: `. (yaml)"
    async with opened_together(tmp_path, hackney, invented, left_out=[broken]) as reader:
        assert reader.shows("London Borough of Hackney  unread-0")
        assert reader.shows("Left out: visits/c.yaml:101:5: error")
        await reader.press("m")
        assert not reader.shows("Left out")


async def test_each_keeps_its_place_and_marks(hackney: Briefing, invented: Briefing, tmp_path: Path) -> None:
    """Coming back to a briefing, one is where one was in it, with its marks and not the other's."""
    async with opened_together(tmp_path, hackney, invented) as reader:
        await reader.press("enter", "colon", *"ooh2", "enter", "m")
        await reader.press("B", "down", "enter")
        assert not reader.screen.marked
        await reader.press("B", "enter")
        assert reader.screen.position.reference == "OOH-2"
        assert reader.screen.marked == {"OOH-2"}


async def test_one_search_through_all(hackney: Briefing, invented: Briefing, tmp_path: Path) -> None:
    """What is typed is looked for in all of them, with whose it is; Enter goes to it there."""
    finding = invented.findings[0]
    word = max(finding.summary.split(), key=len)
    async with opened_together(tmp_path, hackney, invented) as reader:
        await reader.press(*[f"{letter}" if letter.isalnum() else "space" for letter in word])
        assert reader.shows("Marrowdale County Council")
        await reader.press("enter")
        assert reader.screen.briefing in (hackney, invented)
        assert word.lower() in reader.screen.briefing.entries[reader.screen.reference].line.lower()


async def test_closing_the_list(hackney: Briefing, invented: Briefing, tmp_path: Path) -> None:
    """Esc leaves the first briefing, and everything works in it."""
    async with opened_together(tmp_path, hackney, invented) as reader:
        await reader.press("escape", "2", "j", "s", "s")
        assert reader.screen.briefing is hackney
        assert reader.screen.position.reference == "MASH-2"


async def test_a_draft_says_so(hackney: Briefing) -> None:
    """As long as nobody has checked the coding, every pane says that it is a draft, narrowed or not."""
    for width in (80, 40):
        async with opened(replace(hackney, draft=True), (width, 24)) as reader:
            for key in ("1", "2", "4", "t"):
                await reader.press(key)
                assert "draft coding" in reader.lines()[0]


async def test_what_was_left_out_is_not_said_of_another(
    hackney: Briefing, invented: Briefing, tmp_path: Path
) -> None:
    """A selection, or a broken file, is the one briefing's; another's top line does not speak of it."""
    async with opened_together(tmp_path, hackney, invented) as reader:
        await reader.press("enter", "t")
        reader.screen.is_stale = True
        await reader.press("B", "down", "enter")
        assert "Only" not in reader.lines()[0]
        assert "Not the file" not in reader.lines()[0]


async def test_a_file_edited_while_another_was_read(hackney: Briefing, tmp_path: Path) -> None:
    """A briefing whose file has changed since the start is shown as it is now when it is chosen."""
    for one in bundled_data().glob("hackney*"):
        shutil.copy(one, tmp_path)
    file = tmp_path / "hackney-2022.yaml"
    library = Library((Volume(tmp_path / "unread", hackney), Volume(file, load_briefing(file))))
    app = BriefingApp(library, lambda briefing: Memory(None, briefing), "AA-5")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot)
        summary = "Some child in need assessments are too slow, so some wait too long for work to begin."
        edited = read_text(file).replace(summary, "Some assessments take too long.")
        await asyncio.to_thread(file.write_text, edited, "utf-8")
        await reader.press("down", "enter", "colon", *"aa5", "enter")
        await until(reader, lambda: reader.shows("Some assessments take too long."))
