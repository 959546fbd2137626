"""The keys that work where the reader is, then all others; and what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from briefing_tui.model.tone import Tone
from briefing_tui.tui.row import BLANK, Row, text
from briefing_tui.tui.screens.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing_tui.tui.commands import Command

_MEANING = {
    Tone.STRENGTH: "what inspectors praise",
    Tone.CONCERN: "what worries them",
    Tone.MIXED: "praise and worry in one passage",
    Tone.CONTEXT: "neither: how things are",
}


class HelpScreen(Overlay[None]):
    """Every command with its keys: first those of the screen from which help was asked for."""

    HEADING = "Help · Esc closes"

    def __init__(self, here: Iterable[Command], elsewhere: Iterable[Command]) -> None:
        super().__init__()
        self._here = tuple(here)
        told = {command.does for command in self._here}
        self._elsewhere = tuple(command for command in elsewhere if command.does not in told)
        self._keys = max(len(" ".join(command.shown)) for command in (*self._here, *self._elsewhere)) + 2

    def action_help(self) -> None:
        """Close: the key that asks for help ends it."""
        self.give(None)

    def fill(self) -> None:
        """List the keys."""
        self.column.show((*self._listed(self._here), *self._signs(), BLANK, *self._rest()))

    def _listed(self, commands: Iterable[Command]) -> Iterator[Row]:
        by_group: dict[str, list[Command]] = {}
        for command in commands:
            by_group.setdefault(command.group, []).append(command)
        for group, members in by_group.items():
            yield Row(text(group, "section"))
            for command in members:
                yield Row(text(command.does), text(" ".join(command.shown).ljust(self._keys), "reference"))
            yield BLANK

    def _rest(self) -> Iterator[Row]:
        if self._elsewhere:
            yield Row(text("Elsewhere in the program", "section"))
            yield BLANK
            yield from self._listed(self._elsewhere)

    def _signs(self) -> Iterator[Row]:
        keys = self._keys
        yield Row(text("What the signs mean", "section"))
        for tone in Tone:
            yield Row(
                text(_MEANING[tone]), Content.assemble((f"{tone.mark} {tone.value}".ljust(keys), tone.value))
            )
        yield Row(
            text("the letter’s own words, found in it word for word"), text("“ ”".ljust(keys), "quotation")
        )
        yield Row(text("cut from the letter here: the sentence goes on"), text("…".ljust(keys), "quotation"))
        yield Row(
            text("what stands below is ours; so are headings"), text("In our words".ljust(keys), "label")
        )
