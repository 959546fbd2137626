"""The briefing's file, rewritten, deleted, broken and mended while the program shows it."""

from __future__ import annotations

import re
import time
from threading import Thread
from typing import TYPE_CHECKING

import pytest
import yaml

from briefing_tui.load.briefing import examine_briefing
from briefing_tui.tui.watch import STILL
from tests.conftest import INVENTED
from tests.terminal.program import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sheet import Sheet
    from tests.terminal.emulator import Terminal

REWRITES = 40
PAUSE = 0.04
"""Seconds between two pieces: far below what the program takes for the end of a rewrite."""

REFERENCES = ["LC-1", "LC-2", "LC-3", "CLA-1", "CLA-3", "LC-3", "FOST-1", "FOST-1", "FOST-2"]
"""What is listed of the invented briefing's findings, in this order; some are about two areas."""

LISTED = re.compile(r"[▲▼◆·][ *]([A-Z]+-\d+) +Version (\d+)\.")
STALE = "Not the file as it is now"

View = tuple[list[str], set[str]]
"""The references that are listed, and the versions that their summaries are of."""


class Author:
    """Somebody whose editor writes the file in place, piece after piece."""

    def __init__(self, folder: Path) -> None:
        letter = INVENTED.with_name("marrowdale-2024-letter.md")
        (folder / letter.name).write_bytes(letter.read_bytes())
        self.file = folder / "visit.yaml"
        self.longest_pause = 0.0
        """Seconds for which a file that was not whole was left alone."""

    def pieces(self, version: int) -> list[str]:
        """Return the file in pieces, each of which would with those before it be a briefing, if a poorer one.

        The findings come last, and each says which version it is of.
        """
        text = INVENTED.read_text(encoding="utf-8")
        briefing = yaml.load(text, yaml.BaseLoader)  # noqa: S506 (nothing but strings, from our own file)
        findings = briefing.pop("findings")
        for headline in briefing["headlines"]:
            headline.pop("findings", None)
        for finding in findings:
            finding["summary"] = f"Version {version}."
        first = yaml.safe_dump({**briefing, "findings": findings[:3]}, sort_keys=False, allow_unicode=True)
        rest = [yaml.safe_dump([one], sort_keys=False, allow_unicode=True) for one in findings[3:]]
        return [first, *rest]

    def write(self, version: int) -> None:
        """Write a version as a whole."""
        self.file.write_text("".join(self.pieces(version)), encoding="utf-8")

    def rewrite(self) -> None:
        """Write versions 1 to REWRITES, one over the other, each piece by piece."""
        for version in range(1, REWRITES + 1):
            first, *rest = self.pieces(version)
            with self.file.open("w", encoding="utf-8") as file:
                file.write(first)
                file.flush()
                left = time.monotonic()
                for piece in rest:
                    time.sleep(PAUSE)
                    file.write(piece)
                    file.flush()
                    self.longest_pause = max(self.longest_pause, time.monotonic() - left)
                    left = time.monotonic()


def view(sheet: Sheet) -> View:
    """Return what the list of findings shows."""
    listed = [found.groups() for line in sheet.lines if (found := LISTED.search(line))]
    return [reference for reference, _ in listed], {version for _, version in listed}


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """Have a briefing written as version 0."""
    author = Author(tmp_path)
    author.write(0)
    return author


def at_findings(home: Path, author: Author) -> Terminal:
    """Open the briefing at its first finding, from the folder where it is."""
    return opened(home, author.file.name, "--at", "LC-1", columns=120, lines=30, whole_frames=True)


@pytest.mark.slow
def test_forty_rewrites_in_place(tmp_path: Path, author: Author) -> None:
    """While a file is written piece by piece no part of it is shown and nothing is said; then the last is."""
    seen: list[View] = []
    told: list[str] = []

    def is_last(sheet: Sheet) -> bool:
        seen.append(view(sheet))
        told.extend(line for line in sheet.lines if STALE in line)
        return seen[-1][1] == {str(REWRITES)}

    for piece in range(1, len(author.pieces(0))):
        author.file.write_text("".join(author.pieces(0)[:piece]), encoding="utf-8")
        assert examine_briefing(author.file)[0], "what is written of it would open"
    author.write(0)
    with at_findings(tmp_path, author) as terminal:
        for _ in range(3):  # a round in which the machine kept the writer waiting says nothing
            author.write(0)
            terminal.until(lambda sheet: view(sheet) == (REFERENCES, {"0"}))
            author.longest_pause = 0.0
            seen.clear()
            told.clear()
            writer = Thread(target=author.rewrite)
            writer.start()
            try:
                terminal.until(is_last)
            finally:
                writer.join()
            if author.longest_pause < STILL:
                break
        assert author.longest_pause < STILL, "this machine is too busy to write without a rest"
        assert [one for one in seen if one[0] != REFERENCES or len(one[1]) != 1] == []
        assert told == []
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_deleted_broken_and_mended(tmp_path: Path, author: Author) -> None:
    """Without a file that can be read, the last good one stays up and that is said, until there is one."""
    with at_findings(tmp_path, author) as terminal:
        terminal.until(lambda sheet: view(sheet) == (REFERENCES, {"0"}))
        author.file.unlink()
        assert view(terminal.until(STALE)) == (REFERENCES, {"0"})
        terminal.press("!")
        terminal.until("there is no such file")
        terminal.press("Esc")

        author.file.write_text("".join(author.pieces(1)).replace("tone: concern", "tone: bad"), "utf-8")
        terminal.press("r")
        terminal.until("no briefing now")
        terminal.press("!")
        terminal.until("`tone` cannot be `bad`")
        terminal.press("Esc")
        assert view(terminal.until(STALE)) == (REFERENCES, {"0"})

        author.write(2)
        terminal.until(lambda sheet: view(sheet) == (REFERENCES, {"2"}))
        assert not any(STALE in line for line in terminal.sheet.lines)
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_two_readers_of_one_file(tmp_path: Path, author: Author) -> None:
    """While one marks and the other reads the file again, both have the edited file and every mark."""
    marked = ("LC-1", "LC-2", "LC-3")

    def all_are_marked(sheet: Sheet) -> bool:
        return all(f"*{reference}" in " ".join(sheet.lines) for reference in marked)

    with at_findings(tmp_path, author) as one, at_findings(tmp_path, author) as other:
        for terminal in (one, other):
            terminal.until(lambda sheet: view(sheet) == (REFERENCES, {"0"}))
        for version, reference in enumerate(marked, start=1):
            author.write(version)
            one.press("m")
            other.press("r")
            one.until(f"*{reference}")
            other.until(lambda sheet, version=version: view(sheet) == (REFERENCES, {str(version)}))  # type: ignore[misc]
            if reference != marked[-1]:
                one.press("j")
        for terminal in (one, other):
            terminal.until(lambda sheet: view(sheet) == (REFERENCES, {str(len(marked))}))
            terminal.press("'")
            sheet = terminal.until("Marks ·")
            for reference in marked:
                assert any(f" {reference} " in line for line in sheet.lines[1:]), reference
            terminal.press("Esc")
            terminal.until(all_are_marked)
            terminal.press("q")
            assert terminal.exit_status() == 0
    with at_findings(tmp_path, author) as again:
        again.until(all_are_marked)


def test_what_is_warned_of(tmp_path: Path, author: Author) -> None:
    """A warning about the file is told of at the start, and of an edit with what is listed under `!`."""
    whole = author.file.read_text(encoding="utf-8")
    author.file.write_text(whole.replace("note: The letter says this twice (H-3).", "note: See issue #5"))
    with at_findings(tmp_path, author) as terminal:
        terminal.until("! lists them")
        terminal.press("!")
        terminal.until("The value ends before `#5`")
        terminal.press("Esc")
        author.file.write_text(whole, encoding="utf-8")
        terminal.until("The file has changed")
        terminal.press("!")
        terminal.until("No file has problems")
