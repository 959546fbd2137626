"""`briefing draft LETTER`: a first draft of a briefing file, and of its letter as text beside it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.character import REMOVED, harmless
from briefing_tui.cli.open import open_briefings
from briefing_tui.cli.output import ExitCode, say, warn
from briefing_tui.draft.coding import code_letter
from briefing_tui.draft.doubt import doubts, found
from briefing_tui.draft.letter import take_apart
from briefing_tui.draft.placing import put_in_place, written
from briefing_tui.draft.source import letter_lines, read_file, read_stream
from briefing_tui.draft.writing import file_text
from briefing_tui.errors import LetterError
from briefing_tui.load import load_briefing
from briefing_tui.load.letter import parse_letter

if TYPE_CHECKING:
    from argparse import Namespace

    from briefing_tui.draft.entry import BriefingDraft
    from briefing_tui.draft.letter import LetterText

STANDARD_INPUT = "-"


def run(asked: Namespace) -> int:
    """Draft what is asked for."""
    return draft(asked.letter, asked.folder, force=asked.force, then_open=asked.open)


def draft(letter: str, folder: Path, *, force: bool, then_open: bool) -> int:
    """Draft a briefing of `letter`, a file or `-`, into `folder`, and say what was found on stderr.

    Raises LetterError if it is no focused visit letter or has no date with a year, UnreadableFileError
    or UnwritableError.
    """
    if letter == STANDARD_INPUT:
        shown, data = "standard input", read_stream(sys.stdin.buffer)
    else:
        shown, data = letter, read_file(Path(letter))
    text = take_apart(letter_lines(data, shown), shown)
    markdown = harmless(text.markdown)
    coded = code_letter(text, parse_letter(markdown))
    if not coded.identity.visit and not coded.identity.published:
        raise LetterError(f"{shown}: has no date with a year. Write the letter's date on its first line.")
    name = _name(letter, coded)
    files = {f"{name}-letter.md": markdown, f"{name}.yaml": harmless(file_text(coded, f"{name}-letter.md"))}
    with written(folder, files) as made:
        load_briefing(made / f"{name}.yaml")
        put_in_place(made, folder, tuple(files), force=force)
    _tell(text, coded, markdown)
    path = folder / f"{name}.yaml"
    if then_open:
        return open_briefings([path], "")
    say([str(path)])
    return ExitCode.OK


def _name(letter: str, coded: BriefingDraft) -> str:
    """Return what to call the files: as the letter's file, or after the council and the year."""
    published = coded.identity.published
    named = f"{coded.identity.authority} {published.year if published else ''}".lower()
    stem = named if letter == STANDARD_INPUT else Path(letter).stem
    return re.sub(r"[^\w.-]+", "-", stem, flags=re.ASCII).strip("-.") or "letter"


def _tell(text: LetterText, coded: BriefingDraft, markdown: str) -> None:
    """Say what was found and what was not sure."""
    for line in found(coded):
        warn(line)
    for doubt in doubts(text, coded):
        warn(f"not sure: {doubt}")
    removed = markdown.count(REMOVED)
    if removed:
        warn(f"not sure: {removed} characters could not be shown; “{REMOVED}” stands for each in the letter.")
    warn("A draft, made by rules: read it against the letter, then take out the line `coded: draft`.")
