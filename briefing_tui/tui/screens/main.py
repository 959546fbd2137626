"""The main screen: it alone knows where the reader is, and the columns follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.screen import Screen

from briefing_tui.export.citation import citation
from briefing_tui.model.outline import outline
from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone
from briefing_tui.search.query import Query
from briefing_tui.tui.commands import COLUMN_COMMANDS, SCREEN_COMMANDS, bindings
from briefing_tui.tui.finder import Finder
from briefing_tui.tui.history import History, View
from briefing_tui.tui.places import Places
from briefing_tui.tui.position import Position
from briefing_tui.tui.screens.help import HelpScreen
from briefing_tui.tui.theme import THEMES
from briefing_tui.tui.widgets import letter
from briefing_tui.tui.widgets.column import Column
from briefing_tui.tui.widgets.contents import Contents
from briefing_tui.tui.widgets.detail import Detail
from briefing_tui.tui.widgets.entries import Entries
from briefing_tui.tui.widgets.footer import Footer
from briefing_tui.tui.widgets.header import Header
from briefing_tui.tui.widgets.letter import LetterText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.outline import Outline, Pane

COLUMNS = (CONTENTS, LIST, DETAIL) = ("contents", "list", "detail")
"""What has the keyboard. The list is the letter's text in its pane, and entries in the others."""


class MainScreen(Screen[None]):
    """Contents, list and detail, side by side where there is room."""

    BINDINGS = bindings(SCREEN_COMMANDS)
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-one-column"), (72, "-two-columns"), (112, "-three-columns")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012

    position: reactive[Position] = reactive(Position("", "", ""), init=False, repaint=False)
    column: reactive[str] = reactive(LIST, init=False, repaint=False)
    selection: reactive[Selection] = reactive(Selection(), init=False, repaint=False)
    shown: reactive[Outline | None] = reactive(None, repaint=False)
    """What the selection leaves of the outline. No pane of it is empty."""
    pane: reactive[Pane | None] = reactive(None, repaint=False)
    reference: reactive[str] = reactive("", repaint=False)
    looked_for: reactive[Query] = reactive(Query(()), repaint=False)

    def __init__(self, briefing: Briefing, reference: str = "") -> None:
        super().__init__()
        self.briefing = briefing
        self._everything = self._places = Places(outline(briefing))
        self._history = History()
        self._finder = Finder(briefing, {pane.key: pane.title for pane in self._places.outline.panes})
        self._searched_from: View | None = None
        self._left_at: dict[str, Position] = {}
        """Where each pane was left."""
        start = self._places.home(reference) if reference else self._places.first()
        self.set_reactive(MainScreen.position, start)
        self.set_reactive(MainScreen.shown, self._places.outline)

    def compose(self) -> ComposeResult:
        """Lay out the columns; where the reader is comes down to them from here."""
        yield Header(self.briefing)
        with Horizontal(id="columns"):
            yield Contents(id=CONTENTS).data_bind(MainScreen.selection, MainScreen.shown, MainScreen.position)
            with Vertical(id="reading"):
                yield Entries(id=LIST).data_bind(
                    MainScreen.selection, MainScreen.pane, MainScreen.position, MainScreen.looked_for
                )
                yield LetterText(self.briefing, id=letter.PANE).data_bind(
                    MainScreen.position, MainScreen.looked_for
                )
                yield Detail(self.briefing, self._everything.outline, id=DETAIL).data_bind(
                    MainScreen.reference, MainScreen.looked_for
                )
        with Horizontal(id="bottom"):
            yield Footer((*COLUMN_COMMANDS, *SCREEN_COMMANDS))

    def on_mount(self) -> None:
        """Start where the reader asked to."""
        self.watch_position(self.position)
        self.watch_column(self.column)

    def say(self, message: str) -> None:
        """Tell the reader something, until the next key."""
        self.query_one(Footer).message = message

    def on_key(self) -> None:
        """Give the footer back to the keys."""
        if not self._searched_from:
            self.say("")

    # Where the reader is

    def watch_position(self, position: Position) -> None:
        """Hand the position down."""
        self._left_at[position.pane] = position
        if not self._in_letter:
            self.pane = self._places.outline.pane(position.pane)
        self.reference = position.reference
        self.set_class(self._in_letter, "-letter")

    def watch_column(self, column: str) -> None:
        """Give the keyboard to another column; where there is no room for all, show it."""
        for name in COLUMNS:
            self.set_class(name == column, f"-at-{name}")
        self.set_focus(self._widget(column), scroll_visible=False)

    @property
    def _in_letter(self) -> bool:
        return self.position.pane == letter.PANE

    def _widget(self, column: str) -> Column:
        """Return the widget that is that column now."""
        return self.query_one(f"#{letter.PANE if column == LIST and self._in_letter else column}", Column)

    def _view(self) -> View:
        tops = {column: self._widget(column).top for column in COLUMNS}
        return View(self.position, self.selection, self.column, tops)

    def _go(self, position: Position, column: str) -> None:
        """Go somewhere from which the reader may want to come back."""
        self._history.leave(self._view())
        self._stand(position)
        self._take(column)

    def _stand(self, position: Position) -> None:
        """Be there, showing all findings again if what is selected leaves it out."""
        if not self._can_show(position):
            self.selection = Selection()
            self.say(f"All findings are shown again, to show {position.reference}.")
        self.position = position

    def _can_show(self, position: Position) -> bool:
        """Say whether what is selected has that position; the letter has them all."""
        return position.pane == letter.PANE or position in self._places

    def _entry(self, position: Position) -> Position:
        """Return `position`, or the first of its section if it is the section's own."""
        return position if position.reference else self._places.first(position.pane, position.section)

    def _take(self, column: str) -> None:
        """Give the keyboard to a column, even if it has the same name in another pane."""
        self.column = column
        self.set_focus(self._widget(column), scroll_visible=False)

    # What the columns say

    @on(Column.Chosen)
    def _chosen(self, message: Column.Chosen) -> None:
        if message.column.id != DETAIL:
            self.position = self._entry(message.position)

    @on(Column.Opened)
    def _opened(self, message: Column.Opened) -> None:
        self._go(self._entry(message.position), LIST if message.column.id == CONTENTS else DETAIL)

    # What is shown

    def watch_selection(self, selection: Selection) -> None:
        """Show what is selected; where the reader's entry is not, the next one that is."""
        self._places = Places(selection.of(self._everything.outline))
        if not self._in_letter and self.position not in self._places:
            self.position = self._places.nearest(self.position, self._everything)
        self.shown = self._places.outline
        self.watch_position(self.position)

    def _select(self, selection: Selection) -> bool:
        """Show what is selected, if that leaves anything in every pane."""
        if not all(pane.sections for pane in selection.of(self._everything.outline).panes):
            return False
        self.selection = selection
        self.say(f"Only {selection} · x shows all again" if selection else "All findings are shown.")
        return True

    def _select_next(self, choices: Sequence[Selection]) -> None:
        """Take the next of `choices`, one of which is taken now, that leaves anything."""
        index = choices.index(self.selection)
        any(self._select(choice) for choice in (*choices[index + 1 :], *choices[: index + 1]))

    def action_select_tone(self) -> None:
        """Show concerns only, then strengths only, then all."""
        tones = (None, Tone.CONCERN, Tone.STRENGTH)
        self._select_next([replace(self.selection, tone=tone) for tone in tones])

    def action_select_point(self) -> None:
        """Show only what bears on the first improvement point, then the next, then all."""
        points = ("", *(point.reference for point in self.briefing.points))
        self._select_next([replace(self.selection, point=point) for point in points])

    def action_select_area(self) -> None:
        """Show only the first service area, then the next, then all."""
        areas = ("", *(area.key for area in self.briefing.areas))
        self._select_next([replace(self.selection, area=area) for area in areas])

    def action_select_all(self) -> None:
        """Show everything again."""
        self._select(Selection())

    # Commands

    def action_pane(self, number: int) -> None:
        """Go to a pane, to where it was left."""
        panes = self._places.outline.panes
        if number <= len(panes):
            key = panes[number - 1].key
            left = self._left_at.get(key)
            self._go(left if left and self._can_show(left) else self._places.first(key), LIST)

    def action_section(self, step: int) -> None:
        """Go to the next section, from a pane's last to the next pane's first."""
        beside = self._places.section_beside(self.position, step)
        if beside:
            self.position = beside
            self._take(self.column)

    def action_column(self, step: int) -> None:
        """Go to the column beside this one."""
        index = COLUMNS.index(self.column) + step
        if 0 <= index < len(COLUMNS):
            self.column = COLUMNS[index]

    def action_source(self) -> None:
        """Show the words in the letter; from the letter, come back."""
        if self._in_letter:
            self.action_back()
            return
        entry = self.briefing.entries[self.reference]
        passage = next((quotation.passage for quotation in entry.quotations if quotation.passage), None)
        if passage is None:
            self.say("The letter has no words for this: it is ours, or the paper's.")
            return
        section = self.briefing.letter.paragraphs[passage.paragraph].section
        self._go(Position(letter.PANE, section, self.reference), LIST)

    def action_explain(self) -> None:
        """Explain the glossary's terms where they are used, or stop."""
        detail = self.query_one(Detail)
        detail.explained = not detail.explained

    def action_back(self) -> None:
        """Go back to where the reader was: pane, entry, column, and what was scrolled to."""
        self._return_to(self._history.back(self._view()))

    def action_forward(self) -> None:
        """Go where the reader last came back from."""
        self._return_to(self._history.forward(self._view()))

    def _return_to(self, view: View | None) -> None:
        if view:
            self._show_view(view)

    def _show_view(self, view: View) -> None:
        self.selection = view.selection
        self.position = view.position
        self._take(view.column)
        self.call_after_refresh(self._scroll_back, view)

    def _scroll_back(self, view: View) -> None:
        for column, top in view.tops.items():
            self._widget(column).top = top

    def action_close(self) -> None:
        """Leave the detail or the contents for the list; there, forget what was looked for."""
        if self.column == LIST:
            self.looked_for = Query(())
        self.column = LIST

    def action_go_to(self) -> None:
        """Ask for a reference or a place of the letter, and go there."""
        from briefing_tui.tui.screens.go_to import GoToScreen  # noqa: PLC0415 (a line to type in is slow to import)

        def go(position: Position | None) -> None:
            if position:
                self._go(position, LIST)

        self.app.push_screen(GoToScreen(self.briefing, self._everything.outline), go)

    # Looking for words

    async def action_search(self) -> None:
        """Open the line to type into."""
        from briefing_tui.tui.widgets.search_line import SearchLine  # noqa: PLC0415 (slow to import)

        self._searched_from = self._view()
        self.add_class("-searching")
        line = SearchLine()
        await self.query_one("#bottom").mount(line, before=0)
        line.focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Go to the first hit from where the search began, as it is typed."""
        if self._searched_from:
            self.looked_for = Query.parse(message.value)
            start = self._searched_from.position
            hit = self._finder.hit(self.looked_for, start.reference, 0)
            at_start = hit in (None, start.reference)
            self._stand(start if at_start or hit is None else self._everything.home(hit))
            self.say(self._finder.told(self.looked_for, self.reference))

    async def on_input_submitted(self) -> None:
        """Stay at what was found."""
        if self._searched_from:
            self._history.leave(self._searched_from)
            await self._end_search()
            self.say(self._finder.told(self.looked_for, self.reference))

    async def on_search_line_given_up(self) -> None:
        """Be where the search began, as if nothing had been."""
        view = self._searched_from
        self.looked_for = Query(())
        await self._end_search()
        if view:
            self._show_view(view)

    async def _end_search(self) -> None:
        self._searched_from = None
        self.remove_class("-searching")
        await self.query_one("#search").remove()
        self.say("")
        self._take(self.column)

    def action_hit(self, step: int) -> None:
        """Go to the next hit, through all panes and round."""
        hit = self._finder.hit(self.looked_for, self.reference, step)
        if hit:
            self._go(self._everything.home(hit), LIST)
        self.say(self._finder.told(self.looked_for, self.reference) or "Press / to look for words first.")

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
        self.say(f"Theme: {self.app.theme.removeprefix('briefing-')}")

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen((*COLUMN_COMMANDS, *SCREEN_COMMANDS)))

    def action_quit(self) -> None:
        """End the program."""
        self.app.exit()
