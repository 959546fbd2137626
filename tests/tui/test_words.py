"""What the screen says, and that it says it as written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_tui.tui.commands import COLUMN_COMMANDS, SCREEN_COMMANDS
from briefing_tui.tui.screens.help import HelpScreen
from tests.tui.reader import opened

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from briefing_tui.model.briefing import Briefing


async def test_what_people_ask_first(hackney: Briefing) -> None:
    """The first screen says that no grade was given and no priority action set, how many points, and when."""
    async with opened(hackney) as reader:
        listed = " ".join(line.strip(" │┃") for line in reader.lines(reader.screen.query_one("#list")))
        for words in (
            "No grade was given.",
            "No area for priority action was set.",
            "3 points to improve were set.",
            "21 and 22 September 2022",
            "Christine Kennet and Nicki Shaw",
        ):
            assert words in " ".join(listed.split()), words


async def test_ours_is_marked_as_ours(hackney: Briefing) -> None:
    """Summary and note stand under a label that says whose they are; the quotation under its place."""
    async with opened(hackney, (120, 40), at="AA-5") as reader:
        lines = [line.strip(" ▎┃│") for line in reader.lines(reader.screen.query_one("#detail"))]
        assert lines.index("In our words") < lines.index("Our note")
        assert any(line.startswith("Ofsted’s letter: Main findings, paragraph 7") for line in lines)


async def test_evidence_by_kind(hackney: Briefing) -> None:
    """Under each improvement point stand the findings that bear on it, kind by kind."""
    async with opened(hackney, (120, 60)) as reader:
        await reader.press("3")
        lines = [line.strip(" ┃│") for line in reader.lines(reader.screen.query_one("#list"))]
        kinds = [
            line
            for line in lines
            if line in ("Evidence", "Cause", "Effect", "Mitigation", "Counter-evidence")
        ]
        assert kinds[:4] == ["Evidence", "Cause", "Effect", "Mitigation"]
        assert any(line.startswith("▼ AA-7") for line in lines)


async def test_acronyms_are_spelled_out(hackney: Briefing) -> None:
    """Where an entry uses an acronym, what it is short for stands below; e adds what it means."""
    async with opened(hackney, (120, 40), at="MASH-1") as reader:
        detail = reader.screen.query_one("#detail")
        assert any("early help" in line and "EH" in line for line in reader.lines(detail))
        before = reader.lines(detail)
        await reader.press("e")
        assert len([line for line in reader.lines(detail) if line.strip()]) > len(
            [line for line in before if line.strip()]
        )
        await reader.press("e")
        assert reader.lines(detail) == before


async def test_data_is_never_markup(hackney: Briefing) -> None:
    """Brackets that would be markup are shown as typed, in every column."""
    words = "[/] [red]x[/red] [@click=app.bell()]y[/] see [1]"
    findings = tuple(replace(finding, summary=words, note=words) for finding in hackney.findings)
    areas = tuple(area._replace(name=f"{area.name} [b]") for area in hackney.areas)
    async with opened(replace(hackney, findings=findings, areas=areas), (200, 50)) as reader:
        await reader.press("2")
        assert any(words in line for line in reader.lines(reader.screen.query_one("#list")))
        assert any(words in line for line in reader.lines(reader.screen.query_one("#detail")))
        assert any("[b]" in line for line in reader.lines(reader.screen.query_one("#contents")))


async def test_help_lists_every_command(hackney: Briefing) -> None:
    """The help page has every command of the one table, with its keys."""
    async with opened(hackney, (80, 100)) as reader:
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, HelpScreen)
        for command in (*COLUMN_COMMANDS, *SCREEN_COMMANDS):
            assert any(
                line.startswith(" ".join(command.shown)) and command.does in line for line in reader.lines()
            )


def test_the_readme_lists_every_key(pytestconfig: pytest.Config) -> None:
    """The README's table of keys has every key of the one table, and the five panes by number."""
    readme: Path = pytestconfig.rootpath / "README.md"
    keys = {part.split("`")[0] for part in readme.read_text(encoding="utf-8").split("`")}
    for command in (*COLUMN_COMMANDS, *SCREEN_COMMANDS):
        for key in command.shown:
            assert key in keys or key in "12345", key


async def test_help_begins_with_where_one_is(hackney: Briefing) -> None:
    """Asked for in the list of marks, help first has that list's keys, then those of the program."""
    async with opened(hackney, (80, 120)) as reader:
        await reader.press("apostrophe", "question_mark")
        lines = [line.rstrip() for line in reader.lines()]
        forget = next(number for number, line in enumerate(lines) if "take the mark away" in line)
        elsewhere = lines.index("Elsewhere in the program")
        search = next(number for number, line in enumerate(lines) if "look for words" in line)
        assert forget < elsewhere < search
        await reader.press("question_mark", "q")
        assert reader.app.screen is reader.screen


async def test_help_while_typing(hackney: Briefing) -> None:
    """Where a question mark is text, F1 has the keys of the line."""
    async with opened(hackney, (80, 120)) as reader:
        await reader.press("colon", "question_mark", "f1")
        assert isinstance(reader.app.screen, HelpScreen)
        assert reader.shows("next that is meant")
