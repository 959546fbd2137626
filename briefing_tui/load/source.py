"""The sources of a briefing file: the letter, which is held whole, and the press, which is quoted."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.character import harmless
from briefing_tui.errors import UnreadableFileError
from briefing_tui.load.letter import parse_letter
from briefing_tui.load.removed import Removed
from briefing_tui.load.text import read_text
from briefing_tui.model.entry import Source
from briefing_tui.model.letter import LETTER, Letter

if TYPE_CHECKING:
    from briefing_tui.load.fields import Fields
    from briefing_tui.load.node import Scalar
    from briefing_tui.load.problems import Problems


class Sources:
    """Reads the `sources` of one file."""

    def __init__(self, folder: Path, problems: Problems) -> None:
        self.folder = folder
        """Where the briefing file lies, and the letter beside it."""
        self.problems = problems
        self.letter = Letter(())

    def read(self, fields: Fields) -> dict[str, Source]:
        """Return the sources by key, the letter first, and keep the letter's text."""
        sources: dict[str, Source] = {}
        for key in dict.fromkeys((LETTER, *fields.node.keys)):
            reference = f"S-{len(sources) + 1}"
            source = fields.group(key, "source", partial(self._source, key=key, reference=reference))
            if source:
                sources[key] = source
        return sources

    def _source(self, fields: Fields, key: str, reference: str) -> Source:
        file = fields.scalar("file") if key == LETTER else None
        if key == LETTER:
            self._read_letter(file)
        elif not fields.yes_or_no("quotations_only") and "quotations_only" in fields.node.values:
            self.problems.add(
                fields.place("quotations_only"),
                "press-source",
                "A press source is quoted, never reproduced. Write `quotations_only: yes`.",
            )
        return Source(
            reference=reference,
            key=key,
            label=fields.text("publisher"),
            summary=fields.text("title"),
            date=fields.date("date", required=False),
            citation=fields.text("citation", required=False),
            rights=fields.text("rights", required=False),
            url=fields.text("url", required=False),
            file=file.text.strip() if file else "",
        )

    def _read_letter(self, file: Scalar | None) -> None:
        if file is None:
            return
        name = file.text.strip()
        fault = ""
        if Path(name).name != name:
            fault = "The letter lies beside the briefing: name it without a folder."
        else:
            removed = Removed(harmless(str(self.folder / name)))
            try:
                self.letter = parse_letter(removed.from_text(read_text(self.folder / name)))
            except UnreadableFileError as error:
                fault = str(error)
            self.problems.found += removed.problems()
        if not fault and not self.letter.sentences:
            fault = f"{name} holds no paragraph. Put the letter's text in it."
        if fault:
            self.problems.add(file.place, "source-file", fault)
