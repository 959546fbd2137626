"""The main screen: what the reader can ask for beyond moving about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_tui.export.citation import citation
from briefing_tui.model.entry import Finding
from briefing_tui.model.outline import FINDINGS
from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone
from briefing_tui.search.query import Query
from briefing_tui.tui.commands import COLUMN_COMMANDS, SCREEN_COMMANDS, bindings
from briefing_tui.tui.screens.help import HelpScreen
from briefing_tui.tui.screens.marks import MarksScreen
from briefing_tui.tui.screens.reading import LIST, ReadingScreen
from briefing_tui.tui.theme import THEMES

if TYPE_CHECKING:
    from textual.widgets import Input

    from briefing_tui.tui.position import Position


class MainScreen(ReadingScreen):
    """Narrows, finds, marks, copies and explains what is read."""

    BINDINGS = bindings(SCREEN_COMMANDS)

    def on_mount(self) -> None:
        """Show the marks, and say if they cannot be kept."""
        self._show_marks()
        self.say(self.memory.why)

    # Narrowing

    def action_select_tone(self) -> None:
        """Show concerns only, then strengths only, then all."""
        tones = (None, Tone.CONCERN, Tone.STRENGTH)
        self.select_next([replace(self.selection, tone=tone) for tone in tones])

    def action_select_point(self) -> None:
        """Show only what bears on the first improvement point, then the next, then all."""
        points = ("", *(point.reference for point in self.briefing.points))
        self.select_next([replace(self.selection, point=point) for point in points])

    def action_select_area(self) -> None:
        """Show only the service area that the reader is in, or all again."""
        entry = self.briefing.entries[self.reference]
        if self.selection.area:
            self.select(replace(self.selection, area=""))
        elif self.position.pane == FINDINGS:
            self.select(replace(self.selection, area=self.position.section))
        elif isinstance(entry, Finding):
            self.select(replace(self.selection, area=entry.areas[0]))
        else:
            self.say("Go to a finding first: a shows only its service area.")

    def action_select_all(self) -> None:
        """Show everything again."""
        self.select(Selection())

    async def action_close(self) -> None:
        """Leave the detail or the contents for the list; there, forget what was looked for."""
        if self._searched_from:
            await self.on_search_line_given_up()
            return
        if self.column == LIST:
            self.looked_for = Query(())
        self.column = LIST

    def action_go_to(self) -> None:
        """Ask for a reference or a place of the letter, and go there."""
        from briefing_tui.tui.screens.go_to import GoToScreen  # noqa: PLC0415 (a line to type in is slow to import)

        def go(position: Position | None) -> None:
            if position:
                self.go(position, LIST)

        self.app.push_screen(GoToScreen(self.briefing, self.everything.outline), go)

    # Looking for words

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While words are being typed, leave every key but Esc to the line."""
        return not self._searched_from or action == "close"

    def action_search(self) -> None:
        """Open the line to type into. It has the keyboard at once: keys are not to go elsewhere meanwhile."""
        from briefing_tui.tui.widgets.search_line import SearchLine  # noqa: PLC0415 (slow to import)

        self._searched_from = self.view()
        line = SearchLine()
        self.query_one("#bottom").mount(line, before=0)
        self.set_focus(line)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Go to the first hit from where the search began, as it is typed."""
        if self._searched_from:
            self.selection = self._searched_from.selection
            self.looked_for = Query.parse(message.value)
            start = self._searched_from.position
            hit = self._finder.hit(self.looked_for, start.reference, 0)
            widened = self.stand(start if hit in (None, start.reference) else self.everything.home(hit))
            self.say(f"{self._finder.told(self.looked_for, self.reference)} {widened}".strip())

    async def on_input_submitted(self) -> None:
        """Stay at what was found."""
        if self._searched_from:
            self.history.leave(self._searched_from)
            await self._end_search()
            self.say(self._finder.told(self.looked_for, self.reference))

    async def on_search_line_given_up(self) -> None:
        """Be where the search began, as if nothing had been."""
        view = self._searched_from
        self.looked_for = Query(())
        await self._end_search()
        if view:
            self.show_view(view)

    async def _end_search(self) -> None:
        self._searched_from = None
        await self.query_one("#search").remove()
        self.say("")
        self.take(self.column)

    def action_hit(self, step: int) -> None:
        """Go to the next hit, through all panes and round."""
        hit = self._finder.hit(self.looked_for, self.reference, step)
        widened = self.go(self.everything.home(hit), LIST) if hit else ""
        told = self._finder.told(self.looked_for, self.reference) or "Press / to look for words first."
        self.say(f"{told} {widened}".strip())

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
        self.memory.refresh()

        def go(position: Position | None) -> None:
            self._show_marks()
            if position:
                self.go(position, LIST)

        self.app.push_screen(MarksScreen(self.memory, self.briefing, self.everything.outline), go)

    def action_copy(self) -> None:
        """Send the quotation, with its reference and place, to the reader's clipboard."""
        text = citation(self.briefing, self.briefing.entries[self.reference])
        try:
            self.app.copy_to_clipboard(text)
        except ValueError as error:
            self.say(f"Not copied: {error}.")
        else:
            self.say(f"{self.reference} sent to your terminal's clipboard.")

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
        """Show the keys."""
        self.app.push_screen(HelpScreen((*COLUMN_COMMANDS, *SCREEN_COMMANDS)))

    def keep_place(self) -> None:
        """Keep where the reader is for the next session."""
        self.memory.leave(self.position.pane, self.position.section, self.position.reference)

    async def action_quit(self) -> None:
        """End the program."""
        await self.app.action_quit()
