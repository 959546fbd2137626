"""Reading: this screen alone knows where the reader is, and the columns follow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.reactive import reactive

from briefing_tui.model.entry import Sentence
from briefing_tui.model.outline import LETTER, outline
from briefing_tui.model.selection import Selection
from briefing_tui.search.query import Query
from briefing_tui.tui.history import History, View
from briefing_tui.tui.places import Places
from briefing_tui.tui.position import Position
from briefing_tui.tui.terminal.app import TerminalApp
from briefing_tui.tui.terminal.screen import TerminalScreen
from briefing_tui.tui.widgets.column import Column
from briefing_tui.tui.widgets.container import Horizontal, Vertical
from briefing_tui.tui.widgets.contents import Contents
from briefing_tui.tui.widgets.detail import Detail
from briefing_tui.tui.widgets.entries import Entries
from briefing_tui.tui.widgets.footer import Footer
from briefing_tui.tui.widgets.header import Header
from briefing_tui.tui.widgets.letter import LetterText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.outline import Outline, Pane
    from briefing_tui.state import Memory
    from briefing_tui.tui.commands import Command

COLUMNS = (CONTENTS, LIST, DETAIL) = ("contents", "list", "detail")
"""What has the keyboard. The list is the letter's text in its pane, and entries in the others."""

IN_LETTER = "-letter"
"""The class of what holds list and detail when the letter's text is the list."""

ELSEWHERE = {CONTENTS: {"left": ""}, LIST: {}, DETAIL: {"left": "list"}}
"""What the footer says of commands that do something else there than in the list."""

WIDENED = "All findings are shown again."
"""What is said when the reader goes to something that was left out."""

RESTS = 0.1
"""Seconds without another entry after which the key rests: longer than a keyboard takes to repeat one."""


class ReadingScreen(TerminalScreen[None]):
    """Contents, list and detail, side by side where there is room."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-one-column"), (72, "-two-columns"), (112, "-three-columns")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-not-short")]  # noqa: RUF012

    position: reactive[Position] = reactive(Position("", "", ""), init=False, repaint=False)
    column: reactive[str] = reactive(LIST, init=False, repaint=False)
    selection: reactive[Selection] = reactive(Selection(), init=False, repaint=False)
    shown: reactive[Outline | None] = reactive(None, repaint=False)
    """What the selection leaves of the outline."""
    pane: reactive[Pane | None] = reactive(None, repaint=False)
    reference: reactive[str] = reactive("", repaint=False)
    described: reactive[str] = reactive("", repaint=False)
    """What the detail tells of: the entry at which the reader is, once no key is held down."""
    marked: reactive[frozenset[str]] = reactive(frozenset(), repaint=False)
    looked_for: reactive[Query] = reactive(Query(()), repaint=False)
    notice: reactive[str] = reactive("", repaint=False)
    """What the reader must not miss about what is shown; empty if it is everything, as it is in the file."""
    is_stale: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the file is no briefing any more, and what is shown is what it was."""

    def __init__(
        self, briefing: Briefing, memory: Memory, commands: Sequence[Command], reference: str = ""
    ) -> None:
        super().__init__()
        self.memory = memory
        self.commands = commands
        """Every command, with the reader's own keys."""
        self.history = History()
        self._left_at: dict[str, Position] = {}
        """Where each pane was left."""
        self._resting: Timer | None = None
        """Runs while a key is held down, and ends when it rests."""
        self.set_briefing(briefing)
        start = self._places.home(reference) if reference else self._left_off()
        self.set_reactive(ReadingScreen.position, start)
        self.set_class(True, f"-at-{LIST}")  # noqa: FBT003 (before the styles are applied for the first time)

    def set_briefing(self, briefing: Briefing) -> None:
        """Make `briefing` what is read, all of it. What is on the screen does not follow."""
        self.briefing = briefing
        self.everything = self._places = Places(outline(briefing))
        self.set_reactive(ReadingScreen.selection, Selection())
        self.set_reactive(ReadingScreen.shown, self._places.outline)

    def _left_off(self) -> Position:
        """Return where the reader left the program, if the briefing still has that; else the very first."""
        left = Position(*self.memory.position) if self.memory.position else None
        return left if left and self.has(left) else self._places.first()

    def has(self, position: Position) -> bool:
        """Say whether the briefing has that place: in the letter, the words of any entry are one."""
        in_letter = position.pane == LETTER and position.reference in self.briefing.entries
        return position in self.everything or (
            in_letter and self.everything.start(LETTER, position.section) is not None
        )

    def preparations(self) -> Iterator[Callable[[], object]]:
        """Yield what works out, the first time it is asked, where all are at home and who quotes the same."""
        yield partial(self.everything.home, self.reference)
        yield from (partial(self.briefing.quoting, finding) for finding in self.briefing.findings[:1])

    def compose(self) -> ComposeResult:
        """Lay out the columns; where the reader is comes down to them from here."""
        yield Header(self.briefing).data_bind(ReadingScreen.notice)
        with Horizontal(id="columns"):
            yield Contents(id=CONTENTS).data_bind(
                ReadingScreen.selection, ReadingScreen.shown, ReadingScreen.position
            )
            with Vertical(id="reading", classes=IN_LETTER if self._in_letter else None):
                yield Entries(id=LIST).data_bind(
                    ReadingScreen.pane,
                    ReadingScreen.position,
                    ReadingScreen.marked,
                    ReadingScreen.looked_for,
                )
                yield LetterText(self.briefing, id=LETTER).data_bind(
                    ReadingScreen.position, ReadingScreen.looked_for
                )
                yield Detail(self.briefing, self.everything, id=DETAIL).data_bind(
                    ReadingScreen.looked_for, reference=ReadingScreen.described
                )
        with Horizontal(id="bottom"):
            yield Footer(self.commands)

    def on_mount(self) -> None:
        """Start where the reader asked to."""
        self.watch_position(self.position)
        self.watch_column(self.column)

    def say(self, message: str) -> None:
        """Tell the reader something, until the next key."""
        self.query_one(Footer).message = message

    is_typing = False
    """Whether words to look for are being typed."""

    def on_key(self) -> None:
        """Give the footer back to the keys, unless it tells what a search finds."""
        if not self.is_typing:
            self.say("")

    def follow(self, keys: Sequence[str]) -> None:
        """Move, and have said what there was to say."""
        self.on_key()
        super().follow(keys)

    def on_screen_suspend(self) -> None:
        """Have said what there was to say, once something lies over the screen."""
        self.say("")

    # Where the reader is

    def watch_position(self, position: Position) -> None:
        """Hand the position down."""
        self._left_at[position.pane] = position
        if not self._in_letter:
            self.pane = self._places.outline.pane(position.pane)
        self.reference = position.reference
        self.query_one("#reading").set_class(self._in_letter, IN_LETTER)
        self._name_keys()

    def watch_reference(self) -> None:
        """Have the detail follow: at once, or when a key that is held down comes to rest.

        What passes by meanwhile nobody reads, and on a slow line it would keep the choice behind the key.
        """
        if self._resting:
            self._resting.stop()
            self._resting = None
        fast = isinstance(self.app, TerminalApp) and self.app.keys_come_fast
        if fast and self.column != DETAIL:
            self._resting = self.set_timer(RESTS, self._describe)
        else:
            self._describe()

    def _describe(self) -> None:
        self.described = self.reference

    def watch_column(self, column: str) -> None:
        """Give the keyboard to another column; where there is no room for all, show it."""
        if column == DETAIL:
            self._describe()
        self._name_keys()
        self.update_classes({f"-at-{name}": name == column for name in COLUMNS})
        self.set_focus(self._widget(column), scroll_visible=False)

    def _name_keys(self) -> None:
        """Have the footer say what the keys do here."""
        here, entry = dict(ELSEWHERE[self.column]), self.briefing.entries[self.reference]
        if self._in_letter:
            lit = self._whose_is_lit()
            here["letter"] = "return" if lit == (self.reference,) else "entry" if lit else ""
        elif not any(quotation.passage for quotation in entry.quotations):
            here["letter"] = ""
        if not self.history.last:
            here["back"] = ""
        self.query_one(Footer).elsewhere = here

    @property
    def _in_letter(self) -> bool:
        return self.position.pane == LETTER

    def _whose_is_lit(self) -> tuple[str, ...]:
        """Return the reference of the entry whose words are lit; of a sentence, those that quote it."""
        entry = self.briefing.entries[self.reference]
        quoting = self.briefing.quoting(entry) if isinstance(entry, Sentence) else (entry,)
        return tuple(one.reference for one in quoting)

    def _widget(self, column: str) -> Column:
        """Return the widget that is that column now."""
        return self.query_one(f"#{LETTER if column == LIST and self._in_letter else column}", Column)

    def view(self) -> View:
        """Return all that it takes to come back here."""
        tops = {column: self._widget(column).top for column in COLUMNS}
        return View(self.position, self.selection, self.column, tops)

    def go(self, position: Position, column: str) -> str:
        """Go somewhere from which the reader may want to come back; return what `stand` does."""
        self.history.leave(self.view())
        widened = self.stand(position)
        self.take(column)
        return widened

    def stand(self, position: Position) -> str:
        """Be there. If what is selected leaves that out, show all again, say so and return what was said."""
        widened = ""
        if not self._can_show(position):
            self.selection = Selection()
            widened = WIDENED
            self.say(widened)
        self.position = position
        return widened

    def _can_show(self, position: Position) -> bool:
        """Say whether what is selected has that position; the letter has them all."""
        return position.pane == LETTER or position in self._places

    def _entry(self, position: object) -> Position | None:
        """Return `position`, or the first of its section or pane if it is that one's own.

        None if it is no longer shown: a message may come after what is selected has changed.
        """
        if not isinstance(position, Position):
            return None
        if not position.reference:
            return self._places.start(position.pane, position.section)
        return position if self._can_show(position) else None

    def take(self, column: str) -> None:
        """Give the keyboard to a column, even if it has the same name in another pane."""
        self.column = column
        self.set_focus(self._widget(column), scroll_visible=False)

    # What is shown

    def watch_selection(self, selection: Selection) -> None:
        """Show what is selected; where the reader's entry is not, the next one that is."""
        self._places = Places(selection.of(self.everything.outline))
        if not self._in_letter and self.position not in self._places:
            self.position = self._places.nearest(self.position, self.everything)
        self.shown = self._places.outline
        self._notify()
        self.watch_position(self.position)

    def watch_is_stale(self) -> None:
        """Say so as long as it is so."""
        self._notify()

    def _notify(self) -> None:
        stale = "Not the file as it is now · ! says why"
        counted = self.selection.counted(self.briefing.findings) if self.selection else ""
        self.notice = stale if self.is_stale else counted and f"Only {counted} · x shows all"

    # What the columns say

    @on(Column.Chosen)
    def _chosen(self, message: Column.Chosen) -> None:
        message.stop()
        position = self._entry(message.target)
        if position is None or message.column.id in (CONTENTS, DETAIL):
            return
        if position.pane == self.position.pane:
            self.position = position  # the message may come after the reader has left for another pane

    @on(Column.Opened)
    def _opened(self, message: Column.Opened) -> None:
        position = self._entry(message.target)
        if message.column.id == DETAIL and isinstance(message.target, Position):
            self.go(message.target, DETAIL)
        elif message.column.id == CONTENTS:
            self._open_section(message.target)
        elif position:
            self.go(position, DETAIL)

    def _open_section(self, target: object) -> None:
        """Go to a pane or a section of it; where the reader is there already, to their entry."""
        position = self._entry(target)
        if isinstance(target, Position) and self._is_in(target):
            self.take(LIST)
        elif position:
            self.go(position, LIST)
            self._widget(LIST).begin_at_heading()

    def _is_in(self, section: Position) -> bool:
        """Say whether the reader is in a section, or in a pane."""
        return section.pane == self.position.pane and section.section in ("", self.position.section)

    # Commands

    def action_pane(self, number: int) -> None:
        """Go to a pane, to where it was left."""
        panes = self._places.outline.panes
        if number <= len(panes):
            key = panes[number - 1].key
            left = self._left_at.get(key)
            place = left if left and self._can_show(left) else self._places.start(key)
            if place:
                self.go(place, LIST)
            else:
                self.say(f"{panes[number - 1].title} has nothing of what is shown only. x shows all again.")

    def action_section(self, step: int) -> None:
        """Go to the next section, from a pane's last to the next pane's first."""
        beside = self._places.section_beside(self.position, step)
        if beside:
            self.position = beside
            self.take(self.column)
            self._widget(LIST).begin_at_heading()

    def action_column(self, step: int) -> None:
        """Go to the column beside this one; out of the contents, to what is chosen there."""
        if self.column == CONTENTS and step > 0:
            self._open_section(self.query_one(Contents).chosen)
            return
        index = COLUMNS.index(self.column) + step
        if 0 <= index < len(COLUMNS):
            self.column = COLUMNS[index]

    def action_explain(self) -> None:
        """Explain the glossary's terms where they are used, or stop."""
        detail = self.query_one(Detail)
        detail.explained = not detail.explained
        self.say(
            "Words of the field are explained below the text." if detail.explained else "Explained no more."
        )

    def action_back(self) -> None:
        """Go back to where the reader was: pane, entry, column, and what was scrolled to."""
        self._return_to(self.history.back(self.view()))

    def action_forward(self) -> None:
        """Go where the reader last came back from."""
        self._return_to(self.history.forward(self.view()))

    def _return_to(self, view: View | None) -> None:
        if view:
            self.show_view(view)

    def show_view(self, view: View) -> None:
        """Be where `view` was taken, as it was; if its selection leaves that out by now, at the next."""
        self.selection = view.selection
        is_left = self._can_show(view.position)
        self.position = view.position if is_left else self._places.nearest(view.position, self.everything)
        self._describe()
        self.take(view.column)
        if is_left:
            self.call_after_refresh(self._scroll_back, view)

    def _scroll_back(self, view: View) -> None:
        for column, top in view.tops.items():
            self._widget(column).top = top
