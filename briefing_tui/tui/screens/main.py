"""The main screen: what the reader can ask for beyond reading and finding."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from briefing_tui.export.citation import citation
from briefing_tui.model.entry import Claim
from briefing_tui.model.outline import LETTER
from briefing_tui.model.selection import Selection
from briefing_tui.search.query import Query
from briefing_tui.tui.commands import COLUMN_COMMANDS, SCREEN_COMMANDS, Command, bindings
from briefing_tui.tui.history import History, View
from briefing_tui.tui.places import Places
from briefing_tui.tui.position import Position
from briefing_tui.tui.screens.finding import FindingScreen
from briefing_tui.tui.screens.overlay import HelpAsked
from briefing_tui.tui.screens.reading import LIST
from briefing_tui.tui.theme import THEMES
from briefing_tui.tui.widgets.contents import Contents
from briefing_tui.tui.widgets.detail import Detail

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry
    from briefing_tui.state import Memory


class MainScreen(FindingScreen):
    """Goes to what is named, to the letter and back, marks, copies, and follows the file."""

    BINDINGS = bindings(SCREEN_COMMANDS)

    def __init__(
        self,
        briefing: Briefing,
        memory: Memory,
        commands: Sequence[Command],
        reference: str = "",
        *,
        greeting: str = "",
    ) -> None:
        super().__init__(briefing, memory, commands, reference)
        self._greeting = greeting
        """What there is to say at the start."""

    def on_mount(self) -> None:
        """Show the marks, and say what there is to say."""
        self._show_marks()
        self.say(self._greeting)

    # Going to what is named

    def action_go_to(self) -> None:
        """Ask for a reference or a place of the letter, and go there."""
        from briefing_tui.tui.screens.go_to import GoToScreen  # noqa: PLC0415 (a line to type in is slow to import)

        self.app.push_screen(GoToScreen(self.briefing, self.everything), self._go_or_stay)

    def action_palette(self) -> None:
        """Ask for a command, an area or an entry by any part of its name; do it or go there."""
        from briefing_tui.tui.screens.palette import PaletteScreen  # noqa: PLC0415 (likewise)

        async def do(chosen: Command | Position | None) -> None:
            if isinstance(chosen, Command):
                of_column = chosen.name in {command.name for command in COLUMN_COMMANDS}
                await (self.focused if of_column and self.focused else self).run_action(chosen.action)
            else:
                self._go_or_stay(chosen)

        names = {command.name for command in (*SCREEN_COMMANDS, *COLUMN_COMMANDS)} - {"palette"}
        commands = [command for command in self.commands if command.name in names]
        self.app.push_screen(PaletteScreen(commands, self.briefing, self.everything), do)

    def go_to(self, reference: str) -> None:
        """Go to where an entry is at home."""
        self.go(self.everything.home(reference), LIST)

    def _go_or_stay(self, position: Position | None) -> None:
        if position:
            self.go(position, LIST)

    # To the letter and back

    def action_source(self) -> None:
        """Show the words in the letter; from the letter, come back, or go to what quotes the sentence."""
        if self._in_letter:
            self._leave_letter()
            return
        entry = self.briefing.entries[self.reference]
        passage = next((quotation.passage for quotation in entry.quotations if quotation.passage), None)
        if passage is None:
            whose = "the paper's" if isinstance(entry, Claim) else "ours"
            self.say(f"No words of the letter say this: it is {whose}.")
            return
        section = self.briefing.letter.paragraphs[passage.paragraph].section
        self.go(Position(LETTER, section, self.reference), LIST)

    def _leave_letter(self) -> None:
        references, last = self._whose_is_lit(), self.history.last
        if not references:
            self.say("Nothing in the briefing quotes this sentence.")
        elif last and last.position.reference in references and self._leads_out(last):
            self.action_back()
        else:
            shown = (one for one in references if self._can_show(self.everything.home(one)))
            self.go_to(next(shown, references[0]))

    def _leads_out(self, view: View) -> bool:
        """Say whether `view` is of a place outside the letter that its selection still has."""
        outline = self.everything.outline
        places = Places(view.selection.of(outline)) if view.selection else self.everything
        return view.position.pane != LETTER and view.position in places

    # What the reader leaves behind

    def _show_marks(self) -> None:
        marks = map(self.memory.find, self.memory.marks)
        self.marked = frozenset(found.reference for found in marks if found.reference)

    def action_mark(self) -> None:
        """Mark the entry, or take its mark away."""
        marked = self.memory.toggle(self.briefing.entries[self.reference])
        self._show_marks()
        done = (
            f"Marked {self.reference}: ' lists the marks."
            if marked
            else f"{self.reference} is no longer marked."
        )
        self.say(self.memory.why or done)

    def action_marks(self) -> None:
        """List the marks, and go to one."""
        from briefing_tui.tui.screens.marks import MarksScreen  # noqa: PLC0415 (not for the first screen)

        self.memory.refresh()

        def go(position: Position | None) -> None:
            self._show_marks()
            self._go_or_stay(position)

        self.app.push_screen(MarksScreen(self.memory, self.briefing, self.everything), go)

    def keep_place(self) -> None:
        """Keep where the reader is for the next session."""
        self.memory.leave(self.position.pane, self.position.section, self.position.reference)

    # Copying

    def action_copy(self) -> None:
        """Send the quotation, with its reference and place, to the reader's clipboard."""
        text = citation(self.briefing, self.briefing.entries[self.reference])
        try:
            self.app.copy_to_clipboard(text)
        except ValueError as error:
            self.say(f"Not copied: {error}. Y shows it for the terminal's own selection.")
        else:
            self.say(
                f"{self.reference} sent to your terminal's clipboard. If it does not arrive, Y shows it."
            )

    def action_show_copy(self) -> None:
        """Show what copying sends, alone on the screen."""
        from briefing_tui.tui.screens.plain import PlainScreen  # noqa: PLC0415 (seldom needed)

        self.app.push_screen(PlainScreen(citation(self.briefing, self.briefing.entries[self.reference])))

    # The program

    def action_next_theme(self) -> None:
        """Take the next theme; with NO_COLOR there is but one."""
        if self.app.no_color:
            self.say("NO_COLOR is set: the terminal's own colours stay.")
            return
        names = [theme.name for theme in THEMES]
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)]
        self.memory.choose_theme(self.app.theme)
        self.say(f"Theme: {self.app.theme.removeprefix('briefing-')}")

    def action_help(self) -> None:
        """Ask for the keys."""
        self.post_message(HelpAsked(self))

    # The file, when it has changed

    @property
    def is_free(self) -> bool:
        """Whether nothing lies over the screen and nothing is being typed."""
        return self.app.screen is self and not self._searched_from

    async def take_up(self, briefing: Briefing) -> None:
        """Show `briefing`, read anew from an edited file; the reader stays where they are."""
        await self._in_turn(partial(self._take_up, briefing))

    async def exchange(self, briefing: Briefing, memory: Memory, reference: str = "") -> None:
        """Show another briefing, at `reference` or where its reader left it."""
        await self._in_turn(partial(self._exchange, briefing, memory, reference))

    async def _in_turn(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do something that replaces the columns, as a message of this screen's own.

        The application waits for it, so that no key goes to a column that is being replaced.
        """
        done = asyncio.Event()

        async def do() -> None:
            await work()
            done.set()

        self.call_next(do)
        await done.wait()

    async def _take_up(self, briefing: Briefing) -> None:
        view, before, entries = self.view(), self.everything, self.briefing.entries
        self.memory.take_up(briefing)
        self.set_briefing(briefing)
        position = self._where_is(view.position, before, entries)
        self._left_at = {pane: left for pane, left in self._left_at.items() if self.has(left)}
        self.history.keep(self._can_return)
        await self._compose_at(position)
        selection = self._revised(view.selection)
        if not selection.leaves_anything(self.everything.outline):
            selection = Selection()
        tops = view.tops if position == view.position else {}
        self.show_view(view._replace(position=position, selection=selection, tops=tops))
        self.call_after_refresh(self._widget(LIST).show_chosen)  # there may be more above it now
        moved = "" if self.reference == view.position.reference else f" You are at {self.reference}."
        self.say(f"The file has changed: this is what it is now.{moved}")

    async def _exchange(self, briefing: Briefing, memory: Memory, reference: str) -> None:
        self.memory = memory
        self.set_briefing(briefing)
        self.history = History()
        self._left_at = {}
        self.looked_for = Query(())
        position = self.everything.home(reference) if reference else self._left_off()
        await self._compose_at(position)
        self.show_view(View(position, Selection(), LIST, {}))
        self.say(memory.why or self._greeting)

    def _revised(self, selection: Selection) -> Selection:
        """Return `selection` without what the briefing does not have any more, its words found anew."""
        if selection.words:
            selection = self._with_words(selection)
        if selection.area not in {area.key for area in self.briefing.areas}:
            selection = selection._replace(area="")
        if selection.point not in {point.reference for point in self.briefing.points}:
            selection = selection._replace(point="")
        return selection

    async def _compose_at(self, position: Position) -> None:
        """Make all columns anew, at a position."""
        looked_for, explained = self.looked_for, self.query_one(Detail).explained
        folds = self.query_one(Contents).folds
        self.set_reactive(MainScreen.position, position)
        self.set_reactive(MainScreen.reference, position.reference)
        self.set_reactive(MainScreen.described, position.reference)
        self.set_reactive(MainScreen.pane, self.everything.outline.pane(position.pane))
        await self.recompose()
        self.query_one(Contents).folds = folds
        self.query_one(Detail).explained = explained
        self.looked_for = looked_for
        self._show_marks()
        self._notify()

    def _where_is(self, position: Position, before: Places, entries: Mapping[str, Entry]) -> Position:
        """Return where what was at `position` is after an edit; if nowhere, the next that is still there."""
        found = (self.memory.follow(entries[one.reference]).reference for one in before.around(position))
        reference = next((one for one in found if one), self.everything.first().reference)
        here = position._replace(reference=reference)
        return here if self.has(here) else self.everything.home(reference)

    def _can_return(self, view: View) -> bool:
        """Say whether there is still what `view` shows."""
        outline = self.everything.outline
        return self.has(view.position) and (not view.selection or view.selection.leaves_anything(outline))
